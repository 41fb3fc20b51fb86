"""What headquarters says of documents, asks for and offers, beside what people here say.

Written by ``engine.library.arrivals`` within its transactions; read by whoever shows it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import NotFoundError
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.outbox import BODIES, CROPS, IMAGES, THUMBNAILS
from engine.library.readings import Readings
from engine.library.reviews import Review, Reviews, ReviewState


@dataclass(frozen=True, slots=True)
class Conflict:
    """A line of which headquarters and the field say different things.

    Attributes:
        id: Of what came down.
        document_id: The document.
        document_name: What it is called.
        page_id: The page; None if it is gone.
        page_index: Its place in the document, from 0.
        reason: ``changed-here`` (headquarters' word stands, the field's is kept here), ``line-gone`` or
            ``read-anew`` (headquarters' word could not be applied and is kept here).
        line: Id of the line.
        previous: What headquarters had seen there.
        hq_text: What it says instead.
        field_text: What stood there here; None where there was no such line.
        author: Who said so at headquarters.
        at: When; ISO 8601.
        resolved: ``hq``, ``field`` or ``other`` once a person has chosen; else None.
    """

    id: str
    document_id: str
    document_name: str
    page_id: str | None
    page_index: int | None
    reason: str
    line: str
    previous: str
    hq_text: str
    field_text: str | None
    author: str
    at: str
    resolved: str | None


@dataclass(frozen=True, slots=True)
class HqReview:
    """What headquarters said of a document last: ``approved``, ``returned``, ``problem`` or ``none``."""

    state: str
    reason: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class HqComment:
    """What somebody at headquarters remarked."""

    id: str
    document_id: str
    text: str
    author: str
    at: str
    seen: bool


@dataclass(frozen=True, slots=True)
class WantedCrop:
    """A part of a page image that headquarters asked for.

    Attributes:
        number: Of the wish.
        id: Of what came down.
        document_id: The document.
        page_id: The page.
        quad: Four corners, in pixels of the upright page.
        image_sha256: The page image; None if there is none.
    """

    number: int
    id: str
    document_id: str
    page_id: str
    quad: list[list[float]]
    image_sha256: str | None


@dataclass(frozen=True, slots=True)
class PackOffer:
    """A model pack that headquarters offers.

    Attributes:
        id: Of the offer, as headquarters calls it.
        name: Of the pack.
        version: Of the pack.
        files: Each with ``name``, ``size`` and ``sha256``.
        urgent: Whether headquarters wants it installed soon.
        state: ``offered``, ``fetched``, ``installed``, ``refused``, ``withdrawn`` by headquarters, or
            ``declined``, when the team was left.
        reason: Why it was refused, in English; else empty.
    """

    id: str
    name: str
    version: str
    files: list[dict[str, Any]]
    urgent: bool
    state: str
    reason: str = ""

    @property
    def byte_size(self) -> int:
        """Of all its files."""
        return sum(int(file["size"]) for file in self.files)


_IN_REVIEW = {
    "approved": ReviewState.APPROVED,
    "problem": ReviewState.PROBLEM,
    "returned": ReviewState.NONE,
    "none": ReviewState.NONE,
}


class HqWords:
    """Keeps what headquarters says."""

    def __init__(
        self,
        connection: Connection,
        *,
        readings: Readings,
        reviews: Reviews,
        clock: Clock,
        author: str,
        record: Callable[..., None],
    ) -> None:
        """Work on an open library.

        Args:
            connection: The database.
            readings: Where a person's choice in a conflict is written.
            reviews: What is said of documents.
            clock: Tells the time.
            author: Who uses the library.
            record: Appends to the change log, as ``Changes.record``.
        """
        self._connection = connection
        self._readings = readings
        self._reviews = reviews
        self._clock = clock
        self._author = author
        self._record = record

    # Reading

    def conflicts(self, *, resolved: bool = False, document_id: str | None = None) -> list[Conflict]:
        """Return the conflicts that are open, or those that a person has resolved; the latest first."""
        return [
            _conflict(row)
            for row in self._connection.rows(
                f"{_CONFLICTS} WHERE (resolved IS NOT NULL) = :resolved"
                " AND (:document IS NULL OR documents.id = :document) ORDER BY conflicts.number DESC",
                {"resolved": resolved, "document": document_id},
            )
        ]

    def review_of(self, document_id: str) -> HqReview | None:
        """Return what headquarters said of a document last; None if nothing."""
        row = self._connection.row(
            "SELECT hq_reviews.* FROM hq_reviews JOIN documents ON documents.number = document WHERE id = ?",
            (document_id,),
        )
        return None if row is None else HqReview(row["state"], row["reason"], row["author"], row["at"])

    def comments(self, document_id: str | None = None, *, unseen: bool = False) -> list[HqComment]:
        """Return remarks, the latest first: on a document or on any, all or those nobody has seen here."""
        rows = self._connection.rows(
            "SELECT hq_comments.*, documents.id AS document_id FROM hq_comments"
            " JOIN documents ON documents.number = document"
            " WHERE (:document IS NULL OR documents.id = :document) AND (NOT :unseen OR seen_at IS NULL)"
            " ORDER BY hq_comments.number DESC",
            {"document": document_id, "unseen": unseen},
        )
        return [
            HqComment(
                row["id"],
                row["document_id"],
                row["text"],
                row["author"],
                row["at"],
                row["seen_at"] is not None,
            )
            for row in rows
        ]

    def see_comments(self, document_id: str) -> None:
        """Keep that somebody has seen the remarks on a document."""
        with self._connection.transaction():
            self._connection.run(
                "UPDATE hq_comments SET seen_at = ? WHERE seen_at IS NULL"
                " AND document = (SELECT number FROM documents WHERE id = ?)",
                (timestamp(self._clock.now()), document_id),
            )

    def resolve(self, conflict_id: str, choice: str, *, text: str | None = None) -> None:
        """Keep what a person chooses in a conflict; where another text must stand, it is a new correction.

        Args:
            conflict_id: Of what came down.
            choice: ``hq``, ``field`` or ``other``.
            text: What the line should read, of ``other``.

        Raises:
            NotFoundError: There is no such conflict that is open, or its line is gone.
        """
        row = self._connection.row(
            f"{_CONFLICTS} WHERE conflicts.id = ? AND resolved IS NULL", (conflict_id,)
        )
        if row is None:
            raise NotFoundError("There is no such open conflict.", which=conflict_id)
        conflict = _conflict(row)
        wanted = {"hq": conflict.hq_text, "field": conflict.field_text}.get(choice, text)
        with self._connection.together():
            if conflict.page_id is not None and wanted is not None and conflict.reason == "changed-here":
                self._write(conflict, wanted)
            with self._connection.transaction():
                self._connection.run(
                    "UPDATE conflicts SET resolved = ?, resolved_by = ?, resolved_at = ? WHERE id = ?",
                    (choice, self._author, timestamp(self._clock.now()), conflict_id),
                )
                self._record(
                    "conflict",
                    conflict_id,
                    "resolved",
                    {"choice": choice},
                    author=self._author,
                    document_id=conflict.document_id,
                )

    def _write(self, conflict: Conflict, wanted: str) -> None:
        assert conflict.page_id is not None
        stored = self._readings.required(conflict.page_id)
        if conflict.line not in stored.line_ids:
            raise NotFoundError("The line is no longer on the page.", which=conflict.document_name)
        if stored.reading.lines[stored.line_ids.index(conflict.line)].text != wanted:
            self._readings.correct_line(conflict.page_id, conflict.line, wanted, author=self._author)

    def offers(self) -> list[PackOffer]:
        """Return the packs that headquarters offers, the urgent ones first."""
        rows = self._connection.rows("SELECT * FROM pack_offers ORDER BY urgent DESC, at DESC")
        return [
            PackOffer(
                row["id"],
                row["name"],
                row["version"],
                json.loads(row["files"]),
                bool(row["urgent"]),
                row["state"],
                row["reason"],
            )
            for row in rows
        ]

    def pack_told(self, offer: PackOffer, state: str, reason: str = "") -> None:
        """Keep how far an offered pack is here, and let headquarters hear of it; once for each step.

        Args:
            offer: The offer.
            state: ``fetched``, ``installed`` or ``refused``.
            reason: Why it was refused, in English and without a word about any person.
        """
        with self._connection.transaction():
            changed = self._connection.run(
                "UPDATE pack_offers SET state = ?, reason = ? WHERE id = ? AND (state, reason) <> (?, ?)",
                (state, reason, offer.id, state, reason),
            )
            if changed:
                payload = {"name": offer.name, "version": offer.version}
                if reason:
                    payload["reason"] = reason
                self._record("pack", offer.id, state, payload, author=self._author)

    def settings(self) -> dict[str, Any]:
        """Return the settings that headquarters asks for and that were not taken over yet."""
        rows = self._connection.rows("SELECT name, value FROM hq_settings WHERE taken = 0 ORDER BY name")
        return {row["name"]: json.loads(row["value"]) for row in rows}

    def settings_told(self, taken: Mapping[str, Any], refused: Mapping[str, Any]) -> None:
        """Keep that settings were taken over, or refused for good; headquarters hears of each, once.

        Args:
            taken: Name -> the value that was asked for. Where another one was asked for meanwhile, that one
                still waits.
            refused: Likewise.
        """
        with self._connection.transaction():
            asked = self.settings()
            for kind, values in (("taken", taken), ("refused", refused)):
                for name, value in values.items():
                    if name in asked and asked[name] == value:
                        self._connection.run("UPDATE hq_settings SET taken = 1 WHERE name = ?", (name,))
                        self._record("settings", name, kind, {"value": value}, author=self._author)

    def crops(self) -> list[WantedCrop]:
        """Return the parts of page images that are to be cut."""
        rows = self._connection.rows(
            "SELECT wanted_files.number, wanted_files.id, quad, documents.id AS document_id,"
            " pages.id AS page_id, image_sha256 FROM wanted_files"
            " JOIN documents ON documents.number = wanted_files.document"
            " JOIN pages ON pages.number = wanted_files.page"
            " LEFT JOIN readings ON readings.number = pages.reading"
            " WHERE tier = 4 AND state = 'open' AND wanted_files.sha256 IS NULL ORDER BY wanted_files.number"
        )
        return [
            WantedCrop(
                row["number"],
                row["id"],
                row["document_id"],
                row["page_id"],
                json.loads(row["quad"]),
                row["image_sha256"],
            )
            for row in rows
        ]

    def crop_cut(self, crop: WantedCrop, sha256: str, byte_size: int) -> None:
        """Keep a part that was cut, and tell of it in the change log, so that headquarters takes it."""
        with self._connection.transaction():
            self._connection.run("UPDATE wanted_files SET sha256 = ? WHERE number = ?", (sha256, crop.number))
            self._record(
                "blob",
                crop.id,
                "cut",
                {"page": crop.page_id, "quad": crop.quad, "sha256": sha256, "byte_size": byte_size},
                author=self._author,
                document_id=crop.document_id,
            )

    def crop_impossible(self, crop: WantedCrop, reason: str) -> None:
        """Keep that a part cannot be cut, and tell headquarters why."""
        with self._connection.transaction():
            self._connection.run(
                "UPDATE wanted_files SET state = 'impossible' WHERE number = ?", (crop.number,)
            )
            self._record(
                "blob",
                crop.id,
                "not-applied",
                {"reason": reason},
                author=self._author,
                document_id=crop.document_id,
            )

    # Writing, within the transactions of arrivals

    def keep_conflict(
        self,
        arrival_id: str,
        document: int,
        page: int,
        reason: str,
        *,
        line: str,
        previous: str,
        hq_text: str,
        field_text: str | None,
        author: str,
        at: str,
    ) -> None:
        """Keep two versions of a line."""
        self._connection.run(
            "INSERT INTO conflicts (id, document, page, reason, line, previous, hq_text, field_text, author,"
            " at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (arrival_id, document, page, reason, line, previous, hq_text, field_text, author, at),
        )

    def review(self, document: int, state: str, reason: str, author: str, at: str) -> None:
        """Keep what headquarters says of a document, and let it stand here too: a return is to be checked."""
        self._connection.run(
            "INSERT INTO hq_reviews (document, state, reason, author, at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (document) DO UPDATE SET state = excluded.state, reason = excluded.reason,"
            " author = excluded.author, at = excluded.at",
            (document, state, reason, author, at),
        )
        document_id = self._connection.value("SELECT id FROM documents WHERE number = ?", (document,))
        review = Review(_IN_REVIEW[state], reason, author, timestamp(self._clock.now()))
        self._reviews.put(document, document_id, review, author=author)

    def comment(self, arrival_id: str, document: int, text: str, author: str, at: str) -> None:
        """Keep a remark."""
        self._connection.run(
            "INSERT INTO hq_comments (id, document, text, author, at) VALUES (?, ?, ?, ?, ?)",
            (arrival_id, document, text, author, at),
        )

    def set(self, name: str, value: Any, author: str, at: str) -> None:  # noqa: ANN401 - plain JSON values
        """Keep a setting that headquarters asks for."""
        self._connection.run(
            "INSERT INTO hq_settings (name, value, author, at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO"
            " UPDATE SET value = excluded.value, author = excluded.author, at = excluded.at, taken = 0",
            (name, json.dumps(value, ensure_ascii=False), author, at),
        )

    def offer(
        self, offer_id: str, name: str, version: str, files: list[Any], *, urgent: bool, at: str
    ) -> None:
        """Keep an offer of a pack."""
        self._connection.run(
            "INSERT INTO pack_offers (id, name, version, files, urgent, at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO NOTHING",
            (offer_id, name, version, json.dumps(files, ensure_ascii=False), urgent, at),
        )

    def withdraw(self, offer_id: str) -> None:
        """Keep that a pack is offered no longer; one that is installed stays."""
        self._connection.run(
            "UPDATE pack_offers SET state = 'withdrawn', reason = '' WHERE id = ? AND state <> 'installed'",
            (offer_id,),
        )

    def want_crop(self, arrival_id: str, document: int, page_id: str, quad: list[Any]) -> bool:
        """Keep a wish for a part of a page; return whether the document has that page."""
        page = self._connection.value(
            "SELECT number FROM pages WHERE id = ? AND document = ?", (page_id, document)
        )
        if page is not None:
            self._connection.run(
                "INSERT INTO wanted_files (id, document, page, tier, quad) VALUES (?, ?, ?, ?, ?)",
                (arrival_id, document, page, CROPS, json.dumps(quad)),
            )
        return page is not None

    def want_files(self, arrival_id: str, document: int, wanted: list[str]) -> bool:
        """Keep a wish for files of a document by their hashes; return whether it has any of them."""
        tiers = {row["sha256"]: row["tier"] for row in self._files_of(document) if row["sha256"] in wanted}
        self._want(arrival_id, document, tiers)
        return bool(tiers)

    def want_tier(self, arrival_id: str, document: int, tier: int) -> None:
        """Keep a wish for all files of a document up to a tier's urgency."""
        tiers = {row["sha256"]: row["tier"] for row in self._files_of(document) if row["tier"] == tier}
        self._want(arrival_id, document, tiers)

    def _want(self, arrival_id: str, document: int, tiers: dict[str, int]) -> None:
        self._connection.run_many(
            "INSERT INTO wanted_files (id, document, tier, sha256) VALUES (?, ?, ?, ?)",
            [(arrival_id, document, tier, sha256) for sha256, tier in tiers.items()],
        )
        # Headquarters knows best what it has: what it asks for is offered anew.
        self._connection.run_many("DELETE FROM sent_files WHERE sha256 = ?", [(each,) for each in tiers])

    def _files_of(self, document: int) -> list[Row]:
        return self._connection.rows(
            "SELECT sha256, :images AS tier FROM documents WHERE number = :document UNION"
            " SELECT image_sha256, :images FROM readings JOIN pages ON pages.number = page"
            " WHERE document = :document AND image_sha256 IS NOT NULL UNION"
            " SELECT thumbnail_sha256, :thumbnails FROM readings JOIN pages ON pages.number = page"
            " WHERE document = :document AND thumbnail_sha256 IS NOT NULL UNION"
            " SELECT json_extract(payload, '$.body_sha256'), :bodies FROM changes"
            " WHERE document_id = (SELECT id FROM documents WHERE number = :document)"
            " AND entity = 'reading' AND kind = 'added' AND payload IS NOT NULL",
            {"document": document, "images": IMAGES, "thumbnails": THUMBNAILS, "bodies": BODIES},
        )


_CONFLICTS = (
    "SELECT conflicts.*, documents.id AS document_id, documents.name AS document_name, pages.id AS page_id,"
    " pages.page_index FROM conflicts JOIN documents ON documents.number = conflicts.document"
    " LEFT JOIN pages ON pages.number = conflicts.page"
)


def _conflict(row: Row) -> Conflict:
    return Conflict(
        id=row["id"],
        document_id=row["document_id"],
        document_name=row["document_name"],
        page_id=row["page_id"],
        page_index=row["page_index"],
        reason=row["reason"],
        line=row["line"],
        previous=row["previous"],
        hq_text=row["hq_text"],
        field_text=row["field_text"],
        author=row["author"],
        at=row["at"],
        resolved=row["resolved"],
    )
