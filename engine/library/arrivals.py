"""What comes down from headquarters, applied: each entry once, in order, in one transaction with its place.

Headquarters' word about a line wins, and whatever the field had said instead is kept and shown as a
conflict. An entry that cannot be applied says so in the change log, so that headquarters learns of it. A
kind that is not known is kept for a later version. Nothing that comes down can stop what comes after it.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.canonical import GENESIS, canonical_json
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.corrections import PlacedLine, corrected
from engine.library.editing import Edit
from engine.library.hq_words import HqWords
from engine.library.readings import Readings
from engine.library.stored import StoredReading
from engine.library.team import Place
from engine.library.trash import Trash

HEADQUARTERS = "hq:"
"""Before the name of whoever did something at headquarters, as an author of this library."""
_CONSTRAINT = 19
"""SQLite's code for what a table does not take."""
log = logging.getLogger(__name__)
APPLIED, CONFLICT, NOT_APPLIED, KEPT = "applied", "conflict", "not-applied", "kept"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry that came down; see ``engine.sync.wire.down``."""

    seq: int
    id: str
    at: str
    author: str
    entity: str
    entity_id: str
    document_id: str | None
    kind: str
    payload: dict[str, Any] | None
    hash: str

    @property
    def name(self) -> str:
        """Entity and kind."""
        return f"{self.entity}/{self.kind}"

    @property
    def by(self) -> str:
        """Its author as an author of this library."""
        return self.author if self.author.startswith(HEADQUARTERS) else f"{HEADQUARTERS}{self.author}"


@dataclass(frozen=True, slots=True)
class StoredArrival:
    """An entry that came down, and what became of it.

    Attributes:
        arrival: As it came; its payload is None once its document was removed.
        outcome: ``applied``, ``conflict`` (applied, with two versions kept), ``not-applied`` or ``kept``.
        reason: Why it was not applied, as a stable name; empty otherwise.
        received_at: ISO 8601, UTC.
    """

    arrival: Arrival
    outcome: str
    reason: str
    received_at: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry, see :class:`StoredArrival`, and the files that may have become free."""

    name: str = APPLIED
    reason: str = ""
    free: frozenset[str] = frozenset()


class Unusable(Exception):  # noqa: N818 - it ends in a row of the table
    """The payload of a known kind does not have its form, or speaks of what is not there."""

    def __init__(self, reason: str) -> None:
        """Tell why, as a stable name."""
        super().__init__(reason)
        self.reason = reason


