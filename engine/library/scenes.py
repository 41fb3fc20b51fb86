"""What photos show: the labels that models gave, and what people say instead.

A person's word outlives whatever a model says later, and the model's stays to be seen beside it. Each word
of a person is an event in the change log, and is undone by another one. Labels of pages in the trash are left
out where photos are counted or found.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.answer import Answer, SceneLabel
from engine.errors import NotFoundError
from engine.library.changes import Changes
from engine.library.connection import Connection, Row


@dataclass(frozen=True, slots=True)
class Photo:
    """A page that was found by what its image shows.

    Attributes:
        page_id: The page.
        page_index: Its place in the document, from 0.
        document_id: Its document.
        document_name: The document's name.
        score: How near it is, from -1 to 1; of a label, how likely.
        thumbnail_sha256: Its small image among the library's files.
    """

    page_id: str
    page_index: int
    document_id: str
    document_name: str
    score: float
    thumbnail_sha256: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A label of a photo.

    Attributes:
        label: What it says.
        author: The person who said so; None if a model did.
        answer_id: The latest answer of a model about it; None if none ever said anything.
        model: What that answer says, also where a person says otherwise; None where there is none, or where a
            person rejected it.
    """

    label: SceneLabel
    author: str | None
    answer_id: str | None
    model: SceneLabel | None


@dataclass(frozen=True, slots=True)
class SceneCount:
    """How many photos have a label."""

    aspect: str
    label: str
    sure: int
    unsure: int


@dataclass(frozen=True, slots=True)
class SceneStep:
    """What a person said of one photo.

    Attributes:
        page_id: The photo.
        aspect: The question.
        before: The label that a person had given before; None for none.
        after: The label since; None where the person's word was taken back.
    """

    page_id: str
    aspect: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class SceneUndo:
    """What puts labels back; give it to :meth:`Scenes.undo_scenes`."""

    steps: tuple[SceneStep, ...] = ()


@dataclass(frozen=True, slots=True)
class SceneResult:
    """What came of labelling photos.

    Attributes:
        changed: Ids of the photos of which something else is said now.
        refused: When undoing, ids of those that were labelled otherwise since, or removed for good.
        undo: What puts it back; after an undo, what does it again.
    """

    changed: tuple[str, ...]
    refused: tuple[str, ...]
    undo: SceneUndo


STANDS = (
    "(scenes.author IS NOT NULL OR coalesce((SELECT state FROM answer_reviews WHERE answer = scenes.answer"
    " ORDER BY number DESC LIMIT 1), '') <> 'rejected')"
)
"""What is true of a label unless a person rejected the answer that it comes from."""


