"""The field in which a line is typed: in the text's own direction, with the keys of checking."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.check.page_in_hand import PageInHand
from desktop.check.rows import runs_right_to_left


class LineField(QLineEdit):
    """Shows what is typed for the chosen line; two of them, on the page and beside it, are always alike."""

    save_wanted = Signal()
    """Enter, unless it is held: save, or say that a doubtful line is right, and go to the next line."""

    drop_wanted = Signal()
    """Escape."""

    step_wanted = Signal(int)
    """To the next line (1) or the one before (-1)."""

    def __init__(self, hand: PageInHand, parent: QWidget | None = None, *, tab_steps: bool) -> None:
        """Show what is in hand.

        Args:
            hand: What is checked.
            parent: Qt's owner.
            tab_steps: Whether Tab goes to the next line, instead of the next control.
        """
        super().__init__(parent)
        self._hand, self._tab_steps = hand, tab_steps
        self._line_id: str | None = None
        self.setMaxLength(100_000)
        self.textEdited.connect(self._edited)
        for signal in (hand.typing.began, hand.typing.changed, hand.typing.ended, hand.current_changed):
            signal.connect(self.show_text)

    def show_text(self) -> None:
        """Show what is typed, or else what stands."""
        row, typing = self._hand.row, self._hand.typing
        text = typing.text if typing.active else (row.text if row else "")
        if row is not None and not typing.active and row.draft is not None:
            text = row.draft
        another = (None if row is None else row.id) != self._line_id
        self._line_id = None if row is None else row.id
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(len(text) if another else place)
        if not self.hasFocus():
            self.home(False)  # noqa: FBT003 - Qt's: without marking; a long line is seen from its beginning
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Take Tab where it goes to the next line; leave undo to the page where the field has none."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._leaves(event):
                event.ignore()
                return False
            if event.type() == QEvent.Type.KeyPress and self._tab_steps and self._tabbed(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys that go from line to line."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                if not event.isAutoRepeat():
                    self.save_wanted.emit()
            case Qt.Key.Key_Escape:
                self.drop_wanted.emit()
            case Qt.Key.Key_Up if plain:
                self.step_wanted.emit(-1)
            case Qt.Key.Key_Down if plain:
                self.step_wanted.emit(1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Open the line."""
        self._hand.begin_typing()
        super().focusInEvent(event)

    def _edited(self, text: str) -> None:
        self._hand.begin_typing()
        self._hand.typing.set_text(text)
        self._turn()

    def _leaves(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        return undo or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())

    def _tabbed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Tab and not event.modifiers():
            self.step_wanted.emit(1)
            return True
        if event.key() == Qt.Key.Key_Backtab:
            self.step_wanted.emit(-1)
            return True
        return False

    def _turn(self) -> None:
        """Take the direction of the text."""
        row = self._hand.row
        backwards = runs_right_to_left(self.text(), row.line.script if row else "Zyyy")
        if not self.text() and row is not None and row.is_new:
            direction = QApplication.layoutDirection()
        else:
            direction = Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
        if direction != self.layoutDirection():
            self.setLayoutDirection(direction)
