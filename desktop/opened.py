"""Files that somebody opened with the program: named on its command line, or by the desktop while it runs.

They wait until the library is open. Documents are added as if they had been dropped; an invitation and an
update are shown, each where a person decides about it, and nothing is joined or installed unasked. One
question stands at a time: the next waits until the one before is answered.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.upkeep.page import ProgramPage
from desktop.window.frame import Frame
from engine.sync.wire.invitation import SUFFIX as INVITATION

UPDATE = ".sanduku-update"
LOOK_MILLISECONDS = 300
"""So often it is seen whether a question was answered, while another one waits."""


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
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._open)
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

    @property
    def waiting(self) -> tuple[Path, ...]:
        """Those that are not opened yet."""
        return tuple(self._waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take a file that the desktop asks to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.take([Path(event.file())])
            return True
        return super().eventFilter(watched, event)

    def take(self, files: Iterable[Path]) -> None:
        """Open further files, as those that the program was started with."""
        self._waiting += files
        self._open()

    def _open(self) -> None:
        frame = self._frame()
        if frame is not None and self._waiting:
            questions = [each for each in self._waiting if _is_question(each)]
            documents = [each for each in self._waiting if not _is_question(each)]
            self._waiting = questions
            if documents:
                frame.adding.add(documents)
            if questions and not _is_asked(frame):
                self._waiting = questions[1:]
                _ask(frame, questions[0], alone=len(questions) == 1)
        if frame is not None and self._waiting:
            self._timer.start()
        else:
            self._timer.stop()


def _is_question(file: Path) -> bool:
    return file.suffix.lower() in (INVITATION, UPDATE)


def _is_asked(frame: Frame) -> bool:
    """Whether a person is deciding about something, or it is being looked at for them."""
    page = _program_page(frame)
    return QApplication.activeModalWidget() is not None or (page is not None and page.busy)


def _ask(frame: Frame, file: Path, *, alone: bool) -> None:
    """Show an invitation, or the page of the program and what it says of an update."""
    if file.suffix.lower() == INVITATION:
        frame.sending.join(file)
        return
    frame.open_view("preferences", "program")
    page = _program_page(frame)
    if page is not None:
        # What is wrong with one of several must not be covered by the next.
        page.take_file(
            file, refused=None if alone else lambda words: frame.toasts.show(words, kind="warning")
        )


def _program_page(frame: Frame) -> ProgramPage | None:
    found = getattr(frame.view, "pages", {}).get("program")
    return found if isinstance(found, ProgramPage) else None
