"""Documents are checked, put in order and put away, many at once; each such action can be undone for ever."""

import json
import secrets
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from engine.errors import NotFoundError
from engine.geometry import Quad, Transform
from engine.library import (
    BulkUndo,
    DocumentFilter,
    NamelessError,
    NewDocument,
    Protection,
    ReviewState,
    Shelf,
    ShelfCounts,
    create_library,
)
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings


@pytest.fixture
def read(library, add, read_all):
    """Two documents that are read."""
    ids = [add(library, "a"), add(library, "b")]
    read_all(library, "Amina")
    return ids


def shelf(library, document):
    return library.documents.get(document).shelf


def test_a_document_goes_from_the_inbox_to_be_checked_and_done(library, add, read_all):
    document = add(library, pages=2)
    assert shelf(library, document) is Shelf.INBOX
    read_all(library, "Amina")
    assert shelf(library, document) is Shelf.TO_CHECK
    result = library.bulk.approve([document])
    assert result.changed == (document,)
    found = library.documents.get(document)
    assert (found.shelf, found.review.state, found.review.by) == (Shelf.DONE, ReviewState.APPROVED, "Amina")
    assert found.review.at.endswith("Z")


def test_the_shelves_are_counted(library, add, read):
    library.bulk.approve(read[:1])
    library.bulk.mark_problem(read[1:], "  the photo\nis cut off ")
    waiting, gone = add(library, "c"), add(library, "d")
    library.bulk.trash([gone])
    assert library.documents.shelves() == ShelfCounts(inbox=1, to_check=0, done=1, problems=1, trash=1)
    for place, ids in ((Shelf.DONE, read[:1]), (Shelf.PROBLEMS, read[1:]), (Shelf.INBOX, [waiting])):
        assert library.documents.ids(DocumentFilter(shelf=place)) == ids
        assert library.documents.count(DocumentFilter(shelf=place)) == 1
    assert library.documents.get(read[1]).review.reason == "the photo is cut off"


def test_a_page_that_cannot_be_read_makes_a_problem_that_a_person_may_approve(library, add):
    document = add(library, pages=2)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.jobs.fail(job, "x", "x", "x", retryable=False)
    job = library.jobs.claim("worker", lease_seconds=60)
    reading = Reading("p", 9, 9, Transform.identity(), Origin.RECOGNISED, ())
    library.jobs.complete(job, reading, image=None, thumbnail=None)
    assert shelf(library, document) is Shelf.PROBLEMS
    library.bulk.approve([document])
    assert shelf(library, document) is Shelf.DONE


def test_what_nobody_could_have_seen_is_not_approved(library, add, read):
    unread = add(library, "c")
    library.bulk.trash(read[:1])
    result = library.bulk.approve([unread, *read])
    assert (result.refused, result.changed) == ((unread, read[0]), (read[1],))


def test_an_approval_falls_when_a_page_is_read_that_was_not_there_to_see(library, add, make_reading):
    document = add(library, pages=2)
    for state in (ReviewState.APPROVED, ReviewState.NONE):
        job = library.jobs.claim("worker", lease_seconds=60)
        library.jobs.complete(job, make_reading("Amina"), image=None, thumbnail=None)
        if state is ReviewState.APPROVED:
            library.bulk.approve([document])
        assert library.documents.get(document).review.state is state


def test_a_persons_later_correction_leaves_the_approval_and_the_history_shows_both(library, read):
    library.bulk.approve(read)
    page = library.documents.pages(read[0])[0].id
    library.readings.correct_line(page, 0, "Asha", author="Juma")
    assert shelf(library, read[0]) is Shelf.DONE
    kinds = [(each.kind, each.author) for each in library.changes.of_document(read[0])]
    assert kinds[:2] == [("text", "Juma"), ("reviewed", "Amina")]


@pytest.mark.parametrize(("text", "where"), [("Amina", Shelf.DONE), ("Anima", Shelf.TO_CHECK)])
def test_an_approval_falls_when_a_new_reading_comes_to_another_text(library, read, read_all, text, where):
    library.bulk.approve(read)
    library.jobs.read_again(read[0])
    read_all(library, text, pipeline="test-2")
    assert shelf(library, read[0]) is where
    review = library.documents.get(read[0]).review
    assert (review.by, bool(review.reason)) == (
        ("Amina", False) if where is Shelf.DONE else ("sanduku", True)
    )
    assert shelf(library, read[1]) is Shelf.DONE


