"""Takes the text that a PDF page itself holds, where it can be relied on.

A text layer is believed only if it says what a person sees. It is refused, and the page is read from its
image instead, if

* an image covers a good part of the page: the text is then the guess of an earlier OCR, or a stamp on a scan;
* text is written invisibly;
* letters have no known meaning (fonts without a mapping, private-use codes, replacement characters);
* a line of it is not to be seen where it claims to stand;
* marks that look like text are seen where it has none (drawn letters, filled-in fields, notes, small images).

What it cannot notice is a font that maps its letters wrongly but to letters all the same.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from engine.pages.glyphs import GlyphTable, read_glyphs
from engine.pages.pdf_images import images_on
from engine.pages.source import Pixels
from engine.pages.text_lines import assemble
from engine.reading import Line

_IMAGE_SHARE = 0.25
_GARBAGE_SHARE = 0.01
_HIDDEN_SHARE = 0.02
_STRANGER_SHARE = 0.015
_MOST_GLYPHS = 100_000
_MOST_NOTES = 10_000
_WRITTEN_NOTES = frozenset({pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_INK})
_WRITTEN_FIELDS = frozenset({pdfium_c.FPDF_FORMFIELD_TEXTFIELD, pdfium_c.FPDF_FORMFIELD_COMBOBOX})
_LOOK_HEIGHT = 1400
_INK_CONTRAST = 40
_ORDINARY_SIGNS = frozenset(".,:;-_/'()|\u2022\u2013\u2014\u2026\u060c\u061f\u00b7\u2610\u25a1")


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What was found.

    Attributes:
        lines: The text, or None if there is none or it is refused.
        refusal: A sentence for a person: why text that is there was not taken; None otherwise.
    """

    lines: tuple[Line, ...] | None
    refusal: str | None = None


def read_text_layer(page: pdfium.PdfPage, pixels: Pixels) -> TextLayer:
    """Take the text of a page.

    Args:
        page: An open page.
        pixels: The same page rendered, in whose coordinates the lines are given.
    """
    glyphs = read_glyphs(page, width=pixels.shape[1], height=pixels.shape[0], most=_MOST_GLYPHS)
    if glyphs is None:
        return TextLayer(None, _refused("it is too long to be that of one page"))
    if not glyphs.visible.any():
        return TextLayer(None)
    reason = _untrustworthy(page, glyphs)
    if reason is None:
        lines = assemble(glyphs)
        reason = _contradicted(lines, glyphs, pixels)
        if reason is None:
            return TextLayer(lines or None)
    return TextLayer(None, _refused(reason))


def _refused(reason: str) -> str:
    return (
        f"The text that this PDF page carries was not taken, because {reason}; "
        "the page was read from its image."
    )


def _untrustworthy(page: pdfium.PdfPage, glyphs: GlyphTable) -> str | None:
    visible = int(glyphs.visible.sum())
    if _image_coverage(page) > _IMAGE_SHARE:
        return "an image covers much of the page and may hold other text"
    if _has_additions(page):
        return "fields are filled in or notes were added, which it does not hold"
    if int((glyphs.hidden & glyphs.visible).sum()) > _HIDDEN_SHARE * visible:
        return "part of it is invisible, as an earlier OCR leaves it"
    if not _says_something(glyphs):
        return "its letters seem to have no known meaning"
    garbage = int(glyphs.unknown.sum())
    # Arabic joins letters into shapes; one that is unknown makes a word into another word.
    if garbage > _GARBAGE_SHARE * visible or (garbage and glyphs.right_to_left.any()):
        return "some of its letters have no known meaning"
    return None


def _has_additions(page: pdfium.PdfPage) -> bool:
    """Whether somebody wrote into fields of the page or onto it."""
    for index in range(min(_MOST_NOTES, pdfium_c.FPDFPage_GetAnnotCount(page))):
        note = pdfium_c.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            kind = pdfium_c.FPDFAnnot_GetSubtype(note)
            if kind in _WRITTEN_NOTES:
                return True
            if kind == pdfium_c.FPDF_ANNOT_WIDGET and page.formenv and _is_filled_in(page, note):
                return True
        finally:
            pdfium_c.FPDFPage_CloseAnnot(note)
    return False


