"""Text in tall places is read in the direction in which it makes most sense."""

import numpy as np
import pytest

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.ocr.engines import Recognised
from engine.ocr.sideways import turned_to_read

PAGE = np.zeros((400, 400, 3), np.uint8)
TALL = Quad.from_box(100, 50, 120, 300)
LETTER = Quad.from_box(100, 50, 120, 90)
UP = Quad((100, 300), (100, 50), (120, 50), (120, 300))
DOWN = Quad((120, 50), (120, 300), (100, 300), (100, 50))


class SureOf:
    """An engine that is sure of one quad alone, and remembers what it was asked."""

    name, version, scripts = "sure", "1", frozenset({"Latn"})

    def __init__(self, quad):
        self.quad = quad
        self.asked = []

    def recognise(self, pixels, quads, *, cancel=lambda: False):
        if cancel():
            raise CancelledError("stopped")
        self.asked += quads
        return [Recognised("text", 0.9 if quad == self.quad else 0.2) for quad in quads]

    def close(self):
        pass


@pytest.mark.parametrize("way", [UP, DOWN])
def test_tall_text_is_turned_the_way_it_reads(way):
    assert turned_to_read(PAGE, [TALL], SureOf(way)) == [way]


def test_a_single_upright_letter_stays():
    assert turned_to_read(PAGE, [LETTER], SureOf(LETTER)) == [LETTER]


def test_where_nothing_is_surer_a_possible_letter_stays():
    assert turned_to_read(PAGE, [LETTER], SureOf(None)) == [LETTER]


def test_wide_text_costs_no_reading():
    engine = SureOf(None)
    wide = Quad.from_box(10, 10, 200, 40)
    assert turned_to_read(PAGE, [wide], engine) == [wide]
    assert engine.asked == []


def test_it_stops_when_asked():
    with pytest.raises(CancelledError):
        turned_to_read(PAGE, [TALL], SureOf(UP), cancel=lambda: True)
