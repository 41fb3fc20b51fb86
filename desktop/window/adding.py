"""Asks a person for files, hands them to the import, and tells in one sentence what came of them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from desktop.access import BatchReport, Import, Pasted
from desktop.access.ticket import Post
from desktop.choices import Choices
from desktop.texts import error_text
from desktop.window.dropping import paths_in, picture_in, png_of
from desktop.window.toasts import Toasts

SAMPLES = Path(__file__).parent.parent / "samples"


class Adding(QObject):
    """Everything by which documents come in, as a person does it."""

    details_wanted = Signal(object)
    """A :class:`BatchReport` of which somebody wants to see what was refused."""

    added = Signal(object)
    """A :class:`BatchReport` that brought documents."""

    def __init__(self, importing: Import, choices: Choices, toasts: Toasts, window: QWidget) -> None:
        """Add through an import.

        Args:
            importing: Takes files in.
            choices: Remembers the last folder.
            toasts: Tells what came of it.
            window: Over which files are asked for.
        """
        super().__init__(window)
        self._importing, self._choices, self._toasts, self._window = importing, choices, toasts, window
        self._post = Post(self)
        self._quiet: set[str] = set()
        importing.progressed.connect(self._tell_progress)
        importing.finished.connect(self.tell)

    def ask_files(self) -> None:
        """Let a person choose files."""
        dialog = self._dialog(self.tr("Add files"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Documents") + f" ({' '.join(KNOWN)})", self.tr("All files") + " (*)"])
        dialog.open()

    def ask_folder(self) -> None:
        """Let a person choose a folder."""
        self._dialog(self.tr("Add a folder"), QFileDialog.FileMode.Directory).open()

    def paste(self) -> None:
        """Add what was copied elsewhere."""
        self.take(QGuiApplication.clipboard().mimeData())

    def try_samples(self) -> None:
        """Add the samples that come with the program."""
        self.add(sorted(path for path in SAMPLES.iterdir() if path.suffix != ".md"))

    def take(self, data: QMimeData) -> None:
        """Add what was dropped or pasted."""
        paths, picture = paths_in(data), picture_in(data)
        if paths:
            self.add(paths)
        elif picture is not None:
            self._add_picture(picture)
        else:
            self._toasts.show(self.tr("There is no picture and no file to paste."), kind="warning")

    def add(self, paths: Iterable[Path], *, password: str | None = None) -> None:
        """Add files and folders."""
        self._importing.take(paths, password=password)

    def _add_picture(self, picture: QImage) -> None:
        """Make a file of a picture, away from the window's thread, and add it."""
        name = self.tr("Pasted picture") + ".png"

        def encode() -> None:
            content = png_of(picture)
            self._post.send(lambda: self._importing.take((), [Pasted(name, content)]))

        QThreadPool.globalInstance().start(encode)

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._choices.last_folder or str(Path.home()))
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _chosen(self, files: list[str]) -> None:
        if files:
            self._choices.last_folder = str(Path(files[0]).parent)
            self.add(Path(file) for file in files)

    # Telling

    def _tell_progress(self, report: BatchReport) -> None:
        count = report.added + report.known
        if count > 1:
            self._toasts.show(
                self.tr("Adding files: %n so far", "", count),
                action=self.tr("Stop"),
                do=lambda: self._importing.cancel(report.batch),
            )

    def tell(self, report: BatchReport) -> None:
        """Tell what came of a batch."""
        if report.added:
            self.added.emit(report)
        words = " ".join(self._sentences(report))
        if report.error is not None:
            self._toasts.show(f"{error_text(report.error)} {words}".strip(), kind="wrong")
        elif report.need_password:
            self._toasts.show(
                words,
                kind="warning",
                action=self.tr("Give the password"),
                do=self._asking(report.need_password),
            )
        elif report.refused:
            self._toasts.show(words, kind="warning", action=self.tr("Show"), do=self._showing(report))
        elif words:
            self._toasts.show(words, kind="done" if report.added else "info")

    def _sentences(self, report: BatchReport) -> Iterable[str]:
        """Yield what came of a batch, the most important first."""
        if report.added:
            yield self.tr("%n document(s) added.", "", report.added)
        if len(report.refused) == 1:
            yield error_text(report.refused[0].error)
        elif report.refused:
            yield self.tr("%n file(s) could not be added.", "", len(report.refused))
        if report.known:
            yield self.tr("%n file(s) were here already.", "", report.known)
        if report.in_trash:
            yield self.tr("%n of them lie in the trash.", "", report.in_trash)
        if report.cancelled:
            yield self.tr("Adding was stopped.")
        elif not (report.added or report.refused or report.known or report.error):
            yield self.tr("There was nothing in it that can be added.")

    def _showing(self, report: BatchReport) -> Callable[[], None]:
        return lambda: self.details_wanted.emit(report)

    def _asking(self, paths: tuple[Path, ...]) -> Callable[[], None]:
        return lambda: self._ask_password(paths)

    def _ask_password(self, paths: tuple[Path, ...]) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Protected files"))
        dialog.setLabelText(self.tr("Password of %n file(s):", "", len(paths)))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.setOkButtonText(self.tr("Add"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(lambda password: self.add(paths, password=password))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


KNOWN = (
    "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff", "*.pdf", "*.webp", "*.heic", "*.heif", "*.bmp", "*.gif",
)  # fmt: skip
"""Names that documents have as a rule; the intake looks at the content and not at the name."""
