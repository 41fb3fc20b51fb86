"""A backup is whole or it is none, and brings everything back."""

import json

import pytest

from engine.errors import DiskFullError
from engine.library import BackupError, KeyLostError, Library, LibraryExistsError, open_library
from engine.library.keystore import NoKeyStore
from engine.settings import LibrarySettings

PLAIN = LibrarySettings(ballast_megabytes=0)


@pytest.fixture
def filled(created, add, read_all):
    library = created.library
    for number in range(2):
        add(library, f"form{number}.pdf", pages=2, content=b"%d" % number * 70_000)
    read_all(library, "Hello world", image=b"image" * 1000)
    page = library.documents.pages(library.documents.find()[0].id)[0]
    library.readings.correct_line(page.id, 0, "Hallo world", author="Juma")
    return created


def contents(library):
    return {
        (document.name, library.files.read(document.sha256), library.readings.of_page(page.id).reading.text)
        for document in library.documents.find()
        for page in library.documents.pages(document.id)
    }


def test_brings_everything_back_with_the_recovery_key(filled, tmp_path):
    report = filled.library.backup(tmp_path / "usb" / "backup")
    assert (report.files, report.damaged) == (3, ())
    Library.restore_backup(tmp_path / "usb" / "backup", tmp_path / "restored")
    with open_library(tmp_path / "restored", recovery_key=filled.recovery_key, settings=PLAIN) as restored:
        assert contents(restored) == contents(filled.library)
        assert restored.check().sound


def test_work_goes_on_in_the_library_and_in_the_copy(filled, tmp_path, add, read_all):
    filled.library.backup(tmp_path / "backup")
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    with open_library(tmp_path / "restored", data_key=filled.library.data_key, settings=PLAIN) as restored:
        for library in (filled.library, restored):
            add(library, "new")
            assert read_all(library) == 1
            assert library.check().sound


def test_a_restored_library_begins_an_epoch_once(filled, tmp_path):
    filled.library.backup(tmp_path / "backup")
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    key = filled.library.data_key
    for _ in range(2):
        with open_library(tmp_path / "restored", data_key=key, settings=PLAIN) as restored:
            last = restored.changes.since(0)[-1]
            assert (last.entity, last.kind, last.epoch) == ("library", "restored", 2)
            assert restored.changes.verify_chain() == []


def test_two_restores_of_one_backup_are_two_devices(filled, tmp_path, add):
    filled.library.backup(tmp_path / "backup")
    entries = []
    for name in ("one", "two"):
        Library.restore_backup(tmp_path / "backup", tmp_path / name)
        with open_library(tmp_path / name, data_key=filled.library.data_key, settings=PLAIN) as restored:
            add(restored, "new")
            begun, added = restored.changes.since(0)[-2:]
            assert begun.payload == {"device": restored.device_id, "former_device": filled.library.device_id}
            assert begun.device == added.device == restored.device_id
            assert restored.changes.verify_chain() == []
            assert restored.check().sound
            entries.append({(each.device, each.epoch, each.seq) for each in (begun, added)})
        with open_library(tmp_path / name, data_key=filled.library.data_key, settings=PLAIN) as again:
            assert again.device_id == added.device, "it is drawn once"
    assert entries[0].isdisjoint(entries[1])


def test_the_key_file_is_not_in_it(library, tmp_path):
    library.backup(tmp_path / "backup")
    assert not list((tmp_path / "backup").rglob("library.key"))
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    with pytest.raises(KeyLostError):
        open_library(tmp_path / "restored", settings=PLAIN, key_store=NoKeyStore())


def test_what_comes_while_it_is_made_does_not_make_it_inconsistent(filled, reopen, add, tmp_path):
    other = reopen(filled.library)

    class Meanwhile:
        count = 0

        def update(self, *, done, total, label=""):
            self.count += 1
            document = add(other, f"meanwhile {self.count}")
            other.trash.put(document)
            other.trash.purge(document)

    meanwhile = Meanwhile()
    filled.library.backup(tmp_path / "backup", meanwhile)
    assert meanwhile.count
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    with open_library(tmp_path / "restored", data_key=filled.library.data_key, settings=PLAIN) as restored:
        assert restored.check().sound
        assert restored.documents.count() == 2


def test_a_document_removed_while_it_is_made_is_not_in_it(filled, reopen, tmp_path):
    other = reopen(filled.library)
    removed = filled.library.documents.find()[0]
    paths = sorted(filled.library.files.referenced())

    class Meanwhile:
        def update(self, *, done, total, label=""):
            if other.documents.find_by_content(removed.sha256):
                other.trash.put(removed.id)
                other.trash.purge(removed.id)

    assert len(paths) == 3
    report = filled.library.backup(tmp_path / "backup", Meanwhile())
    assert report.damaged == ()


