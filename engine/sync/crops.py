"""Cuts the parts of page images that headquarters asked for, so that a page need not travel whole."""

import io

from PIL import Image

from engine.errors import SandukuError
from engine.library import Library
from engine.library.hq_words import WantedCrop

_QUALITY = 80
_MARGIN = 8
"""Pixels around what was asked for, so that strokes at the edge are seen."""


def cut_crops(library: Library) -> int:
    """Cut whatever headquarters waits for and return how many; what cannot be cut is told to it."""
    cut = 0
    for crop in library.exchange.words.crops():
        if crop.image_sha256 is None:
            library.exchange.words.crop_impossible(crop, "not-read")
            continue
        try:
            image = library.files.read(crop.image_sha256)
        except SandukuError as error:
            if error.code not in ("library.file-missing", "library.file-damaged"):
                raise
            library.exchange.words.crop_impossible(crop, error.code)
            continue
        content = cut_out(image, crop)
        if content is None:
            library.exchange.words.crop_impossible(crop, "outside")
            continue
        library.exchange.words.crop_cut(crop, library.files.put(content), len(content))
        cut += 1
    return cut


def cut_out(image: bytes, crop: WantedCrop) -> bytes | None:
    """Return a part of a page image as JPEG, upright as the page is; None where it lies outside the page.

    Args:
        image: The page image as the library stores it.
        crop: Its quad, in pixels of the upright page; the box around it is cut.
    """
    with Image.open(io.BytesIO(image)) as page:
        left = max(0, int(min(x for x, _ in crop.quad)) - _MARGIN)
        top = max(0, int(min(y for _, y in crop.quad)) - _MARGIN)
        right = min(page.width, int(max(x for x, _ in crop.quad)) + _MARGIN + 1)
        bottom = min(page.height, int(max(y for _, y in crop.quad)) + _MARGIN + 1)
        if left >= right or top >= bottom:
            return None
        part = page.crop((left, top, right, bottom)).convert("RGB")
    stream = io.BytesIO()
    part.save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()
