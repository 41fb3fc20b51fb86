"""Plain text: the lines in reading order, tabs between cells, a form feed between pages."""

from collections.abc import Iterable
from typing import BinaryIO

from engine.cells import encodable
from engine.export.documents import ExportDocument


def write_text(documents: Iterable[ExportDocument], stream: BinaryIO) -> None:
    """Write documents as UTF-8 text; a form feed stands between pages."""
    first = True
    for document in documents:
        for page in document.pages:
            text = page.reading.text
            stream.write(encodable(("" if first else "\f") + text + ("\n" if text else "")).encode("utf-8"))
            first = False
