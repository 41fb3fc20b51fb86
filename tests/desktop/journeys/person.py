"""Somebody at the window: has eyes, a mouse and a keyboard, and nothing else."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMenu, QWidget

from desktop.queue.drawer import QueueDrawer
from desktop.window.frame import Frame
from desktop.window.view import View
from tests.desktop.patience import PATIENCE

READING_PATIENCE = 120_000


class Person:
    """Works at one window."""

    def __init__(self, qtbot, window: QWidget) -> None:
        self.qtbot, self.window = qtbot, window

    # What there is

    @property
    def frame(self) -> Frame:
        frame = self.window.centralWidget()
        assert isinstance(frame, Frame)
        return frame

    @property
    def view(self) -> View:
        return self.frame.view

    @property
    def drawer(self) -> QueueDrawer:
        """The drawer of the queue, open or not."""
        return self.frame.findChild(QueueDrawer)

    @property
    def message(self) -> str:
        """What the message at the bottom says."""
        toast = self.frame.toasts.current
        return toast.words.text() if toast is not None and toast.isVisible() else ""

    def waits_until(self, happened: Callable[[], object], *, patience: int = PATIENCE) -> None:
        self.qtbot.waitUntil(lambda: bool(happened()), timeout=patience)

    def reads(self, *words: str, patience: int = PATIENCE) -> str:
        """Wait for a message that holds these words."""
        self.waits_until(lambda: all(each in self.message for each in words), patience=patience)
        return self.message

    def dialog(self, kind: type[QDialog] = QDialog) -> QDialog:
        """Wait for a dialog, and return it."""
        self.waits_until(lambda: isinstance(QApplication.activeWindow(), kind))
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, kind)
        return dialog

    # Keyboard

    def presses(self, keys: str) -> None:
        """Press keys such as ``Ctrl+Shift+L`` where the keyboard is."""
        combination = QKeySequence(keys)[0]
        self.qtbot.keyClick(self._keyboard(), combination.key(), combination.keyboardModifiers())

    def types(self, words: str) -> None:
        """Type words where the keyboard is."""
        for letter in words:
            widget = self._keyboard()
            if letter.isascii():
                self.qtbot.keyClicks(widget, letter)
            else:
                QTest.sendKeyEvent(
                    QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier
                )

    def _keyboard(self) -> QWidget:
        if QApplication.activeWindow() is None:
            # A window manager gives the keyboard to the window that is left when a dialog goes.
            self.window.activateWindow()
            self.waits_until(lambda: QApplication.activeWindow() is not None)
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    # Mouse

    def clicks(self, what: QWidget, *, double: bool = False) -> None:
        """Click in the middle of a control, which must be in sight and alive."""
        self.waits_until(lambda: what.isVisible() and what.isEnabled())
        self.qtbot.mouseClick(what, Qt.MouseButton.LeftButton, pos=what.rect().center())

    def clicks_row(
        self, view: QAbstractItemView, row: int, *, keys=Qt.KeyboardModifier.NoModifier, column: int = 0
    ) -> QModelIndex:
        """Click on a row of a list."""
        self.waits_until(lambda: view.model() is not None and view.model().rowCount() > row)
        index = view.model().index(row, column)
        view.scrollTo(index)
        rect = view.visualRect(index)
        place = QPoint(rect.left() + min(rect.width() // 2, 60), rect.center().y())
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)
        return index

    def drags(self, area: QWidget, start: QPoint, end: QPoint) -> None:
        """Press the mouse at one point of a widget, move it to another in steps, and let it go."""
        self.qtbot.mousePress(area, Qt.MouseButton.LeftButton, pos=start)
        for share in (0.25, 0.5, 0.75, 1.0):
            self.qtbot.mouseMove(area, start + (end - start) * share)
        self.qtbot.mouseRelease(area, Qt.MouseButton.LeftButton, pos=end)

    def drops(self, paths: Iterable[Path], *, on: QWidget | None = None) -> None:
        """Drag files over the window and let them go."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.drops_data(data, on=on)

    def drops_data(self, data: QMimeData, *, on: QWidget | None = None) -> None:
        """Let something go over a widget: it goes to the nearest parent that takes it, as Qt does it."""
        target = on or self.frame
        point = target.rect().center()
        while True:
            enter = QDragEnterEvent(
                point,
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            enter.ignore()
            if target.acceptDrops():
                QApplication.sendEvent(target, enter)
            if enter.isAccepted():
                break
            assert target.parentWidget() is not None, "nobody takes what is dropped here"
            point, target = target.mapToParent(point), target.parentWidget()
        drop = QDropEvent(
            QPointF(point), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(target, drop)
        assert drop.isAccepted()

    # Actions

    def chooses(self, action: str) -> None:
        """Choose an action from the main menu, as a mouse does; it must be there and possible."""
        actions = self.frame.actions_set
        menu = QMenu()
        actions.main_menu(menu)
        found = [each for each in _entries(menu) if each is actions[action]]
        self.waits_until(lambda: actions[action].isEnabled())
        assert found, f"{action} is not in the menu"
        assert actions[action].isVisible()
        actions[action].trigger()
        menu.deleteLater()

    def goes_to(self, place: str) -> None:
        """Click on a place in the rail."""
        button = next(each for each in self.frame.rail.buttons if each.place.name == place)
        self.clicks(button)


def _entries(menu: QMenu) -> Iterable[QAction]:
    for action in menu.actions():
        if action.menu() is not None:
            yield from _entries(action.menu())
        else:
            yield action
