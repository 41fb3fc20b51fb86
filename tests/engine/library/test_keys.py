"""The ways to open a library, to be kept out of it, and to change its keys."""

import json
import stat
import sys
import time

import pytest

from engine.library import (
    CorruptLibraryError,
    KeyLostError,
    LibraryLockedError,
    LibraryTooNewError,
    LibraryUnreachableError,
    NewDocument,
    NotALibraryError,
    Protection,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
    create_library,
    open_library,
)
from engine.library.keystore import NoKeyStore, SystemKeyStore
from engine.settings import LibrarySettings

PLAIN = LibrarySettings(ballast_megabytes=0)
PHRASE = "mvua kubwa 2026"


class MemoryKeyStore:
    """A keyring that works."""

    def __init__(self):
        self.secrets = {}

    def put(self, name, secret):
        self.secrets[name] = secret
        return True

    def get(self, name):
        return self.secrets.get(name)


def make(tmp_path, *, store=None, **protection):
    created = create_library(
        tmp_path / "library",
        protection=Protection(**protection),
        settings=PLAIN,
        key_store=store or NoKeyStore(),
    )
    created.library.documents.add(NewDocument("a", "image/png", 1, b"content"))
    created.library.close()
    return created


def opens(tmp_path, *, store=None, **keys):
    with open_library(
        tmp_path / "library", settings=PLAIN, key_store=store or NoKeyStore(), **keys
    ) as library:
        return library.documents.count() == 1


def slots(tmp_path):
    return {slot["kind"] for slot in json.loads((tmp_path / "library/keys.json").read_text())["slots"]}


def test_a_passphrase_opens_it_and_nothing_else_lies_beside_it(tmp_path):
    created = make(tmp_path, passphrase=PHRASE)
    assert created.warnings == ()
    assert slots(tmp_path) == {"passphrase", "recovery"}
    assert opens(tmp_path, passphrase=PHRASE)
    assert opens(tmp_path, passphrase=f" {PHRASE}  ")
    with pytest.raises(LibraryLockedError):
        opens(tmp_path)


@pytest.mark.parametrize("wrong", ["", "Mvua kubwa 2026", "x" * 100, "\ud800\0"])
def test_a_wrong_passphrase_is_told(tmp_path, wrong):
    make(tmp_path, passphrase=PHRASE)
    with pytest.raises(WrongPassphraseError) as told:
        opens(tmp_path, passphrase=wrong)
    assert told.value.remedy


def test_the_same_passphrase_from_another_keyboard_opens_it(tmp_path):
    make(tmp_path, passphrase="caf\u00e9 du soleil")
    assert opens(tmp_path, passphrase="cafe\u0301 du soleil")


def test_a_short_passphrase_is_refused_and_nothing_is_made(tmp_path):
    with pytest.raises(WeakPassphraseError):
        make(tmp_path, passphrase="short  ")
    assert list(tmp_path.iterdir()) == []


def test_the_recovery_key_opens_it_when_all_else_is_lost(tmp_path):
    created = make(tmp_path)
    (tmp_path / "library/library.key").unlink()
    with pytest.raises(KeyLostError) as told:
        opens(tmp_path)
    assert "recovery key" in told.value.remedy
    assert opens(tmp_path, recovery_key=created.recovery_key.lower().replace("-", " "))


def test_another_librarys_recovery_key_is_refused(tmp_path):
    make(tmp_path)
    (tmp_path / "other").mkdir()
    other = make(tmp_path / "other")
    with pytest.raises(WrongRecoveryKeyError):
        opens(tmp_path, recovery_key=other.recovery_key)


def test_without_keyring_and_passphrase_a_private_key_file_is_made_and_warned_of(tmp_path):
    created = make(tmp_path)
    file = tmp_path / "library/library.key"
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert any("key" in warning and "passphrase" in warning for warning in created.warnings)
    assert opens(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"AAAA", b"A" * 44])
def test_a_damaged_key_file_counts_as_lost(tmp_path, content):
    make(tmp_path)
    (tmp_path / "library/library.key").write_bytes(content)
    with pytest.raises(KeyLostError):
        opens(tmp_path)


def test_a_keyring_opens_it_and_makes_the_key_file_needless(tmp_path):
    store = MemoryKeyStore()
    created = make(tmp_path, store=store)
    assert created.warnings == ()
    assert not (tmp_path / "library/library.key").exists()
    assert opens(tmp_path, store=store)
    with pytest.raises(KeyLostError):
        opens(tmp_path, store=MemoryKeyStore())


def test_keyring_and_passphrase_both_open_it(tmp_path):
    store = MemoryKeyStore()
    make(tmp_path, store=store, passphrase=PHRASE)
    assert opens(tmp_path, store=store)
    assert opens(tmp_path, passphrase=PHRASE)
    with pytest.raises(LibraryLockedError):
        opens(tmp_path)


def test_changing_the_passphrase_ends_the_old_one_and_the_key_file(tmp_path):
    created = make(tmp_path)
    with open_library(tmp_path / "library", settings=PLAIN, key_store=NoKeyStore()) as library:
        library.change_passphrase(PHRASE)
        library.change_passphrase("another one 77")
    assert not (tmp_path / "library/library.key").exists()
    assert opens(tmp_path, passphrase="another one 77")
    with pytest.raises(WrongPassphraseError):
        opens(tmp_path, passphrase=PHRASE)
    assert opens(tmp_path, recovery_key=created.recovery_key)


