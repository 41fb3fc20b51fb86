"""What a view hands chosen documents to when a person wants them exported or printed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.access import ImageStore, LibraryDoor
from desktop.choices import Choices
from desktop.outside import open_folder
from desktop.style import Theme
from desktop.window.toasts import Toasts
from engine.language import isolate

if TYPE_CHECKING:  # The formats bring the PDF library, which the window's start can do without.
    from desktop.export.dialog import ExportDialog
    from desktop.export.print_dialog import PrintDialog


class HandingOn(QObject):
    """Opens the dialogs over a window, and tells what came of them."""

    def __init__(
        self,
        door: LibraryDoor,
        images: ImageStore,
        theme: Theme,
        choices: Choices,
        toasts: Toasts,
        window: QWidget,
        *,
        doubt_threshold: Callable[[], float],
    ) -> None:
        """Be ready.

        Args:
            door: Opens the library in the dialogs' threads.
            images: For previews.
            theme: The look.
            choices: Remember folder, format and names.
            toasts: Tell what came of it.
            window: Over which dialogs open.
            doubt_threshold: Returns below which confidence a line is doubtful.
        """
        super().__init__(window)
        self._door, self._images, self._theme, self._choices = door, images, theme, choices
        self._toasts, self._window, self._threshold = toasts, window, doubt_threshold
        self.dialog: ExportDialog | PrintDialog | None = None

    def export(self, documents: Sequence[str]) -> None:
        """Ask how documents shall be exported, and do it."""
        if not documents or self.dialog is not None:
            return
        from desktop.export.dialog import ExportDialog
        from desktop.export.exporting import Exporting

        dialog = ExportDialog(
            documents, Exporting(self._door, self), self._images, self._theme, self._choices, self._window,
            doubt_threshold=self._threshold(),
        )  # fmt: skip
        dialog.exported.connect(self._tell)
        self._open(dialog)

    def print(self, documents: Sequence[str]) -> None:
        """Ask what of documents shall be printed, and do it."""
        if not documents or self.dialog is not None:
            return
        from desktop.export.print_dialog import PrintDialog
        from desktop.export.printing import Printing

        dialog = PrintDialog(
            documents, Printing(self._door, self), self._theme, self._choices, self._window,
            doubt_threshold=self._threshold(),
        )  # fmt: skip
        dialog.printed.connect(self._tell_printed)
        self._open(dialog)

    def close(self) -> None:
        """End what is being exported or printed, for the library is about to be closed."""
        if self.dialog is not None:
            self.dialog.give_up()

    def _open(self, dialog: "ExportDialog | PrintDialog") -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def _tell(self, files: list[Path], folder: Path) -> None:
        words = self.tr("%Ln file(s) written to %1.", "", len(files)).replace("%1", isolate(folder.name))
        self._toasts.show(
            words,
            kind="done",
            action=self.tr("Open folder"),
            do=lambda: open_folder(folder),
        )

    def _tell_printed(self, sheets: int) -> None:
        self._toasts.show(self.tr("%Ln page(s) sent to the printer.", "", sheets), kind="done")
