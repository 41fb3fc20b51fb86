"""Several model packs that were brought together, on a stick or in a folder: each shown, to be installed."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.access.engine_task import error_of
from desktop.preferences.install_dialog import InstallDialog, facts_of, title_of
from desktop.preferences.pack_process import BroughtInstallation, PackProcess
from desktop.preferences.page import Card
from desktop.style import Theme
from desktop.texts import error_text
from engine.language import isolate

MARKS = {"signed": ("done", "sure"), "broken": ("problem", "wrong"), "untrusted": ("problem", "wrong")}
"""Drawing and colour for who vouches for a pack; what nobody vouches for is doubtful."""


class BroughtPack(Card):
    """One of them."""

    wanted = Signal()
    """Somebody wants to install it."""

    def __init__(self, found: dict[str, Any], theme: Theme, parent: QWidget) -> None:
        """Show what it is.

        Args:
            found: As ``engine.inventory.changing offers`` tells it: ``path``, and ``offer`` or ``error``.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(theme, parent)
        self.path, self.offer = Path(found["path"]), found["offer"]
        title = isolate(self.path.name) if self.offer is None else title_of(self.offer)
        mark, name = QLabel(self), QLabel(title, self)
        bold = name.font()
        bold.setBold(True)
        name.setFont(bold)
        icon, colour = ("problem", "wrong")
        if self.offer is not None:
            icon, colour = MARKS.get(self.offer["signing"], ("warning", "doubt"))
        mark.setPixmap(theme.icons.pixmap(icon, theme.line, colour))
        mark.setAccessibleName(
            self.tr("Signed") if icon == "done" else self.tr("Not signed") if icon == "warning"
            else self.tr("Problem")
        )  # fmt: skip
        head = QHBoxLayout()
        head.addWidget(mark)
        head.addWidget(name, 1)
        self.column.addLayout(head)
        texts = [error_text(error_of(found["error"]))] if self.offer is None else facts_of(self.offer)
        facts = QVBoxLayout()
        facts.setSpacing(theme.line // 4)
        for text in texts:
            label = QLabel(text, self)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            facts.addWidget(label)
        self.column.addLayout(facts)
        name.setWordWrap(True)
        name.setTextFormat(Qt.TextFormat.PlainText)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        name.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.done = QLabel(self.tr("Installed and in use."), self)
        self.done.hide()
        self.install = QPushButton(self.tr("Install…"), self)
        self.install.setAccessibleName(self.tr("Install %1").replace("%1", title))
        self.install.setAutoDefault(False)
        self.install.setVisible(self.offer is not None)
        self.install.clicked.connect(lambda _checked=False: self.wanted.emit())
        feet = QHBoxLayout()
        feet.addWidget(self.install)
        feet.addWidget(self.done)
        feet.addStretch(1)
        self.column.addLayout(feet)

    def tell_installed(self) -> None:
        """Say that it is installed."""
        self.install.hide()
        self.done.show()


class StickDialog(QDialog):
    """Lists what was brought."""

    installed = Signal(dict)
    """What an installation did, as ``engine.inventory.changing install`` tells it."""

    def __init__(
        self, found: list[dict[str, Any]], process: PackProcess, theme: Theme, parent: QWidget
    ) -> None:
        """List packs.

        Args:
            found: As ``engine.inventory.changing offers`` tells them.
            process: Installs them.
            theme: The look.
            parent: Over which it opens.
        """
        super().__init__(parent)
        self._process, self._theme = process, theme
        self.setWindowTitle(self.tr("Install a model"))
        self.head = QLabel(self.tr("%Ln model pack(s) were brought.", "", len(found)), self)
        self.head.setWordWrap(True)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self.cards = [BroughtPack(each, theme, inner) for each in found]
        for card in self.cards:
            card.wanted.connect(lambda card=card: self._install(card))
            column.addWidget(card)
        column.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        line = theme.line
        whole = QVBoxLayout(self)
        whole.setContentsMargins(line, line, line, line)
        whole.setSpacing(line // 2)
        whole.addWidget(self.head)
        whole.addWidget(self.area, 1)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.close_button)
        whole.addLayout(feet)
        room = parent.window().size()
        self.resize(min(line * 36, room.width() - line * 2), min(line * 30, room.height() - line * 2))
        first = next((card.install for card in self.cards if card.offer is not None), self.close_button)
        first.setFocus()

    def _install(self, card: BroughtPack) -> None:
        installation = BroughtInstallation(card.path, card.offer, self._process)
        dialog = InstallDialog(installation, card.offer, self._theme, self)
        dialog.accepted.connect(lambda: self._done(card, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _done(self, card: BroughtPack, dialog: InstallDialog) -> None:
        card.tell_installed()
        self.close_button.setFocus()
        if dialog.installed is not None:
            self.installed.emit(dialog.installed)
