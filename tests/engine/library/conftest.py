"""What the tests of the library share: a clock that stands still, small readings, and libraries."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.geometry import Quad, Transform
from engine.library import CreatedLibrary, Library, NewDocument, Protection, create_library, open_library
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings

NO_BALLAST = LibrarySettings(ballast_megabytes=0, author="Amina")


class StandingClock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.wall = 1_800_000_000.0
        self.steady = 0.0

    def now(self) -> float:
        return self.wall

    def monotonic(self) -> float:
        return self.steady

    def pass_time(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds

    def set_wall(self, seconds: float) -> None:
        """Somebody sets the clock of the computer; time itself goes on as ever."""
        self.wall = seconds


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    """Makes a reading from the texts of its lines, one above the other."""

    def make(
        *texts: str, pipeline: str = "test-1", language: str = "en", confidence: float = 0.9, top: float = 50
    ):
        lines = tuple(
            Line(
                text,
                Quad.from_box(50, top + 40 * place, 900, top + 30 + 40 * place),
                confidence,
                "Latn",
                "ppocr",
                language=language,
            )
            for place, text in enumerate(texts)
        )
        return Reading(pipeline, 1000, 1400, Transform.identity(), Origin.RECOGNISED, lines)

    return make


@pytest.fixture(params=[True, False], ids=["encrypted", "in-the-clear"])
def created(request: pytest.FixtureRequest, tmp_path: Path, clock: StandingClock) -> Iterator[CreatedLibrary]:
    """A new library, once encrypted and once not."""
    protection = Protection(encrypted=request.param, keyring=False)
    made = create_library(tmp_path / "library", protection=protection, clock=clock, settings=NO_BALLAST)
    with made.library:
        yield made


@pytest.fixture
def library(tmp_path: Path, clock: StandingClock) -> Iterator[Library]:
    """A new encrypted library."""
    protection = Protection(keyring=False)
    made = create_library(tmp_path / "library", protection=protection, clock=clock, settings=NO_BALLAST)
    with made.library:
        yield made.library


@pytest.fixture
def reopen(clock: StandingClock) -> Iterator[Callable[[Library], Library]]:
    """Opens a library a second time, as another process would."""
    opened: list[Library] = []

    def again(library: Library) -> Library:
        other = open_library(library.folder, data_key=library.data_key, clock=clock, settings=NO_BALLAST)
        opened.append(other)
        return other

    yield again
    for other in opened:
        other.close()


@pytest.fixture
def add() -> Callable[..., str]:
    """Adds a document with a content of its own and returns its id."""

    def add_document(library: Library, name: str = "form.pdf", *, pages: int = 1, **wishes: object) -> str:
        content = wishes.pop("content", f"content of {name}".encode())
        new = NewDocument(name, "application/pdf", pages, content, **wishes)
        return library.documents.add(new).document_id

    return add_document


@pytest.fixture
def read_all(make_reading: Callable[..., Reading]) -> Callable[..., int]:
    """Reads whatever is queued: each page gets the given lines."""

    def read(library: Library, *texts: str, image: bytes | None = None, **wishes: object) -> int:
        count = 0
        while job := library.jobs.claim("worker", lease_seconds=60):
            reading = make_reading(*(texts or ("One line",)), **wishes)
            library.jobs.complete(job, reading, image=image, thumbnail=None)
            count += 1
        return count

    return read
