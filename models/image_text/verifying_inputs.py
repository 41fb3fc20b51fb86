"""Holds how the engine prepares pictures and prompts against transformers, which prepares the same."""

import math
from collections.abc import Callable

import numpy as np

from engine.packs import ImageText
from engine.vision.pairs import tokens_of
from engine.vision.pictures import Grid, prepare
from engine.vision.text import Text, picture_text, turn_text
from models.image_text.errors import ParityError
from models.image_text.packing import image_text_of
from models.image_text.pictures import Image
from models.image_text.references import Asked
from models.image_text.words import TOKENIZER_FILE
from models.image_text.workshop import Workshop

FAR = 1e-3
"""Largest difference of a pixel's number: far below that of one step of its colour."""
Check = Callable[[Image, str, str, Asked], None]
"""Takes a picture, a question, a profile and what transformers made of them; raises ParityError."""


def check_of(workshop: Workshop) -> Check:
    """Return what holds questions against transformers as the pack of a workshop would ask them."""
    any_precision = next(iter(workshop.draft["precisions"]))
    plan = image_text_of(workshop.draft, [any_precision], any_precision)
    words = Text((workshop.folder / TOKENIZER_FILE).read_text(encoding="utf-8"))

    def check(picture: Image, question: str, profile: str, asked: Asked) -> None:
        tiles = plan.profiles[profile].tiles if profile in plan.profiles else 1
        views = prepare(picture, plan.preprocess, tiles)
        same_shape = views.pixels.shape == asked.pixels.shape
        if not same_shape or np.abs(views.pixels - asked.pixels).max() > FAR:
            raise _strays("a picture", f"{views.pixels.shape} and {asked.pixels.shape}")
        tokens = prompt_of(plan, words, question, views.grid)
        if tokens != asked.tokens:
            raise _strays("a question", f"{len(tokens)} and {len(asked.tokens)} tokens")

    return check


def prompt_of(plan: ImageText, words: Text, question: str, grid: Grid) -> tuple[int, ...]:
    """Return the tokens of a question as the engine asks it.

    Args:
        plan: The manifest's part on feeding the model.
        words: Its tokenizer.
        question: What is asked.
        grid: How the picture is cut.
    """
    if plan.text is not None:
        return tuple(tokens_of(question, words, plan)[0])
    picture = ""
    if plan.prompt.image_token:
        own = math.prod(grid.vectors) if grid.vectors is not None else plan.prompt.image_tokens_per_tile
        picture = picture_text(plan.prompt, grid, own or 0)
    turn = turn_text(plan.prompt, words.harmless(question), picture=picture)
    start = () if "text_encoder" in plan.components else plan.tokens.decoder_start
    return (*start, *words.tokens(turn))


def _strays(what: str, how: str) -> ParityError:
    return ParityError(
        f"The engine prepares {what} in another way than the original ({how}).",
        remedy="Nothing was packed. The export is at fault: please report it with the model's name.",
    )
