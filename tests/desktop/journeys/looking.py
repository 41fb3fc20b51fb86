"""Looks at what a person has in front of them: its controls, the way of the keyboard, its words, its room."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)  # fmt: skip

from desktop.check.canvas import PageCanvas

CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QAbstractSlider, QTabBar,
    QKeySequenceEdit, QTextEdit, QPlainTextEdit, PageCanvas,
)  # fmt: skip
MOST_STEPS = 250
LEAST_RING = 60
"""Pixels that must look different where the keyboard is."""
ROWS = 60
"""Rows of a list that are looked at."""


def told(widget: QWidget) -> str:
    """Return which widget it is, for somebody who has to mend it."""
    name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return (
        f"{type(widget).__name__} {name!r} {widget.objectName()!r} in {type(widget.parentWidget()).__name__}"
    )


def controls(top: QWidget) -> list[QWidget]:
    """Return what can be seen and used of a window."""
    return [
        each
        for each in top.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        # The heading of a table is a part of the table, which has a name, as has each of its columns.
        and not isinstance(each, QScrollBar | QHeaderView)
        # The parts that Qt puts into a field or a bar of tabs say what the whole says.
        and not isinstance(
            each.parent(), QLineEdit | QAbstractSpinBox | QComboBox | QKeySequenceEdit | QTabBar
        )
        and not (each.parent() and isinstance(each.parent().parent(), QComboBox))
    ]


# The keyboard's way


def tab_way(*, backwards: bool = False) -> list[QWidget]:
    """Press Tab, or Shift+Tab, until the keyboard is where it was; return where it came through."""
    keys = Qt.KeyboardModifier.ShiftModifier if backwards else Qt.KeyboardModifier.NoModifier
    start = _focus()
    way = [start]
    for _ in range(MOST_STEPS):
        QTest.keyClick(way[-1], Qt.Key.Key_Tab, keys)
        focus = QApplication.focusWidget()
        assert focus is not None, f"Tab leads from {told(way[-1])} to nowhere"
        assert focus is not way[-1], f"Tab does not lead out of {told(focus)}"
        if focus is start:
            return way
        assert focus not in way, f"Tab leads in a circle from {told(focus)}, without {told(start)}"
        way.append(focus)
    raise AssertionError(f"Tab leads nowhere in {MOST_STEPS} steps: {told(way[-1])}")


def missed_by_tab(top: QWidget, way: list[QWidget]) -> list[QWidget]:
    """Return the controls that can be used, and that Tab does not come to, nor arrows from where it comes."""
    return [
        each for each in controls(top) if each.isEnabled() and each not in way and not _in_group(each, way)
    ]


def _in_group(each: QWidget, way: list[QWidget]) -> bool:
    """Whether it is one of those that exclude each other: Tab reaches the chosen one, arrows the others."""
    if not isinstance(each, QAbstractButton) or not each.isCheckable():
        return False
    return any(
        isinstance(other, QAbstractButton)
        and other.isCheckable()
        and (
            (each.group() is not None and other.group() is each.group())
            or (each.autoExclusive() and other.autoExclusive() and other.parent() is each.parent())
        )
        for other in way
    )


def blind_spots() -> Iterator[str]:
    """Go through a window with Tab, and yield what looks the same with the keyboard as without."""
    each = start = _focus()
    for _ in range(MOST_STEPS):
        with_keyboard = picture(each)
        each.clearFocus()
        without = picture(each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if differing(with_keyboard, without) < min(LEAST_RING, each.width() + each.height()):
            yield told(each)
        # Tab brings a control into sight, which giving it the keyboard alone does not.
        QTest.keyClick(each, Qt.Key.Key_Tab)
        each = _focus()
        if each is start:
            return


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None, "the keyboard is nowhere"
    return focus


def picture(widget: QWidget) -> QImage:
    """Return how a control and what is just around it look."""
    top = widget.window()
    around = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    return top.grab(around.intersected(top.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> int:
    """Return how many pixels of two pictures are clearly not the same."""
    if one.isNull() or one.size() != other.size():
        return one.width() * one.height()
    count = 0
    a, b = bytes(one.constBits()), bytes(other.constBits())
    if a == b:
        return 0
    for at in range(0, len(a), 4):
        if a[at : at + 3] != b[at : at + 3]:
            count += sum(abs(x - y) for x, y in zip(a[at : at + 3], b[at : at + 3], strict=True)) > 60
    return count


# Words


def words(top: QWidget) -> Iterator[tuple[str, str]]:
    """Yield everything that a window says, or says to a screen reader: where, and the words."""
    yield "title", top.windowTitle()
    for each in (top, *top.findChildren(QWidget)):
        if not each.isVisible():
            continue
        where = type(each).__name__
        spoken = QAccessible.queryAccessibleInterface(each)
        yield f"{where} tooltip", each.toolTip()
        for which in (QAccessible.Text.Name, QAccessible.Text.Description):
            if spoken is not None:
                yield f"{where} {which.name}", spoken.text(which)
        if isinstance(each, QLabel | QAbstractButton):
            yield where, re.sub("<[^>]*>", " ", each.text())
        if isinstance(each, QLineEdit):
            yield f"{where} placeholder", each.placeholderText()
        if isinstance(each, QComboBox):
            yield from ((f"{where} choice", each.itemText(at)) for at in range(each.count()))
        if isinstance(each, QTabBar):
            yield from ((f"{where} tab", each.tabText(at)) for at in range(each.count()))
        if isinstance(each, QAbstractSpinBox):
            yield f"{where} value", each.text()
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            columns = each.horizontalHeader().count() if isinstance(each, QTableView) else 1
            yield from _words_of_model(where, each.model(), columns)


def _words_of_model(where: str, model: QAbstractItemModel, columns: int) -> Iterator[tuple[str, str]]:
    role = Qt.ItemDataRole
    for column in range(columns):
        yield f"{where} heading", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(QModelIndex()), ROWS)):
        for column in range(columns):
            index = model.index(row, column, QModelIndex())
            for each in (role.DisplayRole, role.ToolTipRole, role.AccessibleTextRole, role.StatusTipRole):
                said = model.data(index, each)
                if isinstance(said, str):
                    yield f"{where} {each.name}", said


# Room


def cut_off(top: QWidget) -> Iterator[str]:
    """Yield what has less room than it needs: words that are cut, and controls that stick out."""
    for each in top.findChildren(QWidget):
        if not each.isVisible() or each.width() <= 1:
            continue
        if isinstance(each, QLabel | QAbstractButton) and _cut(each):
            yield f"{told(each)}: {each.width()} x {each.height()}: {each.text()!r}"
        if isinstance(each, (*CONTROLS, QLabel)) and not isinstance(each, QScrollBar):
            beyond = _beyond(each)
            if beyond > 2:
                yield f"{told(each)} sticks out of {type(each.parentWidget()).__name__} by {beyond}"


def _beyond(each: QWidget) -> int:
    """Return by how many pixels a widget sticks out of one in which it stands and that does not scroll."""
    inner, most = each, 0
    while inner.parentWidget() is not None and not inner.isWindow():
        outer = inner.parentWidget()
        if isinstance(outer.parentWidget(), QAbstractScrollArea) and outer is outer.parentWidget().viewport():
            return most
        room, place = outer.rect(), inner.geometry()
        most = max(
            most, room.left() - place.left(), room.top() - place.top(), place.right() - room.right(),
            place.bottom() - room.bottom(),
        )  # fmt: skip
        inner = outer
    return most


def _cut(each: QLabel | QAbstractButton) -> bool:
    """Whether a label or a button has less room than its words need, and does not say so in a tooltip."""
    text = each.text()
    if not text.strip() or each.toolTip().strip():
        return False
    if isinstance(each, QLabel):
        if each.wordWrap():
            return each.height() < each.heightForWidth(each.width()) - 1
        return each.width() < each.sizeHint().width() - 1 or each.height() < each.sizeHint().height() - 2
    if isinstance(each, QToolButton) and each.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return False
    metrics = QFontMetrics(each.font())
    lines = text.replace("&", "").splitlines()
    tall = metrics.height() * len(lines)
    return each.width() < max(map(metrics.horizontalAdvance, lines)) or each.height() < tall - 2
