"""Model packs are looked at and changed by a process of its own: the window never loads one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal, SignalInstance

from desktop.access.engine_program import engine_program
from engine.errors import SandukuError

Done = Callable[[dict[str, Any]], object]
Failed = Callable[[SandukuError], object]

STOP_MILLISECONDS = 5000
"""After a wish to stop the process has this long to end by itself."""
LOOKS = ("cards", "examine", "offers", "look")
"""Verbs that change nothing, and can be ended at any moment."""


class PackProcess(QObject):
    """Runs ``python -m engine.inventory.changing``, or another program of its manner, one at a time."""

    progressed = Signal(int)
    """How much of the work is done, in hundredths."""

    busy_changed = Signal()

    def __init__(self, parent: QObject | None = None, *, module: str = "engine.inventory.changing") -> None:
        """Be ready to run a program of the engine."""
        super().__init__(parent)
        self._module = module
        self._process: QProcess | None = None
        self._done: Done | None = None
        self._failed: Failed | None = None
        self._looks = True
        self._last: dict[str, Any] = {}
        self._read = b""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._process is not None

    def start(self, words: list[str], done: Done, failed: Failed) -> bool:
        """Do something, unless something is being done; return whether it was begun.

        Args:
            words: A verb and what it is about, as of ``engine.inventory.changing``.
            done: Called with the result.
            failed: Called with the error.
        """
        if self._process is not None:
            return False
        self._done, self._failed, self._last, self._read = done, failed, {}, b""
        self._looks = words[0] in LOOKS
        process = self._process = engine_program(self._module, words, self)
        process.readyReadStandardOutput.connect(self._take)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        process.start()
        self.busy_changed.emit()
        return True

    def stop(self) -> None:
        """Have it stop within a megabyte; what was copied is kept for the next time."""
        if self._process is not None:
            self._process.closeWriteChannel()

    def close(self) -> None:
        """End the process, and tell nobody."""
        if self._process is not None:
            process, self._process = self._process, None
            for signal in (process.finished, process.errorOccurred, process.readyReadStandardOutput):
                signal.disconnect()
            process.closeWriteChannel()
            if self._looks or not process.waitForFinished(STOP_MILLISECONDS):
                process.kill()
                process.waitForFinished(STOP_MILLISECONDS)

    def _take(self) -> None:
        if self._process is None:
            return
        self._read += bytes(self._process.readAllStandardOutput().data())
        *lines, self._read = self._read.split(b"\n")
        for line in lines:
            told = json.loads(line)
            progress = told.get("progress")
            if progress is None:
                self._last = told
            elif progress["total"]:
                self.progressed.emit(100 * progress["done"] // progress["total"])

    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._take()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        done, failed, told = self._done, self._failed, self._last
        self._end()
        if "result" in told and done is not None:
            done(told["result"])
        elif failed is not None:
            failed(error_of(told.get("error"), said.splitlines()[-1] if said else f"code {code}"))

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            failed, why = self._failed, self._process.errorString()
            self._end()
            if failed is not None:
                failed(error_of(None, why))

    def _end(self) -> None:
        process, self._process = self._process, None
        self._done = self._failed = None
        if process is not None:
            process.deleteLater()
        self.busy_changed.emit()


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


def error_of(told: dict[str, Any] | None, said: str) -> SandukuError:
    """Return the error that a process told of; one that told nothing has crashed."""
    if told is None:
        told = {"code": "bug", "what": f"The models could not be worked on ({said}).", "which": None}
    error = SandukuError(told["what"], which=told["which"], remedy=told.get("remedy", ""))
    error.code = told["code"]
    return error
