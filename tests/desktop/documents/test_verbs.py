"""A person does things with many documents at once, and takes them back."""

import pytest

from desktop.documents.dialogs import LastWarning, MarksQuestion, TextQuestion
from engine.library import DocumentFilter, JobState, ReviewState
from tests.desktop.documents.conftest import add, opened, shown, wait_for_rows
from tests.desktop.elsewhere import with_library


def question(view, kind):
    return view.window().findChildren(kind)[-1]


def undo(frame):
    frame.toasts.current.button.click()


def toast(frame):
    return frame.toasts.current.words.text()


@pytest.fixture
def do(qtbot, frame):
    """Chooses documents and triggers an action."""

    def trigger(name, ids=None):
        if ids is not None:
            frame.view.choose(ids)
        assert frame.actions_set[name].isEnabled()
        former = frame.toasts.current
        frame.actions_set[name].trigger()
        return former

    return trigger


def wait_for_toast(qtbot, frame, words):
    qtbot.waitUntil(lambda: frame.toasts.current is not None and toast(frame) == words)


def test_documents_are_approved_and_come_back(qtbot, view, frame, do, ids):
    do("document.approve", [ids["card.jpg"], ids["form.png"]])
    wait_for_toast(qtbot, frame, "2 documents approved.")
    wait_for_rows(qtbot, view, 2)
    undo(frame)
    wait_for_rows(qtbot, view, 4)
    wait_for_toast(qtbot, frame, "Undone.")


def test_what_is_not_read_cannot_be_approved_and_that_is_told(qtbot, view, frame, do, door):
    waiting = with_library(door, lambda library: add(library, "waiting.jpg"))
    opened(qtbot, frame, "inbox", rows=1)
    do("document.approve", [waiting])
    wait_for_toast(qtbot, frame, "1 document could not be approved: nothing of it is read.")


def test_a_problem_has_a_reason_that_its_row_tells(qtbot, view, frame, do, ids, door):
    do("document.problem", [ids["card.jpg"]])
    question(view, TextQuestion).field.setText("The photo is cut off")
    question(view, TextQuestion).accept()
    wait_for_rows(qtbot, view, 3)
    problems = opened(qtbot, frame, "problems", rows=1)
    assert problems.table.rows.two_lines
    assert "The photo is cut off" in problems.model.index(0, 0).data(11)
    do("document.send-back", [ids["card.jpg"]])
    qtbot.waitUntil(lambda: view.empty.isVisible())
    review = with_library(door, lambda library: library.documents.get(ids["card.jpg"]).review)
    assert review.state is ReviewState.NONE


def test_a_document_is_renamed_and_named_back(qtbot, view, frame, do, ids):
    do("document.rename", [ids["card.jpg"]])
    qtbot.waitUntil(lambda: bool(view.window().findChildren(TextQuestion)))
    assert question(view, TextQuestion).field.text() == "card.jpg"
    question(view, TextQuestion).field.setText("Yusuf.jpg")
    question(view, TextQuestion).accept()
    qtbot.waitUntil(lambda: "Yusuf.jpg" in shown(view))
    undo(frame)
    qtbot.waitUntil(lambda: "card.jpg" in shown(view))


def test_tags_are_given_and_taken_for_all_that_are_chosen(qtbot, view, frame, do, ids, door):
    with_library(door, lambda library: library.bulk.add_tag([ids["card.jpg"]], "urgent"))
    both = [ids["card.jpg"], ids["form.png"]]
    do("document.tag", both)
    qtbot.waitUntil(lambda: bool(view.window().findChildren(MarksQuestion)))
    asked = question(view, MarksQuestion)
    assert asked.list.item(0).checkState().name == "PartiallyChecked"
    asked.field.setText("Camp 4")
    asked.list.item(0).setCheckState(asked.list.item(0).checkState().Checked)
    asked.accept()
    wait_for_toast(qtbot, frame, "Tags of 2 documents changed.")

    def tags():
        return with_library(door, lambda library: [each.tags for each in library.documents.many(both)])

    assert tags() == [("Camp 4", "urgent")] * 2
    undo(frame)
    wait_for_toast(qtbot, frame, "Undone.")
    assert tags() == [("urgent",), ()]