class Arrivals:
    """Applies what comes down."""

    def __init__(
        self,
        connection: Connection,
        *,
        readings: Readings,
        trash: Trash,
        words: HqWords,
        changes: Changes,
        clock: Clock,
    ) -> None:
        """Work on an open library."""
        self._connection = connection
        self._readings = readings
        self._trash = trash
        self._words = words
        self._changes = changes
        self._clock = clock
        self._appliers: dict[str, Callable[[Arrival], Outcome]] = {
            "correction/text": self._correct,
            "document/review": self._review,
            "document/erase": self._erase,
            "settings/set": self._set,
            "pack/offer": self._offer,
            "pack/withdraw": self._withdraw,
            "blob/want": self._want,
            "comment/added": self._comment,
        }

    def apply(self, arrival: Arrival) -> Outcome | None:
        """Apply an entry and keep that the log is applied up to it; None if it was applied before.

        Raises:
            DiskFullError: There is no room; nothing was done.
        """
        try:
            outcome = self._connection.finish(lambda: self._apply(arrival))
        except Exception as error:
            if not _is_misfit(error):
                raise
            # Undone as a whole. Without this it would come down again and again, and nothing after it.
            log.error("an entry from headquarters could not be applied: %s", type(error).__name__)
            outcome = self._connection.finish(lambda: self._apply(arrival, usable=False))
        if outcome is not None and outcome.free:
            # After the commit: were the computer to stop in between, files would be left over, not missing.
            self._trash.collect(outcome.free)
        return outcome

    def _apply(self, arrival: Arrival, *, usable: bool = True) -> Outcome | None:
        with self._connection.transaction():
            outcome = None
            if self._connection.value("SELECT 1 FROM arrivals WHERE id = ?", (arrival.id,)):
                self._connection.run(
                    "UPDATE arrivals SET seq = ?, hash = ?, in_force = 1 WHERE id = ?",
                    (arrival.seq, arrival.hash, arrival.id),
                )
            else:
                outcome = self._outcome(arrival) if usable else self._refused(arrival, "unusable-payload")
                self._put(arrival, outcome)
            self._connection.run("UPDATE team SET down_seq = ?, down_hash = ?", (arrival.seq, arrival.hash))
        return outcome

    def rewind(self, place: Place) -> None:
        """Go back to an earlier place, because headquarters has lost what came after it."""
        with self._connection.transaction():
            self._connection.run("UPDATE arrivals SET in_force = 0 WHERE seq > ?", (place.seq,))
            self._connection.run("UPDATE team SET down_seq = ?, down_hash = ?", (place.seq, place.hash))

    def place(self, seq: int) -> Place | None:
        """Return a place of what came down; None where this library has none."""
        if seq == 0:
            return Place(0, GENESIS)
        found = self._connection.value("SELECT hash FROM arrivals WHERE seq = ? AND in_force = 1", (seq,))
        return None if found is None else Place(seq, found)

    def latest(self, *, limit: int = 100, outcome: str | None = None) -> list[StoredArrival]:
        """Return what came down, the latest first; with ``outcome`` only what ended so."""
        rows = self._connection.rows(
            "SELECT * FROM arrivals WHERE :outcome IS NULL OR outcome = :outcome"
            " ORDER BY number DESC LIMIT :limit",
            {"outcome": outcome, "limit": limit},
        )
        return [_stored(row) for row in rows]

    def _outcome(self, arrival: Arrival) -> Outcome:
        apply = self._appliers.get(arrival.name)
        if apply is None:
            return Outcome(KEPT, "unknown-kind")
        if arrival.payload is None:
            return Outcome(KEPT, "erased")
        try:
            return apply(arrival)
        except Unusable as unusable:
            return self._refused(arrival, unusable.reason)

    def _refused(self, arrival: Arrival, reason: str) -> Outcome:
        self._tell_not_applied(arrival, reason)
        return Outcome(NOT_APPLIED, reason)

    def _put(self, arrival: Arrival, outcome: Outcome) -> None:
        self._connection.run(
            "INSERT INTO arrivals (id, seq, hash, at, author, entity, entity_id, document_id, kind, payload,"
            " outcome, reason, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                arrival.id,
                arrival.seq,
                arrival.hash,
                arrival.at,
                arrival.author,
                arrival.entity,
                arrival.entity_id,
                arrival.document_id,
                arrival.kind,
                None if arrival.payload is None else canonical_json(arrival.payload),
                outcome.name,
                outcome.reason,
                timestamp(self._clock.now()),
            ),
        )

    def _tell_not_applied(self, arrival: Arrival, reason: str) -> None:
        self._changes.record(
            arrival.entity,
            arrival.entity_id,
            "not-applied",
            {"reason": reason, "id": arrival.id},
            author=arrival.by,
            document_id=arrival.document_id,
        )

    # One for each kind; within a transaction.

    def _correct(self, arrival: Arrival) -> Outcome:
        payload = _Payload(arrival.payload)
        page_id, reading, line = payload.text("page"), payload.text("reading"), payload.text("line")
        previous, text = payload.text("previous"), payload.text("text")
        page = self._connection.row(
            "SELECT pages.number, pages.document, pages.reading, documents.id AS document_id FROM pages"
            " JOIN documents ON documents.number = pages.document WHERE pages.id = ?",
            (page_id,),
        )
        if page is None:
            raise Unusable("document-gone")
        stored = None if page["reading"] is None else self._readings.required(page_id)
        reason = _obstacle(stored, reading, line)
        if stored is None or reason:
            self._words.keep_conflict(
                arrival.id, page["document"], page["number"], reason, line=line, previous=previous,
                hq_text=text, field_text=None, author=arrival.by, at=arrival.at,
            )  # fmt: skip
            raise Unusable(reason)
        present = stored.reading.lines[stored.line_ids.index(line)]
        before = PlacedLine(line, present)
        after = PlacedLine(line, corrected(present, text))
        edit = Edit("text", targets=(line,), replacement=(after,), previous=(before,), id=arrival.entity_id)
        self._readings.correct_within(page_id, edit, author=arrival.by)
        if present.text in (previous, text):
            return Outcome()
        self._words.keep_conflict(
            arrival.id, page["document"], page["number"], "changed-here", line=line, previous=previous,
            hq_text=text, field_text=present.text, author=arrival.by, at=arrival.at,
        )  # fmt: skip
        return Outcome(CONFLICT, "changed-here")

    def _review(self, arrival: Arrival) -> Outcome:
        payload = _Payload(arrival.payload)
        state, reason = payload.text("state"), payload.text("reason", default="")
        if state not in ("approved", "returned", "problem", "none"):
            raise Unusable("unknown-state")
        self._words.review(self._document(arrival), state, reason, arrival.by, arrival.at)
        return Outcome()

    def _erase(self, arrival: Arrival) -> Outcome:
        request = _Payload(arrival.payload).text("request")
        if arrival.document_id is None:
            raise Unusable("no-document")
        free = self._trash.erase(arrival.document_id, request=request, author=arrival.by)
        return Outcome(free=free)

    def _set(self, arrival: Arrival) -> Outcome:
        for name, value in (arrival.payload or {}).items():
            if not isinstance(value, str | int | float | bool | list):
                raise Unusable("unusable-payload")
            self._words.set(name, value, arrival.by, arrival.at)
        return Outcome()

    def _offer(self, arrival: Arrival) -> Outcome:
        payload = _Payload(arrival.payload)
        files = payload.value("files", list)
        for file in files:
            each = _Payload(file)
            each.text("name"), each.text("sha256"), each.value("size", int)
        self._words.offer(
            arrival.entity_id,  # So headquarters calls the offer, and hears what became of it.
            payload.text("name"),
            str(payload.value("version", (str, int))),
            files,
            urgent=bool((arrival.payload or {}).get("urgent", False)),
            at=arrival.at,
        )
        return Outcome()

    def _withdraw(self, arrival: Arrival) -> Outcome:
        self._words.withdraw(arrival.entity_id)
        return Outcome()

    def _want(self, arrival: Arrival) -> Outcome:
        document, payload = self._document(arrival), arrival.payload or {}
        if "crop" in payload:
            crop = _Payload(payload["crop"])
            quad = crop.value("quad", list)
            if not _is_quad(quad) or not self._words.want_crop(arrival.id, document, crop.text("page"), quad):
                raise Unusable("unusable-payload")
        elif "sha256s" in payload:
            wanted = [each for each in _Payload(payload).value("sha256s", list) if isinstance(each, str)]
            if not self._words.want_files(arrival.id, document, wanted):
                raise Unusable("no-such-file")
        else:
            self._words.want_tier(arrival.id, document, _Payload(payload).value("tier", int))
        return Outcome()

    def _comment(self, arrival: Arrival) -> Outcome:
        text = _Payload(arrival.payload).text("text")
        self._words.comment(arrival.id, self._document(arrival), text, arrival.by, arrival.at)
        return Outcome()

    def _document(self, arrival: Arrival) -> int:
        """Return the number of the document that an entry is about."""
        named = arrival.document_id or _Payload(arrival.payload).text("document")
        number = self._connection.value("SELECT number FROM documents WHERE id = ?", (named,))
        if number is None:
            raise Unusable("document-gone")
        return int(number)


