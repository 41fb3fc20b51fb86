"""What is installed for reading, asked of a process of its own: the window never loads an engine."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from desktop.access.engine_program import engine_program
from desktop.access.engine_task import crash_of, error_of
from desktop.preferences.pack_process import UNEXPECTED


@dataclass(frozen=True, slots=True)
class Pack:
    """A model pack; the fields are those of ``engine.inventory``."""

    name: str
    state: str
    id: str
    version: int
    licence: str
    source: str
    byte_size: int
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language and who can read it; the fields are those of ``engine.inventory``."""

    language: str
    readers: tuple[str, ...]
    tesseract: str
    folder: str
    byte_size: int
    licence: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine; the fields are those of ``engine.inventory``."""

    name: str
    ready: bool
    reason: str
    remedy: str
    scripts: tuple[str, ...]
    missing_languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """All that was found."""

    packs: tuple[Pack, ...]
    languages: tuple[Language, ...]
    engines: tuple[Engine, ...]

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Inventory":
        """Make an inventory from what the process printed."""
        return cls(
            packs=tuple(Pack(**each) for each in data["packs"]),
            languages=tuple(
                Language(**{**each, "readers": tuple(each["readers"])}) for each in data["languages"]
            ),
            engines=tuple(
                Engine(
                    **{
                        **each,
                        "scripts": tuple(each["scripts"]),
                        "missing_languages": tuple(each["missing_languages"]),
                    }
                )
                for each in data["engines"]
            ),
        )


class InventoryProcess(QObject):
    """Runs ``python -m engine.inventory``, one at a time."""

    taken = Signal(object)
    """An :class:`Inventory`."""

    failed = Signal(object)
    """A :class:`SandukuError`."""

    def __init__(self, settings_file: Path, parent: QObject | None = None) -> None:
        """Be ready to ask.

        Args:
            settings_file: Says which languages and engines are wanted.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._file = settings_file
        self._process: QProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._process is not None

    def ask(self, *, verify: bool = False) -> None:
        """Look everything over; ``verify`` reads every model file. :attr:`taken` answers."""
        if self._process is not None:
            return
        words = ["--settings", str(self._file.absolute()), *(["--verify"] if verify else [])]
        process = self._process = engine_program("engine.inventory", words, self)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broke)
        process.start()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            process, self._process = self._process, None
            process.finished.disconnect(self._finished)
            process.errorOccurred.disconnect(self._broke)
            process.kill()
            process.waitForFinished(2000)

    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        printed = bytes(process.readAllStandardOutput().data())
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        process.deleteLater()
        why = said.splitlines()[-1] if said else f"code {code}"
        try:
            answer = json.loads(printed)
            if "error" in answer:
                self.failed.emit(error_of(answer["error"]))
                return
            inventory = Inventory.from_json(answer)
        except (ValueError, KeyError, TypeError):
            self._tell(why)
        else:
            self.taken.emit(inventory)

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            process, self._process = self._process, None
            self._tell(process.errorString())
            process.deleteLater()

    def _tell(self, why: str) -> None:
        self.failed.emit(crash_of(UNEXPECTED, why))
