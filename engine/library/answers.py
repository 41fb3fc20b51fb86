"""What image models said about pages, and what people say of that.

An answer is stored together with the end of its job and with a change, in one transaction. It is never
altered: a person accepts, rejects or corrects it, which is kept beside it, and the latest word is in force.
A rejected answer stays, marked so, and is found by no search.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from engine.answer import Answer, AnswerTask
from engine.errors import NotFoundError
from engine.language import normalise_for_search
from engine.library.changes import Changes
from engine.library.claims import Claims
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.errors import AnswerError
from engine.library.expecting import Expected, expected
from engine.library.queries import parse_query
from engine.library.work import Job

_WORKER = "sanduku"


class AnswerState(StrEnum):
    """What a person says of an answer."""

    NONE = "none"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class AnswerReview:
    """What a person says of an answer, and who and when.

    Attributes:
        state: What is said.
        text: What the answer should say; None unless it was corrected.
        reason: Why; may be empty.
        author: Who said so; empty where nobody ever said anything.
        made_at: ISO 8601, UTC; empty where nobody ever said anything.
    """

    state: AnswerState = AnswerState.NONE
    text: str | None = None
    reason: str = ""
    author: str = ""
    made_at: str = ""


NOT_REVIEWED = AnswerReview()


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer as it stands.

    Attributes:
        id: Unique in the world.
        document_id: The document.
        page_id: The page.
        page_index: Its place in the document, from 0.
        answer: What was answered.
        review: What a person says of it now.
        author: Who asked.
        made_at: ISO 8601, UTC.
        fits: Whether the page is still read as it was; else the boxes may mean other places.
    """

    id: str
    document_id: str
    page_id: str
    page_index: int
    answer: Answer
    review: AnswerReview
    author: str
    made_at: str
    fits: bool

    @property
    def text(self) -> str:
        """What the answer says now: a person's words if a person corrected it."""
        return self.answer.text if self.review.text is None else self.review.text


@dataclass(frozen=True, slots=True)
class AnswerHits:
    """One screen of the answers that were found.

    Attributes:
        answers: The best first.
        total: How many were found in all.
    """

    answers: tuple[StoredAnswer, ...]
    total: int


