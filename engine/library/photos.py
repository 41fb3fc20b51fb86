"""What photos look like: vectors to find them by.

A vector is what a pack's image side makes of a page image; photos that look alike, and words that describe
them, lie close to each other. The search compares with every photo, so it misses none; tens of thousands take
a fraction of a second. Vectors of different packs cannot be compared. Pages in the trash are left out.
"""

import base64
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import NotFoundError
from engine.library.changes import Changes
from engine.library.claims import Claims
from engine.library.connection import Connection
from engine.library.scenes import Photo, Scenes
from engine.library.work import Job
from engine.progress import SILENT, Progress

Vectors = NDArray[np.float32]
"""One vector of length 1 in each row."""

BLOCK = 256
"""Photos that are compared with all others at once."""
PIECE = 512
"""Of these others, how many at a time: as many as stay near the processor meanwhile."""

ALIKE = 0.97
"""How near two photos must be to be taken for nearly the same, unless somebody says otherwise."""
ROUNDING = 1e-3
"""What a score may lose since vectors are kept in half precision: a picture is not quite as near itself."""
LINES_OF_DOCUMENT = 4
"""Lines of text from which on a page is no photo that happens to show some words."""
_FEW_LINES = (
    "coalesce(length(trim(text)) = 0 OR length(trim(text)) - length(replace(trim(text), char(10), ''))"
    f" + 1 < {LINES_OF_DOCUMENT}, 1)"
)
_WITHOUT_VECTOR = (
    "FROM pages JOIN documents ON documents.number = pages.document"
    " JOIN readings ON readings.number = pages.reading"
    " LEFT JOIN embeddings ON embeddings.page = pages.number AND embeddings.pack_id = ?"
    " WHERE trashed_at IS NULL AND readings.image_sha256 IS NOT NULL"
    " AND embeddings.image_sha256 IS NOT readings.image_sha256"
)


@dataclass(frozen=True, slots=True)
class PhotoHits:
    """One screen of the photos nearest to some words.

    Attributes:
        photos: The nearest first.
        prepared: How many pages outside the trash were compared.
        unprepared: How many were not looked at with this pack yet, and so cannot be found.
        mean: Of the scores of all that were compared; by it one sees how far a photo stands out, since what a
            score means differs from pack to pack.
        deviation: Standard deviation of these scores.
    """

    photos: tuple[Photo, ...]
    prepared: int
    unprepared: int
    mean: float = 0.0
    deviation: float = 0.0


