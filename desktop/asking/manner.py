"""How a model is asked: how closely it looks at the picture, and how much it says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.documents.chip_bar import FlowLayout
from desktop.marking import QT_TRANSLATE_NOOP
from desktop.style import Theme
from engine.answer import AnswerTask
from engine.language import isolate

CONTEXT = "Manner"
PROFILES: Mapping[str, str] = {
    "fast": QT_TRANSLATE_NOOP("Manner", "Fast"),
    "balanced": QT_TRANSLATE_NOOP("Manner", "Balanced"),
    "detailed": QT_TRANSLATE_NOOP("Manner", "Detailed"),
}
"""How closely packs look, from the quickest on; a pack may know other ways, by names of its own."""
LENGTHS: Mapping[AnswerTask, Mapping[str, str]] = {
    AnswerTask.ASK: {
        "short": QT_TRANSLATE_NOOP("Manner", "In a few words"),
        "usual": QT_TRANSLATE_NOOP("Manner", "In a sentence or two"),
        "long": QT_TRANSLATE_NOOP("Manner", "In detail"),
    },
    AnswerTask.DESCRIBE: {
        "short": QT_TRANSLATE_NOOP("Manner", "In a sentence or two"),
        "detailed": QT_TRANSLATE_NOOP("Manner", "In detail"),
        "blind": QT_TRANSLATE_NOOP("Manner", "For somebody who cannot see it"),
    },
}
SHOWN_LETTERS = 12
"""Of a choice; the rest is seen when the list is open."""
AS_CHOSEN = QT_TRANSLATE_NOOP("Manner", "As usual")
SAYINGS: Mapping[str, Mapping[AnswerTask, str]] = {
    "few": {AnswerTask.ASK: "short", AnswerTask.DESCRIBE: "short"},
    "much": {AnswerTask.ASK: "long", AnswerTask.DESCRIBE: "detailed"},
    "blind": {AnswerTask.ASK: "long", AnswerTask.DESCRIBE: "blind"},
}
"""How much is said, whatever is asked -> what each task calls that."""
SAYING_WORDS: Mapping[str, str] = {
    "few": QT_TRANSLATE_NOOP("Manner", "Short"),
    "much": QT_TRANSLATE_NOOP("Manner", "In detail"),
    "blind": QT_TRANSLATE_NOOP("Manner", "For somebody who cannot see it"),
}


def said(text: str) -> str:
    """Return one of the texts of this module in the language in force."""
    return QCoreApplication.translate(CONTEXT, text)


def profile_text(name: str) -> str:
    """Return what a way of looking is called."""
    return said(PROFILES[name]) if name in PROFILES else isolate(name)


def by_speed(profiles: Mapping[str, int]) -> list[str]:
    """Return names of ways of looking, the quickest first."""
    return sorted(profiles, key=lambda name: profiles[name])


@dataclass(frozen=True, slots=True)
class Manner:
    """What a person chose; empty for what is usual.

    Attributes:
        profile: How closely the model looks.
        saying: How much it says, one of :data:`SAYINGS`.
    """

    profile: str = ""
    saying: str = ""

    def length(self, task: AnswerTask) -> str | None:
        """Return how much a task says; None for what is usual."""
        return SAYINGS[self.saying].get(task) if self.saying else None

    def wishes(self, task: AnswerTask) -> dict[str, str]:
        """Return it as a question is asked with it."""
        made = {"profile": self.profile} if self.profile else {}
        length = self.length(task)
        if length is not None:
            made["style" if task is AnswerTask.DESCRIBE else "length"] = length
        return made


class MannerRow(QWidget):
    """Lets a person choose."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, says: bool = True) -> None:
        """Offer what is usual.

        Args:
            theme: The look.
            parent: Qt's owner.
            says: Whether it can be chosen how much is said.
        """
        super().__init__(parent)
        self._profiles: tuple[str, ...] = ()
        self._wide = says
        self._looking, self._saying = QWidget(self), QWidget(self)
        self.look, self.say = QComboBox(self._looking), QComboBox(self._saying)
        self._looks, self._says = QLabel(self._looking), QLabel(self._saying)
        flow = FlowLayout(self, theme)
        flow.setContentsMargins(0, 0, 0, 0)
        for whole, label, box in (
            (self._looking, self._looks, self.look), (self._saying, self._says, self.say)
        ):  # fmt: skip
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(SHOWN_LETTERS)
            row = QHBoxLayout(whole)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label)
            row.addWidget(box)
            flow.addWidget(whole)
            box.activated.connect(lambda _at: self.changed.emit())
        self.retranslate()

    @property
    def manner(self) -> Manner:
        """What is chosen."""
        return Manner(self.look.currentData() or "", (self.say.currentData() or "") if self._wide else "")

    def offer(self, profiles: Mapping[str, int]) -> None:
        """Offer the ways of looking that a model has; none where it has but one."""
        names = tuple(by_speed(profiles)) if len(profiles) > 1 else ()
        if names != self._profiles:
            self._profiles = names
            self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        manner = self.manner
        self._looks.setText(self.tr("Look:"))
        self._says.setText(self.tr("Say:"))
        self.look.setAccessibleName(self.tr("How closely the model looks"))
        self.say.setAccessibleName(self.tr("How much the model says"))
        usual = said(AS_CHOSEN)
        _fill(
            self.look, [(usual, ""), *((profile_text(each), each) for each in self._profiles)], manner.profile
        )
        words = [(said(text), name) for name, text in SAYING_WORDS.items()]
        _fill(self.say, [(usual, ""), *words], manner.saying)
        self._looking.setVisible(bool(self._profiles))
        self._saying.setVisible(self._wide)


def _fill(box: QComboBox, entries: Iterable[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for text, name in entries:
        box.addItem(text, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
