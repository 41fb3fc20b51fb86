"""The page "Freed space": files that may leave this computer, and those that left and can come back."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from desktop.access import LibraryAccess
from desktop.preferences.page import Card, Page
from desktop.sending.desk import SendingDesk
from desktop.sending.words import Counts, at_side, moment_text, size_text
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.toasts import Toasts
from engine.errors import SandukuError
from engine.language import isolate
from engine.library import Library
from engine.library.receipts import Released

MOST = 60


@dataclass(frozen=True, slots=True)
class Space:
    """What could leave, and what left.

    Attributes:
        documents: Whose files could leave.
        bytes: Their size.
        released: Documents whose files left.
    """

    documents: int = 0
    bytes: int = 0
    released: tuple[Released, ...] = ()


def look_at_space(library: Library) -> Space:
    """Return what could leave and what left; for a library's thread."""
    receipts = library.exchange.receipts
    could = receipts.releasable()
    return Space(len(could), sum(each.bytes for each in could), tuple(receipts.released()))


class FreedPage(Page):
    """Frees space, and takes it back."""

    icon = "trash"

    def __init__(self, desk: SendingDesk, access: LibraryAccess, theme: Theme, toasts: Toasts) -> None:
        """Show nothing yet.

        Args:
            desk: Looks, and fetches from headquarters.
            access: Frees and brings back.
            theme: The look.
            toasts: Tell what was done.
        """
        super().__init__(theme)
        self._desk, self._access, self._toasts = desk, access, toasts
        self.space = Space()
        self.cards: list[Card] = []
        self.heading.hide()
        self.top = self.card()
        self.lead, self.amount, self.free = QLabel(self.inner), QLabel(self.inner), QPushButton(self.inner)
        self.problem = QLabel(self.inner)
        for label in (self.lead, self.amount, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.top.add(label)
        self.lead.setProperty("kind", "muted")
        self.problem.hide()
        row = QHBoxLayout()
        row.addWidget(self.free)
        row.addStretch(1)
        self.top.column.addLayout(row)
        self.free.clicked.connect(lambda _checked=False: self._free())
        desk.changed.connect(lambda: self.shown() if self.isVisible() else None)
        self.column.addStretch(1)
        self.setFocusProxy(self.free)
        self.retranslate()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Freed space")

    def shown(self) -> None:
        """Look what could leave and what left."""
        self._desk.ask(look_at_space, self.take, replaces="space", owner=self)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.lead.setText(
            self.tr(
                "Page images and originals of approved documents may leave this computer once headquarters"
                " has signed to have them, and its backup too. Text and small images always stay."
            )
        )
        self.free.setText(self.tr("Free the space"))
        self._show()

    def take(self, space: Space) -> None:
        """Show what can leave and what left."""
        self.space = space
        self._show()

    def _show(self) -> None:
        for card in self.cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        space = self.space
        self.amount.setText(
            self.tr("%1 can be freed: the files of %2.")
            .replace("%1", size_text(space.bytes))
            .replace("%2", Counts().documents(space.documents))
            if space.documents
            else self._why_not()
        )
        self.free.setEnabled(bool(space.documents) and not self._desk.busy)
        for released in space.released[:MOST]:
            card = self._card(released)
            self.cards.append(card)
            self.column.insertWidget(self.column.count() - 1, card)

    def _why_not(self) -> str:
        words = self.tr("Nothing can be freed now.")
        if self._desk.keeper.settings.network.files != "originals":
            words += " " + self.tr(
                "Page images and originals are not sent over the network, as the settings say; a stick can"
                " bring them there."
            )
        return words

    def _card(self, released: Released) -> Card:
        card = Card(self.theme, self.inner)
        card.set_heading(at_side(isolate(released.name), right_to_left=self.isRightToLeft()))
        words = self.tr("%1, %2, left on %3")
        words = words.replace("%1", Counts().files(released.files)).replace("%2", size_text(released.bytes))
        label = QLabel(words.replace("%3", moment_text(released.released_at)), self.inner)
        label.setWordWrap(True)
        back = QPushButton(self.inner)
        if released.can_come_back:
            back.setText(self.tr("Bring back"))
            back.clicked.connect(lambda _checked=False: self._bring_back(released))
        else:
            back.setText(self.tr("Fetch from headquarters"))
            back.clicked.connect(lambda _checked=False: self._fetch(released))
            back.setEnabled(self._desk.allowed and not self._desk.busy)
        back.setAccessibleDescription(isolate(released.name))
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(back)
        card.column.addLayout(row)
        return card

    def _free(self) -> None:
        self.free.setEnabled(False)

        def free(library: Library) -> int:
            receipts = library.exchange.receipts
            return receipts.release(receipts.releasable())

        def done(count: int) -> None:
            words = self.tr("%1 freed. The files can be brought back for %Ln day(s).", "", self._days)
            self._toasts.show(
                words.replace("%1", size_text(count)),
                kind="done",
                action=self.tr("Undo"),
                do=self._bring_all_back,
            )
            self.shown()

        self._access.do(free, done, owner=self)

    @property
    def _days(self) -> int:
        return self._desk.keeper.settings.network.quarantine_days

    def _bring_all_back(self) -> None:
        self._access.do(
            lambda library: library.exchange.receipts.bring_all_back(),
            lambda _count: self.shown(),
            owner=self,
        )

    def _bring_back(self, released: Released) -> None:
        def done(_count: int) -> None:
            words = self.tr("The files of %1 are here again.").replace("%1", isolate(released.name))
            self._toasts.show(words, kind="done")
            self.shown()

        self._access.do(
            lambda library: library.exchange.receipts.bring_back(released.document_id), done, owner=self
        )

    def _fetch(self, released: Released) -> None:
        self.problem.hide()

        def done(_result: dict[str, Any]) -> None:
            words = self.tr("The files of %1 are here again.").replace("%1", isolate(released.name))
            self._toasts.show(words, kind="done")
            self.shown()

        def failed(error: SandukuError) -> None:
            self.problem.setText(error_text(error))
            self.problem.show()

        self._desk.start("fetch", done, failed, documents=[released.document_id])

    def restyle(self) -> None:
        """Take sizes and colours anew."""
        super().restyle()
        if hasattr(self, "problem"):
            colours, line = self.theme.colours, self.theme.line
            self.problem.setStyleSheet(
                f"background: {colours.wrong_ground}; color: {colours.text}; padding: {line // 2}px;"
            )
