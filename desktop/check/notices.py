"""Sentences over the page that stay until they no longer hold, each with what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.style import Theme


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence.

    Attributes:
        text: Translated.
        kind: ``info``, ``doubt`` or ``wrong``: its icon and colours.
        buttons: What each says, and what it does.
    """

    text: str
    kind: str = "info"
    buttons: tuple[tuple[str, Callable[[], object]], ...] = ()


LOOKS = {
    "info": ("info", "link", "shade"),
    "doubt": ("warning", "doubt", "doubt_ground"),
    "wrong": ("problem", "wrong", "wrong_ground"),
}


class Notices(QWidget):
    """Shows some notices, one below the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Notice, ...] = ()
        self._made: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()
        theme.changed.connect(self._make)

    @property
    def texts(self) -> list[str]:
        """What is shown."""
        return [notice.text for notice in self._shown]

    @property
    def buttons(self) -> list[QPushButton]:
        """All buttons, in order."""
        return [button for frame in self._made for button in frame.findChildren(QPushButton)]

    def show_all(self, notices: tuple[Notice, ...]) -> None:
        """Show these and no others; those that say the same stay as they are."""
        same = [(each.text, each.kind) for each in notices] == [
            (each.text, each.kind) for each in self._shown
        ]
        self._shown = notices
        if not same:
            self._make()

    def _make(self) -> None:
        for frame in self._made:
            self._column.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._made = [self._frame(place, notice) for place, notice in enumerate(self._shown)]
        for frame in self._made:
            self._column.addWidget(frame)
        self.setVisible(bool(self._made))

    def _frame(self, place: int, notice: Notice) -> QFrame:
        line, colours = self._theme.line, self._theme.colours
        icon, ink, ground = LOOKS[notice.kind]
        frame = QFrame(self)
        frame.setObjectName("notice")
        frame.setStyleSheet(
            f"#notice {{ background: {getattr(colours, ground)}; border: 0;"
            f" border-bottom: 1px solid {colours.border}; }}"
        )
        mark, words = QLabel(frame), QLabel(notice.text, frame)
        mark.setPixmap(self._theme.icons.pixmap(icon, round(line * 1.1), ink))
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setMinimumWidth(line * 6)
        row = QHBoxLayout(frame)
        row.setContentsMargins(line * 2 // 3, line // 3, line // 3, line // 3)
        row.setSpacing(line // 2)
        row.addWidget(mark)
        row.addWidget(words, 1)
        for number, (text, _do) in enumerate(notice.buttons):
            button = QPushButton(text, frame)
            button.clicked.connect(lambda _checked=False, number=number: self._do(place, number))
            row.addWidget(button)
        return frame

    def _do(self, place: int, number: int) -> None:
        """Do what the button of the notice does that is shown there now."""
        if place < len(self._shown) and number < len(self._shown[place].buttons):
            self._shown[place].buttons[number][1]()