class Answers:
    """Stores answers, and what people say of them."""

    def __init__(
        self,
        connection: Connection,
        claims: Claims,
        changes: Changes,
        *,
        clock: Clock,
        new_id: Callable[[], str],
        author: str,
    ) -> None:
        """Work on an open library.

        Args:
            connection: The database.
            claims: Whose jobs end with an answer.
            changes: Where what is done is recorded.
            clock: Tells the time.
            new_id: Gives ids that are unique in the world.
            author: Who reviews.
        """
        self._connection = connection
        self._claims = claims
        self._changes = changes
        self._clock = clock
        self._new_id = new_id
        self._author = author

    def complete(self, job: Job, answer: Answer, *, reading_id: str) -> str:
        """End a job with its answer, in one transaction; return the answer's id.

        Args:
            job: As claimed.
            answer: What was answered.
            reading_id: The reading of the page that the answer refers to.

        Raises:
            LeaseLostError: The job is no longer this worker's; nothing was stored.
            DiskFullError: There was no room even without the ballast; nothing was stored.
        """
        answer_id = self._new_id()

        def store() -> dict[str, Any]:
            self._put(answer_id, job, answer, reading_id)
            return {"answer": answer_id}

        self._claims.complete_with(job, store)
        return answer_id

    def of_page(self, page_id: str, *, task: AnswerTask | None = None) -> list[StoredAnswer]:
        """Return the answers about a page, the latest first; none for a page that there is not."""
        narrowed = "" if task is None else " AND task = :task"
        return self._select(
            f"pages.id = :page{narrowed} ORDER BY answers.number DESC",
            {"page": page_id, "task": None if task is None else task.value},
        )

    def get(self, answer_id: str) -> StoredAnswer:
        """Return an answer; raises NotFoundError."""
        found = self._select("answers.id = :id", {"id": answer_id})
        if not found:
            raise NotFoundError("There is no such answer.", which=answer_id)
        return found[0]

    def paces(self) -> dict[str, tuple[int, float]]:
        """Return for each pack, by its id, how many answers it made, and the mean of their seconds."""
        rows = self._connection.rows(
            "SELECT pack_id, count(*) AS count, avg(json_extract(body, '$.provenance.seconds')) AS seconds"
            " FROM answers WHERE pack_id <> '' GROUP BY pack_id"
        )
        return {row["pack_id"]: (row["count"], row["seconds"]) for row in rows}

    def expect(
        self,
        task: AnswerTask,
        card: Mapping[str, Any],
        *,
        pages: int = 1,
        precision: str | None = None,
        profile: str | None = None,
        length: str | None = None,
    ) -> Expected:
        """Tell how long it will probably take to ask about pages, and what that figure rests on.

        Args:
            task: What is to be asked for.
            card: Of the pack that will do it, as the inventory tells it in JSON.
            pages: How many.
            precision: Of the pack; None for its own default.
            profile: How closely it looks; None for the usual one.
            length: How much is said, one of :data:`engine.answer.LENGTHS`; None for the usual one.
        """
        return expected(
            self._connection, task, card, pages=pages, precision=precision, profile=profile, length=length
        )

    def ids(self, beginning: str) -> list[str]:
        """Return the ids of the answers that begin so; none for an empty beginning."""
        if not beginning.isalnum():
            return []
        rows = self._connection.rows(
            "SELECT id FROM answers WHERE id >= :id AND id < :end ORDER BY id LIMIT 20",
            {"id": beginning.lower(), "end": beginning.lower() + "\x7f"},
        )
        return [row[0] for row in rows]

    def history(self, answer_id: str) -> list[AnswerReview]:
        """Return all that people said of an answer, in order; raises NotFoundError."""
        number = self._row(answer_id)["number"]
        return [
            _review(row)
            for row in self._connection.rows(
                "SELECT * FROM answer_reviews WHERE answer = ? ORDER BY number", (number,)
            )
        ]

    def accept(self, answer_id: str) -> None:
        """Say that an answer is right; raises NotFoundError."""
        self._say(answer_id, AnswerState.ACCEPTED)

    def reject(self, answer_id: str, reason: str = "") -> None:
        """Say that an answer is wrong; it stays, marked so, and is found no more; raises NotFoundError."""
        self._say(answer_id, AnswerState.REJECTED, reason=reason)

    def correct(self, answer_id: str, text: str) -> None:
        """Say what an answer should say.

        Raises:
            NotFoundError: There is no such answer.
            AnswerError: The text is empty.
        """
        if not text.strip():
            raise AnswerError(
                "A corrected answer cannot be empty.", which=answer_id, remedy="Reject it instead."
            )
        self._say(answer_id, AnswerState.CORRECTED, text=text)

    def withdraw(self, answer_id: str) -> None:
        """Take back what was said of an answer; raises NotFoundError."""
        self._say(answer_id, AnswerState.NONE)

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> AnswerHits:
        """Find answers about pages outside the trash by their words; no input is an error."""
        expression = parse_query(query).expression
        if not expression:
            return AnswerHits((), 0)
        source = (
            "answers.number IN (SELECT rowid FROM answer_words WHERE answer_words MATCH :expression)"
            " AND documents.trashed_at IS NULL"
        )
        values = {"expression": expression, "limit": limit, "offset": offset}
        total = int(self._connection.value(f"SELECT count(*) {_FROM} WHERE {source}", values))
        chosen = f"{source} ORDER BY answers.number DESC LIMIT :limit OFFSET :offset"
        return AnswerHits(tuple(self._select(chosen, values)) if total else (), total)

    def record_review(self, number: int, review: AnswerReview) -> None:
        """Write what somebody says of an answer, given its number; within a transaction."""
        row = self._connection.row(f"SELECT {_COLUMNS} {_FROM} WHERE answers.number = ?", (number,))
        assert row is not None
        review_id = self._new_id()
        self._connection.run(
            "INSERT INTO answer_reviews (id, answer, state, text, reason, author, made_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                review_id,
                number,
                review.state.value,
                review.text,
                review.reason,
                review.author,
                review.made_at,
            ),
        )
        self._index(number, _answer(row), review)
        self._changes.record(
            "answer",
            row["id"],
            "reviewed",
            {"review": review_id, "state": review.state.value, "text": review.text, "reason": review.reason},
            author=review.author,
            document_id=row["document_id"],
        )

    def index_all(self) -> None:
        """Make all answers searchable anew; within a transaction."""
        self._connection.run("DELETE FROM answer_texts")
        for row in self._connection.rows(f"SELECT answers.number, {_COLUMNS} {_FROM}"):
            stored = _stored(row)
            self._index(row["number"], stored.answer, stored.review)

    def now(self, state: AnswerState, *, text: str | None = None, reason: str = "") -> AnswerReview:
        """Return what this person says at this moment."""
        return AnswerReview(state, text, reason, self._author, timestamp(self._clock.now()))

    # Within.

    def _say(self, answer_id: str, state: AnswerState, *, text: str | None = None, reason: str = "") -> None:
        with self._connection.transaction():
            present = self.get(answer_id).review
            if (present.state, present.text, present.reason) == (state, text, reason):
                return  # Said already.
            self.record_review(self._row(answer_id)["number"], self.now(state, text=text, reason=reason))

    def _put(self, answer_id: str, job: Job, answer: Answer, reading_id: str) -> None:
        body = json.dumps(answer.to_json(), separators=(",", ":"), ensure_ascii=False)
        author = str(job.payload.get("author") or _WORKER)
        number = self._connection.insert(
            "INSERT INTO answers (id, page, reading_id, task, question, language, text, doubtful, pack_id,"
            " body, author, made_at) SELECT ?, number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM pages WHERE id = ?",
            (
                answer_id,
                reading_id,
                answer.task.value,
                answer.question,
                answer.language,
                answer.text,
                answer.doubtful,
                answer.provenance.pack_id,
                body,
                author,
                timestamp(self._clock.now()),
                job.page_id,
            ),
        )
        self._index(number, answer, NOT_REVIEWED)
        self._put_scenes(number, answer)
        self._changes.record(
            "answer",
            answer_id,
            "added",
            {
                "page": job.page_id,
                "reading": reading_id,
                "task": answer.task.value,
                "question": answer.question,
                "text": answer.text,
                "asked_by": author,
                "pack": answer.provenance.pack_id,
                "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
            },
            author=_WORKER,
            document_id=job.document_id,
        )

    def _put_scenes(self, number: int, answer: Answer) -> None:
        # What a person says of a photo outlives what a model says later, which stands beside it.
        self._connection.run_many(
            "INSERT INTO scenes (page, aspect, label, score, unsure, answer)"
            " SELECT page, ?, ?, ?, ?, number FROM answers WHERE number = ?"
            " ON CONFLICT (page, aspect) DO UPDATE SET answer = excluded.answer,"
            " label = iif(author IS NULL, excluded.label, label),"
            " score = iif(author IS NULL, excluded.score, score),"
            " unsure = iif(author IS NULL, excluded.unsure, unsure)",
            [(each.aspect, each.label, each.score, each.unsure, number) for each in answer.labels],
        )

    def _index(self, number: int, answer: Answer, review: AnswerReview) -> None:
        if review.state is AnswerState.REJECTED:
            self._connection.run("DELETE FROM answer_texts WHERE answer = ?", (number,))
            return
        self._connection.run(
            "INSERT INTO answer_texts (answer, normalised) VALUES (?, ?)"
            " ON CONFLICT (answer) DO UPDATE SET normalised = excluded.normalised",
            (number, searched_text(answer, review.text)),
        )

    def _row(self, answer_id: str) -> Row:
        row = self._connection.row("SELECT number FROM answers WHERE id = ?", (answer_id,))
        if row is None:
            raise NotFoundError("There is no such answer.", which=answer_id)
        return row

    def _select(self, condition: str, values: dict[str, Any]) -> list[StoredAnswer]:
        rows = self._connection.rows(f"SELECT {_COLUMNS} {_FROM} WHERE {condition}", values)
        return [_stored(row) for row in rows]