def test_an_unknown_document_among_many_leaves_all_as_they_were(library, read):
    before = library.changes.last_sequence()
    with pytest.raises(NotFoundError):
        library.bulk.trash([*read, "nothing"])
    assert library.documents.count() == 2
    assert library.changes.last_sequence() == before


def test_an_undo_token_outlives_the_session_and_the_undo_can_be_undone(library, read, reopen):
    token = json.loads(json.dumps(library.bulk.trash(read).undo.to_json()))
    other = reopen(library)
    undone = other.bulk.undo(BulkUndo.from_json(token))
    assert set(undone.changed) == set(read)
    assert other.search.find("amina").total == 2
    other.bulk.undo(undone.undo)
    assert other.documents.count() == 0
    assert other.search.find("amina").total == 0


def test_undoing_leaves_alone_what_was_changed_since_or_is_gone(library, read):
    result = library.bulk.mark_problem(read, "blurred")
    library.bulk.approve(read[:1])
    library.trash.put(read[1])
    library.trash.purge(read[1])
    undone = library.bulk.undo(result.undo)
    assert (undone.changed, set(undone.refused)) == ((), set(read))
    assert shelf(library, read[0]) is Shelf.DONE


def test_undoing_gives_back_who_had_approved_it_and_when(library, read, clock):
    library.bulk.approve(read)
    before = library.documents.get(read[0]).review
    clock.pass_time(60)
    result = library.bulk.send_back(read)
    assert shelf(library, read[0]) is Shelf.TO_CHECK
    library.bulk.undo(result.undo)
    assert library.documents.get(read[0]).review == before


def test_approving_again_changes_nothing(library, read):
    library.bulk.approve(read)
    before = library.changes.last_sequence()
    assert library.bulk.approve(read).changed == ()
    assert library.changes.last_sequence() == before


def test_tags_are_compared_without_regard_to_case_and_accents(library, read):
    library.bulk.add_tag(read[:1], "  R\u00e9fugi\u00e9s  2024 ")
    assert library.documents.ids(DocumentFilter(tag="refugies 2024")) == read[:1]
    assert library.documents.get(read[0]).tags == ("R\u00e9fugi\u00e9s 2024",)
    library.bulk.add_tag(read, "refugies 2024")
    assert [(each.tag, each.documents) for each in library.tags.all(beginning="REF")] == [
        ("refugies 2024", 2)
    ]
    library.bulk.remove_tag(read, "REFUGIES 2024")
    assert library.tags.all() == []
    for nothing in ("", " \n"):
        with pytest.raises(NamelessError):
            library.bulk.add_tag(read, nothing)


def test_a_document_belongs_to_as_many_cases_as_are_needed(library, read):
    one, two = library.cases.create("Household 7"), library.cases.create("Clinic", note="Tuesdays")
    library.bulk.add_to_case(read, one.id)
    moved = library.bulk.add_to_case(read[:1], two.id)
    assert library.documents.get(read[0]).case_ids == (two.id, one.id)
    assert [(each.name, each.documents, each.to_check) for each in library.cases.find()] == [
        ("Clinic", 1, 1),
        ("Household 7", 2, 2),
    ]
    library.bulk.undo(moved.undo)
    moved = library.bulk.remove_from_case(read, one.id)
    assert library.documents.ids(DocumentFilter(case_id=one.id)) == []
    library.bulk.undo(moved.undo)
    assert set(library.documents.ids(DocumentFilter(case_id=one.id))) == set(read)
    assert library.documents.get(read[0]).case_ids == (one.id,)


def test_a_removed_case_leaves_its_documents_and_comes_back_with_them(library, read):
    case = library.cases.create("Household 7")
    library.bulk.add_to_case(read, case.id)
    library.cases.remove(case.id)
    assert library.cases.find() == []
    assert library.documents.get(read[0]).case_ids == ()
    with pytest.raises(NotFoundError):
        library.bulk.add_to_case(read, case.id)
    assert library.cases.restore(case.id).documents == 2


