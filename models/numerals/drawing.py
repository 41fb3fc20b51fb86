"""How training lines look: fonts, worn paper, rules of tables, and the box that a detector would give.

This module knows nothing of networks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from engine.errors import MissingDependencyError
from models.numerals import texts
from models.numerals.texts import Piece, Random

Gray = NDArray[np.uint8]

PACKAGES = (
    "fonts-hosny-amiri fonts-noto-core fonts-noto-ui-core fonts-kacst fonts-kacst-one "
    "fonts-sil-scheherazade fonts-sil-lateef fonts-sil-harmattan fonts-arabeyes fonts-hosny-thabit "
    "fonts-paktype fonts-freefont-ttf fonts-dejavu fonts-unifont fonts-liberation fonts-lato fonts-roboto"
)
"""Debian packages whose fonts lines are drawn with; none of them is part of Sanduku."""

HELD_OUT = ("NotoNaskh", "Amiri", "Lateef", "KacstOffice", "ae_AlArabiya", "Harmattan")
"""How the names of the families begin that the network never sees before it is measured."""
_UNFIT = (
    "AmiriQuran", "KacstTitleL", "NotoSansIndicSiyaq", "ae_AlManzomah", "ae_Japan", "ae_Shado", "homa",
    "nazli", "titr",
)  # fmt: skip
"""Ornament, and fonts that have Persian digits in the place of the Arabic ones."""
_LATIN = ("DejaVu", "Liberation", "Lato-", "Roboto-", "FreeS", "FreeMono", "NotoSans-", "NotoSerif-")
_GENERAL = "DejaVuSans.ttf"
FEWEST_FONTS = 40

_NOT_THERE = "\U0010fffe"


class FontsMissingError(MissingDependencyError):
    """Too few of the fonts that lines are drawn with are on this computer."""

    code = "models.numerals-fonts"


@dataclass(frozen=True)
class Fonts:
    """The fonts to draw with.

    Attributes:
        numbers: Have Arabic-Indic digits.
        latin: Have letters and signs of Latin script.
        general: Has every letter and sign: stands in where another font lacks one.
    """

    numbers: tuple[str, ...]
    latin: tuple[str, ...]
    general: str

    def with_letters(self, text: str, *preferred: str) -> str:
        """Return the first of some fonts that has all letters of a text."""
        return next((path for path in preferred if all(_has(path, c) for c in text)), self.general)


def find_fonts(folder: Path, *, held_out: bool) -> Fonts:
    """Return the fonts for training, or those that are kept for measuring.

    Args:
        folder: Searched with all that is in it.
        held_out: Which of the two.

    Raises:
        FontsMissingError: Too few are there.
    """
    files = {path.name: path for path in sorted(folder.rglob("*")) if path.suffix in {".ttf", ".otf"}}
    fit = [path for name, path in files.items() if not name.startswith(_UNFIT)]
    able = [str(path) for path in fit if all(_has(str(path), digit) for digit in texts.DIGITS)]
    if len(able) < FEWEST_FONTS:
        raise FontsMissingError(
            f"Only {len(able)} fonts with Arabic-Indic digits are here.",
            which=folder,
            remedy=f"Install {PACKAGES}.",
        )
    latin = [str(path) for path in fit if path.name.startswith(_LATIN) and _has(str(path), "A")]
    chosen = [path for path in able if Path(path).name.startswith(HELD_OUT) == held_out]
    general = next((path for path in able if Path(path).name == _GENERAL), "")
    if not general:
        raise FontsMissingError(
            f"The font {_GENERAL} is not here.", which=folder, remedy="Install fonts-dejavu."
        )
    return Fonts(tuple(chosen), tuple(latin), general)


def drawn(random: Random, fonts: Fonts, pieces: Sequence[Piece]) -> Gray:
    """Draw a line as scanners and phones would show it, cut out as a detector would.

    Args:
        random: Decides on everything.
        fonts: To choose from.
        pieces: From left to right; none for paper with marks alone.

    Returns:
        uint8 of shape (height, width), at the scale of the page.
    """
    size = int(np.exp(random.uniform(np.log(12), np.log(54))))
    page, box = _printed(random, fonts, pieces, size) if pieces else _marked(random, size)
    page = _bent(random, page, box)
    page = _with_rules(random, page, box)
    page = _worn(random, page, size)
    left, top, right, bottom = _detected(random, box, page.shape)
    return np.ascontiguousarray(page[top:bottom, left:right])


Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def _printed(random: Random, fonts: Fonts, pieces: Sequence[Piece], size: int) -> tuple[Gray, Box]:
    """Return ink (255) on nothing (0), and where it is."""
    foreign_only = not any(letter in texts.DIGITS for piece in pieces for letter in piece.text)
    arabic = any(piece.shaped for piece in pieces)
    latin = foreign_only and not arabic and random.random() < 0.75
    main = _pick(random, fonts.latin if latin else fonts.numbers)
    other = _pick(random, fonts.latin)
    spread = size * random.uniform(-0.03, 0.2) if random.random() < 0.25 else 0.0
    margin = size
    length = sum(len(piece.text) for piece in pieces)
    image = Image.new("L", (int(length * size * 1.6) + 4 * margin, 4 * size), 0)
    draw, pen = ImageDraw.Draw(image), float(2 * margin)
    for piece in pieces:
        if piece.shaped:
            font = _font(fonts.with_letters(piece.text, main), size, ImageFont.Layout.RAQM)
            draw.text((pen, 2.6 * size), piece.text, font=font, fill=255, anchor="ls", direction="rtl")
            pen += font.getlength(piece.text, direction="rtl")
            continue
        for letter in piece.text:
            font = _font(fonts.with_letters(letter, main, other), size, ImageFont.Layout.BASIC)
            draw.text((pen, 2.6 * size), letter, font=font, fill=255, anchor="ls")
            pen += font.getlength(letter) + spread
    ink = np.asarray(image)
    found = image.getbbox()
    if found is None:
        return ink, (margin, margin, 2 * margin, 2 * margin)
    left, top, right, bottom = found
    around = 2 * size
    page = np.zeros((bottom - top + 2 * around, right - left + 2 * around), np.uint8)
    page[around:-around, around:-around] = ink[top:bottom, left:right]
    return page, (around, around, page.shape[1] - around, page.shape[0] - around)


def _marked(random: Random, size: int) -> tuple[Gray, Box]:
    """Return paper with a stain, a stroke, a tick or nothing."""
    width, height = int(size * random.uniform(0.6, 6)), int(size * random.uniform(0.6, 1.4))
    page = np.zeros((height + 4 * size, width + 4 * size), np.uint8)
    box = (2 * size, 2 * size, 2 * size + width, 2 * size + height)
    how, thick = random.random(), max(1, size // int(random.integers(8, 18)))
    if how < 0.3:  # strokes of a pen, as in a signature
        for _ in range(int(random.integers(1, 4))):
            points = _within(random, box, int(random.integers(3, 12)))
            if random.random() < 0.7:
                points = points[np.argsort(points[:, 0])]
            cv2.polylines(page, [points], isClosed=False, color=255, thickness=thick, lineType=cv2.LINE_AA)
    elif how < 0.5:  # parts of stamps, drawings and thumbprints
        for _ in range(int(random.integers(1, 7))):
            (centre,) = _within(random, box, 1)
            axes = (int(random.integers(2, size + 3)), int(random.integers(2, size + 3)))
            turn, start = float(random.uniform(0, 180)), float(random.uniform(0, 360))
            reach = float(random.uniform(40, 330))
            cv2.ellipse(page, (int(centre[0]), int(centre[1])), axes, turn, start, start + reach, 255, thick)
    elif how < 0.65:  # a stain
        (centre,) = _within(random, box, 1)
        axes = (int(random.integers(1, size // 2 + 2)), int(random.integers(1, size // 2 + 2)))
        cv2.ellipse(
            page, (int(centre[0]), int(centre[1])), axes, float(random.uniform(0, 180)), 0, 360, 255, -1
        )
        page = cv2.GaussianBlur(page, (0, 0), size / 8).astype(np.uint8)
    elif how < 0.72:  # a tick: much like a seven, but for its arms
        foot = (int(box[0] + height * random.uniform(0.25, 0.5)), box[3] - 1)
        short, long = random.uniform(0.25, 0.55), random.uniform(0.85, 1.3)
        near = (int(foot[0] - height * short * random.uniform(0.5, 0.9)), int(foot[1] - height * short))
        far = (int(foot[0] + height * long * random.uniform(0.5, 1.1)), int(foot[1] - height * long))
        cv2.polylines(
            page,
            [np.array([near, foot, far], np.int32)],
            isClosed=False,
            color=255,
            thickness=thick,
            lineType=cv2.LINE_AA,
        )
        box = (near[0] - 1, min(near[1], far[1]), far[0] + 1, box[3])
    elif how < 0.82:  # boxes to tick
        edge = height - 2
        for left in range(box[0], box[2] - edge, 2 * edge):
            cv2.rectangle(page, (left, box[1] + 1), (left + edge, box[1] + 1 + edge), 255, thick)
            if random.random() < 0.4:
                cv2.line(page, (left, box[1]), (left + edge, box[1] + edge), 255, thick)
                cv2.line(page, (left, box[1] + edge), (left + edge, box[1]), 255, thick)
    elif how < 0.94:  # leaders, or a line to write on
        if random.random() < 0.5:
            cv2.line(page, (box[0], box[3]), (box[2], box[3]), 255, max(1, size // 16))
        else:
            for x in range(box[0], box[2], max(3, size // 3)):
                cv2.circle(page, (x, box[3] - 2), max(1, size // 14), 255, -1)
    return page, box


def _within(random: Random, box: Box, count: int) -> NDArray[np.int32]:
    """Return points within a box, as int32 of shape (count, 2)."""
    return random.uniform((box[0], box[1]), (box[2], box[3]), (count, 2)).astype(np.int32)


def _bent(random: Random, ink: Gray, box: Box) -> Gray:
    """Tilt and slant a little, and make strokes thicker or thinner."""
    if random.random() < 0.5:
        tilt = np.tan(np.radians(random.normal(0, 1.2)))
        tilt = float(np.clip(tilt, -0.25 * (box[3] - box[1]) / max(1, box[2] - box[0]) - 0.01, 0.06))
        slant = random.normal(0, 0.1)
        middle = (ink.shape[1] / 2, ink.shape[0] / 2)
        matrix = np.array([[1, slant, -slant * middle[1]], [tilt, 1, -tilt * middle[0]]], np.float32)
        ink = cv2.warpAffine(ink, matrix, (ink.shape[1], ink.shape[0]), flags=cv2.INTER_LINEAR).astype(
            np.uint8
        )
    how = random.random()
    if how < 0.12 and box[3] - box[1] > 10:
        ink = cv2.dilate(ink, np.ones((2, 2), np.uint8)).astype(np.uint8)
    elif how < 0.2 and box[3] - box[1] > 24:
        ink = cv2.erode(ink, np.ones((2, 2), np.uint8)).astype(np.uint8)
    return ink


def _with_rules(random: Random, ink: Gray, box: Box) -> Gray:
    """Draw rules of a table around the box."""
    if random.random() > 0.35:
        return ink
    left, top, right, bottom = box
    height = bottom - top
    thick = max(1, round(height * random.uniform(0.02, 0.08)))
    strength = int(random.integers(110, 256))
    ink = ink.copy()
    away = [int(height * random.uniform(0.08, 0.6)) + thick for _ in range(4)]
    if random.random() < 0.4:
        cv2.line(ink, (0, bottom + away[0]), (ink.shape[1], bottom + away[0]), strength, thick)
    if random.random() < 0.3:
        cv2.line(ink, (0, top - away[1]), (ink.shape[1], top - away[1]), strength, thick)
    if random.random() < 0.4:
        cv2.line(ink, (left - away[2], 0), (left - away[2], ink.shape[0]), strength, thick)
    if random.random() < 0.4:
        cv2.line(ink, (right + away[3], 0), (right + away[3], ink.shape[0]), strength, thick)
    return ink


def _worn(random: Random, ink: Gray, size: int) -> Gray:
    """Put the ink on paper, and blur, light, speckle and compress it."""
    if random.random() < 0.6:
        ink = cv2.GaussianBlur(ink, (0, 0), float(0.3 + random.random() ** 2 * (0.04 * size + 0.3))).astype(
            np.uint8
        )
    paper, dark = float(random.uniform(165, 256)), float(random.uniform(0, 110))
    if random.random() < 0.12:  # faint print
        dark = paper - random.uniform(55, 100)
    if random.random() < 0.07:
        paper, dark = dark, paper
    page = paper + (dark - paper) * (ink.astype(np.float32) / 255)
    if random.random() < 0.3:  # a shadow
        slope = random.uniform(-0.35, 0.35)
        page *= 1 + slope * np.linspace(-0.5, 0.5, page.shape[1], dtype=np.float32)
    if random.random() < 0.7:
        page += random.normal(0, 1 + 9 * random.random() ** 2, page.shape).astype(np.float32)
    if random.random() < 0.2:  # fibres and dirt
        rough = random.normal(0, 1, (page.shape[0] // 4 + 1, page.shape[1] // 4 + 1)).astype(np.float32)
        page += cv2.resize(rough, (page.shape[1], page.shape[0])) * random.uniform(2, 12)
    worn = np.clip(page, 0, 255).astype(np.uint8)
    if random.random() < 0.4:
        quality = int(random.integers(22, 92))
        _, packed = cv2.imencode(".jpg", worn, [cv2.IMWRITE_JPEG_QUALITY, quality])
        worn = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    return worn


def _detected(random: Random, box: Box, shape: tuple[int, ...]) -> Box:
    """Return a box as detectors draw them: mostly too wide, now and then a little too narrow."""
    left, top, right, bottom = box
    height = bottom - top
    wide = random.uniform(-0.03, 0.6, 4) * height
    if random.random() < 0.4:
        wide[:] = random.uniform(0.05, 0.45) * height
    # Dots and dashes are found with more paper around them than digits.
    wide += max(0.0, 8 - height) * 0.8
    return (
        max(0, round(left - wide[0])),
        max(0, round(top - wide[1])),
        min(shape[1], round(right + wide[2])),
        min(shape[0], round(bottom + wide[3])),
    )


@lru_cache(maxsize=4096)
def _font(path: str, size: int, layout: ImageFont.Layout) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=layout)


@lru_cache(maxsize=65536)
def _has(path: str, letter: str) -> bool:
    """Tell whether a font has a picture for a letter; white space counts as had."""
    if letter == " ":
        return True
    try:
        font = _font(path, 24, ImageFont.Layout.BASIC)
        mask, missing = font.getmask(letter), font.getmask(_NOT_THERE)
    except OSError:
        return False
    return mask.getbbox() is not None and (mask.size, bytes(mask)) != (missing.size, bytes(missing))


def _pick(random: Random, choices: Sequence[str]) -> str:
    return choices[int(random.integers(len(choices)))]
