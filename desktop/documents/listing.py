"""What a list needs of the library, as functions for the library's thread."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.documents.query import ListQuery
from desktop.photos.comparing import Compared, compare
from desktop.photos.likeness import Sighting
from engine.library import Document, DocumentHit, Library, Order

FIRST_HITS = 60
"""So many of what was found are shown at once; the others follow."""

MOST_HITS = 3000
"""So many are listed at most: nobody goes through more, and each costs time."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Which documents a list shows, in order.

    Attributes:
        ids: Of the documents.
        rows: Id -> its place in ``ids``.
        total: How many there are; more than ``ids`` where a search found very many.
        hits: Id -> what was found of it; empty without a search.
        within_words: Whether what is searched for was found only within longer words.
        whole: Whether all are there that will be listed.
        difference: How it differs from the listing before.
        seconds: How long it took to find.
        compared: What came of comparing photos; None where none are sought.
    """

    ids: tuple[str, ...] = ()
    rows: dict[str, int] = field(default_factory=dict)
    total: int = 0
    hits: dict[str, DocumentHit] = field(default_factory=dict)
    within_words: bool = False
    whole: bool = True
    difference: "Difference | None" = None
    seconds: float = 0.0
    compared: Compared | None = None

    def sighting(self, document_id: str) -> Sighting | None:
        """Return the page of a document that was found by its image."""
        return None if self.compared is None else self.compared.sightings.get(document_id)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a list became another one: in its middle, rows went and others came.

    Attributes:
        start: The first row that is not the same.
        removed: How many rows went from there.
        added: How many came instead.
    """

    start: int
    removed: int
    added: int


@dataclass(frozen=True, slots=True)
class Rows:
    """What is told of some documents.

    Attributes:
        documents: Those that there still are.
        thumbnails: Id -> the small image of its first page, None before it is read.
    """

    documents: tuple[Document, ...]
    thumbnails: dict[str, str | None]


def list_documents(
    library: Library, query: ListQuery, before: tuple[str, ...], *, limit: int = MOST_HITS
) -> Listing:
    """Return which documents a list shows.

    Args:
        library: The library.
        query: What is wanted.
        before: Ids that the list shows now, for telling the difference.
        limit: At most so many of what was found by words.
    """
    began = time.monotonic()
    hits: dict[str, DocumentHit] = {}
    within_words, compared = False, None
    if query.sought is not None:
        compared = compare(library, query.sought)
        ids = _among(library, query, tuple(compared.sightings))
        total = len(ids)
    elif query.words:
        page = library.search.find_documents(query.words, query.wanted, limit=limit)
        hits = {hit.document_id: hit for hit in page.hits}
        within_words, total = page.within_words, page.total
        ids = tuple(hits) if query.order is None else _among(library, query, tuple(hits))
    else:
        ids = tuple(library.documents.ids(query.wanted, order=query.order or Order.NEWEST))
        total = len(ids)
    return Listing(
        ids=ids,
        rows={document_id: row for row, document_id in enumerate(ids)},
        total=total,
        hits=hits,
        within_words=within_words,
        whole=not query.words or total <= len(hits) or limit >= MOST_HITS,
        difference=difference(before, ids),
        seconds=time.monotonic() - began,
        compared=compared,
    )


def _among(library: Library, query: ListQuery, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of some documents that fit a list, in its order; where it has none, in their own."""
    wanted = library.documents.ids(query.wanted, order=query.order or Order.NEWEST)
    if query.order is None:
        fitting = set(wanted)
        return tuple(each for each in found if each in fitting)
    among = set(found)
    return tuple(each for each in wanted if each in among)


def difference(before: Sequence[str], after: Sequence[str]) -> Difference | None:
    """Return how a list became another; None if it is the same."""
    least = min(len(before), len(after))
    start = next((at for at in range(least) if before[at] != after[at]), least)
    end = 0
    while end < least - start and before[-1 - end] == after[-1 - end]:
        end += 1
    found = Difference(start, len(before) - start - end, len(after) - start - end)
    return found if found.removed or found.added else None


def fetch_rows(library: Library, ids: Sequence[str], *, thumbnails: bool) -> Rows:
    """Return what is told of documents, with the images of their first pages if they are wanted."""
    documents = tuple(library.documents.many(ids))
    images: dict[str, str | None] = {}
    if thumbnails:
        for document in documents:
            pages = library.documents.pages(document.id) if document.pages_read else []
            images[document.id] = pages[0].thumbnail_sha256 if pages else None
    return Rows(documents, images)
