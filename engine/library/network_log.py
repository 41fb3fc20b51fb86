"""Every use of the network, and the data that it took each day.

While the network is used, a file is held (see ``held``); so a use whose process was killed is known as that,
and the next one notes it as interrupted.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.errors import LibraryError
from engine.library.held import Held

BEGUN, INTERRUPTED = "begun", "interrupted"
"""Outcomes of what is under way, and of what was killed on its way."""


@dataclass(frozen=True, slots=True)
class LoggedConnection:
    """One use of the network.

    Attributes:
        at: When it began; ISO 8601, UTC.
        host: With whom, with the port.
        purpose: What for: ``join``, ``sync`` or ``fetch``.
        asked_by: ``person``, or ``program`` where it began by itself.
        requests: How many messages went out.
        bytes_sent: With headers; what encryption and the network itself add is not in it.
        bytes_received: As above.
        seconds: How long it took.
        outcome: ``begun`` while it is under way, ``interrupted`` where the program was killed or the power
            went, ``done``, or the code of what went wrong.
    """

    at: str
    host: str
    purpose: str
    asked_by: str
    requests: int
    bytes_sent: int
    bytes_received: int
    seconds: float
    outcome: str


class NetworkLog:
    """Keeps what went over the network."""

    def __init__(self, connection: Connection, clock: Clock, running: Path) -> None:
        """Work on an open library; ``running`` is the folder for files that are held meanwhile."""
        self._connection = connection
        self._clock = clock
        self._running = running
        self._held: dict[int, Held] = {}

    def begin(self, host: str, purpose: str, *, asked_by: str) -> int:
        """Keep, before a byte goes out, that the network is used; return the number of the row.

        What a killed program left open is closed as interrupted.
        """
        with self._connection.transaction():
            self._close_what_was_left()
            number = self._connection.insert(
                "INSERT INTO connections (at, host, purpose, asked_by) VALUES (?, ?, ?, ?)",
                (timestamp(self._clock.now()), host, purpose, asked_by),
            )
            held = Held.take(self._place(number))  # Before others can see the row.
            if held is not None:
                self._held[number] = held
        return number

    def add(self, number: int, *, sent: int, received: int, seconds: float, requests: int = 1) -> None:
        """Keep what one message and its answer took, also towards the data of this day.

        Args:
            number: Of the row.
            sent: Bytes that went out and were not told of before.
            received: Bytes that came in, likewise.
            seconds: How long that took.
            requests: 0 for a part of a message that is still under way.
        """
        with self._connection.transaction():
            self._connection.run(
                "UPDATE connections SET requests = requests + ?, bytes_sent = bytes_sent + ?,"
                " bytes_received = bytes_received + ?, seconds = seconds + ? WHERE number = ?",
                (requests, sent, received, seconds, number),
            )
            self._connection.run(
                "INSERT INTO data_used (day, bytes) VALUES (?, ?)"
                " ON CONFLICT (day) DO UPDATE SET bytes = bytes + excluded.bytes",
                (self._today(), sent + received),
            )

    def end(self, number: int, outcome: str) -> None:
        """Keep how it ended."""
        with self._connection.transaction():
            self._connection.run("UPDATE connections SET outcome = ? WHERE number = ?", (outcome, number))
        self._let_go(number)

    def close(self) -> None:
        """Hold nothing any more; what was not ended counts as interrupted from here on."""
        for number in list(self._held):
            self._let_go(number)

    def used_today(self) -> int:
        """Return the bytes that went over the network on this day, as this computer's clock has it."""
        return int(self._connection.value("SELECT bytes FROM data_used WHERE day = ?", (self._today(),)) or 0)

    def latest(self, *, limit: int = 100) -> list[LoggedConnection]:
        """Return the uses of the network, the latest first."""
        rows = self._connection.rows("SELECT * FROM connections ORDER BY number DESC LIMIT ?", (limit,))
        return [
            LoggedConnection(
                row["at"],
                row["host"],
                row["purpose"],
                row["asked_by"],
                row["requests"],
                row["bytes_sent"],
                row["bytes_received"],
                row["seconds"],
                INTERRUPTED if row["outcome"] == BEGUN and not self._is_under_way(row) else row["outcome"],
            )
            for row in rows
        ]

    def last_done(self) -> str | None:
        """Return when a session with headquarters came to its end last; None for never."""
        found = self._connection.value(
            "SELECT at FROM connections WHERE purpose = 'sync' AND outcome = 'done'"
            " ORDER BY number DESC LIMIT 1"  # not the greatest: the clock may have been years ahead
        )
        return None if found is None else str(found)

    def _close_what_was_left(self) -> None:
        for row in self._connection.rows("SELECT number FROM connections WHERE outcome = ?", (BEGUN,)):
            if not self._is_under_way(row):
                self._connection.run(
                    "UPDATE connections SET outcome = ? WHERE number = ?", (INTERRUPTED, row["number"])
                )

    def _is_under_way(self, row: Row) -> bool:
        """Return whether the process that began a use of the network still is at it."""
        number = row["number"]
        if number in self._held:
            return True
        if not self._place(number).exists():
            return False
        try:
            held = Held.take(self._place(number))
        except LibraryError:  # Nothing can be written there, and so nobody is at it.
            return False
        if held is None:
            return True
        held.let_go(remove=True)
        return False

    def _let_go(self, number: int) -> None:
        held = self._held.pop(number, None)
        if held is not None:
            held.let_go(remove=True)

    def _place(self, number: int) -> Path:
        return self._running / f"network-{number}"

    def _today(self) -> str:
        return datetime.fromtimestamp(self._clock.now()).astimezone().date().isoformat()
