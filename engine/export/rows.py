"""One row for each line of text: what CSV and XLSX have in common."""

import hashlib
import unicodedata
from collections.abc import Iterator

from engine.cells import encodable
from engine.export.documents import ExportDocument, ExportPage

COLUMNS = (
    "document",
    "page",
    "line",
    "text",
    "corrected",
    "as_read",
    "confidence",
    "doubts",
    "script",
    "language",
    "engine",
    "block",
    "row",
    "column",
    "left",
    "top",
    "right",
    "bottom",
    "document_id",
    "fingerprint",
)

Cell = str | int | float | None


def rows_of_page(document: ExportDocument, page: ExportPage) -> Iterator[tuple[Cell, ...]]:
    """Yield the lines of a page as rows under ``COLUMNS``; all counts begin at 1, boxes are in pixels."""
    corrected = page.corrected
    for number, line in enumerate(page.reading.lines):
        row, column = (None, None) if line.cell is None else (line.cell[0] + 1, line.cell[1] + 1)
        yield (
            document.name,
            page.index + 1,
            number + 1,
            line.text,
            "yes" if number in corrected else "no",
            page.model_texts[number] if number in corrected else None,
            round(line.confidence, 4),
            " ".join(line.doubts),
            line.script,
            line.language,
            line.engine,
            line.block + 1,
            row,
            column,
            *(round(edge, 1) for edge in line.quad.bounds),
            document.id,
            fingerprint(line.text),
        )


def fingerprint(text: str) -> str:
    """Return what tells, once a person has edited the text of a row, whether a line still reads as exported.

    It begins with a letter, so that no spreadsheet takes it for a number.
    """
    plain = unicodedata.normalize("NFC", encodable(text)).strip()
    return f"t{hashlib.sha256(plain.encode()).hexdigest()[:15]}"
