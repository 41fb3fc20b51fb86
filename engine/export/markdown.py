"""Markdown (CommonMark, with GitHub's tables): headings, tables, and doubtful lines marked."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from engine.cells import encodable
from engine.export.blocks import Block, blocks_of
from engine.export.documents import ExportDocument, ExportPage
from engine.reading import Line

DOUBT = "\N{WARNING SIGN}"
"""Stands after each line that a person should look at."""
_LEGEND = f"{DOUBT} marks lines that are doubtful and should be compared with the page."
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#])")
_LIST_MARK = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$|[-+=])")


def write_markdown(documents: Iterable[ExportDocument], stream: BinaryIO) -> None:
    """Write documents as UTF-8 Markdown."""
    first = True
    for document in documents:
        parts = [] if first else [""]
        parts.append(f"# {escaped(document.name)}")
        stream.write(_encoded(parts))
        doubtful = False
        for page in document.pages:
            doubtful = doubtful or any(line.doubts for line in page.reading.lines)
            stream.write(_encoded(["", f"## Page {page.index + 1}", *_page(page)]))
        if doubtful:
            stream.write(_encoded(["", "---", "", _LEGEND]))
        first = False


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    safe = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LIST_MARK.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", safe)


def _page(page: ExportPage) -> Iterator[str]:
    for block in blocks_of(page.reading.lines):
        yield ""
        yield from _paragraph(block) if block.table is None else _table(block)


def _paragraph(block: Block) -> Iterator[str]:
    """Lines end with a backslash, which keeps line breaks where they are on the page."""
    rows: list[list[Line]] = []
    for _, line in block.lines:
        if rows and line.cell is not None and line.cell == rows[-1][-1].cell:
            rows[-1].append(line)
        else:
            rows.append([line])
    for position, row in enumerate(rows):
        yield " ".join(map(_marked, row)) + ("\\" if position + 1 < len(rows) else "")


def _table(block: Block) -> Iterator[str]:
    assert block.table is not None
    for number, row in enumerate(block.table):
        yield "| " + " | ".join(" ".join(_marked(line) for _, line in cell) for cell in row) + " |"
        if number == 0:
            yield "|" + " --- |" * len(row)


def _marked(line: Line) -> str:
    return f"{escaped(line.text)} {DOUBT}" if line.doubts else escaped(line.text)


def _encoded(rows: list[str]) -> bytes:
    return encodable("".join(f"{row}\n" for row in rows)).encode("utf-8")
