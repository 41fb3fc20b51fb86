"""Work is sent by a process of its own: neither a link that hangs nor a crash touches the window."""

import json
import platform
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from desktop.access import LibraryDoor
from desktop.access.engine_program import engine_program
from engine.errors import SandukuError
from engine.settings import Settings, declarations

Done = Callable[[dict[str, Any]], object]
Failed = Callable[[SandukuError], object]

STOP_MILLISECONDS = 3000
"""After a wish to stop the process has this long to end by itself, when the window closes."""
STICK_MILLISECONDS = 12_000
"""The same while a stick is written: what is half written is taken away from it first."""
STICKS = ("export", "take")


class SyncProcess(QObject):
    """Runs ``python -m engine.sync``, or another program of its manner, one at a time."""

    progressed = Signal(dict)
    """How far it is, as ``engine.sync.program`` tells it."""

    busy_changed = Signal()

    def __init__(self, door: LibraryDoor, parent: QObject | None = None) -> None:
        """Be ready to work on an unlocked library."""
        super().__init__(parent)
        self._door = door
        self._process: QProcess | None = None
        self._done: Done | None = None
        self._failed: Failed | None = None
        self._last: dict[str, Any] = {}
        self._read = b""
        self.stopping = False
        self.verb, self.about = "", ""
        self.outcome: dict[str, Any] | SandukuError | None = None
        """What came of it, where nobody was there to be told."""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._process is not None

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
        if self._process is not None:
            return False
        self._done, self._failed, self._last, self._read = done, failed, {}, b""
        self.stopping, self.outcome = False, None
        self.verb, self.about = verb, str(more.get("named", ""))
        process = self._process = engine_program(module, (), self)
        process.readyReadStandardOutput.connect(self._take)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        process.start()
        key = self._door.data_key
        wish = {
            "verb": verb,
            "library": str(self._door.folder),
            "key": key.hex() if key is not None else "",
            "settings": _changed(settings),
            "device_name": platform.node(),
            **more,
        }
        process.write(json.dumps(wish).encode() + b"\n")
        self.busy_changed.emit()
        return True

    def stop(self) -> None:
        """Have it stop within a second; what arrived at headquarters counts."""
        if self._process is not None:
            self.stopping = True
            self._process.closeWriteChannel()

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
        process, self._process = self._process, None
        if process is not None:
            for signal in (process.finished, process.errorOccurred, process.readyReadStandardOutput):
                signal.disconnect()
            process.closeWriteChannel()
            most = STICK_MILLISECONDS if self.verb in STICKS else STOP_MILLISECONDS
            if at_once or not process.waitForFinished(most):
                process.kill()
                process.waitForFinished(STOP_MILLISECONDS)
            process.deleteLater()

    def _take(self) -> None:
        if self._process is None:
            return
        self._read += bytes(self._process.readAllStandardOutput().data())
        *lines, self._read = self._read.split(b"\n")
        for line in lines:
            told = json.loads(line)
            if "progress" in told:
                self.progressed.emit(told["progress"])
            else:
                self._last = told

    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._take()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        told, done, failed = self._last, self._done, self._failed
        self._end()
        if "result" in told:
            self._tell(done, told["result"])
        else:
            self._tell(failed, error_of(told.get("error"), said.splitlines()[-1] if said else f"code {code}"))

    def _tell(self, somebody: Callable[[Any], object] | None, what: dict[str, Any] | SandukuError) -> None:
        if somebody is None:
            self.outcome = what
            self.busy_changed.emit()
        else:
            somebody(what)

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            failed, why = self._failed, self._process.errorString()
            self._end()
            self._tell(failed, error_of(None, why))

    def _end(self) -> None:
        process, self._process = self._process, None
        self._done = self._failed = None
        if process is not None:
            process.deleteLater()
        self.busy_changed.emit()


def error_of(told: dict[str, Any] | None, said: str) -> SandukuError:
    """Return the error that the process told of; one that told nothing has crashed."""
    if told is None:
        told = {
            "code": "bug",
            "what": f"Sending ended in a way that was not expected ({said}).",
            "which": None,
        }
    error = SandukuError(told["what"], which=told["which"], remedy=told.get("remedy", ""))
    error.code = told["code"]
    return error


def _changed(settings: Settings) -> dict[str, str]:
    """Return the settings that are not the default, as a person would type them."""
    return {
        each.name: ",".join(each.value) if isinstance(each.value, tuple) else str(each.value)
        for each in declarations(settings)
        if each.value != each.default
    }
