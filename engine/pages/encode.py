"""Makes the small files that are kept and shown of a page."""

import io

import numpy as np
from PIL import Image

from engine.pages.errors import DamagedFileError
from engine.pages.source import Pixels
from engine.resampling import reduced_to


def encode_jpeg(pixels: Pixels, quality: int = 85) -> bytes:
    """Return a page as a JPEG file.

    Args:
        pixels: RGB, shape (height, width, 3), at most 65,500 pixels a side, as JPEG demands.
        quality: 1 to 95.
    """
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def decode_jpeg(data: bytes) -> Pixels:
    """Return the pixels of a page that :func:`encode_jpeg` made a file of, but for what JPEG loses.

    Raises:
        DamagedFileError: It is no image.
    """
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            return np.asarray(image.convert("RGB"), dtype=np.uint8)
    except (OSError, ValueError, SyntaxError) as error:
        raise DamagedFileError(
            "The kept image of this page cannot be decoded.", remedy="Have the page read again."
        ) from error


def thumbnail(pixels: Pixels, side: int = 320) -> bytes:
    """Return a JPEG file of the page whose longer side has at most ``side`` pixels."""
    return encode_jpeg(reduced_to(pixels, side), quality=80)
