"""The tab "Ask": a question about the page, the answer while it is made, and the answers before."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QInputDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.access import LibraryAccess
from desktop.asking.answer_box import AnswerBox
from desktop.asking.conversation import NO_PACK, Conversation
from desktop.asking.foretold import Foretold
from desktop.asking.manner import Manner, MannerRow
from desktop.asking.models import KnownModels
from desktop.check.page_in_hand import PageInHand
from desktop.check.rows import same_place
from desktop.documents.chip_bar import FlowLayout
from desktop.style import Theme
from desktop.texts import error_text
from engine.answer import AnswerTask, Evidence
from engine.library import Scene, StoredAnswer

LONGEST_QUESTION = 1000
ASKED = (AnswerTask.ASK, AnswerTask.DESCRIBE)
MOST_SHOWN = 50


class AskPanel(QWidget):
    """Shows what is asked about the page in hand."""

    line_wanted = Signal(int)
    """The place of a line that holds what an answer quotes."""

    labelled = Signal(object)
    """A person said what the page shows; a :class:`SceneUndo` takes it back."""

    def __init__(
        self,
        access: LibraryAccess,
        hand: PageInHand,
        theme: Theme,
        models: KnownModels,
        open_models: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with nothing asked.

        Args:
            access: Asks the library.
            hand: Whose page it is about.
            theme: The look.
            models: Know which model answers.
            open_models: Shows where models are installed.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._hand, self._theme, self._models = hand, theme, models
        self.talk = Conversation(access, hand, self)
        self.boxes: dict[str, AnswerBox] = {}
        self.question = QLineEdit(self)
        self.question.setMaxLength(LONGEST_QUESTION)
        self.send, self.describe, self.stop = QPushButton(self), QPushButton(self), QPushButton(self)
        self.send.setProperty("kind", "main")
        self.manner = MannerRow(theme, self)
        self.manner.hide()
        self.foretold = Foretold(access, models, self)
        self.live = QFrame(self)
        self.live.setProperty("kind", "card")
        self.doing, self.told, self.bar = QLabel(self.live), QLabel(self.live), QProgressBar(self.live)
        self.trouble = QFrame(self)
        self.trouble.setProperty("kind", "card")
        self.why, self.models = QLabel(self.trouble), QPushButton(self.trouble)
        self.from_read = QPushButton(self.trouble)
        self.nothing, self.older = QLabel(self), QLabel(self)
        self._lay_out()
        self.question.returnPressed.connect(self._ask)
        self.question.textChanged.connect(lambda _text: self._show_state())
        self.send.clicked.connect(self._ask)
        for button in (self.describe, self.from_read):
            button.clicked.connect(lambda _checked=False: self._describe())
        self.stop.clicked.connect(self._stop)
        self.models.clicked.connect(lambda _checked=False: open_models())
        self.manner.changed.connect(self._foretell)
        models.changed.connect(self._offer)
        self.talk.answers_changed.connect(self._show_answers)
        self.talk.answers_changed.connect(self._foretell)
        self.talk.speaking_changed.connect(self._show_state)
        self.talk.lost.connect(lambda error: hand.lost.emit(error))
        theme.changed.connect(self._restyle)
        self._restyle()

    def title(self) -> str:
        """Return what the tab is called."""
        return self.tr("Ask")

    def focus_question(self) -> None:
        """Put the keyboard into the question."""
        self.question.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.question.selectAll()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.question.setPlaceholderText(self.tr("What do you want to know of this page?"))
        self.question.setAccessibleName(self.tr("Question about this page"))
        self.send.setText(self.tr("Ask"))
        self.describe.setText(self.tr("Describe the page"))
        self.manner.retranslate()
        self._foretell()
        self.stop.setText(self.tr("Stop"))
        self.told.setAccessibleName(self.tr("What the model says"))
        self.models.setText(self.tr("Get a model…"))
        self.from_read.setText(self.tr("Tell what was read"))
        self.nothing.setText(
            self.tr(
                "Nothing was asked about this page. What a model answers is compared with the lines of the"
                " page, and kept here."
            )
        )
        self._remake()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what was answered while it was out of sight."""
        super().showEvent(event)
        self.talk.follow()
        self._models.look()

    # What a person does

    def _ask(self) -> None:
        if self.talk.ask(self.question.text(), self.manner.manner):
            self.question.clear()

    def _describe(self) -> None:
        # Without a model nothing is saved by telling less of what was read.
        grounded = self._models.known and self._models.card(AnswerTask.DESCRIBE) is None
        if self.talk.describe(Manner(saying="much") if grounded else self.manner.manner):
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        self.talk.stop()
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_what_it_shows(self) -> None:
        """Ask a person what the page shows."""
        self.talk.say_what_it_shows(self, self._theme, self.labelled.emit)

    def _correct(self, stored: StoredAnswer) -> None:
        if stored.answer.task is AnswerTask.TRIAGE:
            self.say_what_it_shows()
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Correct the answer"))
        dialog.setLabelText(self.tr("What the answer should say:"))
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setTextValue(stored.text)
        dialog.textValueSelected.connect(
            lambda text: self.talk.correct(stored.id, text) if text.strip() else None
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_place(self, evidence: Evidence) -> None:
        place = None if evidence.quad is None else same_place(self._hand.rows, evidence.quad)
        if place is not None:
            self.line_wanted.emit(place)

    # Showing

    def _offer(self) -> None:
        """Offer what the models can be told that answer now."""
        cards = [card for task in ASKED if (card := self._models.card(task)) is not None]
        profiles: dict[str, int] = {}
        for card in cards:
            profiles |= card["profiles"]
        self.manner.offer(profiles)
        self.manner.setVisible(bool(cards))
        self._foretell()

    def _foretell(self) -> None:
        if self.isVisible():
            self.foretold.tell(ASKED, self.manner.manner)

    def _show_state(self) -> None:
        speaking, error = self.talk.speaking, self.talk.error
        if speaking is None and self.stop.hasFocus():
            self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        self.send.setEnabled(self.talk.can_ask and bool(self.question.text().strip()))
        self.describe.setEnabled(self.talk.can_ask)
        self.live.setVisible(speaking is not None)
        if speaking is not None:
            self.stop.setEnabled(not speaking.stopping)
            words = self.tr("Waiting until the model is free…")
            if speaking.stopping:
                words = self.tr("Stopping…")
            elif speaking.told:
                words = self.tr("The model is speaking. Nothing of this is checked yet:")
            elif speaking.begun:
                words = self.tr("The model is looking at the page…")
            self.doing.setText(words)
            self.told.setText(speaking.told)
            self.told.setVisible(bool(speaking.told))
        self.trouble.setVisible(error is not None)
        if error is not None:
            no_pack = error.code == NO_PACK
            self.models.setVisible(no_pack)
            self.from_read.setVisible(no_pack)
            none = self.tr(
                "There is no model on this computer that answers questions. Without one, only what was read"
                " can be told: kind of document, fields, numbers."
            )
            self.why.setText(none if no_pack else error_text(error))
        self._show_nothing()

    def _show_nothing(self) -> None:
        idle = self.talk.speaking is None and self.talk.error is None
        self.nothing.setVisible(idle and not self.talk.answers)

    def _show_answers(self) -> None:
        """Show the answers; those that stay as they were keep their box, and with it the keyboard."""
        wanted = self.talk.answers[:MOST_SHOWN]
        kept = {stored.id for stored in wanted}
        for name in [name for name in self.boxes if name not in kept]:
            self._drop(self.boxes.pop(name))
        for at, stored in enumerate(wanted):
            former = self.boxes.get(stored.id)
            if former is not None and former.stored == stored and former.scenes == self._scenes_of(stored):
                continue
            box = self.boxes[stored.id] = self._box(stored)
            if former is None:
                self._list.insertWidget(at, box)
                continue
            had = former.has_keyboard
            self._list.replaceWidget(former, box)
            self._drop(former)
            box.show()
            if had:
                box.focus_review()
        more = len(self.talk.answers) - len(wanted)
        self.older.setVisible(more > 0)
        self.older.setText(self.tr("%Ln earlier answer(s) not shown", "", more) if more > 0 else "")
        self._show_nothing()

    def _scenes_of(self, stored: StoredAnswer) -> tuple[Scene, ...]:
        """Return what the page is said to show, for the latest answer that is about it."""
        sorted_ones = (each for each in self.talk.answers if each.answer.task is AnswerTask.TRIAGE)
        return self.talk.scenes if stored is next(sorted_ones, None) else ()

    def _box(self, stored: StoredAnswer) -> AnswerBox:
        box = AnswerBox(stored, self._theme, self._inner, self._scenes_of(stored))
        box.evidence_wanted.connect(self._show_place)
        box.accepted.connect(lambda: self.talk.accept(stored.id))
        box.rejected.connect(lambda: self.talk.reject(stored.id))
        box.withdrawn.connect(lambda: self.talk.withdraw(stored.id))
        box.correction_wanted.connect(lambda: self._correct(stored))
        return box

    def _drop(self, box: AnswerBox) -> None:
        self._list.removeWidget(box)
        box.hide()
        box.deleteLater()

    def _remake(self) -> None:
        for box in self.boxes.values():
            self._drop(box)
        self.boxes = {}
        self._show_answers()

    def _lay_out(self) -> None:
        for label in (self.doing, self.told, self.why, self.nothing, self.older):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.doing, self.nothing, self.older):
            label.setProperty("kind", "muted")
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        feet = QWidget(self)
        row = FlowLayout(feet, self._theme)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.send, self.describe):
            row.addWidget(button)
        self._live_column, self._why_column = QVBoxLayout(self.live), QVBoxLayout(self.trouble)
        for widget in (self.doing, self.told, self.bar):
            self._live_column.addWidget(widget)
        self._live_column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self._why_column.addWidget(self.why)
        for button in (self.from_read, self.models):
            self._why_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._area, self._inner = QScrollArea(self), QWidget(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self._inner)
        self._list = QVBoxLayout()
        for part in (self.manner, self.foretold, self.live, self.trouble, self.nothing):
            whole.addWidget(part)
        whole.addLayout(self._list)
        whole.addWidget(self.older)
        whole.addStretch(1)
        self._whole = whole
        self._area.setWidget(self._inner)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.question)
        self._column.addWidget(feet)
        self._column.addWidget(self._area, 1)

    def _restyle(self) -> None:
        line = self._theme.line
        self._column.setContentsMargins(line // 2, line // 2, line // 2, 0)
        self._column.setSpacing(line // 3)
        self._whole.setContentsMargins(0, 0, line // 3, line // 2)
        for column in (self._whole, self._list):
            column.setSpacing(line // 2)
        for column in (self._live_column, self._why_column):
            column.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
            column.setSpacing(line // 3)
        self.bar.setFixedHeight(max(4, line // 4))
        self._remake()
