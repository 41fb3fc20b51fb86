"""An Excel workbook: the lines, the pages, and each table that was recognised on a sheet of its own.

Texts are written as texts: none becomes a formula, a number or a link. What Excel cannot hold is not cut off:
rows beyond the last one go on in a further sheet, and text beyond the limit of a cell in the row below.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from engine.cells import xml_text
from engine.export.blocks import Block, blocks_of
from engine.export.documents import ExportDocument, ExportPage
from engine.export.placement import runs_right_to_left
from engine.export.rows import COLUMNS, Cell, rows_of_page

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
"""UTF-16 units in a cell."""
MOST_TABLE_SHEETS = 100
"""Tables beyond this many share the sheets "More tables": every sheet holds a file open while it grows."""
PAGE_COLUMNS = (
    "document",
    "page",
    "lines",
    "doubtful",
    "corrected",
    "lowest_confidence",
    "origin",
    "width",
    "height",
    "dpi",
    "remarks",
    "warnings",
    "text",
    "document_id",
)
_LINE_WIDTHS = {0: 24, 3: 60, 5: 40, 7: 24}
_PAGE_WIDTHS = {0: 24, 11: 40, 12: 60}
# A file says when it was made; the same documents must give the same file.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_xlsx(documents: Iterable[ExportDocument], stream: BinaryIO, *, most_rows: int = MOST_ROWS) -> None:
    """Write documents into one workbook, holding no more than a page of it in memory.

    Args:
        documents: Any number.
        stream: Where the file goes.
        most_rows: After how many rows a sheet is full.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    with _book(stream, options) as book:
        book.set_properties({"created": _MADE})
        bold = book.add_format({"bold": True})

        def sheet(name: str, head: Sequence[str] = (), widths: dict[int, int] | None = None) -> Sheet:
            return Sheet(book.add_worksheet, name, head, bold, widths or {}, most_rows)

        lines, pages = sheet("Lines", COLUMNS, _LINE_WIDTHS), sheet("Pages", PAGE_COLUMNS, _PAGE_WIDTHS)
        more: Sheet | None = None
        tables = 0
        for document in documents:
            for page in document.pages:
                for row in rows_of_page(document, page):
                    lines.write(row)
                pages.write(_page_row(document, page))
                for block in blocks_of(page.reading.lines):
                    if block.table is None:
                        continue
                    tables += 1
                    if tables <= MOST_TABLE_SHEETS:
                        target = sheet(f"Table {tables}")
                    else:
                        target = more = more or sheet("More tables")
                    _write_table(target, document, page, block)
                    if target is not more:
                        target.finish()
        for part in (lines, pages, *([more] if more else [])):
            part.finish()


@contextmanager
def _book(stream: BinaryIO, options: dict[str, Any]) -> Iterator[xlsxwriter.Workbook]:
    """Give a workbook that goes to a stream at the end; raises OSError where that cannot be written."""
    # An archive cannot take back what it wrote to a pipe, and complains of it after the end.
    target = stream if stream.seekable() else io.BytesIO()
    try:
        with xlsxwriter.Workbook(target, options) as book:
            yield book
    except FileCreateError as error:
        [reason] = error.args
        raise reason from None
    if isinstance(target, io.BytesIO) and target is not stream:
        stream.write(target.getvalue())


class Sheet:
    """Rows that go on in a further sheet when one is full."""

    def __init__(
        self,
        add: Callable[[str], Any],
        name: str,
        head: Sequence[str],
        bold: object,
        widths: dict[int, int],
        most_rows: int,
    ) -> None:
        self._add, self._name, self._head, self._bold, self._widths = add, name, head, bold, widths
        self._most_rows = most_rows
        self._number = 0
        self._begin()

    def write(self, row: Sequence[Cell]) -> None:
        """Write one row; a text that is too long for a cell goes on in the cell below."""
        parts = [list(_cell_parts(cell)) if isinstance(cell, str) else [cell] for cell in row]
        for depth in range(max(map(len, parts), default=1)):
            if self._next == self._most_rows:
                self.finish()
                self._begin()
            for column, cell in enumerate(parts):
                if depth < len(cell):
                    self._write_cell(column, cell[depth])
            self._next += 1

    def finish(self) -> None:
        """Turn the sheet around if most of its texts are read from the right."""
        if self._right_to_left > self._left_to_right:
            self._sheet.right_to_left()

    def _begin(self) -> None:
        self._number += 1
        self._sheet = self._add(self._name if self._number == 1 else f"{self._name} {self._number}")
        self._next = 0
        self._right_to_left = self._left_to_right = 0
        for column, width in self._widths.items():
            self._sheet.set_column(column, column, width)
        if self._head:
            self._sheet.freeze_panes(1, 0)
            self._sheet.write_row(0, 0, self._head, self._bold)
            self._next = 1

    def _write_cell(self, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._sheet.write_string(self._next, column, cell)
            self._judge(column, cell)
        elif cell is not None:
            self._sheet.write_number(self._next, column, cell)

    def _judge(self, column: int, text: str) -> None:
        # Names of files and engines say nothing about the direction of a page.
        if self._head and self._head[column] != "text":
            return
        if runs_right_to_left(text):
            self._right_to_left += 1
        elif any(map(str.isalpha, text)):
            self._left_to_right += 1


def _page_row(document: ExportDocument, page: ExportPage) -> tuple[Cell, ...]:
    reading = page.reading
    return (
        document.name,
        page.index + 1,
        len(reading.lines),
        sum(bool(line.doubts) for line in reading.lines),
        len(page.corrected),
        round(reading.confidence, 4),
        reading.origin.value,
        reading.width,
        reading.height,
        reading.dpi,
        " ".join(reading.quality.remarks),
        " ".join(reading.warnings),
        reading.text,
        document.id,
    )


def _write_table(sheet: Sheet, document: ExportDocument, page: ExportPage, block: Block) -> None:
    assert block.table is not None
    sheet.write((f"{document.name}, page {page.index + 1}",))
    for row in block.table:
        sheet.write([" ".join(line.text for _, line in cell) or None for cell in row])
    sheet.write(())


def _cell_parts(text: str) -> Iterator[str]:
    """Cut a text so that each part fits a cell, never within a character."""
    text = xml_text(text)
    if len(text.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
        yield text
        return
    # Half as many characters fit even if each takes two units.
    step = MOST_CHARACTERS // 2
    for start in range(0, len(text), step):
        yield text[start : start + step]
