"""The page with its boxes, and the strip of pages: knows no library."""

from desktop.check.canvas.looks import BoxLook, Level
from desktop.check.canvas.page_canvas import PageCanvas
from desktop.check.canvas.page_state import PageState
from desktop.check.canvas.zoom import Fit

__all__ = ["BoxLook", "Fit", "Level", "PageCanvas", "PageState"]
