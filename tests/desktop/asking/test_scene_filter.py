"""Lists are narrowed to what photos show, once they were sorted; before that nothing of it is offered."""

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from desktop.documents import narrowing
from desktop.documents.filter_menu import FilterMenu
from desktop.documents.query import ListQuery
from engine.answer import Answer, AnswerTask, SceneLabel
from engine.library import DocumentFilter
from tests.desktop.elsewhere import with_library


def sorted_photo(door, document):
    def store(library):
        (page,) = library.documents.pages(document)
        library.questions.ask([page.id], AnswerTask.TRIAGE)
        job = library.jobs.claim("test", lease_seconds=60)
        labels = (
            SceneLabel("damage-severity", "severe", 0.9, unsure=False),
            SceneLabel("disaster-type", "flood", 0.3, unsure=True),
        )
        answer = Answer(AnswerTask.TRIAGE, "", "en", "severe", labels=labels)
        library.answers.complete(job, answer, reading_id=page.reading_id)

    with_library(door, store)


@pytest.fixture
def menu(qtbot, access, theme, translation):
    window = QWidget()
    made = FilterMenu(access, theme, 0.9, ListQuery, window)
    yield made
    window.deleteLater()


def parts(menu):
    menu._build()
    return {each.title().replace("&", ""): each for each in menu.findChildren(QMenu)}


def test_before_photos_are_sorted_the_menu_does_not_speak_of_it(menu):
    assert "Photos show" not in parts(menu)


def test_what_photos_show_for_sure_is_offered_by_question_with_how_many(qtbot, door, document, menu):
    sorted_photo(door, document)
    menu._fresh = False
    menu.look()
    qtbot.waitUntil(lambda: bool(menu.offer.scenes))
    found = parts(menu)
    assert "Which kind of disaster does this photo show?" not in found  # it is unsure of that
    (severe,) = found["How severe is the damage in this photo?"].actions()
    assert severe.text() == "severe (1)"
    with qtbot.waitSignal(menu.chosen) as told:
        severe.trigger()
    wanted = narrowing.changed(DocumentFilter(), told.args[0])
    assert with_library(door, lambda library: library.documents.ids(wanted)) == [document]
    (chip,) = narrowing.chips_of(wanted, {})
    assert "How severe" in chip.text and "severe" in chip.text
