"""CSV that opens correctly in Excel: UTF-8 with byte order mark, CRLF, comma, and no cell runs as a formula.

What is done to texts for that stands in ``engine.cells``.
"""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from engine.cells import encodable, protected
from engine.export.documents import ExportDocument
from engine.export.rows import COLUMNS, Cell, rows_of_page

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def write_csv(documents: Iterable[ExportDocument], stream: BinaryIO) -> None:
    """Write one row for each line of text."""
    stream.write(_BYTE_ORDER_MARK)
    stream.write(_encoded([COLUMNS]))
    for document in documents:
        for page in document.pages:
            stream.write(_encoded(rows_of_page(document, page)))


def _encoded(rows: Iterable[tuple[Cell, ...]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in rows:
        writer.writerow([protected(encodable(cell)) if isinstance(cell, str) else cell for cell in row])
    return buffer.getvalue().encode("utf-8")
