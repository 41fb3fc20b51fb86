"""Reads the characters of a PDF page from PDFium as one table, in pixels of the rendered page.

PDFium's own division into lines and words is kept as it is given (generated spaces and line ends);
``text_lines`` decides what of it to use.
"""

import unicodedata
from contextlib import closing
from ctypes import byref, c_double
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from engine.geometry import Transform

_LINE_ENDS = frozenset({0x0A, 0x0D})
_MEANINGLESS = frozenset({"Cc", "Co", "Cn", "Cs"})
_INVISIBLE_MODES = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP})
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class GlyphTable:
    """Characters in PDFium's order; all arrays have one row per character.

    Attributes:
        text: The characters themselves, each one code point.
        boxes: Left, top, right, bottom of the ink, float64 of shape (n, 4).
        advances: Left, top, right, bottom of the space that the glyph takes up in its line, likewise.
        origins: Where the pen stood on the base line, float64 of shape (n, 2).
        turns: Clockwise quarter turns of the direction of writing against left-to-right.
        visible: Neither space nor line end nor control.
        hidden: Written in an invisible mode.
        unknown: The font gives it no meaning.
        right_to_left: A letter of a right-to-left script.
    """

    text: tuple[str, ...]
    boxes: NDArray[np.float64]
    advances: NDArray[np.float64]
    origins: NDArray[np.float64]
    turns: NDArray[np.int64]
    visible: NDArray[np.bool_]
    hidden: NDArray[np.bool_]
    unknown: NDArray[np.bool_]
    right_to_left: NDArray[np.bool_]

    @property
    def letter_height(self) -> float:
        """Median height of the ink of letters and digits across their line, in pixels; 0 without any."""
        chosen = self.visible & np.array([letter.isalnum() for letter in self.text], dtype=bool)
        if not chosen.any():
            chosen = self.visible
        sizes = self.boxes[chosen]
        upright = self.turns[chosen] % 2 == 0
        heights = np.where(upright, sizes[:, 3] - sizes[:, 1], sizes[:, 2] - sizes[:, 0])
        return float(np.median(heights)) if len(heights) else 0.0


def read_glyphs(page: pdfium.PdfPage, *, width: int, height: int, most: int) -> GlyphTable | None:
    """Read all characters of an open page.

    Args:
        page: From PDFium.
        width: Of the page as rendered, in pixels.
        height: Likewise.
        most: Pages with more characters than this are not read.

    Returns:
        The table, or None if there are more than ``most``.
    """
    to_pixels = _to_pixels(page, width, height)
    with closing(page.get_textpage()) as textpage:
        count = max(0, pdfium_c.FPDFText_CountChars(textpage))
        if count > most:
            return None
        rows = [_row(textpage, index) for index in range(count)]
    codes = [row[0] for row in rows]
    numbers = np.array([row[1] for row in rows], dtype=np.float64).reshape(-1, 11)
    flags = np.array([row[2] for row in rows], dtype=bool).reshape(-1, 2)
    text = tuple(_character(code) for code in codes)
    blank = np.array(
        [letter.isspace() or code in _LINE_ENDS for letter, code in zip(text, codes, strict=True)], dtype=bool
    )
    unknown = flags[:, 1] | np.array([_is_meaningless(letter) for letter in text], dtype=bool)
    return GlyphTable(
        text=text,
        boxes=_mapped_boxes(numbers[:, 0:4], to_pixels),
        advances=_mapped_boxes(numbers[:, 4:8], to_pixels),
        origins=to_pixels.apply(numbers[:, 8:10]).astype(np.float64),
        turns=np.rint(_page_turns(page) + numbers[:, 10] / (np.pi / 2)).astype(np.int64) % 4,
        visible=~blank,
        hidden=flags[:, 0],
        unknown=unknown & ~blank,
        right_to_left=np.array(
            [unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text], dtype=bool
        ),
    )


def _row(textpage: pdfium.PdfTextPage, index: int) -> tuple[int, tuple[float, ...], tuple[bool, bool]]:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium_c.FPDFText_GetCharBox(textpage, index, byref(left), byref(right), byref(bottom), byref(top))
    loose = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(textpage, index, byref(loose))
    x, y = c_double(), c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, index, byref(x), byref(y))
    numbers = (
        left.value, bottom.value, right.value, top.value,
        loose.left, loose.bottom, loose.right, loose.top,
        x.value, y.value, pdfium_c.FPDFText_GetCharAngle(textpage, index),
    )  # fmt: skip
    code = pdfium_c.FPDFText_GetUnicode(textpage, index)
    if pdfium_c.FPDFText_IsHyphen(textpage, index) == 1:
        return ord("-"), numbers, (False, False)
    drawn_by = pdfium_c.FPDFText_GetTextObject(textpage, index)
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(drawn_by) if drawn_by else None
    unmapped = pdfium_c.FPDFText_HasUnicodeMapError(textpage, index) == 1
    return code, numbers, (mode in _INVISIBLE_MODES, unmapped)


def _character(code: int) -> str:
    # On Windows PDFium hands out UTF-16, so that half of a pair can come alone.
    return chr(code) if 0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _is_meaningless(letter: str) -> bool:
    return letter == "\ufffd" or unicodedata.category(letter) in _MEANINGLESS


def _page_turns(page: pdfium.PdfPage) -> int:
    return int(page.get_rotation()) // 90


def _to_pixels(page: pdfium.PdfPage, width: int, height: int) -> Transform:
    """Map points of the page, before its rotation and with y up, to pixels of the rendered page."""
    left, bottom, right, top = page.get_bbox()
    turns = _page_turns(page)
    across, down = (right - left, top - bottom) if turns % 2 == 0 else (top - bottom, right - left)
    x, y = width / max(across, 1e-6), height / max(down, 1e-6)
    a, b, c, d, e, f = {
        0: (x, 0.0, -left * x, 0.0, -y, top * y),
        1: (0.0, x, -bottom * x, y, 0.0, -left * y),
        2: (-x, 0.0, right * x, 0.0, y, -bottom * y),
        3: (0.0, -x, top * x, -y, 0.0, right * y),
    }[turns]
    return Transform((a, b, c, d, e, f, 0.0, 0.0, 1.0))


def _mapped_boxes(boxes: NDArray[np.float64], to_pixels: Transform) -> NDArray[np.float64]:
    first, second = to_pixels.apply(boxes[:, 0:2]), to_pixels.apply(boxes[:, 2:4])
    return np.hstack([np.minimum(first, second), np.maximum(first, second)]).astype(np.float64)
