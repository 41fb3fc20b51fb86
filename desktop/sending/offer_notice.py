"""Says over the pages of sending that headquarters offers model packs, and leads to where they are taken."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.sending.offers import OffersDesk
from desktop.style import Theme
from engine.language import isolate


class OfferNotice(QWidget):
    """One line with two buttons, as wide as the cards below; hidden while nothing waits for a decision."""

    def __init__(
        self, offers: OffersDesk, theme: Theme, open_models: Callable[[], object], parent: QWidget
    ) -> None:
        """Show what is offered.

        Args:
            offers: Knows the offers.
            theme: The look.
            open_models: Opens the page on which they are taken.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self._offers, self._theme = offers, theme
        self._put_off: frozenset[str] = frozenset()
        self.mark, self.words = QLabel(self._card), QLabel(self._card)
        self.words.setWordWrap(True)
        self.show_them, self.later = QPushButton(self._card), QPushButton(self._card)
        self._around = QHBoxLayout(self)
        self._around.addWidget(self._card, 1)
        self._around.addStretch(0)
        self._row = QHBoxLayout(self._card)
        self._row.addWidget(self.mark)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.show_them)
        self._row.addWidget(self.later)
        self.show_them.clicked.connect(lambda _checked=False: open_models())
        self.later.clicked.connect(lambda _checked=False: self._put_off_all())
        offers.changed.connect(self._show)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.show_them.setText(self.tr("Show"))
        self.show_them.setAccessibleName(self.tr("Show what headquarters offers"))
        self.later.setText(self.tr("Later"))
        self.mark.setAccessibleName(self.tr("Offered by headquarters"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _put_off_all(self) -> None:
        """Say nothing more of these; one that comes later is told of, and all after the next start."""
        self._put_off |= {each["id"] for each in self._offers.waiting}
        had_focus = self.isAncestorOf(self.focusWidget() or self.window())
        self._show()
        if had_focus:
            self.focusNextChild()

    def _show(self) -> None:
        waiting = [each for each in self._offers.waiting if each["id"] not in self._put_off]
        urgent = [each for each in waiting if each["urgent"]]
        names = ", ".join(
            isolate((each["told"] or {}).get("title") or each["name"]) for each in urgent or waiting
        )
        if urgent:
            words = self.tr("Headquarters asks to install %Ln model(s) soon: %1", "", len(urgent))
        else:
            words = self.tr("Headquarters offers %Ln model(s): %1", "", len(waiting))
        self.words.setText(words.replace("%1", names))
        self.setVisible(bool(waiting))

    def _restyle(self) -> None:
        line = self._theme.line
        self._around.setContentsMargins(line, line // 3, line, line // 3)
        self._card.setMaximumWidth(line * 48)
        self._row.setContentsMargins(line, line // 3, line, line // 3)
        self._row.setSpacing(line // 2)
        self.mark.setPixmap(self._theme.icons.pixmap("models", line, "link"))
