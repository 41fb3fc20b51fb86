"""Receipts of headquarters, and the files that were given away because a receipt covers them.

A file leaves the library only where a signed receipt says that headquarters has it, and that the backup of
headquarters has it as well as every change of its document. It goes to the quarantine first, and comes back
from there as long as the days last. Only page images and originals go; text, boxes and thumbnails stay.
"""

import zlib
from dataclasses import dataclass

from engine.errors import NotFoundError
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.files import Files

_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class ReceivedReceipt:
    """What a verified receipt says; see ``engine.sync.wire.receipts``."""

    hq: str
    hq_epoch: int
    team: str
    stream: str
    seq: int
    blobs: tuple[str, ...]
    backed_up_seq: int
    backed_up_blobs: tuple[str, ...]
    at: str


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A receipt as it is kept.

    Attributes:
        number: Its number here.
        at: When headquarters signed it, by its clock.
        received_at: When it came, by this computer's clock.
        seq: The changes that headquarters has.
        backed_up_seq: The changes that its backup has.
        body: As it came, with its signature.
    """

    number: int
    at: str
    received_at: str
    seq: int
    backed_up_seq: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Releasable:
    """A document whose page images and originals could leave the library."""

    document_id: str
    name: str
    files: tuple[str, ...]
    bytes: int


@dataclass(frozen=True, slots=True)
class Released:
    """A document whose files left the library.

    Attributes:
        document_id: The document.
        name: What it is called.
        files: How many files.
        bytes: Their size.
        released_at: ISO 8601, UTC.
        can_come_back: Whether all of them are still in the quarantine.
    """

    document_id: str
    name: str
    files: int
    bytes: int
    released_at: str
    can_come_back: bool


class Receipts:
    """Keeps receipts, and gives away what they cover."""

    def __init__(self, connection: Connection, files: Files, clock: Clock) -> None:
        """Work on an open library."""
        self._connection = connection
        self._files = files
        self._clock = clock

    def put(self, receipt: ReceivedReceipt, body: bytes) -> int:
        """Keep a receipt whose signature was verified, and return its number.

        Args:
            receipt: What it says; it is of the team, the stream and the epoch of headquarters as they are
                now.
            body: As it came.
        """
        with self._connection.transaction():
            number = self._connection.insert(
                "INSERT INTO receipts (hq, hq_epoch, team, stream, seq, backed_up_seq, at, received_at, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    receipt.hq,
                    receipt.hq_epoch,
                    receipt.team,
                    receipt.stream,
                    receipt.seq,
                    receipt.backed_up_seq,
                    receipt.at,
                    timestamp(self._clock.now()),
                    zlib.compress(body),
                ),
            )
            backed_up = set(receipt.backed_up_blobs)
            self._connection.run_many(
                "UPDATE sent_files SET receipt = ?, backed_up = ? WHERE sha256 = ?",
                [(number, sha256 in backed_up, sha256) for sha256 in receipt.blobs],
            )
            self._connection.run("UPDATE team SET backed_up_seq = ?", (receipt.backed_up_seq,))
        return number

    def forget(self, files: list[str]) -> None:
        """Offer files again, because headquarters does not have them; those in the quarantine come back."""
        for sha256 in files:
            if self._files.is_aside(sha256):
                self._return(sha256)
        with self._connection.transaction():
            self._connection.run_many("DELETE FROM sent_files WHERE sha256 = ?", [(each,) for each in files])

    def latest(self, *, limit: int = 20) -> list[StoredReceipt]:
        """Return receipts, the latest first."""
        rows = self._connection.rows("SELECT * FROM receipts ORDER BY number DESC LIMIT ?", (limit,))
        return [
            StoredReceipt(
                row["number"],
                row["at"],
                row["received_at"],
                row["seq"],
                row["backed_up_seq"],
                zlib.decompress(row["body"]),
            )
            for row in rows
        ]

    # Giving away

    def releasable(self, *, days: int = 0) -> list[Releasable]:
        """Return the documents whose files a receipt covers, so that they could leave the library.

        They are read and approved, and outside the trash; nothing about them was changed since the backup of
        headquarters; and that has every one of their files.

        Args:
            days: Only those that were added at least so many days ago.
        """
        before = timestamp(max(0.0, self._clock.now() - days * _DAY))
        rows = self._connection.rows(
            "SELECT number, id, name FROM documents WHERE trashed_at IS NULL AND added_at <= :before"
            " AND status = 'read' AND review = 'approved'"
            " AND (SELECT max(sequence) FROM changes WHERE document_id = documents.id)"
            "  <= (SELECT backed_up_seq FROM team WHERE device IS NOT NULL)"
            " AND NOT EXISTS (SELECT 1 FROM jobs WHERE document = documents.number"
            "  AND state IN ('queued', 'running')) ORDER BY number",
            {"before": before},
        )
        found = []
        for row in rows:
            files = self._covered_files(row["number"])
            if files:
                size = sum(self._files.size(sha256) for sha256 in files)
                found.append(Releasable(row["id"], row["name"], tuple(files), size))
        return found

    def release(self, documents: list[Releasable]) -> int:
        """Move the files of documents into the quarantine, and return their bytes.

        What has changed since :meth:`releasable` was asked stays.
        """
        still = {each.document_id: each for each in self.releasable()}
        moved = 0
        for document in (still[each.document_id] for each in documents if each.document_id in still):
            for sha256 in document.files:
                size = self._files.size(sha256)
                with self._connection.transaction():
                    # Within the lock, so that nobody corrects or adds the document meanwhile.
                    if not self._is_covered(document.document_id, sha256):
                        continue
                    self._connection.run(
                        "INSERT INTO released_files (sha256, document, byte_size, receipt, released_at)"
                        " SELECT :sha256, documents.number, :size, receipt, :at FROM documents, sent_files"
                        " WHERE documents.id = :document AND sent_files.sha256 = :sha256",
                        {
                            "sha256": sha256,
                            "size": size,
                            "at": timestamp(self._clock.now()),
                            "document": document.document_id,
                        },
                    )
                    # Before the commit: were the computer to stop in between, tidy() brings the file back.
                    self._files.set_aside(sha256)
                    moved += size
        return moved

    def released(self) -> list[Released]:
        """Return the documents whose files left the library, the latest first."""
        rows = self._connection.rows(
            "SELECT documents.id, name, released_files.* FROM released_files"
            " JOIN documents ON documents.number = document ORDER BY released_at DESC, document"
        )
        found: dict[str, list[Row]] = {}
        for row in rows:
            found.setdefault(row["id"], []).append(row)
        return [
            Released(
                document_id,
                each[0]["name"],
                len(each),
                sum(row["byte_size"] for row in each),
                max(row["released_at"] for row in each),
                all(self._files.is_aside(row["sha256"]) for row in each),
            )
            for document_id, each in found.items()
        ]

    def bring_back(self, document_id: str) -> int:
        """Bring the files of a document back from the quarantine, and return how many.

        Raises:
            NotFoundError: None of them is there any more.
        """
        rows = self._connection.rows(
            "SELECT released_files.sha256 FROM released_files"
            " JOIN documents ON documents.number = document WHERE documents.id = ?",
            (document_id,),
        )
        aside = [row[0] for row in rows if self._files.is_aside(row[0])]
        if not aside:
            raise NotFoundError(
                "No files of this document are in the quarantine.",
                which=document_id,
                remedy="Fetch them from headquarters with 'sanduku sync fetch DOCUMENT'.",
            )
        for sha256 in aside:
            self._return(sha256)
        return len(aside)

    def bring_all_back(self) -> int:
        """Bring everything back that is in the quarantine, because headquarters may have lost it."""
        rows = self._connection.rows("SELECT sha256 FROM released_files")
        aside = [row[0] for row in rows if self._files.is_aside(row[0])]
        for sha256 in aside:
            self._return(sha256)
        return len(aside)

    def absent(self, document_id: str) -> list[tuple[str, int]]:
        """Return the files of a document that are neither here nor in the quarantine, with their bytes."""
        rows = self._connection.rows(
            "SELECT released_files.sha256, released_files.byte_size FROM released_files"
            " JOIN documents ON documents.number = document WHERE documents.id = ?",
            (document_id,),
        )
        return [(row[0], row[1]) for row in rows if not self._files.is_aside(row[0])]

    def fetched(self, sha256: str) -> None:
        """Keep that a file is here again, which headquarters has given back; it is stored already."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM released_files WHERE sha256 = ?", (sha256,))

    def tidy(self, *, days: int) -> int:
        """Empty the quarantine of what lies there for some days, and return how many bytes went.

        Only what the headquarters that the library belongs to has signed for as it is now; not what another
        one did, nor this one before it was restored from a backup. What an interrupted release left there
        without a word of it in the database comes back.
        """
        if self._files.has_aside():
            for sha256 in self._files.referenced():
                if self._files.is_aside(sha256) and not self._files.has(sha256):
                    self._files.bring_back(sha256)
        before = timestamp(max(0.0, self._clock.now() - days * _DAY))
        gone = 0
        for row in self._connection.rows(
            "SELECT sha256, byte_size FROM released_files JOIN receipts ON receipts.number = receipt"
            " JOIN team ON (team.hq, team.team) = (receipts.hq, receipts.team)"
            " WHERE team.hq_epoch = receipts.hq_epoch AND gone_at IS NULL AND released_at <= ?",
            (before,),
        ):
            with self._connection.transaction():
                self._connection.run(
                    "UPDATE released_files SET gone_at = ? WHERE sha256 = ?",
                    (timestamp(self._clock.now()), row["sha256"]),
                )
            self._files.drop_aside(row["sha256"])
            gone += row["byte_size"]
        return gone

    def _return(self, sha256: str) -> None:
        with self._connection.transaction():
            self._files.bring_back(sha256)
            self._connection.run("DELETE FROM released_files WHERE sha256 = ?", (sha256,))

    def _covered_files(self, document: int) -> list[str]:
        """Return the page images and originals of a document if all that are here are covered, else none."""
        rows = self._connection.rows(
            "SELECT sha256, backed_up FROM (SELECT sha256 FROM documents WHERE number = :document UNION"
            " SELECT image_sha256 FROM readings JOIN pages ON pages.number = readings.page"
            " WHERE document = :document AND image_sha256 IS NOT NULL) AS named"
            " LEFT JOIN sent_files USING (sha256)"
            " WHERE sha256 NOT IN (SELECT sha256 FROM released_files)",
            {"document": document},
        )
        here = [row for row in rows if self._files.has(row["sha256"])]
        return [row["sha256"] for row in here] if here and all(row["backed_up"] for row in here) else []

    def _is_covered(self, document_id: str, sha256: str) -> bool:
        """Return whether a file may go at this moment: also not while another document shows it."""
        return bool(
            self._connection.value(
                "SELECT 1 FROM sent_files, documents, team WHERE sent_files.sha256 = :sha256"
                " AND backed_up = 1 AND documents.id = :document AND trashed_at IS NULL"
                " AND review = 'approved'"
                " AND (SELECT max(sequence) FROM changes WHERE document_id = :document) <= backed_up_seq"
                " AND NOT EXISTS (SELECT 1 FROM readings JOIN pages ON pages.number = readings.page"
                "  WHERE image_sha256 = :sha256 AND document <> documents.number)"
                " AND NOT EXISTS (SELECT 1 FROM documents AS others"
                "  WHERE others.sha256 = :sha256 AND others.number <> documents.number)",
                {"sha256": sha256, "document": document_id},
            )
        )
