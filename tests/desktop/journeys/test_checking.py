"""A document is compared with its page and corrected, with keys and mouse, and nothing of it is lost."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from desktop.check.problem_dialog import ProblemDialog
from engine.library import JobState, ReviewState
from tests.desktop.elsewhere import with_library
from tests.desktop.journeys.person import READING_PATIENCE


def the(door, name):
    found = with_library(door, lambda library: library.documents.find())
    return next(each.id for each in found if each.name == name)


@pytest.fixture
def at_the_receipt(open_window, filled):
    """Somebody who checks the receipt."""
    person = open_window(filled)
    opens(person, the(filled, "receipt.jpg"))
    return person


def opens(person, document):
    person.frame.open_view("check", document)
    hand = person.view.hand
    person.waits_until(
        lambda: hand.facts is not None and hand.facts.document.id == document and hand.rows and hand.image
    )
    person.view.list.setFocus()
    person.presses("Home")
    person.waits_until(lambda: hand.current == 0)


def texts(person):
    return [row.text for row in person.view.hand.rows]


def corrects(person, words):
    person.presses("Ctrl+Shift+E")
    person.waits_until(lambda: person.view.strip.field.hasFocus())
    person.presses("Ctrl+A")
    person.types(words)


def draws_a_line(qtbot, person, words):
    """Draw where a line stands, and type what it says."""
    person.chooses("line.add")
    area = person.view.canvas.viewport()
    middle = area.rect().center()
    person.drags(area, middle, middle + QPoint(80, 20))
    person.waits_until(lambda: person.view.strip.field.hasFocus())
    person.types(words)
    person.presses("Return")
    person.waits_until(lambda: any(row.text == words and not row.is_new for row in person.view.hand.rows))


def test_tab_saves_a_line_and_goes_to_the_next(qtbot, at_the_receipt):
    person = at_the_receipt
    second = texts(person)[1]
    corrects(person, "First line 17")
    person.presses("Tab")
    person.waits_until(lambda: texts(person)[0] == "First line 17")
    assert person.view.hand.current == 1
    assert person.view.strip.field.text() == second


def test_the_model_s_value_stays_visible_beside_a_correction(qtbot, at_the_receipt):
    person = at_the_receipt
    before = texts(person)[0]
    corrects(person, "First line 17")
    person.presses("Return")
    person.waits_until(lambda: texts(person)[0] == "First line 17")
    person.clicks_row(person.view.list, 0)
    person.waits_until(
        lambda: any(
            before in label.text() for label in person.view.card.findChildren(QLabel) if label.isVisible()
        )
    )


def test_f3_goes_from_doubt_to_doubt(qtbot, at_the_receipt):
    person = at_the_receipt
    doubtful = [at for at, row in enumerate(person.view.hand.rows) if row.doubtful]
    assert doubtful, "the faded receipt is read without a doubt: take another sample"
    person.presses("F3")
    after = next((at for at in doubtful if at > 0), doubtful[0])
    person.waits_until(lambda: person.view.hand.current == after)


def test_a_line_is_split_joined_deleted_and_all_of_it_undone(qtbot, at_the_receipt):
    person = at_the_receipt
    hand, before = person.view.hand, texts(person)
    place = next(at for at, text in enumerate(before) if " " in text and at + 1 < len(before))
    person.clicks_row(person.view.list, place)
    person.presses("Ctrl+Shift+E")
    person.waits_until(lambda: person.view.strip.field.hasFocus())
    person.presses("Home")
    for _ in range(before[place].index(" ")):
        person.presses("Right")
    person.chooses("line.split")
    person.waits_until(lambda: len(hand.rows) == len(before) + 1)
    person.clicks_row(person.view.list, place)
    person.chooses("line.merge")
    person.waits_until(lambda: len(hand.rows) == len(before))
    person.clicks_row(person.view.list, place)
    person.chooses("line.delete")
    person.waits_until(lambda: len(hand.rows) == len(before) - 1)
    for lines in (len(before), len(before) + 1, len(before)):
        person.view.list.setFocus()
        person.presses("Ctrl+Z")
        person.waits_until(lambda lines=lines: len(hand.rows) == lines)
    assert texts(person) == before


def test_undo_reaches_over_the_end_of_the_program(qtbot, open_window, filled):
    document = the(filled, "receipt.jpg")
    person = open_window(filled)
    opens(person, document)
    before = texts(person)[0]
    corrects(person, "First line 17")
    person.presses("Return")
    person.waits_until(lambda: texts(person)[0] == "First line 17")
    person.window.close()
    person = open_window(filled)
    opens(person, document)
    assert texts(person)[0] == "First line 17"
    person.presses("Ctrl+Z")
    person.waits_until(lambda: texts(person)[0] == before)
    person.presses("Ctrl+Y")
    person.waits_until(lambda: texts(person)[0] == "First line 17")


def test_lines_that_were_parted_joined_deleted_and_added_are_undone_after_a_restart_and_done_again(
    qtbot, open_window, filled
):
    document = the(filled, "receipt.jpg")
    person = open_window(filled)
    opens(person, document)
    states = [texts(person)]
    place = next(at for at, text in enumerate(states[0][:-2]) if " " in text)

    def done(lines):
        person.waits_until(lambda: len(texts(person)) == lines and texts(person) != states[-1])
        person.waits_until(lambda: not any(row.is_new for row in person.view.hand.rows))
        states.append(texts(person))

    person.clicks_row(person.view.list, place)
    person.presses("Ctrl+Shift+E")
    person.waits_until(lambda: person.view.strip.field.hasFocus())
    person.presses("Home")
    for _ in range(states[0][place].index(" ")):
        person.presses("Right")
    person.presses("Ctrl+Shift+S")
    done(len(states[0]) + 1)
    person.clicks_row(person.view.list, place + 1)
    person.presses("Ctrl+Shift+J")
    done(len(states[0]))
    person.clicks_row(person.view.list, place)
    person.presses("Ctrl+Shift+Backspace")
    done(len(states[0]) - 1)
    draws_a_line(qtbot, person, "Seen by hand")
    done(len(states[0]))
    person.window.close()

    person = open_window(filled)
    opens(person, document)
    assert texts(person) == states[-1]
    for key, wanted in (("Ctrl+Z", states[-2::-1]), ("Ctrl+Shift+Z", states[1:])):
        for state in wanted:
            person.waits_until(
                lambda key=key: person.frame.actions_set[
                    "edit.undo" if key == "Ctrl+Z" else "edit.redo"
                ].isEnabled()
            )
            person.view.list.setFocus()
            person.presses(key)
            person.waits_until(lambda state=state: texts(person) == state)


def test_the_history_tells_who_changed_what_and_gives_it_back(qtbot, at_the_receipt):
    person = at_the_receipt
    before = texts(person)[0]
    corrects(person, "First line 17")
    person.presses("Return")
    person.waits_until(lambda: texts(person)[0] == "First line 17")
    person.clicks_row(person.view.list, 0)
    person.presses("Ctrl+H")
    history = person.view.history
    history.about.setCurrentIndex(1)
    person.waits_until(lambda: history.list.model().rowCount() >= 2)

    def oldest_is_chosen():
        # What was just written may still come into the list, and nothing is chosen in it then.
        person.clicks_row(history.list, history.list.model().rowCount() - 1)
        return history.restore.isEnabled()

    person.waits_until(oldest_is_chosen)
    person.clicks(history.restore)
    person.waits_until(lambda: texts(person)[0] == before)


def test_a_line_that_was_missed_is_drawn_and_typed(qtbot, at_the_receipt):
    person = at_the_receipt
    before = len(texts(person))
    draws_a_line(qtbot, person, "Seen by hand")
    person.waits_until(lambda: len(texts(person)) == before + 1 and "Seen by hand" in texts(person))


def test_text_is_copied_in_reading_order(qtbot, at_the_receipt):
    person = at_the_receipt
    person.presses("Ctrl+Shift+X")
    person.reads("copied")
    copied = QGuiApplication.clipboard().text()
    assert copied.split() == " ".join(texts(person)).split()


def test_a_document_is_marked_as_a_problem_with_a_reason(qtbot, at_the_receipt, filled):
    person = at_the_receipt
    document = person.view.hand.facts.document.id
    person.presses("Ctrl+Shift+P")
    dialog = person.dialog(ProblemDialog)
    dialog.reason.setFocus()
    person.types("The lower half is missing")
    person.presses("Return")
    person.waits_until(
        lambda: person.view.hand.facts is None or person.view.hand.facts.document.id != document
    )
    review = with_library(filled, lambda library: library.documents.get(document).review)
    assert (review.state, review.reason) == (ReviewState.PROBLEM, "The lower half is missing")


def test_a_page_is_read_again_and_the_correction_stays(qtbot, open_window, filled):
    person = open_window(filled, reads=True)
    document = the(filled, "receipt.jpg")
    opens(person, document)
    corrects(person, "First line 17")
    person.presses("Return")
    person.waits_until(lambda: texts(person)[0] == "First line 17")

    def jobs():
        return with_library(filled, lambda library: library.jobs.find(document_id=document))

    before = jobs()[0].finished_at
    person.chooses("page.read-again")
    person.reads("is read again")
    person.waits_until(
        lambda: jobs()[0].state is JobState.DONE and jobs()[0].finished_at != before,
        patience=READING_PATIENCE,
    )
    stored = with_library(
        filled, lambda library: library.readings.of_page(library.documents.pages(document)[0].id)
    )
    assert stored.reading.lines[0].text == "First line 17"
    person.waits_until(lambda: texts(person)[0] == "First line 17")


def test_one_box_is_read_again(qtbot, open_window, filled):
    person = open_window(filled, reads=True)
    opens(person, the(filled, "receipt.jpg"))
    person.presses("Ctrl+R")
    regions = person.view.regions
    person.waits_until(
        lambda: regions.proposal is not None and regions.proposal.line is not None, patience=READING_PATIENCE
    )
    person.waits_until(lambda: person.view.card.proposal.isVisible())
