"""The programs that are measured against each other, each in a process of its own.

A contender reads one file path per line on standard input and answers with one JSON object per line, so that
the benchmark can ask all of them for the same page in turn: what disturbs the machine disturbs them alike.
``python -m benchmarks.contenders NAME THREADS`` runs one; ``benchmarks.reading`` is what asks.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.peak import peak_megabytes


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text and the middle of its place, in pixels of the image as the file shows it."""

    text: str
    x: float
    y: float


Read = Callable[[Path], list[TextLine]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a contender gives for one page.

    Attributes:
        lines: The text in the order in which the contender gives it.
        wall_seconds: From being given the path to having the text.
        cpu_seconds: User and system time of the whole process within that.
        peak_megabytes: The most memory the process has held so far.
    """

    lines: list[TextLine]
    wall_seconds: float
    cpu_seconds: float
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Contender:
    """One program under measurement.

    Attributes:
        name: As it stands in the table.
        description: How it is run, for the reader of the table.
        open: Loads everything and returns the function from the path of an image to its lines. It is
            given a number of threads, which only Sanduku heeds: the others are run as their users run them.
        one_per_core: Whether its throughput is measured with one process per core, and one thread in each.
    """

    name: str
    description: str
    open: Callable[[int], Read]
    one_per_core: bool = False


def _open_sanduku(threads: int, *, second_opinion: str | None = None) -> Read:
    from engine.pages import open_source
    from engine.pipeline import Pipeline
    from engine.settings import Places, Settings, with_setting

    settings = Settings()
    if second_opinion is not None:
        settings = with_setting(settings, "reading.second_opinion", second_opinion)
    pipeline = Pipeline(settings, Places.of_this_user(), threads=threads)

    def read(path: Path) -> list[TextLine]:
        with open_source(path, name=path.name, settings=settings.pages) as source:
            reading = pipeline.read(source, 0, cancel=lambda: False).reading
        places = [reading.to_source.apply_quad(line.quad).center for line in reading.lines]
        return [TextLine(line.text, *place) for line, place in zip(reading.lines, places, strict=True)]

    return read


def _open_rapidocr(*, use_cls: bool) -> Read:
    import logging

    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    engine = RapidOCR()

    def read(path: Path) -> list[TextLine]:
        result: Any = engine(path) if use_cls else engine(path, use_cls=False)
        if result.txts is None:
            return []
        places = [box.mean(axis=0) for box in result.boxes]
        return [TextLine(text, *map(float, place)) for text, place in zip(result.txts, places, strict=True)]

    return read


def _open_tesseract() -> Read:
    import tesserocr

    from engine.ocr.tessdata import find_tessdata
    from engine.settings import Places

    folder = find_tessdata(Places.of_this_user()).folder_of("eng", "fra", "spa")
    api = tesserocr.PyTessBaseAPI(path=str(folder), lang="eng+fra+spa", oem=tesserocr.OEM.LSTM_ONLY)

    def read(path: Path) -> list[TextLine]:
        api.SetImageFile(str(path))
        api.Recognize()
        lines = []
        for item in tesserocr.iterate_level(api.GetIterator(), tesserocr.RIL.TEXTLINE):
            text, box = item.GetUTF8Text(tesserocr.RIL.TEXTLINE), item.BoundingBox(tesserocr.RIL.TEXTLINE)
            lines.append(TextLine(text.strip(), (box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
        return lines

    return read


CONTENDERS = (
    Contender(
        "sanduku", "the whole pipeline with its default settings, all cores", _open_sanduku, one_per_core=True
    ),
    Contender(
        "sanduku-one-engine",
        "the same without a second opinion",
        lambda threads: _open_sanduku(threads, second_opinion="none"),
        one_per_core=True,
    ),
    Contender("rapidocr", "rapidocr as users run it, all cores", lambda _: _open_rapidocr(use_cls=True)),
    Contender(
        "rapidocr-no-cls", "rapidocr with use_cls=False, all cores", lambda _: _open_rapidocr(use_cls=False)
    ),
    Contender(
        "tesseract",
        "Tesseract 5 on the whole page, eng+fra+spa, one thread",
        lambda _: _open_tesseract(),
        one_per_core=True,
    ),
)
BY_NAME = {contender.name: contender for contender in CONTENDERS}


def serve(contender: Contender, threads: int) -> None:
    """Answer for every path on standard input until it ends."""
    # A contender may print what it likes: answers go out by a descriptor of their own.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    read = contender.open(threads)
    answers.write("ready\n")
    answers.flush()
    for row in sys.stdin:
        answer = measured(read, Path(row.rstrip("\n")))
        answers.write(json.dumps(asdict(answer), ensure_ascii=False) + "\n")
        answers.flush()


def measured(read: Read, path: Path) -> Answer:
    """Read one file and measure it from within this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    lines = read(path)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return Answer(lines, wall, cpu, peak_megabytes())


def main() -> None:
    """Run the contender named on the command line."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    serve(BY_NAME[sys.argv[1]], int(sys.argv[2]))


if __name__ == "__main__":
    main()
