"""An invitation comes out as it went in, and one that is not safe is refused."""

import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sync.wire.errors import WireError
from engine.sync.wire.invitation import PREFIX, Invitation, is_safe_url
from engine.sync.wire.parsing import to_base64
from tests.engine.sync.wire.making import HASHES, IDS, KEYS, TEXTS

URLS = st.sampled_from(
    ["https://hq.example.org", "https://hq.example.org:8443/team", "http://127.0.0.1:8000"]
)
INVITATIONS = st.builds(
    Invitation,
    urls=st.lists(URLS, min_size=1, max_size=3).map(tuple),
    team=IDS,
    team_name=TEXTS,
    code=st.text("ABCDEFGH23456789", min_size=8, max_size=40),
    hq=IDS,
    signing_key=KEYS,
    recipient=IDS.map("age1{}".format),
    recovery_recipient=st.just("") | IDS.map("age1{}".format),
    expires=st.just("2026-12-01T00:00:00Z"),
    tls_pin=st.none() | HASHES,
    packs_root=st.none() | HASHES,
)


@given(INVITATIONS)
def test_an_invitation_comes_out_as_it_went_in(invitation):
    text = invitation.encode()
    assert Invitation.decode(text) == invitation
    assert Invitation.decode(f"  {text[:30]}\n {text[30:]}\r\n") == invitation


@given(INVITATIONS)
def test_the_fingerprint_is_short_enough_to_be_read_out(invitation):
    assert len(invitation.fingerprint.split()) == 4
    assert len(invitation.fingerprint) == 19


@given(st.text(max_size=60))
def test_whatever_else_is_pasted_is_refused(text):
    for each in (text, PREFIX + text, PREFIX + to_base64(text.encode("utf-8", "replace"))):
        with pytest.raises(WireError):
            Invitation.decode(each)


def test_an_invitation_that_expands_to_too_much_is_refused():
    with pytest.raises(WireError):
        Invitation.decode(PREFIX + to_base64(zlib.compress(bytes(4 << 20), 9)))


@pytest.mark.parametrize(
    "url",
    [
        "http://hq.example.org", "ftp://hq.example.org", "https://", "https://u:p@hq.example.org",
        "file:///etc/passwd",
        "https://hq.example.org/?a=b", "https://hq.example.org:99999", "http://[::1",
        "https://hq.example.org\n", "",
    ],
)  # fmt: skip
def test_addresses_that_are_not_safe_are_refused(url, urls=("https://hq.example.org",)):
    assert not is_safe_url(url)
    value = {
        "urls": [*urls, url], "team": "t", "code": "ABCDEFGH", "hq_id": "hq",
        "signing_key": to_base64(bytes(32)), "recipient": "age1x", "expires": "2026",
    }  # fmt: skip
    with pytest.raises(WireError):
        Invitation.decode(PREFIX + to_base64(zlib.compress(json.dumps(value).encode())))


@pytest.mark.parametrize(
    "url", ["https://hq.example.org", "http://localhost:1", "http://[::1]:8000", "https://10.0.0.2"]
)
def test_addresses_that_are_safe_are_taken(url):
    assert is_safe_url(url)


GENUINE = Invitation(
    urls=("https://hq.example",),
    team="t1",
    team_name="Goma",
    code="CODE-CODE",
    hq="hq1",
    signing_key=bytes(range(32)),
    recipient="age1hq",
    recovery_recipient="age1safe",
    expires="2026-12-01T00:00:00Z",
)


@pytest.mark.parametrize(
    "forged",
    [
        {"urls": ("https://evil.example",)},
        {"tls_pin": "e" * 64},
        {"recipient": "age1evil"},
        {"recovery_recipient": "age1evil"},
        {"packs_root": "e" * 64},
        {"signing_key": bytes(32)},
        {"team": "another"},
    ],
)
def test_whoever_forges_an_invitation_forges_the_fingerprint(forged):
    assert replace(GENUINE, **forged).fingerprint != GENUINE.fingerprint


def test_all_invitations_to_a_team_have_one_fingerprint():
    assert replace(GENUINE, code="ANOTHER-CODE", expires="2030").fingerprint == GENUINE.fingerprint
