"""Describes a page or photo: short, in detail, or for a person who cannot see it."""

from collections.abc import Mapping

from engine.answer import LENGTHS, Answer, AnswerTask
from engine.errors import SettingError
from engine.vision import ImageTextModel
from engine.vision.tasks.guards import judge
from engine.vision.tasks.page import PageView
from engine.vision.tasks.speaking import Manner, speak
from engine.vision.tasks.words import words_of

STYLES: Mapping[str, int] = dict(zip(LENGTHS[AnswerTask.DESCRIBE], (80, 320, 400), strict=True))
"""Name of each style -> most tokens that it may take."""


def describe(model: ImageTextModel, page: PageView, *, style: str = "short", manner: Manner) -> Answer:
    """Have a model describe a page.

    Args:
        model: Opened.
        page: What is described.
        style: ``short``, ``detailed``, or ``blind``: for a person who cannot see it.
        manner: How it is asked.

    Raises:
        SettingError: There is no such style or language.
        CancelledError: ``manner.cancel`` said so.
        BadInputError: The page does not fit the model.
        ModelMemoryError: There was not enough memory.
    """
    refuse_style(style)
    words, task = words_of(manner.language), f"describe.{style}"
    prompt = words.prompts[task]
    spoken = speak(model, page, prompt, task=task, words=words, manner=manner, max_tokens=STYLES[style])
    judged = judge(spoken.made, page, words)
    return Answer(
        AnswerTask.DESCRIBE,
        style,
        manner.language,
        judged.text,
        judged.evidence,
        judged.findings,
        provenance=spoken.provenance,
    )


def refuse_style(style: str) -> None:
    """Raise SettingError for a style that there is not."""
    if style not in STYLES:
        raise SettingError(
            "There is no such style of description.",
            which=style,
            remedy=f"Choose one of: {', '.join(STYLES)}.",
        )
