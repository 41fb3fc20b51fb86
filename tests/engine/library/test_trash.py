"""The trash gives back what was put into it, and what is removed for good is gone from everywhere."""

import pytest

from engine.errors import NotFoundError
from engine.library import Status


@pytest.fixture
def read_document(created, add, read_all):
    library = created.library
    document = add(library, "form.pdf", pages=2, content=b"original")
    read_all(library, "Mohamed Abdi", image=b"shared image")
    page = library.documents.pages(document)[0]
    library.readings.correct_line(page.id, 0, "Mohamed Abdi Warsame", author="Juma")
    return document


def test_what_is_in_the_trash_is_out_of_lists_search_and_queue(library, add, read_all):
    document = add(library)
    library.trash.put(document)
    library.trash.put(document)
    assert library.documents.find() == []
    assert library.jobs.claim("worker", lease_seconds=60) is None
    assert library.jobs.progress().total == 0
    assert [each.id for each in library.trash.documents()] == [document]
    assert library.trash.count() == 1
    library.trash.restore(document)
    library.trash.restore(document)
    assert read_all(library) == 1
    assert library.check().sound


def test_a_paused_document_comes_back_paused(library, add):
    document = add(library)
    library.jobs.pause(document)
    library.trash.put(document)
    library.trash.restore(document)
    assert library.jobs.claim("worker", lease_seconds=60) is None
    library.jobs.resume(document)
    assert library.jobs.claim("worker", lease_seconds=60) is not None


def test_a_page_read_while_its_document_goes_to_the_trash_is_kept(library, add, make_reading):
    document = add(library)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.trash.put(document)
    library.jobs.complete(job, make_reading("Hello"), image=None, thumbnail=None)
    assert library.search.find("hello").total == 0
    library.trash.restore(document)
    assert library.search.find("hello").total == 1
    assert library.documents.get(document).status == Status.READ


def test_it_comes_back_with_its_corrections(created, read_document):
    library = created.library
    library.trash.put(read_document)
    library.trash.restore(read_document)
    assert library.search.find("warsame").total == 1
    assert library.check().sound


def test_removed_for_good_leaves_no_trace_but_that_it_was_removed(created, read_document):
    library = created.library
    library.trash.put(read_document)
    library.trash.purge(read_document)
    for table in ("documents", "pages", "readings", "corrections", "jobs", "page_texts"):
        assert library.connection.value(f"SELECT count(*) FROM {table}") == 0
    assert list(library.files.stored()) == []
    with pytest.raises(NotFoundError):
        library.documents.get(read_document)
    told = [change for change in library.changes.since(0) if change.document_id == read_document]
    assert told[-1].kind == "purged"
    assert all(change.payload is None for change in told[:-1])
    assert library.changes.verify_chain() == []
    assert library.check().sound


def test_a_file_that_another_document_uses_stays(library, add, read_all):
    first, second = add(library, "a"), add(library, "b")
    read_all(library, image=b"the same blank page")
    library.trash.put(first)
    library.trash.purge(first)
    image = library.documents.pages(second)[0].image_sha256
    assert library.files.read(image) == b"the same blank page"
    assert library.check().sound


def test_only_what_is_in_the_trash_can_be_removed(library, add):
    document = add(library)
    for nothing in (document, "nothing"):
        with pytest.raises(NotFoundError):
            library.trash.purge(nothing)
    assert library.documents.count() == 1


def test_what_is_old_enough_is_removed(library, add, clock):
    old, young = add(library, "old"), add(library, "young")
    library.trash.put(old)
    clock.pass_time(20 * 86400)
    library.trash.put(young)
    assert library.trash.purge_old() == 0
    clock.pass_time(11 * 86400)
    assert library.trash.purge_old() == 1
    assert [each.id for each in library.trash.documents()] == [young]
    assert library.trash.purge_old(days=0) == 1


def test_the_same_content_can_be_added_again_after_its_removal(library, add):
    document = add(library, content=b"same")
    library.trash.put(document)
    library.trash.purge(document)
    assert add(library, content=b"same") != document
    assert library.check().sound


def test_a_job_running_while_its_document_is_removed_is_lost_without_harm(library, add, make_reading):
    from engine.library import LeaseLostError

    document = add(library)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.trash.put(document)
    library.trash.purge(document)
    assert not library.jobs.renew(job)
    with pytest.raises(LeaseLostError):
        library.jobs.complete(job, make_reading("x"), image=b"image", thumbnail=None)
    assert list(library.files.stored()) == []


def test_each_document_tells_how_long_the_trash_keeps_it(library, add, clock):
    document = add(library)
    assert library.documents.get(document).days_left is None
    library.trash.put(document)
    kept = library.documents.get(document).days_left
    assert kept == 30
    clock.pass_time(29.5 * 86400)
    assert library.documents.get(document).days_left == 1
    clock.pass_time(86400)
    assert library.documents.get(document).days_left == 0
    clock.set_wall(clock.wall - 90 * 86400)
    assert library.documents.get(document).days_left == 30
    library.trash.restore(document)
    assert library.documents.get(document).days_left is None
