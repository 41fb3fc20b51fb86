"""What was read on each page, and what people corrected in it.

A reading is immutable, and so is a correction; what stands on a page is computed from both (see
``engine.library.corrections``). Every write updates the search in the same transaction.
"""

import hashlib
import json
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import NotFoundError
from engine.geometry import Quad
from engine.library.carryover import carry_over
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.corrections import (
    Correction,
    PlacedLine,
    added,
    corrected,
    correction_from_row,
    correction_to_json,
    lines_in_force,
    model_texts,
)
from engine.library.errors import CorrectionConflictError
from engine.library.files import Files
from engine.library.texts import Texts, languages_of
from engine.reading import Reading, page_confidence

WORKER = "sanduku"
"""Author of what a worker does."""


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A page's reading as it stands.

    Attributes:
        id: Of the reading.
        page_id: Its page.
        made_at: ISO 8601, UTC.
        as_read: As the model made it.
        reading: As it stands, with all corrections applied.
        line_ids: Ids of the lines of ``reading``, in their order.
        model_texts: For each line of ``reading`` what the model had read in its place if the line is a
            person's, else None; see :func:`engine.library.corrections.model_texts`.
        corrections: All corrections of it, in order, undone ones included.
        image_sha256: The upright page image among the library's files.
        thumbnail_sha256: Its small image.
    """

    id: str
    page_id: str
    made_at: str
    as_read: Reading
    reading: Reading
    line_ids: tuple[str, ...]
    model_texts: tuple[str | None, ...]
    corrections: tuple[Correction, ...]
    image_sha256: str | None
    thumbnail_sha256: str | None


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


class Readings:
    """Stores readings and corrections, and gives back what stands."""

    def __init__(
        self,
        connection: Connection,
        files: Files,
        changes: Changes,
        texts: Texts,
        *,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """Work on an open library.

        Args:
            connection: The database.
            files: Holds the images.
            changes: Where what is done is recorded.
            texts: What the search reads.
            clock: Tells the time.
            new_id: Gives ids that are unique in the world.
        """
        self._connection = connection
        self._files = files
        self._changes = changes
        self._texts = texts
        self._clock = clock
        self._new_id = new_id

    def of_page(self, page_id: str) -> StoredReading | None:
        """Return the reading in force of a page, None before it is read; raises NotFoundError."""
        page = self._page(page_id)
        return None if page["reading"] is None else self._stored(page["reading"])

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
        return PageResultRef(row["id"], _unpacked(row["body"]), row["image_sha256"], row["thumbnail_sha256"])

    def correct_line(self, page_id: str, line: int | str, text: str, *, author: str) -> Correction:
        """Give a line the text that a person says it has.

        Args:
            page_id: The page.
            line: Its place among the lines as they stand, from 0, or its id.
            text: What it should read; line breaks become spaces.
            author: Who says so.

        Raises:
            NotFoundError: There is no such page or line, or the page is not read yet.
        """
        with_text = _one_line(text)

        def make(stored: StoredReading) -> _Draft:
            place = _place(stored, line)
            before = PlacedLine(stored.line_ids[place], stored.reading.lines[place])
            after = PlacedLine(before.id, corrected(before.line, with_text))
            return _Draft("text", targets=(before.id,), replacement=(after,), previous=(before,))

        return self._correct(page_id, make, author)

    def add_line(
        self, page_id: str, text: str, quad: Quad, *, after: int | str | None, author: str
    ) -> Correction:
        """Add a line that the model missed.

        Args:
            page_id: The page.
            text: What it reads; line breaks become spaces.
            quad: Where it stands on the upright page, in pixels.
            after: The line before it, by its place or id; None makes it the first.
            author: Who says so.

        Raises:
            NotFoundError: There is no such page or line, or the page is not read yet.
        """

        def make(stored: StoredReading) -> _Draft:
            place = None if after is None else _place(stored, after)
            line = added(_one_line(text), quad, None if place is None else stored.reading.lines[place])
            before = None if place is None else stored.line_ids[place]
            return _Draft("add", replacement=(PlacedLine(self._new_id(), line),), after=before)

        return self._correct(page_id, make, author)

    def delete_line(self, page_id: str, line: int | str, *, author: str) -> Correction:
        """Take a line away that is no text, or stands there twice; raises as :meth:`correct_line` does."""

        def make(stored: StoredReading) -> _Draft:
            place = _place(stored, line)
            gone = PlacedLine(stored.line_ids[place], stored.reading.lines[place])
            return _Draft("delete", targets=(gone.id,), previous=(gone,))

        return self._correct(page_id, make, author)

    def undo_correction(self, correction_id: str, *, author: str) -> Correction:
        """Undo a correction; the undoing is recorded too.

        Raises:
            NotFoundError: There is no such correction.
            CorrectionConflictError: It is undone already, or a later one builds on it.
        """
        return self._turn(correction_id, "undo", author)

    def redo_correction(self, correction_id: str, *, author: str) -> Correction:
        """Apply an undone correction again; raises as :meth:`undo_correction` does."""
        return self._turn(correction_id, "redo", author)

    def history(self, page_id: str) -> list[Correction]:
        """Return all corrections of a page, of all its readings, in the order in which they were made."""
        return self._corrections("readings.page = ?", self._page(page_id)["number"])

    # For the queue, within its transactions.

    def store_images(self, image: bytes | None, thumbnail: bytes | None) -> Images:
        """Store the images of a page durably, before the transaction that refers to them."""
        return Images(*(None if data is None else self._files.put(data) for data in (image, thumbnail)))

    def images_are_stored(self, images: Images) -> bool:
        """Return whether the images are still there; within a transaction they then stay."""
        return all(sha256 is None or self._files.has(sha256) for sha256 in (images.page, images.thumbnail))

    def put(self, page_id: str, reading: Reading, images: Images) -> str:
        """Store a reading, put it in force, and return its id; within a transaction."""
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
        if earlier is not None:
            old, new = self._stored(earlier), self._stored(number)
            for step in carry_over(old.as_read, _placed(old), old.corrections, new.as_read, _placed(new)):
                targets = tuple(placed for placed in _placed(new) if placed.id in step.targets)
                kept_id = step.targets[0] if step.targets else self._new_id()
                draft = _Draft(
                    step.kind,
                    targets=step.targets,
                    replacement=() if step.line is None else (PlacedLine(kept_id, step.line),),
                    previous=targets,
                    after=step.after,
                    carried_from=step.origin.id,
                )
                self._append(new.id, draft, step.origin.author, page["document_id"])
        self._refresh(page, number)

    def _refresh(self, page: Row, number: int) -> None:
        """Bring confidence, languages and search up to what stands."""
        lines = self._stored(number).reading.lines
        self._connection.run(
            "UPDATE pages SET confidence = ?, languages = ? WHERE number = ?",
            (page_confidence(lines), languages_of(lines), page["number"]),
        )
        if page["trashed_at"] is None:
            self._texts.put(page["number"], lines)

    def _correct(self, page_id: str, make: "Callable[[StoredReading], _Draft]", author: str) -> Correction:
        def work() -> Correction:
            with self._connection.transaction():
                page = self._page(page_id)
                if page["reading"] is None:
                    raise NotFoundError(
                        "The page is not read yet.", which=page_id, remedy="Wait until it is read."
                    )
                stored = self._stored(page["reading"])
                correction = self._append(stored.id, make(stored), author, page["document_id"])
                self._refresh(page, page["reading"])
                return correction

        return self._connection.finish(work)

    def _turn(self, correction_id: str, kind: str, author: str) -> Correction:
        row = self._connection.row(
            "SELECT pages.id AS page_id, pages.reading AS in_force, corrections.reading FROM corrections"
            " JOIN readings ON readings.number = corrections.reading JOIN pages ON pages.number ="
            " readings.page WHERE corrections.id = ?",
            (correction_id,),
        )
        if row is None:
            raise NotFoundError("There is no such correction.", which=correction_id)

        def make(stored: StoredReading) -> _Draft:
            about = next((each for each in stored.corrections if each.id == correction_id), None)
            if about is None:
                raise CorrectionConflictError(
                    "The page was read anew since.",
                    which=correction_id,
                    remedy="Undo the correction that was carried over to the new reading.",
                )
            last = [each.kind for each in stored.corrections if each.about == correction_id][-1:]
            if about.about is not None or (last == ["undo"]) == (kind == "undo"):
                raise CorrectionConflictError(
                    "There is nothing to undo." if kind == "undo" else "There is nothing to redo.",
                    which=correction_id,
                    remedy="Look at the page's history.",
                )
            return _Draft(kind, about=correction_id)

        return self._correct(row["page_id"], make, author)

    def _append(self, reading_id: str, draft: "_Draft", author: str, document_id: str) -> Correction:
        correction = Correction(
            id=self._new_id(),
            reading_id=reading_id,
            kind=draft.kind,
            targets=draft.targets,
            replacement=draft.replacement,
            previous=draft.previous,
            after=draft.after,
            about=draft.about,
            carried_from=draft.carried_from,
            author=author,
            made_at=timestamp(self._clock.now()),
        )
        payload = correction_to_json(correction)
        self._connection.run(
            "INSERT INTO corrections (id, reading, kind, targets, replacement, previous, after, about,"
            " carried_from, author, made_at) VALUES (:id,"
            " (SELECT number FROM readings WHERE id = :reading_id),"
            " :kind, :targets, :replacement, :previous, :after,"
            " (SELECT number FROM corrections WHERE id = :about),"
            " (SELECT number FROM corrections WHERE id = :carried_from), :author, :made_at)",
            {
                name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
                for name, value in payload.items()
            },
        )
        self._changes.record(
            "correction",
            correction.id,
            correction.kind,
            payload,
            author=author,
            document_id=document_id,
        )
        return correction

    def _page(self, page_id: str) -> Row:
        row = self._connection.row(
            "SELECT pages.*, documents.id AS document_id, trashed_at FROM pages"
            " JOIN documents ON documents.number = pages.document WHERE pages.id = ?",
            (page_id,),
        )
        if row is None:
            raise NotFoundError("There is no such page.", which=page_id)
        return row

    def _stored(self, number: int) -> StoredReading:
        row = self._connection.row(
            "SELECT readings.*, pages.id AS page_id FROM readings JOIN pages ON pages.number = readings.page"
            " WHERE readings.number = ?",
            (number,),
        )
        assert row is not None
        as_read = _unpacked(row["body"])
        corrections = self._corrections("corrections.reading = ?", number)
        placed = lines_in_force(as_read.lines, corrections)
        replaced = model_texts(as_read.lines, corrections)
        return StoredReading(
            id=row["id"],
            page_id=row["page_id"],
            made_at=row["made_at"],
            as_read=as_read,
            reading=as_read.with_lines(tuple(each.line for each in placed)),
            line_ids=tuple(each.id for each in placed),
            model_texts=tuple(replaced.get(each.id) for each in placed),
            corrections=tuple(corrections),
            image_sha256=row["image_sha256"],
            thumbnail_sha256=row["thumbnail_sha256"],
        )

    def _corrections(self, condition: str, number: int) -> list[Correction]:
        rows = self._connection.rows(
            "SELECT corrections.*, readings.id AS reading_id, abouts.id AS about_id, origins.id AS origin_id"
            " FROM corrections JOIN readings ON readings.number = corrections.reading"
            " LEFT JOIN corrections AS abouts ON abouts.number = corrections.about"
            " LEFT JOIN corrections AS origins ON origins.number = corrections.carried_from"
            f" WHERE {condition} ORDER BY corrections.number",
            (number,),
        )
        return [correction_from_row(row) for row in rows]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A correction before it has an id."""

    kind: str
    targets: tuple[str, ...] = ()
    replacement: tuple[PlacedLine, ...] = ()
    previous: tuple[PlacedLine, ...] = ()
    after: str | None = None
    about: str | None = None
    carried_from: str | None = None


def _placed(stored: StoredReading) -> tuple[PlacedLine, ...]:
    return tuple(map(PlacedLine, stored.line_ids, stored.reading.lines))


def _place(stored: StoredReading, line: int | str) -> int:
    """Return the place of a line that is named by its place or its id."""
    if isinstance(line, str) and line in stored.line_ids:
        return stored.line_ids.index(line)
    if isinstance(line, int) and 0 <= line < len(stored.line_ids):
        return line
    shown = line + 1 if isinstance(line, int) else line  # people count from 1
    raise NotFoundError(f"There is no such line; the page has {len(stored.line_ids)}.", which=f"line {shown}")


def _one_line(text: str) -> str:
    """Return a text as a line can hold it: NFC, no line breaks, no control characters."""
    plain = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return unicodedata.normalize("NFC", plain.encode("utf-8", "replace").decode()).strip()


def _unpacked(body: bytes) -> Reading:
    return Reading.from_json(json.loads(zlib.decompress(body)))
