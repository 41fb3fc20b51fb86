"""Which documents a command is about: those that are named, or those that a filter lets through."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.cli.desk import SandukuUsageError
from engine.cli.words import StatusWord
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.library import Document, DocumentFilter, Library, Order

SCREEN = 200
"""Documents that are fetched at once."""


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
    yield from [library.documents.get(each) for each in ids]


def _ids(library: "Library", wanted: "DocumentFilter", order: "Order") -> Iterator[str]:
    offset = 0
    while found := library.documents.find(wanted, limit=SCREEN, offset=offset, order=order):
        yield from (document.id for document in found)
        offset += len(found)
