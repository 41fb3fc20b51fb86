"""QR codes in photos, scans and PDFs, such as an invitation on paper that somebody has photographed."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from engine.pages import Pixels, open_source
from engine.settings import PageSettings

SIDES = (2400, 1400, 900)
"""Longest sides in pixels, at which a code is looked for: finely, and without the noise of a photo."""
MOST_PAGES = 5
"""Of a PDF or TIFF that are looked at."""


def codes_in(path: Path, settings: PageSettings) -> Iterator[str]:
    """Yield the texts of the QR codes in a picture or a document, page by page; the same one perhaps twice.

    Args:
        path: Any file that pages can be read from.
        settings: Limits and choices.

    Raises:
        SandukuError: The file cannot be opened or decoded, as of :func:`engine.pages.open_source`.
    """
    with open_source(path, name=path.name, settings=settings) as source:
        for index in range(min(source.page_count, MOST_PAGES)):
            yield from codes_on(source.load(index).pixels)


def codes_on(pixels: Pixels) -> Iterator[str]:
    """Yield the texts of the QR codes on a page, (height, width, 3) in RGB."""
    gray = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    for side in SIDES:
        scale = side / max(gray.shape)
        seen = (
            gray if scale >= 1 else cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        )
        for detector in (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()):
            try:
                text, _corners, _code = detector.detectAndDecode(np.ascontiguousarray(seen))
            except (cv2.error, UnicodeDecodeError):  # what only looks like a code
                continue
            if text:
                yield text
        if scale >= 1:
            return
