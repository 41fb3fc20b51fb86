"""A library with documents that are read, without any model."""

import io

import pytest
from PIL import Image

from desktop.access import ImageStore
from engine.geometry import Quad, Transform
from engine.library import NewDocument
from engine.reading import Line, Origin, Reading
from tests.desktop.elsewhere import with_library

NAMES = ("letter.jpg", "form.png", "form.pdf")


def reading(name: str) -> Reading:
    texts = ((f"Text of {name}", 0.99), ("a doubtful word", 0.4))
    lines = tuple(
        Line(text, Quad.from_box(10, 10 + 60 * at, 300, 50 + 60 * at), sure, "Latn", "ppocr", language="en")
        for at, (text, sure) in enumerate(texts)
    )
    return Reading("test", 400, 560, Transform.identity(), Origin.RECOGNISED, lines, dpi=72)


def picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (400, 560), "white").save(stream, "JPEG")
    return stream.getvalue()


def fill(library) -> list[str]:
    for at, name in enumerate(NAMES):
        library.documents.add(NewDocument(name, "image/jpeg", 1, picture() + bytes([at])))
    while job := library.jobs.claim("worker", lease_seconds=60):
        name = library.documents.get(job.document_id).name
        library.jobs.complete(job, reading(name), image=picture(), thumbnail=picture())
    return [each.id for each in library.documents.find()]


@pytest.fixture
def ids(door) -> list[str]:
    """Three documents that are read, each with one doubtful line; the newest first."""
    return with_library(door, fill)


@pytest.fixture
def images(qtbot, door):
    made = ImageStore(door)
    yield made
    made.close()
