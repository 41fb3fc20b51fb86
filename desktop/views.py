"""The table of views: what the window can show, and what each view needs for it."""

from desktop.documents.view import DocumentsView
from desktop.window.tools import Tools, ViewSpec


def _documents(tools: Tools) -> DocumentsView:
    return DocumentsView(
        tools.access, tools.images, tools.adding, tools.actions, tools.theme, tools.choices, tools.toasts,
        tools.door.settings, tools.open_view, can_check=any(spec.name == "check" for spec in VIEWS),
    )  # fmt: skip


VIEWS: tuple[ViewSpec, ...] = (
    ViewSpec("documents", _documents),
)

HOME = "documents"
"""The view that is opened first, and where a search goes when there is no other."""
