"""Every use of the network, and the data that it took each day."""

from dataclasses import dataclass
from datetime import datetime

from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection


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
        outcome: ``begun``, ``done``, or the code of what went wrong.
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

    def __init__(self, connection: Connection, clock: Clock) -> None:
        """Work on an open library."""
        self._connection = connection
        self._clock = clock

    def begin(self, host: str, purpose: str, *, asked_by: str) -> int:
        """Keep, before a byte goes out, that the network is used; return the number of the row."""
        with self._connection.transaction():
            return self._connection.insert(
                "INSERT INTO connections (at, host, purpose, asked_by) VALUES (?, ?, ?, ?)",
                (timestamp(self._clock.now()), host, purpose, asked_by),
            )

    def add(self, number: int, *, sent: int, received: int, seconds: float) -> None:
        """Keep what one message and its answer took, also towards the data of this day."""
        with self._connection.transaction():
            self._connection.run(
                "UPDATE connections SET requests = requests + 1, bytes_sent = bytes_sent + ?,"
                " bytes_received = bytes_received + ?, seconds = seconds + ? WHERE number = ?",
                (sent, received, seconds, number),
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
                row["outcome"],
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

    def _today(self) -> str:
        return datetime.fromtimestamp(self._clock.now()).astimezone().date().isoformat()
