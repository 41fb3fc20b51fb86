"""Reads one line of text with an image model, as a further opinion where the text engines are in doubt.

What it reads is a proposal like any other reading of a box: a person takes it or drops it, and it never takes
the place of a line by itself. A model likes to write what makes sense rather than what stands there, so its
words always carry a doubt.
"""

from dataclasses import replace

import numpy as np

from engine.geometry import Quad
from engine.language import guess_language, nfc, script_of, strip_direction_marks
from engine.reading import Line
from engine.vision import Ended, ImageTextModel
from engine.vision.tasks.page import PageView
from engine.vision.tasks.speaking import Manner, speak
from engine.vision.tasks.words import words_of

MAX_TOKENS = 96
MARGIN = 0.35
"""Of the line's height, that is shown around it."""
HIGHEST = 0.9
"""Confidence that a model's own reading gets at the most: its probabilities are not calibrated."""
MODEL_READ = "image-model"
"""The doubt that every such line carries."""


def read_line(model: ImageTextModel, page: PageView, quad: Quad, *, manner: Manner) -> Line | None:
    """Have a model read one line.

    Args:
        model: Opened.
        page: The page.
        quad: Where the line stands, in pixels of the page image.
        manner: How it is asked.

    Returns:
        The line; None if the model sees no text, or only went in circles.

    Raises:
        CancelledError: ``manner.cancel`` said so.
        BadInputError: The piece does not fit the model.
        ModelMemoryError: There was not enough memory.
    """
    words = words_of(manner.language)
    piece = replace(page, pixels=_cut(page, quad), key=f"{page.key} {quad.bounds}")
    spoken = speak(
        model, piece, words.prompts["read"], task="read", words=words, manner=manner, max_tokens=MAX_TOKENS
    )
    text = nfc(strip_direction_marks(" ".join(spoken.made.text.split())))
    if not text or spoken.made.ended is not Ended.STOP:
        return None
    script = script_of(text)
    sure = spoken.provenance.token_probability or 0.0
    return Line(
        text,
        quad,
        min(HIGHEST, sure),
        script,
        spoken.provenance.pack_name,
        language=guess_language(text, script),
        doubts=(MODEL_READ,),
    )


def _cut(page: PageView, quad: Quad) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Return the upright piece of the page around a line, with some margin."""
    left, top, right, bottom = quad.bounds
    margin = MARGIN * (bottom - top)
    height, width = page.pixels.shape[:2]
    rows = slice(max(0, int(top - margin)), min(height, int(bottom + margin) + 1))
    columns = slice(max(0, int(left - margin)), min(width, int(right + margin) + 1))
    return np.ascontiguousarray(page.pixels[rows, columns])
