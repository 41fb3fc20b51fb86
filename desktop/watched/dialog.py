"""Asks which folder is to be watched."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.access.watched_folder import Watch
from desktop.style import Theme
from engine.language import isolate


class WatchDialog(QDialog):
    """The question: which folder, and with the folders in it or not."""

    chosen = Signal(object)
    """A :class:`Watch`, or None to watch no more."""

    def __init__(
        self, folder: str, *, on: bool, below: bool, library: Path, theme: Theme, parent: QWidget
    ) -> None:
        """Ask, beginning with what is chosen now.

        Args:
            folder: Chosen before; empty for none.
            on: Whether it is watched.
            below: Whether the folders in it are.
            library: The library's own folder, which is not to be watched.
            theme: The look.
            parent: The window.
        """
        super().__init__(parent)
        self._library = library
        self.folder = Path(folder) if folder else None
        self._on = on
        line = theme.line
        self.setWindowTitle(self.tr("Watch a folder"))
        lead, self.name, self.trouble = QLabel(self), QLabel(self), QLabel(self)
        lead.setText(
            self.tr(
                "Every file that is put into the folder is added by itself as soon as it is complete, for"
                " example by a scanner. The files stay where they are: none is moved, changed or deleted."
            )
        )
        self.trouble.setProperty("kind", "wrong")
        for label in (lead, self.name, self.trouble):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.choose = QPushButton(theme.icons.icon("add-folder"), self.tr("Choose a folder…"), self)
        self.choose.setIconSize(QSize(line, line))
        self.below = QCheckBox(self.tr("Also the folders in it"), self)
        self.below.setChecked(below)
        self.start, self.stop = QPushButton(self.tr("Watch this folder"), self), QPushButton(self)
        self.stop.setText(self.tr("Watch no more"))
        self.stop.setVisible(on)
        self.start.setProperty("kind", "main")
        close = QPushButton(self.tr("Cancel"), self)
        box = QDialogButtonBox(self)
        box.addButton(self.stop, QDialogButtonBox.ButtonRole.ResetRole)
        box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        box.addButton(self.start, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line * 2 // 3)
        for widget in (lead, self.name, self.choose, self.below, self.trouble, box):
            column.addWidget(widget)
        self.choose.clicked.connect(lambda _checked=False: self._ask())
        self.stop.clicked.connect(lambda _checked=False: self._end())
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.setMinimumWidth(min(line * 28, 940))
        self.take(self.folder)
        self.choose.setFocus()

    def take(self, folder: Path | None) -> None:
        """Show a folder, and whether it can be watched."""
        self.folder = folder
        side = "\u200f" if self.isRightToLeft() else "\u200e"
        self.name.setText(side + isolate(str(folder)) if folder else self.tr("No folder is chosen yet."))
        wrong = folder is not None and _overlap(folder, self._library)
        self.trouble.setText(self.tr("The library itself lies there. Choose another folder."))
        self.trouble.setVisible(wrong)
        self.start.setEnabled(folder is not None and not wrong)
        self.start.setDefault(self.start.isEnabled())

    def accept(self) -> None:
        """Tell the folder."""
        if self.folder is not None and self.start.isEnabled():
            self.chosen.emit(Watch(self.folder, self.below.isChecked()))
            super().accept()

    def _end(self) -> None:
        self.chosen.emit(None)
        super().accept()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Watch a folder"), str(self.folder or Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda files: self.take(Path(files[0])) if files else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _overlap(folder: Path, library: Path) -> bool:
    """Return whether one lies in the other: the library's own files are no documents."""
    one, other = Path(folder).absolute(), library.absolute()
    return one == other or one in other.parents or other in one.parents
