"""Runs commands in this process, on a library whose readings are made by hand: no model is needed here."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from engine.cli import main
from engine.geometry import Quad, Transform
from engine.library import Library, NewDocument, Protection, create_library
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings, Places, Settings, save_settings


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        return json.loads(self.err)["error"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command as the program does, without a terminal, and return what it gave."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))

    def run(*arguments: object) -> Result:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(int(code), captured.out, captured.err)

    return run


def line(
    text: str, confidence: float = 0.99, *, script: str = "Latn", language: str = "en", **more: Any
) -> Line:
    return Line(
        text=text,
        quad=Quad.from_box(10, 10, 300, 40),
        confidence=confidence,
        script=script,
        engine="ppocr",
        language=language,
        **more,
    )


PAGES = (
    (line("Household registration"), line("Name: Arnina Yusuf", 0.62), line("Village: Kalobeyei")),
    (
        line("اسم المستفيد: مريم", 0.97, script="Arab", language="ar"),
        line("Signed", doubts=("engines-disagree",)),
    ),
)


@pytest.fixture
def small_ballast(places: Places) -> None:
    """Keep no ballast: the commands open the library with the settings file's own settings."""
    save_settings(Settings(library=LibrarySettings(ballast_megabytes=0)), places.settings)


@pytest.fixture
def library(places: Places, small_ballast: None) -> Iterator[Library]:
    """This user's own library, empty."""
    made = create_library(
        places.library, protection=Protection(keyring=False), settings=LibrarySettings(ballast_megabytes=0)
    )
    with made.library as opened:
        yield opened


@pytest.fixture
def document(library: Library) -> str:
    """The id of a document of two pages that is read: one in English, one in Arabic and English."""
    new = NewDocument("registration.jpg", "image/jpeg", len(PAGES), content=b"the original bytes")
    document_id = library.documents.add(new).document_id
    for lines in PAGES:
        job = library.jobs.claim("a test", lease_seconds=60)
        assert job is not None
        library.jobs.complete(job, reading_of(lines), image=jpeg(), thumbnail=jpeg())
    return document_id


def reading_of(lines: tuple[Line, ...]) -> Reading:
    return Reading(
        "read-test", 400, 200, Transform.identity(), Origin.RECOGNISED, lines, seconds={"read": 0.25}
    )


def jpeg() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (400, 200), "white").save(stream, "JPEG")
    return stream.getvalue()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """An image file that can be added."""
    path = tmp_path / "scan.jpg"
    path.write_bytes(jpeg())
    return path
