"""The model packs that headquarters offers, each to be taken or not; hidden while there is none."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMessageBox, QVBoxLayout, QWidget

from desktop.preferences.install_dialog import InstallDialog
from desktop.preferences.offer_card import OfferBox, offer_name
from desktop.preferences.page import Card
from desktop.sending.offers import OfferedInstallation, OffersDesk
from desktop.style import Theme


class OfferedPacks(Card):
    """Shows the offers, and does what is asked for."""

    installed = Signal(dict)
    """A pack is in use now."""

    changed = Signal()
    """Other offers are shown."""

    def __init__(self, offers: OffersDesk, theme: Theme, parent: QWidget) -> None:
        """Show none yet.

        Args:
            offers: Knows them, fetches and installs.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(theme, parent)
        self._offers, self._theme = offers, theme
        self.lead = QLabel(self)
        self.lead.setWordWrap(True)
        self.lead.setProperty("kind", "muted")
        self.add(self.lead)
        self.boxes: dict[str, OfferBox] = {}
        self._shown: list[dict[str, Any]] | None = None
        self._body: QWidget | None = None
        offers.changed.connect(self._show)
        offers.progressed.connect(self._progressed)
        offers.installed.connect(self.installed)
        theme.changed.connect(self._show_anew)
        self.retranslate()

    def ask(self) -> None:
        """Look which offers there are."""
        self._offers.look()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.set_heading(self.tr("Offered by headquarters"))
        self.lead.setText(
            self.tr(
                "Nothing is fetched or installed unless you say so. What was fetched is kept, also when the"
                " network breaks."
            )
        )
        self._show_anew()

    def _show_anew(self) -> None:
        self._shown = None
        self._show()

    def _show(self) -> None:
        offers = self._offers
        if offers.offers != self._shown:
            self._shown = list(offers.offers)
            self._fill()
            self.changed.emit()
        self.setVisible(bool(self.boxes))
        desk = offers.desk
        for name, box in self.boxes.items():
            box.show_state(
                doing=offers.doing if offers.at == name else "",
                busy=desk.busy,
                stopping=desk.stopping,
                allowed=desk.allowed,
                daily=desk.keeper.settings.network.daily_megabytes,
                error=offers.errors.get(name),
            )

    def _fill(self) -> None:
        had_focus = self._body is not None and self._body.isAncestorOf(self.focusWidget() or self)
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        body = self._body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.line * 3 // 2)
        self.boxes = {}
        for offer in self._shown or ():
            box = self.boxes[offer["id"]] = OfferBox(offer, self._theme, body)
            name = offer["id"]
            box.fetch_wanted.connect(lambda name=name: self._offers.fetch(name))
            box.describe_wanted.connect(self._offers.describe)
            box.stop_wanted.connect(self._offers.stop)
            box.decline_wanted.connect(lambda offer=offer: self._ask_to_decline(offer))
            box.install_wanted.connect(lambda name=name: self._examine(name))
            column.addWidget(box)
        self.add(body)
        if had_focus and self.boxes:
            next(iter(self.boxes.values())).take.setFocus()

    def _progressed(self, part: int) -> None:
        box = self.boxes.get(self._offers.at)
        if box is not None:
            box.show_progress(part)

    def _ask_to_decline(self, offer: dict[str, Any]) -> None:
        """Say no; where some of it was fetched already, ask before that is thrown away."""
        if not offer["begun"]:
            self._offers.decline(offer["id"])
            return
        question = QMessageBox(QMessageBox.Icon.Question, "", "", parent=self.window())
        question.setWindowTitle(self.tr("Offered by headquarters"))
        question.setText(self.tr("Say no to %1?").replace("%1", offer_name(offer)))
        question.setInformativeText(self.tr("What was fetched of it is removed; headquarters hears of it."))
        no = question.addButton(self.tr("Say no"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole))
        no.clicked.connect(lambda _checked=False: self._offers.decline(offer["id"]))
        question.finished.connect(question.deleteLater)
        question.open()

    def _examine(self, name: str) -> None:
        self._offers.examine(name, lambda found: self._open(name, found))

    def _open(self, name: str, found: dict[str, Any]) -> None:
        installation = OfferedInstallation(self._offers, name, found, self)
        dialog = InstallDialog(installation, found, self._theme, self.window())
        installation.setParent(dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
