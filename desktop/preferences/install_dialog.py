"""Installing a model pack that was brought: what it is, its licence, who vouches for it; then copying it."""

from typing import Any, Protocol

from PySide6.QtCore import QLocale, QSize, Qt, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.access.engine_task import Done, Failed
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.preferences.pack_words import (
    fit_text,
    languages_text,
    purpose_text,
    said,
    signing_text,
    size_text,
    task_text,
)
from desktop.style import Theme
from desktop.texts import error_text
from engine.errors import SandukuError
from engine.language import isolate

SIZES = QT_TRANSLATE_NOOP("Packs", "Version %1, %2, licence %3; %4 are free on the disk.")
PRESENT = QT_TRANSLATE_NOOP("Packs", "Version %1 is in use now; it is kept, to go back to.")


class Installation(Protocol):
    """Installs one pack, once a person has agreed."""

    @property
    def progressed(self) -> SignalInstance:
        """Tells how much is done, in hundredths."""

    def start(self, *, trusted: bool, done: Done, failed: Failed) -> bool:
        """Begin, and return whether that could be; ``trusted`` is that nobody vouches for it all the same."""

    def stop(self) -> None:
        """Stop; what was copied is kept."""


class InstallDialog(QDialog):
    """Shows a pack that was brought, and installs it; accepted when that is done."""

    def __init__(
        self, installation: Installation, offer: dict[str, Any], theme: Theme, parent: QWidget
    ) -> None:
        """Show what was brought.

        Args:
            installation: Installs it.
            offer: What it is, as ``engine.inventory.offers`` tells it.
            theme: The look.
            parent: Over which it opens.
        """
        super().__init__(parent)
        self._offer, self._installation = offer, installation
        self._working = self._stopping = False
        self.installed: dict[str, Any] | None = None
        self.setWindowTitle(self.tr("Install a model"))
        self.licence = QPlainTextEdit(offer["licence_text"], self)
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setMinimumHeight(theme.line * 4)
        self.licence.setAccessibleName(self.tr("The licence"))
        licence = isolate(offer["licence"])
        self.agree = QCheckBox(self.tr("I accept this licence (%1)").replace("%1", licence), self)
        self.trust = QCheckBox(self._trust_text(), self)
        self.trust.setVisible(offer["signing"] != "signed")
        self.bar, self.state = QProgressBar(self), QLabel(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(max(6, theme.line // 3))
        self.bar.setAccessibleName(self.tr("How much is installed"))
        self.bar.hide()
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.hide()
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.install = QPushButton(self.tr("Install"), self)
        self.cancel.setAutoDefault(False)
        self.install.setProperty("kind", "main")
        self.install.setDefault(True)
        self._lay_out(theme, parent.window().size())
        for box in (self.agree, self.trust):
            box.toggled.connect(lambda _on: self._judge())
        self.install.clicked.connect(self.begin)
        self.cancel.clicked.connect(self.reject)
        installation.progressed.connect(self._progressed)
        self.agree.setFocus()
        self._judge()

    def begin(self) -> None:
        """Install it, if all was agreed to."""
        if not self.install.isEnabled():
            return
        self._working = self._installation.start(
            trusted=self.trust.isChecked(), done=self._done, failed=self._refused
        )
        if self._working:
            self._say(self.tr("Copying and checking…"))
            self.bar.setValue(0)
            self.bar.show()
        self._judge()

    def reject(self) -> None:
        """Stop what is being copied, or close."""
        if not self._working:
            super().reject()
        elif not self._stopping:
            self._stopping = True
            self._say(self.tr("Stopping…"))
            self._installation.stop()
            self._judge()

    def _lay_out(self, theme: Theme, room: QSize) -> None:
        offer, line = self._offer, theme.line
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 3)
        inner = QWidget(self)
        told = QVBoxLayout(inner)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(line // 3)
        title = QLabel(title_of(offer), inner)
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        labels = [title, *(QLabel(text, inner) for text in facts_of(offer))]
        for label in labels:
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            told.addWidget(label)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        told.addWidget(self.licence, 1)
        # With large text, what is told is longer than the window; what is agreed to stays in sight.
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(area, 1)
        for widget in (self.agree, self.trust, self.state, self.bar):
            column.addWidget(widget)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.install)
        column.addLayout(feet)
        self.resize(min(line * 32, room.width() - line * 2), min(line * 28, room.height() - line * 2))

    def _trust_text(self) -> str:
        if self._offer["signing"] == "expired":
            return self.tr("Install it although its signature has expired")
        return self.tr("I know who made it, and install it although nobody signed it")

    def _judge(self) -> None:
        agreed = self.agree.isChecked() and (self.trust.isHidden() or self.trust.isChecked())
        self.install.setEnabled(agreed and not self._working)
        self.cancel.setEnabled(not self._stopping)
        self.cancel.setText(self.tr("Stop") if self._working else self.tr("Cancel"))
        for box in (self.agree, self.trust):
            box.setEnabled(not self._working)

    def _progressed(self, part: int) -> None:
        if self._working:
            self.bar.setValue(part)
            if part == 100 and not self._stopping:
                self._say(self.tr("Trying it…"))

    def _done(self, result: dict[str, Any]) -> None:
        self._working = self._stopping = False
        self.installed = result
        self.accept()

    def _refused(self, error: SandukuError) -> None:
        self._working = self._stopping = False
        self.bar.hide()
        if error.code == "cancelled":
            words = self.tr("Stopped. What was copied is kept: install it again to go on from there.")
            self._say(words)
        else:
            self._say(error_text(error))
        self._judge()

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.show()


def title_of(offer: dict[str, Any]) -> str:
    """Return what people call a pack that was brought."""
    return isolate(offer["title"] or offer["name"])


def facts_of(offer: dict[str, Any]) -> list[str]:
    """Return what a person is told of a pack that was brought, each a line."""
    sizes = said(SIZES).replace("%1", QLocale().toString(offer["version"]))
    sizes = sizes.replace("%2", isolate(size_text(offer["byte_size"])))
    sizes = sizes.replace("%3", isolate(offer["licence"])).replace("%4", isolate(size_text(offer["free"])))
    facts = [
        purpose_text(offer["purpose"], QLocale().name().partition("_")[0]),
        " · ".join(task_text(task) for task in offer["tasks"]),
        languages_text(offer["languages"]),
        sizes,
        fit_text(offer["fit"]),
        signing_text(offer["signing"], offer["signer"]),
    ]
    present = offer["installed_version"]
    if present is not None:
        facts.append(said(PRESENT).replace("%1", QLocale().toString(present)))
    return [fact for fact in facts if fact]
