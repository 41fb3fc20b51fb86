"""A card in the middle of the window, with a title: what all pages before the library look like."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.style import Theme


class CardPage(QScrollArea):
    """A page with one card; scrolls where the window is small or the text large."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        """Begin with an empty card; fill :attr:`column`."""
        super().__init__(parent)
        self.theme = theme
        self._icon = icon
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(self)
        self.card = QFrame(inner)
        self.card.setProperty("kind", "card")
        self._mark, self.heading, self.lead = QLabel(self.card), QLabel(self.card), QLabel(self.card)
        self.lead.setProperty("kind", "muted")
        for label in (self.heading, self.lead):
            label.setWordWrap(True)
        self.column = QVBoxLayout(self.card)
        for label in (self._mark, self.heading, self.lead):
            self.column.addWidget(label)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card)
        middle.addStretch(1)
        outer = QVBoxLayout(inner)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.setWidget(inner)
        theme.changed.connect(self.restyle)
        self.restyle()

    def retranslate(self) -> None:
        """Take the words anew."""

    def restyle(self) -> None:
        """Take sizes and icons anew."""
        line = self.theme.line
        self.card.setFixedWidth(line * 27)
        self.column.setContentsMargins(line * 2, line * 2, line * 2, line * 2)
        self.column.setSpacing(line * 2 // 3)
        self._mark.setPixmap(self.theme.icons.pixmap(self._icon, line * 2, "link"))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        self.heading.setFont(font)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take sizes anew: Qt forgets a label's own font when the page gets another parent."""
        self.restyle()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets in a row, at the end of the line of writing."""
    row = QHBoxLayout()
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return row
