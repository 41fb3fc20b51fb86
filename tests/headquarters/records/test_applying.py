"""What laptops send becomes records: in order, once, and without one laptop touching another's."""

import pytest
from sqlalchemy import select

from headquarters.records.group_tables import PageAnswer
from headquarters.records.listing import RecordFilter, Shelf, list_records
from headquarters.records.refreshing import stand
from headquarters.records.tables import Conflict, Document, LineCorrection, Page, PageReading, UnknownChange
from headquarters.search.finding import find
from headquarters.teams import add_team
from tests.headquarters.field import FieldLaptop


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def team(session, clock):
    return add_team(session, "Kakuma", clock).id


@pytest.fixture
def laptop(session, team, clock):
    return FieldLaptop.joined(session, team, clock.now())


def lines(session, document, page=0):
    page = session.get(Page, (document.laptop.team_id, document.pages[page]))
    reading = session.get(PageReading, (page.team_id, page.reading_id))
    rows = session.scalars(
        select(LineCorrection).where(LineCorrection.reading_id == reading.id).order_by(LineCorrection.number)
    )
    return [line.text for line in stand(reading, rows).lines]


def record(session, document):
    return session.get(Document, (document.laptop.team_id, document.id))


def problems(session, document):
    session.expire_all()
    return list(
        session.scalars(select(Page.problem).where(Page.document_id == document.id).order_by(Page.page_index))
    )


def listed(session, team, shelf):
    return list(list_records(session, team, RecordFilter(shelf)).records)


def conflicts(session):
    return list(session.scalars(select(Conflict).order_by(Conflict.found_at)))


def test_a_document_with_its_reading_can_be_seen_and_found(session, team, laptop):
    document = laptop.add("household 12.jpg", pages=2)
    document.read("Name: Amina", "Age: 30", confidence=0.6)
    laptop.send()
    row = record(session, document)
    assert (row.name, row.page_count, row.pages_read, row.lowest_confidence) == (
        "household 12.jpg",
        2,
        1,
        0.6,
    )
    assert (row.doubtful_lines, row.added_by) == (2, "Juma")
    assert [found.document_id for found in find(session, team, "amina").found] == [document.id]
    assert [found.kind for found in find(session, team, "household").found] == ["name"]


def test_a_page_that_the_laptop_could_not_read_is_known_as_that_until_it_is_read(session, team, laptop):
    document = laptop.add("form.pdf", pages=3)
    document.read("Name: Amina")
    document.fail(page=1, code="page.damaged")
    laptop.send()
    row = record(session, document)
    assert (row.page_count, row.pages_read, row.pages_failed) == (3, 1, 1)
    assert problems(session, document) == ["", "page.damaged", ""]
    assert [each.id for each in listed(session, team, Shelf.PROBLEM)] == [document.id]
    document.read("Age: 30", page=1)
    laptop.send()
    assert (row.pages_read, row.pages_failed, problems(session, document)) == (2, 0, ["", "", ""])
    assert listed(session, team, Shelf.PROBLEM) == []


def test_a_page_that_fails_after_it_was_read_keeps_its_text(session, laptop):
    document = laptop.add()
    document.read("Name: Amina")
    document.fail()
    laptop.send()
    assert (record(session, document).pages_failed, lines(session, document)) == (0, ["Name: Amina"])


@pytest.mark.parametrize("code", ["", "Amina Hassan, 4 May 1991", "x" * 1000, None])
def test_nothing_but_the_name_of_an_error_is_kept_of_it(session, laptop, code):
    document = laptop.add()
    document.fail(code=code)
    laptop.send()
    assert problems(session, document) == ["unknown"]


def test_a_page_of_another_library_cannot_be_told_to_have_failed(session, team, laptop, clock):
    other = FieldLaptop.joined(session, team, clock.now())
    document = laptop.add()
    laptop.send()
    other.note("page", document.pages[0], "unreadable", {"page": document.pages[0], "code": "page.damaged"})
    other.send()
    assert problems(session, document) == [""]


def test_what_changes_after_it_was_written_is_written_again(session, laptop):
    """A tag must find its document in the database; what the same batch tells after that counts too."""
    document = laptop.add("household 12.jpg")
    document.say("tagged", {"tag": "urgent"})
    document.read("Name: Amina")
    document.say("untagged", {"tag": "urgent"})
    document.say("renamed", {"name": "household 13.jpg"})
    laptop.send()
    row = record(session, document)
    assert (row.name, row.pages_read) == ("household 13.jpg", 1)
    assert lines(session, document) == ["Name: Amina"]


