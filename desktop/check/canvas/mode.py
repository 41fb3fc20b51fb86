"""What a mode of the page is: for a while, pointer and keys mean something else, until it ends or Esc."""

from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget


class Surface(Protocol):
    """The page as a mode sees it."""

    def viewport(self) -> QWidget:
        """Return the widget that is drawn on."""
        ...

    def to_page(self, point: QPointF) -> QPointF:
        """Map a point from pixels of the view to pixels of the page."""
        ...

    def to_view(self, point: QPointF) -> QPointF:
        """Map a point from pixels of the page to pixels of the view."""
        ...

    def page_rect(self) -> QRectF:
        """Return the page, in its own pixels."""
        ...


class Mode(QObject):
    """Takes pointer and keys while it is in force. Points are pixels of the view."""

    ended = Signal()
    """It is over, with or without an outcome."""

    cursor = Qt.CursorShape.CrossCursor
    shows_boxes = True

    def hint(self) -> str:
        """Return what to do, in the language in force; empty if that stands elsewhere."""
        return ""

    def begin(self) -> None:
        """Come into force."""

    def end(self) -> None:
        """Go out of force."""

    def press(self, point: QPointF) -> None:
        """Take the left button going down."""

    def move(self, point: QPointF, *, pressed: bool) -> None:
        """Take the pointer moving."""

    def release(self, point: QPointF) -> None:
        """Take the left button going up."""

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; True if it meant something."""
        del event
        return False

    def paint(self, painter: QPainter) -> None:
        """Draw over the page, in pixels of the view."""

    def place_changed(self) -> None:
        """Follow the page, which was scrolled or zoomed."""
