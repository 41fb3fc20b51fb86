"""What an export asks of the library and the disk; every function here is for the export's own thread."""

import csv
import io
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.export.formats import Look
from engine.errors import CancelledError, NotFoundError
from engine.export import (
    Existing,
    ExportDocument,
    PlannedFile,
    export_documents,
    find_format,
    plan_export,
)
from engine.library import Document, Library
from engine.outgoing import doubtful_lines, to_export

PREVIEW_LINES = 60
PREVIEW_ROWS = 15
PREVIEW_COLUMNS = ("page", "line", "text", "confidence")
"""Of a table, the columns that tell most; those of them that are not there are left out."""
FETCHED_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to be exported, and where to.

    Attributes:
        documents: Their ids, in order.
        format: Name of the format.
        folder: Where the files shall lie.
        name: Template for the files' names, without suffix.
        separate: Whether each document becomes a file of its own.
        existing: What is done about files that are there.
        today: What ``{date}`` stands for.
    """

    documents: tuple[str, ...]
    format: str
    folder: Path
    name: str
    separate: bool
    existing: Existing
    today: date


@dataclass(frozen=True, slots=True)
class Findings:
    """What a person should know before an export.

    Attributes:
        documents: How many were looked at.
        doubtful: Lines that are doubtful and nobody has checked.
        doubtful_documents: Documents with such lines.
        unread: Pages that are not read, and so are left out.
    """

    documents: int = 0
    doubtful: int = 0
    doubtful_documents: int = 0
    unread: int = 0

    def plus(self, more: "Findings") -> "Findings":
        """Return both together."""
        return Findings(
            self.documents + more.documents,
            self.doubtful + more.doubtful,
            self.doubtful_documents + more.doubtful_documents,
            self.unread + more.unread,
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """What an export would write.

    Attributes:
        files: In order.
        there: How many files of these names are there already, were none numbered.
    """

    files: tuple[PlannedFile, ...]
    there: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a file that would be written.

    Attributes:
        look: Which of the others is filled.
        text: The first lines.
        rows: The first rows, that of the heads before all.
        page: SHA-256 of the first page's image; empty if there is none.
        name: Of the document.
    """

    look: Look
    name: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """How far an export is.

    Attributes:
        done: Pages that were begun.
        total: Pages in all.
        document: Name of the document at hand.
    """

    done: int
    total: int
    document: str = ""


def looked_over(library: Library, documents: Sequence[str], threshold: float) -> Findings:
    """Return what a person should know of some documents before they go out."""
    found = library.documents.many(documents)
    doubtful = list(doubtful_lines(library, [each.id for each in found], threshold))
    return Findings(
        documents=len(found),
        doubtful=sum(doubtful),
        doubtful_documents=sum(count > 0 for count in doubtful),
        unread=sum(each.page_count - each.pages_read for each in found),
    )


def listed(library: Library, wish: Wish) -> Listing:
    """Return the files that an export would write; raises ExportError."""
    target = _target(library, wish)
    plain = _planned(library, replace(wish, existing=Existing.REFUSE), target)
    there = sum(each.exists for each in plain)
    numbered = there and wish.existing is Existing.NUMBER
    return Listing(tuple(_planned(library, wish, target) if numbered else plain), there)


def previewed(library: Library, document_id: str, format_name: str, look: Look) -> Preview:
    """Return how the file of a document would begin: its first page, in the format."""
    [document] = library.documents.many([document_id])
    if look is Look.PAGE:
        [page, *_] = library.documents.pages(document_id)
        return Preview(look, document.name, page=page.image_sha256 or page.thumbnail_sha256 or "")
    chosen = find_format("csv" if look is Look.TABLE else format_name)
    stream = io.BytesIO()
    chosen.write([to_export(library, document, most_pages=1)], stream)
    if look is Look.TABLE:
        return Preview(look, document.name, rows=_rows(stream.getvalue()))
    lines = stream.getvalue().decode("utf-8-sig", errors="replace").splitlines()
    return Preview(look, document.name, text="\n".join(lines[:PREVIEW_LINES]))


def carried_out(
    library: Library, wish: Wish, stop: threading.Event, tell: Callable[[Step], None]
) -> list[Path]:
    """Write the files; return them.

    Args:
        library: That holds the documents.
        wish: What is wanted.
        stop: When it is set, the export ends before its next page.
        tell: Told of each page.

    Raises:
        CancelledError: It was stopped; files that were done stay.
        ExportError, DiskFullError, BadInputError: The file that is named was not made.
    """
    total = sum(each.page_count for each in _found(library, wish.documents))
    target = _target(library, wish)
    begun = 0

    def watched() -> Iterator[ExportDocument]:
        for document in _found(library, wish.documents):
            if stop.is_set():
                raise CancelledError("The export was stopped.")

            def next_page(name: str = document.name) -> bool:
                nonlocal begun
                begun = min(begun + 1, total)
                tell(Step(begun, total, name))
                return stop.is_set()

            yield to_export(library, document, stopped=next_page)

    return export_documents(
        watched(),
        wish.format,
        target,
        name_template=wish.name,
        separate=wish.separate,
        existing=wish.existing,
        today=wish.today,
    )


def _found(library: Library, ids: Sequence[str]) -> Iterator[Document]:
    """Yield documents in order; raises NotFoundError if none of them is in the library any more."""
    found = 0
    for start in range(0, len(ids), FETCHED_AT_ONCE):
        documents = library.documents.many(ids[start : start + FETCHED_AT_ONCE])
        found += len(documents)
        yield from documents
    if not found:
        raise NotFoundError(
            "These documents are not in the library any more.", remedy="Choose others and export those."
        )


def _documents(library: Library, wish: Wish) -> Iterator[ExportDocument]:
    return (to_export(library, document) for document in _found(library, wish.documents))


def _target(library: Library, wish: Wish) -> Path:
    """Return the folder, or the one file that everything goes to."""
    chosen = find_format(wish.format)
    if wish.separate or chosen.one_file_per_document:
        return wish.folder
    # The name of the one file is made as that of its first document would be.
    first = replace(wish, documents=wish.documents[:1], separate=True, existing=Existing.REPLACE)
    return _planned(library, first, wish.folder)[0].path


def _planned(library: Library, wish: Wish, target: Path) -> list[PlannedFile]:
    return plan_export(
        _documents(library, wish),
        wish.format,
        target,
        name_template=wish.name,
        separate=wish.separate,
        existing=wish.existing,
        today=wish.today,
    )


def _rows(content: bytes) -> tuple[tuple[str, ...], ...]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    places = [rows[0].index(name) for name in PREVIEW_COLUMNS if name in rows[0]]
    return tuple(tuple(row[place] for place in places) for row in rows[: PREVIEW_ROWS + 1])