def test_a_damaged_file_does_not_keep_the_rest_from_being_saved(filled, tmp_path):
    library = filled.library
    first, second = library.documents.find()
    library.files.path(first.sha256).unlink()
    path = library.files.path(second.sha256)
    path.write_bytes(path.read_bytes()[:-1])
    report = library.backup(tmp_path / "backup")
    assert len(report.damaged) == 2
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")


@pytest.mark.parametrize("used", ["file", "folder"])
def test_nothing_is_ever_written_over(filled, tmp_path, used):
    target = tmp_path / "target"
    if used == "folder":
        target.mkdir()
    (target / "precious.txt" if used == "folder" else target).write_text("precious")
    filled.library.backup(tmp_path / "backup")
    with pytest.raises(LibraryExistsError):
        filled.library.backup(target)
    with pytest.raises(LibraryExistsError):
        Library.restore_backup(tmp_path / "backup", target)
    with pytest.raises(LibraryExistsError):
        Library.restore_backup(tmp_path / "backup", filled.library.folder)


def test_every_kind_of_damage_to_a_backup_is_found_before_anything_is_restored(filled, tmp_path):
    backup = tmp_path / "backup"
    filled.library.backup(backup)
    for file in [path for path in backup.rglob("*") if path.is_file()]:
        whole = file.read_bytes()
        for damaged in (None, whole[:-1], whole[:5] + b"\xff" + whole[6:]):
            file.unlink() if damaged is None else file.write_bytes(damaged)
            with pytest.raises(BackupError):
                Library.restore_backup(backup, tmp_path / "restored")
            assert not (tmp_path / "restored").exists()
            assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "library"]
            file.write_bytes(whole)
    Library.restore_backup(backup, tmp_path / "restored")


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "[]",
        '{"format": 9, "files": {}}',
        *(
            json.dumps({"format": 1, "files": {name: ["x", 1]}})
            for name in ("../../evil", "/etc/evil", "C:evil", "..\\evil", "a/../../evil", "")
        ),
    ],
)
def test_a_folder_that_is_no_backup_is_refused(tmp_path, manifest):
    with pytest.raises(BackupError):
        Library.restore_backup(tmp_path, tmp_path / "restored")
    (tmp_path / "backup.json").write_text(manifest)
    with pytest.raises(BackupError):
        Library.restore_backup(tmp_path, tmp_path / "restored")


def test_a_disk_that_is_too_small_is_told_before_anything_is_written(filled, tmp_path, monkeypatch):
    monkeypatch.setattr("engine.library.disk.Disk.room", lambda _disk, _folder: 1000)
    with pytest.raises(DiskFullError, match="MB free"):
        filled.library.backup(tmp_path / "backup")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library"]


def test_a_file_that_the_disk_does_not_give_back_is_told_and_the_rest_is_backed_up(filled, tmp_path):
    library = filled.library
    lost = library.files.path(library.documents.find()[0].sha256)
    lost.unlink()
    lost.mkdir()
    report = library.backup(tmp_path / "backup")
    assert len(report.damaged) == 1
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")


def test_a_backup_that_the_medium_does_not_give_back_is_not_restored(filled, tmp_path):
    filled.library.backup(tmp_path / "backup")
    database = tmp_path / "backup" / "library.db"
    database.unlink()
    database.mkdir()
    with pytest.raises(BackupError, match="damaged or missing"):
        Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    assert not (tmp_path / "restored").exists()


def test_a_document_that_is_removed_for_good_meanwhile_is_not_in_the_backup_and_no_damage(
    filled, tmp_path, reopen
):
    other = reopen(filled.library)

    class Meddler:
        def __init__(self):
            # Files are copied in the order of their hashes: the last one is not copied yet.
            self.left = [max(other.documents.find(), key=lambda document: document.sha256).id]

        def update(self, **_progress):
            while self.left:
                other.trash.put(self.left[0])
                other.trash.purge(self.left.pop())

    report = filled.library.backup(tmp_path / "backup", Meddler())
    assert report.damaged == ()
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    with open_library(tmp_path / "restored", data_key=filled.library.data_key, settings=PLAIN) as restored:
        assert restored.documents.count() == 1
        assert restored.check().sound


def test_a_backup_cannot_be_opened_with_the_key_file_of_this_computer(library, tmp_path):
    library.backup(tmp_path / "backup")
    assert not (tmp_path / "backup" / "library.key").exists()
    ring = json.loads((tmp_path / "backup" / "keys.json").read_text())
    assert [slot["kind"] for slot in ring["slots"]] == ["recovery"]
