"""The bar over the page: which document and page it is, and what can be done to the page."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.actions import ActionSet
from desktop.check.page_in_hand import PageInHand
from desktop.style import Theme
from desktop.texts import name_text

GROUPS = (
    ("edit.undo", "edit.redo"),
    ("page.zoom-out", "page.zoom-in", "page.fit", "page.fit-width"),
    ("page.rotate-left", "page.rotate-right", "page.straighten", "page.read-again"),
)
"""The buttons, in groups."""

LEAST_NAME = 8
"""In lines' heights: with less room for the name, buttons that have keys and menus are left out."""

LEAVE_OUT = (
    "page.zoom-out", "page.zoom-in", "page.rotate-left", "page.fit", "page.fit-width", "edit.redo",
    "page.read-again",
)  # fmt: skip
"""In this order, where there is no room."""


class PageBar(QFrame):
    """The bar."""

    def __init__(
        self, hand: PageInHand, actions: ActionSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show what is in hand.

        Args:
            hand: What is checked.
            actions: Give the buttons.
            theme: Gives icons and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._hand, self._theme = hand, theme
        self.name, self.place = QLabel(self), QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = QToolButton(self)
        self.back.setDefaultAction(actions["go.back"])
        self.previous, self.next = QToolButton(self), QToolButton(self)
        self.previous.setDefaultAction(actions["page.previous"])
        self.next.setDefaultAction(actions["page.next"])
        self.buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.name, 1)
        for widget in (self.previous, self.place, self.next):
            self._row.addWidget(widget)
        for group in GROUPS:
            self._row.addSpacing(theme.line // 2)
            for name in group:
                button = self.buttons[name] = QToolButton(self)
                button.setDefaultAction(actions[name])
                self._row.addWidget(button)
        self._all = [self.back, self.previous, self.next, *self.buttons.values()]
        for button in self._all:
            button.setProperty("kind", "plain")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hand.document_changed.connect(self.follow)
        hand.page_opened.connect(self.follow)
        theme.changed.connect(self._restyle)
        self._restyle()

    def follow(self) -> None:
        """Show the document and the page."""
        count = len(self._hand.pages)
        for widget in (self.previous, self.next, self.place):
            widget.setVisible(count > 1)
        locale = QLocale()
        text = self.tr("Page %1 of %2").replace("%1", locale.toString(self._hand.index + 1))
        self.place.setText(text.replace("%2", locale.toString(count)))
        self._elide()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave out what there is no room for, and shorten the name."""
        super().resizeEvent(event)
        self._fit()
        self._elide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Shorten the name anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _fit(self) -> None:
        line = self._theme.line
        fixed = sum(button.sizeHint().width() + self._row.spacing() for button in self._all)
        fixed += self.place.sizeHint().width() + line * 3
        room = self.width() - fixed - LEAST_NAME * line
        for name in LEAVE_OUT:
            button = self.buttons[name]
            button.setVisible(room >= 0)
            if room < 0:
                room += button.sizeHint().width() + self._row.spacing()

    def _elide(self) -> None:
        facts = self._hand.facts
        name = "" if facts is None else facts.document.name
        metrics = self.name.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, max(self.name.width(), 1))
        self.name.setText(name_text(shown, right_to_left=self.isRightToLeft()))
        self.name.setToolTip(name)
        self.name.setAccessibleName(name)

    def _restyle(self) -> None:
        line = self._theme.line
        self._row.setContentsMargins(line // 2, line // 4, line // 2, line // 4)
        self._row.setSpacing(line // 8)
        for button in self._all:
            button.setIconSize(QSize(round(line * 1.15), round(line * 1.15)))
        font = self.font()
        font.setBold(True)
        self.name.setFont(font)
        self._fit()
        self._elide()
