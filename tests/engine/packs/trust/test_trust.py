"""Who signed a pack is told by name; what does not hold is refused, and age is told."""

import json
import shutil
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata

from engine.errors import NotFoundError, SandukuError
from engine.packs.errors import (
    ConsentMissingError,
    FingerprintDiffersError,
    PackOlderError,
    PackTamperedError,
    RootUnusableError,
    SignatureBrokenError,
    SignerChangedError,
    SignerUnknownError,
)
from engine.packs.installer import TRUST, Consent, Installer
from engine.packs.trust import Anchors, SigningState, read_root, shipped_root
from tests.engine.packs.conftest import NOW, YES, Signer, write_pack

LICENCE_ALONE = Consent(licence=True)


def trusting(anchors, signer, name=""):
    proposal = read_root(signer.roots[0], "root.json")
    return anchors.add(proposal, name=name, confirmed=proposal.fingerprint)


def at(installer, packs, moment):
    """The same computer at another time."""
    return Installer(packs, Anchors(packs / TRUST, now=lambda: moment), now=lambda: moment)


def test_a_pack_of_a_trusted_signer_needs_no_further_consent(installer, anchors, brought, signer):
    trusting(anchors, signer)
    offer = installer.examine(signer.sign(brought))
    assert offer.signature.sentence() == "signed by Headquarters"
    done = installer.install(brought, LICENCE_ALONE)
    assert done.signature.state is SigningState.SIGNED
    (lying,) = installer.shelf.all()
    assert lying.arrival.by == "Headquarters"
    assert installer.signature_of(lying).sentence() == "signed by Headquarters"


def test_the_root_that_comes_with_sanduku_is_trusted_from_the_start(packs, brought, signer):
    installer = Installer(packs, Anchors(packs / TRUST, shipped=signer.roots[0], now=lambda: NOW))
    assert installer.examine(signer.sign(brought)).signature.signer == "Headquarters"
    with pytest.raises(RootUnusableError, match="comes with Sanduku"):
        installer.anchors.remove("Headquarters")


def test_the_root_that_ships_is_a_sound_one_or_none():
    content = shipped_root()
    assert content is None or read_root(content, "root.json").threshold >= 2


def test_a_signer_whom_nobody_trusts_here_is_told_with_the_fingerprint(installer, brought, signer):
    with pytest.raises(SignerUnknownError, match="'Headquarters'") as caught:
        installer.install(signer.sign(brought), YES)
    assert read_root(signer.roots[0], "").spoken_fingerprint in str(caught.value)
    assert "trust add" in caught.value.remedy


def test_the_name_that_was_given_here_counts_and_not_the_one_in_the_file(installer, anchors, brought, signer):
    trusting(anchors, signer, "Office Nairobi")
    assert installer.examine(signer.sign(brought)).signature.signer == "Office Nairobi"


@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets"])
def test_keys_of_somebody_else_break_the_signature(installer, anchors, brought, signer, role):
    trusting(anchors, signer)
    signer.sign(brought)
    thief = Signer(keys=signer.keys | {role: Signer().keys[role]}, roots=signer.roots)
    if role == "root":
        thief.renew_root(by=thief.keys["root"])
    with pytest.raises(SignatureBrokenError):
        installer.install(thief.sign(brought), YES)


def test_too_few_signatures_break_it(installer, anchors, brought):
    signer = Signer(threshold=2)
    trusting(anchors, signer)
    assert installer.examine(signer.sign(brought)).signature.state is SigningState.SIGNED
    with pytest.raises(SignatureBrokenError):
        installer.examine(signer.sign(brought, signatures=1))


@pytest.mark.parametrize("role", ["1.root", "timestamp", "snapshot", "targets"])
def test_a_missing_part_breaks_it(installer, anchors, brought, signer, role):
    signer.sign(brought)
    (brought / "metadata" / f"{role}.json").unlink()
    if role != "1.root":
        trusting(anchors, signer)
    with pytest.raises(SignatureBrokenError):
        installer.examine(brought)


def test_a_manifest_that_was_changed_after_signing_is_refused(installer, anchors, brought, signer):
    trusting(anchors, signer)
    signer.sign(brought)
    write_pack(brought, version=7)
    with pytest.raises(SignatureBrokenError):
        installer.install(brought, YES)


def test_a_file_that_was_changed_after_signing_is_refused(installer, anchors, brought, signer):
    trusting(anchors, signer)
    signer.sign(brought)
    content = (brought / "weights.data").read_bytes()
    (brought / "weights.data").write_bytes(b"x" + content[1:])
    with pytest.raises(PackTamperedError):
        installer.install(brought, YES)


def test_the_signature_of_one_pack_is_none_for_another(installer, anchors, brought, signer):
    trusting(anchors, signer)
    signer.sign(brought)
    other = write_pack(brought.parent.parent / "other", name="other")
    shutil.copytree(brought / "metadata", other / "metadata")
    with pytest.raises(SignatureBrokenError):
        installer.install(other, YES)


