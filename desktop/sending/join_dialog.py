"""Asks for an invitation, shows whose it is, and joins once a person has compared the fingerprint."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.access.engine_task import error_of
from desktop.errors import told_error
from desktop.preferences.pack_process import PackProcess
from desktop.sending.desk import SendingDesk
from desktop.style import Theme
from desktop.texts import error_text
from engine.errors import SandukuError
from engine.invited import PICTURES, invitation_of
from engine.language import isolate
from engine.sync.wire.invitation import SUFFIX, Invitation


class JoinDialog(QDialog):
    """Two steps in one dialog: the invitation, and whose it is."""

    def __init__(
        self, desk: SendingDesk, theme: Theme, parent: QWidget, joined: Callable[[str, bool], object]
    ) -> None:
        """Ask for an invitation.

        Args:
            desk: Joins.
            theme: The look.
            parent: Over which it opens.
            joined: Called with the team's name, and whether headquarters has answered.
        """
        super().__init__(parent)
        self._desk, self._theme, self._joined = desk, theme, joined
        self.invitation: Invitation | None = None
        self._busy = False
        self._looking = PackProcess(self, module="engine.invited")
        self.finished.connect(lambda _result: self._looking.close())
        self.lead, self.note, self.problem = QLabel(self), QLabel(self), QLabel(self)
        self.choose, self.text = QPushButton(self), QPlainTextEdit(self)
        self.choose.setIcon(theme.icons.icon("add-files"))
        self.choose.setIconSize(QSize(theme.line, theme.line))
        self.another = QPushButton(self)
        self.another.setProperty("kind", "link")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.line * 4)
        self.whose, self.fingerprint, self.warning = QLabel(self), QLabel(self), QLabel(self)
        self.compared, self.offline = QCheckBox(self), QCheckBox(self)
        self.cancel, self.join = QPushButton(self), QPushButton(self)
        self.join.setProperty("kind", "main")
        self._first, self._second = QWidget(self), QWidget(self)
        self._build()
        self.setAcceptDrops(True)
        self.choose.clicked.connect(lambda _checked=False: self._ask_file())
        self.text.textChanged.connect(self._typed)
        self.compared.toggled.connect(lambda _on: self._judge())
        self.another.clicked.connect(lambda _checked=False: self._begin_anew())
        self.cancel.clicked.connect(self.reject)
        self.join.clicked.connect(lambda _checked=False: self._join())
        self.offline.setChecked(not desk.allowed)
        self.offline.setEnabled(desk.allowed)
        self.retranslate()
        room = parent.window().size()
        line = theme.line
        self.resize(min(line * 34, room.width() - line), min(line * 27, room.height() - line))

    # What is shown

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setWindowTitle(self.tr("Join a team"))
        self.lead.setText(
            self.tr(
                "Headquarters gives you an invitation: a file, a text, or a QR code on paper. Choose the file"
                " or a photo of the code, drop it here, or paste the text."
            )
        )
        self.choose.setText(self.tr("Choose a file or a photo…"))
        self.text.setPlaceholderText(self.tr("Paste the text of the invitation here"))
        self.text.setAccessibleName(self.tr("Text of the invitation"))
        self.note.setText(
            self.tr(
                "Compare this with what headquarters tells you, by phone or on paper. It must be the same:"
            )
        )
        self.fingerprint.setAccessibleName(self.tr("Fingerprint of headquarters"))
        self.warning.setText(
            self.tr("All documents of this library go to that headquarters, those added before as well.")
        )
        self.compared.setText(self.tr("I compared it, and it is the same."))
        self.offline.setText(self.tr("Use no network now; headquarters hears of me later, or by a stick."))
        self.another.setText(self.tr("Another invitation"))
        self.cancel.setText(self.tr("Cancel"))
        self._show()

    def show_invitation(self, invitation: Invitation) -> None:
        """Show whose invitation it is."""
        self.invitation = invitation
        self.problem.hide()
        self._show()
        self.compared.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_anew(self) -> None:
        self.invitation = None
        self.text.clear()
        self.compared.setChecked(False)
        self._show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Close; what is on its way is stopped."""
        if self._busy and not self._looking.busy:
            self._desk.stop()
        super().reject()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files."""
        if event.mimeData().hasUrls() and not self._busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Look what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.look_at(paths[0])

    def look_at(self, path: Path) -> None:
        """Look for the invitation in a file or a picture."""
        self.problem.hide()
        self._busy = self._looking.start(["look", str(path)], self._found, self._not_found)
        self._judge()

    def _found(self, result: dict[str, Any]) -> None:
        self._busy = False
        self.show_invitation(invitation_of(result["invitation"]))

    def _not_found(self, error: SandukuError) -> None:
        self._busy = False
        self._tell(error)
        self._judge()

    # Doing

    def _ask_file(self) -> None:
        endings = " ".join(f"*{each}" for each in (SUFFIX, ".txt", *PICTURES))
        path, _filter = QFileDialog.getOpenFileName(
            self, self.windowTitle(), "", self.tr("Invitations (%1)").replace("%1", endings)
        )
        if path:
            self.look_at(Path(path))

    def _typed(self) -> None:
        text = self.text.toPlainText().strip()
        self.problem.hide()
        if text:
            try:
                self.show_invitation(invitation_of(text))
            except SandukuError as error:
                self._tell(error)

    def _join(self) -> None:
        if self.invitation is None:
            return
        self.problem.hide()
        begun = self._desk.start(
            "join", self._done, self._refused,
            invitation=self.invitation.encode(), offline=self.offline.isChecked(),
        )  # fmt: skip
        self._busy = begun
        self._judge()

    def _done(self, result: dict[str, Any]) -> None:
        self._busy = False
        assert self.invitation is not None
        self.accept()
        self._joined(self.invitation.team_name or self.invitation.team, bool(result["joined"]))
        # The team is joined all the same; what signs its packs is asked for again with the next join.
        error = result["error"] or result.get("packs_error")
        if error is not None:
            self._desk.failed.emit(error_of(error))

    def _refused(self, error: SandukuError) -> None:
        self._busy = False
        self._judge()
        if error.code != "cancelled":
            self._tell(error)

    def _tell(self, error: SandukuError) -> None:
        self.problem.setText(error_text(error))
        self.problem.setAccessibleName(told_error(error).what)
        self.problem.show()

    # Making

    def _build(self) -> None:
        line = self._theme.line
        for label in (self.lead, self.note, self.problem, self.whose, self.warning):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        colours = self._theme.colours
        self.problem.setStyleSheet(
            f"background: {colours.wrong_ground}; color: {colours.text}; padding: {line // 2}px;"
        )
        self.problem.hide()
        self.text.setStyleSheet(
            f"QPlainTextEdit {{ border: 2px solid {colours.edge}; }}"
            f"QPlainTextEdit:focus {{ border: 2px solid {colours.focus}; }}"
        )
        self.fingerprint.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.fingerprint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.5)
        font.setBold(True)
        self.fingerprint.setFont(font)
        bold = self.font()
        bold.setBold(True)
        self.whose.setFont(bold)
        steps: tuple[tuple[QWidget, tuple[QWidget, ...]], ...] = (
            (self._first, (self.lead, self.choose, self.text)),
            (
                self._second,
                (self.whose, self.note, self.fingerprint, self.compared, self.warning, self.offline),
            ),
        )
        for page, widgets in steps:
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(line * 2 // 3)
            for widget in widgets:
                column.addWidget(widget)
        inner = QWidget(self)
        within = QVBoxLayout(inner)
        within.setContentsMargins(0, 0, 0, 0)
        for widget in (self._first, self.problem, self._second):
            within.addWidget(widget)
        within.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for button in (self.choose, self.another, self.cancel):
            button.setAutoDefault(False)
        feet = QHBoxLayout()
        feet.addWidget(self.another)
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.join)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(line, line, line, line)
        whole.setSpacing(line * 2 // 3)
        whole.addWidget(area, 1)
        whole.addLayout(feet)

    def _show(self) -> None:
        invitation = self.invitation
        self._first.setVisible(invitation is None)
        for widget in (self._second, self.another):
            widget.setVisible(invitation is not None)
        if invitation is not None:
            self.whose.setText(
                self.tr("Team %1, at %2")
                .replace("%1", isolate(invitation.team_name or invitation.team))
                .replace("%2", isolate(", ".join(invitation.urls)))
            )
            self.fingerprint.setText(_broken(invitation.fingerprint))
        self._judge()

    def _judge(self) -> None:
        for widget in (self.choose, self.text, self.compared, self.another):
            widget.setEnabled(not self._busy)
        ready = self.invitation is not None and self.compared.isChecked() and not self._busy
        self.join.setEnabled(ready)
        self.join.setText(self.tr("Wait…") if self._busy else self.tr("Join"))


def _broken(fingerprint: str) -> str:
    """Return a fingerprint in lines of four groups, as it is read aloud."""
    groups = fingerprint.split()
    return isolate("\n".join(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4)))
