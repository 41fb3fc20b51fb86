"""The models that look at photos: which there are, installing one, removing it, and which does what."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.access import LibraryAccess
from desktop.access.engine_task import error_of
from desktop.preferences.install_dialog import InstallDialog
from desktop.preferences.pack_card import PackBox, name_of
from desktop.preferences.pack_process import BroughtInstallation, PackProcess
from desktop.preferences.page import Card
from desktop.preferences.stick_dialog import StickDialog
from desktop.preferences.task_defaults import TaskDefaults
from desktop.style import Theme
from desktop.texts import error_text
from engine.errors import SandukuError
from engine.language import isolate

IN_USE = ("in-use", "of-set-up")


class PackShelf(QWidget):
    """Shows the packs that have tasks; the others belong to the reading."""

    changed = Signal()
    """Other packs, or other facts of them, are known."""

    def __init__(
        self, process: PackProcess, access: LibraryAccess | None, theme: Theme, parent: QWidget
    ) -> None:
        """Begin with none known.

        Args:
            process: Looks at the packs and changes them.
            access: Asked how fast they answered; None where no library is open.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._process, self._access, self._theme = process, access, theme
        self._cards: list[dict[str, Any]] | None = None
        self._chosen: dict[str, str] = {}
        self._manners: dict[str, dict[str, str]] = {}
        self._paces: dict[str, tuple[int, float]] = {}
        self._again = False
        self._said = ""
        self.boxes: dict[str, PackBox] = {}
        self._models, self.defaults = Card(theme, self), TaskDefaults(theme, self)
        self.state = QLabel(self._models)
        self.state.setWordWrap(True)
        self.install, ways = QPushButton(self._models), QMenu(self)
        self.from_file, self.from_folder = ways.addAction(""), ways.addAction("")
        self.install.setMenu(ways)
        self.verify, self.stop = QPushButton(self._models), QPushButton(self._models)
        self.bar = QProgressBar(self._models)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self._bodies: dict[Card, QWidget] = {}
        self._lay_out()
        self.from_file.triggered.connect(lambda _checked=False: self.choose_file())
        self.from_folder.triggered.connect(lambda _checked=False: self.choose_folder())
        self.verify.clicked.connect(self.check_files)
        self.stop.clicked.connect(process.stop)
        self.defaults.change_wanted.connect(self._change)
        process.busy_changed.connect(self._show_busy)
        process.progressed.connect(self.bar.setValue)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    @property
    def names(self) -> frozenset[str]:
        """Names of the packs that are shown here."""
        return frozenset(card["name"] for card in self._cards or ())

    def ask(self, *, verify: bool = False) -> None:
        """Ask which packs there are; ``verify`` reads every file."""
        words = ["cards", "--verify"] if verify else ["cards"]
        if not self._process.start(words, self.take, self._failed):
            self._again = True
            return
        if self._access is not None:
            self._access.ask(
                lambda library: library.answers.paces(), self._take_paces, lambda _error: None, owner=self
            )

    def check_files(self) -> None:
        """Have every file of the models compared with what was installed."""
        self._say(self.tr("Checking every file…"))
        self.ask(verify=True)

    def choose_file(self) -> None:
        """Ask for a file with a model, and look at it."""
        dialog = QFileDialog(self.window(), self.tr("A file with a model"))
        dialog.setNameFilter(self.tr("Models (*.zip)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog)

    def choose_folder(self) -> None:
        """Ask for a folder or a stick with a model, and look at it."""
        dialog = QFileDialog(self.window(), self.tr("A folder or stick with a model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def examine(self, path: Path) -> None:
        """Look at the models that were brought, and offer to install them."""
        if self._process.start(
            ["offers", str(path)], lambda found: self._offer(found["offers"]), self._failed
        ):
            self._say(self.tr("Looking…"))

    def remove(self, card: dict[str, Any]) -> None:
        """Ask whether a model is to go, and remove it with all its versions."""
        box = QMessageBox(QMessageBox.Icon.Question, "", "", parent=self.window())
        box.setText(self.tr("Remove %1?").replace("%1", name_of(card)))
        box.setInformativeText(
            self.tr("Documents and answers stay. To use it again, it must be brought once more.")
        )
        yes = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(lambda: self._change(["remove", card["name"]]))
        box.finished.connect(box.deleteLater)
        box.open()

    def retranslate(self) -> None:
        """Take the words anew."""
        self._models.set_heading(self.tr("Models for photos and questions"))
        self.defaults.set_heading(self.tr("Which model does what"))
        self.install.setText(self.tr("Install a model"))
        self.from_file.setText(self.tr("From a file…"))
        self.from_folder.setText(self.tr("From a folder or stick…"))
        self.verify.setText(self.tr("Check the files"))
        self.stop.setText(self.tr("Stop"))
        self.bar.setAccessibleName(self.tr("How far it is"))
        self._show()
        self._show_busy()

    # What comes of it

    def _open(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(lambda name: self.examine(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, words: list[str]) -> None:
        self._process.start(words, lambda _result: self.ask(), self._failed)

    def _offer(self, found: list[dict[str, Any]]) -> None:
        """Offer to install what was brought."""
        self._say("")
        if not found:
            self._failed(error_of({"code": "pack.none", "what": "", "which": None}))
        elif len(found) > 1:
            several = StickDialog(found, self._process, self._theme, self.window())
            several.installed.connect(self.tell_installed)
            several.finished.connect(several.deleteLater)
            several.open()
        elif found[0]["offer"] is None:
            self._failed(error_of(found[0]["error"]))
        else:
            offer = found[0]["offer"]
            installation = BroughtInstallation(Path(found[0]["path"]), offer, self._process)
            dialog = InstallDialog(installation, offer, self._theme, self.window())
            dialog.accepted.connect(lambda: self.tell_installed(dialog.installed))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def tell_installed(self, result: dict[str, Any] | None) -> None:
        """Say that a pack is in use now, and look which there are; None where nothing was installed."""
        if result is None:
            return
        name = isolate(result["title"] or result["name"])
        words = self.tr("%1 is installed and in use.").replace("%1", name)
        if result["untried"]:
            words += " " + self.tr("Not all of it could be tried on this computer.")
        self.ask()
        self._say(words)

    def take(self, found: dict[str, Any]) -> None:
        """Show what the process told of the packs."""
        checked = any(card["state"] == "whole" for card in found["packs"])
        self._cards = [card for card in found["packs"] if card["tasks"] or not card["version"]]
        self._chosen, self._manners = found["chosen"], found["manners"]
        if checked:
            self._say("")
        self._show()
        self.changed.emit()

    def _take_paces(self, paces: dict[str, tuple[int, float]]) -> None:
        self._paces = paces
        self._show()

    def _failed(self, error: SandukuError) -> None:
        self._say(error_text(error))
        self._show()

    def _show_busy(self) -> None:
        busy = self._process.busy
        for button in (self.install, self.verify):
            button.setEnabled(not busy)
        self.verify.setVisible(bool(self.boxes))
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        if not busy:
            self.bar.setValue(0)
        if self._again and not busy:
            self._again = False
            self.ask()

    # Showing

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        for button in (self.install, self.verify):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._busy = QHBoxLayout()
        self._busy.addWidget(self.bar, 1)
        self._busy.addWidget(self.stop)
        self._models.add(self.state)
        self._models.column.addLayout(self._buttons)
        self._models.column.addLayout(self._busy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._models)
        self._column.addWidget(self.defaults)

    def _say(self, text: str) -> None:
        self._said = text
        self._show_state()

    def _show_state(self) -> None:
        nothing = self._cards is not None and not self._cards
        none = self.tr(
            "No model for photos is installed. Whoever looks after your computers prepares one where there"
            " is internet, and brings it on a stick. Documents are read without it."
        )
        text = self._said or (none if nothing else "")
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _show(self) -> None:
        self._show_state()
        if self._cards is None:
            return
        before = {card["name"]: card for card in self._cards if card["standing"] == "before"}
        used = [card for card in self._cards if card["standing"] in IN_USE]
        self.boxes = {}
        body, column = self._fresh(self._models)
        for card in used:
            box = PackBox(card, before.get(card["name"]), self._paces.get(card["id"]), self._theme, body)
            box.remove_wanted.connect(lambda card=card: self.remove(card))
            box.roll_back_wanted.connect(lambda name=card["name"]: self._change(["roll-back", name]))
            self.boxes[card["name"]] = box
            column.addWidget(box)
        self.defaults.show_cards(used, self._chosen, self._manners)
        self._show_busy()

    def _fresh(self, card: Card) -> tuple[QWidget, QVBoxLayout]:
        """Return an empty body of a card with its column, in place of the one before."""
        former = self._bodies.pop(card, None)
        if former is not None:
            former.hide()
            former.deleteLater()
        body = self._bodies[card] = QWidget(card)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.line)
        card.add(body)
        return body, column

    def _restyle(self) -> None:
        line = self._theme.line
        self._column.setSpacing(line * 2 // 3)
        self.bar.setFixedHeight(max(6, line // 3))
        if self._cards is not None:
            self._show()
