"""What is being sent while the library is locked: it goes on behind the lock, or ends there by itself.

After minutes of silence the window locks, and a sending that somebody waits for goes on; whoever locks it by
hand wants everything closed, so it is stopped, and goes on once the library is open again.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.sending.process import SyncProcess

GOES_ON = ("run", "export", "take", "packs", "fetch", "install")
"""What needs no window to come to its end."""


@dataclass(frozen=True, slots=True)
class Held:
    """Something that was under way when the library was locked.

    Attributes:
        process: Does it, or has done it.
        by: Who asked for it: ``person`` or ``program``.
        stopped: Whether the lock has stopped it.
    """

    process: SyncProcess
    by: str
    stopped: bool


class BehindTheLock(QObject):
    """Keeps one such thing from one open library to the next. Belongs to the window's thread."""

    changed = Signal()
    """:attr:`busy` is not as it was."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Keep nothing yet."""
        super().__init__(parent)
        self._held: Held | None = None

    @property
    def busy(self) -> bool:
        """Whether something goes on behind the lock."""
        return self._held is not None and self._held.process.busy and not self._held.stopped

    def take(self, process: SyncProcess, *, by: str, goes_on: bool) -> None:
        """Keep a process that works; ``goes_on`` is whether it may, where it needs no window."""
        self.close()
        stopped = not goes_on or process.verb not in GOES_ON
        process.setParent(self)
        process.let_go()
        if stopped:
            process.stop()
        self._held = Held(process, by, stopped)
        process.busy_changed.connect(self.changed)
        self.changed.emit()

    def give(self) -> Held | None:
        """Return what was kept, and keep it no longer."""
        held, self._held = self._held, None
        if held is not None:
            held.process.busy_changed.disconnect(self.changed)
        return held

    def close(self) -> None:
        """End it, and wait until it has."""
        held = self.give()
        if held is not None:
            held.process.close()
            held.process.deleteLater()
