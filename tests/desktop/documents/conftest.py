"""Libraries with documents for the tests of the lists: some that are read, or thousands of rows."""

from pathlib import Path

import pytest

from desktop.access import LibraryAccess, LibraryDoor
from desktop.documents.view import DocumentsView
from engine.geometry import Quad, Transform
from engine.library import NewDocument, Protection, create_library
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings, Settings
from tests.desktop.elsewhere import elsewhere, with_library

TEXTS = {
    "letter Amina.pdf": ("Amina Juma lives in Dadaab", 0.97),
    "card.jpg": ("Name: Yusuf Hassan", 0.55),
    "form.png": ("الاسم: أمينة جمعة", 0.81),
    "report.pdf": ("Water was brought to Dadaab", 0.9),
}


def reading(*texts: str, confidence: float = 0.9) -> Reading:
    """A page with these lines."""
    lines = tuple(
        Line(
            text, Quad.from_box(50, 50 + 40 * place, 900, 80 + 40 * place), confidence, "Latn", "ppocr",
            language="ar" if "الاسم" in text else "en",
        )
        for place, text in enumerate(texts)
    )  # fmt: skip
    return Reading("test-1", 1000, 1400, Transform.identity(), Origin.RECOGNISED, lines)


def add(library, name: str, *, pages: int = 1) -> str:
    """Add a document with a content of its own."""
    types = {".pdf": "application/pdf", ".png": "image/png"}
    media_type = types.get(Path(name).suffix, "image/jpeg")
    new = NewDocument(name, media_type, pages, f"content of {name}".encode())
    return library.documents.add(new).document_id


def add_read(library, name: str, text: str, confidence: float) -> str:
    """Add a document that is read."""
    document_id = add(library, name)
    while job := library.jobs.claim("worker", lease_seconds=60):
        library.jobs.complete(job, reading(text, confidence=confidence), image=None, thumbnail=None)
    return document_id


@pytest.fixture
def ids(door: LibraryDoor) -> dict[str, str]:
    """Four documents that are read, by their names."""

    def fill(library):
        return {name: add_read(library, name, *told) for name, told in TEXTS.items()}

    return with_library(door, fill)


@pytest.fixture(scope="session")
def thousands(tmp_path_factory) -> Path:
    """A library of 5,000 documents that wait, made without the files, which lists never look at."""
    folder = tmp_path_factory.mktemp("thousands") / "library"

    def make():
        settings = LibrarySettings(ballast_megabytes=0)
        made = create_library(
            folder, protection=Protection(encrypted=False, keyring=False), settings=settings
        )
        with made.library as library, library.connection.transaction():
            for number in range(5000):
                new = NewDocument(f"scan {number:05}.jpg", "image/jpeg", 1, b"")
                library.documents._insert(new, f"{number:064x}", 1)

    elsewhere(make)
    return folder


@pytest.fixture
def many(qtbot, thousands: Path):
    """The bridge to the library of thousands; only read from."""
    made = LibraryAccess(LibraryDoor(thousands, None, Settings()))
    yield made
    made.close()


@pytest.fixture
def view(qtbot, ids, frame) -> DocumentsView:
    """The list of what is to be checked, in a window, with its rows fetched."""
    return opened(qtbot, frame, "to-check", rows=4)


def opened(qtbot, frame, argument: object, *, rows: int) -> DocumentsView:
    """Open a list and wait until its rows are fetched."""
    frame.open_view("documents", argument)
    view = frame.view
    assert isinstance(view, DocumentsView)
    wait_for_rows(qtbot, view, rows)
    return view


def wait_for_rows(qtbot, view: DocumentsView, rows: int) -> None:
    """Wait until a list has so many rows, and they are fetched."""
    model = view.model
    qtbot.waitUntil(lambda: model.known and model.rowCount() == rows)
    qtbot.waitUntil(lambda: all(model.document(row) is not None for row in range(min(rows, 20))))


def shown(view: DocumentsView) -> list[str]:
    """Return the names that a list shows, in order."""
    found = [view.model.document(row) for row in range(view.model.rowCount())]
    return [document.name for document in found if document is not None]
