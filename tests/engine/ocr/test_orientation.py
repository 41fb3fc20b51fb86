"""A page comes upright whichever way it was scanned, and stays as it is where nothing tells."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from engine.geometry import Quad
from engine.ocr import PageReader
from engine.ocr.engines import EngineContext, Recognised
from engine.ocr.orientation import ENOUGH, Orientation, quarter_turns
from engine.pages import open_source
from engine.settings import PageSettings, Places, ReadingSettings

UPRIGHT = (
    "registration-form.jpg",
    "clinic-register.jpg",
    "distribution-list.jpg",
    "receipt.jpg",
    "id-card-mrz.jpg",
)


@pytest.fixture(scope="module")
def reader(prepared: Places) -> Iterator[PageReader]:
    opened = PageReader(EngineContext(prepared, ReadingSettings()))
    yield opened
    opened.close()


@pytest.mark.parametrize("name", UPRIGHT)
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_turned_page_is_told_how_to_come_upright(reader: PageReader, samples: Path, name: str, turns: int):
    with open_source(samples / name, name=name, settings=PageSettings()) as source:
        upright = source.load(0).pixels
    scanned = np.ascontiguousarray(np.rot90(upright, turns))  # counterclockwise, so as many turns undo it
    assert reader.orientation(scanned, reader.find_lines(scanned)).turns == turns


def test_a_page_without_lines_stays_as_it_is():
    page = np.full((200, 300, 3), 255, np.uint8)
    assert quarter_turns(page, [], []) == Orientation(0, 0.0)


def test_a_line_that_no_engine_reads_turns_nothing():
    page = np.full((200, 300, 3), 255, np.uint8)
    assert quarter_turns(page, [Quad.from_box(20, 20, 280, 40)], []) == Orientation(0, 0.0)


class Listening:
    """Reads the same everywhere, and counts what it is asked."""

    name, version, scripts = "listening", "1", frozenset({"Latn"})

    def __init__(self, text: str, confidence: float) -> None:
        self.reading = Recognised(text, confidence)
        self.quads: list[Quad] = []

    def recognise(self, _pixels: object, quads: Sequence[Quad], **_: object) -> list[Recognised]:
        self.quads += quads
        return [self.reading for _ in quads]

    def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("text", "confidence", "read"), [("village", 0.95, 2), ("0 0 0 0 0", 0.95, 6), ("village", 0.8, 6)]
)
def test_two_lines_settle_it_only_where_they_surely_hold_words(text: str, confidence: float, read: int):
    page = np.full((2000, 2000, 3), 255, np.uint8)
    engine = Listening(text, confidence)
    lines = [Quad.from_box(20, top, 900, top + 40) for top in range(20, 420, 50)]
    assert quarter_turns(page, lines, [engine]).turns == 0
    assert len(engine.quads) == read


def test_engines_that_can_are_asked_for_a_glance():
    class Quick(Listening):
        def glance(self, pixels: object, quads: Sequence[Quad], **_: object) -> list[Recognised]:
            return Listening.recognise(self, pixels, quads)

        def recognise(self, *_: object, **__: object) -> list[Recognised]:
            pytest.fail("which way is up does not need a close look")

        def suffices(self, _reading: Recognised) -> bool:
            return False

        def look_closer(self, *_: object, **__: object) -> list[Recognised]:
            pytest.fail("which way is up does not need a close look")

    page = np.full((2000, 2000, 3), 255, np.uint8)
    lines = [Quad.from_box(20, top, 900, top + 40) for top in range(20, 420, 50)]
    assert quarter_turns(page, lines, [Quick("village", 1.0)]).certainty == 1.0


@pytest.mark.parametrize("turns", [0, 1])
def test_of_a_very_long_line_only_a_piece_is_read(turns: int):
    engine = Listening("", 0.0)
    page = np.full((2000, 2000, 3), 255, np.uint8)
    line = Quad.from_box(20, 20, 1980, 60) if turns == 0 else Quad.from_box(20, 20, 60, 1980)
    quarter_turns(page, [line], [engine])
    assert engine.quads
    assert max(quad.width / quad.height for quad in engine.quads) == pytest.approx(ENOUGH, rel=0.05)
