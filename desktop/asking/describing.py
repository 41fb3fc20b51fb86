"""Has the chosen documents described, page by page, behind everything that is to be read."""

import secrets
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer

from desktop.access import LibraryAccess
from desktop.window.toasts import Toasts
from engine.answer import AnswerTask
from engine.library import Asked, Library, QueueProgress

LOOK_MILLISECONDS = 1000


class Describing(QObject):
    """Asks for descriptions, and tells when they are there; the answers stand beside each page."""

    def __init__(
        self,
        access: LibraryAccess,
        toasts: Toasts,
        chosen: Callable[[], list[str]],
        parent: QObject,
        *,
        new_name: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        """Begin with nothing asked.

        Args:
            access: Asks the library.
            toasts: Tell what was asked, and what came of it.
            chosen: Returns the ids of the chosen documents.
            parent: Qt's owner.
            new_name: Gives names to what is asked together.
        """
        super().__init__(parent)
        self._access, self._toasts, self._chosen, self._new_name = access, toasts, chosen, new_name
        self._batches: dict[str, tuple[int, ...]] = {}
        self._timer = QTimer(self, interval=LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Have the chosen documents described."""
        ids, batch = self._chosen(), self._new_name()
        wishes = {"style": "short", "language": QLocale().name().partition("_")[0]}

        def ask(library: Library) -> Asked:
            pages = [page.id for each in ids for page in library.documents.pages(each)]
            return library.questions.ask(pages, AnswerTask.DESCRIBE, wishes=wishes, batch=batch)

        self._access.do(ask, lambda asked: self._asked(batch, asked), owner=self)

    def _asked(self, batch: str, asked: Asked) -> None:
        words = []
        if asked.jobs:
            words.append(
                self.tr("%Ln page(s) will be described, after what is still to be read.", "", len(asked.jobs))
            )
        if asked.unread:
            words.append(self.tr("%Ln page(s) are not read yet and were left out.", "", len(asked.unread)))
        if not asked.jobs:
            self._toasts.show(" ".join(words), kind="warning")
            return
        self._batches[batch] = asked.jobs
        self._timer.start()
        self._toasts.show(" ".join(words), action=self.tr("Stop"), do=lambda: self._stop(batch))

    def _stop(self, batch: str) -> None:
        jobs = self._batches.get(batch, ())
        self._access.do(lambda library: library.jobs.cancel(jobs), owner=self)

    def _look(self) -> None:
        for batch in self._batches:
            self._access.ask(
                partial(_progress_of, batch),
                partial(self._told, batch),
                replaces=f"describing/{batch}",
                owner=self,
            )

    def _told(self, batch: str, progress: QueueProgress) -> None:
        if progress.queued + progress.running or self._batches.pop(batch, None) is None:
            return
        if not self._batches:
            self._timer.stop()
        words = self.tr("%Ln page(s) described: see “Ask” beside each page.", "", progress.done)
        failed = progress.failed + progress.dead
        if failed:
            words += " " + self.tr("%Ln page(s) could not be described.", "", failed)
        self._toasts.show(words, kind="warning" if failed else "done")


def _progress_of(batch: str, library: Library) -> QueueProgress:
    return library.jobs.progress(batch, tasks=(AnswerTask.DESCRIBE.value,))
