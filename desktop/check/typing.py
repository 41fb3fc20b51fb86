"""The text that a person is typing for one line: shown in every field of it, and kept while it is typed."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.access import LibraryAccess
from desktop.check.draft_writes import DraftWrites, Place, Typed
from desktop.check.rows import is_new
from engine.library import LineDraft

KEEP_MILLISECONDS = 400
"""After the first key that is not kept yet; with the write it makes less than a second."""


class Typing(QObject):
    """What is typed now, if anything; a crash takes at most its last second."""

    began = Signal()
    changed = Signal()
    ended = Signal()

    def __init__(self, access: LibraryAccess, parent: QObject | None = None) -> None:
        """Begin with nothing typed."""
        super().__init__(parent)
        self.writes = DraftWrites(access, self)
        self.page_id = ""
        self.reading_id = ""
        self.line_id: str | None = None
        self.original = ""
        self.text = ""
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MILLISECONDS)
        self._timer.timeout.connect(self.keep)

    @property
    def active(self) -> bool:
        """Whether a line is open."""
        return self.line_id is not None

    @property
    def dirty(self) -> bool:
        """Whether what is typed differs from what stands."""
        return self.active and self.text != self.original

    def is_of(self, draft: LineDraft) -> bool:
        """Whether the line that is open is the one that a draft is of; a new one is, on whatever reading."""
        same_reading = is_new(draft.line_id) or draft.reading_id == self.reading_id
        return same_reading and (draft.page_id, draft.line_id) == (self.page_id, self.line_id)

    def begin(
        self, page_id: str, reading_id: str, line_id: str, original: str, *, draft: str | None = None
    ) -> None:
        """Open a line; what was open before must have been ended.

        Args:
            page_id: The page.
            reading_id: The reading whose line it is.
            line_id: The line, or a name for one that is being added.
            original: What it reads.
            draft: What was typed there before and is kept already; None for nothing.
        """
        self.page_id, self.reading_id, self.line_id = page_id, reading_id, line_id
        self.original = original
        # What could not be written yet is newer than what the library has.
        unwritten = self.writes.unwritten(self._place(line_id))
        typed = draft if unwritten is None else unwritten
        self.text = original if typed is None else typed
        self.writes.begin(self._place(line_id), draft)
        self.began.emit()

    def move_to(self, reading_id: str, line_id: str, original: str) -> None:
        """Go on typing on another line, as after the page was read anew; what was kept goes along."""
        if self.line_id is not None and (self.reading_id, self.line_id) != (reading_id, line_id):
            self.writes.drop(self._place(self.line_id))
        self.reading_id, self.line_id, self.original = reading_id, line_id, original
        self.writes.begin(self._place(line_id), None)
        self.keep()
        self.changed.emit()

    def set_text(self, text: str) -> None:
        """Take what is typed; it is kept in a moment."""
        if self.active and text != self.text:
            self.text = text
            if not self._timer.isActive():
                self._timer.start()
            self.changed.emit()

    def keep(self) -> None:
        """Keep what is typed now; what is back at what stands needs no keeping."""
        self._timer.stop()
        if self.line_id is None:
            return
        if self.dirty:
            self.writes.save(Typed(self._place(self.line_id), self.text, self.original))
        else:
            self.writes.drop(self._place(self.line_id))

    def end(self, *, drop: bool = False) -> None:
        """Close the line.

        Args:
            drop: Forget what was typed; without it, it stays kept.
        """
        if self.line_id is None:
            return
        if drop:
            self._timer.stop()
            self.writes.drop(self._place(self.line_id))
        else:
            self.keep()
            self.writes.retry()
        self._close(self.line_id)

    def saved(self) -> None:
        """Close the line after a correction took its text: the library dropped what was kept with it."""
        self._timer.stop()
        if self.line_id is not None:
            self.writes.forget(self._place(self.line_id))
            self._close(self.line_id)

    def _close(self, line_id: str) -> None:
        self.writes.begin(self._place(line_id), None)
        self.line_id, self.text, self.original = None, "", ""
        self.ended.emit()

    def _place(self, line_id: str) -> Place:
        return Place(self.page_id, self.reading_id, line_id)
