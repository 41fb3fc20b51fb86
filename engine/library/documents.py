"""The documents of a library and their pages.

A document comes in whole or not at all: its file is durable first, then document, pages, jobs and change are
written in one transaction. A content is in the library once; adding it again says so.
"""

import json
import math
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from engine.errors import NotFoundError
from engine.library.catalogue import (
    EVERYTHING,
    Added,
    Document,
    DocumentFilter,
    NewDocument,
    Order,
    Page,
    PageProblem,
    Shelf,
    ShelfCounts,
    Status,
    page_key,
)
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.files import Files
from engine.library.reviews import Review, ReviewState
from engine.library.scenes import STANDS
from engine.library.tags import tag_key
from engine.library.work import POSITION_STEP
from engine.progress import SILENT, Progress

# Those of date, name and confidence come out of an index; for the others SQLite keeps the best of one pass.
_SHELVES = "CASE shelf WHEN 'problems' THEN 0 WHEN 'to-check' THEN 1 WHEN 'inbox' THEN 2 ELSE 3 END"
_ORDERS = {
    Order.NEWEST: "added_at DESC, number DESC",
    Order.OLDEST: "added_at, number",
    Order.NAME: "name_key, number",
    Order.NAME_DESCENDING: "name_key DESC, number DESC",
    Order.LEAST_CONFIDENT: "lowest_confidence IS NULL, lowest_confidence, number",
    Order.MOST_CONFIDENT: "lowest_confidence IS NULL DESC, lowest_confidence DESC, number DESC",
    Order.TYPE: "media_type, number",
    Order.TYPE_DESCENDING: "media_type DESC, number DESC",
    Order.STATUS: f"{_SHELVES}, status, number",
    Order.STATUS_DESCENDING: f"{_SHELVES} DESC, status DESC, number DESC",
    Order.LANGUAGE: "languages = '', languages, number",
    Order.LANGUAGE_DESCENDING: "languages = '', languages DESC, number DESC",
    Order.FEWEST_PAGES: "page_count, number",
    Order.MOST_PAGES: "page_count DESC, number DESC",
    Order.LATEST_REVIEW: "reviewed_at DESC, number DESC",
    Order.EARLIEST_REVIEW: "reviewed_at IS NULL, reviewed_at, number",
}


