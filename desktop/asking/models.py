"""Which models answer on this computer now, asked of a process: what is chosen, and what each can be told."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.preferences.pack_process import PackProcess
from engine.answer import AnswerTask
from engine.errors import SandukuError

Card = dict[str, Any]
"""One pack, as ``engine.inventory`` tells it."""


class KnownModels(QObject):
    """Looks up which pack does what, whenever somebody is about to ask."""

    changed = Signal()
    """They are known, or known anew."""

    def __init__(self, process: PackProcess, parent: QObject) -> None:
        """Know nothing yet; ``process`` looks at the packs."""
        super().__init__(parent)
        self._process = process
        self._cards: list[Card] | None = None
        self._manners: dict[str, dict[str, str]] = {}

    @property
    def known(self) -> bool:
        """Whether they were looked up."""
        return self._cards is not None

    def look(self) -> None:
        """Look them up; they may have been changed on the page of models, or by another program."""
        self._process.start(["cards"], self.take, self._failed)

    def card(self, task: AnswerTask) -> Card | None:
        """Return the pack that does a task where nobody names one; None if none can, or nothing is known."""
        return next((card for card in self._cards or () if task.value in card["does"]), None)

    def manner(self, task: AnswerTask) -> dict[str, str]:
        """Return the ``precision``, ``profile`` and ``length`` of a task where nobody says otherwise."""
        return self._manners.get(task.value, {})

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def take(self, found: dict[str, Any]) -> None:
        """Take what the process told."""
        self._cards, self._manners = found["packs"], found["manners"]
        self.changed.emit()

    def _failed(self, _error: SandukuError) -> None:
        # No figure is shown then; asking itself tells what is wrong with the packs.
        self._cards = []
        self.changed.emit()
