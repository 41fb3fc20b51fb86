"""Cards one below the other: problems with what helps, and notices about the reading."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.style import Theme
from engine.language import isolate

NAME = isolate("name")[0]
"""With this mark a name begins; alone it has no direction, and Qt puts it at the left."""

_LOOKS = {
    "wrong": ("problem", "wrong", "wrong_ground"),
    "doubt": ("warning", "doubt", "doubt_ground"),
    "plain": ("problem", "wrong", "surface"),
}


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a card.

    Attributes:
        id: Told when it is pressed.
        text: Translated.
    """

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says.

    Attributes:
        key: By which it is known.
        title: First line, such as a file's name.
        text: What happened.
        remedy: What can be done; may be empty.
        buttons: The first is the most helpful.
        kind: ``plain``, ``doubt`` or ``wrong``: ground and icon.
    """

    key: str
    title: str
    text: str
    remedy: str = ""
    buttons: tuple[Button, ...] = ()
    kind: str = "plain"


class Card(QFrame):
    """One card."""

    pressed = Signal(str, str)
    """Key of the card, and id of the button."""

    def __init__(self, words: CardWords, theme: Theme, parent: QWidget) -> None:
        """Show a card."""
        super().__init__(parent)
        self.words = words
        self._theme = theme
        self.setObjectName("queue-card")
        self._mark = QLabel(self)
        self.title, self.text, self.remedy = QLabel(self), QLabel(self), QLabel(self)
        lines = QVBoxLayout()
        # A name of another script stands at the side where the window's words begin all the same.
        side = "\u200f" if self.isRightToLeft() else "\u200e"
        for label, said in ((self.title, words.title), (self.text, words.text), (self.remedy, words.remedy)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            begins = side if said.startswith(NAME) else ""
            label.setText(begins + said.replace("_", "_\u200b"))
            label.setVisible(bool(said))
            lines.addWidget(label)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.buttons = {button.id: self._button(button) for button in words.buttons}
        self._row.addStretch(1)
        if words.buttons:
            lines.addLayout(self._row)
        self._lines = lines
        self._whole = QHBoxLayout(self)
        self._whole.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._whole.addLayout(lines, 1)
        self.setAccessibleName(" ".join(filter(None, (words.title, words.text, words.remedy))))
        self.restyle()

    def restyle(self) -> None:
        """Take colours and sizes anew."""
        line, colours = self._theme.line, self._theme.colours
        icon, ink, ground = _LOOKS[self.words.kind]
        self.setStyleSheet(
            f"#queue-card {{ background: {getattr(colours, ground)}; border: 1px solid {colours.border};"
            f" border-radius: {line // 3}px; }} #queue-card QLabel {{ color: {colours.text}; }}"
        )
        self._mark.setPixmap(self._theme.icons.pixmap(icon, line, ink))
        font = self.font()
        font.setBold(True)
        self.title.setFont(font)
        self._whole.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
        self._whole.setSpacing(line // 2)
        self._lines.setSpacing(line // 4)
        self._row.setSpacing(line // 3)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width that never keeps the drawer from being made narrow."""
        return QSize(self._theme.line * 8, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below each other where there is little room."""
        needed = sum(button.sizeHint().width() + self._row.spacing() for button in self.buttons.values())
        narrow = needed > event.size().width() - self._theme.line * 3
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        super().resizeEvent(event)

    def _button(self, words: Button) -> QPushButton:
        button = QPushButton(words.text, self)
        button.setAccessibleName(f"{words.text}: {self.words.title}" if self.words.title else words.text)
        button.clicked.connect(lambda _checked=False: self.pressed.emit(self.words.key, words.id))
        self._row.addWidget(button)
        return button


class CardColumn(QWidget):
    """Cards, each made once: the keyboard stays where it is while others come and go."""

    pressed = Signal(str, str)
    """Key of the card, and id of the button."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, most: int = 40) -> None:
        """Begin empty.

        Args:
            theme: The look.
            parent: Qt's owner.
            most: More cards than this are not made; the owner says how many there are.
        """
        super().__init__(parent)
        self._theme, self._most = theme, most
        self.cards: dict[str, Card] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_cards(self, words: Sequence[CardWords]) -> int:
        """Show these cards, in this order; return how many there was no room for."""
        shown = {each.key: each for each in words[: self._most]}
        for key in [key for key, card in self.cards.items() if shown.get(key) != card.words]:
            card = self.cards.pop(key)
            card.hide()
            self._column.removeWidget(card)
            card.deleteLater()
        for place, (key, each) in enumerate(shown.items()):
            if key not in self.cards:
                card = self.cards[key] = Card(each, self._theme, self)
                card.pressed.connect(self.pressed)
            if self._column.indexOf(self.cards[key]) != place:
                self._column.insertWidget(place, self.cards[key])
                self.cards[key].show()
        self.setVisible(bool(shown))
        return max(0, len(words) - self._most)

    def _restyle(self) -> None:
        self._column.setSpacing(self._theme.line // 2)
        for card in self.cards.values():
            card.restyle()
