"""The export dialog: format, place, names; what will be written, and how it begins."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidgetItem, QWidget

from desktop.access import ImageStore
from desktop.choices import Choices
from desktop.export.exporting import Exporting
from desktop.export.form import ExportForm
from desktop.export.formats import words_of
from desktop.export.work import Findings, Listing, Step, Wish
from desktop.style import Theme
from desktop.texts import error_text
from engine.errors import CancelledError, SandukuError
from engine.export import Existing, PlannedFile, find_format
from engine.language import isolate

SETTLE_MILLISECONDS = 250
MOST_LISTED = 500
NAME_OF_EACH, NAME_OF_ALL = "{name}", "Sanduku {date}"


class ExportDialog(QDialog):
    """Exports some documents."""

    exported = Signal(object, object)
    """The files that were written, and the folder."""

    def __init__(
        self,
        documents: Sequence[str],
        exporting: Exporting,
        images: ImageStore,
        theme: Theme,
        choices: Choices,
        parent: QWidget | None = None,
        *,
        doubt_threshold: float,
    ) -> None:
        """Ask how some documents shall be exported.

        Args:
            documents: Their ids.
            exporting: Does it; closed with the dialog.
            images: For the preview.
            theme: The look.
            choices: Remembers format, folder and names.
            parent: Over which it opens.
            doubt_threshold: Lines with less confidence are told to be doubtful.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._documents, self._exporting = tuple(documents), exporting
        self._theme, self._choices = theme, choices
        self._planned: tuple[PlannedFile, ...] = ()
        self._ready = self._keeps_trouble = False
        self.form = ExportForm(images, theme, self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._ask_for_list)
        self._remember()
        self._connect()
        self.retranslate()
        self._format_chosen(self.form.formats.current)
        self.form.formats.setFocus(Qt.FocusReason.OtherFocusReason)
        exporting.look_over(self._documents, doubt_threshold)
        line = theme.line
        room = parent.window().size() if parent is not None else QSize(1280, 760)
        self.resize(QSize(line * 56, line * 38).boundedTo(room * 0.96))

    # What is wanted

    def wish(self) -> Wish:
        """Return what the person wants."""
        form = self.form
        return Wish(
            documents=self._documents,
            format=form.formats.current,
            folder=Path(form.folder.text().strip()).expanduser(),
            name=form.names.template or NAME_OF_EACH,
            separate=self._separate,
            existing=form.existing.existing,
            today=date.today(),
        )

    @property
    def _separate(self) -> bool:
        chosen = find_format(self.form.formats.current)
        return chosen.one_file_per_document or self.form.separate.isChecked()

    @property
    def _name_key(self) -> str:
        return "export/name-of-each" if self._separate else "export/name-of-all"

    # Doing

    def export(self) -> None:
        """Write the files."""
        if not self._ready or self._exporting.busy:
            return
        wish, choices = self.wish(), self._choices
        choices.remember("export/format", wish.format)
        choices.remember("export/folder", str(wish.folder))
        choices.remember("export/separate", "yes" if self.form.separate.isChecked() else "no")
        choices.remember(self._name_key, wish.name)
        self.form.trouble.tell("")
        self._exporting.begin(wish)
        self.form.set_busy(busy=True)
        self._say_button()

    def choose_folder(self) -> None:
        """Let the person choose a folder."""
        dialog = QFileDialog(self, self.tr("Where shall the files go?"), self.form.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.form.folder.setText)
        dialog.open()

    def reject(self) -> None:
        """Stop the export if one is being made; else close."""
        if self._exporting.busy:
            self._exporting.stop()
            self.form.stop.setEnabled(False)
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Do not go while files are being written: stop first."""
        if self._exporting.busy:
            self._exporting.stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def done(self, result: int) -> None:
        """Let go of the library."""
        self._exporting.close()
        super().done(result)

    def give_up(self) -> None:
        """Stop what is being done, wait for that, and close: the library is about to be closed."""
        self.done(int(QDialog.DialogCode.Rejected))

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setWindowTitle(self.tr("Export %Ln document(s)", "", len(self._documents)))
        self._say_button()

    # Being told

    def _connect(self) -> None:
        form, exporting = self.form, self._exporting
        form.formats.chosen.connect(self._format_chosen)
        form.choose.clicked.connect(self.choose_folder)
        form.folder.textChanged.connect(lambda _text: self._changed())
        form.names.changed.connect(self._changed)
        form.separate.clicked.connect(lambda _on: self._separate_chosen())
        form.existing.chosen.connect(self._changed)
        form.go.clicked.connect(self.export)
        form.stop.clicked.connect(self.reject)
        exporting.listed.connect(self._listed)
        exporting.unlisted.connect(self._unlisted)
        exporting.previewed.connect(form.preview.show_preview)
        exporting.found.connect(self._found)
        exporting.stepped.connect(self._stepped)
        exporting.written.connect(self._written)
        exporting.refused.connect(self._refused)
        exporting.failed.connect(self._refused)

    def _remember(self) -> None:
        choices = self._choices
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = choices.remembered("export/folder") or str(Path(home or Path.home()) / "Sanduku")
        self.form.folder.setText(folder)
        self.form.formats.choose(choices.remembered("export/format", "pdf"))
        self.form.separate.setChecked(choices.remembered("export/separate", "no") == "yes")

    def _format_chosen(self, name: str) -> None:
        chosen = find_format(name)
        self.form.separate.setVisible(not chosen.one_file_per_document and len(self._documents) > 1)
        self._exporting.preview(self._documents[0], name, words_of(chosen).look)
        self._separate_chosen()

    def _separate_chosen(self) -> None:
        default = NAME_OF_EACH if self._separate or len(self._documents) == 1 else NAME_OF_ALL
        self.form.names.field.setText(self._choices.remembered(self._name_key, default))
        self._changed()

    def _changed(self) -> None:
        """List anew, once the person has stopped typing."""
        self._ready = self._keeps_trouble = False
        self._say_button()
        self._settle.start()

    def _ask_for_list(self) -> None:
        folder = self.form.folder.text().strip()
        if not folder or not Path(folder).expanduser().is_absolute():
            self.form.trouble.tell(self.tr("Choose a folder for the files."))
            return
        self._exporting.list_files(self.wish())

    def _listed(self, listing: Listing) -> None:
        planned = listing.files
        self._planned, self._ready = planned, True
        if not self._keeps_trouble:
            self.form.trouble.tell("")
        self._keeps_trouble = False
        files = self.form.files
        files.clear()
        icons = self._theme.icons
        for each in planned[:MOST_LISTED]:
            there = each.exists and self.form.existing.existing is Existing.REPLACE
            name = isolate(each.path.name)
            item = QListWidgetItem(
                self.tr("%1 (replaces what is there)").replace("%1", name) if there else name
            )
            item.setIcon(icons.icon("warning", "doubt") if there else icons.icon("document", "muted"))
            files.addItem(item)
        if len(planned) > MOST_LISTED:
            files.addItem(self.tr("and %Ln more", "", len(planned) - MOST_LISTED))
        self.form.existing.show_count(listing.there)
        self._say_button()

    def _unlisted(self, error: SandukuError) -> None:
        self.form.files.clear()
        self.form.trouble.tell(error_text(error))

    def _found(self, found: Findings) -> None:
        self.form.findings.show_findings(found)

    def _stepped(self, step: Step) -> None:
        self.form.show_step(step)

    def _written(self, files: list[Path]) -> None:
        self.exported.emit(files, self.wish().folder)
        self.accept()

    def _refused(self, error: SandukuError) -> None:
        self.form.set_busy(busy=False)
        self._say_button()
        if isinstance(error, CancelledError):
            self.form.trouble.tell(self.tr("You stopped the export. Files that were finished are kept."))
        else:
            self.form.trouble.tell(error_text(error))
        # The folder may hold other files now; what went wrong stays in sight.
        self._changed()
        self._keeps_trouble = True

    def _say_button(self) -> None:
        count = len(self._planned)
        go = self.form.go
        go.setText(self.tr("Write %Ln file(s)", "", count) if self._ready and count else self.tr("Export"))
        go.setEnabled(self._ready and not self._exporting.busy)
