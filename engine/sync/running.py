"""Sends work from beginning to end: opens the door, runs a session, and keeps house afterwards."""

import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from engine.errors import CancelledError, SandukuError
from engine.library import Clock, Library, SystemClock
from engine.library.clock import timestamp
from engine.library.team import Team
from engine.library.turn import AtWork
from engine.settings import Settings
from engine.sync.errors import (
    NetworkForbiddenError,
    RefusedError,
    SendingAlreadyError,
    UnreachableError,
)
from engine.sync.joining import enrol
from engine.sync.network import Network
from engine.sync.postman import Postman, Refused
from engine.sync.session import Session
from engine.sync.standing import Outcomes, Standing, Wishes
from engine.sync.tiers import TIERS_OF
from engine.sync.transport import LinkError, Transport

_MEGABYTE = 1_000_000
_LOOK_SECONDS = 0.5
"""Between two looks whether another program has ended."""


class Stop:
    """Ends what runs, from another thread, within a second."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._asked = threading.Event()
        self._transport: Transport | None = None

    @property
    def asked(self) -> bool:
        """Whether somebody wants it to end."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Let it end."""
        self._asked.set()
        if self._transport is not None:
            self._transport.abort()

    def watch(self, transport: Transport) -> None:
        """Have what is under way fail at once when somebody asks."""
        self._transport = transport

    def sleep(self, seconds: float) -> None:
        """Wait, or less once somebody asks."""
        self._asked.wait(seconds)


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What came of it.

    Attributes:
        outcomes: What the session did.
        sent: Bytes that went out.
        received: Bytes that came in.
        released_bytes: That left for the quarantine afterwards.
    """

    outcomes: Outcomes
    sent: int
    received: int
    released_bytes: int = 0


def synchronise(
    library: Library,
    settings: Settings,
    *,
    asked_by: str = "person",
    files: str | None = None,
    told: Callable[[Standing], None] = lambda _standing: None,
    stop: Stop | None = None,
    device_name: str = "",
    wait: bool = False,
    patience: float | None = None,
) -> SyncReport:
    """Exchange everything with headquarters, through whatever the link does.

    One program at a time does so for a library: two would send everything twice.

    Args:
        library: Open, and of a team.
        settings: Of the person.
        asked_by: ``person`` or ``program``.
        files: What to send, as the setting ``network.files``; None takes that.
        told: Called with how far it is.
        stop: Ends it.
        device_name: What people call this laptop, where it has not joined yet.
        wait: Whether to wait while another program sends; else that is an error.
        patience: Seconds without any answer after which it gives up, 0 to try once; None takes the setting
            ``network.patience_minutes``.

    Raises:
        SendingAlreadyError: Another program sends the work of this library just now.
        SyncError: It could not be done, or not to its end; what arrived counts.
        CancelledError: Somebody ended it.
        NotFoundError: The library belongs to no team.
    """
    stop = stop or Stop()
    Network(settings.network).refuse_unless_allowed(asked_by)
    with _turn(library, asked_by=asked_by, stop=stop, wait=wait):
        wishes = Wishes(
            tiers=TIERS_OF[files or settings.network.files],
            doubt_threshold=settings.reading.doubt_threshold,
            patience=settings.network.patience_minutes * 60.0 if patience is None else patience,
        )
        outcomes, sent, received = _exchange(library, settings, wishes, asked_by, told, stop, device_name)
        return SyncReport(outcomes, sent, received, _keep_house(library, settings))


@contextmanager
def _turn(library: Library, *, asked_by: str, stop: Stop, wait: bool) -> Iterator[None]:
    """Be the one program that sends; the system takes the turn from whoever is killed."""
    turn = library.exchange.turn
    while (held := turn.take(asked_by=asked_by, process=os.getpid())) is None:
        if not wait:
            raise _sends_already(library, turn.at_work())
        if stop.asked:
            raise CancelledError("Waiting was stopped; nothing was sent by this program.")
        stop.sleep(_LOOK_SECONDS)
    try:
        yield
    finally:
        held.let_go()


def _sends_already(library: Library, who: AtWork) -> SendingAlreadyError:
    since = "" if who.since is None else f" since {who.since:%H:%M}"
    process = f" (process {who.process})" if who.process else ""
    by_itself = ", by itself" if who.asked_by == "program" else ""
    return SendingAlreadyError(
        f"Another Sanduku sends the work of this library{since}{by_itself}{process}.",
        which=library.folder,
        remedy="Let it finish. 'sanduku sync run --wait' waits for it and then sends what is left.",
    )


def _exchange(
    library: Library,
    settings: Settings,
    wishes: Wishes,
    asked_by: str,
    told: Callable[[Standing], None],
    stop: Stop,
    device_name: str,
) -> tuple[Outcomes, int, int]:
    """Run one session; return what it did, and the bytes that went out and came in."""
    team = library.exchange.team.required()
    library.jobs.tell_what_was_not_told()
    door = Network(settings.network)
    with door.open(team.about.urls, tls_pin=team.about.tls_pin, asked_by=asked_by) as transport:
        stop.watch(transport)
        postman = new_postman(library, transport, settings, purpose="sync", asked_by=asked_by)
        outcome = "stopped"
        try:
            if team.device is None:
                enrol_through(library, postman, device_name=device_name)
            session = Session(
                library,
                postman,
                wishes,
                monotonic=time.monotonic,
                sleep=stop.sleep,
                chance=random.random,
                told=told,
                cancelled=lambda: stop.asked,
            )
            outcomes = session.run()
            outcome = "done"
        except SandukuError as error:
            outcome = error.code
            raise
        finally:
            postman.end(outcome)
    return outcomes, postman.sent, postman.received


def join_team(library: Library, settings: Settings, *, device_name: str, before: Team | None = None) -> None:
    """Tell headquarters of a library that has begun to join; raises as :func:`synchronise` does.

    Args:
        library: The library.
        settings: Of the person.
        device_name: What people call this laptop.
        before: The team as the library had it before this invitation: where headquarters refuses that, or the
            network must not be used, the library belongs to it as before.
    """
    try:
        with connected(library, settings, purpose="join") as postman:
            enrol_through(library, postman, device_name=device_name)
    except (RefusedError, NetworkForbiddenError):
        if before is not None and before.device is not None:
            library.exchange.team.go_back_to(before)
        raise


@contextmanager
def connected(
    library: Library, settings: Settings, *, purpose: str, asked_by: str = "person"
) -> Iterator[Postman]:
    """Give what carries messages, and keep in the log how it ended.

    Raises:
        NetworkForbiddenError: The settings do not allow it.
        UnreachableError: The link broke again and again.
        RefusedError: Headquarters refused.
    """
    team = library.exchange.team.required()
    door = Network(settings.network)
    with door.open(team.about.urls, tls_pin=team.about.tls_pin, asked_by=asked_by) as transport:
        postman = new_postman(library, transport, settings, purpose=purpose, asked_by=asked_by)
        outcome = "stopped"
        try:
            try:
                yield postman
            except Refused as refused:
                raise refused.as_error(postman.host) from refused
            except LinkError as error:
                raise UnreachableError(
                    "Headquarters did not answer.",
                    which=postman.host,
                    remedy="Check the connection, and try again; what came so far is kept.",
                ) from error
            outcome = "done"
        except SandukuError as error:
            outcome = error.code
            raise
        finally:
            postman.end(outcome)


def enrol_through(library: Library, postman: Postman, *, device_name: str) -> None:
    """Enrol, and tell what is wrong as an error that a person understands."""
    try:
        enrol(library, postman, device_name=device_name or "laptop")
    except Refused as refused:
        raise refused.as_error(postman.host) from refused
    except LinkError as error:
        raise UnreachableError(
            "Headquarters did not answer.",
            which=postman.host,
            remedy="Check the connection, and try again: the invitation is still good.",
        ) from error


def new_postman(
    library: Library, transport: Transport, settings: Settings, *, purpose: str, asked_by: str
) -> Postman:
    """Return what carries messages within the data of the day."""
    most = settings.network.daily_megabytes
    return Postman(
        library,
        transport,
        purpose=purpose,
        asked_by=asked_by,
        daily_bytes=most * _MEGABYTE if most else None,
    )


def is_due(library: Library, settings: Settings, *, clock: Clock | None = None) -> bool:
    """Return whether work is to be sent by itself now.

    A chosen network is told by a computer that answers there: which wireless network it is cannot be found
    out on every system, and its name can be forged.

    Args:
        library: Open.
        settings: Of the person.
        clock: Tells the time; the computer's own by default.
    """
    network = settings.network
    if network.use != "automatic" or library.exchange.team.get() is None:
        return False
    last = library.exchange.network_log.last_done()
    now = (clock or SystemClock()).now()
    # A last time that lies ahead was told by a clock that was wrong then, or is now.
    if last is not None and timestamp(now - network.every_minutes * 60.0) < last <= timestamp(now):
        return False
    address = network.only_with.strip()
    if not address:
        return True
    log = library.exchange.network_log
    number = log.begin(address, "look", asked_by="program")
    answers = Network(network).answers(address, asked_by="program")
    log.end(number, "done" if answers else "network.unreachable")
    return answers


def _keep_house(library: Library, settings: Settings) -> int:
    """Let files go that the settings want to go, and those of the quarantine whose days are over."""
    receipts, network = library.exchange.receipts, settings.network
    receipts.tidy(days=network.quarantine_days)
    if not network.release_after_days:
        return 0
    return receipts.release(receipts.releasable(days=network.release_after_days))
