"""Which model does what where nobody says otherwise, in which form, how closely, and at what length."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QToolButton, QVBoxLayout, QWidget

from desktop.asking.manner import LENGTHS, by_speed, profile_text
from desktop.asking.manner import said as manner_text
from desktop.preferences.pack_card import name_of
from desktop.preferences.pack_words import TASKS, size_text, task_text
from desktop.preferences.page import Card
from desktop.preferences.row import Row
from desktop.style import Theme
from engine.answer import AnswerTask
from engine.language import isolate

SHOWN_LETTERS = 30
"""Of a model's name where one is chosen; the rest is seen when the list is open."""
PackCard = dict[str, Any]


class TaskChoice(QWidget):
    """The choices for one task, below each other; those between which there is no choice are left out."""

    changed = Signal(list)
    """The words by which the process of the packs is told of it."""

    def __init__(self, task: str, theme: Theme, parent: QWidget) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._task = task
        self._there: list[QComboBox] = []
        self.pack, self.precision, self.profile, self.length = (QComboBox(self) for _ in range(4))
        self.boxes = (self.pack, self.precision, self.profile, self.length)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes:
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(SHOWN_LETTERS)
            box.activated.connect(lambda _at, box=box: self._chosen(new_pack=box is self.pack))
            column.addWidget(box)
        self.more = QToolButton(self)
        self.more.setProperty("kind", "plain")
        self.more.setCheckable(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(lambda _on: self._unfold())
        column.insertWidget(1, self.more, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setFocusProxy(self.pack)

    def offer(
        self,
        able: Sequence[PackCard],
        does: PackCard | None,
        chosen: str,
        manner: dict[str, str],
        *,
        unfolded: bool = False,
    ) -> None:
        """Offer what there is.

        Args:
            able: Packs that can do it.
            does: The one that does it now; None if none does.
            chosen: The name of the one that a person chose; empty for none.
            manner: What a person chose of ``precision``, ``profile`` and ``length``.
            unfolded: Whether these are shown although nothing of them is chosen.
        """
        by_itself = self.tr("Sanduku chooses")
        if does is not None and not chosen:
            by_itself = self.tr("Sanduku chooses: %1").replace("%1", name_of(does))
        packs = [(name_of(card), card["name"]) for card in able]
        if chosen and chosen not in dict(packs).values():
            packs.append((isolate(chosen), chosen))
        self._fill(self.pack, by_itself, packs, chosen)
        precisions = [] if does is None else does["precisions"]
        forms = [
            (f"{isolate(each['name'])} ({isolate(size_text(each['byte_size']))})", each["name"])
            for each in precisions
        ]
        self._fill(
            self.precision, self.tr("Form: Sanduku chooses"), forms, manner.get("precision", ""),
            self.tr("Form: %1"),
        )  # fmt: skip
        profiles = {} if does is None else does["profiles"]
        looks = [(profile_text(name), name) for name in by_speed(profiles)]
        self._fill(
            self.profile, self.tr("Look: Sanduku chooses"), looks, manner.get("profile", ""),
            self.tr("Look: %1"),
        )  # fmt: skip
        known = LENGTHS.get(AnswerTask(self._task), {}) if self._task in set(AnswerTask) else {}
        lengths = [(manner_text(text), name) for name, text in known.items()]
        self._fill(
            self.length,
            self.tr("Say: Sanduku chooses"),
            lengths,
            manner.get("length", ""),
            self.tr("Say: %1"),
        )
        title = task_text(self._task)
        self._there = [box for box in self.boxes[1:] if does is not None and box.count() > 2]
        self.more.setText(self.tr("More choices"))
        self.more.setAccessibleName(f"{title}: {self.more.text()}")
        self.more.setVisible(bool(self._there))
        self.more.setChecked(unfolded or any(box.currentData() for box in self._there))
        self._unfold()
        for box, name in zip(
            self.boxes,
            (self.tr("Model"), self.tr("Form of the model"), self.tr("How closely it looks"),
             self.tr("How much it says")),
            strict=True,
        ):  # fmt: skip
            box.setAccessibleName(f"{title}: {name}")

    def _unfold(self) -> None:
        """Show what is seldom chosen, or do not."""
        icon = "chevron-up" if self.more.isChecked() else "chevron-down"
        self.more.setIcon(self._theme.icons.icon(icon))
        self.more.setIconSize(QSize(self._theme.line, self._theme.line))
        for box in self.boxes[1:]:
            box.setVisible(self.more.isChecked() and box in self._there)

    @staticmethod
    def _fill(
        box: QComboBox, usual: str, entries: Sequence[tuple[str, str]], chosen: str, named: str = "%1"
    ) -> None:
        box.clear()
        box.addItem(usual, "")
        for text, name in entries:
            box.addItem(named.replace("%1", text), name)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def _chosen(self, *, new_pack: bool) -> None:
        words = ["choose", self._task, *filter(None, [self.pack.currentData()])]
        for option, box in (
            ("precision", self.precision),
            ("profile", self.profile),
            ("length", self.length),
        ):
            # Another pack may have neither this form nor this way of looking.
            if box.currentData() and not (new_pack and box is not self.length):
                words += [f"--{option}", box.currentData()]
        self.changed.emit(words)


class TaskDefaults(Card):
    """The choices for every task that a model can do."""

    change_wanted = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(theme, parent)
        self._body: QWidget | None = None
        self.choices: dict[str, TaskChoice] = {}
        self.hide()

    def show_cards(
        self, used: Sequence[PackCard], chosen: dict[str, str], manners: dict[str, dict[str, str]]
    ) -> None:
        """Show which model does what.

        Args:
            used: The packs in use, as ``engine.inventory`` tells them.
            chosen: Task -> the pack that a person chose.
            manners: Task -> what a person chose beside that.
        """
        held = next(
            ((task, at) for task, choice in self.choices.items() for at, box in enumerate(choice.boxes)
             if box.hasFocus()),
            None,
        )  # fmt: skip
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        body = self._body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.line)
        unfolded = {task for task, choice in self.choices.items() if choice.more.isChecked()}
        self.choices = {}
        for task in TASKS:
            able = [card for card in used if task in card["tasks"]]
            if not able:
                continue
            choice = self.choices[task] = TaskChoice(task, self._theme, body)
            does = next((card for card in used if task in card["does"]), None)
            chosen_pack, manner = chosen.get(task, ""), manners.get(task, {})
            choice.offer(able, does, chosen_pack, manner, unfolded=task in unfolded)
            choice.changed.connect(self.change_wanted)
            row = Row(choice, self._theme, body)
            row.set_words(task_text(task), "")
            column.addWidget(row)
        self.add(body)
        self.setVisible(bool(self.choices))
        if held is not None and held[0] in self.choices:
            self.choices[held[0]].boxes[held[1]].setFocus(Qt.FocusReason.OtherFocusReason)
