"""One answer: what was asked, what was said, where it stands on the page, what speaks against it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.asking.photo_labels import model_text, person_text, scene_words
from desktop.asking.words import concern_text, made_by, review_text, title_text
from desktop.documents.chip_bar import FlowLayout
from desktop.documents.narrowing import question_text
from desktop.style import Theme
from engine.answer import AnswerTask, Evidence
from engine.language import isolate
from engine.library import AnswerState, Scene, StoredAnswer
from engine.taxonomy import taxonomy


class AnswerBox(QFrame):
    """Shows an answer; asks for what is to be done with it."""

    evidence_wanted = Signal(object)
    """An :class:`Evidence` whose place on the page is to be shown."""

    accepted = Signal()
    rejected = Signal()
    withdrawn = Signal()
    correction_wanted = Signal()

    def __init__(
        self, stored: StoredAnswer, theme: Theme, parent: QWidget, scenes: Sequence[Scene] = ()
    ) -> None:
        """Show it.

        Args:
            stored: The answer.
            scenes: What the page is said to show, where that is what the answer is about.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.stored, self._theme = stored, theme
        self.scenes = tuple(scenes) if stored.answer.task is AnswerTask.TRIAGE else ()
        self.setProperty("kind", "card")
        self.links: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        line = theme.line
        self._column.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
        self._column.setSpacing(line // 3)
        self._say_answer()
        self._say_doubts()
        self._show_evidence()
        self._say_origin()
        self._offer_review()

    def focus_review(self) -> None:
        """Put the keyboard where a person says what they think of it."""
        button = self.back if self.stored.review.state is not AnswerState.NONE else self.right
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        return any(button.hasFocus() for button in self.findChildren(QPushButton))

    def _say_answer(self) -> None:
        answer, review = self.stored.answer, self.stored.review
        title = self._label(title_text(answer))
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        if self.scenes:
            self._say_scenes()
            return
        text = self._label(self.stored.text)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        if review.state is AnswerState.REJECTED:
            struck = text.font()
            struck.setStrikeOut(True)
            text.setFont(struck)

    def _say_scenes(self) -> None:
        """Say what the page shows, question by question: a person's word first, the model's beside it."""
        for scene in self.scenes:
            aspect = next((each for each in taxonomy().aspects if each.name == scene.label.aspect), None)
            self._label(scene.label.aspect if aspect is None else question_text(aspect), "muted")
            if scene.author is not None:
                self._marked("done", "sure", self.tr("Checked by a person"), scene_words(scene))
                self._label(person_text(scene.author), "muted")
                if scene.model is not None:
                    self._label(model_text(scene.model), "muted")
            elif scene.label.unsure:
                self._marked("warning", "doubt", self.tr("Doubtful"), model_text(scene.label))
            else:
                self._label(model_text(scene.label))

    def _say_doubts(self) -> None:
        answer = self.stored.answer
        if self.scenes:
            return  # each stands beside its question
        for finding in answer.findings:
            sentence = concern_text(finding)
            if sentence:
                self._marked("warning", "doubt", self.tr("Doubtful"), sentence)
        if not self.stored.fits:
            words = self.tr("The page was read anew since: what it quotes may stand elsewhere now.")
            self._marked("warning", "doubt", self.tr("Doubtful"), words)

    def _show_evidence(self) -> None:
        """Show what stands on the page; what does not was told among the doubts."""
        for evidence in self.stored.answer.evidence:
            if not evidence.on_page:
                continue
            quoted, where = isolate(evidence.quoted), isolate(evidence.line_text)
            words = self.tr("“%1” stands in the line: %2").replace("%1", quoted).replace("%2", where)
            if not self.stored.fits or evidence.quad is None:
                self._label(words, "muted")
                continue
            self._link(evidence, words)

    def _link(self, evidence: Evidence, words: str) -> None:
        link = QPushButton(self)
        link.setProperty("kind", "choice")
        link.setAccessibleName(words)
        link.setToolTip(self.tr("Show it on the page"))
        icon, colour = ("warning", "doubt") if evidence.doubtful else ("done", "sure")
        mark, label = QLabel(link), QLabel(words, link)
        mark.setPixmap(self._theme.icons.pixmap(icon, self._theme.line, colour))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        for each in (mark, label):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(link)
        row.setContentsMargins(*[self._theme.line // 4] * 4)
        row.addWidget(mark)
        row.addWidget(label, 1)
        policy = link.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(policy.Policy.MinimumExpanding)
        link.setSizePolicy(policy)
        link.setMinimumHeight(self._theme.line * 2)
        link.clicked.connect(lambda _checked=False: self.evidence_wanted.emit(evidence))
        self.links.append(link)
        self._column.addWidget(link)

    def _say_origin(self) -> None:
        answer = self.stored.answer
        words = made_by(answer)
        if answer.grounded:
            self._marked("info", "link", self.tr("Note"), words)
        elif words:
            self._label(words, "muted")

    def _offer_review(self) -> None:
        stored = self.stored
        words = review_text(stored.answer, stored.review)
        self.right, self.wrong = QPushButton(self.tr("Right"), self), QPushButton(self.tr("Wrong"), self)
        self.correct, self.back = QPushButton(self.tr("Correct…"), self), QPushButton(self)
        self.back.setText(self.tr("Take it back"))
        title = title_text(stored.answer)
        for button in (self.right, self.wrong, self.correct, self.back):
            button.setAccessibleDescription(title)
        reviewed = stored.review.state is not AnswerState.NONE
        for button in (self.right, self.wrong, self.correct):
            button.setVisible(not reviewed and stored.answer.answered)
        self.back.setVisible(reviewed)
        if reviewed:
            icon, colour = (
                ("problem", "wrong") if stored.review.state is AnswerState.REJECTED else ("done", "sure")
            )
            self._marked(icon, colour, self.tr("Checked by a person"), words)
        self.right.clicked.connect(self.accepted)
        self.wrong.clicked.connect(self.rejected)
        self.correct.clicked.connect(self.correction_wanted)
        self.back.clicked.connect(self.withdrawn)
        feet = QWidget(self)
        row = FlowLayout(feet, self._theme)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.back,) if reviewed else (self.right, self.wrong, self.correct):
            row.addWidget(button)
        feet.setVisible(reviewed or stored.answer.answered)
        self._column.addWidget(feet)

    def _label(self, text: str, kind: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            label.setProperty("kind", kind)
        self._column.addWidget(label)
        return label

    def _marked(self, icon: str, colour: str, name: str, text: str) -> None:
        """Add a sentence behind a mark that tells without colour what it is."""
        mark, words = QLabel(self), QLabel(text, self)
        mark.setPixmap(self._theme.icons.pixmap(icon, self._theme.line, colour))
        mark.setAccessibleName(name)
        mark.setToolTip(name)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._column.addLayout(row)
