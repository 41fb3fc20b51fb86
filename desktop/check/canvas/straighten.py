"""The mode that straightens a photo: four corners on the page, and beside it how the sheet will look."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.check.canvas.corners import DragCorners
from desktop.check.canvas.corners_panel import CornersPanel
from desktop.check.canvas.mode import Surface
from desktop.check.canvas.pyramid import Pyramid
from desktop.check.canvas.straightening import Fault, Preview
from desktop.style import Theme
from engine.geometry import Quad


class Dock(Surface, Protocol):
    """A page that can have something beside it."""

    def set_side(self, panel: QWidget | None, width: int) -> None:
        """Make room for a widget beside the page, or take it away."""
        ...


class Straighten(DragCorners):
    """Dragging corners with a live preview."""

    def __init__(
        self, dock: Dock, theme: Theme, picture: Callable[[], Pyramid | None], start: Quad | None
    ) -> None:
        """Lay the corners; see :class:`DragCorners`."""
        super().__init__(dock, theme, picture, start)
        self._dock = dock
        self.panel = CornersPanel(theme, dock.viewport().window())
        self._preview = Preview(self)
        self._preview.ready.connect(self._show)
        self.changed.connect(self._look)
        self.panel.apply_wanted.connect(self.apply)
        self.panel.whole_wanted.connect(self.take_whole_page)
        self.panel.cancel_wanted.connect(self.ended)

    def begin(self) -> None:
        """Put the panel beside the page."""
        self._dock.set_side(self.panel, self.panel.wanted_width)
        self._look()

    def end(self) -> None:
        """Take the panel away."""
        self._dock.set_side(None, 0)
        self.panel.hide()
        self.panel.deleteLater()

    def place_changed(self) -> None:
        """Draw anew; the panel may have another size."""
        super().place_changed()
        self._look()

    def _look(self) -> None:
        wrong = self.fault
        self.panel.show_fault(wrong)
        picture = self._picture()
        if wrong is Fault.NONE and picture is not None:
            self._preview.ask(picture, self.corners, self.panel.room)

    def _show(self, image: object) -> None:
        self.panel.show_preview(image)  # type: ignore[arg-type]
