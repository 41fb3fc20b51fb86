"""How large the page is shown: the arithmetic, without any widget.

A zoom is a number of pixels of the screen for each pixel of the page: 1 is the actual size.
"""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSizeF

MOST = 8.0
STEP = 1.25
LEAST_SHARE = 0.5
"""The page can be made smaller than the whole view shows it by this factor, no further."""
WHEEL_NOTCH = 120
NEAR = 1.02


class Fit(StrEnum):
    """What the zoom follows when the view's size changes."""

    PAGE = "page"
    WIDTH = "width"
    FREE = "free"


def whole(page: QSizeF, view: QSizeF, margin: float) -> float:
    """Return the scale at which the whole page is seen.

    Args:
        page: Size of the page.
        view: Size of the view.
        margin: Free space on each side, in pixels of the view.
    """
    return max(
        1e-6,
        min(
            max(1.0, view.width() - 2 * margin) / max(1.0, page.width()),
            max(1.0, view.height() - 2 * margin) / max(1.0, page.height()),
        ),
    )


def full_width(page: QSizeF, view: QSizeF, margin: float) -> float:
    """Return the scale at which the page is as wide as the view."""
    return max(1e-6, max(1.0, view.width() - 2 * margin) / max(1.0, page.width()))


def bounded(scale: float, least: float, most: float) -> float:
    """Return the nearest scale that is allowed."""
    return max(min(least, most), min(most, scale))


def stepped(scale: float, direction: int) -> float:
    """Return the next rung of the ladder of zooms that has 1 on it.

    Args:
        scale: Where it stands, on a rung or between two.
        direction: 1 for larger, -1 for smaller.
    """
    rung = 1.0
    if direction > 0:
        while rung > scale * NEAR:
            rung /= STEP
        while rung <= scale * NEAR:
            rung *= STEP
    else:
        while rung < scale / NEAR:
            rung *= STEP
        while rung >= scale / NEAR:
            rung /= STEP
    return rung


def wheeled(scale: float, angle: float) -> float:
    """Return the scale after a turn of the wheel; a touchpad gives small turns.

    Args:
        scale: Before.
        angle: Eighths of a degree, as Qt gives it: 120 for a notch.
    """
    return scale * float(STEP ** (angle / WHEEL_NOTCH))


def legible(box: QRectF, scale: float, view: QSizeF, text: float) -> float:
    """Return a scale at which a box of text can be read, changed no more than that needs.

    Args:
        box: The box, in pixels of the page.
        scale: Now.
        view: Size of the view.
        text: Height in pixels of the view at which text is comfortable.
    """
    height = max(1.0, min(box.height(), box.width()))
    widest = view.width() * 0.92 / max(1.0, box.width())
    least = text / height
    if scale > widest and widest >= least * 0.5:
        return widest
    if scale < least * 0.8:
        return max(scale, min(least, widest))
    return scale
