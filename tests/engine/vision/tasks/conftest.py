"""A model that says what a test wants it to say, and pages to ask it about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import pytest

from engine.geometry import Quad, Transform
from engine.reading import Line, Origin, PageQuality, Reading
from engine.vision import Choices, Ended, Generation, ModelFacts
from engine.vision.tasks.page import PageView


@dataclass
class ScriptedModel:
    """Follows the face of ImageTextModel, and says its texts one after the other."""

    texts: list[str]
    ended: Ended = Ended.STOP
    choices: Callable[[Choices], dict[str, float]] | None = None
    mass: float = 1.0
    asked: list[tuple[str, str]] = field(default_factory=list)
    looked: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)
    constraints: list[object] = field(default_factory=list)
    limits: list[int] = field(default_factory=list)
    facts = ModelFacts(
        pack_id="smol-vlm-3-0123456789ab",
        precision="int8",
        family="embed-merge",
        tasks=("describe", "ask", "extract", "read", "triage"),
        languages=MappingProxyType({"en": "good"}),
        context=4096,
        profiles=MappingProxyType({"fast": 1, "balanced": 5}),
        providers=MappingProxyType({}),
        verdicts=MappingProxyType({}),
        shares_memory=True,
        load_seconds=0.1,
    )

    def see(self, image, *, key, profile, cancel):
        self.looked.append((key, profile, image.shape))

        class Seen:
            seconds = 0.25

        return Seen()

    def generate(self, seen, question, *, task, limits, constraint, on_text, cancel):
        self.asked.append((task, question))
        self.constraints.append(constraint)
        self.limits.append(limits.max_tokens)
        if isinstance(constraint, Choices):
            shares = self.choices(constraint)
            best = max(shares, key=shares.get)
            return Generation(best, (1,), (0.5,), Ended.STOP, 1.0, 0.5, MappingProxyType(shares), self.mass)
        text, ended = self.texts.pop(0), self.ended
        words = text.split(" ")
        for number, word in enumerate(words):
            if cancel():
                return Generation(" ".join(words[:number]), (), (), Ended.CANCELLED, 1.0, 0.5)
            on_text(f" {word}" if number else word)
        count = len(words)
        return Generation(text, tuple(range(count)), (0.5,) * count, ended, 1.0, 0.5)


def line(text, place=0, confidence=0.99, *, script="Latn", language="en", **more):
    box = Quad.from_box(50, 50 + 40 * place, 900, 80 + 40 * place)
    return Line(text, box, confidence, script, "ppocr", language=language, **more)


def page_of(*lines, remarks=(), warnings=()):
    """Return a page; each line is a text, or a line as it is."""
    made = tuple(each if isinstance(each, Line) else line(each, place) for place, each in enumerate(lines))
    origin, quality = Origin.RECOGNISED, PageQuality(remarks=remarks)
    reading = Reading(
        "test", 1000, 1400, Transform.identity(), origin, made, quality=quality, warnings=warnings
    )
    return PageView(np.full((140, 100, 3), 255, np.uint8), "key", reading, 0.9)


@pytest.fixture
def form():
    """A page of a form."""
    return page_of(
        "Household registration",
        "Head of household: Amina Yusuf",
        "Date of birth: 04/03/1987",
        "Blankets 1,200",
        line("Phone 0712 345 678", 4, 0.4),
    )


@pytest.fixture
def photo():
    """A page without any text."""
    return page_of()
