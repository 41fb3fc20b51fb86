"""What concerns the program itself is done by a process of its own: the window loads none of it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryDoor
from desktop.access.engine_task import Done, EngineTask, Failed

UPDATES, DIAGNOSTICS = "engine.updates.program", "engine.diagnostics.program"
STOP_MILLISECONDS = 5000
"""After a wish to stop the process has this long to take back what it did, when the window closes."""


class UpkeepProcess(EngineTask):
    """Runs :data:`UPDATES` or :data:`DIAGNOSTICS`, one at a time."""

    progressed = Signal(str, int)
    """The stage, and how much of it is done in hundredths."""

    ended_unexpectedly = "Work on the program itself ended in a way that was not expected"

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Be ready; the library that is open is unlocked for it too."""
        super().__init__(parent)
        self._door = door

    def start(self, module: str, wish: Mapping[str, Any], done: Done, failed: Failed) -> bool:
        """Do something, unless something is being done; return whether it was begun.

        Args:
            module: :data:`UPDATES` or :data:`DIAGNOSTICS`.
            wish: What it takes on its standard input; the libraries are added.
            done: Called with the result.
            failed: Called with the error.
        """
        if self.busy:
            return False
        key = self._door.data_key
        library = {"folder": str(self._door.folder), "key": key.hex() if key is not None else ""}
        self._begin(module, (), {**wish, "libraries": [library]}, done, failed)
        return True

    def close(self) -> None:
        """End the process, and tell nobody."""
        self._close(STOP_MILLISECONDS)

    def _tell_progress(self, progress: dict[str, Any]) -> None:
        total = progress["total"]
        self.progressed.emit(progress["stage"], 100 * progress["done"] // total if total else 0)
