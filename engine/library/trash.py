"""The trash: documents that are put away, brought back, or removed for good.

Removing for good deletes a document with its pages, readings and corrections, erases what the change log said
about it, and leaves there that it was removed. Its files go when no other document uses them.
"""

from engine.errors import NotFoundError
from engine.library.cases import Cases
from engine.library.catalogue import Document, DocumentFilter, Order
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.documents import Documents
from engine.library.files import Files
from engine.library.jobs import Jobs
from engine.library.readings import Readings
from engine.library.texts import Texts

_DAY = 86400.0


class Trash:
    """Puts documents away and removes them."""

    def __init__(
        self,
        connection: Connection,
        *,
        documents: Documents,
        files: Files,
        jobs: Jobs,
        readings: Readings,
        texts: Texts,
        cases: Cases,
        changes: Changes,
        clock: Clock,
        author: str,
        days: int,
    ) -> None:
        """Work on an open library; ``days`` is how long the trash keeps what is in it."""
        self._connection = connection
        self._documents = documents
        self._files = files
        self._jobs = jobs
        self._readings = readings
        self._texts = texts
        self._cases = cases
        self._changes = changes
        self._clock = clock
        self._author = author
        self._days = days

    def put(self, document_id: str) -> None:
        """Put a document into the trash: out of lists, search and queue; raises NotFoundError.

        A page that is being read at this moment is finished; its result waits with the document.
        """
        with self._connection.transaction():
            self.move(document_id, into_trash=True)

    def restore(self, document_id: str) -> None:
        """Bring a document back from the trash; raises NotFoundError."""
        with self._connection.transaction():
            self.move(document_id, into_trash=False)

    def move(self, document_id: str, *, into_trash: bool) -> None:
        """Put a document into the trash or bring it back, within a transaction; raises NotFoundError."""
        row = self._row(document_id)
        if into_trash == (row["trashed_at"] is not None):
            return
        self._set(row, timestamp(self._clock.now()) if into_trash else None)
        if into_trash:
            self._texts.remove_document(row["number"])
        else:
            self._readings.index_document(row["number"])
        self._record(document_id, "trashed" if into_trash else "restored")

    def documents(self, *, limit: int = 50, offset: int = 0) -> list[Document]:
        """Return what is in the trash, the newest documents first."""
        return self._documents.find(
            DocumentFilter(trashed=True), limit=limit, offset=offset, order=Order.NEWEST
        )

    def count(self) -> int:
        """Return how many documents are in the trash."""
        return self._documents.count(DocumentFilter(trashed=True))

    def purge(self, document_id: str) -> None:
        """Remove a document of the trash for good.

        Raises:
            NotFoundError: There is no such document in the trash.
        """
        row = self._row(document_id)
        if row["trashed_at"] is None:
            raise NotFoundError(
                "The document is not in the trash.",
                which=document_id,
                remedy="Put it into the trash first.",
            )
        self._remove([row])

    def purge_old(self, *, days: int | None = None) -> int:
        """Remove for good what has been in the trash for some days, and return how many documents.

        Cases that were removed as long ago go with them.

        Args:
            days: How long it must have been there; None takes the setting, 0 empties the trash.
        """
        kept = self._days if days is None else days
        limit = timestamp(max(0.0, self._clock.now() - kept * _DAY))
        rows = self._connection.rows(
            "SELECT number, id, trashed_at FROM documents WHERE trashed_at IS NOT NULL AND trashed_at <= ?",
            (limit,),
        )
        self._remove(rows)
        self._cases.purge_removed(limit)
        return len(rows)

    def erase(self, document_id: str, *, request: str, author: str) -> frozenset[str]:
        """Remove a document for good at somebody's request, wherever it is; within a transaction.

        The change log keeps that it was removed, and confirms the request also where the document is gone
        already.

        Args:
            document_id: The document.
            request: Id of the request.
            author: Who asked for it.

        Returns:
            Files that may have become free, for :meth:`collect` after the commit.
        """
        free: frozenset[str] = frozenset()
        number = self._connection.value("SELECT number FROM documents WHERE id = ?", (document_id,))
        if number is not None:
            free = frozenset(self._files_of(number))
            self._connection.run("DELETE FROM documents WHERE number = ?", (number,))
            self._changes.erase_payloads(document_id)
        self._changes.record(
            "document", document_id, "purged", {"request": request}, author=author, document_id=document_id
        )
        return free

    def collect(self, free: frozenset[str]) -> None:
        """Remove files that :meth:`erase` told of, where nothing else refers to them."""
        self._files.collect(free)

    def _remove(self, rows: list[Row]) -> None:
        free: set[str] = set()
        for row in rows:
            with self._connection.transaction():
                # Within the lock: it may have been brought back just now.
                if not self._connection.value(
                    "SELECT trashed_at FROM documents WHERE number = ?", (row["number"],)
                ):
                    continue
                free.update(self._files_of(row["number"]))
                self._connection.run("DELETE FROM documents WHERE number = ?", (row["number"],))
                self._changes.erase_payloads(row["id"])
                self._record(row["id"], "purged")
        if free:
            # After the commit: were the computer to stop in between, files would be left over, not missing.
            self._files.collect(free)

    def _files_of(self, document: int) -> list[str]:
        rows = self._connection.rows(
            "SELECT sha256 FROM documents WHERE number = :document UNION"
            " SELECT image_sha256 FROM readings JOIN pages ON pages.number = readings.page"
            " WHERE document = :document AND image_sha256 IS NOT NULL UNION"
            " SELECT thumbnail_sha256 FROM readings JOIN pages ON pages.number = readings.page"
            " WHERE document = :document AND thumbnail_sha256 IS NOT NULL UNION"
            " SELECT sha256 FROM wanted_files WHERE document = :document AND tier = 4 AND sha256 IS NOT NULL",
            {"document": document},
        )
        return [row[0] for row in rows]

    def _row(self, document_id: str) -> Row:
        row = self._connection.row(
            "SELECT number, id, trashed_at FROM documents WHERE id = ?", (document_id,)
        )
        if row is None:
            raise NotFoundError("There is no such document.", which=document_id)
        return row

    def _set(self, row: Row, moment: str | None) -> None:
        self._connection.run("UPDATE documents SET trashed_at = ? WHERE number = ?", (moment, row["number"]))
        self._jobs.set_held(row["number"])

    def _record(self, document_id: str, kind: str) -> None:
        self._changes.record("document", document_id, kind, {}, author=self._author, document_id=document_id)
