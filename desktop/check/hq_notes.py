"""What headquarters says of the document in hand, over its page: why it came back, remarks, two versions."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.access import LibraryAccess
from desktop.check.notices import Notice, Notices
from desktop.check.page_in_hand import PageInHand
from engine.language import isolate
from engine.library import Library
from engine.library.arrivals import HEADQUARTERS
from engine.library.hq_words import HqComment, HqReview

MOST = 3
"""Remarks that are shown over the page at once."""


@dataclass(frozen=True, slots=True)
class HqSays:
    """What headquarters says of a document.

    Attributes:
        review: What it said last; None if nothing.
        comments: Remarks that nobody has seen here, the latest first.
        to_settle: Lines of which it says something else.
    """

    review: HqReview | None
    comments: tuple[HqComment, ...]
    to_settle: int


def what_hq_says(library: Library, document_id: str) -> HqSays:
    """Return what headquarters says of a document; for the library's thread."""
    words = library.exchange.words
    comments = [each for each in words.comments(document_id) if not each.seen]
    return HqSays(
        words.review_of(document_id), tuple(comments), len(words.conflicts(document_id=document_id))
    )


class HqNotes(QObject):
    """Keeps the notices of the document in hand."""

    def __init__(
        self, access: LibraryAccess, hand: PageInHand, notices: Notices, settle: Callable[[], object]
    ) -> None:
        """Show nothing yet.

        Args:
            access: Asks the library.
            hand: Whose document it is about.
            notices: Where it is shown.
            settle: Opens what both sides say.
        """
        super().__init__(notices)
        self._access, self._hand, self._notices, self._settle = access, hand, notices, settle
        self._said: tuple[str, HqSays] | None = None
        hand.document_changed.connect(self.look)
        access.changed.connect(lambda _change: self.look())

    def look(self) -> None:
        """Look what is said of the document in hand."""
        facts = self._hand.facts
        if facts is None:
            self._take(None)
            return
        document_id = facts.document.id
        self._access.ask(
            lambda library: (document_id, what_hq_says(library, document_id)),
            self._take,
            replaces="hq-says",
            owner=self,
        )

    def retranslate(self) -> None:
        """Take the words anew."""
        self._take(self._said)

    def _take(self, said: tuple[str, HqSays] | None) -> None:
        facts = self._hand.facts
        if said is not None and (facts is None or facts.document.id != said[0]):
            return
        self._said = said
        self._notices.show_all(tuple(self._notices_of(*said)) if said is not None else ())

    def _notices_of(self, document_id: str, said: HqSays) -> list[Notice]:
        found = []
        if said.review is not None and said.review.state in ("returned", "problem"):
            reason = said.review.reason or self.tr("No reason was given.")
            words = self.tr("%1 at headquarters sent this back: %2")
            found.append(_notice(words, said.review.author, reason, "doubt"))
        if said.to_settle:
            words = self.tr("On %Ln line(s) headquarters says something else.", "", said.to_settle)
            found.append(Notice(words, "doubt", ((self.tr("Show both"), self._settle),)))
        seen = (self.tr("Seen"), lambda: self._see(document_id))
        for comment in said.comments[:MOST]:
            words = self.tr("%1 at headquarters: %2")
            found.append(_notice(words, comment.author, comment.text, "info", seen))
        return found

    def _see(self, document_id: str) -> None:
        self._access.do(
            lambda library: library.exchange.words.see_comments(document_id),
            lambda _nothing: self.look(),
            owner=self,
        )


def _notice(
    words: str, author: str, text: str, kind: str, *buttons: tuple[str, Callable[[], object]]
) -> Notice:
    said = words.replace("%1", isolate(author.removeprefix(HEADQUARTERS))).replace("%2", isolate(text))
    return Notice(said, kind, buttons)
