"""The library's side of sync, in one place: the team, what to send, what came down, what was signed."""

from pathlib import Path

from engine.library.arrivals import Arrivals
from engine.library.changes import Changes
from engine.library.clock import Clock
from engine.library.connection import Connection
from engine.library.files import Files
from engine.library.hq_words import HqWords
from engine.library.network_log import NetworkLog
from engine.library.outbox import Outbox
from engine.library.readings import Readings
from engine.library.receipts import Receipts
from engine.library.reviews import Reviews
from engine.library.team import Teams
from engine.library.trash import Trash
from engine.library.turn import Turn
from engine.library.way import Way


class Exchange:
    """The parts of a library that sync stands on.

    Attributes:
        team: The team, and how far both sides are.
        outbox: What headquarters does not have yet.
        arrivals: What came down.
        words: What headquarters says of documents, asks for and offers.
        reviews: What is said of documents, there and here.
        receipts: What headquarters signed to have, and the files that left the library.
        network_log: Every use of the network.
        turn: Lets one program at a time send.
        way: What was found of the way to headquarters of late.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        files: Files,
        readings: Readings,
        reviews: Reviews,
        trash: Trash,
        changes: Changes,
        clock: Clock,
        author: str,
        running: Path,
    ) -> None:
        """Work on an open library.

        Args:
            connection: To its database.
            files: Its files.
            readings: Its readings.
            reviews: What is said of its documents.
            trash: Its trash.
            changes: Its change log.
            clock: Tells the time.
            author: Who uses it.
            running: The folder for files that are held while something runs.
        """
        self.team = Teams(connection, changes, clock, author=author)
        self.outbox = Outbox(connection, files, changes, clock)
        self.words = HqWords(
            connection,
            readings=readings,
            reviews=reviews,
            clock=clock,
            author=author,
            record=changes.record,
        )
        self.arrivals = Arrivals(
            connection, readings=readings, trash=trash, words=self.words, changes=changes, clock=clock
        )
        self.reviews = reviews
        self.receipts = Receipts(connection, files, clock)
        self.network_log = NetworkLog(connection, clock, running)
        self.turn = Turn(running / "sending", clock)
        self.way = Way(running / "way.json", clock)

    def leave_team(self) -> None:
        """Leave the team; what lies in the quarantine comes back first.

        The receipt that it was put there for is that of a headquarters which this library will not ask again.
        """
        self.receipts.bring_all_back()
        self.team.leave()
