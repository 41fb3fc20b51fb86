"""What is still to be added survives the end of the program, and names are not left in the clear."""

import os
from pathlib import Path

import pytest

from engine.library import DamagedFileError, LeftBatch, LeftFiles, Library
from engine.library.library import LEFT

FIRST, SECOND = Path("/photos/Amina Yusuf.jpg"), Path("/photos/مريم.pdf")


def stored(library: Library) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((library.folder / LEFT).iterdir()))


def test_what_is_left_is_kept_and_forgotten_batch_by_batch(created):
    left = created.library.left
    assert left.all() == []
    left.keep("first", [FIRST, SECOND])
    left.keep("second", [SECOND])
    left.keep("first", [SECOND])
    assert sorted(left.all(), key=lambda each: each.batch) == [
        LeftBatch("first", (SECOND,)), LeftBatch("second", (SECOND,)),
    ]  # fmt: skip
    left.forget("first")
    left.forget("first")
    assert left.all() == [LeftBatch("second", (SECOND,))]


def test_names_are_sealed_where_the_library_is(created):
    created.library.left.keep("first", [FIRST])
    assert (b"Amina" in stored(created.library)) != created.library.encrypted


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_kept_as_it_is(created):
    odd = Path(os.fsdecode(b"/photos/\xff\xfe.jpg"))
    created.library.left.keep("first", [odd])
    assert created.library.left.all() == [LeftBatch("first", (odd,))]


def test_a_damaged_list_is_told_once_and_the_others_stay(library):
    library.left.keep("first", [FIRST])
    library.left.keep("second", [SECOND])
    file = library.folder / LEFT / "first"
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(DamagedFileError):
        library.left.all()
    assert library.left.all() == [LeftBatch("second", (SECOND,))]


def test_what_is_forgotten_while_it_is_listed_is_not_left(created, monkeypatch):
    left, read = created.library.left, LeftFiles._paths_in
    left.keep("first", [FIRST])
    left.keep("second", [SECOND])

    def reads(self, file):
        paths = read(self, file)
        left.forget("second" if file.name == "first" else "first")
        return paths

    monkeypatch.setattr(LeftFiles, "_paths_in", reads)
    assert len(left.all()) == 1
