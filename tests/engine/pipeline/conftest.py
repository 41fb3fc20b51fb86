"""Pages with coloured marks, and a reader that finds them: no model is needed to see where things stand."""

import io
from types import SimpleNamespace

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.errors import CancelledError
from engine.geometry import Quad
from engine.ocr.detect import DetectedLine
from engine.reading import Line

MARKS = {
    "red": ((220, 30, 30), (150, 180)),
    "green": ((20, 160, 40), (720, 240)),
    "blue": ((30, 40, 220), (180, 980)),
    "violet": ((170, 30, 190), (690, 1010)),
    "teal": ((10, 150, 170), (430, 560)),
}
"""Name -> colour, and where its middle stands on the page as it was drawn, in pixels."""

SIZE = (880, 1180)


def draw_page(*, words: str = "the name of the child and of the mother", marks=MARKS) -> np.ndarray:
    """A page of lines of text with marks between them; RGB uint8 of shape (1180, 880, 3)."""
    image = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(22)
    for row in range(24):
        pen.text((70, 60 + row * 45), f"{row} {words}", fill=(25, 25, 25), font=font)
    for colour, (x, y) in marks.values():
        pen.ellipse((x - 14, y - 14, x + 14, y + 14), fill=colour)
    return np.asarray(image)


def encoded(pixels: np.ndarray, kind: str = "PNG", **options) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, kind, **options)
    return stream.getvalue()


def find_marks(pixels: np.ndarray) -> dict[str, tuple[float, float]]:
    """Where the marks stand: centres of the pixels of each mark's colour."""
    found = {}
    for name, (colour, _) in MARKS.items():
        near = np.abs(pixels.astype(int) - np.array(colour)).max(axis=2) < 60
        near = cv2.morphologyEx(near.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
        ys, xs = np.nonzero(near)
        if len(xs):
            found[name] = (float(xs.mean()) + 0.5, float(ys.mean()) + 0.5)
    return found


class FakeReader:
    """Reads the marks by their colours, and turns pages as it is told."""

    id = "fake"

    def __init__(self, *, turns: int = 0, certainty: float = 1.0, warnings: tuple[str, ...] = ()) -> None:
        self.turning = SimpleNamespace(turns=turns, certainty=certainty)
        self.warnings = warnings
        self.beside: list[Quad] = []
        self.searches = 0
        self.found: tuple[DetectedLine, ...] = ()
        self.shapes: list[tuple[int, ...]] = []
        self.closed = False

    def find_lines(self, pixels, *, blurred):
        self.told_blurred = blurred
        height, width = pixels.shape[:2]
        middle = Quad.from_box(width * 0.4, height * 0.45, width * 0.6, height * 0.5)
        self.searches += 1
        return tuple(DetectedLine(quad, 1.0) for quad in (middle, *self.beside))

    def orientation(self, pixels, found, *, cancel):
        return self.turning

    def read(self, pixels, found, *, cancel):
        self.found = found
        self.shapes.append(pixels.shape)
        lines = []
        for name, (x, y) in find_marks(pixels).items():
            if cancel():
                raise CancelledError("stopped between two lines")
            lines.append(Line(name, Quad.from_box(x - 9, y - 5, x + 9, y + 5), 0.9, "Latn", "fake"))
        return tuple(lines)

    def close(self):
        self.closed = True


def exif(*, orientation: int) -> Image.Exif:
    note = Image.Exif()
    note[0x0112] = orientation
    return note


@pytest.fixture
def marks():
    """This module: test modules cannot import one another."""
    return SimpleNamespace(
        MARKS=MARKS, SIZE=SIZE, FakeReader=FakeReader, draw_page=draw_page, encoded=encoded, exif=exif
    )


@pytest.fixture
def reader() -> FakeReader:
    return FakeReader()


@pytest.fixture
def text_pdf() -> bytes:
    """A PDF page with three lines of text of its own."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    rows = [f"BT /F1 14 Tf 72 {700 - 30 * row} Td (the name of the child and of the mother {row}) Tj ET"
            for row in range(12)]  # fmt: skip
    page.Contents = pdf.make_stream("\n".join(rows).encode())
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()
