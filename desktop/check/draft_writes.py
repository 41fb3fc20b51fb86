"""Writes what is half typed into the library, and tries again what could not be written.

Nothing counts as kept before the library has it. This knows nothing of fields and of which line is open.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.access import LibraryAccess
from engine.errors import NotFoundError, SandukuError

RETRY_MILLISECONDS = 3000
"""After a write that failed, as on a full disk, before it is tried again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is typed: a page, a reading of it, and a line of that."""

    page_id: str
    reading_id: str
    line_id: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed somewhere, and what stands there."""

    place: Place
    text: str
    original: str


class DraftWrites(QObject):
    """What the library has of what is typed, and what it is still to get."""

    lost = Signal(object)
    """A :class:`SandukuError`: it could not be written; told once, until a write succeeds."""

    def __init__(self, access: LibraryAccess, parent: QObject | None = None) -> None:
        """Begin with nothing to write."""
        super().__init__(parent)
        self._access = access
        self._kept: dict[Place, str] = {}
        self._asked: dict[Place, Typed] = {}
        self._failed: set[Place] = set()
        self._told = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MILLISECONDS)
        self._retry.timeout.connect(self.retry)

    def is_kept(self, place: Place, text: str) -> bool:
        """Whether the library has this text for sure."""
        return place not in self._asked and self._kept.get(place) == text

    def unwritten(self, place: Place) -> str | None:
        """Return the text that the library is still to get; None for nothing."""
        asked = self._asked.get(place)
        return None if asked is None else asked.text

    def begin(self, place: Place, kept: str | None) -> None:
        """Take what the library has of a place; None for nothing."""
        self._kept.pop(place, None)
        if kept is not None:
            self._kept[place] = kept

    def save(self, typed: Typed) -> None:
        """Have a text written, unless the library has it or is just getting it."""
        place = typed.place
        asked = self._asked.get(place)
        if self.is_kept(place, typed.text) or (asked == typed and place not in self._failed):
            return
        self._asked[place] = typed
        self._failed.discard(place)
        self._access.do(
            lambda library: library.drafts.save(
                place.page_id, place.line_id, typed.text, reading_id=place.reading_id, original=typed.original
            ),
            lambda _none: self._written(typed),
            lambda error: self._not_written(typed, error),
            owner=self,
        )

    def drop(self, place: Place) -> None:
        """Have the library forget what it has or is getting of a place."""
        if place in self._kept or place in self._asked:
            self.forget(place)
            self._access.do(
                lambda library: library.drafts.drop(
                    place.page_id, place.line_id, reading_id=place.reading_id
                ),
                owner=self,
            )

    def forget(self, place: Place) -> None:
        """Write nothing more of a place: the library has dropped what was kept there."""
        self._kept.pop(place, None)
        self._asked.pop(place, None)
        self._failed.discard(place)

    def retry(self) -> None:
        """Try again what could not be written."""
        self._retry.stop()
        for place in tuple(self._failed):
            self.save(self._asked[place])

    def _written(self, typed: Typed) -> None:
        self._told = False
        if self._asked.get(typed.place) is typed:
            del self._asked[typed.place]
            self._kept[typed.place] = typed.text

    def _not_written(self, typed: Typed, error: SandukuError) -> None:
        if self._asked.get(typed.place) is not typed:
            return  # Something else was typed meanwhile, which is being written, or it was dropped.
        if isinstance(error, NotFoundError):
            self.forget(typed.place)  # The page is gone: no later try would find it.
        else:
            self._failed.add(typed.place)
            self._retry.start()
        if not self._told:
            self._told = True
            self.lost.emit(error)
