"""The library's files: one for each content, healed by adding it again, exported whole."""

import os
import time

import pytest

from engine.library import DamagedFileError, MissingFileError, NewDocument


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
