"""One window for each library of a person: who starts the program once more gets the window that is open.

Who is first is told by a lock of the system, which goes with its process, and never by something that a crash
leaves behind. The first one listens, by a socket or pipe of this computer that nobody else may use; the next
hands over the files that it was started with, and ends. Where the first does not answer, the next opens a
window of its own and says so: two windows are a nuisance, a file that nobody opened is a loss.

It must never know what is done with the files.
"""

import errno
import hashlib
import json
import logging
import os
import secrets
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import Enum
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import IO, Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.access.ticket import Post

LOG = logging.getLogger("sanduku.starts")
ANSWER_SECONDS = 5.0
"""So long the open window may take to answer: it may be busy showing a large page."""
PATIENCE_SECONDS = 10.0
"""So long a window that closes, or one that has only just begun, is waited for."""
AGAIN_SECONDS = 0.1
HERE, BUSY, TAKEN = b"here", b"busy", b"taken"
LARGEST = 1 << 20
"""Bytes of what is handed over: a command line is no longer."""
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable
"""By this a desktop allows a window to come to the front: it tells that a person has just asked for it."""
_FAR = 1 << 20
"""Byte of the file that is locked: behind its content, which others read."""
_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What the systems say of a lock that another process holds."""


class Standing(Enum):
    """What this start of the program is to do."""

    FIRST = "first"
    HANDED_OVER = "handed over"
    """The open window has taken the files: this process ends."""
    SECOND = "second"
    """There is a window that does not answer: this one opens too."""


class SoleWindow(QObject):
    """Finds the window that is open, or is found as the one."""

    asked = Signal(list)
    """Somebody started the program once more: come to the front, and open these paths."""

    def __init__(
        self,
        folder: Path,
        library: Path,
        parent: QObject | None = None,
        *,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        """Be ready; nothing is looked for yet.

        Args:
            folder: Of this person, where the lock lies.
            library: Which library the window shows.
            parent: Qt's owner.
            answer_seconds: How long the other side may take for each answer.
        """
        super().__init__(parent)
        meant = os.path.normcase(os.path.realpath(library))
        mark = hashlib.sha256(os.fsencode(meant)).hexdigest()[:24]
        self._path = folder / f"window-{mark}.lock"
        self._answer = answer_seconds
        self._held: IO[bytes] | None = None
        self._reception: _Reception | None = None

    def find(self, files: Sequence[Path], *, patience: float = PATIENCE_SECONDS) -> Standing:
        """Become the first, or hand files over to the one that is.

        Args:
            files: To be opened.
            patience: Seconds for which one that neither listens nor ends is waited for.
        """
        until = time.monotonic() + patience
        while True:
            if self._lock():
                return Standing.FIRST
            met = _Visit(self._path, files, self._answer).outcome()
            if met is not None:
                return met
            if time.monotonic() > until:
                LOG.warning("Another window holds this library's place and does not listen.")
                return Standing.SECOND
            time.sleep(AGAIN_SECONDS)

    def close(self) -> None:
        """Be found no longer: whoever starts now becomes the first."""
        if self._reception is not None:
            self._reception.close()
            self._reception = None
        if self._held is not None:
            self._held.close()
            self._held = None

    def _lock(self) -> bool:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Never emptied by being opened: another start may have written into it a moment ago.
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            held = os.fdopen(os.open(self._path, flags, 0o600), "r+b")
        except OSError as error:
            LOG.warning("The lock of the window cannot be written (%s).", type(error).__name__)
            return True  # where nothing can be written, there is nobody to be found either
        try:
            _lock_file(held)
        except OSError as error:
            held.close()
            if error.errno in _HELD:
                return False
            LOG.warning("Nothing can be locked where the window's lock lies (%s).", type(error).__name__)
            return True
        self._held = held
        held.truncate(0)
        self._listen(held)
        return True

    def _listen(self, held: IO[bytes]) -> None:
        key = secrets.token_bytes(32)
        try:
            listener = Listener(authkey=key)
            self._reception = _Reception(listener, self, self._answer)
            self._path.chmod(0o600)
            held.seek(0)
            held.write(json.dumps({"address": str(listener.address), "key": key.hex()}).encode())
            held.flush()
        except OSError as error:
            LOG.warning("Further starts will not find this window (%s).", type(error).__name__)


class _Line(Protocol):
    """A connection to another start: by a socket, or on Windows by a pipe."""

    def send_bytes(self, content: bytes, /) -> None: ...

    def recv_bytes(self, most: int, /) -> bytes: ...

    def poll(self, seconds: float, /) -> bool: ...


class _Reception:
    """Receives further starts of the program, in a thread of its own, for as long as the window is open."""

    def __init__(self, listener: Listener, window: SoleWindow, answer_seconds: float) -> None:
        self._listener, self._window, self._answer = listener, window, answer_seconds
        self._post = Post(window)
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._receive, name="further starts", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        with suppress(OSError, EOFError):
            Client(self._listener.address).close()  # so that it looks up
        self._thread.join(self._answer)
        self._listener.close()

    def _receive(self) -> None:
        while not self._closed.is_set():
            # What a broken or a foreign visitor does is nobody's fault here, and must not end the reception.
            with (
                suppress(OSError, EOFError, AuthenticationError, ValueError, KeyError, TypeError),
                self._listener.accept() as visitor,
            ):
                if not self._closed.is_set():
                    self._receive_one(visitor)

    def _receive_one(self, visitor: _Line) -> None:
        if not self._window_does(lambda: None):
            self._turn_away(visitor)
            return
        visitor.send_bytes(HERE)
        if not visitor.poll(self._answer):
            return
        told: dict[str, Any] = json.loads(visitor.recv_bytes(LARGEST))
        files, token = [Path(each) for each in told["files"]], str(told["token"])
        if self._window_does(lambda: self._ask(files, token)):
            visitor.send_bytes(TAKEN)
        else:
            self._turn_away(visitor)

    def _window_does(self, deed: Callable[[], object]) -> bool:
        """Have the window's own thread do something; return whether it did.

        What it did not get to in time it does not do later either; and one that closes gets to nothing more.
        """
        turn, done = threading.Lock(), threading.Event()

        def do() -> None:
            if turn.acquire(blocking=False):
                deed()
                done.set()

        self._post.send(do)
        until = time.monotonic() + self._answer
        while not self._closed.is_set() and time.monotonic() < until:
            if done.wait(AGAIN_SECONDS):
                return True
        # Whoever comes first has the turn; a deed that was begun comes to its end.
        return not turn.acquire(blocking=False) and done.wait(self._answer)

    def _turn_away(self, visitor: _Line) -> None:
        """Say that the window is busy; one that closes just hangs up, for its place is free in a moment."""
        if not self._closed.is_set():
            visitor.send_bytes(BUSY)

    def _ask(self, files: list[Path], token: str) -> None:
        if token:
            os.environ[TOKEN] = token  # Qt takes it from there when a window is activated
        self._window.asked.emit(files)


class _Visit:
    """One start of the program that visits the window that is open."""

    def __init__(self, path: Path, files: Sequence[Path], answer_seconds: float) -> None:
        self._path, self._files, self._answer = path, files, answer_seconds
        self._given_up = threading.Event()
        self._outcome: Standing | None = None

    def outcome(self) -> Standing | None:
        """Return what came of it; None where nobody listens."""
        # A process that is stopped does not even shake hands, for which there is no time limit.
        thread = threading.Thread(target=self._visit, name="visit", daemon=True)
        thread.start()
        thread.join(3 * self._answer)
        if thread.is_alive():
            self._given_up.set()
            LOG.warning("The open window does not answer at all.")
            return Standing.SECOND
        return self._outcome

    def _visit(self) -> None:
        try:
            told = json.loads(self._path.read_bytes())
            address, key = str(told["address"]), bytes.fromhex(told["key"])
            with Client(address, authkey=key) as door:
                self._outcome = self._talk(door)
        except (OSError, EOFError, AuthenticationError, ValueError, KeyError, TypeError):
            return  # it closes, or has only just begun, or its lock is all that there is

    def _talk(self, door: _Line) -> Standing:
        # It greets first: what it never reads, it must not open an hour later either.
        if not _heard(door, HERE, self._answer + 1) or self._given_up.is_set():
            LOG.warning("The open window does not answer.")
            return Standing.SECOND
        _let_come_to_front()
        told = {"files": [str(each) for each in self._files], "token": os.environ.get(TOKEN, "")}
        door.send_bytes(json.dumps(told).encode())
        if not _heard(door, TAKEN, self._answer + 1):
            LOG.warning("The open window took files, and does not say so.")
            return Standing.SECOND
        return Standing.HANDED_OVER


def _heard(door: _Line, word: bytes, seconds: float) -> bool:
    """Whether the open window says a word in time; raises EOFError or OSError where it hangs up."""
    return door.poll(seconds) and door.recv_bytes(LARGEST) == word


def _let_come_to_front() -> None:
    """Windows lets none but the process that a person has just started give the front away."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        with suppress(OSError):
            ctypes.windll.user32.AllowSetForegroundWindow(any_process)


def _lock_file(stream: IO[bytes]) -> None:
    """Lock a file; raises OSError if another process has it locked."""
    if sys.platform == "win32":
        import msvcrt

        stream.seek(_FAR)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
