"""Writes what waits to a stick, and takes the answer of headquarters from one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.sending.desk import SendingDesk
from desktop.sending.standing import look_closely
from desktop.sending.stick_words import taken_words, written_words
from desktop.sending.words import at_side, size_text
from desktop.style import Theme
from desktop.texts import error_text
from engine.errors import CancelledError, SandukuError
from engine.language import isolate
from engine.sync.planning import Plan


class SendByStickDialog(QDialog):
    """One dialog for both ways of a stick."""

    def __init__(self, desk: SendingDesk, theme: Theme, parent: QWidget, *, answer: bool = False) -> None:
        """Ask where the stick is.

        Args:
            desk: Writes and takes.
            theme: The look.
            parent: Over which it opens.
            answer: Whether the answer is taken, rather than a bundle written.
        """
        super().__init__(parent)
        self._desk, self._theme, self._answer = desk, theme, answer
        self._parent_window = parent.window()
        self.busy, self._done = False, False
        self._plan: Plan | None = None
        self.folder: Path | None = None
        self.lead, self.where, self.outcome = QLabel(self), QLabel(self), QLabel(self)
        self.choose = QPushButton(self)
        self.choose.setIcon(theme.icons.icon("add-folder"))
        self.choose.setIconSize(QSize(theme.line, theme.line))
        self.images, self.everything = QCheckBox(self), QCheckBox(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.cancel, self.go, self.another = QPushButton(self), QPushButton(self), QPushButton(self)
        self.go.setProperty("kind", "main")
        self.choose.clicked.connect(lambda _checked=False: self._ask_folder())
        self.cancel.clicked.connect(self.reject)
        self.another.clicked.connect(lambda _checked=False: self._begin_anew())
        self.go.clicked.connect(lambda _checked=False: self._go())
        desk.progressed.connect(self._show_progress)
        self.amount = QLabel(self)
        for box in (self.images, self.everything):
            box.toggled.connect(lambda _on: self._ask_size())
        self._build()
        self.retranslate()
        self.choose.setFocus()
        self._ask_size()

    def retranslate(self) -> None:
        """Take the words anew."""
        if self._answer:
            self.setWindowTitle(self.tr("Take the answer from a stick"))
            self.lead.setText(
                self.tr(
                    "Choose the folder that headquarters wrote onto the stick."
                    " Its name begins with “sanduku”."
                )
            )
        else:
            self.setWindowTitle(self.tr("Write to a stick"))
            self.lead.setText(
                self.tr(
                    "Everything that headquarters does not have yet is written, encrypted for it alone."
                    " Whoever finds the stick can read nothing."
                )
            )
        self.choose.setText(self.tr("Choose a folder…") if self._answer else self.tr("Choose the stick…"))
        self.images.setText(self.tr("Page images and originals too (much larger)"))
        self.everything.setText(self.tr("From the very beginning, also what headquarters has confirmed"))
        self.another.setText(self.tr("Another stick…"))
        self.bar.setAccessibleName(self.tr("How far it is"))
        self._show()

    def reject(self) -> None:
        """Stop what is under way, or close."""
        if self.busy:
            self._desk.stop()
            self.cancel.setEnabled(False)
        else:
            super().reject()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def use(self, folder: Path) -> None:
        """Take a folder as the place of the stick, or of the answer."""
        self.folder = folder
        self.outcome.hide()
        self._show()
        self.go.setFocus()

    def _begin_anew(self) -> None:
        """Ask for one more stick, such as a second copy that goes another way."""
        self._done, self.folder = False, None
        self.outcome.hide()
        self._ask_size()
        self.choose.setFocus()

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.windowTitle())
        if path:
            self.use(Path(path))

    def _go(self) -> None:
        if self._done:
            self.accept()
            return
        assert self.folder is not None
        self.outcome.hide()
        if self._answer:
            self.busy = self._desk.start("take", self._taken, self.tell_failed, folder=str(self.folder))
        else:
            self.busy = self._desk.start(
                "export", self.tell_written, self.tell_failed, place=str(self.folder),
                files=self._wanted_files, everything=self.everything.isChecked(),
            )  # fmt: skip
        self._show()

    def _ask_size(self) -> None:
        """Have it looked up how much is to be written, where that can be foretold."""
        self._plan = None
        self._show()
        if not self._answer and not self.everything.isChecked():
            files = self._wanted_files
            self._desk.ask(
                lambda library: look_closely(library, files).plan, self._take_plan, replaces="stick",
                owner=self,
            )  # fmt: skip

    def _take_plan(self, plan: Plan | None) -> None:
        self._plan = plan
        self._show()

    @property
    def _wanted_files(self) -> str:
        return "originals" if self.images.isChecked() else self._files

    @property
    def _files(self) -> str:
        """What goes without originals, though the settings send them."""
        chosen = self._desk.keeper.settings.network.files
        return "thumbnails" if chosen == "originals" else chosen

    def tell_written(self, result: dict[str, Any]) -> None:
        """Say what was written, as ``engine.sync.program`` tells it."""
        self._end(written_words(result), good=True)

    def _taken(self, result: dict[str, Any]) -> None:
        self._end(taken_words(result), good=True)

    def tell_failed(self, error: SandukuError) -> None:
        """Say why nothing was written or taken."""
        stopped = isinstance(error, CancelledError) or error.code == "cancelled"
        self._end(
            self.tr("You stopped it; nothing is left on the stick.") if stopped else error_text(error),
            good=False,
        )

    def _end(self, words: str, *, good: bool) -> None:
        self.busy, self._done = False, good
        colours, line = self._theme.colours, self._theme.line
        ground = colours.sure_ground if good else colours.wrong_ground
        self.outcome.setStyleSheet(f"background: {ground}; color: {colours.text}; padding: {line // 2}px;")
        self.outcome.setText(words)
        self.outcome.show()
        self.cancel.setEnabled(True)
        self._show()
        self.go.setFocus()

    def _show_progress(self) -> None:
        told = self._desk.progress
        if self.busy and "total" in told:
            self.bar.setRange(0, 100)
            self.bar.setValue(100 * told["done"] // told["total"] if told["total"] else 0)

    def _show(self) -> None:
        where = at_side(isolate(str(self.folder)), right_to_left=self.isRightToLeft())
        self.where.setText(where if self.folder else self.tr("Nothing is chosen yet."))
        for widget in (self.choose, self.images, self.everything):
            widget.setEnabled(not self.busy)
            widget.setVisible(not self._done and (widget is self.choose or not self._answer))
        plan = self._plan
        self.amount.setVisible(plan is not None and not self._done and not self.everything.isChecked())
        if plan is not None:
            self.amount.setText(
                self.tr("About %1 is written.").replace("%1", size_text(plan.bytes))
                if plan.bytes
                else self.tr("Headquarters has everything: nothing waits to be written.")
            )
        self.bar.setVisible(self.busy)
        if self.busy:
            self.bar.setRange(0, 0)
        self.go.setEnabled(self._done or (self.folder is not None and not self.busy))
        begin = self.tr("Take the answer") if self._answer else self.tr("Write")
        self.go.setText(self.tr("Done") if self._done else begin)
        self.cancel.setText(self.tr("Stop") if self.busy else self.tr("Cancel"))
        self.cancel.setVisible(not self._done)
        self.another.setVisible(self._done)

    def _build(self) -> None:
        line = self._theme.line
        for label in (self.lead, self.where, self.amount, self.outcome):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.where.setProperty("kind", "muted")
        self.bar.setFixedHeight(max(6, line // 3))
        self.outcome.hide()
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(line * 2 // 3)
        for widget in (
            self.lead, self.choose, self.where, self.images, self.everything, self.amount, self.bar,
            self.outcome,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        # With large text, what is told is higher than the window; the buttons stay in sight.
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for button in (self.choose, self.cancel, self.another):
            button.setAutoDefault(False)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.another)
        feet.addWidget(self.cancel)
        feet.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(line, line, line, line)
        whole.setSpacing(line * 2 // 3)
        whole.addWidget(area, 1)
        whole.addLayout(feet)
        room = self._parent_window.size()
        self.resize(min(line * 32, room.width() - line), min(line * 19, room.height() - line))
