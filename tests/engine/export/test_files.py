"""Exports are whole files or none, never over another one unasked, and any number of documents fits."""

import errno
import tracemalloc

import pytest

from engine.errors import DiskFullError
from engine.export import FORMATS, Existing, export_documents, find_format
from engine.export.errors import (
    NameTemplateError,
    PageImageMissingError,
    SeveralDocumentsError,
    TargetExistsError,
    TargetUnwritableError,
    UnknownFormatError,
    WrongEndingError,
)


@pytest.fixture
def documents(make):
    return [make.document(make.page([make.line(f"text {name}")]), name=name) for name in ("a.jpg", "b.png")]


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: chosen.name)
def test_every_format_writes_its_files(tmp_path, documents, chosen):
    written = export_documents(documents, chosen.name, tmp_path / "out")
    expected = ["a", "b"] if chosen.one_file_per_document else ["sanduku-export"]
    assert [path.name for path in written] == [name + chosen.suffix for name in expected]
    assert names(tmp_path / "out") == sorted(path.name for path in written)
    assert all(path.stat().st_size for path in written)


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: chosen.name)
def test_a_target_with_the_formats_suffix_is_one_file(tmp_path, documents, chosen):
    target = tmp_path / f"mine{chosen.suffix}"
    assert export_documents(documents[:1], chosen.name, target) == [target]
    assert names(tmp_path) == [target.name]


def test_several_documents_do_not_fit_one_file(tmp_path, documents):
    with pytest.raises(SeveralDocumentsError, match="folder"):
        export_documents(documents, "pdf", tmp_path / "all.pdf")
    assert names(tmp_path) == []


def test_documents_of_one_name_are_numbered(tmp_path, make):
    called = ["Scan.jpg", "scan.png", "SCAN.tif", "scan (2).jpg"]
    written = export_documents(
        [make.document(make.page([make.line(name)]), name=name) for name in called], "txt", tmp_path
    )
    assert [path.name for path in written] == ["Scan.txt", "scan (2).txt", "SCAN (3).txt", "scan (2) (2).txt"]
    assert [path.read_text().strip() for path in written] == called


def test_names_follow_the_template(tmp_path, documents):
    written = export_documents(documents, "txt", tmp_path, name_template="{added} {number} {name} {id}")
    assert [path.name for path in written] == ["2026-03-01 1 a 0190-abc.txt", "2026-03-01 2 b 0190-abc.txt"]


def test_a_wrong_template_or_format_writes_nothing(tmp_path, documents):
    with pytest.raises(NameTemplateError):
        export_documents(documents, "txt", tmp_path, name_template="{secret}")
    with pytest.raises(UnknownFormatError, match="txt, md"):
        export_documents(documents, "docx", tmp_path)
    assert names(tmp_path) == []


def test_formats_are_found_whatever_the_case():
    assert find_format(" PDF ").name == "pdf"


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path, documents):
    (tmp_path / "a.txt").write_text("mine")
    with pytest.raises(TargetExistsError, match=r"a\.txt"):
        export_documents(documents, "txt", tmp_path)
    assert (tmp_path / "a.txt").read_text() == "mine"
    export_documents(documents, "txt", tmp_path, existing=Existing.REPLACE)
    assert (tmp_path / "a.txt").read_text() == "text a.jpg\n"


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda chosen: chosen.name)
def test_an_error_in_the_middle_leaves_nothing_behind_and_keeps_the_old_file(tmp_path, make, chosen):
    def pages():
        yield make.page([make.line("first")])
        raise RuntimeError("the library went away")

    target = tmp_path / f"out{chosen.suffix}"
    target.write_text("before")
    document = make.document()
    object.__setattr__(document, "pages", pages())
    with pytest.raises(RuntimeError, match="went away"):
        export_documents([document], chosen.name, target, existing=Existing.REPLACE)
    assert names(tmp_path) == [target.name] and target.read_text() == "before"


def test_files_before_an_error_stay(tmp_path, make):
    broken = make.document(make.page([make.line("x")], image=b""), name="b.jpg")
    good = make.document(make.page([make.line("x")]), name="a.jpg")
    with pytest.raises(PageImageMissingError):
        export_documents([good, broken], "pdf", tmp_path)
    assert names(tmp_path) == ["a.pdf"]


def test_a_full_disk_is_told_as_such(tmp_path, documents, monkeypatch):
    def no_room(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("engine.export.files.os.fsync", no_room)
    with pytest.raises(DiskFullError, match=r"a\.txt"):
        export_documents(documents, "txt", tmp_path)
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path, documents):
    (tmp_path / "file").write_text("")
    with pytest.raises(TargetUnwritableError, match="may write"):
        export_documents(documents, "txt", tmp_path / "file" / "out")


def test_progress_names_each_document_when_it_is_done(tmp_path, documents):
    class Recorder:
        def __init__(self):
            self.calls = []

        def update(self, *, done, total, label=""):
            self.calls.append((done, total, label))

    for name in ("csv", "txt"):
        recorder = Recorder()
        export_documents(iter(documents), name, tmp_path, progress=recorder)
        assert recorder.calls == [(1, None, "a.jpg"), (2, None, "b.png")]


@pytest.mark.parametrize("name", ["csv", "jsonl", "xlsx"])
def test_many_documents_are_not_held_in_memory(tmp_path, make, name):
    def many():
        for number in range(400):
            lines = [make.line(f"line {row} of {number} " + "x" * 200) for row in range(20)]
            yield make.document(make.page(lines, image=b""), name=f"{number}.jpg")

    tracemalloc.start()
    try:
        export_documents(many(), name, tmp_path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # All texts together are 1.8 million characters; twice in memory would already be more than this.
    assert peak < 3_000_000


def test_a_name_of_another_format_is_told_before_anything_is_written(tmp_path, documents):
    with pytest.raises(WrongEndingError) as told:
        export_documents(documents[:1], "pdf", tmp_path / "letter.txt")
    assert ".pdf" in told.value.remedy
    assert names(tmp_path) == []
