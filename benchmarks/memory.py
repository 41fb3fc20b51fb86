"""The most memory that a process holds while it reads one large page, beside rapidocr's."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from benchmarks.reading import running
from benchmarks.report import Report
from engine.worker import processor_cores

PAGES = {
    "A4 at 300 dpi": (2480, 3508),
    "100 megapixels": (8400, 11900),
}
"""Width and height of the pages, by the name under which they stand in the table."""


def benchmark_memory(document: Path, names: Sequence[str]) -> Report:
    """Enlarge a document to each size and read it in a fresh process of each contender.

    Args:
        document: An image of a page with text.
        names: Contenders.
    """
    peaks: dict[str, dict[str, float]] = {name: {} for name in names}
    with tempfile.TemporaryDirectory() as folder:
        for title, size in PAGES.items():
            page = Path(folder) / f"{size[0]}.jpg"
            with Image.open(document) as image:
                image.convert("RGB").resize(size, Image.Resampling.BICUBIC).save(page, quality=90)
            for name in names:
                with running(name, processor_cores()) as contender:
                    contender.ask(page)
                    peaks[name][title] = contender.answer().peak_megabytes
    return Report(
        name="Memory: peak of one process that reads one page, in megabytes",
        columns=["", *PAGES],
        rows=[[name, *(f"{peak:.0f}" for peak in by_size.values())] for name, by_size in peaks.items()],
        figures={"peak_megabytes": peaks},
        notes=[f"The page is {document.name}, enlarged."],
    )
