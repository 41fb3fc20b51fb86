"""What somebody is typing is there again after a crash, until it is made or dropped."""

import os
import signal
import subprocess
import sys

import pytest

from engine.errors import NotFoundError
from engine.geometry import Quad
from engine.library.connection import Connection
from engine.library.migrations import migrate, steps
from engine.library.texts import teach_texts


@pytest.fixture
def page(library, add, read_all):
    document = add(library)
    read_all(library, "Name: Amina", "Age: 30")
    return library.documents.pages(document)[0].id


def keep(library, page, line, text):
    stored = library.readings.of_page(page)
    library.drafts.save(page, line, text, reading_id=stored.id, original="before")


def test_a_draft_is_offered_as_it_was_last_kept(library, page, reopen):
    keep(library, page, "0", "Name: Am")
    keep(library, page, "0", " Name: Asha\u0301 ")
    (draft,) = reopen(library).drafts.all()
    assert (draft.page_id, draft.line_id, draft.text, draft.original) == (
        page,
        "0",
        " Name: Asha\u0301 ",
        "before",
    )
    assert (draft.fits, draft.document_name, draft.page_index) == (True, "form.pdf", 0)


def test_the_change_log_knows_nothing_of_drafts(library, page):
    before = library.changes.last_sequence()
    keep(library, page, "0", "Name: Am")
    reading = library.readings.of_page(page).id
    assert library.drafts.drop(page, "0", reading_id=reading) == 1
    assert library.changes.last_sequence() == before


@pytest.mark.parametrize(
    "verb",
    [
        lambda readings, page: readings.correct_line(page, "0", "x", author="Juma"),
        lambda readings, page: readings.confirm_line(page, "0", author="Juma"),
        lambda readings, page: readings.delete_line(page, "0", author="Juma"),
        lambda readings, page: readings.merge_lines(page, ["0", "1"], author="Juma"),
    ],
)
def test_a_correction_of_the_line_ends_its_draft_and_no_other(library, page, verb):
    keep(library, page, "0", "Name: Am")
    keep(library, page, "new:1", "Sex")
    verb(library.readings, page)
    assert [draft.line_id for draft in library.drafts.of_page(page)] == ["new:1"]


def test_a_line_that_is_added_ends_the_draft_that_it_was_typed_in(library, page):
    keep(library, page, "new:1", "Sex: F")
    box = Quad.from_box(0, 0, 9, 9)
    library.readings.add_line(page, "Sex: F", box, after=None, author="Juma", draft="new:1")
    assert library.drafts.all() == []


def test_a_page_read_anew_keeps_the_draft_and_tells_that_its_line_may_be_another(library, page, read_all):
    keep(library, page, "0", "Name: Am")
    library.jobs.read_again(library.documents.page(page).document_id)
    read_all(library, "Title", pipeline="test-2")
    (draft,) = library.drafts.all()
    assert (draft.text, draft.fits) == ("Name: Am", False)


def test_a_correction_of_the_new_reading_leaves_what_was_typed_on_the_earlier_one(library, page, read_all):
    keep(library, page, "0", "Name: Am")
    library.jobs.read_again(library.documents.page(page).document_id)
    read_all(library, "Title", pipeline="test-2")
    library.readings.correct_line(page, "0", "The title", author="Juma")
    assert [draft.text for draft in library.drafts.all()] == ["Name: Am"]


def test_typing_on_a_new_reading_leaves_what_was_typed_on_the_earlier_one(library, page, read_all):
    keep(library, page, "0", "Name: Am")
    first = library.readings.of_page(page).id
    library.jobs.read_again(library.documents.page(page).document_id)
    read_all(library, "Title", pipeline="test-2")
    keep(library, page, "0", "The ti")
    drafts = library.drafts.of_page(page)
    assert {(draft.text, draft.reading_id == first, draft.fits) for draft in drafts} == {
        ("Name: Am", True, False),
        ("The ti", False, True),
    }
    assert library.drafts.drop(page, "0", reading_id=first) == 1
    assert [draft.text for draft in library.drafts.of_page(page)] == ["The ti"]


def test_a_draft_of_an_unknown_reading_is_kept_and_dropped(library, page):
    library.drafts.save(page, "0", "half", reading_id=None)
    (draft,) = library.drafts.of_page(page)
    assert (draft.reading_id, draft.fits) == (None, False)
    assert library.drafts.drop(page, "0", reading_id=None) == 1


def test_drafts_of_the_third_version_are_kept(tmp_path):
    known = steps()
    connection = Connection(tmp_path / "library.db")
    teach_texts(connection)
    migrate(connection, known[:3], save=lambda _version: None, fresh=True)
    with connection.transaction():
        connection.run(
            "INSERT INTO documents (number, id, name, media_type, byte_size, sha256, page_count, added_at,"
            " added_by) VALUES (1, 'd', 'n', 'image/png', 1, 's', 1, 'now', 'Juma')"
        )
        connection.run(
            "INSERT INTO pages (number, id, document, page_index, page_key) VALUES (1, 'p', 1, 0, 's/0')"
        )
        connection.run_many(
            "INSERT INTO drafts (page, line, reading_id, text, original, saved_at)"
            " VALUES (1, ?, ?, ?, 'before', 'now')",
            [("0", "r", "half"), ("new:1", None, "other")],
        )
    migrate(connection, known, save=lambda _version: None)
    rows = connection.rows("SELECT line, reading_id, text, original FROM drafts ORDER BY line")
    assert [tuple(row) for row in rows] == [("0", "r", "half", "before"), ("new:1", "", "other", "before")]
    assert connection.rows("PRAGMA foreign_key_check") == []
    connection.close()


def test_drafts_go_with_their_document_and_hide_with_it_in_the_trash(library, page):
    keep(library, page, "0", "Name: Am")
    document = library.documents.page(page).document_id
    library.trash.put(document)
    assert library.drafts.all() == []
    library.trash.restore(document)
    assert len(library.drafts.all()) == 1
    library.trash.put(document)
    library.trash.purge(document)
    assert library.connection.value("SELECT count(*) FROM drafts") == 0


def test_a_draft_of_no_page_is_told(library):
    with pytest.raises(NotFoundError):
        library.drafts.save("nothing", "0", "x", reading_id=None)


KILLED = """
import os, signal, sys
from pathlib import Path
from engine.library import open_library
from engine.settings import LibrarySettings
library = open_library(Path(sys.argv[1]), data_key=bytes.fromhex(sys.argv[2]),
                       settings=LibrarySettings(ballast_megabytes=0))
library.drafts.save(sys.argv[3], "0", "half ty", reading_id=None)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_what_was_kept_survives_the_death_of_the_process(library, page):
    arguments = [str(library.folder), library.data_key.hex(), page]
    ended = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert [draft.text for draft in library.drafts.all()] == ["half ty"]