def _is_filled_in(page: pdfium.PdfPage, field: pdfium_c.FPDF_ANNOTATION) -> bool:
    if pdfium_c.FPDFAnnot_GetFormFieldType(page.formenv, field) not in _WRITTEN_FIELDS:
        return False
    # The length in bytes counts the two of the closing zero.
    return bool(pdfium_c.FPDFAnnot_GetFormFieldValue(page.formenv, field, None, 0) > 2)


def _says_something(glyphs: GlyphTable) -> bool:
    """Whether letters and digits make up most of the text, leaders and ruled lines of dots left aside.

    A font without a mapping gives numbers of glyphs, which show up as random signs.
    """
    letters = [letter for letter, shown in zip(glyphs.text, glyphs.visible, strict=True) if shown]
    signs = [letter for letter in letters if not unicodedata.category(letter).startswith(("L", "N", "M"))]
    odd = [letter for letter in signs if letter not in _ORDINARY_SIGNS]
    return len(odd) <= max(2, 0.2 * (len(letters) - len(signs) + len(odd)))


def _image_coverage(page: pdfium.PdfPage) -> float:
    """The share of the page that images cover, at most 1; overlaps count twice."""
    left, bottom, right, top = page.get_bbox()
    area = max((right - left) * (top - bottom), 1e-6)
    covered = 0.0
    for image in images_on(page):
        a, b, c, d = image.box
        covered += max(0.0, min(c, right) - max(a, left)) * max(0.0, min(d, top) - max(b, bottom))
    return float(min(1.0, covered / area))


def _contradicted(lines: Sequence[Line], glyphs: GlyphTable, pixels: Pixels) -> str | None:
    """Compare the text with what is seen; return why the two do not fit, or None."""
    scale = min(1.0, max(_LOOK_HEIGHT / max(pixels.shape[:2]), 7.0 / max(glyphs.letter_height, 1.0)))
    ink = _ink(pixels, scale)
    covered = np.zeros_like(ink)
    unseen = total = 0
    pad = max(2, round(0.35 * glyphs.letter_height * scale))
    for line in lines:
        x0, y0, x1, y1 = (round(edge * scale) for edge in line.quad.bounds)
        total += len(line.text)
        if not ink[max(0, y0) : y1 + 1, max(0, x0) : x1 + 1].any():
            unseen += len(line.text)
        covered[max(0, y0 - pad) : y1 + pad + 1, max(0, x0 - pad) : x1 + pad + 1] = 1
    if unseen > _HIDDEN_SHARE * total:
        return "part of it is not to be seen on the page"
    strangers = _letter_like(ink & (1 - covered), glyphs.letter_height * scale)
    if strangers > max(8, _STRANGER_SHARE * int(glyphs.visible.sum())):
        return "more text is seen on the page than it holds"
    return None


def _ink(pixels: Pixels, scale: float) -> Pixels:
    """1 where something differs from the paper around it; shape of the scaled page."""
    gray = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if scale < 1.0:
        size = (max(1, round(gray.shape[1] * scale)), max(1, round(gray.shape[0] * scale)))
        gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(gray, 31)
    return (cv2.absdiff(gray, paper) > _INK_CONTRAST).astype(np.uint8)


def _letter_like(ink: Pixels, height: float) -> int:
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    widths, heights, areas = (stats[1:, column].astype(np.float64) for column in (2, 3, 4))
    fits = (heights > 0.6 * height) & (heights < 2.2 * height) & (widths > 0.15 * height)
    fits &= (widths < 8 * height) & (areas < 0.93 * widths * heights) & (areas > 0.08 * widths * heights)
    return int(fits.sum())
