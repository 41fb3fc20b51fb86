"""The boxes of a page as a screen reader finds them: a list, with one item for each line.

An item says what its box reads and how far that can be trusted, lies where the box lies on the screen, tells
whether the person is there, and can be pressed. It asks the canvas for all of it and keeps nothing of a page.

Qt owns what it has given a number to, and deletes the list together with the viewport. Items have no object
of Qt's behind them: they are deleted when the viewport goes, and never before. So they are made when they
are first asked for, and stand for whatever page comes next.

The stubs of Qt know of no None here, and of no pointer in ``interface_cast``; both are what Qt expects.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, getCppPointer

if TYPE_CHECKING:
    from desktop.check.canvas.page_canvas import PageCanvas

ROLE, TEXT, EVENT = QAccessible.Role, QAccessible.Text, QAccessible.Event


class PageAccessible(QAccessibleWidget):
    """The list of all boxes; after them come the widgets that lie over the page.

    It stands for the viewport, which is a plain widget: Qt looks a part up by the class of its object too,
    and that of an object made in Python changes whenever one of its methods is connected for the first time.
    """

    def __init__(self, canvas: "PageCanvas") -> None:
        """Stand for what is seen of a canvas, from now on until it is deleted."""
        port = canvas.viewport()
        super().__init__(port, ROLE.List)
        self._canvas, self._port = canvas, port
        self._items: list[LineAccessible] = []
        self._ended = False
        if QAccessible.isActive():
            QAccessible.deleteAccessibleInterface(
                QAccessible.uniqueId(QAccessible.queryAccessibleInterface(port))
            )
        QAccessible.registerAccessibleInterface(self)
        port.destroyed.connect(lambda: self._end())

    @property
    def count(self) -> int:
        """How many boxes there are."""
        return 0 if self._ended else len(self._canvas.lines)

    def item(self, index: int) -> "LineAccessible":
        """Return the item of a box; it is made when it is first asked for."""
        while len(self._items) <= index:
            item = LineAccessible(self._canvas, self, len(self._items))
            QAccessible.registerAccessibleInterface(item)
            self._items.append(item)
        return self._items[index]

    def _end(self) -> None:
        """Have Qt delete the items: the page's own part it deletes by itself."""
        self._ended = True
        for each in self._items:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(each))
        self._items.clear()

    # What happened

    def went_to(self, index: int) -> None:
        """Tell that the keyboard went to a box: a screen reader says it."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.item(index), EVENT.Focus))

    def chose(self, before: int, index: int) -> None:
        """Tell that the person is at another box now, -1 for none."""
        if QAccessible.isActive():
            for each, event in ((before, EVENT.SelectionRemove), (index, EVENT.Selection)):
                if 0 <= each < self.count:
                    QAccessible.updateAccessibility(QAccessibleEvent(self.item(each), event))

    def changed(self) -> None:
        """Tell that there are other boxes, or that they say something else."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, EVENT.ObjectReorder))

    # What Qt asks

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Return how many boxes there are, and widgets over the page."""
        return self.count + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a box, or the part of a widget."""
        return self.item(index) if 0 <= index < self.count else super().child(index - self.count)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Return the place of a box, or of a widget's part; -1 for what is no child."""
        if isinstance(child, LineAccessible):
            return child.index if child.isValid() else -1
        place = super().indexOfChild(child)
        return place if place < 0 else self.count + place

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """Return what lies at a point of the screen: a widget over the page, else a box."""
        inside = self._port.mapFromGlobal(QPoint(x, y))
        over = self._port.childAt(inside)
        while over is not None and over.parentWidget() is not self._port:
            over = over.parentWidget()
        if over is not None:
            return QAccessible.queryAccessibleInterface(over)
        at = self._canvas.line_at(inside) if self._port.rect().contains(inside) else -1
        return self.item(at) if at >= 0 else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """Return the box at which the keyboard is, or the widget over the page."""
        if self._canvas.hasFocus():
            at = self._canvas.at
            return self.item(at) if 0 <= at < self.count else None
        return super().focusChild()

    def text(self, which: QAccessible.Text) -> str:
        """Return its name."""
        if which == TEXT.Name:
            return QCoreApplication.translate("PageCanvas", "Boxes on the page")
        return super().text(which)


class LineAccessible(QAccessibleInterface):
    """One box. There are as many as a page ever had; those beyond the present page say nothing."""

    def __init__(self, canvas: "PageCanvas", page: PageAccessible, index: int) -> None:
        """Stand for the box of a number, on whatever page is shown."""
        super().__init__()
        self._canvas, self._page, self.index = canvas, page, index
        self._press = PressLine(canvas, index)

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """Return whether the page has such a box."""
        return self.index < self._page.count

    def object(self) -> None:  # type: ignore[override]
        """Return nothing: no object of Qt's stands behind it."""
        return

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window in which the page is."""
        return self._page.window()

    def parent(self) -> QAccessibleInterface:
        """Return the list."""
        return self._page

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Return that it has no parts."""
        return 0

    def child(self, index: int) -> None:  # type: ignore[override]
        """Return nothing."""
        del index

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Return that it is none of its own."""
        del child
        return -1

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]  # noqa: N802
        """Return nothing."""
        del x, y

    def rect(self) -> QRect:
        """Return where the box lies on the screen, upright."""
        if not self.isValid():
            return QRect()
        box = self._canvas.box_in_view(self.index).toAlignedRect()
        return QRect(self._canvas.viewport().mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """Return that it is an item of a list."""
        return ROLE.ListItem

    def state(self) -> QAccessible.State:
        """Return whether the person is at it, and whether it is in sight."""
        canvas, state = self._canvas, QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        here = canvas.hasFocus() and canvas.at == self.index
        for name, value in (
            ("focusable", True),
            ("selectable", True),
            ("readOnly", True),
            ("focused", here),
            ("selected", canvas.current == self.index),
            ("invisible", not canvas.isVisible()),
            ("offscreen", not canvas.box_in_view(self.index).intersects(canvas.viewport().rect())),
        ):
            setattr(state, name, value)
        return state

    def text(self, which: QAccessible.Text) -> str:
        """Return what the box says, with how far it can be trusted, and which of all it is."""
        if self.isValid():
            if which == TEXT.Name:
                return self._canvas.said(self.index)
            if which == TEXT.Description:
                return self._canvas.place_of(self.index)
        return ""

    def setText(self, which: QAccessible.Text, text: str) -> None:  # noqa: N802 - Qt's name
        """Leave the line as it is: lines are corrected in their fields, where the correction is kept."""

    def interface_cast(self, which: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Return what can be done with it; anything but such a pointer, None too, would end the program."""
        actions = which == QAccessible.InterfaceType.ActionInterface
        return VoidPtr(getCppPointer(self._press)[0] if actions else 0)


class PressLine(QAccessibleActionInterface):
    """What a screen reader can do with a box: press it, which opens the line, or bring the keyboard to it."""

    def __init__(self, canvas: "PageCanvas", index: int) -> None:
        """Press the box of a number."""
        super().__init__()
        self._canvas, self._index = canvas, index

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return the names of Qt's own actions."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Do one of them."""
        if self._index >= len(self._canvas.lines):
            return
        if name == self.pressAction():
            self._canvas.line_activated.emit(self._index)
        elif name == self.setFocusAction():
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self._canvas.go_to(self._index)

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: N802 - Qt's name
        """Return no keys: Enter presses the box at which the keyboard is."""
        del name
        return []