def test_a_new_recovery_key_ends_the_old_one(tmp_path):
    created = make(tmp_path, passphrase=PHRASE)
    with open_library(tmp_path / "library", passphrase=PHRASE, settings=PLAIN) as library:
        printed = library.new_recovery_key()
    assert opens(tmp_path, recovery_key=printed)
    with pytest.raises(WrongRecoveryKeyError):
        opens(tmp_path, recovery_key=created.recovery_key)


def test_the_data_key_opens_it_as_a_worker_is_given_it(tmp_path):
    make(tmp_path, passphrase=PHRASE)
    with open_library(tmp_path / "library", passphrase=PHRASE, settings=PLAIN) as library:
        key = library.data_key
    assert opens(tmp_path, data_key=key)
    with pytest.raises(CorruptLibraryError):
        opens(tmp_path, data_key=bytes(32))


def test_nothing_of_a_document_can_be_read_in_the_folder(tmp_path):
    marker = b"Mohamed Abdi Warsame"
    created = create_library(tmp_path / "library", protection=Protection(keyring=False), settings=PLAIN)
    with created.library as library:
        added = library.documents.add(NewDocument(marker.decode(), "text/plain", 1, marker * 20))
        sha256 = library.documents.get(added.document_id).sha256
        for file in (tmp_path / "library").rglob("*"):
            if file.is_file():
                assert marker not in file.read_bytes()
            assert sha256 not in file.name


def test_no_library_and_a_damaged_or_later_one_are_told_apart(tmp_path):
    with pytest.raises(NotALibraryError):
        opens(tmp_path)
    make(tmp_path, passphrase=PHRASE)
    keys = tmp_path / "library/keys.json"
    whole = json.loads(keys.read_text())
    keys.write_text(json.dumps({**whole, "format": 99}))
    with pytest.raises(LibraryTooNewError):
        opens(tmp_path, passphrase=PHRASE)
    for damaged in ("", "{}", "[]", "[" * 100_000, '{"format": 1}', json.dumps(whole)[:-5]):
        keys.write_text(damaged)
        with pytest.raises(CorruptLibraryError):
            opens(tmp_path, passphrase=PHRASE)


def test_a_slot_of_another_kind_or_library_does_not_unwrap(tmp_path):
    make(tmp_path, passphrase=PHRASE)
    keys = tmp_path / "library/keys.json"
    whole = json.loads(keys.read_text())
    keys.write_text(json.dumps({**whole, "library_id": "another"}))
    with pytest.raises(WrongPassphraseError):
        opens(tmp_path, passphrase=PHRASE)


class Backend:
    """Stands for a module that the package keyring has found."""

    priority = 5

    def __init__(self, answer):
        self.answer = answer
        self.kept = None

    def set_password(self, _service, _name, secret):
        self.kept = secret

    def get_password(self, _service, _name):
        return self.answer(self.kept)


def test_a_keyring_that_fails_hangs_forgets_or_keeps_nothing_counts_as_absent(monkeypatch):
    import keyring
    from keyring.backends import fail, null

    def raising(_kept):
        raise RuntimeError("locked")

    def hanging(_kept):
        time.sleep(3)

    for backend in (
        fail.Keyring(),
        null.Keyring(),
        Backend(raising),
        Backend(hanging),
        Backend(lambda _kept: None),
    ):
        monkeypatch.setattr(keyring, "get_keyring", lambda backend=backend: backend)
        if isinstance(backend, Backend):
            monkeypatch.setattr(keyring, "set_password", backend.set_password)
            monkeypatch.setattr(keyring, "get_password", backend.get_password)
        store = SystemKeyStore(seconds=0.2)
        assert not store.put("library", "secret")
        assert store.get("library") is None


def test_a_keyring_that_keeps_what_it_is_given_is_used(monkeypatch):
    import keyring

    backend = Backend(lambda kept: kept)
    for name in ("set_password", "get_password"):
        monkeypatch.setattr(keyring, name, getattr(backend, name))
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    store = SystemKeyStore()
    assert store.put("library", "secret")
    assert store.get("library") == "secret"


def test_keys_that_the_disk_does_not_give_are_told(tmp_path):
    make(tmp_path, passphrase=PHRASE)
    keys = tmp_path / "library/keys.json"
    keys.unlink()
    keys.mkdir()
    with pytest.raises(LibraryUnreachableError, match="cannot be read"):
        opens(tmp_path, passphrase=PHRASE)


def test_a_place_where_no_folder_can_be_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryUnreachableError):
        make(tmp_path / "file")


@pytest.mark.parametrize(
    "cost",
    [
        {},
        {"iterations": 0, "lanes": 4, "memory_cost": 65536},
        {"iterations": 3, "lanes": 4, "memory_cost": 1 << 40},
        {"iterations": 10**9, "lanes": 4, "memory_cost": 65536},
        {"iterations": 3, "lanes": 4, "memory_cost": 1e300},
    ],
)
def test_an_altered_cost_of_the_passphrase_is_damage_and_neither_waited_nor_paid_for(tmp_path, cost):
    make(tmp_path, passphrase=PHRASE)
    keys = tmp_path / "library/keys.json"
    ring = json.loads(keys.read_text())
    for slot in ring["slots"]:
        slot["cost"] = cost
    keys.write_text(json.dumps(ring))
    with pytest.raises(CorruptLibraryError):
        opens(tmp_path, passphrase=PHRASE)


def test_a_library_without_its_keys_is_not_taken_for_an_empty_folder(tmp_path):
    create_library(
        tmp_path / "library", protection=Protection(passphrase=PHRASE), settings=PLAIN
    ).library.close()
    (tmp_path / "library/keys.json").unlink()
    with pytest.raises(CorruptLibraryError, match="missing") as caught:
        open_library(tmp_path / "library", passphrase=PHRASE, settings=PLAIN)
    assert "backup" in caught.value.remedy
