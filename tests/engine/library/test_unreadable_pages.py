"""The change log tells of pages that could not be read, by the name of the error alone."""

from engine.library import JobState
from engine.library.claims import MAX_CRASHES

TELLING = "Passport of Amina Hassan.pdf is damaged."


def fail(library, job, *, code="page.damaged", retryable=False):
    return library.jobs.fail(job, code, TELLING, "Scan it again.", retryable=retryable)


def claim(library):
    return library.jobs.claim("worker", lease_seconds=60.0)


def told(library):
    return [
        (change.entity_id, change.payload, change.document_id)
        for change in library.changes.since(0)
        if (change.entity, change.kind) == ("page", "unreadable")
    ]


def test_a_page_that_cannot_be_read_is_told_of_without_the_words_of_the_error(library, add):
    document = add(library, pages=2)
    job = claim(library)
    fail(library, job)
    assert told(library) == [(job.page_id, {"page": job.page_id, "code": "page.damaged"}, document)]
    assert not library.changes.verify_chain()


def test_an_error_that_may_pass_is_not_told_of(library, add):
    add(library)
    assert fail(library, claim(library), retryable=True) == JobState.QUEUED
    assert told(library) == []


def test_a_page_that_ends_its_workers_is_told_of_once_it_is_given_up(library, add, clock):
    add(library)
    for _ in range(MAX_CRASHES):
        assert told(library) == []
        clock.pass_time(4000)
        claim(library)
        library.jobs.crashed("worker", "signal 11 in /home/amina")
    ((_, payload, _),) = told(library)
    assert payload["code"] == "worker.crashed"
    assert set(payload) == {"page", "code"}


def test_a_page_that_stands_from_an_earlier_reading_is_not_told_of(library, add, read_all):
    document = add(library)
    read_all(library)
    library.jobs.read_again(document)
    fail(library, claim(library))
    assert told(library) == []


def test_a_box_that_could_not_be_read_is_no_page(library, add, read_all):
    add(library)
    read_all(library)
    with library.connection.transaction():
        library.connection.run("UPDATE pages SET reading = NULL")
        library.connection.run("UPDATE jobs SET task = 'read-region', state = 'queued'")
    fail(library, claim(library))
    assert told(library) == []


def test_what_an_earlier_sanduku_did_not_tell_is_told_once(library, add, monkeypatch):
    add(library, pages=3)
    with monkeypatch.context() as earlier:
        earlier.setattr(library.readings, "tell_unreadable", lambda *_: None)
        fail(library, claim(library))
    fail(library, claim(library), code="page.too-large")
    assert library.jobs.tell_what_was_not_told() == 1
    assert sorted(payload["code"] for _, payload, _ in told(library)) == ["page.damaged", "page.too-large"]
    assert library.jobs.tell_what_was_not_told() == 0
