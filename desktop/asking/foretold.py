"""How long an answer will probably take, with which model, and what that rests on: told before asking."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.access import LibraryAccess, Ticket
from desktop.asking.manner import Manner, profile_text
from desktop.asking.models import Card, KnownModels
from desktop.asking.words import TITLES
from desktop.asking.words import said as asked
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.preferences.pack_card import name_of
from desktop.preferences.pack_words import fit_text
from desktop.window.amounts import MINUTE, about
from engine.answer import AnswerTask
from engine.language import isolate
from engine.library import Basis, Expected, Library

CONTEXT = "Foretold"
FITS = "fits"
FEW = 10
"""Seconds up to which each one counts; above, five are one step."""

BASES = {
    Basis.HERE: QT_TRANSLATE_NOOP("Foretold", "Measured on this computer."),
    Basis.ALIKE: QT_TRANSLATE_NOOP("Foretold", "Reckoned from other answers on this computer."),
    Basis.PACK: QT_TRANSLATE_NOOP(
        "Foretold", "Measured on another computer, where the model was made: here it may take longer."
    ),
    Basis.UNKNOWN: QT_TRANSLATE_NOOP("Foretold", "How long it takes is not known before the first answer."),
}
LEAST_SURE = (Basis.UNKNOWN, Basis.PACK, Basis.ALIKE, Basis.HERE)
SECONDS = QT_TRANSLATE_NOOP("Foretold", "about %1 s")
TAKES = QT_TRANSLATE_NOOP("Foretold", "%1: %2 with %3")
NO_TIME = QT_TRANSLATE_NOOP("Foretold", "%1: with %3")
LOOKING = QT_TRANSLATE_NOOP("Foretold", "%1, %2")


def said(text: str) -> str:
    """Return one of the texts of this module in the language in force."""
    return QCoreApplication.translate(CONTEXT, text)


def time_text(seconds: float) -> str:
    """Return a time that is still to come, rounded up as it is worth."""
    if seconds >= MINUTE:
        return about(seconds)
    whole = max(1, -int(-seconds // 1))
    rounded = whole if whole <= FEW else -(-whole // 5) * 5
    return said(SECONDS).replace("%1", isolate(QLocale().toString(rounded)))


class Foretold(QLabel):
    """Tells it of one task or several."""

    def __init__(self, access: LibraryAccess, models: KnownModels, parent: QWidget) -> None:
        """Tell nothing yet.

        Args:
            access: Asked how long answers took.
            models: Know which pack does what.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._models = access, models
        self._ticket: Ticket | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "muted")
        self.hide()

    def tell(self, tasks: Sequence[AnswerTask], manner: Manner, *, pages: int = 1) -> None:
        """Work out what tasks will take, and tell it; nothing is told of what no model does.

        Args:
            tasks: What may be asked for.
            manner: How.
            pages: Of how many pages.
        """
        cards = [(task, card) for task in tasks if (card := self._models.card(task)) is not None]
        if self._ticket is not None:
            self._ticket.cancel()
        if not cards:
            self.hide()
            return
        profiles = [self._profile(task, card, manner) for task, card in cards]

        def work(library: Library) -> list[Expected]:
            return [
                library.answers.expect(
                    task,
                    card,
                    pages=pages,
                    precision=self._models.manner(task).get("precision") or None,
                    profile=profile or None,
                    length=manner.length(task) or self._models.manner(task).get("length") or None,
                )
                for (task, card), profile in zip(cards, profiles, strict=True)
            ]

        self._ticket = self._access.ask(work, lambda found: self._show(cards, profiles, found), owner=self)

    def _profile(self, task: AnswerTask, card: Card, manner: Manner) -> str:
        """Return how closely the pack will look; empty where it has no choice."""
        wanted = manner.profile or self._models.manner(task).get("profile", "")
        usual = str(card["profile"])
        return wanted if wanted in card["profiles"] else usual

    def _fit(self, task: AnswerTask, card: Card) -> dict[str, Any] | None:
        """Return how the form of a pack that will do a task fits the memory; None if that is not known."""
        chosen = self._models.manner(task).get("precision")
        forms = {each["name"]: each for each in card["precisions"]}
        usual = next((each for each in card["precisions"] if each["default"]), None)
        form = forms.get(chosen, usual)
        return None if form is None else form["fit"]

    def _show(self, cards: list[tuple[AnswerTask, Card]], profiles: list[str], found: list[Expected]) -> None:
        lines = []
        for (task, card), profile, expected in zip(cards, profiles, found, strict=True):
            model = name_of(card)
            if len(card["profiles"]) > 1:
                model = said(LOOKING).replace("%1", model).replace("%2", profile_text(profile))
            text = said(TAKES if expected.seconds is not None else NO_TIME).replace("%1", asked(TITLES[task]))
            lines.append(text.replace("%2", time_text(expected.seconds or 0)).replace("%3", model))
        least = min((each.basis for each in found), key=LEAST_SURE.index)
        lines.append(said(BASES[least]))
        fits = (self._fit(task, card) for task, card in cards)
        lines += dict.fromkeys(fit_text(fit) for fit in fits if fit is not None and fit["verdict"] != FITS)
        self.setText("\n".join(lines))
        self.show()
