"""An update that was found: what it is, what is new in it, what will happen; then installing it."""

from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.access import ReadingWork, WorkKind
from desktop.style import Theme
from desktop.texts import error_text
from desktop.upkeep.process import UPDATES, UpkeepProcess
from desktop.upkeep.remarks import remark_text
from engine.errors import CancelledError, SandukuError
from engine.language import isolate


class UpdateDialog(QDialog):
    """Shows an update, and installs it."""

    restart_wanted = Signal()
    """The person wants the new version now."""

    def __init__(
        self,
        offer: dict[str, Any],
        process: UpkeepProcess,
        theme: Theme,
        parent: QWidget,
        *,
        work: ReadingWork | None = None,
    ) -> None:
        """Show what was found.

        Args:
            offer: As ``engine.updates.standard`` tells it.
            process: Installs it.
            theme: The look.
            parent: Over which it opens.
            work: Pauses meanwhile; None where nothing is read.
        """
        super().__init__(parent)
        self._offer, self._process, self._work = offer, process, work
        self._working = self._stopping = self._paused = False
        self.installed: dict[str, Any] | None = None
        self.setWindowTitle(self.tr("Update"))
        self.tabs = QTabWidget(self)
        self.changes = self._reading(offer["changes"] or self.tr("Nothing was written down."))
        self.licence = self._reading(offer["licence_text"])
        self.tabs.addTab(self.changes, self.tr("What is new"))
        self.tabs.addTab(self.licence, self.tr("Licence"))
        self.changes.setAccessibleName(self.tr("What is new"))
        self.licence.setAccessibleName(self.tr("Licence"))
        self.agree = QCheckBox(self.tr("I install it although its signature should have been renewed"), self)
        self.agree.setVisible(offer["signing"] == "expired")
        self.bar, self.state = QProgressBar(self), QLabel(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Install"), self)
        self.cancel.setAutoDefault(False)
        self.go.setProperty("kind", "main")
        self.go.setDefault(True)
        self._lay_out(theme, parent.window().size())
        self.agree.toggled.connect(lambda _on: self._judge())
        self.go.clicked.connect(lambda _checked=False: self.begin())
        self.cancel.clicked.connect(self.reject)
        process.progressed.connect(self._progressed)
        self._judge()
        (self.go if self.go.isEnabled() else self.agree).setFocus()

    def begin(self) -> None:
        """Install it; once that is done, start anew."""
        if self.installed is not None:
            self.accept()
            self.restart_wanted.emit()
            return
        if not self.go.isEnabled():
            return
        wish = {"verb": "install", "path": self._offer["path"], "expired": self.agree.isChecked()}
        self._working = self._process.start(UPDATES, wish, self.finish, self._refused)
        if self._working:
            self._pause()
            self._say(self.tr("Checking the file…"))
            self.bar.setRange(0, 0)
            self.bar.show()
        self._judge()

    def reject(self) -> None:
        """Stop what is being done, or close."""
        if not self._working:
            super().reject()
        elif not self._stopping:
            self._stopping = True
            self._say(self.tr("Stopping…"))
            self._process.stop()
            self._judge()

    def finish(self, result: dict[str, Any]) -> None:
        """Say that it is installed, and offer to start anew."""
        self.installed = result
        self._end()
        words = self.tr("Version %1 is ready. It is used from the next start on.")
        words = words.replace("%1", result["version"])
        if result["backups"]:
            folder = isolate(result["backups"][0]["backup"])
            words += "\n" + self.tr("Your work was backed up to %1.").replace("%1", folder)
        if result["damaged"]:
            words += " " + self.tr(
                "%Ln file(s) were damaged in your library already, and are so in the backup.",
                "",
                result["damaged"],
            )
        self._say(words)
        self.go.setText(self.tr("Restart now"))
        self.cancel.setText(self.tr("Later"))
        self._judge()

    def _refused(self, error: SandukuError) -> None:
        self._end()
        stopped = error.code == CancelledError.code
        kept = self.tr("The version that you have stays as it is.")
        self._say(kept if stopped else f"{error_text(error)} {kept}")
        self._judge()

    def _end(self) -> None:
        self._working = self._stopping = False
        self.bar.hide()
        if self._paused and self._work is not None:
            self._work.resume()
        self._paused = False

    def _pause(self) -> None:
        """Let no page be read while versions change, where one would be."""
        if self._work is not None and self._work.state.kind is not WorkKind.PAUSED:
            self._paused = True
            self._work.pause()

    def _progressed(self, stage: str, hundredths: int) -> None:
        if self._working and not self._stopping:
            self.show_progress(stage, hundredths)

    def show_progress(self, stage: str, hundredths: int) -> None:
        """Show how far a stage is."""
        self.bar.show()
        stages = {
            "check": self.tr("Checking the file…"),
            "unpack": self.tr("Unpacking…"),
            "self-test": self.tr("The new version tests itself. This can take some minutes…"),
            "backup": self.tr("Backing up your work…"),
            "rehearsal": self.tr("Trying the new version on a copy of your work…"),
        }
        self._say(stages.get(stage, self.state.text()))
        self.bar.setRange(0, 100 if hundredths else 0)
        self.bar.setValue(hundredths)

    def _judge(self) -> None:
        expired = self._offer["signing"] == "expired" and not self.agree.isChecked()
        self.go.setEnabled(not self._working and not expired)
        self.agree.setEnabled(not self._working and self.installed is None)
        self.cancel.setEnabled(not self._stopping)

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def _reading(self, text: str) -> QPlainTextEdit:
        made = QPlainTextEdit(text, self)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        return made

    def _facts(self) -> list[str]:
        offer, locale = self._offer, QLocale()
        room = self.tr("It needs %1; %2 are free on the disk.")
        room = room.replace("%1", locale.formattedDataSize(offer["unpacked"], 1, TRADITIONAL))
        room = room.replace("%2", locale.formattedDataSize(offer["free"], 1, TRADITIONAL))
        return [
            self.tr("You have version %1. This update is signed by %2.")
            .replace("%1", offer["present"])
            .replace("%2", isolate(offer["signer"])),
            room,
            self.tr(
                "First the new version tests itself on this computer. Then your work is backed up, and the"
                " new version tries itself on a copy. Whatever goes wrong, the version that you have stays as"
                " it is, and you can go back later."
            ),
            *(remark_text(each) for each in offer["remarks"]),
        ]

    def _lay_out(self, theme: Theme, room: QSize) -> None:
        line = theme.line
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        title = QLabel(self.tr("Sanduku %1").replace("%1", self._offer["version"]), self)
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        for label in (title, *(QLabel(text, self) for text in self._facts()), self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            if label is not self.state:
                column.addWidget(label)
        column.addWidget(self.tabs, 1)
        for widget in (self.agree, self.state, self.bar):
            column.addWidget(widget)
        self.bar.setFixedHeight(max(6, line // 3))
        self.bar.hide()
        self.state.hide()
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.go)
        column.addLayout(feet)
        self.resize(QSize(line * 32, line * 27).boundedTo(room - QSize(line * 2, line * 2)))


TRADITIONAL = QLocale.DataSizeFormat.DataSizeTraditionalFormat
