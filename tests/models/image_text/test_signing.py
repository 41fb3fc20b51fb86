"""What the keys of an organisation sign, a computer that trusts its root accepts, and nothing else."""

import json
import shutil

import pytest

from engine.packs.errors import SignatureBrokenError, SignerUnknownError
from engine.packs.trust import Anchors, SigningState, check_signature
from models.image_text.commands import ask_passphrase
from models.image_text.signing import Keys, SigningError

PASSPHRASES = {
    "root-1": "correct horse",
    "root-2": "battery staple",
    "root-3": "another secret",
    "release": "release secret",
}


@pytest.fixture
def keys(tmp_path):
    made = Keys(tmp_path / "keys")
    made.create("Headquarters", 3, 2, PASSPHRASES.__getitem__)
    return made


@pytest.fixture
def pack(made, tmp_path):
    return shutil.copytree(made("smolvlm").pack, tmp_path / "pack")


def checked(pack, root, tmp_path):
    metadata = {path.name: path.read_bytes() for path in (pack / "metadata").iterdir()}
    anchors = Anchors(tmp_path / "trust", shipped=root)
    return check_signature(metadata, (pack / "pack.json").read_bytes(), "tiny-smolvlm", pack, anchors)


def test_a_signed_pack_is_accepted_by_who_trusts_the_first_root(keys, pack, tmp_path):
    keys.sign(pack, PASSPHRASES.__getitem__)
    found = checked(pack, keys.roots()[0], tmp_path)
    assert (found.state, found.signer) == (SigningState.SIGNED, "Headquarters")


def test_a_pack_that_was_changed_after_signing_is_refused(keys, pack, tmp_path):
    keys.sign(pack, PASSPHRASES.__getitem__)
    with (pack / "pack.json").open("a") as stream:
        stream.write(" ")
    with pytest.raises(SignatureBrokenError):
        checked(pack, keys.roots()[0], tmp_path)


def test_another_organisation_is_not_trusted(keys, pack, tmp_path):
    keys.sign(pack, PASSPHRASES.__getitem__)
    other = Keys(tmp_path / "other")
    other.create("Somebody", 1, 1, PASSPHRASES.__getitem__)
    with pytest.raises(SignerUnknownError):
        checked(pack, other.roots()[0], tmp_path)


def test_a_damaged_pack_is_not_signed(keys, pack):
    with (pack / "tokenizer.json").open("a") as stream:
        stream.write(" ")
    with pytest.raises(Exception, match="not the one that was installed"):
        keys.sign(pack, PASSPHRASES.__getitem__)


def test_a_new_release_key_is_followed_from_the_first_root(keys, pack, tmp_path):
    first = keys.roots()[0]
    keys.renew_root(PASSPHRASES.__getitem__, replace_release_key=True)
    keys.sign(pack, PASSPHRASES.__getitem__)
    assert len(keys.roots()) == 2
    assert checked(pack, first, tmp_path).state is SigningState.SIGNED


def test_two_of_three_people_are_enough_for_a_root_and_one_is_not(keys):
    (keys.folder / "root-1.pem").unlink()
    keys.renew_root(PASSPHRASES.__getitem__)
    (keys.folder / "root-2.pem").unlink()
    with pytest.raises(SigningError, match="1 root keys are here, and 2 must sign"):
        keys.renew_root(PASSPHRASES.__getitem__)


@pytest.mark.parametrize("fault", ["a root key is away", "a wrong passphrase"])
def test_who_cannot_sign_a_root_keeps_the_release_key(keys, pack, tmp_path, fault):
    before = (keys.folder / "release.pem").read_bytes()
    ask = PASSPHRASES.__getitem__
    if fault == "a root key is away":
        for name in ("root-1.pem", "root-2.pem"):
            (keys.folder / name).rename(tmp_path / name)
    else:
        ask = {**PASSPHRASES, "root-2": "something else"}.__getitem__
    with pytest.raises(SigningError):
        keys.renew_root(ask, replace_release_key=True)
    assert (keys.folder / "release.pem").read_bytes() == before
    keys.sign(pack, PASSPHRASES.__getitem__)
    assert checked(pack, keys.roots()[0], tmp_path).state is SigningState.SIGNED


def test_keys_are_not_made_over_others_whose_list_was_lost(keys):
    (keys.folder / "signer.json").unlink()
    with pytest.raises(SigningError, match="keys in this folder already"):
        keys.create("Again", 1, 1, PASSPHRASES.__getitem__)


def test_nothing_is_signed_without_a_root_that_could_be_trusted(keys, pack):
    (keys.folder / "roots" / "1.root.json").unlink()
    with pytest.raises(SigningError, match="no root"):
        keys.sign(pack, PASSPHRASES.__getitem__)
    assert not (pack / "metadata").exists()


def test_the_wrong_passphrase_opens_nothing(keys, pack):
    with pytest.raises(SigningError, match="does not open the key 'release'"):
        keys.sign(pack, lambda _key: "a wrong passphrase")
    assert not (pack / "metadata").exists()


def test_keys_lie_locked_and_for_nobody_else(keys):
    for path in keys.folder.glob("*.pem"):
        assert b"BEGIN ENCRYPTED PRIVATE KEY" in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0


def test_every_signature_has_a_higher_version(keys, pack, tmp_path):
    versions = []
    for _ in range(2):
        home = keys.sign(pack, PASSPHRASES.__getitem__)
        versions.append(json.loads((home / "timestamp.json").read_text())["signed"]["version"])
    assert versions == [1, 2]


def test_keys_are_not_made_over_others(keys):
    with pytest.raises(SigningError, match="keys in this folder already"):
        keys.create("Again", 1, 1, PASSPHRASES.__getitem__)


@pytest.mark.parametrize(("people", "threshold"), [(1, 2), (3, 0)])
def test_more_signatures_than_people_make_no_sense(tmp_path, people, threshold):
    with pytest.raises(SigningError, match="cannot sign"):
        Keys(tmp_path / "keys").create("Nobody", people, threshold, PASSPHRASES.__getitem__)


def test_a_short_passphrase_is_refused(tmp_path):
    with pytest.raises(SigningError, match="too short"):
        Keys(tmp_path / "keys").create("Headquarters", 1, 1, lambda _key: "short")


def test_without_a_terminal_it_is_said_and_no_folder_stays(tmp_path, monkeypatch):
    monkeypatch.delenv("SANDUKU_SIGNING_PASSPHRASE", raising=False)
    monkeypatch.setattr("getpass.getpass", nobody_types)
    with pytest.raises(SigningError, match="asked for at a terminal") as told:
        Keys(tmp_path / "new").create("Headquarters", 1, 1, ask_passphrase)
    assert "SANDUKU_SIGNING_PASSPHRASE" in told.value.remedy
    assert not (tmp_path / "new").exists()


def test_who_gives_up_at_the_last_passphrase_leaves_no_half_of_the_keys(tmp_path):
    given = iter(("long enough for one", "long enough for two"))
    keys = Keys(tmp_path / "new")
    with pytest.raises(StopIteration):
        keys.create("Headquarters", 1, 1, lambda _name: next(given), programs=1)
    assert not keys.folder.exists()


def nobody_types(_question):
    raise EOFError