def test_corrections_apply_as_they_do_on_the_laptop(session, laptop):
    document = laptop.add()
    document.read("Nmae: Amina Age: 30", "rubbish", "Kakuma")
    document.change("split", ["0"], [("a", "Nmae: Amina"), ("b", "Age: 30")])
    document.correct("a", "Name: Amina")
    gone = document.change("delete", ["1"], [])
    document.change("add", [], [("c", "Camp 3")], after="b")
    laptop.send()
    assert lines(session, document) == ["Name: Amina", "Age: 30", "Camp 3", "Kakuma"]
    document.change("undo", [], [], about=gone)
    laptop.send()
    assert lines(session, document) == ["Name: Amina", "Age: 30", "Camp 3", "rubbish", "Kakuma"]


def test_a_corrected_line_is_found_and_the_wrong_one_no_more(session, team, laptop):
    document = laptop.add()
    document.read("Nmae: Amina")
    laptop.send()
    document.correct("0", "Name: Amina")
    laptop.send()
    assert find(session, team, "name").total == 1
    assert find(session, team, "nmae").total == 0
    assert record(session, document).lowest_confidence == 1.0


def test_a_new_reading_is_in_force_with_what_the_laptop_carried_over(session, laptop):
    document = laptop.add()
    document.read("Nmae")
    first = document.correct("0", "Name")
    document.read("Narne", "Age")
    document.change("text", ["0"], [("0", "Name")], carried_from=first)
    laptop.send()
    assert lines(session, document) == ["Name", "Age"]


def test_reviews_tags_cases_and_the_trash_are_as_in_the_field(session, team, laptop):
    document = laptop.add()
    document.say("reviewed", {"state": "problem", "reason": "blurred", "by": "Juma", "at": "x"})
    document.say("tagged", {"tag": "Urgent"})
    laptop.note("case", "c1", "created", {"name": "Family Hassan", "note": ""})
    document.say("put-in-case", {"case": "c1"})
    laptop.send()
    row = record(session, document)
    assert (row.field_state, row.field_reason, row.field_by) == ("problem", "blurred", "Juma")
    assert find(session, team, "urgent").total == 1
    assert find(session, team, "hassan").found[0].document_id == document.id
    document.say("untagged", {"tag": "urgent"})
    document.say("taken-from-case", {"case": "c1"})
    laptop.send()
    assert find(session, team, "urgent").total == 0
    assert find(session, team, "hassan").total == 0
    document.say("trashed")
    laptop.send()
    assert record(session, document).trashed
    assert find(session, team, "form").total == 0
    document.say("restored")
    laptop.send()
    assert find(session, team, "form").total == 1


def test_an_answer_is_kept_with_its_evidence_and_what_people_say_of_it(session, team, laptop):
    document = laptop.add()
    document.read("Amina, 30")
    doubted = document.answer("How old?", "Thirty", findings=[{"concern": "not-on-page", "about": "Thirty"}])
    sure = document.answer("Who?", "Amina")
    laptop.send()
    assert session.get(PageAnswer, (team, doubted)).doubtful
    assert not session.get(PageAnswer, (team, sure)).doubtful
    laptop.note(
        "answer",
        doubted,
        "reviewed",
        {"review": "r", "state": "rejected", "text": None, "reason": "no"},
        document=document.id,
    )
    laptop.send()
    assert session.get(PageAnswer, (team, doubted)).review_state == "rejected"
    assert find(session, team, "thirty").total == 0
    assert find(session, team, "amina").total == 2


def test_a_document_that_the_laptop_removed_leaves_a_tombstone(session, laptop):
    document = laptop.add()
    laptop.send()
    document.say("purged")
    laptop.send()
    row = record(session, document)
    assert row.trashed
    assert row.removed_at is not None


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"name": 5, "pages": [], "byte_size": 1},
        {"name": "a", "pages": "x", "byte_size": 1},
        {"name": "a", "pages": ["p", "p"], "byte_size": 1},
        {"name": "a", "pages": [], "byte_size": -1},
    ],
)
def test_what_cannot_be_understood_is_counted_and_holds_nothing_up(session, team, laptop, payload):
    laptop.note("document", "d", "added", payload, document="d")
    laptop.note("robot", "r", "danced", {"x": 1})
    good = laptop.add()
    laptop.send()
    assert record(session, good) is not None
    assert session.get(Document, (team, "d")) is None
    counted = {(row.entity, row.reason): row.count for row in session.scalars(select(UnknownChange))}
    assert counted == {("document", "malformed"): 1, ("robot", "unknown"): 1}


