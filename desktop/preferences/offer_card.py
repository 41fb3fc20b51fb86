"""One model pack that headquarters offers: what it is for, how large it is, how long it takes, yes or no."""

import math
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.errors import told
from desktop.preferences.pack_words import languages_text, purpose_text, signing_text, size_text, task_text
from desktop.sending.offers import DECLINED
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.amounts import about
from engine.errors import SandukuError
from engine.language import isolate

MEGABYTE = 1_000_000


def offer_name(offer: dict[str, Any]) -> str:
    """Return what people call an offered pack; its plain name while nothing is known of it."""
    return isolate((offer["told"] or {}).get("title") or offer["name"])


class OfferBox(QWidget):
    """Shows an offer; asks for what is to be done with it."""

    fetch_wanted = Signal()
    install_wanted = Signal()
    decline_wanted = Signal()
    describe_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, offer: dict[str, Any], theme: Theme, parent: QWidget) -> None:
        """Show it; :meth:`show_state` tells the rest.

        Args:
            offer: As ``engine.offered`` tells it.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.offer = offer
        self.title, self.state = QLabel(offer_name(offer), self), QLabel(self)
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.line // 4)
        facts = [(QLabel(text, self), kind) for text, kind in self._facts()]
        for label, kind in ((self.title, ""), *facts, (self.state, "")):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            if kind:
                label.setProperty("kind", kind)
            column.addWidget(label)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(max(6, theme.line // 3))
        self.bar.setAccessibleName(self.tr("How far it is"))
        column.addWidget(self.bar)
        self.take, self.stop, self.describe, self.decline = (QPushButton(self) for _ in range(4))
        self.take.setProperty("kind", "main")
        self.stop.setText(self.tr("Pause"))
        self.describe.setText(self.tr("What is it?"))
        self.decline.setText(self.tr("No, thank you"))
        self.take.clicked.connect(lambda _checked=False: self._take())
        for button, wish in (
            (self.stop, self.stop_wanted), (self.describe, self.describe_wanted),
            (self.decline, self.decline_wanted),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, wish=wish: wish.emit())
        column.addSpacing(theme.line // 4)
        feet = QHBoxLayout()
        feet.setSpacing(theme.line // 2)
        for button in (self.take, self.stop, self.describe, self.decline):
            button.setAutoDefault(False)
            button.setAccessibleDescription(offer_name(offer))
            feet.addWidget(button)
        feet.addStretch(1)
        column.addLayout(feet)

    def show_state(
        self, *, doing: str, busy: bool, stopping: bool, allowed: bool, daily: int, error: SandukuError | None
    ) -> None:
        """Show what can be done with it now.

        Args:
            doing: What is being done with this offer; empty for nothing.
            busy: Whether something is being done at all, such as sending.
            stopping: Whether that is about to stop.
            allowed: Whether the network may be used.
            daily: Megabytes that may go over the network in a day; 0 for any number.
            error: What went wrong with it last; None for nothing.
        """
        offer, fetching = self.offer, doing == "packs"
        fetched = offer["state"] == "fetched"
        if stopping and doing:
            words = self.tr("Stopping…")
        elif fetching:
            words = self.tr("Fetching, after your own work is sent…")
        elif doing:
            words = self.tr("Wait…")
        elif error is not None:
            words = error_text(error)
        else:
            words = self._standing(allowed=allowed, daily=daily)
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.bar.setVisible(fetching)
        if not fetching:
            self.bar.setRange(0, 0)
        self.take.setText(self._verb())
        self.take.setVisible(not doing)
        self.take.setEnabled(not busy and (fetched or allowed))
        self.stop.setVisible(fetching)
        self.stop.setEnabled(not stopping)
        self.describe.setVisible(not doing and offer["told"] is None and offer["state"] == "offered")
        self.describe.setEnabled(not busy and allowed)
        self.decline.setVisible(not doing and offer["state"] in ("offered", "fetched"))
        self.decline.setEnabled(not busy)

    def show_progress(self, part: int) -> None:
        """Show how much is fetched, in hundredths."""
        if self.bar.isVisible():
            self.bar.setRange(0, 100)
            self.bar.setValue(part)

    def _take(self) -> None:
        wish = self.install_wanted if self.offer["state"] == "fetched" else self.fetch_wanted
        wish.emit()

    def _verb(self) -> str:
        if self.offer["state"] == "fetched":
            return self.tr("Install…")
        if self.offer["state"] == "refused":
            return self.tr("Fetch it after all") if self._declined else self.tr("Try again")
        return self.tr("Go on fetching") if self.offer["begun"] else self.tr("Fetch")

    @property
    def _declined(self) -> bool:
        return bool(self.offer["reason"].startswith(DECLINED))

    def _standing(self, *, allowed: bool, daily: int) -> str:
        """Return how things stand with it while nothing is done."""
        offer = self.offer
        if offer["state"] == "fetched":
            return self.tr("It is on this computer, and not in use yet.")
        if offer["state"] == "refused":
            if self._declined:
                return self.tr("You said no to it.")
            code, _, what = offer["reason"].partition(":")
            wrong = told(code, what.strip())
            return self.tr("It cannot be used: %1").replace("%1", f"{wrong.what} {wrong.remedy}".strip())
        words = []
        here, whole = offer["arrived_bytes"], offer["byte_size"]
        if offer["begun"]:
            part = self.tr("%1 of %2 are here already.").replace("%1", isolate(size_text(here)))
            words.append(part.replace("%2", isolate(size_text(whole))))
        if not allowed:
            words.append(
                self.tr(
                    "The network is switched off in the settings. A stick from headquarters can bring it."
                )
            )
        elif offer["seconds"] is None:
            words.append(self.tr("How long it takes shows once something was sent."))
        else:
            time = about(offer["seconds"])
            words.append(self.tr("Fetching takes %1 at the speed of last time.").replace("%1", time))
        if allowed and daily and whole - here > daily * MEGABYTE:
            days = math.ceil((whole - here) / (daily * MEGABYTE))
            words.append(
                self.tr("With the data of a day as limited in the settings it takes %Ln day(s).", "", days)
            )
        return " ".join(words)

    def _facts(self) -> list[tuple[str, str]]:
        offer, known = self.offer, self.offer["told"]
        version = (
            QLocale().toString(int(offer["version"])) if offer["version"].isdigit() else offer["version"]
        )
        sizes = self.tr("Version %1, %2").replace("%1", isolate(version))
        sizes = sizes.replace("%2", isolate(size_text(offer["byte_size"])))
        if known is None:
            return [
                (self.tr("What it is for shows with the next sending."), ""),
                (sizes, "muted"),
                *self._urgency(),
            ]
        licence = self.tr("%1, licence %2").replace("%1", sizes).replace("%2", isolate(known["licence"]))
        facts = [
            (purpose_text(known["purpose"], QLocale().name().partition("_")[0]), ""),
            (" · ".join(task_text(task) for task in known["tasks"]), ""),
            (languages_text(known["languages"]), "muted"),
            (licence, "muted"),
            (signing_text(known["signing"], known["signer"]), "muted"),
            *self._urgency(),
        ]
        return [(text, kind) for text, kind in facts if text]

    def _urgency(self) -> list[tuple[str, str]]:
        return [(self.tr("Headquarters asks to install it soon."), "")] if self.offer["urgent"] else []
