"""What people do with many documents at once, in one transaction each, and how it is undone.

Every verb returns a token that puts back what it changed, at once or weeks later: plain data, which a window
can keep. Undoing touches a document only where it still is as the verb left it; what somebody has changed
since is left alone and told.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from engine.errors import NotFoundError
from engine.library.cases import Cases
from engine.library.changes import Changes
from engine.library.connection import Connection, Row
from engine.library.reviews import Review, Reviews, ReviewState
from engine.library.tags import clean_tag, tag_key
from engine.library.trash import Trash


@dataclass(frozen=True, slots=True)
class BulkStep:
    """One thing that was changed in one document.

    Attributes:
        aspect: ``trash``, ``review``, ``tag`` or ``case``.
        document_id: The document.
        key: Which tag, or the id of which case; else empty.
        before: As it was, as a plain JSON value.
        after: As it is since.
    """

    aspect: str
    document_id: str
    key: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class BulkUndo:
    """What puts back what was changed; give it to :meth:`Bulk.undo`.

    Attributes:
        steps: In the order in which they were done.
    """

    steps: tuple[BulkStep, ...] = ()

    def to_json(self) -> list[list[Any]]:
        """Return it as plain JSON values."""
        return [[step.aspect, step.document_id, step.key, step.before, step.after] for step in self.steps]

    @classmethod
    def from_json(cls, data: Iterable[Sequence[Any]]) -> Self:
        """Make it from what :meth:`to_json` gave."""
        return cls(tuple(BulkStep(*step) for step in data))


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What came of a verb.

    Attributes:
        changed: Ids of the documents that are another way now.
        refused: Ids of those to which it cannot be done: approving what is not read or in the trash; when
            undoing, those that were changed otherwise since or removed for good.
        undo: What puts it back; after an undo, what does it again.
    """

    changed: tuple[str, ...]
    refused: tuple[str, ...]
    undo: BulkUndo


Step = tuple[str, str, Any]
"""Aspect, key and what it should be."""


