"""The page "Privacy & lock": locking, passphrase, recovery key, where the library lies, backup, check."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSpinBox, QWidget

from desktop.access import LibraryAccess, LibraryDoor
from desktop.choices import IDLE_MINUTES, Choices
from desktop.errors import told_problem
from desktop.outside import open_folder
from desktop.preferences.fields import CalmWheel
from desktop.preferences.page import Page
from desktop.preferences.passphrase_dialog import PassphraseDialog
from desktop.preferences.recovery_dialog import RecoveryDialog
from desktop.preferences.row import Row
from desktop.preferences.upkeep import Upkeep
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.toasts import Toasts
from engine.errors import CancelledError, SandukuError
from engine.language import isolate
from engine.library import BackupReport, CheckReport, Problem

TRADITIONAL = QLocale.DataSizeFormat.DataSizeTraditionalFormat
MOST_MINUTES = 240
MOST_PROBLEMS = 20


class PrivacyPage(Page):
    """Keeps the library safe."""

    icon = "lock"

    def __init__(
        self,
        door: LibraryDoor,
        access: LibraryAccess,
        upkeep: Upkeep,
        choices: Choices,
        toasts: Toasts,
        theme: Theme,
    ) -> None:
        """Show what holds; a library without encryption has no lock and no keys to show.

        Args:
            door: The open library.
            access: Changes its keys.
            upkeep: Checks and backs up.
            choices: Keep the minutes.
            toasts: Tell what is done.
            theme: The look.
        """
        super().__init__(theme)
        self._door, self._access, self._upkeep = door, access, upkeep
        self._choices, self._toasts = choices, toasts
        self.minutes = QSpinBox(self)
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.setKeyboardTracking(False)
        self.minutes.setMinimumHeight(theme.line * 3 // 2)
        self.minutes.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.minutes.installEventFilter(CalmWheel(self.minutes))
        self.passphrase, self.recovery = QPushButton(self), QPushButton(self)
        self.open_folder, self.backup, self.check = QPushButton(self), QPushButton(self), QPushButton(self)
        self.stop, self.progress, self.outcome = QPushButton(self), QProgressBar(self), QLabel(self)
        self._build()
        self._connect()
        self.retranslate()
        self.shown()
        self._set_busy(busy=False)

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Privacy and lock")

    def shown(self) -> None:
        """Show what holds."""
        minutes = self._choices.lock_after_minutes
        with QSignalBlocker(self.minutes):
            self.minutes.setValue(minutes)
        self._minutes_row.set_changed(changed=minutes != IDLE_MINUTES)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        self.locking.set_heading(self.tr("Lock"))
        self._keeping.set_heading(self.tr("Library"))
        self.minutes.setSuffix(" " + self.tr("minutes"))
        self.minutes.setSpecialValueText(self.tr("Never"))
        self._minutes_row.set_words(
            self.tr("Lock after"), self.tr("When nobody has touched keyboard or mouse for this long.")
        )
        self._passphrase_row.set_words(
            self.tr("Passphrase"), self.tr("Whoever knows it can open the library on this computer.")
        )
        self._recovery_row.set_words(
            self.tr("Recovery key"), self.tr("On paper, for the day on which the passphrase is forgotten.")
        )
        # The mark keeps the path at the side where the page is read from.
        mark = "\u200f" if self.isRightToLeft() else ""
        self._folder_row.set_words(self.tr("Where it lies"), mark + isolate(str(self._door.folder)))
        self._backup_row.set_words(
            self.tr("Backup"),
            self.tr(
                "A whole copy, as well encrypted, for instance on a stick. To bring one back: "
                "“sanduku restore FOLDER --into NEW-FOLDER”."
            ),
        )
        self._check_row.set_words(
            self.tr("Check"),
            self.tr("Reads every file and says whether the library is sound. Changes nothing."),
        )
        self.passphrase.setText(self.tr("Change…"))
        self.recovery.setText(self.tr("New key…"))
        self.open_folder.setText(self.tr("Open folder"))
        self.backup.setText(self.tr("Back up now…"))
        self.check.setText(self.tr("Check now"))
        self.stop.setText(self.tr("Stop"))
        self.progress.setAccessibleName(self.tr("How far it is"))
        buttons = (self.passphrase, self.recovery, self.open_folder, self.backup, self.check)
        rows = (
            self._passphrase_row, self._recovery_row, self._folder_row, self._backup_row, self._check_row,
        )  # fmt: skip
        for button, row in zip(buttons, rows, strict=True):
            button.setAccessibleName(f"{row.label.text()}: {button.text()}")

    def ask_backup(self) -> None:
        """Let the person choose where the backup goes, and make it."""
        dialog = QFileDialog(self, self.tr("Where shall the backup go?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.back_up_into(Path(folder)))
        dialog.open()

    def back_up_into(self, folder: Path) -> None:
        """Make a backup in a new folder below one that a person chose."""
        stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
        self._set_busy(busy=True)
        self._upkeep.back_up(folder / f"sanduku-{stamp}")

    def check_now(self) -> None:
        """Look the library over."""
        self._set_busy(busy=True)
        self._upkeep.check()

    # Inside

    def _build(self) -> None:
        theme = self.theme
        self.locking = self.card()
        self._minutes_row = Row(self.minutes, theme, self.locking, reset=lambda: self._choose(IDLE_MINUTES))
        self._passphrase_row = Row(self.passphrase, theme, self.locking)
        self._recovery_row = Row(self.recovery, theme, self.locking)
        for row in (self._minutes_row, self._passphrase_row, self._recovery_row):
            self.locking.add(row)
        self.locking.setVisible(self._door.data_key is not None)
        self._keeping = self.card()
        self._folder_row = Row(self.open_folder, theme, self._keeping)
        self._backup_row = Row(self.backup, theme, self._keeping)
        self._check_row = Row(self.check, theme, self._keeping)
        for row in (self._folder_row, self._backup_row, self._check_row):
            self._keeping.add(row)
        self._folder_row.help.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        work = QWidget(self._keeping)
        line = QHBoxLayout(work)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop)
        self.progress.setTextVisible(False)
        self._keeping.add(work)
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._keeping.add(self.outcome)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.minutes.valueChanged.connect(self._choose)
        self.passphrase.clicked.connect(self._change_passphrase)
        self.recovery.clicked.connect(self._new_key)
        self.open_folder.clicked.connect(lambda: open_folder(self._door.folder))
        self.backup.clicked.connect(self.ask_backup)
        self.check.clicked.connect(self.check_now)
        self.stop.clicked.connect(self._upkeep.stop)
        self._upkeep.progressed.connect(self._progressed)
        self._upkeep.checked.connect(self._checked)
        self._upkeep.backed_up.connect(self._backed_up)
        self._upkeep.failed.connect(self._failed)

    def _choose(self, minutes: int) -> None:
        self._choices.lock_after_minutes = minutes
        self.shown()

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self._access, self.theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._toasts.show(self.tr("The passphrase is changed."), kind="done"))
        dialog.open()

    def _new_key(self) -> None:
        dialog = RecoveryDialog(self._access, self.theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.backup, self.check):
            button.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.outcome.setVisible(not busy and bool(self.outcome.text()))
        if busy:
            self.progress.setRange(0, 0)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _say(self, words: str) -> None:
        self.outcome.setText(words)
        self._set_busy(busy=False)

    def _checked(self, report: CheckReport) -> None:
        found = [*report.problems, *report.warnings]
        if not found:
            documents = report.counts.get("documents", 0)
            self._say(self.tr("The library is sound: %Ln document(s) with all their files.", "", documents))
            return
        sentences = [_sentence(each) for each in found[:MOST_PROBLEMS]]
        if len(found) > MOST_PROBLEMS:
            sentences.append(self.tr("and %Ln more", "", len(found) - MOST_PROBLEMS))
        self._say("\n".join(sentences))

    def _backed_up(self, report: BackupReport) -> None:
        words = self.tr("The backup is whole: %1 in the folder %2.")
        words = words.replace("%1", isolate(QLocale().formattedDataSize(report.byte_size, 1, TRADITIONAL)))
        words = words.replace("%2", isolate(str(report.folder)))
        if report.damaged:
            words += " " + self.tr(
                "%Ln file(s) are damaged in the library itself, and so in the backup.",
                "",
                len(report.damaged),
            )
        self._say(words)

    def _failed(self, error: SandukuError) -> None:
        self._say(self.tr("You stopped it.") if isinstance(error, CancelledError) else error_text(error))


def _sentence(problem: Problem) -> str:
    said = told_problem(problem)
    return f"{isolate(problem.which)}: {said.what} {said.remedy}".strip()