class Scenes:
    """Labels photos, and finds them by their labels."""

    def __init__(self, connection: Connection, changes: Changes, *, author: str) -> None:
        """Work on an open library; ``author`` is who labels."""
        self._connection = connection
        self._changes = changes
        self._author = author

    def scenes(self, page_id: str) -> list[Scene]:
        """Return the labels of a page; those of a rejected answer count no more, here and below."""
        rows = self._connection.rows(
            "SELECT scenes.*, answers.id AS answer_id, answers.body,"
            " coalesce((SELECT state FROM answer_reviews WHERE answer = scenes.answer"
            " ORDER BY number DESC LIMIT 1), '') = 'rejected' AS rejected FROM scenes"
            " JOIN pages ON pages.number = scenes.page"
            f" LEFT JOIN answers ON answers.number = scenes.answer WHERE pages.id = ? AND {STANDS}"
            " ORDER BY aspect",
            (page_id,),
        )
        return [
            Scene(
                SceneLabel(row["aspect"], row["label"], row["score"], bool(row["unsure"])),
                row["author"],
                row["answer_id"],
                None if row["rejected"] else _of_model(row["body"], row["aspect"]),
            )
            for row in rows
        ]

    def scene_counts(self) -> list[SceneCount]:
        """Return how many photos outside the trash have each label, the most usual first of each aspect."""
        rows = self._connection.rows(
            "SELECT aspect, label, sum(NOT unsure) AS sure, sum(unsure) AS unsure FROM scenes"
            " JOIN pages ON pages.number = scenes.page JOIN documents ON documents.number = pages.document"
            f" WHERE trashed_at IS NULL AND {STANDS}"
            " GROUP BY aspect, label ORDER BY aspect, sure DESC, label"
        )
        return [SceneCount(row["aspect"], row["label"], row["sure"], row["unsure"]) for row in rows]

    def find_scenes(
        self,
        wanted: Sequence[tuple[str, str]],
        *,
        least: float = 0.0,
        unsure: bool = False,
        limit: int = 50,
        offset: int = 0,
    ) -> list[Photo]:
        """Return the photos outside the trash that have all of some labels, the likeliest first.

        Args:
            wanted: Pairs of aspect and label.
            least: How likely each label must be.
            unsure: Whether labels count that are not likely enough to sort by.
            limit: At most so many.
            offset: Leave out so many of the first.
        """
        if not wanted:
            return []
        values: dict[str, Any] = {"least": least, "unsure": unsure, "limit": limit, "offset": offset}
        parts = []
        for place, (aspect, label) in enumerate(wanted):
            values |= {f"aspect{place}": aspect, f"label{place}": label}
            parts.append(
                f"SELECT page, score FROM scenes WHERE aspect = :aspect{place} AND label = :label{place}"
                f" AND score >= :least AND (:unsure OR NOT unsure) AND {STANDS}"
            )
        rows = self._connection.rows(
            f"SELECT page, min(score) AS score FROM ({' UNION ALL '.join(parts)}) AS found"
            " JOIN pages ON pages.number = page JOIN documents ON documents.number = pages.document"
            f" WHERE trashed_at IS NULL GROUP BY page HAVING count(*) = {len(wanted)}"
            " ORDER BY min(score) DESC, page LIMIT :limit OFFSET :offset",
            values,
        )
        return self._photos([(row["page"], row["score"]) for row in rows])

    def set_scenes(self, page_ids: Sequence[str], aspect: str, label: str | None) -> SceneResult:
        """Say as a person what photos show, sorted before or not; a model does not change that later.

        Args:
            page_ids: The photos.
            aspect: The question.
            label: The answer; None takes a person's word back, so that the model's stands again.

        Raises:
            NotFoundError: There is no such page; nothing was done.
        """
        steps = []
        with self._connection.transaction():
            for page_id in dict.fromkeys(page_ids):
                if not self._connection.value("SELECT count(*) FROM pages WHERE id = ?", (page_id,)):
                    raise NotFoundError("There is no such page.", which=page_id)
                before = self._said(page_id, aspect)
                if before != label:
                    self._say(page_id, aspect, label, before)
                    steps.append(SceneStep(page_id, aspect, before, label))
        return SceneResult(tuple(step.page_id for step in steps), (), SceneUndo(tuple(steps)))

    def undo_scenes(self, undo: SceneUndo) -> SceneResult:
        """Put back what people said before, or do again what an undo put back.

        What was labelled otherwise since is left alone and told, and so is what was removed for good.
        """
        steps, refused = [], []
        with self._connection.transaction():
            for step in reversed(undo.steps):
                there = self._connection.value("SELECT count(*) FROM pages WHERE id = ?", (step.page_id,))
                if not there or self._said(step.page_id, step.aspect) != step.after:
                    refused.append(step.page_id)
                    continue
                self._say(step.page_id, step.aspect, step.before, step.after)
                steps.append(SceneStep(step.page_id, step.aspect, step.after, step.before))
        return SceneResult(tuple(step.page_id for step in steps), tuple(refused), SceneUndo(tuple(steps)))

    # Within.

    def _said(self, page_id: str, aspect: str) -> str | None:
        """Return the label that a person gave; None where none did."""
        row = self._scene(page_id, aspect)
        return None if row is None or row["author"] is None else str(row["label"])

    def _scene(self, page_id: str, aspect: str) -> Row | None:
        return self._connection.row(
            "SELECT scenes.*, answers.body FROM scenes JOIN pages ON pages.number = scenes.page"
            " LEFT JOIN answers ON answers.number = scenes.answer WHERE pages.id = ? AND aspect = ?",
            (page_id, aspect),
        )

    def _say(self, page_id: str, aspect: str, label: str | None, before: str | None) -> None:
        if label is not None:
            self._connection.run(
                "INSERT INTO scenes (page, aspect, label, score, unsure, author)"
                " SELECT number, ?, ?, 1, 0, ? FROM pages WHERE id = ?"
                " ON CONFLICT (page, aspect) DO UPDATE SET label = excluded.label, score = 1, unsure = 0,"
                " author = excluded.author",
                (aspect, label, self._author, page_id),
            )
        else:
            self._give_back(page_id, aspect)
        document_id = self._connection.value(
            "SELECT documents.id FROM documents JOIN pages ON pages.document = documents.number"
            " WHERE pages.id = ?",
            (page_id,),
        )
        self._changes.record(
            "page",
            page_id,
            "labelled",
            {"aspect": aspect, "label": label, "before": before},
            author=self._author,
            document_id=document_id,
        )

    def _give_back(self, page_id: str, aspect: str) -> None:
        """Have what the model said stand again, or nothing where none ever said anything."""
        row = self._scene(page_id, aspect)
        assert row is not None  # a person's word is taken back, so there is one
        model = _of_model(row["body"], aspect)
        if model is None:
            self._connection.run(
                "DELETE FROM scenes WHERE page = ? AND aspect = ?", (row["page"], row["aspect"])
            )
            return
        self._connection.run(
            "UPDATE scenes SET label = ?, score = ?, unsure = ?, author = NULL WHERE page = ? AND aspect = ?",
            (model.label, model.score, model.unsure, row["page"], row["aspect"]),
        )

    def _photos(self, found: Sequence[tuple[int, float]]) -> list[Photo]:
        return [photo for page, score in found if (photo := self._photo(page, score)) is not None]

    def _photo(self, page: int, score: float) -> Photo | None:
        row: Row | None = self._connection.row(
            "SELECT pages.id, page_index, documents.id AS document_id, documents.name, thumbnail_sha256"
            " FROM pages JOIN documents ON documents.number = pages.document"
            " LEFT JOIN readings ON readings.number = pages.reading WHERE pages.number = ?",
            (page,),
        )
        if row is None:  # Removed for good meanwhile.
            return None
        return Photo(
            row["id"], row["page_index"], row["document_id"], row["name"], score, row["thumbnail_sha256"]
        )


def _of_model(body: str | None, aspect: str) -> SceneLabel | None:
    """Return the label that an answer gave to a question."""
    labels = () if body is None else Answer.from_json(json.loads(body)).labels
    return next((each for each in labels if each.aspect == aspect), None)
