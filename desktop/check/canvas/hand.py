"""Dragging the page under the pointer: from anywhere, or at once with the middle button or the space bar."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.check.canvas.camera import Camera


class Hand:
    """Knows whether the page is held, and whether it was moved: a press without a movement is a click."""

    def __init__(self, camera: Camera) -> None:
        """Hold nothing."""
        self._camera = camera
        self._held_at: QPointF | None = None
        self._moves = False
        self.ready = False
        """Whether the space bar is down."""

    @property
    def holds(self) -> bool:
        """Whether a button is down on the page."""
        return self._held_at is not None

    @property
    def cursor(self) -> Qt.CursorShape | None:
        """What the pointer looks like; None if that is not for the hand to say."""
        if self._moves:
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.OpenHandCursor if self.ready else None

    def take(self, point: QPointF, *, at_once: bool) -> None:
        """Take hold.

        Args:
            point: Pixels of the view.
            at_once: Whether the smallest movement drags; else a small one is still a click.
        """
        self._camera.stop()
        self._held_at, self._moves = point, at_once or self.ready

    def move(self, point: QPointF) -> None:
        """Drag the page, once the pointer has gone far enough to mean it."""
        if self._held_at is None:
            return
        way = point - self._held_at
        self._moves = self._moves or way.manhattanLength() >= QApplication.startDragDistance()
        if self._moves:
            self._camera.pan(-way)
            self._held_at = point

    def let_go(self) -> bool:
        """Let the page go; return whether it was a click."""
        clicked = self._held_at is not None and not self._moves
        self._held_at, self._moves = None, False
        return clicked
