"""Asks a person for files, hands them to the import, and tells in one sentence what came of them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.access import BatchReport, Import, Pasted
from desktop.access.ticket import Post
from desktop.choices import Choices
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.dropping import paths_in, picture_in, png_of
from desktop.window.password_dialog import PasswordDialog
from desktop.window.toasts import Toasts

SAMPLES = Path(__file__).parent.parent / "samples"


class Adding(QObject):
    """Everything by which documents come in, as a person does it."""

    details_wanted = Signal(object)
    """A :class:`BatchReport` of which somebody wants to see what was refused."""

    def __init__(
        self, importing: Import, choices: Choices, theme: Theme, toasts: Toasts, window: QWidget
    ) -> None:
        """Add through an import.

        Args:
            importing: Takes files in.
            choices: Remembers the last folder.
            theme: The look of what is asked.
            toasts: Tells what came of it.
            window: Over which files are asked for.
        """
        super().__init__(window)
        self._importing, self._choices, self._toasts, self._window = importing, choices, toasts, window
        self._theme = theme
        self._post = Post(self)
        self._quiet: set[str] = set()
        self._password: PasswordDialog | None = None
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
        # Where nothing was copied, there may be nothing at all instead of something empty.
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())

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

    def hush(self, batch: str) -> None:
        """Leave the telling of a batch to whoever took it in."""
        self._quiet.add(batch)

    def ask_password(self, paths: Iterable[Path], *, wrong: bool = False) -> None:
        """Ask for the password of protected files, and add them with it.

        Args:
            paths: The files; nothing is asked while another question is open.
            wrong: Whether the password that was given before did not open them.
        """
        files = tuple(paths)
        if not files or self._password is not None:
            return
        dialog = self._password = PasswordDialog(
            [file.name for file in files], self._theme, self._window, wrong=wrong
        )
        dialog.given.connect(lambda password: self.add(files, password=password))
        dialog.finished.connect(self._password_asked)
        dialog.open()

    def _password_asked(self) -> None:
        if self._password is not None:
            self._password.deleteLater()
            self._password = None

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
        if report.batch in self._quiet:
            return
        count = report.added + report.known
        if count > 1:
            self._toasts.show(
                self.tr("Adding files: %Ln so far", "", count),
                action=self.tr("Stop"),
                do=lambda: self._importing.cancel(report.batch),
            )

    def tell(self, report: BatchReport) -> None:
        """Tell what came of a batch."""
        if report.batch in self._quiet:
            self._quiet.discard(report.batch)
            return
        words = " ".join(self._sentences(report))
        if report.error is not None:
            text = f"{error_text(report.error)} {words}".strip()
            if report.left or report.refused:
                self._toasts.show(text, kind="wrong", action=self.tr("Show"), do=self._showing(report))
            else:
                self._toasts.show(text, kind="wrong")
        elif report.need_password:
            self._toasts.show(
                words, kind="warning", action=self.tr("Give the password"), do=self._asking(report)
            )
            self._asking(report)()
        elif report.refused:
            self._toasts.show(words, kind="warning", action=self.tr("Show"), do=self._showing(report))
        elif words:
            self._toasts.show(words, kind="done" if report.added else "info")

    def _sentences(self, report: BatchReport) -> Iterable[str]:
        """Yield what came of a batch, the most important first."""
        if report.added:
            yield self.tr("%Ln document(s) added.", "", report.added)
        if len(report.refused) == 1:
            yield error_text(report.refused[0].error)
        elif report.refused:
            yield self.tr("%Ln file(s) could not be added.", "", len(report.refused))
        if report.left:
            yield self.tr("%Ln file(s) did not get in.", "", len(report.left))
        if report.known:
            yield self.tr("%Ln file(s) were here already.", "", report.known)
        if report.in_trash:
            yield self.tr("%Ln of them lie in the trash.", "", report.in_trash)
        if report.cancelled:
            yield self.tr("Adding was stopped.")
        elif not (report.added or report.refused or report.known or report.error):
            yield self.tr("There was nothing in it that can be added.")

    def _showing(self, report: BatchReport) -> Callable[[], None]:
        return lambda: self.details_wanted.emit(report)

    def _asking(self, report: BatchReport) -> Callable[[], None]:
        wrong = any(each.error.code == "page.wrong-password" for each in report.refused)
        return lambda: self.ask_password(report.need_password, wrong=wrong)


KNOWN = (
    "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff", "*.pdf", "*.webp", "*.heic", "*.heif", "*.bmp", "*.gif",
)  # fmt: skip
"""Names that documents have as a rule; the intake looks at the content and not at the name."""
