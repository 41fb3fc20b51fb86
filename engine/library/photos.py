"""What photos show and look like: labels to sort them by, and vectors to find them by.

A vector is what a pack's image side makes of a page image; photos that look alike, and words that describe
them, lie close to each other. The search compares with every photo, so it misses none; tens of thousands take
a fraction of a second. Vectors of different packs cannot be compared. Pages in the trash are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.answer import SceneLabel
from engine.errors import NotFoundError
from engine.library.answers import Answers, AnswerState
from engine.library.claims import Claims
from engine.library.connection import Connection, Row
from engine.library.work import Job
from engine.progress import SILENT, Progress

Vectors = NDArray[np.float32]
"""One vector of length 1 in each row."""

BLOCK = 256
"""Photos that are compared with all others at once."""


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
        answer_id: The answer that it comes from.
    """

    label: SceneLabel
    author: str | None
    answer_id: str


@dataclass(frozen=True, slots=True)
class SceneCount:
    """How many photos have a label."""

    aspect: str
    label: str
    sure: int
    unsure: int


STANDS = (
    "(scenes.author IS NOT NULL OR coalesce((SELECT state FROM answer_reviews WHERE answer = scenes.answer"
    " ORDER BY number DESC LIMIT 1), '') <> 'rejected')"
)
"""What is true of a label unless a person rejected the answer that it comes from."""