def searched_text(answer: Answer, corrected: str | None) -> str:
    """Return what the search reads of an answer: its words as they stand, the question, and the values."""
    values = (f"{each.name} {'' if each.value is None else each.value}" for each in answer.fields)
    words = (answer.text if corrected is None else corrected, answer.question, *values)
    return normalise_for_search("\n".join(filter(None, words)))


_FROM = (
    "FROM answers JOIN pages ON pages.number = answers.page"
    " JOIN documents ON documents.number = pages.document"
    " LEFT JOIN readings ON readings.number = pages.reading"
    " LEFT JOIN answer_reviews AS reviews ON reviews.number ="
    " (SELECT max(number) FROM answer_reviews WHERE answer = answers.number)"
)
_COLUMNS = (
    "answers.id, documents.id AS document_id, pages.id AS page_id, page_index, answers.body, answers.author,"
    " answers.made_at, answers.reading_id, readings.id AS in_force, reviews.state, reviews.text AS said,"
    " reviews.reason, reviews.author AS reviewer, reviews.made_at AS reviewed_at"
)


def _answer(row: Row) -> Answer:
    return Answer.from_json(json.loads(row["body"]))


def _review(row: Row) -> AnswerReview:
    return AnswerReview(AnswerState(row["state"]), row["text"], row["reason"], row["author"], row["made_at"])


def _stored(row: Row) -> StoredAnswer:
    review = NOT_REVIEWED
    if row["state"] is not None:
        review = AnswerReview(
            AnswerState(row["state"]), row["said"], row["reason"], row["reviewer"], row["reviewed_at"]
        )
    return StoredAnswer(
        id=row["id"],
        document_id=row["document_id"],
        page_id=row["page_id"],
        page_index=row["page_index"],
        answer=_answer(row),
        review=review,
        author=row["author"],
        made_at=row["made_at"],
        fits=row["reading_id"] == row["in_force"],
    )
