"""A team's own root is trusted while this computer belongs to it, if it is the one of the invitation."""

import hashlib

import pytest

from engine.packs.errors import FingerprintDiffersError, RootUnusableError, SignerUnknownError
from engine.packs.installer import TRUST
from engine.packs.teams import trust_team, withdraw_team
from engine.packs.trust import Anchors, SigningState, read_root
from engine.packs.trust.anchors import fingerprint
from tests.engine.packs.conftest import YES, Signer


def trusted(packs):
    return [(each.name, each.team) for each in Anchors(packs / TRUST).all()]


def join(packs, signer, *, team="team-1", name="Relief Team", expected=None):
    root = signer.roots[0]
    return trust_team(packs, root, fingerprint=expected or fingerprint(root), team=team, name=name)


def test_packs_of_the_team_install_from_when_it_is_joined_until_it_is_left(packs, installer, brought, signer):
    signer.sign(brought)
    with pytest.raises(SignerUnknownError):
        installer.examine(brought)
    join(packs, signer)
    offer = installer.examine(brought)
    assert (offer.signature.state, offer.signature.signer) == (SigningState.SIGNED, "Relief Team")
    installer.install(brought, YES)
    assert [each.name for each in withdraw_team(packs, "team-1")] == ["Relief Team"]
    assert trusted(packs) == []
    assert installer.shelf.find("finder").manifest.name == "finder"
    with pytest.raises(SignerUnknownError):
        installer.examine(brought)


@pytest.mark.parametrize("form", [str, str.upper, lambda text: f"{text[:8]} {text[8:]}"])
def test_the_fingerprint_may_be_that_of_the_root_or_of_its_file(packs, signer, form):
    root = signer.roots[0]
    for expected in (fingerprint(root), hashlib.sha256(root).hexdigest()):
        join(packs, signer, expected=form(expected))
    assert trusted(packs) == [("Relief Team", "team-1")]


def test_another_root_than_that_of_the_invitation_is_not_trusted(packs, signer):
    other = Signer("Somebody else")
    for expected in (fingerprint(other.roots[0]), fingerprint(signer.roots[0])[:16], "", "0" * 64):
        with pytest.raises(FingerprintDiffersError, match="invitation"):
            trust_team(packs, signer.roots[0], fingerprint=expected or " ", team="t", name="Team")
    assert trusted(packs) == []


def test_what_is_no_root_is_refused(packs, signer):
    for root in (b"", b"{}", signer.roots[0][:-20]):
        with pytest.raises(RootUnusableError):
            trust_team(packs, root, fingerprint=hashlib.sha256(root).hexdigest(), team="t", name="Team")
    assert trusted(packs) == []


def test_a_root_that_a_person_added_stays_when_the_team_goes(packs, signer):
    root = signer.roots[0]
    Anchors(packs / TRUST).add(read_root(root, packs), name="HQ", confirmed=fingerprint(root))
    assert join(packs, signer).name == "HQ"
    assert withdraw_team(packs, "team-1") == []
    assert withdraw_team(packs, "") == []
    assert trusted(packs) == [("HQ", "")]


def test_leaving_one_team_leaves_the_others(packs, signer):
    join(packs, signer)
    join(packs, Signer("Others"), team="team-2", name="Others")
    withdraw_team(packs, "team-1")
    assert trusted(packs) == [("Others", "team-2")]


def test_two_teams_cannot_have_one_name(packs, signer):
    join(packs, signer)
    with pytest.raises(RootUnusableError, match="called"):
        join(packs, Signer("Others"), team="team-2")
    assert trusted(packs) == [("Relief Team", "team-1")]