def test_an_emptied_trash_takes_removed_cases_and_what_was_said_of_them(library, clock):
    case = library.cases.create("Household of Amina", note="her address")
    library.cases.remove(case.id)
    library.trash.purge_old()
    assert library.cases.restore(case.id).name == "Household of Amina"
    library.cases.remove(case.id)
    clock.pass_time(31 * 86400)
    library.trash.purge_old()
    with pytest.raises(NotFoundError):
        library.cases.restore(case.id)
    told = [each.payload for each in library.changes.since(0) if each.entity == "case"]
    assert told == [None] * (len(told) - 1) + [{}]
    assert library.changes.verify_chain() == []


def test_a_case_can_be_renamed_and_needs_a_name(library):
    case = library.cases.create(" Household\n7 ")
    assert library.cases.change(case.id, name="\u00c9lan", note="x").name == "\u00c9lan"
    assert [each.id for each in library.cases.find("elan")] == [case.id]
    with pytest.raises(NamelessError):
        library.cases.create("  ")


class BulkMachine(RuleBasedStateMachine):
    """Whatever is done, undoing all of it in reverse leads back to where it began."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        made = create_library(
            Path(self.folder.name) / "l",
            protection=Protection(encrypted=False),
            settings=LibrarySettings(ballast_megabytes=0),
        )
        self.library = made.library
        self.ids = [self.add(name) for name in ("a", "b", "c")]
        while job := self.library.jobs.claim("worker", lease_seconds=60):
            line = Line(job.name, Quad.from_box(0, 0, 9, 9), 0.5, "Latn", "ppocr")
            reading = Reading("p", 10, 10, Transform.identity(), Origin.RECOGNISED, (line,))
            self.library.jobs.complete(job, reading, image=None, thumbnail=None)
        self.cases = [self.library.cases.create(name).id for name in ("one", "two")]
        self.states = [self.state()]
        self.tokens = []

    def add(self, name):
        new = NewDocument(name, "image/png", 1, secrets.token_bytes(8))
        return self.library.documents.add(new).document_id

    def state(self):
        every = self.library.documents.many(self.ids)
        return [
            (each.shelf, each.review, each.tags, each.case_ids, each.trashed_at is None) for each in every
        ]

    @rule(data=st.data())
    def act(self, data):
        bulk = self.library.bulk
        ids = data.draw(st.lists(st.sampled_from(self.ids), max_size=4))
        case = data.draw(st.sampled_from(self.cases))
        tag = data.draw(st.sampled_from(["urgent", "Urgent", "\u0639\u0627\u062c\u0644"]))
        verb = data.draw(
            st.sampled_from(
                [
                    lambda: bulk.trash(ids),
                    lambda: bulk.restore(ids),
                    lambda: bulk.approve(ids),
                    lambda: bulk.mark_problem(ids, "blurred"),
                    lambda: bulk.send_back(ids),
                    lambda: bulk.add_tag(ids, tag),
                    lambda: bulk.remove_tag(ids, tag),
                    lambda: bulk.add_to_case(ids, case),
                    lambda: bulk.remove_from_case(ids, case),
                ]
            )
        )
        before = self.state()
        result = verb()
        after = self.state()
        changed = {each for each, old, new in zip(self.ids, before, after, strict=True) if old != new}
        assert changed == set(result.changed)
        self.tokens.append(result.undo)
        self.states.append(after)

    @precondition(lambda self: self.tokens)
    @rule()
    def undo_and_redo(self):
        undone = self.library.bulk.undo(self.tokens[-1])
        assert undone.refused == ()
        assert self.state() == self.states[-2]
        assert self.library.bulk.undo(undone.undo).refused == ()
        assert self.state() == self.states[-1]

    @invariant()
    def shelves_and_search_are_in_step(self):
        counts = self.library.documents.shelves()
        lying = [each for each in self.library.documents.many(self.ids) if each.trashed_at is None]
        assert counts.total == len(lying)
        assert counts.done == sum(each.shelf is Shelf.DONE for each in lying)

    def teardown(self):
        for token in reversed(self.tokens):
            assert self.library.bulk.undo(token).refused == ()
        assert self.state() == self.states[0]
        assert self.library.check(quick=True).sound
        self.library.close()
        self.folder.cleanup()


TestBulkMachine = BulkMachine.TestCase
TestBulkMachine.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)


def test_the_cases_made_last_come_first_if_asked_for_even_within_a_moment(library):
    made = [library.cases.create(f"Household {number}").id for number in range(20)]
    assert [case.id for case in library.cases.find(latest_first=True)] == made[::-1]
