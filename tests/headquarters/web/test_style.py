"""What is written can be read: every colour of text stands out from what it lies on, in light and in dark."""

import re
from pathlib import Path

import pytest

STYLE = (Path(__file__).parents[3] / "headquarters" / "web" / "static" / "style.css").read_text(
    encoding="utf-8"
)
PAIRS = [
    ("ink", "paper"),
    ("ink", "ground"),
    ("quiet", "paper"),
    ("quiet", "ground"),
    ("main", "paper"),
    ("main", "ground"),
    ("main-ink", "main"),
    ("good", "good-ground"),
    ("bad", "bad-ground"),
    ("bad", "paper"),
    ("warn", "warn-ground"),
    ("ink", "mark"),
]
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.S)
)


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_by_4_5_to_1(colours, text, ground):
    lighter, darker = sorted((luminance(colours[text]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_nothing_comes_from_elsewhere():
    web = Path(__file__).parents[3] / "headquarters" / "web"
    for file in [*web.glob("templates/*.html"), *web.glob("static/*")]:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"https?://|@import|url\(", text), file.name
        assert not re.search(r"\son[a-z]+=|\sstyle=|javascript:", text), file.name


def test_what_has_a_side_is_mirrored_in_arabic():
    rules = re.findall(r"(?<![-\w])(margin|padding|border)-(left|right)|(?<![-\w])(left|right)\s*:", STYLE)
    assert rules == []
