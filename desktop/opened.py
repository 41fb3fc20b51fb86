"""Files that somebody opened with the program: named on its command line, or by the desktop while it runs.

They wait until the library is open. Documents are added as if they had been dropped; an invitation and an
update are shown, each where a person decides about it, and nothing is joined or installed unasked.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.window.frame import Frame
from engine.sync.wire.invitation import SUFFIX as INVITATION

UPDATE = ".sanduku-update"


class OpenedFiles(QObject):
    """Keeps opened files until there is a library to open them in."""

    def __init__(self, files: Iterable[Path], parent: QObject) -> None:
        """Wait for files; macOS names them in events, also after the start.

        Args:
            files: Those that the program was started with.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._waiting = list(files)
        self._frame: Callable[[], Frame | None] = lambda: None
        application = QApplication.instance()
        if sys.platform == "darwin" and application is not None:
            application.installEventFilter(self)  # only there: every event goes through it

    def open_in(self, frame: Callable[[], Frame | None]) -> None:
        """Open what waits, and what comes later.

        Args:
            frame: Returns the open library's window, or None while there is none.
        """
        self._frame = frame
        self._open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take a file that the desktop asks to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._waiting.append(Path(event.file()))
            self._open()
            return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        frame = self._frame()
        if frame is None or not self._waiting:
            return
        files, self._waiting = self._waiting, []
        documents = [each for each in files if each.suffix.lower() not in (INVITATION, UPDATE)]
        if documents:
            frame.adding.add(documents)
        for each in files:
            match each.suffix.lower():
                case ending if ending == INVITATION:
                    frame.sending.join(each)
                    return  # one question at a time
                case ending if ending == UPDATE:
                    _show_update(frame, each)
                    return


def _show_update(frame: Frame, file: Path) -> None:
    """Show the page of the program, and what it says of an update."""
    frame.open_view("preferences", "program")
    pages = getattr(frame.view, "pages", {})
    page = pages.get("program")
    if page is not None:
        page.take_file(file)
