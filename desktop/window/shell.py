"""The one window of the program: remembers where it was, and shows what the program gives it."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.choices import Choices
from desktop.texts import name_text

LEAST, FIRST = QSize(720, 480), QSize(1280, 760)
MINUTE = 60_000
"""Milliseconds."""

_STIRRING = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
    }
)  # fmt: skip


class ShellWindow(QMainWindow):
    """The window; its content is exchanged when the library is unlocked or locked."""

    closing = Signal()

    def __init__(self, choices: Choices, may_close: Callable[[], bool] = lambda: True) -> None:
        """Be as large and where it was left.

        Args:
            choices: Remember that.
            may_close: Asked before the window closes; whoever says no tells the person why.
        """
        super().__init__()
        self._choices = choices
        self._may_close = may_close
        self.setMinimumSize(LEAST)
        self.setWindowTitle("Sanduku")
        state = choices.layout("window")
        if state == QByteArray() or not self.restoreGeometry(state):
            self.resize(FIRST)

    def show_content(self, content: QWidget) -> None:
        """Show something else; what was shown is destroyed."""
        former = self.takeCentralWidget()
        if former is not None:
            former.hide()
            former.deleteLater()
        self.setCentralWidget(content)
        content.show()

    def set_title(self, title: str) -> None:
        """Name what is shown; the window's name tells nothing of a document while it is locked."""
        name = name_text(title, right_to_left=self.isRightToLeft())
        self.setWindowTitle(f"{name} – Sanduku" if title else "Sanduku")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember size and place, and tell; unless something is to be asked before."""
        if not self._may_close():
            event.ignore()
            return
        self._choices.set_layout("window", self.saveGeometry())
        self._choices.save()
        self.closing.emit()
        super().closeEvent(event)


class IdleWatch(QObject):
    """Notices that nobody has touched keyboard or mouse for some minutes."""

    def __init__(self, application: QApplication, choices: Choices, idle: Callable[[], object]) -> None:
        """Watch, once :meth:`begin` was called.

        Args:
            application: Whose events are watched.
            choices: Say after how many minutes.
            idle: Called then.
        """
        super().__init__(application)
        self._choices = choices
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(idle)
        self._application = application

    def begin(self) -> None:
        """Start watching."""
        self._application.installEventFilter(self)
        self._start()

    def end(self) -> None:
        """Watch no more."""
        self._application.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin to count anew when somebody does something."""
        if event.type() in _STIRRING:
            self._start()
        return super().eventFilter(watched, event)

    def _start(self) -> None:
        minutes = self._choices.lock_after_minutes
        if minutes:
            self._timer.start(minutes * MINUTE)
        else:
            self._timer.stop()