class Bulk:
    """Does one thing to many documents, and undoes it."""

    def __init__(
        self,
        connection: Connection,
        *,
        trash: Trash,
        reviews: Reviews,
        cases: Cases,
        changes: Changes,
        author: str,
    ) -> None:
        """Work on an open library; ``author`` is who does it."""
        self._connection = connection
        self._trash = trash
        self._reviews = reviews
        self._cases = cases
        self._changes = changes
        self._author = author

    def trash(self, document_ids: Sequence[str]) -> BulkResult:
        """Put documents into the trash.

        Raises:
            NotFoundError: There is no such document; nothing was done. It is the same for the verbs below.
        """
        return self._do(document_ids, lambda _row: [("trash", "", True)])

    def restore(self, document_ids: Sequence[str]) -> BulkResult:
        """Bring documents back from the trash; raises NotFoundError."""
        return self._do(document_ids, lambda _row: [("trash", "", False)])

    def approve(self, document_ids: Sequence[str]) -> BulkResult:
        """Say that documents were checked and are right; those not read at all are refused.

        Raises:
            NotFoundError: There is no such document; nothing was done.
        """
        said = _review_json(self._reviews.now(ReviewState.APPROVED, "", self._author))

        def wanted(row: Row) -> list[Step] | None:
            if row["trashed_at"] is not None or row["pages_read"] == 0:
                return None
            return [("review", "", said)]

        return self._do(document_ids, wanted)

    def mark_problem(self, document_ids: Sequence[str], reason: str) -> BulkResult:
        """Say that documents have a problem that somebody must see to, and why; raises NotFoundError."""
        reason = " ".join(reason.encode("utf-8", "replace").decode().replace("\0", " ").split())
        return self._review(document_ids, ReviewState.PROBLEM, reason)

    def send_back(self, document_ids: Sequence[str]) -> BulkResult:
        """Take back what was said of documents: they are to be checked again; raises NotFoundError."""
        return self._review(document_ids, ReviewState.NONE, "")

    def add_tag(self, document_ids: Sequence[str], tag: str) -> BulkResult:
        """Give documents a tag.

        Raises:
            NotFoundError: There is no such document; nothing was done.
            NamelessError: The tag is empty.
        """
        clean = clean_tag(tag)
        return self._do(document_ids, lambda _row: [("tag", tag_key(clean), clean)])

    def remove_tag(self, document_ids: Sequence[str], tag: str) -> BulkResult:
        """Take a tag away from documents; raises NotFoundError."""
        return self._do(document_ids, lambda _row: [("tag", tag_key(tag), None)])

    def add_to_case(self, document_ids: Sequence[str], case_id: str) -> BulkResult:
        """Put documents into a case, beside those that they belong to already.

        Raises:
            NotFoundError: There is no such document or case; nothing was done.
        """
        self._cases.get(case_id)
        return self._do(document_ids, lambda _row: [("case", case_id, True)])

    def remove_from_case(self, document_ids: Sequence[str], case_id: str) -> BulkResult:
        """Take documents out of a case; raises NotFoundError."""
        self._cases.get(case_id)
        return self._do(document_ids, lambda _row: [("case", case_id, False)])

    def undo(self, token: BulkUndo) -> BulkResult:
        """Put back what a verb changed, or do again what an undo put back; lost documents are no error."""
        changed: dict[str, None] = {}
        refused: dict[str, None] = {}
        steps = []
        with self._connection.transaction():
            for step in reversed(token.steps):
                row = self._row(step.document_id)
                if row is None or not self._is_as_left(row, step):
                    refused[step.document_id] = None
                    continue
                self._set(row, step.aspect, step.key, step.before)
                changed[step.document_id] = None
                steps.append(BulkStep(step.aspect, step.document_id, step.key, step.after, step.before))
        return BulkResult(tuple(changed), tuple(refused), BulkUndo(tuple(steps)))

    def _review(self, document_ids: Sequence[str], state: ReviewState, reason: str) -> BulkResult:
        said = _review_json(self._reviews.now(state, reason, self._author))
        return self._do(document_ids, lambda _row: [("review", "", said)])

    def _do(self, document_ids: Sequence[str], wanted: Callable[[Row], list[Step] | None]) -> BulkResult:
        """Bring documents to what is wanted; ``wanted`` gives None for one to which it cannot be done."""
        changed, refused, steps = [], [], []
        with self._connection.transaction():
            for document_id in dict.fromkeys(document_ids):
                row = self._row(document_id)
                if row is None:
                    raise NotFoundError("There is no such document.", which=document_id)
                asked = wanted(row)
                if asked is None:
                    refused.append(document_id)
                    continue
                done = [step for step in (self._step(row, *each) for each in asked) if step is not None]
                if done:
                    changed.append(document_id)
                    steps += done
        return BulkResult(tuple(changed), tuple(refused), BulkUndo(tuple(steps)))

    def _step(self, row: Row, aspect: str, key: str, after: Any) -> BulkStep | None:  # noqa: ANN401 - JSON
        before = self._present(row, aspect, key)
        if _same(aspect, before, after):
            return None
        self._set(row, aspect, key, after)
        return BulkStep(aspect, row["id"], key, before, after)

    def _is_as_left(self, row: Row, step: BulkStep) -> bool:
        into_lost_case = step.aspect == "case" and step.before and not self._cases.exists(step.key)
        return not into_lost_case and bool(self._present(row, step.aspect, step.key) == step.after)

    def _present(self, row: Row, aspect: str, key: str) -> Any:  # noqa: ANN401 - a plain JSON value
        if aspect == "trash":
            return row["trashed_at"] is not None
        if aspect == "review":
            return _review_json(self._reviews.of(row["number"]))
        if aspect == "tag":
            return self._connection.value(
                "SELECT tag FROM document_tags WHERE document = ? AND tag_key = ?", (row["number"], key)
            )
        return key in self._cases.ids_of(row["number"])

    def _set(self, row: Row, aspect: str, key: str, value: Any) -> None:  # noqa: ANN401 - a plain JSON value
        if aspect == "trash":
            self._trash.move(row["id"], into_trash=value)
        elif aspect == "review":
            self._reviews.put(row["number"], row["id"], _review(value), author=self._author)
        elif aspect == "tag":
            self._set_tag(row, key, value)
        else:
            self._cases.set_member(row["number"], row["id"], key, member=value, author=self._author)

    def _set_tag(self, row: Row, key: str, tag: str | None) -> None:
        former = self._present(row, "tag", key)
        if tag is None:
            self._connection.run(
                "DELETE FROM document_tags WHERE document = ? AND tag_key = ?", (row["number"], key)
            )
        else:
            self._connection.run(
                "INSERT INTO document_tags (document, tag_key, tag) VALUES (?, ?, ?)"
                " ON CONFLICT (document, tag_key) DO UPDATE SET tag = excluded.tag",
                (row["number"], key, tag),
            )
        self._changes.record(
            "document",
            row["id"],
            "untagged" if tag is None else "tagged",
            {"tag": former if tag is None else tag},
            author=self._author,
            document_id=row["id"],
        )

    def _row(self, document_id: str) -> Row | None:
        return self._connection.row(
            "SELECT number, id, trashed_at, pages_read FROM documents WHERE id = ?", (document_id,)
        )


def _same(aspect: str, before: Any, after: Any) -> bool:  # noqa: ANN401 - plain JSON values
    """Return whether nothing has to be done: what was said already is not said again by somebody else."""
    if aspect == "review":
        return bool(before["state"] == after["state"] and before["reason"] == after["reason"])
    return bool(before == after)


def _review_json(review: Review) -> dict[str, str | None]:
    return {"state": review.state.value, "reason": review.reason, "by": review.by, "at": review.at}


def _review(data: Mapping[str, Any]) -> Review:
    return Review(ReviewState(data["state"]), data["reason"], data["by"], data["at"])
