"""The table of views: what the window can show, and what each view needs for it."""

from desktop.window.start_view import StartView
from desktop.window.tools import ViewSpec

VIEWS: tuple[ViewSpec, ...] = (
    ViewSpec("start", lambda tools: StartView(tools.access, tools.adding, tools.theme)),
)

HOME = "start"
"""The view that is opened first, and where a search goes when there is no other."""