class Photos(Scenes):
    """Finds pages by their images, and by the labels that :class:`Scenes` keeps."""

    def __init__(self, connection: Connection, claims: Claims, changes: Changes, *, author: str) -> None:
        """Work on an open library; ``author`` is who labels photos."""
        super().__init__(connection, changes, author=author)
        self._claims = claims

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
            f"SELECT pages.id {_WITHOUT_VECTOR} ORDER BY pages.number LIMIT ?", (pack_id, limit)
        )
        return [row[0] for row in rows]

    def packs(self) -> dict[str, int]:
        """Return the packs that made vectors, with how many photos each, the most first."""
        rows = self._connection.rows(
            "SELECT pack_id, count(*) AS photos FROM embeddings GROUP BY pack_id"
            " ORDER BY photos DESC, pack_id"
        )
        return {row[0]: row[1] for row in rows}

    def search(self, vector: Vectors, *, pack_id: str, limit: int = 20, offset: int = 0) -> PhotoHits:
        """Find photos by the vector of some words; see :meth:`nearest`.

        What was not looked at with this pack yet is counted, so that nobody takes it for searched.
        """
        unprepared = self._connection.value(f"SELECT count(*) {_WITHOUT_VECTOR}", (pack_id,))
        pages, scores = self._scores(vector, pack_id)
        if not len(pages):
            return PhotoHits((), 0, unprepared)
        return PhotoHits(
            tuple(self._best(pages, scores, limit, offset)),
            len(pages),
            unprepared,
            float(scores.mean()),
            float(scores.std()),
        )

    def nearest(self, vector: Vectors, *, pack_id: str, limit: int = 20, offset: int = 0) -> list[Photo]:
        """Return the photos nearest to a vector, the nearest first.

        Args:
            vector: Of the same pack, of length 1, shape (size,).
            pack_id: Names the pack.
            limit: At most so many.
            offset: Leave out so many of the nearest.
        """
        return self._best(*self._scores(vector, pack_id), limit, offset)

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
        self,
        *,
        pack_id: str,
        least: float = ALIKE,
        documents: bool = False,
        progress: Progress = SILENT,
    ) -> list[tuple[Photo, ...]]:
        """Return groups of photos that look nearly the same, the largest group first.

        Every photo of a group is as near to another one of it as ``least`` says; its score is how near its
        nearest neighbour is. Photos at the two ends of a large group may differ more.

        Args:
            pack_id: Names the pack.
            least: How near two photos must be, from 0 to 1.
            documents: Whether pages full of text are compared as well. Two people's copies of one form look
                nearly the same, and are anything but duplicates.
            progress: Told how far it is.
        """
        pages, vectors = self._vectors(pack_id, documents=documents)
        groups, least = np.arange(len(pages)), least - ROUNDING
        nearest = np.full(len(pages), -1.0, dtype=np.float32)
        for start in range(0, len(pages), BLOCK):
            scores = _nearness(vectors[start : start + BLOCK], vectors[start:])
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

    # Within.

    def _scores(self, vector: Vectors, pack_id: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the numbers of all pages that have a vector of a pack, and how near each is to another."""
        pages, vectors = self._vectors(pack_id)
        if not len(pages):
            return pages, np.zeros(0, np.float32)
        return pages, np.asarray(vectors @ np.asarray(vector, dtype=np.float32), dtype=np.float32)

    def _best(
        self, pages: NDArray[np.int64], scores: NDArray[np.float32], limit: int, offset: int
    ) -> list[Photo]:
        order = np.argsort(-scores, kind="stable")[offset : offset + limit]
        return self._photos([(int(pages[place]), float(scores[place])) for place in order])

    def _vectors(self, pack_id: str, *, documents: bool = True) -> tuple[NDArray[np.int64], Vectors]:
        """Return the numbers of the pages outside the trash that have vectors of a pack, and these."""
        rows = self._connection.rows(
            "SELECT pages.number, vector FROM embeddings JOIN pages ON pages.number = embeddings.page"
            " JOIN documents ON documents.number = pages.document"
            " LEFT JOIN page_texts ON page_texts.page = pages.number"
            f" WHERE pack_id = ? AND trashed_at IS NULL AND (? OR {_FEW_LINES}) ORDER BY pages.number",
            (pack_id, documents),
        )
        pages = np.array([row[0] for row in rows], dtype=np.int64)
        joined = b"".join(row[1] for row in rows)
        return pages, np.frombuffer(joined, dtype="<f2").astype(np.float32).reshape(
            len(rows), -1 if rows else 0
        )


def _nearness(some: Vectors, others: Vectors) -> Vectors:
    """Return how near each vector is to each of others, shape ``(some, others)``.

    It is their matrix product. The program that is handed out has no library for these (28 MB), and NumPy's
    own routine for them takes five times as long as summing up products does.
    """
    scores = np.empty((len(some), len(others)), dtype=np.float32)
    for start in range(0, len(others), PIECE):
        np.einsum("ik,jk->ij", some, others[start : start + PIECE], out=scores[:, start : start + PIECE])
    return scores


def _unpacked(data: bytes) -> Vectors:
    return np.frombuffer(data, dtype="<f2").astype(np.float32)


def vector_to_text(vector: Vectors) -> str:
    """Return a vector as text that goes between processes."""
    return base64.b64encode(np.asarray(vector, dtype="<f4").tobytes()).decode("ascii")


def vector_of_text(text: str) -> Vectors:
    """Return the vector, shape (size,), of what :func:`vector_to_text` gave."""
    return np.frombuffer(base64.b64decode(text), dtype="<f4")
