"""What was read on each page, and what people corrected in it.

A reading is immutable, and so is a correction; what stands on a page is computed from both (see
``engine.library.corrections``). Every write updates the search in the same transaction.
"""

import hashlib
import json
import zlib
from dataclasses import dataclass

from engine.library.carryover import carry_over
from engine.library.clock import timestamp
from engine.library.connection import Row
from engine.library.corrections import PlacedLine
from engine.library.editing import Edit, Editing
from engine.library.stored import WORKER, placed_lines, unpacked
from engine.reading import Reading


@dataclass(frozen=True, slots=True)
class PageResultRef:
    """A result that the library has already.

    Attributes:
        reading_id: The stored reading.
        reading: What it holds.
        image_sha256: The upright page image among the library's files.
        thumbnail_sha256: Its small image.
    """

    reading_id: str
    reading: Reading
    image_sha256: str | None
    thumbnail_sha256: str | None


@dataclass(frozen=True, slots=True)
class Images:
    """The images of a page, stored."""

    page: str | None
    thumbnail: str | None


class Readings(Editing):
    """Stores readings and corrections, and gives back what stands."""

    def cached(self, page_key: str, pipeline_id: str) -> PageResultRef | None:
        """Return what a pipeline read on such a page before; None if it did not or its images are damaged."""
        row = self._connection.row(
            "SELECT id, body, image_sha256, thumbnail_sha256 FROM readings"
            " WHERE page_key = ? AND pipeline_id = ? ORDER BY number DESC LIMIT 1",
            (page_key, pipeline_id),
        )
        images = () if row is None else (row["image_sha256"], row["thumbnail_sha256"])
        if row is None or not all(sha256 is None or self._files.is_whole(sha256) for sha256 in images):
            return None
        return PageResultRef(row["id"], unpacked(row["body"]), row["image_sha256"], row["thumbnail_sha256"])

    # For the queue, within its transactions.

    def store_images(self, image: bytes | None, thumbnail: bytes | None) -> Images:
        """Store the images of a page durably, before the transaction that refers to them."""
        return Images(*(None if data is None else self._files.put(data) for data in (image, thumbnail)))

    def images_are_stored(self, images: Images) -> bool:
        """Return whether the images are still there; within a transaction they then stay."""
        return all(sha256 is None or self._files.has(sha256) for sha256 in (images.page, images.thumbnail))

    def put(self, page_id: str, reading: Reading, images: Images) -> str:
        """Store a reading, put it in force, and return its id; within a transaction.

        The page is as it was when it was given to be read: whoever adjusts it takes the job away.
        """
        page = self._page(page_id)
        body = json.dumps(reading.to_json(), separators=(",", ":"), ensure_ascii=False).encode()
        reading_id, moment = self._new_id(), timestamp(self._clock.now())
        number = self._connection.insert(
            "INSERT INTO readings (id, page, page_key, pipeline_id, made_at, body, image_sha256,"
            " thumbnail_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                reading_id,
                page["number"],
                page["page_key"],
                reading.pipeline_id,
                moment,
                zlib.compress(body),
                images.page,
                images.thumbnail,
            ),
        )
        self._changes.record(
            "reading",
            reading_id,
            "added",
            {
                "page": page_id,
                "pipeline": reading.pipeline_id,
                "lines": len(reading.lines),
                "body_sha256": hashlib.sha256(body).hexdigest(),
                "image_sha256": images.page,
                "thumbnail_sha256": images.thumbnail,
            },
            author=WORKER,
            document_id=page["document_id"],
        )
        self._supersede(page, number)
        return reading_id

    def put_in_force(self, page_id: str, ref: PageResultRef) -> str:
        """Put a result in force that is stored already and return the reading's id; within a transaction.

        A reading that is not in force is stored anew. With its former corrections it would bring back what a
        person has undone since; what stands now is carried over instead.
        """
        page = self._page(page_id)
        in_force = self._connection.value("SELECT id FROM readings WHERE number = ?", (page["reading"],))
        if in_force == ref.reading_id:
            return ref.reading_id
        return self.put(page_id, ref.reading, Images(ref.image_sha256, ref.thumbnail_sha256))

    def tell_unreadable(self, page_id: str, code: str) -> None:
        """Note in the change log that a page could not be read; within a transaction.

        A page that has a reading stands as before: there nothing is missing, and nothing is told.

        Args:
            page_id: The page.
            code: Stable name of the error; its words may name a file, and stay here.
        """
        page = self._page(page_id)
        if page["reading"] is None:
            self._changes.record(
                "page",
                page_id,
                "unreadable",
                {"page": page_id, "code": code},
                author=WORKER,
                document_id=page["document_id"],
            )

    def index_document(self, document: int) -> None:
        """Make the pages of a document searchable that are read; within a transaction."""
        for row in self._connection.rows(
            "SELECT number, reading FROM pages WHERE document = ? AND reading IS NOT NULL", (document,)
        ):
            self._texts.put(row["number"], self._stored(row["reading"]).reading.lines)

    # Within.

    def _supersede(self, page: Row, number: int) -> None:
        """Put a reading in force on a page, with the corrections of the one before."""
        earlier = page["reading"]
        self._connection.run("UPDATE pages SET reading = ? WHERE number = ?", (number, page["number"]))
        seen: list[str] = []  # What whoever approved the document could see of this page.
        if earlier is not None:
            old, new = self._stored(earlier), self._stored(number)
            seen = [line.text for line in old.reading.lines]
            for step in carry_over(
                old.as_read, placed_lines(old), old.corrections, new.as_read, placed_lines(new)
            ):
                targets = tuple(placed for placed in placed_lines(new) if placed.id in step.targets)
                ids = [step.targets[0] if step.targets and not step.rest else self._new_id()]
                ids += [self._new_id() for _ in step.rest]
                lines_made = () if step.line is None else (step.line, *step.rest)
                edit = Edit(
                    step.kind,
                    targets=step.targets,
                    replacement=tuple(map(PlacedLine, ids, lines_made)),
                    previous=targets,
                    after=step.after,
                    carried_from=step.origin.id,
                )
                self._append(new.id, edit, step.origin.author, page["document_id"])
        if seen != [line.text for line in self._refresh(page, number)]:
            self._reviews.withdraw(page["document"], page["document_id"])
