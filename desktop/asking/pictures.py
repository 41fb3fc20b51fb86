"""Brings asking into the states of which pictures are taken."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.asking.describe_dialog import DescribeDialog
from desktop.asking.photo_labels import Standing
from desktop.asking.scene_dialog import SceneDialog
from desktop.documents.view import DocumentsView
from desktop.preferences.pictures import FOUND
from engine.answer import AnswerTask, SceneLabel
from engine.library import Scene

if TYPE_CHECKING:
    from desktop.studio import Studio

PAGES = 24


def before_describing(studio: "Studio") -> QWidget:
    """Return the question how many pages are to be described."""
    frame = studio.frame(studio.full)
    studio.keep(frame)
    view = frame.view
    assert isinstance(view, DocumentsView)
    view.models.take(FOUND)
    return DescribeDialog(AnswerTask.DESCRIBE, PAGES, frame.access, view.models, studio.theme, frame)


def labels(studio: "Studio") -> QWidget:
    """Return the question what a photo shows, of which a model is sure, unsure, and was corrected."""
    frame = studio.frame(studio.full)
    studio.keep(frame)
    flood = SceneLabel("disaster-type", "flood", 0.41, unsure=True)
    severe = SceneLabel("damage-severity", "severe", 0.93, unsure=False)
    mild = SceneLabel("damage-severity", "mild", 1.0, unsure=False)
    scenes = {
        "disaster-type": Scene(flood, None, "answer", flood),
        "damage-severity": Scene(mild, "Amina", "answer", severe),
    }
    return SceneDialog(Standing(("page",), (scenes,)), studio.theme, frame, lambda _wanted: None)
