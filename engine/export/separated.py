"""CSV that opens correctly in Excel: UTF-8 with byte order mark, CRLF, comma, and no cell runs as a formula.

Spreadsheets run cells that begin with ``=``, ``+``, ``-``, ``@``, a tab or a line break as formulas (OWASP,
"CSV injection"). Such a text gets an apostrophe in front, which spreadsheets take for "this is text"; so does
one that already begins with apostrophes before such a character, so that :func:`unprotected` gives back
exactly what was there. Plain negative numbers such as ``-5`` or ``-1,250.75`` are left alone, for no formula
can hide in digits; a leading ``+`` always gets an apostrophe, which keeps telephone numbers whole.
"""

import csv
import io
import re
from collections.abc import Iterable
from typing import BinaryIO

from engine.export.characters import encodable
from engine.export.documents import ExportDocument
from engine.export.rows import COLUMNS, Cell, rows_of_page

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# The full-width forms count too: East Asian versions of Excel read them as the plain ones.
_DANGER = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NEGATIVE_NUMBER = re.compile(r"-(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", re.ASCII)


def write_csv(documents: Iterable[ExportDocument], stream: BinaryIO) -> None:
    """Write one row for each line of text."""
    stream.write(_BYTE_ORDER_MARK)
    stream.write(_encoded([COLUMNS]))
    for document in documents:
        for page in document.pages:
            stream.write(_encoded(rows_of_page(document, page)))


def protected(text: str) -> str:
    """Return text that no spreadsheet runs as a formula."""
    if _DANGER.match(text) and not _NEGATIVE_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def unprotected(text: str) -> str:
    """Undo :func:`protected`."""
    return text[1:] if text.startswith("'") and _DANGER.match(text) else text


def _encoded(rows: Iterable[tuple[Cell, ...]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in rows:
        writer.writerow([protected(encodable(cell)) if isinstance(cell, str) else cell for cell in row])
    return buffer.getvalue().encode("utf-8")
