"""The page as a person checks it: its picture with a box for every line, zoomed and moved as one likes.

It is given values and knows no library.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.check.canvas.accessible import PageAccessible
from desktop.check.canvas.boxes import NOTHING, BoxesItem
from desktop.check.canvas.corners import DragCorners
from desktop.check.canvas.drawing import DrawBox
from desktop.check.canvas.hand import Hand
from desktop.check.canvas.looks import BoxLook, Level
from desktop.check.canvas.mode import Mode
from desktop.check.canvas.mode_hint import ModeHint
from desktop.check.canvas.page_state import PageState
from desktop.check.canvas.page_view import PageView
from desktop.check.canvas.straighten import Straighten
from desktop.style import HIGH_CONTRAST, Theme
from engine.geometry import Quad

STRIP_LINES = 2.6
"""Room kept below a box for the strip in which it is corrected, in lines of the window's text."""
STRIP_WIDTH = 16


class PageCanvas(PageView):
    """Shows one page and its boxes; tells what a person points at, chooses or draws."""

    line_hovered = Signal(int)
    """Number of the box under the pointer or the keyboard, -1 for none."""

    line_activated = Signal(int)
    """A box was clicked, or chosen with Enter."""

    box_drawn = Signal(object)
    """A :class:`Quad` in pixels of the page."""

    corners_chosen = Signal(object)
    """A :class:`Quad` in pixels of the page: the sheet, clockwise from its top left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty page.

        Args:
            theme: Gives colours and sizes.
            parent: Qt's owner.
        """
        super().__init__(theme, parent)
        self._boxes = BoxesItem(self._page)
        self._hand = Hand(self._camera)
        self._mode: Mode | None = None
        self._hint = ModeHint(theme, self.viewport())
        self._spoken = PageAccessible(self)
        self.place_changed.connect(self._follow)
        theme.changed.connect(self._size_boxes)
        self._size_boxes()
        self.retranslate()

    # What is shown

    def set_page(self, image: QImage | None, lines: Sequence[BoxLook], *, size: QSize | None = None) -> None:
        """Show a page; zoom and place stay as they are if it is as large as the one before.

        Args:
            image: Its picture, or None while there is none.
            lines: Its boxes.
            size: Of the page in its own pixels, if the picture is smaller than that or missing.
        """
        self._boxes.mark(current=NOTHING, hovered=NOTHING)
        if not self.set_picture(image, size):
            self.cancel_mode()
        self._boxes.set_looks(lines, self.page_rect())
        self._spoken.changed()

    def turn(self, quarter_turns: int) -> None:
        """Show the page turned, at once, until it is read anew and given to :meth:`set_page`."""
        self.cancel_mode()
        super().turn(quarter_turns)

    def set_lines(self, lines: Sequence[BoxLook]) -> None:
        """Show other boxes on the same page; the current one stays current if there are as many."""
        self._boxes.set_looks(lines, self._page.boundingRect())
        if self._boxes.current >= len(lines):
            self._boxes.mark(current=NOTHING)
        if self._boxes.hovered >= len(lines):
            self._boxes.mark(hovered=NOTHING)
        self._spoken.changed()
        self.viewport().update()

    @property
    def lines(self) -> tuple[BoxLook, ...]:
        """The boxes, in the order given."""
        return self._boxes.looks

    @property
    def current(self) -> int:
        """The box that the person is at, -1 for none."""
        return self._boxes.current

    @property
    def hovered(self) -> int:
        """The box under the pointer or the keyboard, -1 for none."""
        return self._boxes.hovered

    @property
    def at(self) -> int:
        """The box that keys go on from: the one pointed at, else the current one, -1 for none."""
        return self.hovered if self.hovered != NOTHING else self.current

    def set_current(self, index: int, *, reveal: bool = True) -> None:
        """Mark the box that the person is at.

        Args:
            index: Its number, -1 for none.
            reveal: Bring it to where it can be read and corrected.
        """
        before = self.current
        self._boxes.mark(current=index if 0 <= index < len(self.lines) else NOTHING)
        self._describe(self.current)
        if self.current != before:
            self._spoken.chose(before, self.current)
        if reveal and self._boxes.current != NOTHING:
            self._reveal(self._boxes.current)

    def set_hovered(self, index: int) -> None:
        """Mark the box that the person points at elsewhere, -1 for none; nothing is told back."""
        self._boxes.mark(hovered=index if 0 <= index < len(self.lines) else NOTHING)

    def strip_place(self, index: int) -> QRect:
        """Return where the strip for a box may stand: below it, else above it; empty if it is out of sight.

        Args:
            index: The box.

        Returns:
            Pixels of the viewport.
        """
        if not 0 <= index < len(self.lines):
            return QRect()
        port, line = self.viewport().rect(), self._theme.line
        box = self.box_in_view(index).toAlignedRect()
        if not box.intersects(port):
            return QRect()
        gap, height = max(3, line // 4), round(line * (STRIP_LINES - 0.4))
        width = min(max(box.width() + line, line * STRIP_WIDTH), port.width() - 2 * gap)
        right_to_left = self.lines[index].right_to_left
        left = box.right() + line // 2 - width if right_to_left else box.left() - line // 2
        left = max(gap, min(left, port.width() - gap - width))
        top = box.bottom() + gap
        if top + height > port.height() - gap and box.top() - gap - height >= gap:
            top = box.top() - gap - height
        return QRect(left, max(gap, min(top, port.height() - gap - height)), width, height)

    # Modes

    @property
    def mode(self) -> Mode | None:
        """What is under way: drawing a box, dragging corners, or None."""
        return self._mode

    def draw_box(self) -> None:
        """Let the person draw a box, which :attr:`box_drawn` tells; Esc ends it."""
        mode = DrawBox(self, self._theme)
        mode.drawn.connect(self.box_drawn)
        self._begin(mode)

    def edit_corners(self, start: Quad | None = None) -> None:
        """Let the person drag the corners of the sheet, which :attr:`corners_chosen` tells; Esc ends it.

        Args:
            start: Where the corners are at first, in pixels of the page; None for the whole page.
        """
        mode = Straighten(self, self._theme, lambda: self._page.pyramid, start)
        mode.chosen.connect(self.corners_chosen)
        self._begin(mode)
        self.fit_page()

    def cancel_mode(self) -> None:
        """End what is under way, without an outcome."""
        if self._mode is not None:
            mode, self._mode = self._mode, None
            mode.end()
            mode.deleteLater()
            self._boxes.setVisible(True)
            self._hint.say("")
            self._show_cursor()
            self.viewport().update()

    def _begin(self, mode: Mode) -> None:
        self.cancel_mode()
        self._camera.stop()
        self._mode = mode
        mode.ended.connect(self.cancel_mode)
        self._point_at(NOTHING)
        self._boxes.setVisible(mode.shows_boxes)
        mode.begin()
        self._hint.say(mode.hint())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_cursor()
        self.viewport().update()

    # Pointer

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 - Qt's
        """Let Tab go through the corners, and after the last one on."""
        if isinstance(self._mode, DragCorners) and self._mode.step(1 if next else -1):
            return True
        return super().focusNextPrevChild(next)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to drag the page, or give the point to the mode."""
        middle = event.button() == Qt.MouseButton.MiddleButton
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._mode is not None and not self._hand.ready:
            self._mode.press(event.position())
        elif middle or left:
            self._hand.take(event.position(), at_once=middle)
        self._show_cursor()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag the page, or point at a box."""
        if self._hand.holds:
            self._hand.move(event.position())
        elif self._mode is not None:
            pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
            self._mode.move(event.position(), pressed=pressed)
        else:
            self._point_at(self.line_at(event.position().toPoint()))
        self._show_cursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the box under the pointer, unless the page was dragged."""
        left = event.button() == Qt.MouseButton.LeftButton
        if self._hand.holds:
            clicked = self._hand.let_go() and left and self._mode is None
            found = self.line_at(event.position().toPoint())
            if clicked and found != NOTHING:
                self.line_activated.emit(found)
        elif self._mode is not None and left:
            self._mode.release(event.position())
        self._show_cursor()
        event.accept()

    def line_at(self, point: QPoint) -> int:
        """Return the box at a point of the viewport, -1 for none."""
        return self._boxes.at(self.to_page(QPointF(point)), self._camera.scale)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the wish for a tooltip, and see the pointer go."""
        if event.type() == QEvent.Type.Gesture:
            self._hand.let_go()
        if event.type() == QEvent.Type.Leave:
            self._point_at(NOTHING)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.line_at(event.pos()) if self._mode is None else NOTHING
            QToolTip.showText(event.globalPos(), self.said(found) if found != NOTHING else "", self)
            return True
        return super().viewportEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from box to box; with Ctrl, scroll."""
        key = Qt.Key(event.key())
        if self._mode is not None and self._mode.key(event):
            return
        if key == Qt.Key.Key_Escape and self._mode is not None:
            self.cancel_mode()
        elif key == Qt.Key.Key_Space:
            self._hand.ready = True
            self._show_cursor()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._key_among_boxes(key):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand.ready = False
            self._show_cursor()
        super().keyReleaseEvent(event)

    def _key_among_boxes(self, key: Qt.Key) -> bool:
        here = self.at
        last = len(self.lines) - 1
        if last < 0:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if here != NOTHING:
                self.line_activated.emit(here)
            return here != NOTHING
        to = {
            Qt.Key.Key_Down: min(last, here + 1),
            Qt.Key.Key_Up: max(0, here - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(key)
        if to is None:
            return False
        self.go_to(to)
        return True

    def go_to(self, index: int) -> None:
        """Bring the keyboard to a box; a screen reader says it."""
        self._point_at(index)
        self._reveal(index)
        self._describe(index)
        self._spoken.went_to(index)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Forget the hand: the key may come up elsewhere."""
        self._hand.ready = False
        self._show_cursor()
        super().focusOutEvent(event)

    # Words

    def said(self, index: int) -> str:
        """Return what a box says, with how far it can be trusted."""
        look = self.lines[index]
        words = self._level_words(look.level)
        return words.replace("%1", look.text) if look.text else words.replace("%1", "").rstrip(" :")

    def told(self, index: int) -> str:
        """Return which box it is, and what it says: for screen readers."""
        return f"{self.place_of(index)}. {self.said(index)}"

    def place_of(self, index: int) -> str:
        """Return which of all boxes it is."""
        words, numbers = self.tr("Line %1 of %2"), QLocale()
        words = words.replace("%1", numbers.toString(index + 1))
        return words.replace("%2", numbers.toString(len(self.lines)))

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self.tr("Page"))
        self._hint.say(self._mode.hint() if self._mode is not None else "")
        self._describe(self.at)
        self._spoken.changed()

    def _level_words(self, level: Level) -> str:
        return {
            Level.SURE: "%1",
            Level.DOUBTFUL: self.tr("Doubtful: %1"),
            Level.UNREAD: self.tr("Could not be read: %1"),
            Level.CORRECTED: self.tr("Corrected: %1"),
            Level.CONFIRMED: self.tr("Confirmed: %1"),
        }[level]

    # Inside

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paint_over(self, painter: QPainter) -> None:
        """Let the mode draw."""
        if self._mode is not None:
            painter.save()
            self._mode.paint(painter)
            painter.restore()

    def _describe(self, index: int) -> None:
        """Have a screen reader that comes to the page say at which box the person is."""
        if self.state is PageState.SHOWN:
            self.setAccessibleDescription(self.told(index) if 0 <= index < len(self.lines) else "")

    def _point_at(self, index: int) -> None:
        if index != self._boxes.hovered:
            self._boxes.mark(hovered=index)
            self.line_hovered.emit(index)
            self._show_cursor()

    def _reveal(self, index: int) -> None:
        box = self._boxes.mapRectToScene(self._boxes.bounds(index))
        self._camera.reveal(box, self._theme.line * STRIP_LINES)

    def box_in_view(self, index: int) -> QRectF:
        """Return where a box lies, in pixels of the viewport."""
        return self._boxes.deviceTransform(self.viewportTransform()).mapRect(self._boxes.bounds(index))

    def _follow(self) -> None:
        if self._mode is not None:
            self._mode.place_changed()
            self._hint.place()

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape
        of_hand = self._hand.cursor
        if of_hand is not None:
            wanted = of_hand
        elif self._mode is not None:
            wanted = self._mode.cursor
        else:
            wanted = shape.PointingHandCursor if self.hovered != NOTHING else shape.ArrowCursor
        if self.viewport().cursor().shape() != wanted:
            self.viewport().setCursor(wanted)

    def _size_boxes(self) -> None:
        self._boxes.set_sizes(float(self._theme.line), strong=self._theme.colours == HIGH_CONTRAST)
