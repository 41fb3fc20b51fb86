"""One installed model pack: what it does, who vouches for it, how it fits, and what can be done with it."""

from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.errors import told
from desktop.preferences.pack_words import (
    fit_text,
    languages_text,
    number_text,
    purpose_text,
    signing_text,
    size_text,
    speed_text,
    task_text,
)
from desktop.style import Theme
from engine.language import isolate


def name_of(card: dict[str, Any]) -> str:
    """Return what people call a pack."""
    return isolate(card["title"] or card["name"])


class PackBox(QWidget):
    """Shows a pack; asks for what is to be done with it."""

    remove_wanted = Signal()
    roll_back_wanted = Signal()

    def __init__(
        self,
        card: dict[str, Any],
        before: dict[str, Any] | None,
        pace: tuple[int, float] | None,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """Show it.

        Args:
            card: The version in use, as ``engine.inventory`` tells it.
            before: The version to go back to; None if there is none.
            pace: How many answers it gave in this library, and their mean of seconds.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.card = card
        damaged = card["state"] == "damaged" or card["signing"] in ("broken", "untrusted")
        unsigned = card["signing"] in ("unsigned", "expired")
        icon, colour, state = (
            ("problem", "wrong", self.tr("Problem")) if damaged
            else ("warning", "doubt", self.tr("Unsigned")) if unsigned
            else ("done", "sure", self.tr("There"))
        )  # fmt: skip
        mark, title = QLabel(self), QLabel(name_of(card), self)
        mark.setPixmap(theme.icons.pixmap(icon, theme.line, colour))
        mark.setAccessibleName(state)
        mark.setToolTip(state)
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        head = QHBoxLayout()
        head.addWidget(mark)
        head.addWidget(title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.line // 4)
        column.addLayout(head)
        for text, kind in self._lines(card, pace):
            label = QLabel(text, self)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if kind:
                label.setProperty("kind", kind)
            column.addWidget(label)
        self.remove, self.roll_back = QPushButton(self.tr("Remove…"), self), QPushButton(self)
        self.remove.setAccessibleName(self.tr("Remove %1").replace("%1", name_of(card)))
        self.remove.clicked.connect(self.remove_wanted)
        self.roll_back.clicked.connect(self.roll_back_wanted)
        if before is not None:
            version = QLocale().toString(before["version"])
            self.roll_back.setText(self.tr("Use version %1 again").replace("%1", version))
            self.roll_back.setAccessibleDescription(name_of(card))
        self.roll_back.setVisible(before is not None)
        self.remove.setVisible(card["standing"] != "of-set-up")
        feet = QHBoxLayout()
        feet.addWidget(self.roll_back)
        feet.addWidget(self.remove)
        feet.addStretch(1)
        column.addLayout(feet)

    def _lines(self, card: dict[str, Any], pace: tuple[int, float] | None) -> list[tuple[str, str]]:
        lines = []
        if card["problem"]:
            wrong = told(card["problem_code"], card["problem"], card["remedy"])
            lines.append((f"{wrong.what} {wrong.remedy}".strip(), "wrong"))
        lines.append((purpose_text(card["purpose"], QLocale().name().partition("_")[0]), ""))
        lines.append((" · ".join(task_text(task) for task in card["tasks"]), ""))
        does = " · ".join(task_text(task) for task in card["does"])
        if does:
            lines.append((self.tr("Used for: %1").replace("%1", does), ""))
        lines.append((languages_text(card["languages"]), "muted"))
        facts = self.tr("Version %1, %2, licence %3")
        facts = facts.replace("%1", QLocale().toString(card["version"]))
        facts = facts.replace("%2", isolate(size_text(card["byte_size"])))
        lines.append((facts.replace("%3", isolate(card["licence"])), "muted"))
        lines.append((signing_text(card["signing"], card["signer"]), "muted"))
        whole = {"whole": self.tr("Every file is whole."), "unchecked": ""}
        lines.append((whole.get(card["state"], ""), "muted"))
        shown = next((each for each in card["precisions"] if each["default"]), None)
        if shown is not None:
            lines.append((fit_text(shown["fit"]), "muted"))
            lines.append((speed_text(shown["measured"]), "muted"))
            lines.append((self._pace_text(pace), "muted"))
        return [(text, kind) for text, kind in lines if text]

    def _pace_text(self, pace: tuple[int, float] | None) -> str:
        """Return how long answers took in the open library."""
        if pace is None:
            return self.tr("Not measured here yet: it has answered nothing in this library.")
        count, seconds = pace
        text = self.tr("In this library: %1 s for an answer, from %Ln answer(s).", "", count)
        return text.replace("%1", isolate(number_text(seconds)))
