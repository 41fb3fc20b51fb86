"""Takes in what comes into the watched folder, tells it in a sentence, and leaves the files as they are."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from desktop.access import BatchReport, Import, LibraryDoor
from desktop.access.watched_folder import Seen, Stamp, Watch, WatchedFolder
from desktop.choices import Choices
from desktop.style import Theme
from desktop.watched.dialog import WatchDialog
from engine.language import isolate

if TYPE_CHECKING:
    from desktop.window.adding import Adding
    from desktop.window.toasts import Toasts

FOLDER, BELOW, ON = "watched/folder", "watched/below", "watched/on"
SEEN_FILE = "watched.json"


class Watching(QObject):
    """The watched folder of one library's window."""

    trouble = Signal(str)
    """Why nothing can be taken from the folder; empty if it can."""

    def __init__(
        self,
        door: LibraryDoor,
        importing: Import,
        adding: "Adding",
        choices: Choices,
        theme: Theme,
        toasts: "Toasts",
        show_problems: Callable[[], object],
        window: QWidget,
    ) -> None:
        """Watch the folder that was chosen, if one was.

        Args:
            door: The library, in whose folder nothing is watched.
            importing: Takes files in.
            adding: Is told to leave the telling to this.
            choices: Remember the folder.
            theme: The look of the dialog.
            toasts: Tell what was added.
            show_problems: Shows what could not be added.
            window: Over which the folder is asked for.
        """
        super().__init__(window)
        self._door, self._importing, self._adding, self._choices = door, importing, adding, choices
        self._theme, self._toasts, self._show_problems, self._window = theme, toasts, show_problems, window
        self._folder: WatchedFolder | None = None
        self._batches: dict[str, list[tuple[Path, Stamp]]] = {}
        self._seen = Seen(choices.home / SEEN_FILE, door.data_key or str(door.folder.absolute()).encode())
        self.why = ""
        importing.finished.connect(self._finished)
        self._begin()

    @property
    def watch(self) -> Watch | None:
        """What is watched; None while it is off."""
        folder = self._choices.remembered(FOLDER)
        on = self._choices.remembered(ON) == "yes"
        return Watch(Path(folder), self._choices.remembered(BELOW, "yes") == "yes") if folder and on else None

    def ask(self) -> None:
        """Let a person choose the folder, or switch it off."""
        dialog = WatchDialog(
            self._choices.remembered(FOLDER),
            on=self._choices.remembered(ON) == "yes",
            below=self._choices.remembered(BELOW, "yes") == "yes",
            library=self._door.folder,
            theme=self._theme,
            parent=self._window,
        )
        dialog.chosen.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use(self, watch: Watch | None) -> None:
        """Watch a folder from now on, or none; also after the next start."""
        self._choices.remember(ON, "yes" if watch else "no")
        if watch is not None:
            self._choices.remember(FOLDER, str(watch.folder))
            self._choices.remember(BELOW, "yes" if watch.below else "no")
        self._end()
        self._begin()
        words = self.tr("No folder is watched now.")
        if watch is not None:
            words = self.tr("What is put into %1 is added by itself. The files stay there.")
            words = words.replace("%1", isolate(watch.folder.name or str(watch.folder)))
        self._toasts.show(words, kind="done")

    def close(self) -> None:
        """Watch no more."""
        self._end()

    def _begin(self) -> None:
        watch = self.watch
        if watch is not None:
            self._folder = WatchedFolder(watch, self._seen, self)
            self._folder.found.connect(self._take)
            self._folder.trouble.connect(self._tell_trouble)

    def _end(self) -> None:
        if self._folder is not None:
            self._folder.close()
            self._folder.deleteLater()
            self._folder = None
        self._tell_trouble("")

    def _take(self, files: list[tuple[Path, Stamp]]) -> None:
        batch = self._importing.take([path for path, _stamp in files], keeps=False)
        self._adding.hush(batch)
        self._batches[batch] = files

    def _finished(self, report: BatchReport) -> None:
        files = self._batches.pop(report.batch, None)
        if files is None:
            return
        if report.error is None and not report.cancelled:
            refused = {each.path for each in report.refused}
            taken = [(path, stamp) for path, stamp in files if path not in refused]
            QThreadPool.globalInstance().start(lambda: self._seen.add(taken))
        self._tell(report)

    def _tell(self, report: BatchReport) -> None:
        """Tell what was added and what was not; what was here already is not worth a word."""
        if report.error is not None or report.refused:
            count = len(report.refused)
            words = self.tr("%Ln file(s) in the watched folder could not be added.", "", count)
            if report.error is not None:
                words = self.tr("Nothing more can be added from the watched folder: the library refuses it.")
            added = self.tr("%Ln document(s) added from the watched folder.", "", report.added)
            self._toasts.show(
                f"{added} {words}" if report.added else words,
                kind="warning",
                action=self.tr("Show"),
                do=self._show_problems,
            )
        elif report.added:
            words = self.tr("%Ln document(s) added from the watched folder.", "", report.added)
            self._toasts.show(words, kind="done")

    def _tell_trouble(self, trouble: str) -> None:
        watch = self.watch
        self.why = f"{isolate(str(watch.folder))}: {trouble}" if trouble and watch else ""
        self.trouble.emit(self.why)
