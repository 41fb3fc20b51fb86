"""A program of the engine that works beside the window: it is told what to do, tells how far it is, and ends.

All such programs speak alike: a line of JSON with ``progress`` now and then, and a last one with ``result``
or ``error``. Nothing here knows what a program does: there is a class of its own for each manner of work.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desktop.access.engine_program import engine_program
from engine.errors import SandukuError
from engine.replaced import ProgramReplacedError, was_replaced

Done = Callable[[dict[str, Any]], object]
Failed = Callable[[SandukuError], object]

KILL_MILLISECONDS = 5000
"""So long the end of a process that was killed is waited for."""


class EngineTask(QObject):
    """Runs one program of the engine at a time, and calls back once with what came of it."""

    busy_changed = Signal()

    ended_unexpectedly = "This ended in a way that was not expected"
    """What a person is told of a process that said nothing before it ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Be ready; nothing is started yet."""
        super().__init__(parent)
        self._process: QProcess | None = None
        self._done: Done | None = None
        self._failed: Failed | None = None
        self._last: dict[str, Any] = {}
        self._read = b""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._process is not None

    def stop(self) -> None:
        """Have it stop: it takes the end of its input for that wish, and tells what came of it."""
        if self._process is not None:
            self._process.closeWriteChannel()

    def _begin(
        self, module: str, words: Sequence[str], wish: Mapping[str, Any] | None, done: Done, failed: Failed
    ) -> None:
        """Start a program while none runs.

        Args:
            module: Of the engine.
            words: What it is told on its command line.
            wish: What it takes on its standard input, which nobody else can see; None for nothing.
            done: Called with the result.
            failed: Called with the error.
        """
        assert self._process is None
        if was_replaced():
            QTimer.singleShot(0, self, lambda: self._tell(failed, ProgramReplacedError()))
            return
        self._done, self._failed, self._last, self._read = done, failed, {}, b""
        process = self._process = engine_program(module, words, self)
        process.readyReadStandardOutput.connect(self._take)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        process.start()
        if wish is not None:
            process.write(json.dumps(wish).encode() + b"\n")
        self.busy_changed.emit()

    def _close(self, milliseconds: int) -> None:
        """End the process, and tell nobody.

        Args:
            milliseconds: It may take so long to end by itself and undo what it did; 0 where it only looks.
        """
        process, self._process = self._process, None
        if process is not None:
            for signal in (process.finished, process.errorOccurred, process.readyReadStandardOutput):
                signal.disconnect()
            process.closeWriteChannel()
            if not milliseconds or not process.waitForFinished(milliseconds):
                process.kill()
                process.waitForFinished(KILL_MILLISECONDS)
            process.deleteLater()

    def _tell_progress(self, progress: dict[str, Any]) -> None:
        """Pass on how far it is, in the manner of the program."""

    def _tell(self, somebody: Callable[[Any], object] | None, what: dict[str, Any] | SandukuError) -> None:
        """Tell whoever waits what came of it."""
        if somebody is not None:
            somebody(what)

    def _take(self) -> None:
        if self._process is None:
            return
        self._read += bytes(self._process.readAllStandardOutput().data())
        *lines, self._read = self._read.split(b"\n")
        for line in lines:
            told = json.loads(line)
            if "progress" in told:
                self._tell_progress(told["progress"])
            else:
                self._last = told

    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._take()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        done, failed, told = self._done, self._failed, self._last
        self._end()
        if "result" in told:
            self._tell(done, told["result"])
        else:
            why = said.splitlines()[-1] if said else f"code {code}"
            self._tell(failed, self._error(told.get("error"), why))

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            failed, why = self._failed, self._process.errorString()
            self._end()
            self._tell(failed, self._error(None, why))

    def _end(self) -> None:
        process, self._process = self._process, None
        self._done = self._failed = None
        if process is not None:
            process.deleteLater()
        self.busy_changed.emit()

    def _error(self, told: dict[str, Any] | None, why: str) -> SandukuError:
        return crash_of(self.ended_unexpectedly, why) if told is None else error_of(told)


def error_of(told: dict[str, Any]) -> SandukuError:
    """Return the error that a program told of, as an exception."""
    error = SandukuError(told["what"], which=told["which"], remedy=told.get("remedy", ""))
    error.code = told["code"]
    return error


def crash_of(what: str, why: str) -> SandukuError:
    """Return the error for a program that ended, or did not start, without telling of one.

    Args:
        what: What did not come to its end.
        why: The last that it said, or what the system says.
    """
    return error_of({"code": "bug", "what": f"{what} ({why}).", "which": None})
