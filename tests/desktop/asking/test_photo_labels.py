"""A person says what photos show: the model's word stays beside it, and the person's is taken back."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.asking.scene_dialog import SceneDialog
from engine.answer import Answer, AnswerTask, SceneLabel
from engine.library import AnswerState
from tests.desktop.elsewhere import with_library

DAMAGE, DISASTER = "damage-severity", "disaster-type"


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def said(widget) -> str:
    return plain("\n".join(label.text() for label in widget.findChildren(QLabel)))


@pytest.fixture
def sorted_page(door, document) -> str:
    """A page of which a model says severe damage, and perhaps a flood."""

    def store(library):
        (page,) = library.documents.pages(document)
        library.questions.ask([page.id], AnswerTask.TRIAGE)
        job = library.jobs.claim("test", lease_seconds=60)
        labels = (
            SceneLabel(DAMAGE, "severe", 0.9, unsure=False),
            SceneLabel(DISASTER, "flood", 0.3, unsure=True),
        )
        answer = Answer(AnswerTask.TRIAGE, "", "en", "severe", labels=labels)
        library.answers.complete(job, answer, reading_id=page.reading_id)
        return page.id

    return with_library(door, store)


def scenes(door, page):
    found = with_library(door, lambda library: library.photos.scenes(page))
    return {scene.label.aspect: scene for scene in found}


@pytest.fixture
def asking(qtbot, sorted_page, view):
    view.desk.ask()
    qtbot.waitUntil(lambda: bool(view.ask.boxes) and bool(view.ask.talk.scenes))
    qtbot.waitUntil(lambda: "perhaps flood" in said(view.ask))
    return view.ask


def test_the_model_s_doubt_stands_beside_each_question(asking):
    text = said(asking)
    assert (
        "How severe is the damage" in text and "The model says: severe (90%, by its own reckoning)." in text
    )
    assert "The model is unsure: perhaps flood (30%, by its own reckoning)." in text


def test_a_label_is_corrected_beside_the_page_and_taken_back_from_the_message(
    qtbot, door, asking, view, sorted_page
):
    (box,) = asking.boxes.values()
    box.correct.click()
    qtbot.waitUntil(lambda: asking.findChild(SceneDialog) is not None)
    dialog = asking.findChild(SceneDialog)
    assert dialog.choices[DISASTER].currentText() == "Leave it to the model"
    assert "perhaps flood" in said(dialog)
    dialog.choices[DISASTER].setCurrentIndex(dialog.choices[DISASTER].findData("fire"))
    dialog.yes.click()
    qtbot.waitUntil(lambda: "Amina says so." in said(asking))
    assert "fire" in said(asking) and "perhaps flood" in said(asking)  # the model's word stays
    assert scenes(door, sorted_page)[DISASTER].label.label == "fire"
    toast = view.window_toasts.current
    assert "What the page shows was changed" in toast.words.text()
    toast.button.click()
    qtbot.waitUntil(lambda: "Amina says so." not in said(asking))
    assert scenes(door, sorted_page)[DISASTER].author is None


def test_what_is_left_as_it_was_is_not_said_by_anybody(qtbot, door, asking, sorted_page):
    asking.say_what_it_shows()
    qtbot.waitUntil(lambda: asking.findChild(SceneDialog) is not None)
    dialog = asking.findChild(SceneDialog)
    assert dialog.wanted == {}
    dialog.yes.click()
    assert all(scene.author is None for scene in scenes(door, sorted_page).values())
    (answer,) = with_library(door, lambda library: library.answers.of_page(sorted_page))
    assert answer.review.state is AnswerState.NONE


def test_a_photo_that_no_model_sorted_is_labelled_from_the_list_undone_and_seen_in_its_details(
    qtbot, door, document, frame
):
    (page,) = with_library(door, lambda library: library.documents.pages(document))
    frame.open_view("documents", "to-check")
    view = frame.view
    qtbot.waitUntil(lambda: view.model.known and view.model.rowCount() == 1)
    view.choose([document])
    if not view.details.isVisible():
        frame.actions_set["list.details"].trigger()
    frame.actions_set["document.scenes"].trigger()
    qtbot.waitUntil(lambda: view.findChild(SceneDialog) is not None)
    dialog = view.findChild(SceneDialog)
    assert dialog.choices[DAMAGE].currentText() == "Nobody has said"
    dialog.choices[DAMAGE].setCurrentIndex(dialog.choices[DAMAGE].findData("mild"))
    dialog.yes.click()
    qtbot.waitUntil(lambda: DAMAGE in scenes(door, page.id))
    qtbot.waitUntil(lambda: "mild" in view.details.words())
    frame.actions_set["edit.undo"].trigger()
    qtbot.waitUntil(lambda: not scenes(door, page.id))
    qtbot.waitUntil(frame.actions_set["edit.redo"].isEnabled)
    frame.actions_set["edit.redo"].trigger()
    qtbot.waitUntil(lambda: DAMAGE in scenes(door, page.id))
    assert scenes(door, page.id)[DAMAGE].label.label == "mild"
