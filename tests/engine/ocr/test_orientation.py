"""A page comes upright whichever way it was scanned, and stays as it is where nothing tells."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

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


@pytest.mark.parametrize("turns", [0, 1])
def test_of_a_very_long_line_only_a_piece_is_read(turns: int):
    class Listening:
        name, version, scripts = "listening", "1", frozenset({"Latn"})
        lengths: ClassVar[list[float]] = []

        def recognise(self, _pixels: object, quads: Sequence[Quad], **_: object) -> list[Recognised]:
            self.lengths += [quad.width / quad.height for quad in quads]
            return [Recognised("", 0.0) for _ in quads]

        def close(self) -> None:
            pass

    page = np.full((2000, 2000, 3), 255, np.uint8)
    line = Quad.from_box(20, 20, 1980, 60) if turns == 0 else Quad.from_box(20, 20, 60, 1980)
    quarter_turns(page, [line], [Listening()])
    assert Listening.lengths
    assert max(Listening.lengths) == pytest.approx(ENOUGH, rel=0.05)
