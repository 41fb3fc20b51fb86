"""A page of the settings: headings, rows and cards, one below the other; scrolls where there is no room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.style import Theme


class Card(QFrame):
    """Things that belong together, under a heading."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "card")
        self.heading = QLabel(self)
        self.heading.hide()
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.heading)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_heading(self, text: str) -> None:
        """Set what stands above."""
        self.heading.setText(text)
        self.heading.setVisible(bool(text))

    def add(self, widget: QWidget) -> None:
        """Put something at the end."""
        self.column.addWidget(widget)

    def _restyle(self) -> None:
        line = self._theme.line
        self.column.setContentsMargins(line, line * 2 // 3, line, line * 2 // 3)
        self.column.setSpacing(line * 2 // 3)
        font = self.font()
        font.setBold(True)
        self.heading.setFont(font)


class Page(QScrollArea):
    """One page; a subclass fills it and takes its words in :meth:`retranslate`."""

    icon = "settings"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = QWidget(self)
        self.heading = QLabel(self.inner)
        self.column = QVBoxLayout(self.inner)
        self.column.addWidget(self.heading)
        self.setWidget(self.inner)
        theme.changed.connect(self.restyle)
        self.restyle()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _former: QWidget | None, now: QWidget | None) -> None:
        """Bring what got the keyboard into sight: Qt does so only where it comes from within the page.

        Nothing moves that is in sight, or it would move from under a mouse that is just being pressed.
        """
        if now is not None and self.inner.isAncestorOf(now) and now.visibleRegion().isEmpty():
            self.ensureWidgetVisible(now)

    def title(self) -> str:
        """Return what the page is called."""
        raise NotImplementedError

    def shown(self) -> None:
        """Take what may have changed; called each time before the page is shown."""

    def retranslate(self) -> None:
        """Take the words anew."""

    def card(self) -> Card:
        """Add a card at the end, and return it."""
        card = Card(self.theme, self.inner)
        self.column.addWidget(card)
        return card

    def restyle(self) -> None:
        """Take sizes anew."""
        line = self.theme.line
        self.column.setContentsMargins(line, line, line, line)
        self.column.setSpacing(line * 2 // 3)
        self.inner.setMaximumWidth(line * 50)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
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
