"""The images that a PDF page holds, as it describes them; none is decoded."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_DEPTH_OF_FORMS = 12
_MOST_OBJECTS = 200_000
"""As many objects are looked at; nested forms can claim billions."""


@dataclass(frozen=True, slots=True)
class PlacedImage:
    """An image on a page.

    Attributes:
        size: Width and height in its own pixels.
        box: Left, bottom, right and top on the page, in points, before the page's rotation.
    """

    size: tuple[int, int]
    box: tuple[float, float, float, float]


def images_on(page: pdfium.PdfPage) -> tuple[PlacedImage, ...]:
    """List the images of an open page, those within nested forms too."""
    return tuple(_found(page))


def _found(page: pdfium.PdfPage) -> Iterator[PlacedImage]:
    for thing in islice(page.get_objects(max_depth=_DEPTH_OF_FORMS), _MOST_OBJECTS):
        if thing.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            width, height = thing.get_px_size()
            yield PlacedImage((width, height), _box(thing))


def _box(image: pdfium.PdfObject) -> tuple[float, float, float, float]:
    # An image fills the unit square of its own coordinates; each holder adds its own.
    corners = np.array([[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]], dtype=np.float64)
    holder: pdfium.PdfObject | None = image
    while holder is not None:
        a, b, c, d, e, f = holder.get_matrix().get()
        corners = corners @ np.array([[a, b, 0], [c, d, 0], [e, f, 1]])
        holder = holder.container
    (left, bottom), (right, top) = corners[:, :2].min(axis=0), corners[:, :2].max(axis=0)
    return float(left), float(bottom), float(right), float(top)
