"""Work is sent by a process of its own: neither a link that hangs nor a crash touches the window."""

import platform
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryDoor
from desktop.access.engine_task import Done, EngineTask, Failed
from engine.errors import SandukuError
from engine.settings import Settings, declarations

STOP_MILLISECONDS = 3000
"""After a wish to stop the process has this long to end by itself, when the window closes."""
STICK_MILLISECONDS = 12_000
"""The same while a stick is written: what is half written is taken away from it first."""
STICKS = ("export", "take")


class SyncProcess(EngineTask):
    """Runs ``python -m engine.sync``, or another program of its manner, one at a time."""

    progressed = Signal(dict)
    """How far it is, as ``engine.sync.program`` tells it."""

    ended_unexpectedly = "Sending ended in a way that was not expected"

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Be ready to work on an unlocked library."""
        super().__init__(parent)
        self._door = door
        self.stopping = False
        self.verb, self.about = "", ""
        self.outcome: dict[str, Any] | SandukuError | None = None
        """What came of it, where nobody was there to be told."""

    def start(
        self,
        verb: str,
        settings: Settings,
        done: Done,
        failed: Failed,
        *,
        module: str = "engine.sync",
        **more: object,
    ) -> bool:
        """Do something, unless something is being done; return whether it was begun.

        Args:
            verb: As of ``engine.sync.program``, or of the module's.
            settings: Those in force.
            done: Called with the result.
            failed: Called with the error.
            module: The program.
            more: What the verb needs.
        """
        if self.busy:
            return False
        self.stopping, self.outcome = False, None
        self.verb, self.about = verb, str(more.get("named", ""))
        key = self._door.data_key
        wish = {
            "verb": verb,
            "library": str(self._door.folder),
            "key": key.hex() if key is not None else "",
            "settings": _changed(settings),
            "device_name": platform.node(),
            **more,
        }
        self._begin(module, (), wish, done, failed)
        return True

    def stop(self) -> None:
        """Have it stop within a second; what arrived at headquarters counts."""
        self.stopping = self.stopping or self.busy
        super().stop()

    def let_go(self) -> None:
        """Tell nobody what comes of it until :meth:`go_on_for`; what came of it is kept."""
        self._done = self._failed = None

    def go_on_for(self, done: Done, failed: Failed) -> None:
        """Tell somebody else what comes of it, or what came of it meanwhile."""
        outcome, self.outcome = self.outcome, None
        if self.busy:
            self._done, self._failed = done, failed
        elif isinstance(outcome, SandukuError):
            failed(outcome)
        elif outcome is not None:
            done(outcome)

    def close(self, *, at_once: bool = False) -> None:
        """End the process, and tell nobody; ``at_once`` for one that only looks."""
        patience = STICK_MILLISECONDS if self.verb in STICKS else STOP_MILLISECONDS
        self._close(0 if at_once else patience)

    def _tell_progress(self, progress: dict[str, Any]) -> None:
        self.progressed.emit(progress)

    def _tell(self, somebody: Callable[[Any], object] | None, what: dict[str, Any] | SandukuError) -> None:
        if somebody is None:
            self.outcome = what
            self.busy_changed.emit()
        else:
            super()._tell(somebody, what)


def _changed(settings: Settings) -> dict[str, str]:
    """Return the settings that are not the default, as a person would type them."""
    return {
        each.name: ",".join(each.value) if isinstance(each.value, tuple) else str(each.value)
        for each in declarations(settings)
        if each.value != each.default
    }
