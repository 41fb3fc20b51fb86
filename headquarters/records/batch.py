"""What a batch of entries is applied with: the records that it touches, loaded once, written at the end."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Text, any_, bindparam, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.elements import ColumnElement

from engine.sync.wire.entries import Entry
from headquarters.database.rows import insert_rows, row_of
from headquarters.records.lineage import Lineage
from headquarters.records.tables import Document, LineCorrection, Page, PageReading
from headquarters.records.telling import MalformedEntryError
from headquarters.search.texts import Findable

MOST_CORRECTIONS = 5000
"""Of one page that a conflict is looked for among; nobody corrects so often."""

_IS_ANY_THERE = text(
    "SELECT EXISTS (SELECT FROM documents WHERE team_id = :team AND id = ANY(:documents))"
    " OR EXISTS (SELECT FROM pages WHERE team_id = :team AND id = ANY(:pages))"
    " OR EXISTS (SELECT FROM readings WHERE team_id = :team AND id = ANY(:readings))"
)
"""Most batches bring new documents alone; then there is nothing to load."""


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
    _added: list["_Added"] = field(default_factory=list)
    """What is new; it is written in bulk, which the session does not do, and never given to it."""

    def preload(self, entries: Sequence[Entry]) -> None:
        """Load what some entries are about with one query for each table, and remember what there is not."""
        named = _named(entries)
        self._documents.update(dict.fromkeys(named.documents))
        self._pages.update(dict.fromkeys(named.pages))
        self._readings.update(dict.fromkeys(named.readings))
        if self._is_any_there(named):
            self._load_records(named)
        self._taken_corrections = set()
        if named.corrections:
            self._taken_corrections = set(
                self.session.scalars(
                    select(LineCorrection.id).where(
                        LineCorrection.team_id == self.team_id, _among(LineCorrection.id, named.corrections)
                    )
                )
            )

    def _is_any_there(self, named: "_Named") -> bool:
        asked = {name: list(getattr(named, name)) for name in ("documents", "pages", "readings")}
        return any(asked.values()) and bool(
            self.session.scalar(_IS_ANY_THERE, {"team": self.team_id, **asked})
        )

    def _load_records(self, named: "_Named") -> None:
        team = self.team_id
        for document in self.session.scalars(
            select(Document).where(Document.team_id == team, _among(Document.id, named.documents))
        ):
            self._documents[document.id] = document
        known = [each for each, document in self._documents.items() if document is not None]
        of_these = _among(Page.document_id, known) | _among(Page.id, named.pages)
        for page in self.session.scalars(select(Page).where(Page.team_id == team, of_these)):
            self._pages[page.id] = page
        for reading in self.session.scalars(
            select(PageReading).where(PageReading.team_id == team, _among(PageReading.id, named.readings))
        ):
            self._readings[reading.id] = reading
        touched = {page.id for page in self._pages.values() if page is not None}
        if touched and (named.corrections or named.readings):
            self._corrections.update({each: [] for each in touched})
            for correction in self.session.scalars(
                select(LineCorrection)
                .where(LineCorrection.team_id == team, _among(LineCorrection.page_id, touched))
                .order_by(LineCorrection.number)
            ):
                self._corrections[correction.page_id].append(correction)

    def flush(self) -> None:
        """Write what was added and changed, for whoever looks into the database next."""
        for kind in (Document, Page, PageReading):
            new = [each for each in self._added if each.written is None and isinstance(each.thing, kind)]
            for each in new:
                each.written = each.row()
            insert_rows(self.session, kind, [each.written for each in new if each.written is not None])
        for each in self._added:
            changes = each.changes()
            if changes:
                kind, thing = type(each.thing), each.thing
                self.session.execute(
                    update(kind).where(kind.team_id == thing.team_id, kind.id == thing.id).values(changes)
                )
        self.session.flush()

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
        """Return the pages of every document that the batch is about."""
        found: dict[str, list[Page]] = {}
        for page in self._pages.values():
            if page is not None:
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
            self.flush()  # What was added and is not numbered yet must not be missed.
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
        self._added.append(_Added(document))

    def add_page(self, page: Page) -> None:
        """Add a page; of a new document it can have no corrections yet."""
        self._pages[page.id] = page
        self._corrections[page.id] = []
        self._added.append(_Added(page))

    def add_reading(self, reading: PageReading) -> None:
        """Add a reading."""
        self._readings[reading.id] = reading
        self._added.append(_Added(reading))

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


def _among(column: InstrumentedAttribute[str], ids: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that a column is one of some ids, however many, as one parameter."""
    return column == any_(bindparam(None, list(ids), type_=ARRAY(Text)))


@dataclass
class _Added:
    """Something new, and how it was written, if it was."""

    thing: Document | Page | PageReading
    written: dict[str, Any] | None = None

    def row(self) -> dict[str, Any]:
        row = row_of(self.thing)
        if isinstance(self.thing, PageReading):
            row["lines"] = json.dumps(self.thing.lines, ensure_ascii=False)
        return row

    def changes(self) -> dict[str, Any]:
        """Return what is otherwise than it was written; a reading is never altered."""
        if self.written is None or isinstance(self.thing, PageReading):
            return {}
        before, self.written = self.written, self.row()
        return {name: value for name, value in self.written.items() if value != before[name]}


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
        elif (entry.entity, entry.kind) == ("page", "unreadable"):
            named.pages.add(entry.entity_id)
        if isinstance(payload.get("page"), str):
            named.pages.add(payload["page"])
    return named
