"""The library's files: one for each content, healed by adding it again, exported whole."""

import errno
import io
import os
import time
from pathlib import Path

import pytest

from engine.library import DamagedFileError, Files, MissingFileError, NewDocument, SourceUnreadableError
from engine.library.disk import Disk


def test_the_same_content_is_stored_once(created):
    files = created.library.files
    assert files.put(b"content") == files.put(b"content")
    assert len(list(files.stored())) == 1


def test_a_content_can_be_read_at_any_place(created):
    files = created.library.files
    content = os.urandom(200_000)
    with files.open(files.put(content)) as stream:
        stream.seek(150_000)
        assert stream.read(10) == content[150_000:150_010]
        stream.seek(-3, os.SEEK_END)
        assert stream.read() == content[-3:]
    assert files.size(files.put(content)) == 200_000


def test_is_exported_in_the_clear(created, tmp_path):
    files = created.library.files
    sha256 = files.put(b"content" * 50_000)
    files.export(sha256, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == b"content" * 50_000


def test_a_damaged_file_is_not_exported_nor_read(created, tmp_path):
    files = created.library.files
    sha256 = files.put(b"content" * 50_000)
    path = files.path(sha256)
    content = bytearray(path.read_bytes())
    content[100_000] ^= 1
    path.write_bytes(content)
    for attempt in (lambda: files.read(sha256), lambda: files.export(sha256, tmp_path / "out.pdf")):
        with pytest.raises(DamagedFileError):
            attempt()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["library"]


@pytest.mark.parametrize("damage", ["missing", "cut", "flipped"])
def test_adding_the_original_again_heals_it(created, damage):
    library = created.library
    new = NewDocument("a", "image/png", 1, b"content" * 50_000)
    first = library.documents.add(new)
    path = library.files.path(library.documents.get(first.document_id).sha256)
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(content[:-1] if damage == "cut" else content)
    assert not library.check().sound
    assert library.documents.add(new).already_known
    assert library.check().sound


def test_what_is_not_stored_is_told(created):
    with pytest.raises(MissingFileError):
        created.library.files.read("0" * 64)


def test_drafts_of_a_crash_are_removed_after_a_day_and_not_before(library):
    library.files.put(b"content")
    folder = next(library.files.stored()).parent
    old, young = folder / "a.draft", folder / "b.draft"
    for draft in (old, young):
        draft.write_bytes(b"half")
    os.utime(old, (time.time() - 90_000, time.time() - 90_000))
    library.repair()
    assert not old.exists()
    assert young.exists()


def test_a_file_that_the_disk_does_not_give_back_is_told_and_healed_no_worse_than_a_damaged_one(created):
    library = created.library
    library.documents.add(NewDocument("a", "image/png", 1, b"content"))
    path = library.files.path(library.documents.find()[0].sha256)
    path.unlink()
    path.mkdir()  # Opening it fails, and not because there is nothing.
    with pytest.raises(DamagedFileError, match="cannot be read"):
        library.files.read(library.documents.find()[0].sha256)
    (problem,) = library.check().problems
    assert problem.which.startswith("a (")


def test_what_is_stored_already_is_durable_too_before_it_is_referred_to(created):
    """Whoever stored it may have been killed between giving it its name and flushing the folder."""

    class Listening(Disk):
        def __init__(self):
            self.flushed = []

        def flush_folder(self, folder):
            self.flushed.append(folder)

    library, disk = created.library, Listening()
    sha256 = library.files.put(b"content")
    other = Files(library.folder / "files", library.connection, disk, library.data_key)
    assert other.put(b"content") == sha256
    assert {library.folder / "files", library.files.path(sha256).parent} <= set(disk.flushed)


def test_a_source_that_fails_while_it_is_read_is_told(created):
    class Failing(io.BytesIO):
        def read(self, *_):
            raise OSError(errno.EIO, "Input/output error")

    class Stick:
        def open(self, _mode):
            return Failing()

    with pytest.raises(SourceUnreadableError, match="Input/output error"):
        created.library.files.put(Stick())


def test_a_file_in_use_is_named_as_soon_as_windows_allows(tmp_path, monkeypatch):
    refusals = [PermissionError(errno.EACCES, "in use")] * 2
    replace = Path.replace

    def refused_at_first(draft, target):
        if refusals:
            raise refusals.pop()
        return replace(draft, target)

    monkeypatch.setattr(Path, "replace", refused_at_first)
    disk = Disk()
    disk.patience = (0.0, 0.0)
    disk.write_file(tmp_path / "keys.json", b"content")
    assert (tmp_path / "keys.json").read_bytes() == b"content"


def test_what_another_process_has_just_stored_and_reads_is_no_error(created):
    class Windows(Disk):
        def move(self, draft, target):
            super().move(draft, target)
            raise PermissionError(errno.EACCES, "in use")

    library = created.library
    files = Files(library.folder / "files", library.connection, Windows(), library.data_key)
    assert files.read(files.put(b"content")) == b"content"


def test_a_removed_file_that_is_still_being_read_is_left_for_the_next_time(library, monkeypatch):
    document = library.documents.add(NewDocument("a", "image/png", 1, b"content")).document_id
    library.trash.put(document)

    def in_use(_path, missing_ok=False):
        raise PermissionError(errno.EACCES, "in use")

    with monkeypatch.context() as windows:
        windows.setattr(Path, "unlink", in_use)
        library.trash.purge(document)
    assert library.check().counts["unused_files"] == 1
    assert library.repair() == 1


def test_a_file_gets_its_name_only_when_its_content_is_on_the_disk_and_then_the_name_is_too(tmp_path):
    class Listening(Disk):
        def __init__(self):
            self.done = []

        def flush(self, stream):
            super().flush(stream)
            self.done.append("content")

        def move(self, draft, target):
            super().move(draft, target)
            self.done.append("name")

        def flush_folder(self, folder):
            super().flush_folder(folder)
            self.done.append("folder")

    disk = Listening()
    disk.write_file(tmp_path / "file", b"content")
    assert disk.done == ["content", "name", "folder"]