class Documents:
    """Adds, finds and renames documents."""

    def __init__(
        self,
        connection: Connection,
        files: Files,
        changes: Changes,
        *,
        clock: Clock,
        new_id: Callable[[], str],
        author: str,
        trash_days: int,
    ) -> None:
        """Work on an open library.

        Args:
            connection: The database.
            files: Holds the originals.
            changes: Where what is done is recorded.
            clock: Tells the time.
            new_id: Gives ids that are unique in the world.
            author: Who does it.
            trash_days: How long the trash keeps what is in it.
        """
        self._connection = connection
        self._files = files
        self._trash_days = trash_days
        self._changes = changes
        self._clock = clock
        self._new_id = new_id
        self._author = author

    def add(self, new: NewDocument, *, progress: Progress = SILENT) -> Added:
        """Add a document and queue its pages, or find that its content is known.

        Raises:
            DiskFullError: There is no room; nothing of it is there.
            SourceUnreadableError: Its file cannot be read.
            SourceChangedError: Its file was altered meanwhile.
        """
        if new.page_count < 1:
            raise ValueError("a document has at least one page")
        while True:
            sha256 = self._files.put(new.content, expected=new.sha256, progress=progress)
            with self._connection.transaction():
                known = self._connection.row(
                    "SELECT id, trashed_at FROM documents WHERE sha256 = ?", (sha256,)
                )
                if known:
                    return Added(known["id"], already_known=True, in_trash=known["trashed_at"] is not None)
                # Whoever collects unused files holds this same lock: from here on the file cannot vanish.
                if self._files.has(sha256):
                    return Added(self._insert(new, sha256, self._files.size(sha256)), already_known=False)

    def find_by_content(self, sha256: str) -> Document | None:
        """Return the document with this content, in the trash or not, or None."""
        found = self._select("sha256 = :sha256", {"sha256": sha256})
        return found[0] if found else None

    def get(self, document_id: str) -> Document:
        """Return a document by its id or by a beginning of it that no other id has.

        Raises:
            NotFoundError: There is none, or there are several.
        """
        beginning = storable(document_id).lower()
        found = self._select("id = :id", {"id": beginning})
        if not found and beginning:
            found = self._select("id >= :id AND id < :end", {"id": beginning, "end": beginning + "\x7f"})
        if len(found) == 1:
            return found[0]
        raise NotFoundError(
            "Several documents have an id that begins so." if found else "There is no such document.",
            which=document_id,
            remedy="Give more of the id." if found else "Run 'sanduku list' to see the documents.",
        )

    def find(
        self,
        wanted: DocumentFilter = EVERYTHING,
        *,
        limit: int = 50,
        offset: int = 0,
        order: Order = Order.NEWEST,
    ) -> list[Document]:
        """Return the documents that a filter lets through, one screen of them."""
        condition, parameters = condition_of(wanted)
        # First which, then what is told of them: otherwise SQLite finds that out for all that it sorts.
        rows = self._connection.rows(
            f"SELECT id FROM documents WHERE {condition} ORDER BY {_ORDERS[order]}"
            " LIMIT :limit OFFSET :offset",
            {**parameters, "limit": limit, "offset": offset},
        )
        return self.many([row[0] for row in rows])

    def count(self, wanted: DocumentFilter = EVERYTHING) -> int:
        """Return how many documents a filter lets through."""
        condition, parameters = condition_of(wanted)
        # Where no index narrows, SQLite would take any that leaves out the trash; this one goes through the
        # documents as they lie on the disk.
        index = "" if is_narrow(wanted) else "INDEXED BY documents_by_date"
        return int(
            self._connection.value(f"SELECT count(*) FROM documents {index} WHERE {condition}", parameters)
        )

    def shelves(self) -> ShelfCounts:
        """Return how many documents lie on each shelf and in the trash; out of indexes alone."""
        rows = self._connection.rows(
            "SELECT CASE WHEN trashed_at IS NULL THEN shelf ELSE 'trash' END AS place, count(*) FROM"
            " documents INDEXED BY documents_on_shelves GROUP BY place"
        )
        return ShelfCounts(**{row[0].replace("-", "_"): row[1] for row in rows})

    def ids(self, wanted: DocumentFilter = EVERYTHING, *, order: Order = Order.NEWEST) -> list[str]:
        """Return the ids of all documents that a filter lets through, in order.

        Meant for long lists: such a list stays as it is, whatever is added or changed meanwhile, while its
        rows are fetched with :meth:`many` as they come into view.
        """
        condition, parameters = condition_of(wanted)
        return [
            row[0]
            for row in self._connection.rows(
                f"SELECT id FROM documents WHERE {condition} ORDER BY {_ORDERS[order]}", parameters
            )
        ]

    def many(self, document_ids: Sequence[str]) -> list[Document]:
        """Return documents by their ids, in this order; those that there are no more are left out."""
        wanted = "documents.id IN (SELECT value FROM json_each(:ids))"
        found = {each.id: each for each in self._select(wanted, {"ids": json.dumps(list(document_ids))})}
        return [found[document_id] for document_id in document_ids if document_id in found]

    def media_types(self) -> dict[str, int]:
        """Return the media types of documents outside the trash, with how many, the most usual first."""
        return {
            row[0]: row[1]
            for row in self._connection.rows(
                "SELECT media_type, count(*) AS count FROM documents WHERE trashed_at IS NULL"
                " GROUP BY media_type ORDER BY count DESC, media_type"
            )
        }

    def pages(self, document_id: str) -> list[Page]:
        """Return the pages of a document in order; raises NotFoundError."""
        number = self.number_of(document_id)
        return [
            _page(row)
            for row in self._connection.rows(
                f"{_SELECT_PAGE} WHERE pages.document = ? ORDER BY page_index", (number,)
            )
        ]

    def page(self, page_id: str) -> Page:
        """Return a page; raises NotFoundError."""
        row = self._connection.row(f"{_SELECT_PAGE} WHERE pages.id = ?", (page_id,))
        if row is None:
            raise NotFoundError("There is no such page.", which=page_id)
        return _page(row)

    def password(self, document_id: str) -> str | None:
        """Return the password of a protected original; raises NotFoundError."""
        number = self.number_of(document_id)
        value: str | None = self._connection.value(
            "SELECT password FROM documents WHERE number = ?", (number,)
        )
        return value

    def rename(self, document_id: str, name: str) -> None:
        """Give a document another name; raises NotFoundError."""
        name = storable(name)
        with self._connection.transaction():
            number = self.number_of(document_id)
            previous = self._connection.value("SELECT name FROM documents WHERE number = ?", (number,))
            if name == previous:
                return
            self._connection.run(
                "UPDATE documents SET name = :name, name_key = normalise_for_search(:name)"
                " WHERE number = :number",
                {"name": name, "number": number},
            )
            self._changes.record(
                "document",
                document_id,
                "renamed",
                {"name": name, "previous": previous},
                author=self._author,
                document_id=document_id,
            )

    def number_of(self, document_id: str) -> int:
        """Return the number that the database knows a document by; raises NotFoundError."""
        number = self._connection.value("SELECT number FROM documents WHERE id = ?", (document_id,))
        if number is None:
            raise NotFoundError("There is no such document.", which=document_id)
        return int(number)

    def _insert(self, new: NewDocument, sha256: str, size: int) -> str:
        document_id, moment = self._new_id(), timestamp(self._clock.now())
        name = storable(new.name)
        source = None if new.source_path is None else storable(new.source_path)
        number = self._connection.insert(
            "INSERT INTO documents (id, name, name_key, media_type, byte_size, sha256, page_count, password,"
            " source_path, added_at, added_by, batch)"
            " VALUES (?, ?, normalise_for_search(?), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document_id,
                name,
                name,
                new.media_type,
                size,
                sha256,
                new.page_count,
                new.password,
                source,
                moment,
                self._author,
                new.batch,
            ),
        )
        page_ids = [self._new_id() for _ in range(new.page_count)]
        self._connection.run_many(
            "INSERT INTO pages (id, document, page_index, page_key) VALUES (?, ?, ?, ?)",
            [(page_id, number, index, page_key(sha256, index)) for index, page_id in enumerate(page_ids)],
        )
        self._connection.run(
            "INSERT INTO jobs (page, document, task, priority, position, queued_at, batch, idempotency_key)"
            " SELECT number, document, 'read', :priority,"
            " (SELECT coalesce(max(position), 0) FROM jobs) + :step * (1 + page_index), :moment, :batch,"
            " 'read ' || id FROM pages WHERE document = :document ORDER BY page_index",
            {
                "priority": new.priority,
                "step": POSITION_STEP,
                "moment": moment,
                "batch": new.batch,
                "document": number,
            },
        )
        self._changes.record(
            "document",
            document_id,
            "added",
            {
                "name": name,
                "media_type": new.media_type,
                "byte_size": size,
                "sha256": sha256,
                "pages": page_ids,
                "added_at": moment,
            },
            author=self._author,
            document_id=document_id,
        )
        return document_id

    def _select(self, condition: str, parameters: dict[str, Any]) -> list[Document]:
        rows = self._connection.rows(f"{_SELECT_DOCUMENT} WHERE {condition}", parameters)
        return [_document(row, self._days_left(row["trashed_at"])) for row in rows]

    def _days_left(self, trashed_at: str | None) -> int | None:
        if trashed_at is None:
            return None
        gone = self._clock.now() - datetime.fromisoformat(trashed_at).timestamp()
        # A clock that went back gives nobody more days than there are.
        return max(0, min(self._trash_days, math.ceil(self._trash_days - gone / _DAY)))


