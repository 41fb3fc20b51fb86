"""Documents come in whole, once, and are found again."""

import hashlib
import os
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import NotFoundError
from engine.library import (
    DocumentFilter,
    NewDocument,
    Order,
    SourceChangedError,
    SourceUnreadableError,
    Status,
    open_library,
)
from engine.settings import LibrarySettings

PLAIN = LibrarySettings(ballast_megabytes=0)


class Recorder:
    def __init__(self, on_update=lambda: None):
        self.seen = []
        self.on_update = on_update

    def update(self, *, done, total, label=""):
        self.seen.append((done, total))
        self.on_update()


def test_a_document_comes_with_its_pages_its_jobs_and_a_change(created):
    library = created.library
    added = library.documents.add(
        NewDocument("form.pdf", "application/pdf", 3, b"bytes", source_path="/usb/form.pdf")
    )
    document = library.documents.get(added.document_id)
    assert (document.name, document.page_count, document.byte_size) == ("form.pdf", 3, 5)
    assert document.sha256 == hashlib.sha256(b"bytes").hexdigest()
    assert (document.added_by, document.source_path, document.status) == (
        "Amina",
        "/usb/form.pdf",
        Status.QUEUED,
    )
    assert [page.index for page in library.documents.pages(document.id)] == [0, 1, 2]
    assert library.jobs.progress().queued == 3
    change = library.changes.since(0)[-1]
    assert (change.entity, change.kind, change.entity_id) == ("document", "added", document.id)
    assert change.payload["sha256"] == document.sha256
    assert library.check().sound


def test_the_same_content_under_another_name_is_known(library, add):
    first = add(library, "a.pdf", content=b"same")
    again = library.documents.add(NewDocument("b.pdf", "application/pdf", 1, b"same"))
    assert (again.document_id, again.already_known, again.in_trash) == (first, True, False)
    assert library.documents.count() == 1
    library.trash.put(first)
    assert library.documents.add(NewDocument("c.pdf", "application/pdf", 1, b"same")).in_trash


def test_a_large_file_is_stored_piece_by_piece_and_tells_how_far_it_is(created, tmp_path):
    content = os.urandom(1_000_003)
    source = tmp_path / "scan.tif"
    source.write_bytes(content)
    progress = Recorder()
    added = created.library.documents.add(NewDocument("scan.tif", "image/tiff", 1, source), progress=progress)
    document = created.library.documents.get(added.document_id)
    assert document.byte_size == len(content)
    assert created.library.files.read(document.sha256) == content
    assert progress.seen[-1] == (len(content), len(content))
    assert [done for done, _ in progress.seen] == sorted(done for done, _ in progress.seen)


def test_a_file_that_changes_while_it_is_added_is_refused(library, tmp_path):
    source = tmp_path / "growing.pdf"
    source.write_bytes(b"a" * 300_000)

    def grow():
        with source.open("ab") as stream:
            stream.write(b"b")

    with pytest.raises(SourceChangedError):
        library.documents.add(NewDocument("g", "application/pdf", 1, source), progress=Recorder(grow))
    assert library.documents.count() == 0
    assert list(library.files.stored()) == []


def test_a_file_that_cannot_be_read_is_told(library, tmp_path):
    with pytest.raises(SourceUnreadableError) as told:
        library.documents.add(NewDocument("x", "application/pdf", 1, tmp_path / "nothing.pdf"))
    assert "nothing.pdf" in str(told.value)


def test_a_name_of_bytes_that_are_no_characters_is_kept_readable(library):
    name = os.fsdecode(b"sc\xff\xe9n \xd8\xa7.pdf") + "\0"
    added = library.documents.add(NewDocument(name, "application/pdf", 1, b"x", source_path=name))
    assert library.documents.get(added.document_id).name == "sc\ufffd\ufffdn ا.pdf\ufffd"


def test_is_found_by_the_beginning_of_its_id(library, add):
    document = add(library)
    assert library.documents.get(document[:5].upper()).id == document
    for nothing in ("", "zzzzzz", document + "a", "%", "\x7f"):
        with pytest.raises(NotFoundError):
            library.documents.get(nothing)


def test_an_ambiguous_beginning_is_told(library, add):
    ids = [add(library, f"{number}.pdf") for number in range(60)]
    first_letters = [document[0] for document in ids]
    shared = next(letter for letter in first_letters if first_letters.count(letter) > 1)
    with pytest.raises(NotFoundError, match="Several"):
        library.documents.get(shared)


