"""The work that is sent: pages of forms as text, each with its small picture, as files and as a library.

The same pages go by every way. Peers send files: one of JSON, with the lines and how sure they are, and one
JPEG. Ours sends the library that holds them, which tells more of each page: who did what, when, and a chain.
"""

import io
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import zstandard
from PIL import Image

from benchmarks.scoring import load_truth
from benchmarks.store import Words, new_library
from engine.geometry import Quad, Transform
from engine.library import NewDocument
from engine.reading import Line, Origin, Reading

THUMBNAIL = 240
"""Greatest side of a small picture, in pixels."""

_KEPT = 0.6
"""Share of a form's lines that are printed on it and so the same on each."""


@dataclass(frozen=True, slots=True)
class Record:
    """One page.

    Attributes:
        name: Of the document.
        reading: What was read on it.
        thumbnail: JPEG, or None where only text is sent.
    """

    name: str
    reading: Reading
    thumbnail: bytes | None

    def as_json(self) -> bytes:
        """Return what a peer sends of the text."""
        lines = [[line.text, round(line.confidence, 3)] for line in self.reading.lines]
        return json.dumps({"name": self.name, "lines": lines}, ensure_ascii=False).encode()


def make_records(samples: Path, count: int, *, pictures: bool, seed: int = 5) -> list[Record]:
    """Make pages that fill the samples' forms in with words and figures of their own.

    Args:
        samples: The bundled samples.
        count: How many pages.
        pictures: Whether each has a small picture.
        seed: The same gives the same pages.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    words = Words(samples, seed)
    forms = [page.text.splitlines() for page in load_truth(samples)]
    pictured = [*sorted(samples.glob("*.jpg")), *sorted(samples.glob("*.png"))]
    small = [_small(path) for path in pictured]
    records = []
    for number in range(count):
        form = forms[number % len(forms)]
        lines = [_filled(line, words, chance) for line in form if line.strip()]
        placed = tuple(
            Line(
                text,
                Quad.from_box(100, 60 * n, 1500, 60 * n + 40),
                0.8 + chance.random() / 5,
                "Latn",
                "ppocr",
            )
            for n, text in enumerate(lines)
        )
        reading = Reading("benchmark", 1654, 2339, Transform.identity(), Origin.RECOGNISED, placed)
        picture = _photographed(small[number % len(small)], chance) if pictures else None
        records.append(Record(f"form-{number:05}.jpg", reading, picture))
    return records


def write_files(records: list[Record], folder: Path) -> None:
    """Write what peers send, in subfolders of a hundred."""
    for number, record in enumerate(records):
        place = folder / f"{number // 100:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:05}.json").write_bytes(record.as_json())
        if record.thumbnail is not None:
            (place / f"{number:05}.jpg").write_bytes(record.thumbnail)


def fill_library(records: list[Record], folder: Path) -> None:
    """Make a library that holds the pages, read."""
    with new_library(folder) as library, library.together():
        for number, record in enumerate(records):
            content = f"original of {number}".encode()
            library.documents.add(NewDocument(record.name, "image/jpeg", 1, content))
            job = library.jobs.claim("benchmark", lease_seconds=600)
            assert job is not None
            library.jobs.complete(job, record.reading, image=None, thumbnail=record.thumbnail)


def ideal_bytes(records: list[Record]) -> int:
    """Return the bytes that the pages take at best: all text in one stream of zstd -19, and the pictures."""
    text = zstandard.ZstdCompressor(level=19).compress(b"\n".join(record.as_json() for record in records))
    return len(text) + sum(len(record.thumbnail or b"") for record in records)


def raw_bytes(records: list[Record]) -> int:
    """Return the bytes of the files."""
    return sum(len(record.as_json()) + len(record.thumbnail or b"") for record in records)


def _filled(line: str, words: Words, chance: random.Random) -> str:
    """Return a line of a form as somebody else filled it in: other figures, and often other words."""
    text = "".join(str(chance.randrange(10)) if letter.isdigit() else letter for letter in line)
    if chance.random() < _KEPT:
        return text
    return " ".join(
        words.word() if word.isalpha() and chance.random() < 0.5 else word for word in text.split()
    )


def _small(path: Path) -> Image.Image:
    with Image.open(path) as image:
        small = image.convert("RGB")
    small.thumbnail((THUMBNAIL + 16, THUMBNAIL + 16))
    return small


def _photographed(small: Image.Image, chance: random.Random) -> bytes:
    left, top = chance.randrange(16), chance.randrange(16)
    cut = small.crop(
        (left, top, left + min(THUMBNAIL, small.width - 16), top + min(THUMBNAIL, small.height - 16))
    )
    light = 0.9 + chance.random() / 5
    stream = io.BytesIO()
    cut.point(lambda value: min(255, int(value * light))).save(stream, "JPEG", quality=70)
    return stream.getvalue()


def files_of(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in the order of their names."""
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file())