_DAY = 86400.0


def storable(text: str) -> str:
    """Return a text that UTF-8 can hold; file names may carry bytes or halves that are no characters."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


_SELECT_DOCUMENT = """
    SELECT documents.*,
        (SELECT json_array(page_index, error_code, error_message, error_remedy)
            FROM jobs JOIN pages ON pages.number = jobs.page
            WHERE jobs.document = documents.number AND state IN ('failed', 'dead') AND task = 'read'
            ORDER BY page_index LIMIT 1) AS problem,
        (SELECT json_group_array(tag) FROM (SELECT tag FROM document_tags
            WHERE document = documents.number ORDER BY tag_key)) AS tags,
        (SELECT json_group_array(id) FROM (SELECT cases.id FROM case_documents
            JOIN cases ON cases.number = case_number WHERE document = documents.number AND removed_at IS NULL
            ORDER BY name_key, cases.number)) AS case_ids
    FROM documents
"""

_SELECT_PAGE = """
    SELECT pages.id, documents.id AS document_id, page_index, pages.page_key, readings.id AS reading_id,
           pages.confidence, pages.languages, image_sha256, thumbnail_sha256
    FROM pages JOIN documents ON documents.number = pages.document
    LEFT JOIN readings ON readings.number = pages.reading
"""


def is_narrow(wanted: DocumentFilter) -> bool:
    """Return whether a filter has a part that an index finds the documents by."""
    parts = (wanted.status, wanted.batch, wanted.below_confidence, wanted.shelf, wanted.from_confidence)
    places = (wanted.case_id, wanted.tag, wanted.added_from, wanted.added_before, wanted.scene)
    return wanted.trashed or any(part is not None for part in (*parts, *places))


def condition_of(wanted: DocumentFilter) -> tuple[str, dict[str, Any]]:
    """Return a filter as a condition on the table of documents, and its parameters."""
    parts = [f"trashed_at IS {'NOT ' if wanted.trashed else ''}NULL"]
    parameters: dict[str, Any] = {}

    def narrow(part: str, **values: object) -> None:
        parts.append(part)
        parameters.update(values)

    if wanted.status is not None:
        narrow("status = :status", status=wanted.status.value)
    if wanted.name_contains:
        # Not LIKE, which takes % for a wildcard.
        narrow("instr(name_key, normalise_for_search(:name)) > 0", name=storable(wanted.name_contains))
    if wanted.media_type:
        narrow("substr(media_type, 1, length(:family)) = :family", family=wanted.media_type)
    if wanted.language:
        narrow("instr(' ' || languages || ' ', ' ' || :language || ' ') > 0", language=wanted.language)
    if wanted.batch is not None:
        narrow("batch = :batch", batch=wanted.batch)
    if wanted.below_confidence is not None:
        # As the index has it, in which the pages not yet read stand apart.
        narrow(
            "(lowest_confidence IS NULL) = 0 AND lowest_confidence < :below", below=wanted.below_confidence
        )
    if wanted.from_confidence is not None:
        narrow(
            "(lowest_confidence IS NULL) = 0 AND lowest_confidence >= :least", least=wanted.from_confidence
        )
    if wanted.shelf is not None:
        narrow("shelf = :shelf", shelf=wanted.shelf.value)
    if wanted.review is not None:
        narrow("review = :review", review=wanted.review.value)
    if wanted.case_id is not None:
        narrow(
            "number IN (SELECT document FROM case_documents WHERE case_number ="
            " (SELECT number FROM cases WHERE id = :case AND removed_at IS NULL))",
            case=wanted.case_id,
        )
    if wanted.tag is not None:
        narrow("number IN (SELECT document FROM document_tags WHERE tag_key = :tag)", tag=tag_key(wanted.tag))
    if wanted.added_from is not None:
        narrow("added_at >= :added_from", added_from=wanted.added_from)
    if wanted.added_before is not None:
        narrow("added_at < :added_before", added_before=wanted.added_before)
    if wanted.scene is not None:
        aspect, _, label = wanted.scene.partition(":")
        narrow(
            "number IN (SELECT pages.document FROM scenes JOIN pages ON pages.number = scenes.page"
            f" WHERE aspect = :aspect AND label = :scene AND NOT unsure AND {STANDS})",
            aspect=aspect,
            scene=label,
        )
    return " AND ".join(parts), parameters


def _document(row: Row, days_left: int | None) -> Document:
    problem = json.loads(row["problem"]) if row["problem"] else None
    return Document(
        id=row["id"],
        name=row["name"],
        media_type=row["media_type"],
        byte_size=row["byte_size"],
        sha256=row["sha256"],
        page_count=row["page_count"],
        pages_read=row["pages_read"],
        added_at=row["added_at"],
        added_by=row["added_by"],
        source_path=row["source_path"],
        batch=row["batch"],
        status=Status(row["status"]),
        paused=bool(row["paused"]),
        lowest_confidence=row["lowest_confidence"],
        languages=tuple(sorted(set((row["languages"] or "").split()))),
        problem=PageProblem(problem[0], *(part or "" for part in problem[1:])) if problem else None,
        trashed_at=row["trashed_at"],
        shelf=Shelf(row["shelf"]),
        review=Review(
            ReviewState(row["review"]), row["review_reason"], row["reviewed_by"], row["reviewed_at"]
        ),
        tags=tuple(json.loads(row["tags"])),
        case_ids=tuple(json.loads(row["case_ids"])),
        days_left=days_left,
    )


def _page(row: Row) -> Page:
    return Page(
        id=row["id"],
        document_id=row["document_id"],
        index=row["page_index"],
        page_key=row["page_key"],
        reading_id=row["reading_id"],
        confidence=row["confidence"],
        languages=tuple(row["languages"].split()),
        image_sha256=row["image_sha256"],
        thumbnail_sha256=row["thumbnail_sha256"],
    )
