"""What headquarters does not have yet: changes, and the files that they name, by how urgent they are.

Nothing is marked as going: whatever headquarters has not confirmed is still to be sent.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from engine.canonical import GENESIS
from engine.errors import NotFoundError
from engine.library.changes import Change, Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection
from engine.library.errors import DamagedFileError, MissingFileError
from engine.library.files import Files
from engine.library.team import Place

BODIES, THUMBNAILS, CROPS, IMAGES = 2, 3, 4, 5
"""Tiers of files, the most urgent first; the text goes before all of them, in the changes."""

_ENTRY_BYTES, _TEXT_SHARE, _PAYLOAD_SHARE = 45, 0.10, 0.15
"""What an entry takes on the way, measured on the samples: ids and hashes, which nothing compresses; of the
stored body of a reading; of a payload."""

_ASKED_AGAIN = 200
"""Files of which one session asks anew whether they are in the backup by now."""

_CANDIDATES = {
    BODIES: (
        "SELECT json_extract(payload, '$.body_sha256') AS sha256, length(body) AS size, readings.number AS"
        " reading FROM readings JOIN changes ON changes.entity_id = readings.id"
        " AND changes.entity = 'reading' AND changes.kind = 'added' AND changes.payload IS NOT NULL"
        " ORDER BY readings.number"
    ),
    THUMBNAILS: (
        "SELECT thumbnail_sha256 AS sha256, NULL AS size, NULL AS reading FROM readings"
        " WHERE thumbnail_sha256 IS NOT NULL ORDER BY number"
    ),
    CROPS: (
        "SELECT sha256, NULL AS size, NULL AS reading FROM wanted_files WHERE tier = 4 AND sha256 IS NOT NULL"
        " AND state = 'open' ORDER BY number"
    ),
    IMAGES: (
        "SELECT sha256, size, NULL AS reading FROM (SELECT image_sha256 AS sha256, NULL AS size, number"
        " FROM readings WHERE image_sha256 IS NOT NULL"
        " UNION ALL SELECT sha256, byte_size, number FROM documents) ORDER BY number"
    ),
}
"""Tier -> the query for its files, in the order in which they came to be."""

_WANTED = (
    "SELECT sha256, NULL AS size, NULL AS reading FROM wanted_files WHERE state = 'open'"
    " AND sha256 IS NOT NULL AND tier = :tier ORDER BY number"
)


@dataclass(frozen=True, slots=True)
class OutgoingLine:
    """A line of a reading as the model read it, without its place."""

    id: str
    text: str
    confidence: float
    doubtful: bool


@dataclass(frozen=True, slots=True)
class OutgoingChange:
    """A change with what travels beside it.

    Attributes:
        change: The entry.
        text: Of a reading that is still there: its lines; else None.
        body: Of an answer that is still there: its exact JSON text; else None.
    """

    change: Change
    text: tuple[OutgoingLine, ...] | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file that headquarters is not known to have.

    Attributes:
        sha256: Of its content.
        size: Bytes; of the boxes of a reading, as they are compressed.
        tier: How urgent it is.
        reading: Number of the reading whose boxes it holds, where it is known.
    """

    sha256: str
    size: int
    tier: int
    reading: int | None = None


