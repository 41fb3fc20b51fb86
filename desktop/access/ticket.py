"""A piece of work that was asked for, and how its outcome finds the way back into the window's thread."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from engine.errors import SandukuError

Done = Callable[[Any], object]
Failed = Callable[[SandukuError], object]


class Ticket:
    """Stands for one piece of work; whoever asked may drop it.

    Attributes:
        cancelled: Whether nobody waits for the outcome any more.
    """

    __slots__ = ("_owner", "cancelled", "done", "failed")

    def __init__(self, done: Done | None, failed: Failed | None, owner: QObject | None) -> None:
        """Remember whom to tell.

        Args:
            done: Called with the outcome.
            failed: Called with the error.
            owner: When it is gone, nobody is told; by default the object whose method ``done`` is.
        """
        self.done = done
        self.failed = failed
        self.cancelled = False
        held = owner if owner is not None else getattr(done or failed, "__self__", None)
        self._owner = held if isinstance(held, QObject) else None

    def cancel(self) -> None:
        """Drop it: work that has not begun is not done, and nobody is told."""
        self.cancelled = True

    @property
    def wanted(self) -> bool:
        """Whether somebody is still there to be told."""
        return not self.cancelled and (self._owner is None or isValid(self._owner))


class _Gate:
    """Says whether a post still takes anything; outlives it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.is_open = True

    def close(self, _object: object = None) -> None:
        """Wait for whoever is within, and let nobody in any more."""
        with self.lock:
            self.is_open = False


class Post(QObject):
    """Carries calls from any thread into the thread that it was made in, in order."""

    _sent = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Deliver in this thread."""
        super().__init__(parent)
        self._sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        # Not a method of this object, of which nothing is left when it is called.
        gate = self._gate = _Gate()
        self.destroyed.connect(gate.close)
        if parent is not None:
            # By the time that this object tells of its own end, it is one of Qt's plain ones already, whose
            # signal somebody within the gate would not find. The end of its parent is told before.
            parent.destroyed.connect(gate.close)

    def send(self, call: Callable[[], object]) -> None:
        """Have a function called in the window's thread; does nothing once the post is closed."""
        # Qt frees this object in the window's thread, and waits at the gate until the call is on its way.
        with self._gate.lock:
            if self._gate.is_open:
                # It may be half gone before it comes to the gate; nothing else fails in a queued signal.
                with suppress(RuntimeError):
                    self._sent.emit(call)

    @Slot(object)
    def _deliver(self, call: Callable[[], object]) -> None:
        call()
