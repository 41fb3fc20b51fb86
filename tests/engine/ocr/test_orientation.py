"""A page comes upright whichever way it was scanned, and stays as it is where nothing tells."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.geometry import Quad
from engine.ocr import PageReader
from engine.ocr.engines import EngineContext
from engine.ocr.orientation import Orientation, quarter_turns
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
    assert reader.orientation(scanned).turns == turns


class NoLines:
    def find_lines(self, _pixels: object) -> list[Quad]:
        return []


def test_a_page_without_lines_stays_as_it_is():
    page = np.full((200, 300, 3), 255, np.uint8)
    assert quarter_turns(page, NoLines(), []) == Orientation(0, 0.0)


class OneLine:
    def find_lines(self, _pixels: object) -> list[Quad]:
        return [Quad.from_box(20, 20, 280, 40)]


def test_a_line_that_no_engine_reads_turns_nothing():
    page = np.full((200, 300, 3), 255, np.uint8)
    assert quarter_turns(page, OneLine(), []) == Orientation(0, 0.0)
