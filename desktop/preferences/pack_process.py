"""Model packs are looked at and changed by a process of its own: the window never loads one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.access.engine_task import Done, EngineTask, Failed

STOP_MILLISECONDS = 5000
"""After a wish to stop the process has this long to end by itself."""
LOOKS = ("cards", "examine", "offers", "look")
"""Verbs that change nothing, and can be ended at any moment."""
UNEXPECTED = "The models could not be worked on"
"""What a person is told where a process that works on them ended without a word."""


class PackProcess(EngineTask):
    """Runs ``python -m engine.inventory.changing``, or another program of its manner, one at a time."""

    progressed = Signal(int)
    """How much of the work is done, in hundredths."""

    ended_unexpectedly = UNEXPECTED

    def __init__(self, parent: QObject | None = None, *, module: str = "engine.inventory.changing") -> None:
        """Be ready to run a program of the engine."""
        super().__init__(parent)
        self._module = module
        self._looks = True

    def start(self, words: list[str], done: Done, failed: Failed) -> bool:
        """Do something, unless something is being done; return whether it was begun.

        Args:
            words: A verb and what it is about, as of ``engine.inventory.changing``.
            done: Called with the result.
            failed: Called with the error.
        """
        if self.busy:
            return False
        self._looks = words[0] in LOOKS
        self._begin(self._module, words, None, done, failed)
        return True

    def close(self) -> None:
        """End the process, and tell nobody; what it copied is kept for the next time."""
        self._close(0 if self._looks else STOP_MILLISECONDS)

    def _tell_progress(self, progress: dict[str, Any]) -> None:
        if progress["total"]:
            self.progressed.emit(100 * progress["done"] // progress["total"])


class BroughtInstallation:
    """Installs one pack that was brought, for the dialog in which its licence is read."""

    def __init__(self, path: Path, offer: dict[str, Any], process: PackProcess) -> None:
        """Be ready.

        Args:
            path: Where it lies.
            offer: What the person is shown, as ``engine.inventory.offers`` tells it.
            process: Installs it.
        """
        self._path, self._folder, self._process = path, str(offer["folder"]), process

    @property
    def progressed(self) -> SignalInstance:
        """Tells how much is done, in hundredths."""
        return self._process.progressed

    def start(self, *, trusted: bool, done: Done, failed: Failed) -> bool:
        """Install it; return whether that was begun."""
        words = ["install", str(self._path), "--folder", self._folder, "--licence"]
        if trusted:
            words += ["--unsigned", "--expired"]
        return self._process.start(words, done, failed)

    def stop(self) -> None:
        """Stop; what was copied is kept."""
        self._process.stop()
