"""Documents to export, made in code."""

import hashlib
import io
from collections.abc import Callable, Iterable

import pytest
from PIL import Image, ImageDraw

from engine.export import ExportDocument, ExportPage
from engine.geometry import Quad, Transform
from engine.reading import Line, Origin, Reading

LineMaker = Callable[..., Line]


def make_line(
    text: str, x: float = 100, y: float = 100, *, width: float | None = None, height: float = 40, **more
) -> Line:
    right = x + (max(len(text), 1) * 18 if width is None else width)
    facts = {
        "confidence": 0.97,
        "script": "Latn",
        "engine": "ppocr",
        "quad": Quad.from_box(x, y, right, y + height),
    }
    return Line(text=text, **{**facts, **more})


def make_reading(lines: Iterable[Line], **more) -> Reading:
    facts = {
        "pipeline_id": "test",
        "width": 1240,
        "height": 1754,
        "to_source": Transform.identity(),
        "origin": Origin.RECOGNISED,
        "dpi": 150.0,
    }
    return Reading(lines=tuple(lines), **{**facts, **more})


def jpeg(width: int = 1240, height: int = 1754, boxes: Iterable[tuple] = (), mode: str = "RGB") -> bytes:
    image = Image.new(mode, (width, height), "white")
    draw = ImageDraw.Draw(image)
    for box in boxes:
        draw.rectangle(box, fill="black")
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=80)
    return stream.getvalue()


def make_page(
    lines: Iterable[Line],
    *,
    index: int = 0,
    model_texts: Iterable[str | None] | None = None,
    image=None,
    **more,
) -> ExportPage:
    reading = make_reading(lines, **more)
    before = [None] * len(reading.lines) if model_texts is None else model_texts
    return ExportPage(index, reading, tuple(before), jpeg() if image is None else image)


def make_document(*pages: ExportPage, name: str = "register.jpg", **more) -> ExportDocument:
    facts = {
        "id": "0190-abc",
        "media_type": "image/jpeg",
        "sha256": hashlib.sha256(name.encode()).hexdigest(),
        "added_at": "2026-03-01T10:00:00+00:00",
    }
    return ExportDocument(name=name, pages=pages, **{**facts, **more})


class Maker:
    """What the tests build documents with."""

    line = staticmethod(make_line)
    reading = staticmethod(make_reading)
    page = staticmethod(make_page)
    document = staticmethod(make_document)
    jpeg = staticmethod(jpeg)

    def table(self, rows: Iterable[Iterable[str]], *, block: int = 0) -> list[Line]:
        return [
            make_line(text, 100 + 250 * column, 100 + 60 * row, block=block, cell=(row, column))
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
        ]


@pytest.fixture
def make() -> Maker:
    return Maker()
