"""Measures how large keys and values become, so that a decoder can remember them in 8 bits.

The scales of such a memory are fixed when a pack is made, and what is larger is cut off. So the reference
does what models are asked for: it looks at pictures and takes in the prompts of Sanduku's tasks in every
language.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.packs import Pack
from engine.vision import ContextOverflowError, ImageTextModel, Limits
from engine.vision.tasks.words import LANGUAGES, words_of
from models.image_text.pictures import GOLDEN_QUESTION, Image, drawn

MARGIN = 1.5
"""How much larger than the largest that was seen a number may be before it is cut off."""
ANSWER = 8
"""Tokens that are written behind each prompt."""
Largest = dict[str, NDArray[np.float32]]
"""Name of each output with keys or values -> ``(heads, head size)``."""


def largest_remembered(pack: Pack, precision: str, *, images: Sequence[Image] | None = None) -> Largest:
    """Return the largest size of each number of keys and values that is to be told apart.

    Args:
        pack: With a model that writes.
        precision: Which; the most exact one.
        images: Pictures to look at; None for some that are drawn.

    Raises:
        engine.vision.ContextOverflowError: Not even a short question about a picture fits the model.
    """
    pictures = images or [drawn(1), drawn(2, width=240, height=320), drawn(3, width=640, height=640)]
    model = ImageTextModel.open(pack, precision=precision)
    found: Largest = {}
    try:
        profiles = sorted(model.facts.profiles, key=lambda name: model.facts.profiles[name])[:2]
        for number, language in enumerate(LANGUAGES):
            picture, profile = number % len(pictures), profiles[-1 if number == 0 else 0]
            seen = model.see(pictures[picture], key=str(picture), profile=profile)
            for prompt in (GOLDEN_QUESTION, *words_of(language).prompts.values()):
                try:
                    model.generate(seen, prompt, limits=Limits(ANSWER), beams=1)
                except ContextOverflowError:
                    if not found:
                        raise
                    continue
                _note(found, model.remembered())
    finally:
        model.close()
    return {name: (values * MARGIN).astype(np.float32) for name, values in found.items()}


def _note(found: Largest, remembered: Mapping[str, NDArray[np.float32]]) -> None:
    """Take in ``(1, heads, positions, head size)`` of each layer.

    A key is turned by its position, each number together with the one half a head further: as far from the
    middle as both are together, either can come to lie. That counts, so that no position goes beyond.
    """
    for name, values in remembered.items():
        sizes = np.abs(values)
        if name.endswith("key"):
            half = sizes.shape[-1] // 2
            radius = np.hypot(sizes[..., :half], sizes[..., half:])
            sizes = np.concatenate([radius, radius], axis=-1)
        most = sizes.max(axis=(0, 2))
        found[name] = np.maximum(found[name], most) if name in found else most
