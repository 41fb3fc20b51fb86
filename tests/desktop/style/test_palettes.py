import pytest

from desktop.style import DARK, HIGH_CONTRAST, LIGHT
from desktop.style.palettes import SHAPE_PAIRS, TEXT_PAIRS, contrast

PALETTES = pytest.mark.parametrize(
    "colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"]
)


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@PALETTES
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(colours, ink, ground):
    least = 7 if colours is HIGH_CONTRAST else 4.5
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least


@PALETTES
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_outlines_and_focus_rings_are_seen(colours, shape, ground):
    assert contrast(getattr(colours, shape), getattr(colours, ground)) >= 3
