"""Chosen documents are described behind the reading; what is not read yet is left out and told."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.asking.describe_dialog import DescribeDialog
from desktop.asking.describing import Describing
from desktop.asking.models import KnownModels
from desktop.preferences.pack_process import PackProcess
from engine.answer import AnswerTask
from engine.library import JobState
from tests.desktop.check.readings import add, form
from tests.desktop.elsewhere import with_library


class Said:
    """Stands for the messages of the window."""

    def __init__(self):
        self.texts, self.do = [], None

    def show(self, text, *, kind="info", action="", do=None):
        self.texts.append((kind, text))
        self.do = do


@pytest.fixture
def describing(qtbot, access, document, theme, translation):
    translation.use("en")
    owner, said, chosen = QWidget(), Said(), [document]
    models = KnownModels(PackProcess(owner), owner)
    made = Describing(access, said, theme, lambda: chosen, models, owner)
    made.said, made.documents, made.window = said, chosen, owner
    owner.show()
    yield made
    models.close()
    owner.deleteLater()


def jobs(door, *states):
    return with_library(door, lambda library: library.jobs.find(states, task=AnswerTask.DESCRIBE.value))


@pytest.mark.usefixtures("tiny_model")
def test_before_a_model_describes_it_is_told_how_long_that_takes_and_asked_how_closely(
    qtbot, describing, door
):
    describing.describe()
    qtbot.waitUntil(lambda: describing.window.findChild(DescribeDialog) is not None)
    dialog = describing.window.findChild(DescribeDialog)
    qtbot.waitUntil(dialog.foretold.isVisible)
    assert "Description: " in dialog.foretold.text() and "Balanced" in dialog.foretold.text()
    dialog.manner.look.setCurrentIndex(dialog.manner.look.findData("fast"))
    dialog.manner.look.activated.emit(1)
    qtbot.waitUntil(lambda: "Fast" in dialog.foretold.text())
    dialog.manner.say.setCurrentIndex(dialog.manner.say.findData("blind"))
    dialog.begin.click()
    qtbot.waitUntil(lambda: bool(jobs(door, JobState.QUEUED)))
    job = with_library(door, lambda library: library.jobs.claim("test", lease_seconds=60))
    assert job.payload["profile"] == "fast" and job.payload["style"] == "blind"


@pytest.mark.usefixtures("tiny_model")
def test_nothing_is_asked_where_the_question_how_is_cancelled(qtbot, describing, door):
    describing.describe()
    qtbot.waitUntil(lambda: describing.window.findChild(DescribeDialog) is not None)
    describing.window.findChild(DescribeDialog).cancel.click()
    assert not jobs(door, JobState.QUEUED) and not describing.said.texts


@pytest.mark.usefixtures("readers")
def test_pages_are_described_and_it_is_told_when_they_are(qtbot, describing, door, document):
    describing.describe()
    qtbot.waitUntil(lambda: len(describing.said.texts) == 2, timeout=120_000)
    (_, first), (kind, last) = describing.said.texts
    assert "1 page will be described" in first
    assert kind == "done" and "1 page described" in last
    (page,) = with_library(door, lambda library: library.documents.pages(document))
    (answer,) = with_library(door, lambda library: library.answers.of_page(page.id))
    assert answer.answer.grounded


def test_what_is_not_read_is_left_out_and_told(qtbot, describing, door):
    describing.documents[:] = [
        with_library(door, lambda library: add(library, "waiting.jpg", form(), read=False))
    ]
    describing.describe()
    qtbot.waitUntil(lambda: bool(describing.said.texts))
    ((kind, text),) = describing.said.texts
    assert kind == "warning" and "not read yet" in text and not jobs(door)


def test_describing_is_stopped_from_its_message(qtbot, describing, door):
    describing.describe()
    qtbot.waitUntil(lambda: describing.said.do is not None)
    assert len(jobs(door, JobState.QUEUED)) == 1
    describing.said.do()
    qtbot.waitUntil(lambda: len(describing.said.texts) == 2)
    assert len(jobs(door, JobState.CANCELLED)) == 1


@pytest.mark.usefixtures("readers")
def test_sorting_photos_without_a_model_fails_with_the_reason(qtbot, describing, door):
    describing.sort()
    qtbot.waitUntil(lambda: len(describing.said.texts) == 2, timeout=120_000)
    (_, first), (kind, last) = describing.said.texts
    assert "1 page will be sorted" in first
    assert (
        kind == "warning"
        and "It failed for 1 page." in last
        and len(last) > len("It failed for 1 page.") + 20
    )
