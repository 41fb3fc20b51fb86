"""What a person did in a list, to be taken back one after the other, and done again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryAccess
from desktop.actions import Need
from desktop.window.toasts import Toasts
from engine.errors import SandukuError
from engine.library import BulkUndo, Library

MOST = 100
"""Deeds that are remembered."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What came of taking something back, or of doing it again.

    Attributes:
        inverse: Turns it round once more; None if nothing was changed.
        refused: How many documents were left as they are, since somebody changed them meanwhile.
    """

    inverse: "Turn | None"
    refused: int = 0


Turn = Callable[[Library], Turned]
"""Done in the library's thread."""


def turn_of(do: Callable[[Library], object], back: Callable[[Library], object]) -> Turn:
    """Return a turn that does one thing, and whose inverse does the other."""

    def turn(library: Library) -> Turned:
        do(library)
        return Turned(turn_of(back, do))

    return turn


def turn_of_bulk(token: BulkUndo) -> Turn:
    """Return a turn that puts back what was changed in many documents."""

    def turn(library: Library) -> Turned:
        result = library.bulk.undo(token)
        return Turned(turn_of_bulk(result.undo) if result.undo.steps else None, len(result.refused))

    return turn


class Deeds(QObject):
    """Remembers what was done, the last first; the same way back stands in the message about it."""

    changed = Signal()
    """There is something to undo or to redo, or nothing any more."""

    def __init__(self, access: LibraryAccess, toasts: Toasts, parent: QObject) -> None:
        """Begin with nothing done.

        Args:
            access: Asks the library.
            toasts: Tell what was undone.
            parent: The view, which is in front when its deeds are undone.
        """
        super().__init__(parent)
        self._access, self._toasts = access, toasts
        self._backs: list[Turn] = []
        self._agains: list[Turn] = []
        self._busy = False
        self._wishes: list[Callable[[], object]] = []

    @property
    def needs(self) -> frozenset[Need]:
        """What there is for the actions that undo and redo."""
        there = {Need.UNDO: bool(self._backs), Need.REDO: bool(self._agains)}
        return frozenset(need for need, is_there in there.items() if is_there)

    def told(self, words: str, back: Turn, *, kind: str = "done") -> None:
        """Remember what was done, and tell it with a button that takes it back.

        Args:
            words: What was done, translated.
            back: Takes it back.
            kind: As :meth:`Toasts.show` has it.
        """
        self._backs = [*self._backs[1 - MOST :], back]
        self._agains.clear()
        self._toasts.show(words, kind=kind, action=self.tr("Undo"), do=lambda: self.take_back(back))
        self.changed.emit()

    def take_back(self, back: Turn) -> None:
        """Undo one deed, unless that was done already."""

        def begin() -> None:
            if back in self._backs:
                self._backs.remove(back)
                self._turn(back, self._agains, undone=True)

        self._wish(begin)

    def undo(self) -> None:
        """Undo what was done last."""

        def begin() -> None:
            if self._backs:
                self._turn(self._backs.pop(), self._agains, undone=True)

        self._wish(begin)

    def redo(self) -> None:
        """Do again what was undone last."""

        def begin() -> None:
            if self._agains:
                self._turn(self._agains.pop(), self._backs, undone=False)

        self._wish(begin)

    def _wish(self, begin: Callable[[], object]) -> None:
        """Begin at once, or when what was begun before has come to its end: each turn follows the last."""
        self._wishes.append(begin)
        self._go_on()

    def _go_on(self) -> None:
        while self._wishes and not self._busy:
            self._wishes.pop(0)()

    def _turn(self, turn: Turn, onto: list[Turn], *, undone: bool) -> None:
        def done(turned: Turned) -> None:
            if turned.inverse is not None:
                onto.append(turned.inverse)
            self._tell(turned, undone=undone)
            end()

        def failed(error: SandukuError) -> None:
            self._access.failed.emit(error)
            end()

        def end() -> None:
            self._busy = False
            self.changed.emit()
            self._go_on()

        self._busy = True
        self.changed.emit()
        self._access.do(turn, done, failed, owner=self)

    def _tell(self, turned: Turned, *, undone: bool) -> None:
        if turned.refused and undone:
            words = self.tr(
                "Undone, except for %Ln document(s) that somebody changed since.", "", turned.refused
            )
        elif turned.refused:
            words = self.tr(
                "Done again, except for %Ln document(s) that somebody changed since.", "", turned.refused
            )
        else:
            words = self.tr("Undone.") if undone else self.tr("Done again.")
        self._toasts.show(words, kind="warning" if turned.refused else "done")
