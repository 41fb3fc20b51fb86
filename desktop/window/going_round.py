"""The way of F6 around the parts of the window: bar, rail, view, drawer."""

from PySide6.QtWidgets import QWidget

from desktop.window.middle import Middle
from desktop.window.rail import Rail
from desktop.window.top_bar import TopBar


def next_stop(focus: QWidget | None, bar: TopBar, rail: Rail, middle: Middle, in_view: QWidget) -> QWidget:
    """Return what gets the keyboard next.

    Args:
        focus: What has it; None for nothing.
        bar: At the top.
        rail: At the side.
        middle: With the view and the drawer.
        in_view: What has the keyboard in the view first.
    """
    chosen = next((button for button in rail.buttons if button.isChecked()), rail.buttons[0])
    stops: list[tuple[QWidget, QWidget]] = [(bar, bar.add), (rail, chosen)]
    if not middle.covered:
        stops.append((middle.stack, in_view))
    if middle.drawer is not None:
        stops.append((middle.drawer, middle.drawer))
    here = next((at for at, (part, _) in enumerate(stops) if focus and part.isAncestorOf(focus)), -1)
    return stops[(here + 1) % len(stops)][1]
