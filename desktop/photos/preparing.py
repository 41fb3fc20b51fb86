"""Has a model look at the photos that it has not looked at yet, behind everything that is to be read."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryAccess
from desktop.asking.models import KnownModels
from engine.answer import AnswerTask
from engine.library import Expected, JobState, Library

AT_ONCE = 500
"""Pages that are asked for before the library does something else."""
MOST = 100_000
UNENDED = (JobState.QUEUED, JobState.RUNNING)


class Preparing(QObject):
    """Asks for it and stops it, and tells how long it will take; how far it is, the library tells."""

    reckoned = Signal()
    """:attr:`seconds` is known anew."""

    def __init__(self, access: LibraryAccess, models: KnownModels, parent: QObject) -> None:
        """Begin with nothing asked.

        Args:
            access: Asks the library.
            models: Know which model looks at photos.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._models = access, models
        self._asking = 0
        self._pages = 0
        self.seconds: float | None = None
        """How long it will take; None while that is not known."""
        models.changed.connect(self._ask)

    def reckon(self, pages: int) -> None:
        """Work out how long so many pages will take."""
        if pages == self._pages:
            return
        self._pages, self.seconds = pages, None
        if self._models.known:
            self._ask()
        elif pages:
            self._models.look()

    def begin(self, pack_id: str, begun: Callable[[], object]) -> None:
        """Have every page looked at that the pack has not seen; ``begun`` is called once some are queued."""
        self._asking += 1
        turn = self._asking
        self._access.ask(
            lambda library: library.photos.without_vector(pack_id),
            lambda pages: self._queue(pages, turn, begun),
            owner=self,
        )

    def stop(self, stopped: Callable[[], object]) -> None:
        """Look at no more; what was looked at stays."""
        self._asking += 1

        def cancel(library: Library) -> None:
            jobs = library.jobs.find(UNENDED, task=AnswerTask.EMBED.value, limit=MOST)
            library.jobs.cancel([job.id for job in jobs])

        self._access.do(cancel, lambda _nothing: stopped(), owner=self)

    def _ask(self) -> None:
        card, pages = self._models.card(AnswerTask.EMBED), self._pages
        if card is not None and pages:
            self._access.ask(
                lambda library: library.answers.expect(AnswerTask.EMBED, card, pages=pages),
                self._told,
                replaces=f"preparing/{id(self)}",
                owner=self,
            )

    def _told(self, expected: Expected) -> None:
        self.seconds = expected.seconds
        self.reckoned.emit()

    def _queue(self, pages: Sequence[str], turn: int, begun: Callable[[], object]) -> None:
        """Ask for some pages at a time: lists are answered in between."""
        if turn != self._asking or not pages:
            return
        few, rest = pages[:AT_ONCE], pages[AT_ONCE:]

        def next_ones(_asked: object) -> None:
            begun()
            self._queue(rest, turn, begun)

        self._access.do(lambda library: library.questions.ask(few, AnswerTask.EMBED), next_ones, owner=self)
