"""A card that can be chosen: an icon, a title and a sentence, as large as its words need."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.style import Theme


class ChoiceCard(QPushButton):
    """One of several; a radio button that says more."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        """Begin without words."""
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.setCheckable(True)
        self.setProperty("kind", "choice")
        # A button would else never be narrower than its words in one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark, self._title, self._words = QLabel(self), QLabel(self), QLabel(self)
        self._words.setProperty("kind", "muted")
        for label in (self._mark, self._title, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for label in (self._title, self._words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._words)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        theme.changed.connect(self._restyle)
        self.toggled.connect(lambda _on: self._restyle())
        self._restyle()

    def set_words(self, title: str, words: str) -> None:
        """Set what it says."""
        self._title.setText(title)
        self._words.setText(words)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as large as the words."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the words break, however large they are."""
        return QSize(self._theme.line * 9, self._theme.line * 2)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The words break into more lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the words need."""
        return self._row.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the arrow keys to the cards as a whole, which know their order."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        line = self._theme.line
        self._mark.setPixmap(
            self._theme.icons.pixmap(self._icon, line * 5 // 4, "link" if self.isChecked() else "muted")
        )
        self._row.setContentsMargins(line * 2 // 3, line // 2, line * 2 // 3, line // 2)
        self._row.setSpacing(line * 2 // 3)
        font = self.font()
        font.setBold(True)
        self._title.setFont(font)


class ChoiceCards(QWidget):
    """Cards of which one is chosen; arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        words: Callable[[str], tuple[str, str]],
        parent: QWidget,
        *,
        columns: int = 1,
    ) -> None:
        """Offer choices.

        Args:
            theme: Gives icons and sizes.
            choices: Name and icon of each.
            words: Returns title and sentence of a choice, in the language in force.
            parent: Qt's owner.
            columns: In how many columns they stand.
        """
        super().__init__(parent)
        self._words, self._columns = words, columns
        self._group = QButtonGroup(self)
        self.cards: dict[str, ChoiceCard] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(max(4, theme.line // 3))
        for place, (name, icon) in enumerate(choices):
            card = self.cards[name] = ChoiceCard(theme, icon, self)
            self._group.addButton(card)
            card.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            grid.addWidget(card, place // columns, place % columns)
        grid.setRowStretch(len(choices) // columns + 1, 1)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.retranslate()

    @property
    def current(self) -> str:
        """The one that is chosen; empty for none."""
        return next((name for name, card in self.cards.items() if card.isChecked()), "")

    def choose(self, name: str) -> None:
        """Choose one, without telling."""
        card = self.cards.get(name) or next(iter(self.cards.values()))
        card.setChecked(True)
        self.setFocusProxy(card)

    def retranslate(self) -> None:
        """Take the words anew."""
        for name, card in self.cards.items():
            card.set_words(*self._words(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from card to card with the arrow keys."""
        steps = {
            Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1,
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        names = list(self.cards)
        if step is None or not self.current:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft() and abs(step) == 1 and self._columns > 1:
            step = -step
        place = names.index(self.current) + step
        if 0 <= place < len(names):
            card = self.cards[names[place]]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            card.click()