def test_filters_narrow_and_orders_sort(library, add, read_all, clock):
    add(library, "b_100%.pdf", batch="one")
    clock.pass_time(1)
    read_all(library, "Bonjour", language="fr", confidence=0.5)
    clock.pass_time(1)
    add(library, "A.pdf", pages=2)
    names = lambda wanted=None, **more: [  # noqa: E731
        document.name for document in library.documents.find(wanted or DocumentFilter(), **more)
    ]
    assert names() == ["A.pdf", "b_100%.pdf"]
    assert names(order=Order.OLDEST) == ["b_100%.pdf", "A.pdf"]
    assert names(order=Order.NAME) == ["A.pdf", "b_100%.pdf"]
    assert names(order=Order.LEAST_CONFIDENT) == ["b_100%.pdf", "A.pdf"]
    assert names(limit=1, offset=1) == ["b_100%.pdf"]
    for narrowing in (
        {"status": Status.READ},
        {"name_contains": "B_1"},
        {"name_contains": "0%"},
        {"language": "fr"},
        {"batch": "one"},
        {"below_confidence": 0.6},
    ):
        wanted = DocumentFilter(**narrowing)
        assert names(wanted) == ["b_100%.pdf"]
        assert library.documents.count(wanted) == 1
    assert names(DocumentFilter(media_type="application/")) == ["A.pdf", "b_100%.pdf"]
    assert names(DocumentFilter(media_type="image/")) == []
    assert names(DocumentFilter(language="f")) == []


def test_the_status_follows_the_pages(library, add, make_reading):
    document = add(library, pages=2)
    status = lambda: library.documents.get(document).status  # noqa: E731
    assert status() == Status.QUEUED
    first = library.jobs.claim("w", lease_seconds=60)
    assert status() == Status.READING
    library.jobs.complete(first, make_reading("x", confidence=0.7), image=None, thumbnail=None)
    assert status() == Status.READING
    second = library.jobs.claim("w", lease_seconds=60)
    library.jobs.fail(second, "x", "what", "remedy", retryable=False)
    found = library.documents.get(document)
    assert (found.status, found.pages_read, found.lowest_confidence) == (Status.PARTLY_READ, 1, 0.7)
    assert found.problem.page_index == 1
    library.jobs.retry()
    library.jobs.complete(
        library.jobs.claim("w", lease_seconds=60), make_reading("y"), image=None, thumbnail=None
    )
    assert status() == Status.READ
    assert library.documents.get(document).problem is None


def test_renaming_is_recorded_once(library, add):
    document = add(library, "scan0001.pdf")
    library.documents.rename(document, "Ration card Fatuma")
    library.documents.rename(document, "Ration card Fatuma")
    assert library.documents.get(document).name == "Ration card Fatuma"
    changes = [change for change in library.changes.since(0) if change.kind == "renamed"]
    assert [change.payload["previous"] for change in changes] == ["scan0001.pdf"]


def test_two_that_add_the_same_content_at_once_add_it_once(library):
    results, start = [], threading.Barrier(2)

    def adding():
        with open_library(library.folder, data_key=library.data_key, settings=PLAIN) as other:
            start.wait()
            contents = [b"%d" % number for number in range(30)]
            results.extend(other.documents.add(NewDocument("x", "image/png", 2, each)) for each in contents)

    threads = [threading.Thread(target=adding) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 60
    assert sum(not result.already_known for result in results) == 30
    assert library.documents.count() == 30
    assert library.check().sound


def test_unused_files_are_never_taken_from_under_an_add(library, reopen, monkeypatch):
    other = reopen(library)
    put = library.files.put
    collected = []

    def put_then_collect(data, **more):
        sha256 = put(data, **more)
        if not collected:
            collected.append(other.files.collect())
        return sha256

    monkeypatch.setattr(library.files, "put", put_then_collect)
    added = library.documents.add(NewDocument("x", "image/png", 1, b"content"))
    assert collected == [1]
    assert library.files.read(library.documents.get(added.document_id).sha256) == b"content"


@given(name=st.text(), pages=st.integers(1, 5))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_name_can_be_stored(library, name, pages):
    content = f"{name!r} {pages}".encode()
    added = library.documents.add(NewDocument(name, "image/png", pages, content))
    assert len(library.documents.pages(added.document_id)) == pages


@pytest.mark.parametrize("half", ["\ud83d", "\udcff"])
def test_halves_of_characters_in_names_are_made_plain(library, half):
    new = NewDocument(f"a{half}.pdf", "application/pdf", 1, b"x", source_path=f"C:/{half}")
    document = library.documents.add(new).document_id
    assert library.documents.get(document).name == "a\ufffd.pdf"
    assert len(library.documents.find(DocumentFilter(name_contains=f"a{half}"))) == 1
    with pytest.raises(NotFoundError):
        library.documents.get(half)
