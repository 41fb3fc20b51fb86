"""Has the chosen documents described or sorted, page by page, behind everything that is to be read."""

import secrets
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.access import LibraryAccess
from desktop.asking.describe_dialog import DescribeDialog
from desktop.asking.manner import Manner
from desktop.asking.models import KnownModels
from desktop.errors import told
from desktop.style import Theme
from desktop.window.toasts import Toasts
from engine.answer import AnswerTask
from engine.library import Asked, JobRecord, JobState, Library, QueueProgress

LOOK_MILLISECONDS = 1000
FAILED = (JobState.FAILED, JobState.DEAD)


class Describing(QObject):
    """Asks for it, and tells when it is done; the answers stand beside each page."""

    def __init__(
        self,
        access: LibraryAccess,
        toasts: Toasts,
        theme: Theme,
        chosen: Callable[[], list[str]],
        models: KnownModels,
        parent: QWidget,
        *,
        new_name: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        """Begin with nothing asked.

        Args:
            access: Asks the library.
            toasts: Tell what was asked, and what came of it.
            theme: The look.
            chosen: Returns the ids of the chosen documents.
            models: Know which model does it, and how long that takes.
            parent: Over which it is asked how.
            new_name: Gives names to what is asked together.
        """
        super().__init__(parent)
        self._access, self._toasts, self._theme, self._window = access, toasts, theme, parent
        self._chosen, self._models, self._new_name = chosen, models, new_name
        self._wanted: tuple[AnswerTask, list[str]] | None = None
        self._batches: dict[str, tuple[AnswerTask, tuple[int, ...]]] = {}
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        models.changed.connect(self._ask_how)

    def describe(self) -> None:
        """Have the chosen documents described."""
        self._want(AnswerTask.DESCRIBE)

    def sort(self) -> None:
        """Have the photos among the chosen documents sorted by what they show."""
        self._want(AnswerTask.TRIAGE)

    def _want(self, task: AnswerTask) -> None:
        self._wanted = (task, self._chosen())
        self._models.look()

    def _ask_how(self) -> None:
        """Ask how, now that it is known what the model can be told; without a model there is no choice."""
        if self._wanted is None:
            return
        (task, ids), self._wanted = self._wanted, None
        if self._models.card(task) is None:
            self._begin(task, ids, Manner())
            return

        def ask(pages: int) -> None:
            dialog = DescribeDialog(
                task, pages, self._access, self._models, self._theme, self._window.window()
            )
            dialog.accepted.connect(lambda: self._begin(task, ids, dialog.chosen))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._access.ask(
            lambda library: sum(each.page_count for each in library.documents.many(ids)), ask, owner=self
        )

    def _begin(self, task: AnswerTask, ids: list[str], manner: Manner) -> None:
        batch = self._new_name()
        wishes = {**manner.wishes(task), "language": QLocale().name().partition("_")[0]}

        def ask(library: Library) -> Asked:
            pages = [page.id for each in ids for page in library.documents.pages(each)]
            return library.questions.ask(pages, task, wishes=wishes, batch=batch)

        self._access.do(ask, lambda asked: self._asked(batch, task, asked), owner=self)

    def _asked(self, batch: str, task: AnswerTask, asked: Asked) -> None:
        words = []
        if asked.jobs and task is AnswerTask.TRIAGE:
            words.append(
                self.tr("%Ln page(s) will be sorted, after what is still to be read.", "", len(asked.jobs))
            )
        elif asked.jobs:
            words.append(
                self.tr("%Ln page(s) will be described, after what is still to be read.", "", len(asked.jobs))
            )
        if asked.unread:
            words.append(self.tr("%Ln page(s) are not read yet and were left out.", "", len(asked.unread)))
        if not asked.jobs:
            self._toasts.show(" ".join(words), kind="warning")
            return
        self._batches[batch] = (task, asked.jobs)
        self._timer.start()
        self._toasts.show(" ".join(words), action=self.tr("Stop"), do=lambda: self._stop(batch))

    def _stop(self, batch: str) -> None:
        _task, jobs = self._batches.get(batch, (None, ()))
        # What somebody else asked for as well, such as a terminal, is done all the same.
        self._access.do(lambda library: library.questions.withdraw(jobs, batch), owner=self)

    def _look(self) -> None:
        for batch, (task, jobs) in self._batches.items():
            self._access.ask(
                partial(_outcome, batch, task, jobs),
                partial(self._told, batch, task),
                replaces=f"describing/{batch}",
                owner=self,
            )

    def _told(self, batch: str, task: AnswerTask, outcome: tuple[QueueProgress, JobRecord | None]) -> None:
        progress, refused = outcome
        if progress.queued + progress.running or self._batches.pop(batch, None) is None:
            return
        if not self._batches:
            self._timer.stop()
        if task is AnswerTask.TRIAGE:
            words = self.tr("%Ln page(s) sorted: see “Photos show” among the filters.", "", progress.done)
        else:
            words = self.tr("%Ln page(s) described: see “Ask” beside each page.", "", progress.done)
        failed = progress.failed + progress.dead
        if failed:
            failures = self.tr("It failed for %Ln page(s).", "", failed)
            words = f"{words} {failures}" if progress.done else failures
        if refused is not None:
            why = told(refused.error_code or "error", refused.error_message or "", refused.error_remedy or "")
            words = f"{words} {why.what} {why.remedy}".strip()
        self._toasts.show(words, kind="warning" if failed else "done")


def _outcome(
    batch: str, task: AnswerTask, jobs: tuple[int, ...], library: Library
) -> tuple[QueueProgress, JobRecord | None]:
    """Return how far a batch is, and once it has ended one of the jobs that failed."""
    progress = library.jobs.progress(batch, tasks=(task.value,))
    if progress.queued + progress.running or not progress.failed + progress.dead:
        return progress, None
    records = (library.jobs.get(job) for job in jobs)
    return progress, next((each for each in records if each.state in FAILED), None)
