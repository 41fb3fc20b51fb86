"""Shows how fast this computer reads: at the end of the first start, and again from the settings."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.access.speed_test import PAGES, SECONDS, Speed, SpeedTest
from desktop.style import Theme
from desktop.texts import error_text
from desktop.welcome.page import CardPage, row_of
from engine.errors import SandukuError
from engine.settings import Settings


class SpeedPage(CardPage):
    """Offers the test, shows how far it is, and then what was measured."""

    finished = Signal()
    """The person goes on, with or without a test."""

    processes_found = Signal(int)
    """What ``worker.processes`` should be on this computer, once it was measured."""

    def __init__(self, test: SpeedTest, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer a test.

        Args:
            test: Measures.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(theme, "speed", parent)
        self._test = test
        self.speed: Speed | None = None
        self._error: SandukuError | None = None
        self._pages = 0
        self.bar, self.figure, self.words = QProgressBar(self), QLabel(self), QLabel(self)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.words.setWordWrap(True)
        self.skip, self.start = QPushButton(self), QPushButton(self)
        self.skip.setProperty("kind", "link")
        self.start.setProperty("kind", "main")
        for widget in (self.figure, self.bar, self.words):
            self.column.addWidget(widget)
        self.column.addLayout(row_of(self.skip, self.start))
        self.start.clicked.connect(lambda _checked=False: self._press())
        self.skip.clicked.connect(lambda _checked=False: self._leave())
        test.progressed.connect(self._progress)
        test.measured.connect(self.show_speed)
        test.failed.connect(self.tell)
        self.setFocusProxy(self.start)
        self.retranslate()
        self.restyle()

    def begin(self) -> None:
        """Measure, or measure anew."""
        self.speed, self._error, self._pages = None, None, 0
        self.bar.setValue(0)
        self._test.start()
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        runs, known = self._test.runs, self.speed is not None
        self.heading.setText(self.tr("How fast is this computer?"))
        self.lead.setText(
            self.tr(
                "Sanduku reads a few sample pages, for 30 seconds at most, to learn how many pages it can"
                " read at once without slowing your other programs. Nothing of it is kept."
            )
        )
        self.lead.setVisible(not known)
        self.bar.setAccessibleName(self.tr("How far the test is"))
        self.bar.setVisible(runs)
        self.figure.setText(self._figure())
        self.figure.setVisible(known)
        self.words.setText(self._said())
        self.words.setProperty("kind", "wrong" if self._error is not None else "")
        self.words.setVisible(runs or known or self._error is not None)
        over = known or self._error is not None
        self.start.setText(self.tr("Go on") if over else self.tr("Start the test"))
        self.start.setVisible(not runs)
        self.skip.setText(self.tr("Test again") if over else self.tr("Skip"))

    def restyle(self) -> None:
        """Take sizes anew."""
        super().restyle()
        if hasattr(self, "figure"):
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 2)
            font.setBold(True)
            self.figure.setFont(font)
            self.bar.setFixedHeight(max(6, self.theme.line // 3))

    def tell(self, error: SandukuError) -> None:
        """Say that something went wrong."""
        self._error = error
        self.retranslate()
        self.start.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Measure no more once nobody looks; a window that is made small goes on."""
        if not event.spontaneous():
            self._test.cancel()
        super().hideEvent(event)

    def _figure(self) -> str:
        if self.speed is None:
            return ""
        if self.speed.per_minute is None:
            return self.tr("Less than one page in 30 seconds")
        return self.tr("%Ln page(s) a minute", "", max(1, round(self.speed.per_minute)))

    def _said(self) -> str:
        if self._error is not None:
            return error_text(self._error)
        if self.speed is None:
            return self.tr("%Ln page(s) read", "", self._pages)
        locale, speed = QLocale(), self.speed
        words = self.tr("Measured on %Ln page(s).", "", speed.pages)
        memory = self.tr("A reader needs up to %1 MB of memory, and this computer has %2 MB.")
        memory = memory.replace("%1", locale.toString(speed.megabytes))
        memory = memory.replace("%2", locale.toString(speed.memory))
        if speed.processes:
            few = self.tr(
                "So that other programs have room, %Ln page(s) are read at the same time.",
                "",
                speed.processes,
            )
        else:
            few = self.tr("%Ln page(s) can be read at the same time.", "", speed.readers)
        return f"{words} {memory} {few}"

    def _press(self) -> None:
        if self.speed is not None or self._error is not None:
            self.finished.emit()
        else:
            self.begin()

    def _leave(self) -> None:
        """Skip the test, or begin it anew where it is over."""
        if self.speed is not None or self._error is not None:
            self.begin()
        else:
            self._test.cancel()
            self.finished.emit()

    def _progress(self, pages: int, seconds: float) -> None:
        self._pages = pages
        self.bar.setValue(round(1000 * min(1.0, max(pages / PAGES, seconds / SECONDS))))
        self.words.setText(self._said())

    def show_speed(self, speed: Speed) -> None:
        """Show what was measured."""
        self.speed = speed
        self.retranslate()
        self.start.setFocus()
        self.processes_found.emit(speed.processes)


def run_speed_test(
    settings: Settings, theme: Theme, parent: QWidget, take_processes: Callable[[int], object]
) -> QDialog:
    """Show the test in a dialog of its own, as from the settings.

    Args:
        settings: Those in force.
        theme: The look.
        parent: The window.
        take_processes: Called with what ``worker.processes`` should be, once it was measured.

    Returns:
        The dialog, which is shown; it goes when it is closed.
    """
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("SpeedPage", "How fast is this computer?"))
    test = SpeedTest(settings, dialog)
    page = SpeedPage(test, theme, dialog)
    page.processes_found.connect(take_processes)
    page.finished.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    dialog.resize(theme.line * 32, theme.line * 26)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