@dataclass(frozen=True, slots=True)
class TierPlan:
    """How many files of a tier wait, and their bytes."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class OutgoingDocument:
    """A document of which something waits to be sent.

    Attributes:
        id: Of the document.
        name: What it is called; empty if it was removed.
        changes: How many of its changes wait.
    """

    id: str
    name: str
    changes: int


class Outbox:
    """Tells what is to be sent."""

    def __init__(self, connection: Connection, files: Files, changes: Changes, clock: Clock) -> None:
        """Work on an open library."""
        self._connection = connection
        self._files = files
        self._changes = changes
        self._clock = clock

    # Changes

    def tip(self) -> Place:
        """Return the end of the change log."""
        row = self._connection.row("SELECT sequence, hash FROM changes ORDER BY sequence DESC LIMIT 1")
        return Place(0, GENESIS) if row is None else Place(row["sequence"], row["hash"])

    def place(self, seq: int) -> Place | None:
        """Return a place of the change log; None beyond its end."""
        if seq == 0:
            return Place(0, GENESIS)
        found = self._connection.value("SELECT hash FROM changes WHERE sequence = ?", (seq,))
        return None if found is None else Place(seq, found)

    def changes_after(self, seq: int, *, doubt_threshold: float, limit: int) -> Iterator[OutgoingChange]:
        """Yield the changes after a number, in order, each with what travels beside it.

        Args:
            seq: The number.
            doubt_threshold: Lines of less confidence count as doubtful.
            limit: At most so many.
        """
        for change in self._changes.since(seq, limit):
            text, body = None, None
            if change.payload is not None and change.kind == "added":
                if change.entity == "reading":
                    text = self._text(change.entity_id, doubt_threshold)
                elif change.entity == "answer":
                    body = self._connection.value(
                        "SELECT body FROM answers WHERE id = ?", (change.entity_id,)
                    )
            yield OutgoingChange(change, text, body)

    def _text(self, reading_id: str, threshold: float) -> tuple[OutgoingLine, ...] | None:
        body = self._connection.value("SELECT body FROM readings WHERE id = ?", (reading_id,))
        if body is None:
            return None
        # Its boxes and words are the most of a reading and do not go along, so no values are made of them.
        return tuple(
            OutgoingLine(
                str(number),
                line["text"],
                line["confidence"],
                bool(line["doubts"]) or line["confidence"] < threshold,
            )
            for number, line in enumerate(json.loads(zlib.decompress(body))["lines"])
        )

    # Files

    def files(self, tier: int, *, wanted: bool = False) -> list[OutgoingFile]:
        """Return the files of a tier that headquarters is not known to have, in order, each once.

        What is in the quarantine, or gone from it, is at headquarters and not among them.

        Args:
            tier: Which.
            wanted: Only those that headquarters asked for.
        """
        found: dict[str, OutgoingFile] = {}
        for row in self._connection.rows(
            f"SELECT sha256, size, reading FROM ({_WANTED if wanted else _CANDIDATES[tier]})"
            " WHERE sha256 NOT IN (SELECT sha256 FROM sent_files)"
            " AND sha256 NOT IN (SELECT sha256 FROM released_files)",
            {"tier": tier} if wanted else {},
        ):
            size = row["size"] if row["size"] is not None else self._size(row["sha256"])
            if row["sha256"] not in found and size is not None:
                found[row["sha256"]] = OutgoingFile(row["sha256"], size, tier, row["reading"])
        return list(found.values())

    def _size(self, sha256: str) -> int | None:
        try:
            return self._files.stored_size(sha256)
        except (MissingFileError, DamagedFileError):  # A check of the library tells of it.
            return None

    def content(self, file: OutgoingFile) -> bytes:
        """Return the bytes of a file that is to be sent.

        Raises:
            NotFoundError: The document that it belongs to was removed.
            MissingFileError: It is gone from the folder.
            DamagedFileError: It was altered.
        """
        if file.tier != BODIES:
            return self._files.read(file.sha256)
        number = file.reading or self._connection.value(
            "SELECT readings.number FROM readings JOIN changes ON changes.entity_id = readings.id"
            " AND changes.entity = 'reading' WHERE json_extract(payload, '$.body_sha256') = ?",
            (file.sha256,),
        )
        body = self._connection.value("SELECT body FROM readings WHERE number = ?", (number,))
        if body is None:
            raise NotFoundError("The reading is no longer in the library.", which=file.sha256)
        return zlib.decompress(body)

    def mark_sent(self, files: list[tuple[str, int]]) -> None:
        """Keep that headquarters says it has files, given with their tiers."""
        moment = timestamp(self._clock.now())
        with self._connection.transaction():
            self._connection.run_many(
                "INSERT INTO sent_files (sha256, tier, sent_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [(sha256, tier, moment) for sha256, tier in files],
            )
            self._connection.run_many(
                "UPDATE wanted_files SET state = 'sent' WHERE sha256 = ? AND state = 'open'",
                [(sha256,) for sha256, _ in files],
            )

    def without_receipt(self, limit: int, *, patience: float) -> list[str]:
        """Return files that headquarters has and has not signed for, and then some that its backup lacked.

        Args:
            limit: At most so many.
            patience: Those that were sent so many seconds ago are asked about again.
        """
        before = timestamp(max(0.0, self._clock.now() - patience))
        rows = self._connection.rows(
            "SELECT sha256 FROM sent_files WHERE backed_up = 0 AND (receipt IS NULL OR sent_at <= ?)"
            " ORDER BY receipt IS NOT NULL, receipt, sent_at LIMIT ?",
            (before, limit),
        )
        new = self._connection.value(
            "SELECT count(*) FROM sent_files WHERE backed_up = 0 AND receipt IS NULL"
        )
        return [row[0] for row in rows][: max(int(new), _ASKED_AGAIN if patience else limit)]

    def files_of_changes(self, after: int) -> set[str]:
        """Return the boxes, small images and page images of readings that came after a change."""
        rows = self._connection.rows(
            "SELECT json_extract(payload, '$.body_sha256'), json_extract(payload, '$.thumbnail_sha256'),"
            " json_extract(payload, '$.image_sha256') FROM changes WHERE sequence > ?"
            " AND entity = 'reading' AND kind = 'added' AND payload IS NOT NULL",
            (after,),
        )
        return {sha256 for row in rows for sha256 in row if sha256 is not None}

    def documents_of(self, hashes: list[str]) -> dict[str, str]:
        """Return what the documents are called that some files belong to, by the SHA-256 of the files."""
        wanted, found = set(hashes), dict[str, str]()
        if not wanted:
            return found
        for row in self._connection.rows(
            "SELECT documents.name, json_extract(payload, '$.sha256'),"
            " json_extract(payload, '$.body_sha256'), json_extract(payload, '$.thumbnail_sha256'),"
            " json_extract(payload, '$.image_sha256')"
            " FROM changes JOIN documents ON documents.id = document_id"
            " WHERE payload IS NOT NULL AND changes.kind IN ('added', 'cut')"
        ):
            found |= {sha256: str(row[0]) for sha256 in tuple(row)[1:] if sha256 in wanted}
        return found

    # What it comes to

    def changes_waiting(self, seq: int) -> int:
        """Return how many changes come after a number."""
        return self.tip().seq - seq

    def estimated_bytes(self, seq: int) -> int:
        """Return about how many bytes the changes after a number take on the way."""
        row = self._connection.row(
            "SELECT count(*) AS entries, coalesce(sum(length(payload)), 0) AS payloads,"
            " coalesce(sum((SELECT length(body) FROM readings WHERE id = entity_id AND entity = 'reading'"
            " AND kind = 'added')), 0) AS bodies FROM changes WHERE sequence > ?",
            (seq,),
        )
        assert row is not None
        payloads = row["payloads"] * _PAYLOAD_SHARE + row["bodies"] * _TEXT_SHARE
        return int(row["entries"] * _ENTRY_BYTES + payloads)

    def documents_changed(self, seq: int) -> int:
        """Return how many documents the changes after a number concern."""
        return int(
            self._connection.value(
                "SELECT count(DISTINCT document_id) FROM changes WHERE sequence > ?", (seq,)
            )
            or 0
        )

    def documents_waiting(self, seq: int, *, limit: int = 1000) -> list[OutgoingDocument]:
        """Return the documents that changes after a number concern, those that changed last first."""
        rows = self._connection.rows(
            "SELECT document_id, coalesce(documents.name, '') AS name, count(*) AS changes FROM changes"
            " LEFT JOIN documents ON documents.id = document_id"
            " WHERE sequence > ? AND document_id IS NOT NULL GROUP BY document_id"
            " ORDER BY max(sequence) DESC LIMIT ?",
            (seq, limit),
        )
        return [OutgoingDocument(row["document_id"], row["name"], row["changes"]) for row in rows]

    def waiting(self, tier: int, *, wanted: bool = False) -> TierPlan:
        """Return how much of a tier waits."""
        files = self.files(tier, wanted=wanted)
        return TierPlan(len(files), sum(file.size for file in files))
