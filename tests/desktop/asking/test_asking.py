"""A question is asked, the answer is seen while it is made, stopped, judged, and shown on the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel

from desktop.preferences.pictures import CARD
from engine.answer import Answer, AnswerTask, Concern, Evidence, Finding, Provenance
from engine.library import AnswerState
from tests.desktop.elsewhere import with_library


def said(box) -> str:
    return "\n".join(label.text() for label in box.findChildren(QLabel))


def given(door, page_id, **wishes):
    """Have an answer stored as a worker would."""

    def store(library):
        library.questions.ask_one(page_id, AnswerTask.ASK, wishes={"question": wishes["question"]})
        job = library.jobs.claim("test", lease_seconds=60)
        stored = library.readings.required(page_id)
        library.answers.complete(job, Answer(AnswerTask.ASK, language="en", **wishes), reading_id=stored.id)

    with_library(door, store)


@pytest.fixture
def panel(qtbot, view):
    view.desk.ask()
    assert view.tabs.currentWidget() is view.ask
    return view.ask


@pytest.fixture
def answered(qtbot, door, panel, view):
    """An answer that quotes one line that stands on the page, and a number that does not."""
    line = view.hand.rows[3]
    given(
        door,
        view.hand.page.page.id,
        question="How many?",
        text="A household of 5, with 99 cards.",
        evidence=(
            Evidence("5", 3, line.text, line.line.quad, doubtful=True, start=15, stop=16),
            Evidence("99", start=23, stop=25),
        ),
        findings=(Finding(Concern.DOUBTFUL_LINE, "5"), Finding(Concern.NOT_ON_PAGE, "99")),
        provenance=Provenance(
            pack_id="tiny@1", pack_name="tiny", pack_version=1, precision="int8", seconds=2.5
        ),
    )
    qtbot.waitUntil(lambda: bool(panel.boxes))
    return panel


def only(panel):
    (box,) = panel.boxes.values()
    return box


@pytest.mark.usefixtures("tiny_model", "readers")
def test_a_question_is_answered_by_a_worker_and_the_answer_is_accepted(qtbot, panel):
    assert panel.question.hasFocus() and not panel.send.isEnabled()
    qtbot.keyClicks(panel.question, "How many people?")
    qtbot.keyClick(panel.question, Qt.Key.Key_Return)
    assert panel.live.isVisible() and panel.stop.isEnabled() and not panel.question.text()
    qtbot.waitUntil(lambda: bool(panel.boxes), timeout=120_000)
    qtbot.waitUntil(lambda: not panel.live.isVisible())
    box = only(panel)
    assert box.stored.answer.question == "How many people?" and "tiny" in said(box)
    if box.stored.answer.answered:  # the numbers in it are random: it may say nothing
        box.right.click()
        qtbot.waitUntil(lambda: only(panel).stored.review.state is AnswerState.ACCEPTED)
        assert "says that it is right." in said(only(panel)) and "Amina" in said(only(panel))


@pytest.mark.usefixtures("tiny_model")
def test_before_asking_it_is_told_how_long_it_takes_and_chosen_how_closely(qtbot, door, panel, view):
    qtbot.waitUntil(panel.foretold.isVisible)
    assert "Question: " in panel.foretold.text() and "Balanced" in panel.foretold.text()
    assert "measured" in panel.foretold.text().lower() or "not known" in panel.foretold.text()
    panel.manner.look.setCurrentIndex(panel.manner.look.findData("detailed"))
    panel.manner.look.activated.emit(3)
    qtbot.waitUntil(lambda: "Detailed" in panel.foretold.text())
    panel.manner.say.setCurrentIndex(panel.manner.say.findData("much"))
    panel.question.setText("How many people?")
    panel.send.click()
    qtbot.waitUntil(lambda: panel.talk._job is not None)
    job = with_library(door, lambda library: library.jobs.claim("test", lease_seconds=60))
    assert job.payload["profile"] == "detailed" and job.payload["length"] == "long"
    panel.stop.click()


@pytest.mark.parametrize(("chosen", "told"), [("", False), ("int4", True)])
def test_whether_the_form_that_was_chosen_fits_the_memory_is_told(qtbot, panel, chosen, told):
    qtbot.waitUntil(lambda: panel._models.known)
    usual, other = CARD["precisions"]
    large = {**other, "fit": {**other["fit"], "verdict": "too-big"}}
    card = {**CARD, "precisions": [usual, large]}
    panel._models.take({"packs": [card], "manners": {"ask": {"precision": chosen}}})
    qtbot.waitUntil(lambda: "SmolVLM" in panel.foretold.text())
    assert ("Too big for the memory" in panel.foretold.text()) is told


def test_without_a_model_no_choice_and_no_figure_is_shown(qtbot, panel):
    qtbot.waitUntil(lambda: panel._models.known)
    assert not panel.manner.isVisible() and not panel.foretold.isVisible()


@pytest.mark.usefixtures("readers")
def test_without_a_model_that_is_told_and_what_was_read_can_be_told(qtbot, view, panel, make_view):
    panel.question.setText("How many people?")
    panel.send.click()
    qtbot.waitUntil(panel.trouble.isVisible, timeout=120_000)
    assert "no model on this computer" in panel.why.text() and panel.models.isVisible()
    panel.from_read.click()
    qtbot.waitUntil(lambda: bool(panel.boxes), timeout=120_000)
    assert "No model looked at the page." in said(only(panel)) and not panel.trouble.isVisible()


def test_a_question_that_waits_is_stopped(qtbot, panel, view):
    panel.question.setText("How many people?")
    panel.send.click()
    qtbot.waitUntil(lambda: panel.talk._job is not None)
    assert "Waiting" in panel.doing.text() and not panel.describe.isEnabled()
    panel.stop.click()
    qtbot.waitUntil(lambda: panel.talk.speaking is None)
    assert "stopped" in panel.why.text() and not panel.boxes


def test_what_is_asked_goes_on_while_another_document_is_checked(qtbot, panel, view, document):
    panel.question.setText("How many people?")
    panel.send.click()
    qtbot.waitUntil(lambda: panel.talk._job is not None)
    view.hand.let_go()
    assert panel.talk.speaking is None and not panel.live.isVisible()
    view.opened(document)
    qtbot.waitUntil(lambda: panel.talk._job is not None and panel.talk.speaking is not None)


def test_doubts_stand_beside_an_answer_in_words_and_evidence_leads_to_its_line(qtbot, answered, view):
    box = only(answered)
    text = said(box)
    assert "“99” stands in no line" in text.replace("\u2068", "").replace("\u2069", "")
    assert "the line that holds this is doubtful" in text and "A model can be wrong" in text
    marks = [label.accessibleName() for label in box.findChildren(QLabel) if not label.pixmap().isNull()]
    assert marks.count("Doubtful") == 2
    (link,) = box.links
    assert "Household: 5" in link.accessibleName()
    link.click()
    assert view.hand.current == 3


def test_an_answer_is_called_wrong_taken_back_and_corrected_with_the_keyboard(qtbot, answered):
    box = only(answered)
    box.wrong.setFocus()
    qtbot.keyClick(box.wrong, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: only(answered).stored.review.state is AnswerState.REJECTED)
    assert only(answered).back.hasFocus()
    qtbot.keyClick(only(answered).back, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: only(answered).stored.review.state is AnswerState.NONE)
    only(answered).correct.click()
    dialog = answered.findChild(QInputDialog)
    dialog.setTextValue("Five people.")
    dialog.accept()
    qtbot.waitUntil(lambda: only(answered).stored.text == "Five people.")
    assert "A household of 5" in said(only(answered))  # the model's own words stay in sight


def test_the_key_of_the_history_shows_it_and_then_the_text_again(answered, view):
    view.desk.show_history()
    assert view.tabs.currentWidget() is view.history
    view.desk.show_history()
    assert view.tabs.currentIndex() == 0


def test_what_a_model_says_is_seen_while_it_speaks_as_not_checked(qtbot, door, panel, view):
    panel.question.setText("How many people?")
    panel.send.click()
    qtbot.waitUntil(lambda: panel.talk._job is not None)

    def speak(text):
        def tell(library):
            library.jobs.tell_progress(held[0], text)

        with_library(door, tell)

    held = [with_library(door, lambda library: library.jobs.claim("test", lease_seconds=60))]
    qtbot.waitUntil(lambda: "looking at the page" in panel.doing.text())
    speak("A household")
    qtbot.waitUntil(lambda: panel.told.text() == "A household")
    assert "Nothing of this is checked yet" in panel.doing.text() and panel.told.isVisible()
    speak("A household of 5")
    qtbot.waitUntil(lambda: panel.told.text() == "A household of 5")
    panel.stop.click()
    assert not panel.stop.isEnabled() and "Stopping" in panel.doing.text()
