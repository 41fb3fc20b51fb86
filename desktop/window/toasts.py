"""Short messages over the bottom of the window, with at most one thing to do about them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.style import Theme

SECONDS = 8
WIDTH, LEAST_WIDTH = 34, 20
"""In lines' heights: what a message takes at most, and what it takes although little is left beside it."""
SHARE = 0.5
"""Of the room: what stands at the far side, such as the buttons for a line or the queue, stays uncovered."""
KINDS = {
    "info": ("info", "link"),
    "done": ("done", "sure"),
    "warning": ("warning", "doubt"),
    "wrong": ("problem", "wrong"),
}


class Toast(QFrame):
    """One message."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        text: str,
        *,
        kind: str,
        action: str,
        do: Callable[[], object] | None,
    ) -> None:
        """Show a message; see :meth:`Toasts.show`."""
        super().__init__(parent)
        self.setObjectName("toast")
        self.setFrameShape(QFrame.Shape.NoFrame)
        colours, line = theme.colours, theme.line
        self.setStyleSheet(
            f"#toast {{ background: {colours.raised}; border: 1px solid {colours.edge};"
            f" border-radius: {line // 2}px; }}"
        )
        name, colour = KINDS[kind]
        mark = QLabel(self)
        mark.setPixmap(theme.icons.pixmap(name, line + 2, colour))
        self.words = QLabel(text, self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(line, line // 2, line // 2, line // 2)
        row.setSpacing(line // 2)
        row.addWidget(mark)
        row.addWidget(self.words, 1)
        self.button: QPushButton | None = None
        if action and do is not None:
            self.button = QPushButton(action, self)
            self.button.setProperty("kind", "link")
            self.button.clicked.connect(do)
            self.button.clicked.connect(self.vanish)
            row.addWidget(self.button)
        close = QToolButton(self)
        close.setProperty("kind", "plain")
        close.setIcon(theme.icons.icon("close", "muted"))
        close.setIconSize(QSize(line, line))
        close.setAccessibleName(self.tr("Close this message"))
        close.setToolTip(self.tr("Close"))
        close.clicked.connect(self.vanish)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._run_out)
        self._timer.start()

    def vanish(self) -> None:
        """Go."""
        self.hide()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Stay while the mouse is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Go some time after the mouse left."""
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.vanish()
        else:
            super().keyPressEvent(event)

    def _run_out(self) -> None:
        """Go, unless the keyboard is in it."""
        if self.isAncestorOf(self.focusWidget() or QWidget()) and self.focusWidget().hasFocus():
            self._timer.start()
        else:
            self.vanish()


class Toasts(QObject):
    """Shows one message at a time over the bottom of a widget, the latest; a screen reader says it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Show them over a widget."""
        super().__init__(parent)
        self._over, self._theme = parent, theme
        self._beside: QWidget | None = None
        self.current: Toast | None = None
        parent.installEventFilter(self)

    def stand_beside(self, widget: QWidget) -> None:
        """Begin where a widget at the near side ends, instead of in the middle of the window."""
        self._beside = widget
        self._place()

    def show(
        self,
        text: str,
        *,
        kind: str = "info",
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> Toast:
        """Show a message for some seconds.

        Args:
            text: One or two sentences, translated.
            kind: ``info``, ``done``, ``warning`` or ``wrong``.
            action: What the button says, such as "Undo"; empty for none.
            do: Called when the button is pressed.
        """
        if self.current is not None:
            self.current.vanish()
        toast = self.current = Toast(self._over, self._theme, text, kind=kind, action=action, do=do)
        toast.destroyed.connect(lambda: self._gone(toast))
        self._place()
        toast.show()
        toast.raise_()
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(toast, text)
            QAccessible.updateAccessibility(event)
        return toast

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the message at the bottom when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.current is None:
            return
        room, line = self._over.rect(), self._theme.line
        taken = self._beside.width() if self._beside is not None and self._beside.isVisible() else 0
        free = room.width() - taken
        most = WIDTH * line if not taken else min(WIDTH * line, max(LEAST_WIDTH * line, round(free * SHARE)))
        width = min(free - 2 * line, most)
        self.current.setFixedWidth(width)
        height = max(self.current.heightForWidth(width), self.current.sizeHint().height())
        self.current.resize(width, height)
        left = taken + line if taken else (room.width() - width) // 2
        if self._over.isRightToLeft():
            left = room.width() - left - width
        self.current.move(QPoint(left, room.height() - height - line))

    def _gone(self, toast: Toast) -> None:
        if self.current is toast:
            self.current = None
