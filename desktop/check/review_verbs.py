"""Saying what a document is worth, approved or a problem, and going on to the next one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryAccess
from desktop.check.facts import document_after
from desktop.check.page_in_hand import PageInHand
from engine.library import BulkResult, BulkUndo, Library


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a word about a document.

    Attributes:
        what: ``approved``, ``problem`` or ``undone``.
        document_id: The document.
        name: Its name.
        next_id: The next document to check; None if there is none.
        refused: Whether it could not be said, since pages are not read or it lies in the trash.
        undo: Takes it back; None after an undo.
    """

    what: str
    document_id: str
    name: str
    next_id: str | None
    refused: bool
    undo: Callable[[], None] | None


class ReviewVerbs(QObject):
    """Approves, skips, marks as a problem."""

    said = Signal(object)
    """An :class:`Outcome`."""

    skipped = Signal(object)
    """Id of the next document, or None if there is no other."""

    refused = Signal(str)
    """Why a document cannot be approved: ``unread``, ``being-read``."""

    warned = Signal(int)
    """So many doubtful lines were not looked at; approving once more approves all the same."""

    def __init__(self, access: LibraryAccess, hand: PageInHand, parent: QObject | None = None) -> None:
        """Work on what is in hand."""
        super().__init__(parent)
        self._access, self._hand = access, hand
        self._passed: set[str] = set()
        self._warned: str | None = None

    def approve(self) -> None:
        """Say that the document is right; warn once if doubtful lines were not looked at."""
        facts = self._hand.facts
        if facts is None:
            return
        if self._hand.unread:
            self.refused.emit("unread")
            return
        if self._hand.page is not None and self._hand.page.being_read:
            self.refused.emit("being-read")
            return
        document_id, name = facts.document.id, facts.document.name
        unseen = self._hand.unseen
        if unseen and self._warned != document_id:
            self._warned = document_id
            self.warned.emit(unseen)
            return
        self._say("approved", document_id, name, lambda library: library.bulk.approve([document_id]))

    def problem(self, reason: str) -> None:
        """Say that the document has a problem that somebody must see to."""
        facts = self._hand.facts
        if facts is not None:
            document_id = facts.document.id
            self._say(
                "problem",
                document_id,
                facts.document.name,
                lambda library: library.bulk.mark_problem([document_id], reason),
            )

    def skip(self) -> None:
        """Leave the document to check, and go to the next."""
        facts = self._hand.facts
        if facts is None:
            return
        document_id = facts.document.id
        self._passed.add(document_id)
        passed = frozenset(self._passed)
        self._access.ask(
            lambda library: document_after(library, document_id, passed), self.skipped.emit, owner=self
        )

    def _say(self, what: str, document_id: str, name: str, work: Callable[[Library], BulkResult]) -> None:
        passed = frozenset(self._passed)

        def said(library: Library) -> tuple[BulkResult, str | None]:
            following = document_after(library, document_id, passed)
            return work(library), following

        def arrived(found: tuple[BulkResult, str | None]) -> None:
            result, following = found
            refused = document_id in result.refused
            self._warned = None
            undo = None if refused else self._undo(result.undo, document_id, name)
            self.said.emit(Outcome(what, document_id, name, following, refused, undo))

        self._access.do(said, arrived, owner=self)

    def _undo(self, token: BulkUndo, document_id: str, name: str) -> Callable[[], None]:
        def back(library: Library) -> BulkResult:
            return library.bulk.undo(token)

        def arrived(result: BulkResult) -> None:
            refused = document_id in result.refused
            self.said.emit(Outcome("undone", document_id, name, document_id, refused, None))

        def undo() -> None:
            self._access.do(back, arrived, owner=self)

        return undo
