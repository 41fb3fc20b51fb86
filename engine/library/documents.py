"""The documents of a library and their pages.

A document comes in whole or not at all: its file is durable first, then document, pages, jobs and change are
written in one transaction. A content is in the library once; adding it again says so.
"""

import json
import re
from collections.abc import Callable
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
    Status,
)
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.files import Files
from engine.library.work import POSITION_STEP
from engine.progress import SILENT, Progress

_ORDERS = {
    Order.NEWEST: "added_at DESC, number DESC",
    Order.OLDEST: "added_at, number",
    Order.NAME: "name_key, number",
    Order.LEAST_CONFIDENT: "lowest_confidence IS NULL, lowest_confidence, number",
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
    ) -> None:
        """Work on an open library.

        Args:
            connection: The database.
            files: Holds the originals.
            changes: Where what is done is recorded.
            clock: Tells the time.
            new_id: Gives ids that are unique in the world.
            author: Who does it.
        """
        self._connection = connection
        self._files = files
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
        condition, parameters = _condition(wanted)
        return self._select(condition, parameters, order=order, limit=limit, offset=offset)

    def count(self, wanted: DocumentFilter = EVERYTHING) -> int:
        """Return how many documents a filter lets through."""
        condition, parameters = _condition(wanted)
        # Where no index narrows, SQLite would take any that leaves out the trash; this one goes through the
        # documents as they lie on the disk.
        narrowed = wanted.trashed or wanted.status or wanted.batch or wanted.below_confidence is not None
        index = "" if narrowed else "INDEXED BY documents_by_date"
        return int(
            self._connection.value(f"SELECT count(*) FROM documents {index} WHERE {condition}", parameters)
        )

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

    def _select(
        self,
        condition: str,
        parameters: dict[str, Any],
        *,
        order: Order = Order.NEWEST,
        limit: int = -1,
        offset: int = 0,
    ) -> list[Document]:
        rows = self._connection.rows(
            "SELECT *, (SELECT json_array(page_index, error_code, error_message, error_remedy)"
            "  FROM jobs JOIN pages ON pages.number = jobs.page"
            "  WHERE jobs.document = documents.number AND state IN ('failed', 'dead')"
            "  ORDER BY page_index LIMIT 1) AS problem"
            f" FROM documents WHERE {condition} ORDER BY {_ORDERS[order]} LIMIT :limit OFFSET"
            " :offset",
            {**parameters, "limit": limit, "offset": offset},
        )
        return [_document(row) for row in rows]


def page_key(sha256: str, index: int) -> str:
    """Return the name of what is on a page: the original's hash and the page's place in it."""
    return f"{sha256}/{index}"


def storable(text: str) -> str:
    """Return a text that UTF-8 can hold; file names may carry bytes or halves that are no characters."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


_SELECT_PAGE = """
    SELECT pages.id, documents.id AS document_id, page_index, pages.page_key, readings.id AS reading_id,
           pages.confidence, pages.languages, image_sha256, thumbnail_sha256
    FROM pages JOIN documents ON documents.number = pages.document
    LEFT JOIN readings ON readings.number = pages.reading
"""


def _condition(wanted: DocumentFilter) -> tuple[str, dict[str, Any]]:
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
    return " AND ".join(parts), parameters


def _document(row: Row) -> Document:
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