def test_documents_are_put_into_a_new_case_that_is_found_in_the_rail(qtbot, view, frame, do, ids, door):
    do("document.case", [ids["card.jpg"], ids["form.png"]])
    qtbot.waitUntil(lambda: bool(view.window().findChildren(MarksQuestion)))
    question(view, MarksQuestion).field.setText("Family Hassan")
    question(view, MarksQuestion).accept()
    wait_for_toast(qtbot, frame, "Cases of 2 documents changed.")
    frame.open_view("cases", None)
    cases = frame.view
    qtbot.waitUntil(lambda: [thing.name for thing in cases.things] == ["Family Hassan"])
    assert cases.things[0].facts == "2 documents, 2 to check"
    frame.actions_set["case.open"].trigger()
    wait_for_rows(qtbot, view, 2)
    qtbot.waitUntil(lambda: view.head.title.text() == "Family Hassan")
    frame.open_view("cases", None)
    frame.actions_set["case.remove"].trigger()
    qtbot.waitUntil(lambda: cases.things == ())
    undo(frame)
    qtbot.waitUntil(lambda: len(cases.things) == 1)
    assert with_library(door, lambda library: library.cases.find()[0].documents) == 2


def test_a_case_is_made_renamed_and_noted(qtbot, view, frame):
    frame.open_view("cases", None)
    cases = frame.view
    qtbot.waitUntil(lambda: cases.empty.isVisible())
    for action, text in (
        ("case.new", "Clinic"),
        ("case.rename", "Clinic in Dadaab"),
        ("case.note", "Since May"),
    ):
        frame.actions_set[action].trigger()
        question(cases, TextQuestion).field.setText(text)
        question(cases, TextQuestion).accept()
        qtbot.waitUntil(lambda text=text: any(text in thing.name + thing.facts for thing in cases.things))
    assert cases.things[0].name == "Clinic in Dadaab"


def test_documents_go_to_the_trash_and_come_back(qtbot, view, frame, do, ids):
    do("document.trash", [ids["card.jpg"]])
    wait_for_rows(qtbot, view, 3)
    wait_for_toast(qtbot, frame, "1 document moved to the trash.")
    undo(frame)
    wait_for_rows(qtbot, view, 4)
    do("document.trash", list(ids.values()))
    qtbot.waitUntil(lambda: view.empty.isVisible())
    opened(qtbot, frame, "trash", rows=4)
    assert not frame.actions_set["document.trash"].isEnabled()
    do("document.restore", [ids["card.jpg"], ids["form.png"]])
    wait_for_rows(qtbot, view, 2)


def test_nothing_is_deleted_for_ever_before_it_was_named_and_confirmed(qtbot, view, frame, do, ids, door):
    do("document.trash", list(ids.values()))
    qtbot.waitUntil(lambda: view.empty.isVisible())
    opened(qtbot, frame, "trash", rows=4)
    do("document.purge", [ids["card.jpg"]])
    qtbot.waitUntil(lambda: bool(view.window().findChildren(LastWarning)))
    warning = question(view, LastWarning)
    assert "card.jpg" in warning.informativeText()
    assert warning.defaultButton() is warning.no
    warning.no.click()
    wait_for_rows(qtbot, view, 4)
    do("document.purge", list(ids.values()))
    qtbot.waitUntil(
        lambda: any(
            "and 1 more" in each.informativeText() for each in view.window().findChildren(LastWarning)
        )
    )
    question(view, LastWarning).yes.click()
    qtbot.waitUntil(lambda: view.empty.isVisible())
    everything = with_library(door, lambda library: library.documents.count(DocumentFilter(trashed=True)))
    assert everything == 0


def test_documents_are_read_again(qtbot, view, frame, do, ids, door):
    do("document.read-again", [ids["card.jpg"]])
    wait_for_toast(qtbot, frame, "1 document will be read again.")
    jobs = with_library(door, lambda library: library.jobs.find([JobState.QUEUED]))
    assert [job.document_id for job in jobs] == [ids["card.jpg"]]


def test_what_needs_a_choice_cannot_be_done_without_one(qtbot, view, frame):
    view.choose([])
    for name in ("document.approve", "document.trash", "document.tag", "document.rename", "document.purge"):
        assert not frame.actions_set[name].isEnabled()
    view.choose(list(view.model.listing.ids))
    assert frame.actions_set["document.approve"].isEnabled()
    assert not frame.actions_set["document.rename"].isEnabled()