# Age


def test_a_stick_of_last_year_installs_on_a_laptop_without_network(packs, anchors, brought, signer):
    trusting(anchors, signer)
    signer.sign(brought)
    later = at(None, packs, NOW + timedelta(days=500))
    offer = later.examine(brought)
    assert offer.signature.state is SigningState.EXPIRED
    assert "expired on 2027-11-21" in offer.signature.sentence()
    assert "a newer one may exist" in offer.notes[0]
    with pytest.raises(ConsentMissingError, match="expired"):
        later.install(brought, LICENCE_ALONE)
    later.install(brought, Consent(licence=True, expired=True))
    later.shelf.find("finder").verify()


def test_a_clock_that_went_back_is_told_and_that_it_may_hide_an_expiry(packs, anchors, brought, signer):
    trusting(anchors, signer)
    signer.sign(brought)
    at(None, packs, NOW + timedelta(days=400)).install(brought, YES)
    offer = at(None, packs, NOW.replace(year=1980)).examine(brought)
    assert offer.signature.state is SigningState.SIGNED
    assert "says 1980-11-21, and said 2027-12-26 before" in offer.notes[0]
    assert "If that was right, the signature has expired." in offer.notes[0]


def test_a_clock_that_was_once_far_in_the_future_is_told_once_and_harms_nothing(
    packs, anchors, brought, signer
):
    trusting(anchors, signer)
    signer.sign(brought)
    at(None, packs, NOW.replace(year=2099)).install(brought, YES)
    now = at(None, packs, NOW)
    assert "said 2099-11-21 before" in now.examine(brought).notes[0]
    assert now.install(brought, LICENCE_ALONE).signature.state is SigningState.SIGNED
    assert not [note for note in now.examine(brought).notes if "clock" in note]


def test_age_never_excuses_a_broken_signature(packs, anchors, brought, signer):
    trusting(anchors, signer)
    signer.sign(brought)
    write_pack(brought, version=7)
    with pytest.raises(SignatureBrokenError):
        at(None, packs, NOW + timedelta(days=500)).examine(brought)


# Going back


def test_an_older_signed_pack_is_refused_also_after_the_newer_was_removed(
    installer, anchors, brought, signer, tmp_path
):
    trusting(anchors, signer)
    old = shutil.copytree(signer.sign(brought), tmp_path / "old")
    signer.version = 2
    installer.install(signer.sign(write_pack(brought, version=2)), YES)
    for _ in range(2):
        with pytest.raises(PackOlderError, match="older than the one of Headquarters"):
            installer.install(old, YES)
        if installer.shelf.names():
            installer.remove("finder")
    installer.install(brought, YES)


def test_what_was_seen_and_cannot_be_read_is_no_leave_to_go_back(installer, anchors, packs, brought, signer):
    anchor = trusting(anchors, signer)
    installer.install(signer.sign(brought), YES)
    seen = packs / TRUST / anchor.id / "seen" / "finder" / "timestamp.json"
    seen.unlink()
    seen.mkdir()
    with pytest.raises(RootUnusableError, match="cannot be read"):
        installer.install(brought, YES)


def test_packs_of_one_signer_do_not_age_each_other(installer, anchors, brought, signer, tmp_path):
    trusting(anchors, signer)
    old = signer.sign(write_pack(tmp_path / "other", name="other"))
    signer.version = 9
    installer.install(signer.sign(brought), YES)
    installer.install(old, YES)


def test_the_version_before_can_be_used_again(installer, anchors, brought, signer):
    trusting(anchors, signer)
    installer.install(signer.sign(brought), YES)
    signer.version = 2
    installer.install(signer.sign(write_pack(brought, version=2)), YES)
    assert installer.rollback("finder").manifest.version == 1
    assert {installer.signature_of(each).state for each in installer.shelf.all()} == {SigningState.SIGNED}


@pytest.mark.parametrize("by_another", [True, False])
def test_nobody_quietly_takes_the_place_of_a_signer(installer, anchors, brought, signer, by_another):
    trusting(anchors, signer)
    installer.install(signer.sign(brought), YES)
    write_pack(brought, version=2)
    shutil.rmtree(brought / "metadata")
    if by_another:
        other = Signer(name="Somebody")
        trusting(anchors, other)
        other.sign(brought)
    with pytest.raises(SignerChangedError, match="signed by Headquarters"):
        installer.install(brought, YES)
    installer.remove("finder")
    installer.install(brought, YES)


# New keys


