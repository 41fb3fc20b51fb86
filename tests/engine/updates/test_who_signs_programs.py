"""Programs are taken from whoever may sign programs: keys for packs sign none, nor the other way round."""

import json
import shutil
from pathlib import Path

import pytest

from engine.packs.errors import SignatureBrokenError
from engine.packs.trust import Anchors, Use, check_signature, read_root
from engine.updates.container import read_update, write_update
from engine.updates.errors import DowngradeError, UpdateSignerNotAllowedError, UpdateSignerUnknownError
from engine.updates.manifest import MANIFEST_NAME
from models.image_text.signing import Keys, SigningError
from tests.engine.updates.conftest import PASSPHRASE, after


def ask(_name: str) -> str:
    return PASSPHRASE


@pytest.fixture
def packers(tmp_path) -> Keys:
    """An organisation that signs packs, and nothing else."""
    made = Keys(tmp_path / "packers")
    made.create("Office Nairobi", 1, 1, ask)
    return made


@pytest.fixture
def anchors(updater) -> Anchors:
    return updater.anchors


def signed_by(path: Path, keys: Keys, use: Use = Use.PACKS) -> Path:
    """The same update, signed otherwise."""
    update = read_update(path)
    payload = path.with_suffix(".payload")
    payload.write_bytes(path.read_bytes()[update.start :])
    name = f"{update.manifest.name}/{MANIFEST_NAME}"
    metadata = keys.sign_file(name, update.manifest_bytes, ask, at_least=10**12, use=use)
    other = path.with_name(f"other-{path.name}")
    write_update(other, update.manifest_bytes, metadata, payload)
    return other


def trust(anchors: Anchors, root: bytes):
    proposal = read_root(root, Path("root.json"))
    return anchors.add(proposal, name="", confirmed=proposal.fingerprint)


def test_the_key_for_packs_signs_no_program_of_its_own_organisation(updater, make, keys):
    forged = signed_by(make(), keys, Use.PACKS)
    with pytest.raises(UpdateSignerNotAllowedError, match="key for model packs") as refused:
        updater.examine(forged)
    assert "docs/updates.md" in refused.value.remedy
    with pytest.raises(UpdateSignerNotAllowedError):
        updater.install(forged, [])
    assert updater.programs.versions() == []


def test_a_root_for_packs_alone_signs_no_program(updater, make, packers):
    trust(updater.anchors, packers.roots()[0])
    with pytest.raises(UpdateSignerNotAllowedError, match="key for model packs"):
        updater.examine(signed_by(make(), packers))
    with pytest.raises(SigningError, match="lists no keys for programs"):
        make(signer=packers)


def test_packs_of_a_root_for_packs_alone_are_taken_as_before(updater, packers):
    trust(updater.anchors, packers.roots()[0])
    signed = packers.sign_file("words/pack.json", b"{}", ask)
    found = check_signature(signed, b"{}", "words", Path("words"), updater.anchors)
    assert found.signer == "Office Nairobi"


def test_the_key_for_programs_signs_no_pack(updater, keys):
    signed = keys.sign_file("words/pack.json", b"{}", ask, use=Use.PROGRAMS)
    with pytest.raises(SignatureBrokenError):
        check_signature(signed, b"{}", "words", Path("words"), updater.anchors)


def test_a_root_that_a_person_added_for_packs_signs_programs_only_once_that_person_agrees(
    updater, make, packers
):
    anchor = trust(updater.anchors, packers.roots()[0])
    packers.create_program_keys(1, 1, ask, ask)
    update = make(signer=packers)
    with pytest.raises(UpdateSignerNotAllowedError, match="trusts for model packs, and not") as refused:
        updater.examine(update)
    assert 'packs trust programs "Office Nairobi"' in refused.value.remedy
    updater.anchors.heed_programs(anchor.name, heeded=True)
    assert updater.examine(update).signature.signer == "Office Nairobi"
    updater.anchors.heed_programs(anchor.name, heeded=False)
    with pytest.raises(UpdateSignerNotAllowedError):
        updater.examine(update)


def test_a_root_that_was_added_with_its_keys_for_programs_signs_them_at_once(updater, make, packers):
    packers.create_program_keys(1, 1, ask, ask)
    assert trust(updater.anchors, packers.roots()[-1]).signs_programs
    assert updater.examine(make(signer=packers)).signature.signer == "Office Nairobi"


