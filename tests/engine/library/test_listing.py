"""Lists stay quick and true: what they are sorted and filtered by is indexed, and always in step."""

import itertools
import secrets
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.geometry import Quad, Transform
from engine.library import (
    DocumentFilter,
    JobState,
    NewDocument,
    Order,
    Protection,
    Shelf,
    Status,
    create_library,
)
from engine.library.connection import Connection
from engine.library.migrations import migrate, steps
from engine.library.texts import teach_texts
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings

PLAIN = LibrarySettings(ballast_megabytes=0)


def plan(library, monkeypatch, ask, which=-1):
    """Return how SQLite goes about a statement of a question, by default the last, but for each row."""
    asked = []
    rows = library.connection.rows
    with monkeypatch.context() as listening:
        listening.setattr(
            library.connection,
            "rows",
            lambda sql, values=(): asked.append((sql, values)) or rows(sql, values),
        )
        ask()
    sql, values = asked[which]
    return [row["detail"] for row in rows(f"EXPLAIN QUERY PLAN {sql}", values) if row["parent"] == 0]


FILTERS = [
    DocumentFilter(),
    DocumentFilter(status=Status.READ),
    DocumentFilter(language="ar"),
    DocumentFilter(media_type="image/"),
    DocumentFilter(name_contains="form"),
    DocumentFilter(status=Status.READ, language="ar", name_contains="form"),
    DocumentFilter(shelf=Shelf.TO_CHECK),
    DocumentFilter(shelf=Shelf.DONE, language="ar", media_type="image/"),
]

USUAL = [
    Order.NEWEST,
    Order.OLDEST,
    Order.NAME,
    Order.NAME_DESCENDING,
    Order.LEAST_CONFIDENT,
    Order.MOST_CONFIDENT,
]
"""Orders that are never sorted, however many documents there are."""


@pytest.mark.parametrize(("wanted", "order"), list(itertools.product(FILTERS, USUAL)))
def test_every_usual_list_comes_out_of_an_index_in_its_order(library, monkeypatch, wanted, order):
    steps = plan(library, monkeypatch, lambda: library.documents.find(wanted, order=order), which=0)
    assert "documents USING INDEX documents_by_" in steps[0]
    assert not any("ORDER BY" in step for step in steps)


@pytest.mark.parametrize("order", Order)
def test_what_is_told_of_a_document_is_looked_up_for_one_screen_alone(library, monkeypatch, order):
    steps = plan(library, monkeypatch, lambda: library.documents.find(order=order))
    assert "SEARCH documents USING INDEX sqlite_autoindex_documents" in steps[0]


def test_the_shelves_are_counted_in_an_index_alone(library, monkeypatch):
    assert "USING COVERING INDEX" in plan(library, monkeypatch, library.documents.shelves)[0]


@pytest.mark.parametrize(
    "wanted", [*FILTERS, DocumentFilter(batch="b"), DocumentFilter(below_confidence=0.5)]
)
def test_documents_are_counted_in_an_index(library, monkeypatch, wanted):
    (step,) = plan(library, monkeypatch, lambda: library.documents.count(wanted))
    assert "USING INDEX" in step or "USING COVERING INDEX" in step


@pytest.mark.parametrize("states", [(), (JobState.QUEUED,), (JobState.FAILED, JobState.DEAD)])
def test_the_queue_comes_out_of_an_index_in_its_order(library, monkeypatch, states):
    steps = plan(library, monkeypatch, lambda: library.jobs.find(states))
    assert "jobs_as_listed" in steps[0]
    assert not any("ORDER BY" in step for step in steps)


def test_the_next_job_comes_out_of_an_index(library, monkeypatch):
    steps = plan(library, monkeypatch, lambda: library.jobs.claim("worker", lease_seconds=60))
    assert "jobs_in_line" in steps[0]
    assert not any("ORDER BY" in step for step in steps)


