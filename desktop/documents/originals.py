"""Brings the files of documents out of the library, just as they came in."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.access import LibraryAccess
from desktop.outside import open_folder
from desktop.window.toasts import Toasts
from engine.language import isolate
from engine.library import Library

SUFFIXES = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif",
    "image/webp": ".webp", "image/heic": ".heic", "image/heif": ".heif", "image/bmp": ".bmp",
    "image/gif": ".gif",
}  # fmt: skip
"""What a file is called by its type, where the name of its document does not say."""

KNOWN = frozenset({*SUFFIXES.values(), ".jpeg", ".tiff"})
"""Ends of names that are no part of what a person called a document, as in "Aid 3.2024"."""


class Originals(QObject):
    """Asks for a folder, and saves originals there."""

    def __init__(self, access: LibraryAccess, toasts: Toasts, window: QWidget) -> None:
        """Be ready.

        Args:
            access: Asks the library.
            toasts: Tell what was saved.
            window: Over which the folder is asked for.
        """
        super().__init__(window)
        self._access, self._toasts, self._window = access, toasts, window
        self._folder = Path.home()

    def ask(self, documents: Sequence[str]) -> None:
        """Let a person choose the folder, and save the originals of documents there."""
        dialog = QFileDialog(self._window, self.tr("Save the original files in"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.save(documents, Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, documents: Sequence[str], folder: Path) -> None:
        """Save the originals of documents, and tell it."""
        self._folder = folder

        def done(written: list[Path]) -> None:
            words = self.tr("%Ln original file(s) saved in %1.", "", len(written))
            self._toasts.show(
                words.replace("%1", isolate(folder.name or str(folder))),
                kind="done",
                action=self.tr("Open folder"),
                do=lambda: open_folder(folder),
            )

        self._access.do(lambda library: save_originals(library, documents, folder), done, owner=self)


def save_originals(library: Library, documents: Sequence[str], folder: Path) -> list[Path]:
    """Write the original files of documents into a folder, in the clear, and return them.

    What lies there already stays: a number is put behind the name. For the library's thread.

    Raises:
        MissingFileError: The library has lost an original.
        DamagedFileError: An original is damaged in the library.
        DiskFullError: There is no room.
        LibraryUnreachableError: The folder cannot be written.
    """
    # The formats of the export bring a lot with them, which the window's start can do without.
    from engine.export.names import numbered_name

    written = []
    for document in library.documents.many(documents):
        stem, suffix, number = document.name, PurePath(document.name).suffix, 1
        if suffix.lower() in KNOWN:
            stem = stem.removesuffix(suffix)
        else:
            suffix = SUFFIXES.get(document.media_type, "")
        while (target := folder / numbered_name(stem, suffix, number)).exists():
            number += 1
        library.files.export(document.sha256, target)
        written.append(target)
    return written
