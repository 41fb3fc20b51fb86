"""What a person does to the lines of the page: each is one correction in the library, and can be undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.check.facts import PageFacts, drop_new_boxes
from desktop.check.page_in_hand import NONE, PageInHand
from desktop.check.rows import is_new, line_before, name_for_new, same_place
from engine.geometry import Quad
from engine.library import Correction, Library
from engine.reading import page_text

Work = Callable[[Library, str], object]
"""Done in the library's thread, with the id of the page."""

Choice = Callable[[PageFacts], str | int | None]
"""Tells which line is chosen afterwards, by its id or place."""


class LineVerbs(QObject):
    """Changes lines."""

    done = Signal(str, object)
    """What was done (``saved``, ``confirmed``, ``deleted``, ``split``, ``merged``, ``added``, ``undone``,
    ``redone``, ``restored``, ``copied``), and the Correction that was undone or the number of lines."""

    refused = Signal(str)
    """Why it was not: ``empty``, ``moved``, ``nothing-to-undo``, ``nothing-to-redo``, ``last-line``."""

    def __init__(self, hand: PageInHand, parent: QObject | None = None) -> None:
        """Work on what is in hand."""
        super().__init__(parent)
        self._hand = hand
        self.selected: tuple[int, ...] = ()
        """The places of all lines that are marked, for copying."""

    # Moving

    def step(self, by: int) -> bool:
        """Save what is typed and choose the next line, or the one before; False at the end of the page."""
        place = self._hand.current + by
        if not 0 <= place < len(self._hand.rows):
            self.save()
            return False
        return self.go_to(place)

    def go_to(self, place: int) -> bool:
        """Save what is typed and choose another line; False if what is typed could not be saved."""
        row = self._hand.rows[place] if 0 <= place < len(self._hand.rows) else None
        if not self.save(then=None if row is None else row.id):
            return False
        if row is not None and not row.is_new:
            self._hand.choose(
                next((at for at, each in enumerate(self._hand.rows) if each.id == row.id), NONE)
            )
        return True

    # Typing

    def save(self, *, then: str | None = None) -> bool:
        """Save what is typed as a correction, and close the line.

        Args:
            then: Id of the line that is chosen afterwards; None leaves the choice as it is.

        Returns:
            Whether there was nothing in the way; else the text is still there, and why is told.
        """
        hand, typing = self._hand, self._hand.typing
        if not typing.dirty:
            if is_new(typing.line_id):
                self._correct(drop_new_boxes)
                typing.end(drop=True)
                hand.remove_new_row()
            else:
                typing.end(drop=typing.active)
            self._adopt()
            return True
        if not typing.text.strip():
            self.refused.emit("empty")
            return False
        if not self._adopt():
            self.refused.emit("moved")
            return False
        line_id, text = typing.line_id, typing.text
        assert line_id is not None
        if is_new(line_id):
            self._add(text, line_id)
        else:
            page_id = typing.page_id
            typing.saved()
            hand.do(
                lambda library: library.readings.correct_line(page_id, line_id, text, author=library.author),
                line=lambda _facts: then or line_id,
                failed=lambda: self._reopen(line_id, text),
            )
            self.done.emit("saved", None)
        return True

    def drop(self) -> str:
        """Close the line without saving, and return what was typed if it differed; it is no longer kept."""
        hand, typing = self._hand, self._hand.typing
        text = typing.text if typing.dirty else ""
        if is_new(typing.line_id):
            self._correct(drop_new_boxes)
        typing.end(drop=True)
        hand.remove_new_row()
        self._adopt()
        return text

    def use(self, alternative: int) -> None:
        """Take one of the other readings of the line, by its number from 0, and save it."""
        row = self._hand.row
        if row is not None and alternative < len(row.alternatives):
            self._hand.begin_typing(row.alternatives[alternative])
            self.save()

    # Single verbs

    def confirm(self) -> None:
        """Say that the line is right; what was typed for it is saved instead, which says the same."""
        row = self._hand.row
        if self._hand.typing.dirty:
            self.save()
        elif row is not None and not row.is_new:
            self._hand.typing.end(drop=True)
            self._correct(
                lambda library, page: library.readings.confirm_line(page, row.id, author=library.author)
            )
            self.done.emit("confirmed", None)

    def delete(self) -> None:
        """Take the line away; the next one is chosen."""
        row = self._hand.row
        if row is None:
            return
        if row.is_new:
            self.drop()
            return
        place = self._hand.current
        self._hand.typing.end(drop=True)
        self._correct(
            lambda library, page: library.readings.delete_line(page, row.id, author=library.author),
            line=lambda facts: min(place, _count(facts) - 1),
        )
        self.done.emit("deleted", None)

    def split(self, at: int) -> None:
        """Part the line before a character of the text as it is typed; the second part is chosen."""
        row, typing = self._hand.row, self._hand.typing
        if row is None or row.is_new or self._hand.held_back is not None:
            return
        place, text = self._hand.current, typing.text if typing.dirty else None
        typing.saved() if text is not None else typing.end(drop=True)

        def work(library: Library, page: str) -> None:
            if text is not None:
                library.readings.correct_line(page, row.id, text, author=library.author)
            library.readings.split_line(page, row.id, at, author=library.author)

        self._correct(work, line=lambda _facts: place + 1)
        self.done.emit("split", None)

    def merge(self) -> None:
        """Join the line with the next one; the whole is chosen."""
        hand = self._hand
        row, place = hand.row, hand.current
        if row is None or place + 1 >= len(hand.rows) or hand.rows[place + 1].is_new:
            self.refused.emit("last-line")
            return
        following = hand.rows[place + 1]
        if not self.save():
            return
        self._correct(
            lambda library, page: library.readings.merge_lines(
                page, [row.id, following.id], author=library.author
            ),
            line=lambda _facts: place,
        )
        self.done.emit("merged", None)

    def begin_adding(self, quad: Quad, text: str = "", name: str = "") -> None:
        """Open an empty line at a place on the page.

        Args:
            quad: The place, in pixels of the page image.
            text: What stands in the field to begin with.
            name: Under which the text is kept already; empty for one that is free.
        """
        page = self._hand.page
        if page is None or page.stored is None or not self.save():
            return
        name = name or name_for_new(page.drafts)
        self._hand.add_row(quad, name)
        self._hand.typing.begin(page.page.id, page.stored.id, name, "")
        self._hand.typing.set_text(text)

    def restore(self, line_id: str, correction_id: str | None) -> None:
        """Give a line back what it read before; None: what the machine read."""
        if not self.save():
            return
        self._correct(
            lambda library, page: library.readings.restore_line(
                page, line_id, correction_id, author=library.author
            ),
            line=lambda _facts: line_id,
        )
        self.done.emit("restored", None)

    def take_back(self, correction_id: str) -> None:
        """Undo one correction of the page, whatever was done since; refused if something builds on it."""
        if self.save():
            self._correct(
                lambda library, _page: library.readings.undo_correction(correction_id, author=library.author)
            )
            self.done.emit("restored", None)

    def undo(self) -> None:
        """Take back what was done last on this page, be it weeks ago."""
        self._turn("undone", "nothing-to-undo")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn("redone", "nothing-to-redo")

    def copy(self) -> None:
        """Put the marked lines, or else the text of the whole page, on the clipboard, as it is typed."""
        rows = [row for row in self._hand.rows if not row.is_new]
        marked = [rows[place] for place in sorted(self.selected) if 0 <= place < len(rows)]
        chosen = marked if len(marked) > 1 else rows
        QGuiApplication.clipboard().setText(page_text(tuple(row.line for row in chosen)))
        self.done.emit("copied", len(chosen))

    # Within

    def _adopt(self) -> bool:
        """Show the reading that was held back; False if what is typed may belong to another line now.

        Then the text stands on the line that is at the same place, and a person must save it once more.
        """
        hand, typing = self._hand, self._hand.typing
        facts, row = hand.held_back, hand.row
        if facts is None:
            return True
        hand.take(facts, chosen=True, line=hand.current)
        if not typing.active or is_new(typing.line_id) or row is None or facts.stored is None:
            if row is not None and row.is_new:
                hand.rows = (*hand.rows, row)
                hand.lines_changed.emit()
                hand.choose(len(hand.rows) - 1, always=True)
            if facts.stored is not None and typing.line_id is not None:
                typing.move_to(facts.stored.id, typing.line_id, typing.original)
            return True
        place = same_place(hand.rows, row.line.quad)
        if place is None:
            place = max(0, min(hand.current, len(hand.rows) - 1))
        if not hand.rows:
            typing.end()
            return False
        same = hand.rows[place].text == typing.original
        typing.move_to(facts.stored.id, hand.rows[place].id, hand.rows[place].text)
        hand.choose(place, always=True)
        return same

    def _add(self, text: str, name: str) -> None:
        hand, typing = self._hand, self._hand.typing
        page, row = hand.page, next((each for each in hand.rows if each.is_new), None)
        if page is None or page.stored is None or row is None:
            return
        lines = tuple(each.line for each in hand.rows if not each.is_new)
        place = line_before(lines, row.line.quad)
        after = None if place is None else hand.rows[place].id
        quad = row.line.quad
        typing.saved()
        made: list[Correction] = []

        def work(library: Library, page_id: str) -> None:
            drop_new_boxes(library, page_id)
            made.append(
                library.readings.add_line(page_id, text, quad, after=after, author=library.author, draft=name)
            )

        self._correct(work, line=lambda _facts: made[0].replacement[0].id)
        self.done.emit("added", None)

    def _reopen(self, line_id: str, text: str) -> None:
        """Give back what could not be saved."""
        place = next((at for at, row in enumerate(self._hand.rows) if row.id == line_id), NONE)
        if place != NONE:
            self._hand.choose(place)
            self._hand.begin_typing(text)

    def _turn(self, done: str, nothing: str) -> None:
        if not self.save() or self._hand.page is None:
            return
        about: list[Correction | None] = []

        def work(library: Library, page_id: str) -> None:
            state = library.readings.undo_state(page_id)
            about.append(state.undo if done == "undone" else state.redo)
            turn = library.readings.undo_last if done == "undone" else library.readings.redo_last
            turn(page_id, author=library.author)

        def line(facts: PageFacts) -> str | None:
            turned = about[0]
            if turned is None:
                self.refused.emit(nothing)
                return self._hand.row.id if self._hand.row else None
            self.done.emit(done, turned)
            ids = [placed.id for placed in (*turned.previous, *turned.replacement)]
            standing = () if facts.stored is None else facts.stored.line_ids
            return next((each for each in ids if each in standing), None)

        self._correct(work, line=line)

    def _correct(self, work: Work, *, line: Choice | None = None) -> None:
        page = self._hand.page
        if page is not None:
            page_id = page.page.id
            self._hand.do(lambda library: work(library, page_id), line=line)


def _count(facts: PageFacts) -> int:
    return 0 if facts.stored is None else len(facts.stored.line_ids)