def test_keys_are_renewed_by_a_chain_of_roots_and_old_ones_count_no_longer(
    installer, anchors, brought, signer, tmp_path
):
    trusting(anchors, signer)
    installer.install(signer.sign(brought), YES)
    stolen = dict(signer.keys)
    signer.renew_root(by=signer.keys["root"], targets=[CryptoSigner.generate_ecdsa()])
    signer.renew_root(
        by=signer.keys["root"],
        root=[CryptoSigner.generate_ed25519()],
        timestamp=[CryptoSigner.generate_rsa()],
    )
    signer.version = 2
    installer.install(signer.sign(write_pack(brought, version=2)), LICENCE_ALONE)
    assert json.loads(next(iter(anchors.all())).root)["signed"]["version"] == 3
    thief = Signer(keys=stolen, roots=signer.roots[:1], version=9)
    with pytest.raises(SignatureBrokenError, match="has replaced the keys"):
        installer.install(thief.sign(write_pack(tmp_path / "x", version=9)), YES)


def test_a_root_that_the_root_before_did_not_sign_is_no_successor(installer, anchors, brought, signer):
    trusting(anchors, signer)
    thief = Signer(roots=list(signer.roots))
    thief.renew_root(by=thief.keys["root"])
    with pytest.raises(SignatureBrokenError):
        installer.install(thief.sign(brought), YES)


# Whom to trust


def test_a_root_is_added_only_with_its_fingerprint(anchors, signer):
    proposal = read_root(signer.roots[0], "root.json")
    for wrong in ("", proposal.fingerprint[:15], "0" * 64, proposal.fingerprint[::-1]):
        with pytest.raises(FingerprintDiffersError):
            anchors.add(proposal, name="", confirmed=wrong)
    assert list(anchors.all()) == []
    added = anchors.add(proposal, name="", confirmed=proposal.spoken_fingerprint[:19].upper())
    assert added.name == "Headquarters"
    assert anchors.add(proposal, name="again", confirmed=proposal.fingerprint) == added


def test_two_signers_never_have_one_name(anchors, signer):
    trusting(anchors, signer)
    with pytest.raises(RootUnusableError, match="called 'HEADQUARTERS' already"):
        trusting(anchors, Signer(), "HEADQUARTERS")
    with pytest.raises(RootUnusableError, match="no name"):
        trusting(anchors, Signer(name="\u200b\n"))


def test_packs_of_a_signer_who_is_trusted_no_longer_are_told(installer, anchors, brought, signer):
    added = trusting(anchors, signer)
    installer.install(signer.sign(brought), YES)
    assert anchors.remove(added.fingerprint[:6]).name == "Headquarters"
    (lying,) = installer.shelf.all()
    with pytest.raises(SignerUnknownError):
        installer.signature_of(lying)
    with pytest.raises(NotFoundError):
        anchors.remove("Headquarters")


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff", b'{"signed": {"_type": "root"}, "signatures": []}']
)
def test_what_is_no_root_is_told(content):
    with pytest.raises(RootUnusableError):
        read_root(content, "root.json")


def test_a_root_that_its_own_keys_did_not_sign_is_told(signer):
    metadata = Metadata.from_bytes(signer.roots[0])
    metadata.signed.version = 2
    with pytest.raises(RootUnusableError):
        read_root(metadata.to_bytes(), "root.json")


# Tampering

ROLES = ("1.root.json", "2.root.json", "timestamp.json", "snapshot.json", "targets.json")


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("signed")
    signer = Signer()
    signer.renew_root(by=signer.keys["root"])
    anchors = Anchors(folder / "trust", now=lambda: NOW)
    trusting(anchors, signer)
    brought = signer.sign(write_pack(folder / "finder"))
    return Installer(folder / "packs", anchors), brought


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(role=st.sampled_from(ROLES), place=st.floats(0, 1), flip=st.integers(1, 255))
def test_whatever_byte_of_the_metadata_is_altered_it_holds_no_more_or_means_the_same(
    signed, role, place, flip
):
    """Spaces and the like between the values are not signed, and may differ; the first root is not used."""
    installer, brought = signed
    path = brought / "metadata" / role
    whole = path.read_bytes()
    at_ = int(place * (len(whole) - 1))
    before = installer.examine(brought).signature
    path.write_bytes(whole[:at_] + bytes([whole[at_] ^ flip]) + whole[at_ + 1 :])
    try:
        after = installer.examine(brought).signature
        assert (after.state, after.signer, after.expires) == (before.state, before.signer, before.expires)
        assert role == "1.root.json" or _meaning(path.read_bytes()) == _meaning(whole)
    except SandukuError as error:
        assert error.code in ("pack.signature-broken", "pack.signer-unknown")
    finally:
        path.write_bytes(whole)


def _meaning(content):
    return json.loads(content)["signed"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    role=st.sampled_from(ROLES),
    content=st.binary(max_size=200)
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["signed", "signatures", "_type", "keys", "roles", "version", "expires"]),
                inner,
            )
        ),
    ).map(lambda data: json.dumps(data).encode()),
)
def test_no_content_of_metadata_is_a_fault(signed, role, content):
    installer, brought = signed
    path = brought / "metadata" / role
    whole = path.read_bytes()
    path.write_bytes(content)
    try:
        installer.examine(brought)
        assert role == "1.root.json"
    except SandukuError as error:
        assert error.code == "pack.signature-broken"
    finally:
        path.write_bytes(whole)
