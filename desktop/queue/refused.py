"""What could not be added since the window was opened: kept until it is added, or a person lets it go."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.access import BatchReport
from engine.errors import SandukuError

if TYPE_CHECKING:
    from desktop.access import Import


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be added.

    Attributes:
        key: By which it is known.
        name: What a person calls it.
        path: Where it lies; None for what was pasted.
        error: Why.
    """

    key: str
    name: str
    path: Path | None
    error: SandukuError


class RefusedFiles(QObject):
    """The files that wait for a person's decision."""

    changed = Signal()

    def __init__(self, importing: "Import", parent: QObject | None = None) -> None:
        """Take down what an import refuses."""
        super().__init__(parent)
        self._importing = importing
        self._files: dict[str, RefusedFile] = {}
        importing.finished.connect(self.take)

    @property
    def files(self) -> tuple[RefusedFile, ...]:
        """Those that wait, the latest first."""
        return tuple(reversed(self._files.values()))

    def take(self, report: BatchReport) -> None:
        """Take down what a batch refused, and forget what it took in."""
        if not report.cancelled and report.error is None:
            self._drop(report.paths)
        for each in report.refused:
            key = str(each.path) if each.path else f"{report.batch} {each.name}"
            self._files.pop(key, None)
            self._files[key] = RefusedFile(key, each.name, each.path, each.error)
        self.changed.emit()

    def try_again(self, keys: Iterable[str]) -> None:
        """Add files once more; they stay until they are taken in."""
        paths = [path for key in keys if key in self._files and (path := self._files[key].path) is not None]
        if paths:
            self._importing.take(paths)

    def let_go(self, key: str) -> None:
        """Forget a file; it stays where it lies."""
        if self._files.pop(key, None) is not None:
            self.changed.emit()

    def _drop(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._files.pop(str(path), None)