class Photos:
    """Sorts and finds pages by their images."""

    def __init__(self, connection: Connection, claims: Claims, answers: Answers) -> None:
        """Work on an open library."""
        self._connection = connection
        self._claims = claims
        self._answers = answers

    # Vectors

    def complete(self, job: Job, vector: Vectors, *, pack_id: str, image_sha256: str) -> None:
        """End a job with the vector of its page's image, in place of an earlier one of the same pack.

        Args:
            job: As claimed.
            vector: Of length 1, shape (size,).
            pack_id: Names the pack that made it.
            image_sha256: The page image that was looked at.

        Raises:
            LeaseLostError: The job is no longer this worker's; nothing was stored.
            DiskFullError: There was no room even without the ballast; nothing was stored.
        """
        data = np.asarray(vector, dtype="<f2").tobytes()

        def store() -> dict[str, Any]:
            self._connection.run(
                "INSERT INTO embeddings (page, pack_id, image_sha256, vector)"
                " SELECT number, ?, ?, ? FROM pages WHERE id = ?"
                " ON CONFLICT (page, pack_id) DO UPDATE SET image_sha256 = excluded.image_sha256,"
                " vector = excluded.vector",
                (pack_id, image_sha256, data, job.page_id),
            )
            return {"pack": pack_id}

        self._claims.complete_with(job, store)

    def without_vector(self, pack_id: str, *, limit: int = 100_000) -> list[str]:
        """Return ids of read pages outside the trash whose image has no vector of a pack as it is now."""
        rows = self._connection.rows(
            "SELECT pages.id FROM pages JOIN documents ON documents.number = pages.document"
            " JOIN readings ON readings.number = pages.reading"
            " LEFT JOIN embeddings ON embeddings.page = pages.number AND embeddings.pack_id = ?"
            " WHERE trashed_at IS NULL AND readings.image_sha256 IS NOT NULL"
            " AND embeddings.image_sha256 IS NOT readings.image_sha256 ORDER BY pages.number LIMIT ?",
            (pack_id, limit),
        )
        return [row[0] for row in rows]

    def packs(self) -> dict[str, int]:
        """Return the packs that made vectors, with how many photos each, the most first."""
        rows = self._connection.rows(
            "SELECT pack_id, count(*) AS photos FROM embeddings GROUP BY pack_id"
            " ORDER BY photos DESC, pack_id"
        )
        return {row[0]: row[1] for row in rows}

    def nearest(self, vector: Vectors, *, pack_id: str, limit: int = 20, offset: int = 0) -> list[Photo]:
        """Return the photos nearest to a vector, the nearest first.

        Args:
            vector: Of the same pack, of length 1, shape (size,).
            pack_id: Names the pack.
            limit: At most so many.
            offset: Leave out so many of the nearest.
        """
        pages, vectors = self._vectors(pack_id)
        if not len(pages):
            return []
        scores = vectors @ np.asarray(vector, dtype=np.float32)
        order = np.argsort(-scores, kind="stable")[offset : offset + limit]
        return self._photos([(int(pages[place]), float(scores[place])) for place in order])

    def nearest_to_page(self, page_id: str, *, pack_id: str, limit: int = 20) -> list[Photo]:
        """Return the photos that look most like a page, without itself.

        Raises:
            NotFoundError: The page has no vector of this pack.
        """
        row = self._connection.row(
            "SELECT vector FROM embeddings JOIN pages ON pages.number = page"
            " WHERE pages.id = ? AND pack_id = ?",
            (page_id, pack_id),
        )
        if row is None:
            raise NotFoundError(
                "This photo was not prepared for finding.",
                which=page_id,
                remedy="Prepare the photos with 'sanduku photos prepare'.",
            )
        found = self.nearest(_unpacked(row["vector"]), pack_id=pack_id, limit=limit + 1)
        return [photo for photo in found if photo.page_id != page_id][:limit]

    def duplicates(
        self, *, pack_id: str, least: float = 0.97, progress: Progress = SILENT
    ) -> list[tuple[Photo, ...]]:
        """Return groups of photos that look nearly the same, the largest group first.

        Every photo of a group is as near to another one of it as ``least`` says; its score is how near its
        nearest neighbour is.

        Args:
            pack_id: Names the pack.
            least: How near two photos must be, from 0 to 1.
            progress: Told how far it is.
        """
        pages, vectors = self._vectors(pack_id)
        groups = np.arange(len(pages))
        nearest = np.full(len(pages), -1.0, dtype=np.float32)
        for start in range(0, len(pages), BLOCK):
            scores = vectors[start : start + BLOCK] @ vectors[start:].T
            alike = np.triu(scores >= least, k=1)
            for row in np.nonzero(alike.any(axis=1))[0]:
                columns = np.nonzero(alike[row])[0]
                near, places = scores[row, columns], start + np.append(columns, row)
                nearest[places] = np.maximum(nearest[places], np.append(near, near.max()))
                met = np.unique(groups[places])
                if len(met) > 1:
                    groups[np.isin(groups, met)] = met[0]
            progress.update(done=min(start + BLOCK, len(pages)), total=len(pages), label="photos")
        found = [np.nonzero(groups == group)[0] for group in np.unique(groups[nearest >= least])]
        found.sort(key=lambda group: (-len(group), group[0]))
        return [
            tuple(self._photos([(int(pages[each]), float(nearest[each])) for each in group]))
            for group in found
        ]

    # Labels

    def scenes(self, page_id: str) -> list[Scene]:
        """Return the labels of a page; those of a rejected answer count no more, here and below."""
        rows = self._connection.rows(
            "SELECT scenes.*, answers.id AS answer_id FROM scenes JOIN pages ON pages.number = scenes.page"
            f" JOIN answers ON answers.number = scenes.answer WHERE pages.id = ? AND {STANDS}"
            " ORDER BY aspect",
            (page_id,),
        )
        return [
            Scene(
                SceneLabel(row["aspect"], row["label"], row["score"], bool(row["unsure"])),
                row["author"],
                row["answer_id"],
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

    def set_scene(self, page_id: str, aspect: str, label: str) -> None:
        """Say as a person what a photo shows; a model does not change that later.

        Raises:
            NotFoundError: The page was never sorted by this question.
        """
        with self._connection.transaction():
            row = self._connection.row(
                "SELECT scenes.page, scenes.answer FROM scenes JOIN pages ON pages.number = scenes.page"
                " WHERE pages.id = ? AND aspect = ?",
                (page_id, aspect),
            )
            if row is None:
                raise NotFoundError(
                    "This photo was not sorted yet.",
                    which=page_id,
                    remedy="Sort the photos with 'sanduku photos sort'.",
                )
            review = self._answers.now(AnswerState.CORRECTED, text=f"{aspect}: {label}")
            self._connection.run(
                "UPDATE scenes SET label = ?, score = 1, unsure = 0, author = ?"
                " WHERE page = ? AND aspect = ?",
                (label, review.author, row["page"], aspect),
            )
            self._answers.record_review(row["answer"], review)

    # Within.

    def _vectors(self, pack_id: str) -> tuple[NDArray[np.int64], Vectors]:
        """Return the numbers of the pages outside the trash that have vectors of a pack, and these."""
        rows = self._connection.rows(
            "SELECT page, vector FROM embeddings JOIN pages ON pages.number = page"
            " JOIN documents ON documents.number = pages.document"
            " WHERE pack_id = ? AND trashed_at IS NULL ORDER BY page",
            (pack_id,),
        )
        pages = np.array([row[0] for row in rows], dtype=np.int64)
        joined = b"".join(row[1] for row in rows)
        return pages, np.frombuffer(joined, dtype="<f2").astype(np.float32).reshape(
            len(rows), -1 if rows else 0
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


def _unpacked(data: bytes) -> Vectors:
    return np.frombuffer(data, dtype="<f2").astype(np.float32)
