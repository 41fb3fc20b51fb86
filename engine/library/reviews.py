"""Whether a person has checked a document: nobody yet, approved, or a problem with its reason.

What lies to be checked follows from this and from how far the reading is; see ``Shelf``. An approval stands
for the text that a person saw. A correction that a person makes afterwards leaves it standing, since it is a
person again who vouches for the text, and the history shows both. A new reading that comes to another text
takes it away, and so does the first one of a page that was not read yet.
"""

from dataclasses import dataclass
from enum import StrEnum

from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection

_READ_SINCE = "A page was read since, and another text was found."
_WORKER = "sanduku"


class ReviewState(StrEnum):
    """What a person says of a document."""

    NONE = "none"
    APPROVED = "approved"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Review:
    """What a person says of a document, and who and when.

    Attributes:
        state: What is said.
        reason: Why it is a problem, or why it is no longer approved; empty for no reason.
        by: Who said so; None where nobody ever said anything.
        at: ISO 8601, UTC; None where nobody ever said anything.
    """

    state: ReviewState = ReviewState.NONE
    reason: str = ""
    by: str | None = None
    at: str | None = None


NOT_REVIEWED = Review()


@dataclass(frozen=True, slots=True)
class Returned:
    """A document that headquarters sent back and of which nobody here has said anything since.

    Attributes:
        document_id: The document.
        name: What it is called.
        reason: Why; may be empty.
        author: Who sent it back.
        at: When; ISO 8601.
    """

    document_id: str
    name: str
    reason: str
    author: str
    at: str


class Reviews:
    """Writes what is said of documents; within the transactions of others."""

    def __init__(self, connection: Connection, changes: Changes, clock: Clock) -> None:
        """Work on an open database."""
        self._connection = connection
        self._changes = changes
        self._clock = clock

    def of(self, document: int) -> Review:
        """Return what is said of a document, given its number."""
        row = self._connection.row(
            "SELECT review, review_reason, reviewed_by, reviewed_at FROM documents WHERE number = ?",
            (document,),
        )
        assert row is not None
        return Review(
            ReviewState(row["review"]), row["review_reason"], row["reviewed_by"], row["reviewed_at"]
        )

    def returned(self, *, limit: int = 100) -> list[Returned]:
        """Return the documents that headquarters sent back and that are still to be checked, latest first."""
        rows = self._connection.rows(
            "SELECT documents.id, documents.name, hq_reviews.reason, hq_reviews.author, hq_reviews.at"
            " FROM hq_reviews JOIN documents ON documents.number = document"
            " WHERE state = 'returned' AND documents.review = 'none' AND documents.trashed_at IS NULL"
            " ORDER BY hq_reviews.at DESC LIMIT ?",
            (limit,),
        )
        return [Returned(*row) for row in rows]

    def now(self, state: ReviewState, reason: str, author: str) -> Review:
        """Return what somebody says at this moment."""
        return Review(state, reason, author, timestamp(self._clock.now()))

    def put(self, document: int, document_id: str, review: Review, *, author: str) -> None:
        """Write what is said of a document; within a transaction.

        Args:
            document: Its number.
            document_id: Its id.
            review: What is said.
            author: Who does it; not who said so, if it is an earlier word that comes back.
        """
        self._connection.run(
            "UPDATE documents SET review = ?, review_reason = ?, reviewed_by = ?, reviewed_at = ?"
            " WHERE number = ?",
            (review.state.value, review.reason, review.by, review.at, document),
        )
        self._changes.record(
            "document",
            document_id,
            "reviewed",
            {"state": review.state.value, "reason": review.reason, "by": review.by, "at": review.at},
            author=author,
            document_id=document_id,
        )

    def withdraw(self, document: int, document_id: str) -> None:
        """Take an approval away, because another text stands there now; within a transaction."""
        if self.of(document).state is ReviewState.APPROVED:
            self.put(document, document_id, self.now(ReviewState.NONE, _READ_SINCE, _WORKER), author=_WORKER)
