"""What concerns the program itself is done by a process of its own: the window loads none of it."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from desktop.access import LibraryDoor
from desktop.access.engine_program import engine_program
from desktop.preferences.pack_process import error_of
from engine.errors import SandukuError

UPDATES, DIAGNOSTICS = "engine.updates.program", "engine.diagnostics.program"
STOP_MILLISECONDS = 5000
"""After a wish to stop the process has this long to take back what it did, when the window closes."""

Done = Callable[[dict[str, Any]], object]
Failed = Callable[[SandukuError], object]


class UpkeepProcess(QObject):
    """Runs one program of the engine at a time."""

    progressed = Signal(str, int)
    """The stage, and how much of it is done in hundredths."""

    busy_changed = Signal()

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Be ready; the library that is open is unlocked for it too."""
        super().__init__(parent)
        self._door = door
        self._process: QProcess | None = None
        self._done: Done | None = None
        self._failed: Failed | None = None
        self._last: dict[str, Any] = {}
        self._read = b""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._process is not None

    def start(self, module: str, wish: Mapping[str, Any], done: Done, failed: Failed) -> bool:
        """Do something, unless something is being done; return whether it was begun.

        Args:
            module: :data:`UPDATES` or :data:`DIAGNOSTICS`.
            wish: What it takes on its standard input; the libraries are added.
            done: Called with the result.
            failed: Called with the error.
        """
        if self._process is not None:
            return False
        self._done, self._failed, self._last, self._read = done, failed, {}, b""
        process = self._process = engine_program(module, (), self)
        process.readyReadStandardOutput.connect(self._take)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        process.start()
        key = self._door.data_key
        library = {"folder": str(self._door.folder), "key": key.hex() if key is not None else ""}
        process.write(json.dumps({**wish, "libraries": [library]}).encode() + b"\n")
        self.busy_changed.emit()
        return True

    def stop(self) -> None:
        """Have it stop, and take back what it did."""
        if self._process is not None:
            self._process.closeWriteChannel()

    def close(self) -> None:
        """End the process, and tell nobody."""
        if self._process is not None:
            process, self._process = self._process, None
            for signal in (process.finished, process.errorOccurred, process.readyReadStandardOutput):
                signal.disconnect()
            process.closeWriteChannel()
            if not process.waitForFinished(STOP_MILLISECONDS):
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
            else:
                total = progress["total"]
                self.progressed.emit(progress["stage"], 100 * progress["done"] // total if total else 0)

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