def test_text_that_no_database_holds_is_kept_readable(session, team, laptop):
    document = laptop.add("a\0b")
    document.read("x\0y amina")
    document.correct("0", "z\0 amina")
    laptop.send()
    assert record(session, document).name == "a\N{REPLACEMENT CHARACTER}b"
    assert find(session, team, "amina").total == 1


def test_no_laptop_changes_what_another_laptop_sent(session, team, laptop, clock):
    document = laptop.add("mine.jpg")
    document.read("Amina")
    laptop.send()
    other = FieldLaptop.joined(session, team, clock.now(), "Laptop 2")
    thief = type(document)(other, document.id, document.pages, dict(document.readings))
    thief.say("renamed", {"name": "stolen.jpg", "previous": ""})
    thief.correct("0", "Stolen")
    thief.read("Stolen")
    thief.say("purged")
    other.note(
        "document", document.id, "added", {"name": "s", "pages": [], "byte_size": 1}, document=document.id
    )
    other.send()
    row = record(session, document)
    assert (row.name, row.removed_at, row.library_id) == ("mine.jpg", None, laptop.stream.library_id)
    assert lines(session, document) == ["Amina"]


def test_the_same_ids_in_another_team_are_other_records(session, laptop, clock):
    document = laptop.add("ours.jpg")
    laptop.send()
    other = FieldLaptop.joined(session, add_team(session, "Dadaab", clock).id, clock.now())
    pages = {"name": "theirs.jpg", "pages": document.pages, "byte_size": 1}
    other.note("document", document.id, "added", pages, document=document.id)
    other.send()
    assert record(session, document).name == "ours.jpg"
    assert session.get(Document, (other.team_id, document.id)).name == "theirs.jpg"


# Copies of a library that went their own ways.


def test_two_copies_that_corrected_one_line_are_shown_and_the_later_stands(session, laptop):
    document = laptop.add()
    document.read("Nmae", "Age")
    laptop.send()
    copy = laptop.cloned()
    theirs = type(document)(copy, document.id, document.pages, dict(document.readings))
    document.correct("0", "Name")
    laptop.send()
    copy.milliseconds += 5000
    theirs.correct("0", "Names")
    theirs.correct("1", "Age: 3")
    copy.send()
    assert lines(session, document) == ["Names", "Age: 3"]
    (conflict,) = conflicts(session)
    assert (conflict.kind, conflict.kept_text, conflict.other_text) == ("laptops", "Names", "Name")
    assert record(session, document).open_conflicts == 1


def test_of_two_copies_the_later_stands_whichever_comes_first(session, laptop):
    document = laptop.add()
    document.read("Nmae")
    laptop.send()
    copy = laptop.cloned()
    theirs = type(document)(copy, document.id, document.pages, dict(document.readings))
    theirs.correct("0", "Names")
    copy.send()
    laptop.milliseconds += 5000
    document.correct("0", "Name")
    laptop.send()
    assert lines(session, document) == ["Name"]
    assert conflicts(session)[0].other_text == "Names"


def test_copies_that_say_the_same_are_no_conflict(session, laptop):
    document = laptop.add()
    document.read("Nmae")
    document.correct("0", "Naem")
    laptop.send()
    copy = laptop.cloned()
    theirs = type(document)(copy, document.id, document.pages, dict(document.readings))
    document.correct("0", "Name")
    laptop.send()
    theirs.correct("0", "Name")
    copy.send()
    assert conflicts(session) == []


def test_what_a_copy_knows_from_before_is_no_conflict(session, laptop):
    document = laptop.add()
    document.read("Nmae")
    document.correct("0", "Naem")
    laptop.send()
    copy = laptop.cloned()
    theirs = type(document)(copy, document.id, document.pages, dict(document.readings))
    theirs.correct("0", "Name")
    copy.send()
    assert (lines(session, document), conflicts(session)) == (["Name"], [])


def test_a_correction_whose_line_is_gone_is_kept_and_told(session, laptop):
    document = laptop.add()
    document.read("Name Age")
    laptop.send()
    copy = laptop.cloned()
    theirs = type(document)(copy, document.id, document.pages, dict(document.readings))
    document.change("split", ["0"], [("a", "Name"), ("b", "Age")])
    laptop.send()
    theirs.correct("0", "Name: Age:")
    copy.send()
    assert lines(session, document) == ["Name", "Age"]
    (conflict,) = conflicts(session)
    assert (conflict.kind, conflict.other_text) == ("line-gone", "Name: Age:")
