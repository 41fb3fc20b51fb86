"""The print dialog: what of the pages, how it will look, and then the system's own dialog for the printer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.choices import Choices
from desktop.export.form import scrolling
from desktop.export.notes import Note
from desktop.export.printing import Printing, PrintWish, paper
from desktop.export.sheets import Printed
from desktop.export.work import Step
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.choice_card import ChoiceCards
from engine.errors import CancelledError, SandukuError
from engine.language import isolate

ICONS = {Printed.PAGES: "document", Printed.PAGES_AND_TEXT: "copy", Printed.TEXT: "edit"}


class PrintDialog(QDialog):
    """Prints some documents."""

    printed = Signal(int)
    """How many sheets were printed."""

    def __init__(
        self,
        documents: Sequence[str],
        printing: Printing,
        theme: Theme,
        choices: Choices,
        parent: QWidget | None = None,
        *,
        doubt_threshold: float,
    ) -> None:
        """Ask what of some documents shall be printed; the arguments are those of the export dialog."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._documents, self._printing = tuple(documents), printing
        self._theme, self._choices, self._threshold = theme, choices, doubt_threshold
        self._sheets: Sequence[QImage] = ()
        self._shown = 0
        self.cards = ChoiceCards(theme, [(each.value, ICONS[each]) for each in Printed], self._words, self)
        self.cards.choose(choices.remembered("print/what", Printed.PAGES))
        self.sheet, self._place = QLabel(self), QLabel(self)
        self.back, self.forward = QToolButton(self), QToolButton(self)
        self.trouble = Note(theme, "problem", "wrong", self)
        self.progress, self.step = QProgressBar(self), QLabel(self)
        self.stop, self.go = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.cards.chosen.connect(self._chosen)
        self.back.clicked.connect(lambda: self._show(self._shown - 1))
        self.forward.clicked.connect(lambda: self._show(self._shown + 1))
        self.go.clicked.connect(self.ask_printer)
        self.stop.clicked.connect(self.reject)
        printing.previewed.connect(self._previewed)
        printing.stepped.connect(self._stepped)
        printing.printed.connect(self._done)
        printing.refused.connect(self._refused)
        printing.failed.connect(self._refused)
        self.retranslate()
        self._set_busy(busy=False)
        self._chosen(self.cards.current)
        line = theme.line
        room = parent.window().size() if parent is not None else QSize(1280, 760)
        self.resize(QSize(line * 48, line * 36).boundedTo(room * 0.96))

    def wish(self) -> PrintWish:
        """Return what the person wants."""
        return PrintWish(self._documents, Printed(self.cards.current), self._threshold)

    def ask_printer(self) -> None:
        """Open the system's dialog, and print on what is chosen there."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(paper())
        printer.setDocName("Sanduku")
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setModal(True)
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print."""
        self._choices.remember("print/what", self.cards.current)
        self.trouble.tell("")
        self._printing.begin(self.wish(), printer)
        self._set_busy(busy=True)

    def reject(self) -> None:
        """Stop the printing if there is one; else close."""
        if self._printing.busy:
            self._printing.stop()
            self.stop.setEnabled(False)
        else:
            super().reject()

    def give_up(self) -> None:
        """Stop what is being done, wait for that, and close: the library is about to be closed."""
        self.done(int(QDialog.DialogCode.Rejected))

    def done(self, result: int) -> None:
        """Let go of the library."""
        self._printing.close()
        super().done(result)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setWindowTitle(self.tr("Print %Ln document(s)", "", len(self._documents)))
        self.cards.retranslate()
        self.sheet.setAccessibleName(self.tr("Preview"))
        for button, name in ((self.back, self.tr("Sheet before")), (self.forward, self.tr("Next sheet"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.progress.setAccessibleName(self.tr("How far the printing is"))
        self.go.setText(self.tr("Print…"))
        self._set_busy(busy=self._printing.busy)
        self._show(self._shown)

    # Qt's

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Do not go while something is being printed: stop first."""
        if self._printing.busy:
            self._printing.stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the sheet into the room."""
        super().resizeEvent(event)
        self._show(self._shown)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _words(self, name: str) -> tuple[str, str]:
        return {
            Printed.PAGES: (self.tr("Pages"), self.tr("As they look, one on each sheet.")),
            Printed.PAGES_AND_TEXT: (
                self.tr("Pages with text"),
                self.tr("Each page, and on the next sheet what was read on it."),
            ),
            Printed.TEXT: (
                self.tr("Text alone"),
                self.tr("What was read, with a mark at every doubtful line."),
            ),
        }[Printed(name)]

    def _chosen(self, _name: str) -> None:
        self._printing.preview(self.wish())

    def _previewed(self, sheets: Sequence[QImage]) -> None:
        self._sheets = sheets
        self.go.setEnabled(bool(sheets) and not self._printing.busy)
        self._show(0)

    def _show(self, place: int) -> None:
        """Show a sheet of the preview."""
        count = len(self._sheets)
        self._shown = max(0, min(place, count - 1))
        self.back.setEnabled(self._shown > 0)
        self.forward.setEnabled(self._shown + 1 < count)
        if not count:
            self.sheet.setText(self.tr("No page of this is read yet."))
            self._place.clear()
            return
        sharp = self.devicePixelRatio()
        pixmap = QPixmap.fromImage(self._sheets[self._shown]).scaled(
            (self.sheet.size() - QSize(2, 2)) * sharp,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap.setDevicePixelRatio(sharp)
        self.sheet.setPixmap(pixmap)
        number = QLocale().toString(self._shown + 1)
        self._place.setText(self.tr("Sheet %1").replace("%1", number))

    def _stepped(self, step: Step) -> None:
        self.progress.setRange(0, max(1, step.total))
        self.progress.setValue(step.done)
        self.step.setText(isolate(step.document))

    def _done(self, sheets: int) -> None:
        self.printed.emit(sheets)
        self.accept()

    def _refused(self, error: SandukuError) -> None:
        self._set_busy(busy=False)
        stopped = isinstance(error, CancelledError)
        self.trouble.tell(self.tr("You stopped the printing.") if stopped else error_text(error))

    def _set_busy(self, *, busy: bool) -> None:
        self.cards.setEnabled(not busy)
        self.go.setEnabled(bool(self._sheets) and not busy)
        self.stop.setEnabled(True)
        self.stop.setText(self.tr("Stop") if busy else self.tr("Cancel"))
        self.progress.setVisible(busy)
        self.step.setVisible(busy)
        if busy:
            self.progress.setRange(0, 0)

    def _lay_out(self) -> None:
        line, icons = self._theme.line, self._theme.icons
        self.go.setProperty("kind", "main")
        self.go.setDefault(True)
        self.stop.setAutoDefault(False)
        self.progress.setTextVisible(False)
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sheet.setWordWrap(True)
        self.sheet.setMinimumSize(line * 8, line * 8)
        self.sheet.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for button, icon in ((self.back, "chevron-back"), (self.forward, "chevron-forward")):
            button.setProperty("kind", "plain")
            button.setIcon(icons.icon(icon))
            button.setIconSize(QSize(line, line))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        turn = QHBoxLayout()
        for widget in (None, self.back, self._place, self.forward, None):
            if widget is None:
                turn.addStretch(1)
            else:
                turn.addWidget(widget)
        right = QVBoxLayout()
        right.addWidget(self.sheet, 1)
        right.addLayout(turn)
        left = QVBoxLayout()
        left.addWidget(scrolling(self.cards), 1)
        middle = QHBoxLayout()
        middle.setSpacing(line)
        middle.addLayout(left, 4)
        middle.addLayout(right, 6)
        feet = QHBoxLayout()
        feet.addWidget(self.step)
        feet.addWidget(self.progress, 1)
        feet.addStretch(1)
        feet.addWidget(self.stop)
        feet.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.addLayout(middle, 1)
        column.addWidget(self.trouble)
        column.addLayout(feet)