def test_a_team_s_root_follows_its_headquarters(updater, make, packers):
    proposal = read_root(packers.roots()[0], Path("root.json"))
    updater.anchors.add(proposal, name="", confirmed=proposal.fingerprint, team="team-1")
    packers.create_program_keys(1, 1, ask, ask)
    assert updater.examine(make(signer=packers)).signature.signer == "Office Nairobi"


def test_as_many_keys_must_sign_as_the_root_asks_for(updater, make, packers, tmp_path):
    packers.create_program_keys(3, 2, ask, ask)
    trust(updater.anchors, packers.roots()[-1])
    (packers.folder / "programs-1.pem").unlink()
    assert updater.examine(make(signer=packers)).signature.signer == "Office Nairobi"
    (packers.folder / "programs-2.pem").unlink()
    with pytest.raises(SigningError, match="1 keys for programs are here, and 2 must sign"):
        make(signer=packers)


def test_one_signature_is_not_enough_where_two_are_asked_for(updater, make, packers):
    packers.create_program_keys(2, 2, ask, ask)
    trust(updater.anchors, packers.roots()[-1])
    update = read_update(make(signer=packers))
    payload = update.path.with_suffix(".payload")
    payload.write_bytes(update.path.read_bytes()[update.start :])
    targets = json.loads(update.metadata["targets.json"])
    targets["signatures"].pop()
    changed = {**update.metadata, "targets.json": json.dumps(targets).encode()}
    write_update(update.path, update.manifest_bytes, changed, payload)
    with pytest.raises(Exception, match="broken"):
        updater.examine(update.path)


def test_new_keys_for_programs_end_what_the_old_ones_could_sign(updater, make, packers, tmp_path):
    packers.create_program_keys(1, 1, ask, ask)
    shutil.copytree(packers.folder, tmp_path / "stolen")
    trust(updater.anchors, packers.roots()[-1])
    packers.create_program_keys(1, 1, ask, ask)
    updater.install(make("0.2.0", signer=packers), [])
    with pytest.raises(Exception, match="broken"):
        after(updater, "0.2.0").examine(make("0.3.0", signer=Keys(tmp_path / "stolen")))


def test_who_gives_up_while_new_keys_are_made_keeps_the_old_ones(updater, make, packers):
    packers.create_program_keys(2, 2, ask, ask)
    trust(updater.anchors, packers.roots()[-1])
    passphrases = iter((PASSPHRASE, "short"))
    with pytest.raises(SigningError, match="too short"):
        packers.create_program_keys(2, 2, ask, lambda _name: next(passphrases))
    assert updater.examine(make(signer=packers)).signature.signer == "Office Nairobi"


def test_a_pack_of_the_program_s_name_does_not_make_older_programs_new(updater, make, keys):
    """Who signs packs cannot write over what was seen of programs."""
    early = make("0.3.1")
    updater.install(make("0.4.0"), [])
    signed = keys.sign_file("sanduku-linux-x86_64/pack.json", b"{}", ask)
    anchor = updater.anchors.find("Headquarters")
    updater.anchors.remember(anchor, "sanduku-linux-x86_64", anchor.root, signed)
    with pytest.raises(DowngradeError, match="older than the one"):
        after(updater, "0.3.0").examine(early)


@pytest.mark.parametrize(
    "said",
    [
        [],
        {"keyids": [], "threshold": 1},
        {"keyids": ["nobody"], "threshold": 1},
        {"keyids": ["RELEASE"], "threshold": 1},
        {"keyids": ["ROOT"], "threshold": 0},
        {"keyids": ["ROOT"], "threshold": 2},
        {"keyids": ["ROOT"], "threshold": True},
        {"keyids": ["ROOT", "ROOT"], "threshold": 2},
        {"keyids": "ROOT", "threshold": 1, "more": 1},
    ],
)
def test_a_root_that_lists_keys_for_programs_badly_signs_none(packers, said):
    from tuf.api.metadata import Metadata, Root

    from engine.packs.trust import program_keys

    root = Metadata[Root].from_bytes(packers.roots()[0]).signed
    named = {"RELEASE": root.roles["targets"].keyids[0], "ROOT": root.roles["root"].keyids[0]}
    if isinstance(said, dict) and isinstance(said["keyids"], list):
        said = {**said, "keyids": [named.get(each, each) for each in said["keyids"]]}
    root.unrecognized_fields["x-sanduku-programs"] = said
    with pytest.raises(ValueError, match="key"):
        program_keys(root)


def test_a_stranger_who_signs_programs_is_unknown_as_before(updater, make, packers):
    packers.create_program_keys(1, 1, ask, ask)
    with pytest.raises(UpdateSignerUnknownError, match="Office Nairobi"):
        updater.examine(make(signer=packers))