def test_names_are_filtered_and_sorted_without_regard_to_case_and_accents(library, add):
    ids = {name: add(library, name) for name in ("Zebra", "\u00c9lan", "arbre", "\u0623\u062d\u0645\u062f")}
    names = [document.name for document in library.documents.find(order=Order.NAME)]
    assert names[:3] == ["arbre", "\u00c9lan", "Zebra"]
    find = lambda part: [each.id for each in library.documents.find(DocumentFilter(name_contains=part))]  # noqa: E731
    assert find("elan") == find("\u00c9LAN") == [ids["\u00c9lan"]]
    assert find("\u0627\u062d\u0645\u062f") == [ids["\u0623\u062d\u0645\u062f"]]
    library.documents.rename(ids["Zebra"], "Abeille")
    assert find("zebra") == []
    assert find("abeille") == [ids["Zebra"]]


VERBS = ("add", "read", "fail", "crash", "cancel", "retry", "again", "correct", "trash", "restore", "purge")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 5)), max_size=25))
def test_what_a_list_tells_is_in_step_after_anything_that_can_happen(verbs):
    with tempfile.TemporaryDirectory() as folder:
        made = create_library(
            Path(folder) / "library", protection=Protection(encrypted=False), settings=PLAIN
        )
        with made.library as library:
            for verb, chance in verbs:
                happen(library, verb, chance)
                assert {problem.code for problem in library.check(quick=True).problems} == set()


def happen(library, verb, chance):
    every = [*library.documents.find(), *library.trash.documents()]
    document = every[chance % len(every)].id if every else None
    if verb == "add":
        library.documents.add(
            NewDocument(f"{chance}.png", "image/png", 1 + chance % 3, secrets.token_bytes(8))
        )
    elif verb in ("read", "fail", "crash"):
        job = library.jobs.claim("worker", lease_seconds=60)
        if job is None:
            return
        if verb == "read":
            line = Line(
                "x", Quad.from_box(0, 0, 9, 9), chance / 5, "Latn", "ppocr", language="ar" if chance else "en"
            )
            reading = Reading("p", 10, 10, Transform.identity(), Origin.RECOGNISED, (line,))
            library.jobs.complete(job, reading, image=None, thumbnail=None)
        elif verb == "fail":
            library.jobs.fail(job, "x", "x", "x", retryable=chance > 2)
        else:
            library.jobs.crashed("worker", "x")
    elif document is None:
        return
    elif verb == "correct":
        page = library.documents.pages(document)[0]
        if page.reading_id is not None:
            library.readings.correct_line(page.id, 0, "y", author="Juma")
    elif verb == "purge":
        library.trash.put(document)
        library.trash.purge(document)
    else:
        {
            "cancel": library.jobs.cancel,
            "retry": library.jobs.retry,
            "again": lambda document_id: library.jobs.read_again(document_id),
            "trash": lambda document_id: library.trash.put(document_id),
            "restore": lambda document_id: library.trash.restore(document_id),
        }[verb](document_id=document)


def test_a_library_of_the_first_version_is_brought_into_step(tmp_path):
    first, *later = steps()
    connection = Connection(tmp_path / "library.db")
    teach_texts(connection)
    migrate(connection, (first,), save=lambda _version: None, fresh=True)
    with connection.transaction():
        connection.run(
            "INSERT INTO documents (number, id, name, media_type, byte_size, sha256, page_count, added_at,"
            " added_by) VALUES (1, 'd', '\u00c9lan', 'image/png', 1, 's', 2, 'now', 'Juma')"
        )
        for page in (1, 2):
            connection.run(
                "INSERT INTO pages (number, id, document, page_index, page_key) VALUES (?, ?, 1, ?, 'k')",
                (page, f"p{page}", page),
            )
            connection.run(
                "INSERT INTO jobs (page, document, task, position, queued_at)"
                " VALUES (?, 1, 'read', 1, 'now')",
                (page,),
            )
        connection.run(
            "INSERT INTO readings (number, id, page, page_key, pipeline_id, made_at, body)"
            " VALUES (1, 'r', 1, 'k', 'p', 'now', x'')"
        )
        connection.run("UPDATE pages SET reading = 1, confidence = 0.5, languages = 'en sw' WHERE number = 1")
        connection.run("UPDATE jobs SET state = 'done' WHERE page = 1")
    migrate(connection, (first, *later), save=lambda _version: None)
    row = connection.row("SELECT name_key, pages_read, lowest_confidence, languages, status FROM documents")
    assert tuple(row) == ("elan", 1, 0.5, "en sw", "reading")
    connection.close()
