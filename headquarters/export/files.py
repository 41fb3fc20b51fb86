"""Writes records into files, a few at a time, so that any number of them fits into memory."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import xlsxwriter

from engine.cells import protected, xml_text
from headquarters.export.rows import COLUMNS, Cell, ExportRecord

Write = Callable[[Iterable[ExportRecord], IO[bytes]], None]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
"""UTF-16 units in a cell of Excel."""
_ROWS_AT_ONCE = 5000
_TYPES = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}
# A file says when it was made; the same records must give the same file.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Attributes:
        name: As it is asked for.
        suffix: Of the file.
        media_type: Of the answer.
        write: Writes records to a stream.
    """

    name: str
    suffix: str
    media_type: str
    write: Write


def write_csv(records: Iterable[ExportRecord], stream: IO[bytes]) -> None:
    """Write one row for each line: UTF-8 with byte order mark, and no cell runs as a formula."""
    stream.write(_BYTE_ORDER_MARK)
    _write_rows(stream, [[column.name for column in COLUMNS]])
    for record in records:
        _write_rows(stream, record.rows())


def write_hxl(records: Iterable[ExportRecord], stream: IO[bytes]) -> None:
    """Write the same with a second row of hashtags of the Humanitarian Exchange Language."""
    stream.write(_BYTE_ORDER_MARK)
    _write_rows(stream, [[column.name for column in COLUMNS], [column.tag for column in COLUMNS]])
    for record in records:
        _write_rows(stream, record.rows())


def write_jsonl(records: Iterable[ExportRecord], stream: IO[bytes]) -> None:
    """Write one JSON object a row for each record, with all its lines."""
    for record in records:
        stream.write(json.dumps(record.to_json(), ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def write_parquet(records: Iterable[ExportRecord], stream: IO[bytes]) -> None:
    """Write one row for each line, with types."""
    schema = pa.schema([pa.field(column.name, _TYPES[column.kind]) for column in COLUMNS])
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        waiting: list[tuple[Cell, ...]] = []
        for record in records:
            waiting += record.rows()
            if len(waiting) >= _ROWS_AT_ONCE:
                writer.write_table(_table(waiting, schema))
                waiting = []
        writer.write_table(_table(waiting, schema))


def write_xlsx(records: Iterable[ExportRecord], stream: IO[bytes]) -> None:
    """Write a workbook; texts stay texts, and what a sheet or a cell cannot hold goes on in the next."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    book = xlsxwriter.Workbook(stream, options)
    try:
        book.set_properties({"created": _MADE})
        bold = book.add_format({"bold": True})
        sheet, place, sheets = None, _MOST_ROWS, 0
        for record in records:
            for row in record.rows():
                for part in _parts(row):
                    if place >= _MOST_ROWS:
                        sheets += 1
                        sheet, place = book.add_worksheet("Lines" if sheets == 1 else f"Lines {sheets}"), 1
                        sheet.freeze_panes(1, 0)
                        sheet.set_column(0, 0, 28)
                        sheet.set_column(3, 4, 60)
                        sheet.write_row(0, 0, [column.name for column in COLUMNS], bold)
                    assert sheet is not None
                    _write_cells(sheet, place, part)
                    place += 1
        if sheet is None:
            book.add_worksheet("Lines").write_row(0, 0, [column.name for column in COLUMNS], bold)
    finally:
        book.close()


FORMATS = {
    each.name: each
    for each in (
        Format("csv", "csv", "text/csv; charset=utf-8", write_csv),
        Format("hxl", "csv", "text/csv; charset=utf-8", write_hxl),
        Format(
            "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx
        ),
        Format("jsonl", "jsonl", "application/x-ndjson", write_jsonl),
        Format("parquet", "parquet", "application/vnd.apache.parquet", write_parquet),
    )
}
"""The kinds of file, by name."""


def _write_rows(stream: IO[bytes], rows: Iterable[Iterable[Cell]]) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    stream.write(buffer.getvalue().encode())


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return protected(cell) if isinstance(cell, str) else cell


def _table(rows: list[tuple[Cell, ...]], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(COLUMNS)
    return pa.table(
        [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)],
        schema=schema,
    )


def _parts(row: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """Return a row, and further ones with what its cells cannot hold."""
    pieces = [_pieces(cell) if isinstance(cell, str) else [cell] for cell in row]
    deep = max(map(len, pieces))
    return [tuple(each[place] if place < len(each) else None for each in pieces) for place in range(deep)]


def _pieces(text: str) -> list[Cell]:
    # Half as many characters as UTF-16 units: each may need two of them.
    size = _MOST_CHARACTERS // 2
    clean = xml_text(text)
    if len(clean) <= size:
        return [clean]
    return [clean[start : start + size] for start in range(0, len(clean), size)]


def _write_cells(sheet: Any, place: int, row: tuple[Cell, ...]) -> None:  # noqa: ANN401 - xlsxwriter has no types
    for column, cell in enumerate(row):
        if isinstance(cell, bool):
            sheet.write_boolean(place, column, cell)
        elif isinstance(cell, int | float):
            sheet.write_number(place, column, cell)
        elif cell:
            sheet.write_string(place, column, cell)
