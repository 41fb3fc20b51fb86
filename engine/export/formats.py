"""The table of export formats."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from engine.export.alto import write_alto
from engine.export.documents import ExportDocument
from engine.export.errors import UnknownFormatError
from engine.export.hocr import write_hocr
from engine.export.jsonlines import write_jsonl
from engine.export.markdown import write_markdown
from engine.export.pdf import write_pdf
from engine.export.plain import write_text
from engine.export.separated import write_csv
from engine.export.workbook import write_xlsx


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format that documents can be exported to.

    Attributes:
        name: What a person types.
        suffix: Of its files, with the dot.
        description: One sentence of help.
        write: Writes documents to a stream; exactly one document if ``one_file_per_document``.
        one_file_per_document: Whether each document becomes a file of its own.
    """

    name: str
    suffix: str
    description: str
    write: Callable[[Iterable[ExportDocument], BinaryIO], None]
    one_file_per_document: bool


FORMATS = (
    ExportFormat("txt", ".txt", "Plain text in reading order.", write_text, one_file_per_document=True),
    ExportFormat(
        "md",
        ".md",
        "Markdown with tables, and doubtful lines marked.",
        write_markdown,
        one_file_per_document=True,
    ),
    ExportFormat(
        "jsonl",
        ".jsonl",
        "JSON Lines for programs: one page a row, with boxes and confidence.",
        write_jsonl,
        one_file_per_document=False,
    ),
    ExportFormat(
        "csv",
        ".csv",
        "A table for Excel and others: one line of text a row.",
        write_csv,
        one_file_per_document=False,
    ),
    ExportFormat(
        "xlsx",
        ".xlsx",
        "An Excel workbook: lines, pages, and each table on its own sheet.",
        write_xlsx,
        one_file_per_document=False,
    ),
    ExportFormat("hocr", ".hocr", "hOCR: XHTML with the layout.", write_hocr, one_file_per_document=True),
    ExportFormat(
        "alto", ".alto.xml", "ALTO 4 XML for libraries and archives.", write_alto, one_file_per_document=True
    ),
    ExportFormat(
        "pdf",
        ".pdf",
        "Searchable PDF: the page as it looks, with text to search and copy.",
        write_pdf,
        one_file_per_document=True,
    ),
)


def find_format(name: str) -> ExportFormat:
    """Return the format of that name; raises UnknownFormatError."""
    for candidate in FORMATS:
        if candidate.name == name.strip().lower():
            return candidate
    raise UnknownFormatError(
        f"There is no format '{name}'.",
        remedy=f"Choose one of: {', '.join(candidate.name for candidate in FORMATS)}.",
    )
