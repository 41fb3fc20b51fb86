"""What photos show: what models and people say of it, in words, and a person's word kept and taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.documents.deeds import Turn, Turned
from desktop.documents.narrowing import label_text
from desktop.marking import QT_TRANSLATE_NOOP
from engine.answer import SceneLabel
from engine.language import isolate
from engine.library import Library, Scene, SceneResult, SceneUndo

CONTEXT = "PhotoLabels"
LIKELY = QT_TRANSLATE_NOOP("PhotoLabels", "The model says: %1 (%2, by its own reckoning).")
UNSURE = QT_TRANSLATE_NOOP("PhotoLabels", "The model is unsure: perhaps %1 (%2, by its own reckoning).")
BY_PERSON = QT_TRANSLATE_NOOP("PhotoLabels", "%1 says so.")
SOMEBODY = QT_TRANSLATE_NOOP("PhotoLabels", "Somebody")
PERHAPS = QT_TRANSLATE_NOOP("PhotoLabels", "perhaps %1 (unsure)")

Wanted = Mapping[str, str | None]
"""Question -> what a person says; None takes it back."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of some photos.

    Attributes:
        page_ids: The photos.
        scenes: For each of them what it is said to show, by question.
    """

    page_ids: tuple[str, ...]
    scenes: tuple[Mapping[str, Scene], ...]

    def person(self, aspect: str) -> str | None:
        """Return what people say of all the photos; None where they say nothing, empty where it differs."""
        said = {
            scene.label.label if scene is not None and scene.author is not None else None
            for scene in (each.get(aspect) for each in self.scenes)
        }
        return said.pop() if len(said) == 1 else ""

    def models(self, aspect: str) -> list[SceneLabel]:
        """Return what models say of the photos."""
        found = (each.get(aspect) for each in self.scenes)
        return [scene.model for scene in found if scene is not None and scene.model is not None]

    def author(self, aspect: str) -> str:
        """Return who says what people say; empty where nobody does, or several."""
        said = {scene.author for each in self.scenes if (scene := each.get(aspect)) and scene.author}
        return said.pop() if len(said) == 1 else ""


def look_up(library: Library, page_ids: Sequence[str]) -> Standing:
    """Return what is said of photos; for the library's thread."""
    return Standing(
        tuple(page_ids),
        tuple({scene.label.aspect: scene for scene in library.photos.scenes(each)} for each in page_ids),
    )


def say(library: Library, page_ids: Sequence[str], wanted: Wanted) -> SceneResult:
    """Keep what a person says; for the library's thread."""
    made = [library.photos.set_scenes(page_ids, aspect, label) for aspect, label in wanted.items()]
    return SceneResult(
        tuple(dict.fromkeys(page for result in made for page in result.changed)),
        (),
        SceneUndo(tuple(step for result in made for step in result.undo.steps)),
    )


def turn_of_scenes(undo: SceneUndo) -> Turn:
    """Return a turn that takes back what a person said."""

    def turn(library: Library) -> Turned:
        result = library.photos.undo_scenes(undo)
        return Turned(turn_of_scenes(result.undo) if result.undo.steps else None, len(set(result.refused)))

    return turn


def model_text(model: SceneLabel) -> str:
    """Return what a model says, with how sure it is."""
    text = _said(UNSURE if model.unsure else LIKELY)
    likely = QLocale().toString(round(model.score * 100)) + QLocale().percent()
    return text.replace("%1", isolate(label_text(model.aspect, model.label))).replace("%2", isolate(likely))


def person_text(author: str) -> str:
    """Return who says it."""
    return _said(BY_PERSON).replace("%1", isolate(author) if author else _said(SOMEBODY))


def scene_words(scene: Scene) -> str:
    """Return what a photo is said to show, marked where a model is unsure of it."""
    words = label_text(scene.label.aspect, scene.label.label)
    unsure = scene.author is None and scene.label.unsure
    return _said(PERHAPS).replace("%1", words) if unsure else words


def _said(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
