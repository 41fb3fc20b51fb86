"""Where the window's sending is kept in step: how things stand, what is being done, what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.access import LibraryAccess, LibraryDoor, SettingsKeeper
from desktop.access.library_thread import LibraryThread, Task
from desktop.access.ticket import Post, Ticket
from desktop.sending.behind import BehindTheLock
from desktop.sending.process import SyncProcess
from desktop.sending.standing import Standing, look
from engine.errors import SandukuError
from engine.library import Library
from engine.settings import Settings, declarations
from engine.sync.wished_settings import Asked, wished

CALM_MILLISECONDS = 700
"""After a change of the library: how things stand is looked up once for many changes."""
BY_ITSELF_MILLISECONDS = 60_000
AFTER_A_TRY = timedelta(minutes=5)
"""Nothing is sent by itself sooner after a try, whatever came of it."""


class Kind(StrEnum):
    """What the pill in the bar says."""

    NONE = "none"
    """The library belongs to no team."""
    READY = "ready"
    OFFLINE = "offline"
    """The network is switched off."""
    SENDING = "sending"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Pill:
    """What the pill says.

    Attributes:
        kind: In a word.
        documents: How many wait.
        seconds_left: While something is sent, and where it is known.
    """

    kind: Kind = Kind.NONE
    documents: int = 0
    seconds_left: float | None = None


class SendingDesk(QObject):
    """Sends, joins, and goes by stick; one thing at a time. Belongs to the window's thread."""

    changed = Signal()
    """:attr:`standing`, :attr:`doing` or :attr:`error` is not as it was."""

    progressed = Signal()
    """:attr:`progress` is not as it was."""

    sent = Signal(dict)
    """A session came to its end; what it did, as ``engine.sync.program`` tells it."""

    wished = Signal(int)
    """So many settings of headquarters hold now."""

    failed = Signal(object)
    """A :class:`SandukuError` that came of a session."""

    ended_behind = Signal(str, object)
    """Verb and result, or :class:`SandukuError`, of what came to its end without the one who asked for it."""

    def __init__(
        self, door: LibraryDoor, access: LibraryAccess, keeper: SettingsKeeper, parent: QObject | None = None
    ) -> None:
        """Look how things stand.

        Args:
            door: The open library.
            access: Tells when it was changed.
            keeper: The settings in force.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.standing = Standing()
        self.known = False
        self.doing = ""
        self.progress: dict[str, Any] = {}
        self.error: SandukuError | None = None
        self.keeper = keeper
        self._access = access
        self._post = Post(self)
        # A thread of its own: what waits is added up over all files, and nobody else should wait for that.
        self._thread = LibraryThread("sending", door, self._post, failed=access.failed.emit)
        self._process = SyncProcess(door, self)
        self._process.progressed.connect(self._take_progress)
        self.by = "person"
        """Who asked for what is being done, or was done last: ``person`` or ``program``."""
        self._quietly = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MILLISECONDS)
        self._calm.timeout.connect(self.refresh)
        self._by_itself = QTimer(self, interval=BY_ITSELF_MILLISECONDS)
        self._by_itself.timeout.connect(self.send_if_due)
        self._by_itself.start()
        self._tried: datetime | None = None
        access.changed.connect(lambda _change: None if self._calm.isActive() else self._calm.start())
        keeper.changed.connect(lambda name: self.changed.emit() if name.startswith("network.") else None)
        self.refresh()

    # How things stand

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._process.busy

    @property
    def stopping(self) -> bool:
        """Whether what is being done is about to stop."""
        return self._process.stopping

    @property
    def about(self) -> str:
        """What it is being done with, such as the id of an offered pack; empty for nothing of the kind."""
        return self._process.about if self.busy else ""

    @property
    def allowed(self) -> bool:
        """Whether the network may be used at all."""
        return self.keeper.settings.network.use != "never"

    @property
    def pill(self) -> Pill:
        """What the pill in the bar says."""
        waiting = self.standing.documents
        if self.standing.team is None:
            return Pill()
        if self.doing == "run":
            return Pill(Kind.SENDING, waiting, self.progress.get("seconds_left"))
        if not self.allowed:
            return Pill(Kind.OFFLINE, waiting)
        return Pill(Kind.READY if self.error is None else Kind.FAILED, waiting)

    def refresh(self) -> None:
        """Look how things stand; :attr:`changed` follows."""
        self.ask(look, self._take_standing, replaces="standing")

    def ask(
        self,
        work: Callable[[Library], Any],
        done: Callable[[Any], object],
        *,
        replaces: str,
        owner: QObject | None = None,
    ) -> None:
        """Have something looked up that may take long; see :meth:`LibraryAccess.ask`."""
        ticket = Ticket(done, self.failed.emit, owner)
        self._thread.put(Task(work, ticket, replaces=replaces, must=False))

    # Doing

    def send(self) -> None:
        """Send and take over the network, because a person asked for it."""
        if self.standing.team is not None and self.allowed:
            self._begin_session("person")

    def send_if_due(self) -> None:
        """Send by itself, where the settings want that and it is time to."""
        network, now = self.keeper.settings.network, datetime.now(UTC)
        if network.use != "automatic" or self.standing.team is None or self.busy:
            return
        last = self.standing.last_done
        if last and datetime.fromisoformat(last) > now - timedelta(minutes=network.every_minutes):
            return
        if self._tried is None or now - self._tried > AFTER_A_TRY:
            self._begin_session("program")

    def stop(self) -> None:
        """Stop within a second."""
        self._process.stop()
        self.changed.emit()

    def start(
        self,
        verb: str,
        done: Callable[[dict[str, Any]], object],
        failed: Callable[[SandukuError], object],
        *,
        module: str = "engine.sync",
        quietly: bool = False,
        **more: object,
    ) -> bool:
        """Do something else than sending, such as ``join`` or ``export``; see :class:`SyncProcess`.

        Args:
            verb: What.
            done: Called with the result.
            failed: Called with the error.
            module: The program that knows the verb.
            quietly: Whether nobody asked for it, so that it holds no window open.
            more: What the verb needs, ``by`` whom it is asked for among it.
        """
        begun = self._process.start(
            verb,
            self.keeper.settings,
            lambda result: self._ended(done, result),
            lambda error: self._ended(failed, error),
            module=module,
            **more,
        )
        if begun:
            self.doing, self.progress = verb, {}
            self.by, self._quietly = str(more.get("by", "person")), quietly
            self.changed.emit()
        return begun

    @property
    def holds(self) -> str:
        """What a person would not like to be ended: the verb of what they asked for; else empty."""
        return self.doing if self.busy and self.by == "person" and not self._quietly else ""

    def close(self, behind: BehindTheLock | None = None, *, goes_on: bool = False) -> None:
        """Let go of the library, and stop what is being done.

        Args:
            behind: Takes what is being done, as the library is only locked; None to wait for its end.
            goes_on: Whether it goes on there.
        """
        self._by_itself.stop()
        self._calm.stop()
        if behind is not None and self._process.busy:
            self._process.progressed.disconnect(self._take_progress)
            behind.take(self._process, by=self.by, goes_on=goes_on)
        else:
            self._process.close()
        self._thread.close()

    def go_on(self, behind: BehindTheLock) -> None:
        """Take back what was under way when the library was locked, or begin anew what the lock stopped."""
        held = behind.give()
        if held is None:
            return
        self._process.deleteLater()
        process = self._process = held.process
        process.setParent(self)
        process.progressed.connect(self._take_progress)
        verb, self.by = process.verb, held.by
        if process.busy:
            self.doing, self.progress = verb, {}
            self.changed.emit()
        done, failed = self._session_done, self._session_failed
        if verb != "run":
            done, failed = (lambda what: self.ended_behind.emit(verb, what),) * 2
        if held.stopped:
            failed = self._begin_anew if verb == "run" else failed
        process.go_on_for(lambda what: self._ended(done, what), lambda error: self._ended(failed, error))

    def _begin_anew(self, error: SandukuError) -> None:
        if error.code != "cancelled":
            self._session_failed(error)
        elif self.by == "person":
            self.ended_behind.emit("run", error)
            self._begin_session("person")

    def _ended(self, tell: Callable[[Any], object], what: object) -> None:
        self.doing, self.progress = "", {}
        self.refresh()
        tell(what)
        self.changed.emit()

    def _begin_session(self, by: str) -> None:
        self._tried = datetime.now(UTC)
        if not self.busy:
            self.error = None
        self.start("run", self._session_done, self._session_failed, by=by)

    def _session_done(self, result: dict[str, Any]) -> None:
        self.error = None
        if result["due"]:
            self.sent.emit(result)
            self._ask_for_wishes()

    def _session_failed(self, error: SandukuError) -> None:
        self.error = None if error.code == "cancelled" else error
        self.failed.emit(error)

    def _ask_for_wishes(self) -> None:
        """Take over settings that headquarters asks for: how pages are read, and nothing else."""
        settings = self.keeper.settings
        self._access.ask(lambda library: wished(library, settings), self._take_wishes, owner=self)

    def _take_wishes(self, found: tuple[Settings, Asked, Asked]) -> None:
        after, taken, refused = found
        values = {each.name: each.value for each in declarations(after)}
        for name in taken:
            value = values[name]
            self.keeper.set(name, ",".join(value) if isinstance(value, tuple) else str(value))
        if taken or refused:
            self._access.do(lambda library: library.exchange.words.settings_told(taken, refused))
        if taken:
            self.wished.emit(len(taken))

    def _take_progress(self, progress: dict[str, Any]) -> None:
        self.progress = progress
        self.progressed.emit()

    def _take_standing(self, standing: Standing) -> None:
        self.standing, self.known = standing, True
        self.changed.emit()