class _Payload:
    """The values of a payload, asked for by name and type."""

    def __init__(self, value: Any) -> None:  # noqa: ANN401 - plain JSON values
        if not isinstance(value, dict):
            raise Unusable("unusable-payload")
        self._value = value

    def value(self, name: str, kind: Any) -> Any:  # noqa: ANN401
        found = self._value.get(name)
        if not isinstance(found, kind) or isinstance(found, bool):
            raise Unusable("unusable-payload")
        return found

    def text(self, name: str, *, default: str | None = None) -> str:
        if default is not None and self._value.get(name) is None:
            return default
        return str(self.value(name, str))


def _obstacle(stored: StoredReading | None, reading: str, line: str) -> str:
    """Return why a correction cannot be applied, empty if it can; ids of lines count in one reading alone."""
    if stored is None or stored.id != reading:
        return "read-anew"
    return "" if line in stored.line_ids else "line-gone"


def _is_misfit(error: Exception) -> bool:
    """Return whether an entry stumbled over what it says itself, and not over a disk or another program."""
    if isinstance(error, (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)):
        return True
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == _CONSTRAINT


def _is_quad(points: list[Any]) -> bool:
    return len(points) == 4 and all(
        isinstance(point, list)
        and len(point) == 2
        and all(isinstance(each, int | float) and not isinstance(each, bool) for each in point)
        for point in points
    )


def _stored(row: Row) -> StoredArrival:
    arrival = Arrival(
        seq=row["seq"],
        id=row["id"],
        at=row["at"],
        author=row["author"],
        entity=row["entity"],
        entity_id=row["entity_id"],
        document_id=row["document_id"],
        kind=row["kind"],
        payload=None if row["payload"] is None else json.loads(row["payload"]),
        hash=row["hash"],
    )
    return StoredArrival(arrival, row["outcome"], row["reason"], row["received_at"])
