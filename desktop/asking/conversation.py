"""What is asked about the page in hand: the answers that there are, and the one that is being made."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.access import LibraryAccess, LibraryChange
from desktop.asking.manner import Manner
from desktop.asking.photo_labels import Wanted, look_up, say
from desktop.asking.scene_dialog import SceneDialog
from desktop.check.page_in_hand import PageInHand
from desktop.style import Theme
from engine.answer import AnswerTask
from engine.errors import SandukuError
from engine.library import Asking, JobRecord, JobState, Library, Page, Scene, SceneUndo, StoredAnswer

LOOK_MILLISECONDS = 150
"""Between two looks at what a model says meanwhile."""
SHOWN_TASKS = (AnswerTask.ASK, AnswerTask.DESCRIBE, AnswerTask.EXTRACT, AnswerTask.TRIAGE)
NO_PACK = "vision.no-pack"
USUAL = Manner()
UNENDED = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Talk:
    """What the library knows of a page.

    Attributes:
        answers: The latest first.
        scenes: What the page is said to show.
        job: Number of what is being answered; None if nothing is.
        task: What that is.
    """

    answers: tuple[StoredAnswer, ...]
    scenes: tuple[Scene, ...] = ()
    job: int | None = None
    task: str = ""


@dataclass(frozen=True, slots=True)
class Speaking:
    """An answer that is being made.

    Attributes:
        task: What was asked for.
        begun: Whether a worker is at it.
        told: What the model said so far; no guard has looked at it yet.
        stopping: Whether a person has stopped it.
    """

    task: str
    begun: bool = False
    told: str = ""
    stopping: bool = False


class Conversation(QObject):
    """Asks, follows, and tells what people say of answers."""

    answers_changed = Signal()
    speaking_changed = Signal()
    lost = Signal(object)
    """A :class:`SandukuError`: a review could not be kept."""

    def __init__(self, access: LibraryAccess, hand: PageInHand, parent: QObject | None = None) -> None:
        """Begin with nothing asked.

        Args:
            access: Asks the library.
            hand: Whose page it is about.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._hand = access, hand
        self.answers: tuple[StoredAnswer, ...] = ()
        self.scenes: tuple[Scene, ...] = ()
        self.speaking: Speaking | None = None
        self.error: SandukuError | None = None
        """Why the last question was not answered."""
        self._job: int | None = None
        self._asker = ""
        """Under which name what is being made was asked for; empty if that was not done here."""
        self._page: str | None = None
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        hand.page_opened.connect(self.follow)
        hand.settled.connect(self.follow)
        access.changed.connect(self._library_changed)

    @property
    def can_ask(self) -> bool:
        """Whether there is a page that is read, and nothing is being answered."""
        page = self._hand.page
        return page is not None and page.stored is not None and self.speaking is None

    def ask(self, question: str, manner: Manner = USUAL) -> bool:
        """Ask a question about the page; return whether it was asked."""
        wishes = {"question": question.strip(), **manner.wishes(AnswerTask.ASK)}
        return bool(question.strip()) and self._ask(AnswerTask.ASK, wishes)

    def describe(self, manner: Manner = USUAL) -> bool:
        """Have the page described; without a model from what was read; return whether it was asked for."""
        return self._ask(AnswerTask.DESCRIBE, manner.wishes(AnswerTask.DESCRIBE))

    def stop(self) -> None:
        """Stop the answer that is being made."""
        if self._job is None or self.speaking is None:
            return
        job, speaking = self._job, self.speaking
        self.speaking = Speaking(speaking.task, speaking.begun, speaking.told, stopping=True)
        self.speaking_changed.emit()
        asker = self._asker

        def withdraw(library: Library) -> int:
            # One that was found waiting was asked for before this window was opened.
            return library.questions.withdraw([job], asker) if asker else library.jobs.cancel([job])

        self._access.do(withdraw, owner=self)

    def accept(self, answer_id: str) -> None:
        """Say that an answer is right."""
        self._say(lambda library: library.answers.accept(answer_id))

    def reject(self, answer_id: str) -> None:
        """Say that an answer is wrong."""
        self._say(lambda library: library.answers.reject(answer_id))

    def correct(self, answer_id: str, text: str) -> None:
        """Say what an answer should say."""
        self._say(lambda library: library.answers.correct(answer_id, text))

    def say_what_it_shows(self, over: QWidget, theme: Theme, told: Callable[[SceneUndo], object]) -> None:
        """Ask a person what the page shows, and keep it.

        Args:
            over: Where the question stands.
            theme: The look.
            told: Called once it is kept, with what takes it back.
        """
        page_id = self._page
        if page_id is None:
            return

        def keep(wanted: Wanted) -> None:
            self._access.do(
                lambda library: say(library, [page_id], wanted),
                lambda result: told(result.undo),
                self.lost.emit,
                owner=self,
            )

        self._access.ask(
            lambda library: look_up(library, [page_id]),
            lambda standing: SceneDialog(standing, theme, over, keep),
            owner=self,
        )

    def take_back(self, undo: SceneUndo) -> None:
        """Take back what was said of what the page shows."""
        self._say(lambda library: library.photos.undo_scenes(undo))

    def withdraw(self, answer_id: str) -> None:
        """Take back what was said of an answer."""
        self._say(lambda library: library.answers.withdraw(answer_id))

    def follow(self) -> None:
        """Ask for what is known of the page in hand."""
        page = self._hand.page.page if self._hand.page is not None else None
        if page is None or page.id != self._page:
            self._timer.stop()
            self._job, self.speaking, self.error = None, None, None
            self._page, self.answers = (None if page is None else page.id), ()
            self.scenes = ()
            self.answers_changed.emit()
            self.speaking_changed.emit()
        if page is not None:
            self._access.ask(
                lambda library: _talk(library, page),
                lambda talk: self._take(page.id, talk),
                lambda _error: None,  # gone meanwhile, which the view itself tells
                replaces=f"asking/{id(self)}",
                owner=self,
            )

    # Within

    def _ask(self, task: AnswerTask, wishes: dict[str, str]) -> bool:
        page = self._hand.page
        if page is None or not self.can_ask:
            return False
        page_id = page.page.id
        wishes = {**wishes, "language": QLocale().name().partition("_")[0]}
        asker = self._asker = secrets.token_hex(8)
        self.error, self.speaking = None, Speaking(task.value)
        self.speaking_changed.emit()

        def asked(job: int) -> None:
            if self._page == page_id:
                self._job = job
                self._timer.start()

        def refused(error: SandukuError) -> None:
            if self._page == page_id:
                self._end(error)

        self._access.do(
            lambda library: library.questions.ask_one(page_id, task, wishes=wishes, batch=asker),
            asked,
            refused,
            owner=self,
        )
        return True

    def _look(self) -> None:
        job = self._job
        if job is not None:
            self._access.ask(
                lambda library: library.questions.follow(job),
                self._followed,
                self._end,
                replaces=f"asking-follow/{id(self)}",
                owner=self,
            )

    def _followed(self, asking: Asking) -> None:
        if asking.job.id != self._job or self.speaking is None:
            return
        if asking.job.state in UNENDED:
            begun = asking.job.state is JobState.RUNNING
            now = Speaking(asking.job.task, begun, asking.told, self.speaking.stopping)
            if now != self.speaking:
                self.speaking = now
                self.speaking_changed.emit()
        elif asking.job.state is JobState.DONE:
            if asking.answer is not None:
                self.answers = (
                    asking.answer,
                    *(each for each in self.answers if each.id != asking.answer.id),
                )
                self.answers_changed.emit()
            self._end(None)
        else:
            self._end(_error_of(asking.job))

    def _end(self, error: SandukuError | None) -> None:
        self._timer.stop()
        self._job, self.speaking, self.error = None, None, error
        self.follow()
        self.speaking_changed.emit()

    def _take(self, page_id: str, talk: Talk) -> None:
        if page_id != self._page or (self._job is not None and talk.job is None):
            return  # Another page, or what is made here has just ended: following it shows the answer.
        if (talk.answers, talk.scenes) != (self.answers, self.scenes):
            self.answers, self.scenes = talk.answers, talk.scenes
            self.answers_changed.emit()
        if talk.job is not None and self.speaking is None:
            self._job, self._asker, self.speaking = talk.job, "", Speaking(talk.task)
            self._timer.start()
            self.speaking_changed.emit()

    def _say(self, work: Callable[[Library], object]) -> None:
        self._access.do(work, lambda _nothing: self.follow(), self.lost.emit, owner=self)

    def _library_changed(self, change: LibraryChange) -> None:
        facts = self._hand.facts
        if facts is not None and (change.everything or facts.document.id in change.documents):
            self.follow()


def _talk(library: Library, page: Page) -> Talk:
    answers = tuple(each for each in library.answers.of_page(page.id) if each.answer.task in SHOWN_TASKS)
    scenes = tuple(library.photos.scenes(page.id))
    for task in (AnswerTask.ASK, AnswerTask.DESCRIBE):
        for job in library.jobs.find(UNENDED, document_id=page.document_id, task=task.value):
            if job.page_index == page.index and not job.cancel_requested:
                return Talk(answers, scenes, job.id, job.task)
    return Talk(answers, scenes)


def _error_of(job: JobRecord) -> SandukuError:
    """Return why a job ended without an answer."""
    error = SandukuError(job.error_message or "", remedy=job.error_remedy or "")
    error.code = "cancelled" if job.state is JobState.CANCELLED else job.error_code or "error"
    return error
