"""Puts the parts of the queue together for one open library: drawer, watched folder, what was refused."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.queue.desk import QueueDesk
from desktop.queue.drawer import PROBLEMS, QueueDrawer
from desktop.queue.refused import RefusedFiles
from desktop.watched.watching import Watching
from desktop.window.tools import Tools


class QueuePart(QObject):
    """The queue's part of the window."""

    def __init__(
        self, tools: Tools, views: frozenset[str], show_drawer: Callable[[], object], window: QWidget
    ) -> None:
        """Make drawer and watched folder.

        Args:
            tools: What there is while a library is open.
            views: Names of the views that can be opened.
            show_drawer: Opens the drawer if it is closed.
            window: Over which questions are asked.
        """
        super().__init__(window)
        self._show_drawer = show_drawer
        self.refused = RefusedFiles(tools.importing, self)
        self.desk = QueueDesk(
            tools.access, tools.work, self.refused, tools.adding, tools.actions, tools.toasts,
            tools.open_view, self,
        )  # fmt: skip
        self.drawer = QueueDrawer(
            tools.access, tools.work, self.refused, tools.adding, tools.actions, tools.theme, self.desk,
            views, window,
        )  # fmt: skip
        self.watching = Watching(
            tools.door, tools.importing, tools.adding, tools.choices, tools.theme, tools.toasts,
            self.show_problems, window,
        )  # fmt: skip
        self.watching.trouble.connect(self.drawer.notices.show_watched)
        tools.actions.handle("add.watch", self.watching.ask)

    def show_problems(self) -> None:
        """Open the drawer where it tells what went wrong."""
        self.drawer.tabs.setCurrentIndex(PROBLEMS)
        self._show_drawer()

    def close(self) -> None:
        """Watch no more."""
        self.watching.close()
