"""A person says what photos show; what a model says of it stands beside."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from desktop.asking.photo_labels import Standing, Wanted, model_text, person_text
from desktop.documents.dialogs import Question
from desktop.documents.narrowing import label_text, question_text
from desktop.style import Theme
from engine.taxonomy import taxonomy

DIFFERENT = "?"
"""Stands for photos of which people say different things; choosing it leaves them so."""


class SceneDialog(Question):
    """Asks what photos show, question by question."""

    def __init__(
        self, standing: Standing, theme: Theme, parent: QWidget, done: Callable[[Wanted], object]
    ) -> None:
        """Ask.

        Args:
            standing: What is said of the photos now.
            theme: The look.
            parent: Over which it stands.
            done: Gets what is said otherwise now; not called if nothing is.
        """
        super().__init__(parent, self.tr("What the photos show"), "", self.tr("Save"))
        self._standing = standing
        self.choices: dict[str, QComboBox] = {}
        line = theme.line
        self.column.setContentsMargins(line, line, line, line)
        self.column.setSpacing(line // 4)
        if len(standing.page_ids) > 1:
            self._add(self.tr("This is said of %Ln page(s) at once.", "", len(standing.page_ids)))
        for aspect in taxonomy().aspects:
            question = self._add(question_text(aspect))
            box = self.choices[aspect.name] = QComboBox(self)
            box.setAccessibleName(question.text())
            question.setBuddy(box)
            person = standing.person(aspect.name)
            models = standing.models(aspect.name)
            box.addItem(self.tr("Leave it to the model") if models else self.tr("Nobody has said"), None)
            if person == "":
                box.addItem(self.tr("People say different things"), DIFFERENT)
            for label in aspect.labels:
                box.addItem(label_text(aspect.name, label.name), label.name)
            box.setCurrentIndex(max(0, box.findData(DIFFERENT if person == "" else person)))
            self.column.addWidget(box)
            self._tell_what_is_said(aspect.name, box)
            self.column.addSpacing(line // 3)
        self.setMinimumWidth(line * 28)
        self.accepted.connect(lambda: done(self.wanted) if self.wanted else None)
        self.begin()

    @property
    def wanted(self) -> Wanted:
        """What is said otherwise than before."""
        said: dict[str, str | None] = {}
        for aspect, box in self.choices.items():
            chosen, before = box.currentData(), self._standing.person(aspect)
            if chosen != DIFFERENT and chosen != before:
                said[aspect] = chosen
        return said

    def _tell_what_is_said(self, aspect: str, box: QComboBox) -> None:
        """Say what models say, and who says what is chosen."""
        models = list(dict.fromkeys(model_text(each) for each in self._standing.models(aspect)))
        lines = models if len(models) == 1 else []
        if len(models) > 1:
            lines = [self.tr("Models say different things of these photos.")]
        if self._standing.person(aspect):
            lines.insert(0, person_text(self._standing.author(aspect)))
        if lines:
            label = self._add(" ".join(lines))
            label.setProperty("kind", "muted")
            box.setAccessibleDescription(label.text())

    def _add(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(label)
        return label
