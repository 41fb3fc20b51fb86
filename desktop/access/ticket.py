"""A piece of work that was asked for, and how its outcome finds the way back into the window's thread."""

from collections.abc import Callable
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


class Post(QObject):
    """Carries calls from any thread into the thread that it was made in, in order."""

    _sent = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Deliver in this thread."""
        super().__init__(parent)
        self._sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, call: Callable[[], object]) -> None:
        """Have a function called in the window's thread; does nothing once the post is closed."""
        if isValid(self):
            self._sent.emit(call)

    @Slot(object)
    def _deliver(self, call: Callable[[], object]) -> None:
        call()
