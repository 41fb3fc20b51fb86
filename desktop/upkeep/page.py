"""The page "This program": its version, updates from a stick, the version before, and diagnostics."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMessageBox, QPushButton, QWidget

from desktop.access import ReadingWork
from desktop.access.engine_task import Done, Failed
from desktop.preferences.page import Page
from desktop.preferences.row import Row
from desktop.style import Theme
from desktop.texts import error_text
from desktop.upkeep.diagnostics_dialog import DiagnosticsDialog
from desktop.upkeep.notice import notice_text
from desktop.upkeep.process import DIAGNOSTICS, UPDATES, UpkeepProcess
from desktop.upkeep.update_dialog import UpdateDialog
from engine.errors import SandukuError
from engine.language import isolate
from engine.version import VERSION

ENDING = "*.sanduku-update"


class ProgramPage(Page):
    """What a person can do about the program itself."""

    icon = "info"

    restart_wanted = Signal()
    """The window is to close, and the program to start anew."""

    def __init__(self, process: UpkeepProcess, work: ReadingWork | None, theme: Theme) -> None:
        """Show the version that runs.

        Args:
            process: Does everything.
            work: Reads meanwhile, and pauses while an update is installed; None where nothing is read.
            theme: The look.
        """
        super().__init__(theme)
        self._process, self._work = process, work
        self._status: dict[str, Any] | None = None
        self._next: Callable[[], object] | None = None
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.restart, self.back, self.again, self.show_diagnostics = (QPushButton(self) for _ in range(4))
        self.look, self.choose = QPushButton(self), QPushButton(self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Whether something is being done or asked."""
        return self._process.busy or self._next is not None

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("This program")

    def shown(self) -> None:
        """Ask how the versions stand."""
        if not self._process.busy:
            self._process.start(UPDATES, {"verb": "status"}, self.take, self._failed)

    def take(self, status: dict[str, Any]) -> None:
        """Show how the versions stand, as ``engine.updates.program`` tells it."""
        self._status = status
        notice = status["notice"]
        if notice:
            self._say(notice_text(notice))
        self._show_status()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        self._update_row.set_words(
            self.tr("Update"),
            self.tr(
                "A newer version comes as a file on a stick. You see what it is before anything happens."
            ),
        )
        self._diagnostics_row.set_words(
            self.tr("Diagnostics"),
            self.tr(
                "Figures and kinds of errors for whoever mends Sanduku. No text, no names. You see all of it"
                " before it is saved."
            ),
        )
        self.look.setText(self.tr("Look on the stick"))
        self.choose.setText(self.tr("Choose a file…"))
        self.back.setText(self.tr("Go back…"))
        self.again.setText(self.tr("Use it again"))
        self.restart.setText(self.tr("Restart now"))
        self.show_diagnostics.setText(self.tr("Show…"))
        self._show_status()

    # Deeds

    def look_on_sticks(self) -> None:
        """Look for an update on whatever stick is plugged in."""
        self._find("")

    def take_file(self, path: Path, *, refused: Callable[[str], object] | None = None) -> None:
        """Look at the update in a file.

        Args:
            path: The file.
            refused: Told in words why it cannot be installed, beside what stands on the page.
        """
        self._find(str(path), refused)

    def offer(self, offer: dict[str, Any]) -> None:
        """Show an update that was found, to be installed."""
        self._say("")
        dialog = UpdateDialog(offer, self._process, self.theme, self.window(), work=self._work)
        dialog.restart_wanted.connect(self.restart_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _code: self.shown())
        dialog.open()

    def ask_rollback(self) -> None:
        """Ask whether to go back to the version before, and do it."""
        question = QMessageBox(self.window())
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Go back"))
        question.setText(self.tr("Use the version before again?"))
        question.setInformativeText(
            self.tr("Nothing is lost: where the version before could not read your work, it is not done.")
        )
        go = question.addButton(self.tr("Go back"), QMessageBox.ButtonRole.AcceptRole)
        stay = question.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        go.clicked.connect(lambda _checked=False: self._roll_back())
        question.finished.connect(question.deleteLater)
        question.open()

    def open_diagnostics(self) -> None:
        """Gather diagnostics, and show them."""
        self._say(self.tr("Looking…"))
        self._start(DIAGNOSTICS, {}, self._show_bundle, self._failed)

    def _find(self, path: str, refused: Callable[[str], object] | None = None) -> None:
        def failed(error: SandukuError) -> None:
            self._failed(error)
            if refused is not None:
                refused(error_text(error))

        self._say(self.tr("Looking…"))
        self._start(UPDATES, {"verb": "find", "path": path}, self.offer, failed)

    def _roll_back(self) -> None:
        def done(result: dict[str, Any]) -> None:
            package = self.tr("From the next start on, the version of the package is used.")
            update = self.tr("From the next start on, version %1 is used.")
            self._say(update.replace("%1", result["version"]) if result["version"] else package)
            self.shown()

        self._start(UPDATES, {"verb": "roll-back"}, done, self._failed)

    def use_again(self) -> None:
        """Use the version that was given up once more, from the next start on."""

        def done(result: dict[str, Any]) -> None:
            words = self.tr("From the next start on, version %1 is used.")
            self._say(words.replace("%1", result["version"]))
            self.shown()

        self._start(UPDATES, {"verb": "use-again"}, done, self._failed)

    def _start(self, module: str, wish: dict[str, Any], done: Done, failed: Failed) -> None:
        """Begin something, at once or when what is being done has ended: no wish of a person is dropped."""
        if not self._process.start(module, wish, done, failed):
            self._next = lambda: self._process.start(module, wish, done, failed)

    def _go_on(self) -> None:
        if self._next is not None and not self._process.busy:
            then, self._next = self._next, None
            then()

    def _show_bundle(self, result: dict[str, Any]) -> None:
        self._say("")
        dialog = DiagnosticsDialog(result["bundle"], result["text"], self.theme, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _failed(self, error: SandukuError) -> None:
        self._say(error_text(error))

    # Inside

    def _build(self) -> None:
        theme, card = self.theme, self.card()
        self._version_row = Row(self.restart, theme, card)
        self.restart.setProperty("kind", "main")
        card.add(self._version_row)
        self._updates = self.card()
        field = QWidget(self._updates)
        line = QHBoxLayout(field)
        line.setContentsMargins(0, 0, 0, 0)
        for button in (self.look, self.choose):
            line.addWidget(button)
        field.setFocusProxy(self.look)
        self._update_row = Row(field, theme, self._updates)
        self._back_row = Row(self.back, theme, self._updates)
        self._again_row = Row(self.again, theme, self._updates)
        for row in (self._update_row, self._back_row, self._again_row):
            self._updates.add(row)
        last = self.card()
        self._diagnostics_row = Row(self.show_diagnostics, theme, last)
        last.add(self._diagnostics_row)
        self.column.insertWidget(self.column.indexOf(self.heading) + 1, self.outcome)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.look.clicked.connect(lambda _checked=False: self.look_on_sticks())
        self.choose.clicked.connect(lambda _checked=False: self._ask_file())
        self.back.clicked.connect(lambda _checked=False: self.ask_rollback())
        self.restart.clicked.connect(lambda _checked=False: self.restart_wanted.emit())
        self.show_diagnostics.clicked.connect(lambda _checked=False: self.open_diagnostics())
        self.again.clicked.connect(lambda _checked=False: self.use_again())
        self._process.busy_changed.connect(self._show_busy)
        # Once what was done has been told: it is told after the process is free.
        self._process.busy_changed.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Which update?"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{self.tr('Updates of Sanduku')} ({ENDING})")
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_status(self) -> None:
        status = self._status or {}
        packaged = status.get("packaged", True)
        following = status.get("next_start", VERSION)
        waits = packaged and following != status.get("running", VERSION)
        if not packaged:
            told = self.tr("It runs from its source: renew that as you got it, and set it up again.")
        elif waits:
            told = self.tr("Version %1 is ready, and is used from the next start on.").replace(
                "%1", following
            )
        elif status.get("signer"):
            told = self.tr("Installed as an update, signed by %1.").replace("%1", isolate(status["signer"]))
        elif status.get("can_roll_back"):
            told = self.tr("Installed as an update.")
        else:
            told = self.tr("Installed from a package.") if status else ""
        self._version_row.set_words(self.tr("Version %1").replace("%1", VERSION), told)
        self.restart.setAccessibleName(self.restart.text())
        self.restart.setVisible(waits)
        self._update_row.setVisible(packaged)
        package = self.tr("The version of the package is kept, to go back to.")
        update = self.tr("Version %1 is kept, to go back to.")
        before = status.get("previous")
        self._back_row.set_words(
            self.tr("Version before"), update.replace("%1", before) if before else package
        )
        self._back_row.setVisible(bool(status.get("can_roll_back")))
        again = isolate(status.get("again", ""))
        self._again_row.set_words(
            self.tr("Version %1 was given up").replace("%1", again),
            self.tr(
                "It is still on this computer. Use it again if your library does not open now, or if its"
                " starts failed for another reason, such as power cuts."
            ),
        )
        self._again_row.setVisible(bool(status.get("again")))
        self._updates.setVisible(packaged)
        for button, row in (
            (self.back, self._back_row), (self.show_diagnostics, self._diagnostics_row),
        ):  # fmt: skip
            button.setAccessibleName(f"{row.label.text()}: {button.text()}")

    def _show_busy(self) -> None:
        for button in (self.look, self.choose, self.back, self.again, self.show_diagnostics):
            button.setEnabled(not self._process.busy)

    def _say(self, words: str) -> None:
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))
