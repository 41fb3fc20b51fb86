"""Which documents a command is about: those that are named, or those that a filter lets through."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from engine.cli.desk import SandukuUsageError
from engine.cli.words import StatusWord
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.library import Document, DocumentFilter, Library, Order

SCREEN = 200
"""Documents that are fetched at once."""
MOST_NAMED = 8
"""Documents that are named where one word fits several."""


def document_filter(
    *,
    status: StatusWord | None,
    language: str | None,
    below: float | None,
    batch: str | None,
    name: str | None = None,
) -> "DocumentFilter":
    """Return the library's filter for what the options say; None does not narrow."""
    from engine.library import DocumentFilter, Status

    return DocumentFilter(
        status=None if status is None else Status(status.value),
        name_contains=name,
        language=language,
        below_confidence=below,
        batch=batch,
    )


def find_document(library: "Library", named: str) -> "Document":
    """Return the document with an id that begins so, or with that name if no other document has it.

    Raises:
        NotFoundError: There is none, or there are several; then they are listed.
    """
    from engine.library import DocumentFilter

    try:
        return library.documents.get(named)
    except NotFoundError as error:
        found, kept, away = error, DocumentFilter(name_contains=named), DocumentFilter(trashed=True)
    if not named.strip():
        raise found
    everywhere = (*library.documents.ids(), *library.documents.ids(away))
    by_id = [each for each in everywhere if each.startswith(named.lower())]
    alike = library.documents.find(kept, limit=SCREEN)
    called = [each for each in alike if named == each.name] or [
        each for each in alike if named == PurePosixPath(each.name).stem and not by_id
    ]
    if len(called) == 1:
        return called[0]
    candidates = called or (library.documents.many(by_id) if by_id else alike)
    if not candidates:
        raise found
    shown = [f"{each.id[: _told_apart(by_id)]} ({each.name})" for each in candidates[:MOST_NAMED]]
    more = f", and {len(candidates) - MOST_NAMED:,} more" if len(candidates) > MOST_NAMED else ""
    what = "Several documents have an id that begins so." if by_id else "There is no document of that id."
    if called:
        what = "Several documents have this name."
    raise NotFoundError(
        what, which=named, remedy=f"Give the id of the one that you mean: {', '.join(shown)}{more}."
    )


def _told_apart(ids: Sequence[str]) -> int:
    """Return how many letters of these ids must be given so that no two of them are alike."""
    return next((size for size in range(8, 33) if len({each[:size] for each in ids}) == len(ids)), 32)


def chosen_documents(
    library: "Library", ids: Sequence[str], wanted: "DocumentFilter", order: "Order"
) -> "Iterator[Document]":
    """Yield the documents with these ids, or with none given all that the filter lets through.

    Raises:
        NotFoundError: There is no such document.
        SandukuUsageError: Both ids and a filter are given.
    """
    from engine.library import DocumentFilter

    if not ids:
        # Their ids first: what is done with one may change where the next ones stand in the order.
        for document_id in list(_ids(library, wanted, order)):
            with suppress(NotFoundError):  # Removed for good meanwhile.
                yield library.documents.get(document_id)
        return
    if wanted != DocumentFilter():
        raise SandukuUsageError(
            "Documents are named, and chosen by a filter as well.", remedy="Give their ids or a filter."
        )
    yield from [find_document(library, each) for each in ids]


def _ids(library: "Library", wanted: "DocumentFilter", order: "Order") -> Iterator[str]:
    offset = 0
    while found := library.documents.find(wanted, limit=SCREEN, offset=offset, order=order):
        yield from (document.id for document in found)
        offset += len(found)
