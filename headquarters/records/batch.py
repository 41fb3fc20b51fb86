"""What a batch of entries is applied with: the records that it touches, loaded once, written at the end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.sync.wire.entries import Entry
from headquarters.records.lineage import Lineage
from headquarters.records.tables import Document, LineCorrection, Page, PageReading
from headquarters.records.telling import MalformedEntryError
from headquarters.search.texts import Findable

MOST_CORRECTIONS = 5000
"""Of one page that a conflict is looked for among; nobody corrects so often."""


@dataclass
class Batch:
    """The records that a batch touches.

    Attributes:
        session: Of the database.
        team_id: Whose records.
        library_id: Whose entries.
        stream_id: The stream that brings them.
        now: The server's time.
        pages_touched: Ids of pages whose lines may stand otherwise now.
        documents_touched: Ids of documents whose sums may be others now.
        conflicted: Ids of documents that have conflicts more or less now.
        findables: What can be found from now on.
        unknown: (entity, kind, reason) -> how many entries were not understood.
    """

    session: Session
    team_id: str
    library_id: str
    stream_id: str
    now: datetime
    pages_touched: set[str] = field(default_factory=set)
    documents_touched: set[str] = field(default_factory=set)
    conflicted: set[str] = field(default_factory=set)
    findables: dict[tuple[str, str, str], Findable] = field(default_factory=dict)
    unknown: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _documents: dict[str, Document | None] = field(default_factory=dict)
    _pages: dict[str, Page | None] = field(default_factory=dict)
    _readings: dict[str, PageReading | None] = field(default_factory=dict)
    _corrections: dict[str, list[LineCorrection]] = field(default_factory=dict)
    _taken_corrections: set[str] = field(default_factory=set)
    _lineage: Lineage | None = None

    def preload(self, entries: Sequence[Entry]) -> None:
        """Load what some entries are about with one query for each table, and remember what there is not."""
        named = _named(entries)
        self._documents.update(dict.fromkeys(named.documents))
        for document in self.session.scalars(
            select(Document).where(Document.team_id == self.team_id, Document.id.in_(named.documents))
        ):
            self._documents[document.id] = document
        self._pages.update(dict.fromkeys(named.pages))
        known = [each for each, document in self._documents.items() if document is not None]
        of_these = (
            Page.document_id.in_(known) | Page.id.in_(named.pages) if known else Page.id.in_(named.pages)
        )
        if known or named.pages:
            for page in self.session.scalars(select(Page).where(Page.team_id == self.team_id, of_these)):
                self._pages[page.id] = page
        if named.readings:
            self._readings.update(dict.fromkeys(named.readings))
            for reading in self.session.scalars(
                select(PageReading).where(
                    PageReading.team_id == self.team_id, PageReading.id.in_(named.readings)
                )
            ):
                self._readings[reading.id] = reading
        touched = {page.id for page in self._pages.values() if page is not None}
        if touched and (named.corrections or named.readings):
            self._corrections.update({each: [] for each in touched})
            for correction in self.session.scalars(
                select(LineCorrection)
                .where(LineCorrection.team_id == self.team_id, LineCorrection.page_id.in_(touched))
                .order_by(LineCorrection.number)
            ):
                self._corrections[correction.page_id].append(correction)
        self._taken_corrections = set()
        if named.corrections:
            self._taken_corrections = set(
                self.session.scalars(
                    select(LineCorrection.id).where(
                        LineCorrection.team_id == self.team_id, LineCorrection.id.in_(named.corrections)
                    )
                )
            )

    def knows(self, stream_id: str | None, sequence: int | None) -> bool:
        """Return whether what a stream had at some place lies behind what the batch brings."""
        if stream_id == self.stream_id:
            return True
        if self._lineage is None:
            self._lineage = Lineage.of(self.session, self.stream_id)
        return self._lineage.knows(stream_id, sequence)

    def has_correction(self, correction_id: str) -> bool:
        """Return whether the team has a correction of this id, on whatever page."""
        return correction_id in self._taken_corrections

    def pages_of_documents(self) -> dict[str, list[Page]]:
        """Return the pages that are read of every document that the batch is about."""
        found: dict[str, list[Page]] = {}
        for page in self._pages.values():
            if page is not None and page.reading_id is not None:
                found.setdefault(page.document_id, []).append(page)
        return found

    def document(self, document_id: str | None) -> Document:
        """Return a document of this library; raises MalformedEntryError if it is unknown or another's."""
        if document_id is None:
            raise MalformedEntryError("no document is named")
        if document_id not in self._documents:
            self._documents[document_id] = self.session.get(Document, (self.team_id, document_id))
        found = self._documents[document_id]
        if found is None:
            raise MalformedEntryError("the document is unknown")
        if found.library_id != self.library_id:
            raise MalformedEntryError("the document is of another library")
        return found

    def has_document(self, document_id: str) -> bool:
        """Return whether the team has a document of this id, of whatever library."""
        try:
            self.document(document_id)
        except MalformedEntryError:
            return self._documents.get(document_id) is not None
        return True

    def page(self, page_id: str) -> Page:
        """Return a page of this library; raises MalformedEntryError."""
        if page_id not in self._pages:
            self._pages[page_id] = self.session.get(Page, (self.team_id, page_id))
        found = self._pages[page_id]
        if found is None:
            raise MalformedEntryError("the page is unknown")
        self.document(found.document_id)
        return found

    def has_page(self, page_id: str) -> bool:
        """Return whether the team has a page of this id."""
        if page_id not in self._pages:
            self._pages[page_id] = self.session.get(Page, (self.team_id, page_id))
        return self._pages[page_id] is not None

    def reading(self, reading_id: str) -> PageReading:
        """Return a reading of this library; raises MalformedEntryError."""
        if reading_id not in self._readings:
            self._readings[reading_id] = self.session.get(PageReading, (self.team_id, reading_id))
        found = self._readings[reading_id]
        if found is None:
            raise MalformedEntryError("the reading is unknown")
        self.page(found.page_id)
        return found

    def has_reading(self, reading_id: str) -> bool:
        """Return whether the team has a reading of this id."""
        if reading_id not in self._readings:
            self._readings[reading_id] = self.session.get(PageReading, (self.team_id, reading_id))
        return self._readings[reading_id] is not None

    def corrections(self, page_id: str) -> list[LineCorrection]:
        """Return all corrections of a page in the order in which headquarters got or made them."""
        if page_id not in self._corrections:
            self.session.flush()  # What was added and is not numbered yet must not be missed.
            self._corrections[page_id] = list(
                self.session.scalars(
                    select(LineCorrection)
                    .where(LineCorrection.team_id == self.team_id, LineCorrection.page_id == page_id)
                    .order_by(LineCorrection.number)
                )
            )
        return self._corrections[page_id]

    def add_document(self, document: Document) -> None:
        """Add a document."""
        self._documents[document.id] = document
        self.session.add(document)

    def add_page(self, page: Page) -> None:
        """Add a page; of a new document it can have no corrections yet."""
        self._pages[page.id] = page
        self._corrections[page.id] = []
        self.session.add(page)

    def add_reading(self, reading: PageReading) -> None:
        """Add a reading."""
        self._readings[reading.id] = reading
        self.session.add(reading)

    def add_correction(self, correction: LineCorrection) -> None:
        """Add a correction behind all others of its page."""
        known = self.corrections(correction.page_id)
        if len(known) >= MOST_CORRECTIONS:
            raise MalformedEntryError("the page has too many corrections")
        known.append(correction)
        self._taken_corrections.add(correction.id)
        self.session.add(correction)

    def touch(self, document: Document) -> None:
        """Note that the field changed a document, which headquarters may have reviewed before."""
        document.changed_at = self.now
        document.changed_since = document.hq_state != "none"
        self.documents_touched.add(document.id)

    def find_by(self, findable: Findable) -> None:
        """Have something found from now on."""
        self.findables[findable.kind, findable.source_id, findable.document_id] = findable


@dataclass
class _Named:
    """The ids that some entries name."""

    documents: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    readings: set[str] = field(default_factory=set)
    corrections: set[str] = field(default_factory=set)


def _named(entries: Sequence[Entry]) -> _Named:
    named = _Named()
    for entry in entries:
        payload = entry.payload or {}
        if entry.document_id is not None:
            named.documents.add(entry.document_id)
        if entry.entity == "document" and entry.kind == "added":
            named.documents.add(entry.entity_id)
            pages = payload.get("pages")
            if isinstance(pages, list):
                named.pages.update(each for each in pages if isinstance(each, str))
        elif entry.entity == "reading":
            named.readings.add(entry.entity_id)
        elif entry.entity == "correction":
            named.corrections.add(entry.entity_id)
            if isinstance(payload.get("reading_id"), str):
                named.readings.add(payload["reading_id"])
        if isinstance(payload.get("page"), str):
            named.pages.add(payload["page"])
    return named
