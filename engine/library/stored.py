"""What stands on each page: the reading in force with a person's corrections applied.

The reading side of :class:`engine.library.readings.Readings`; writes nothing.
"""

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import NotFoundError
from engine.library.changes import Changes
from engine.library.clock import Clock
from engine.library.connection import Connection, Row
from engine.library.corrections import (
    Correction,
    PlacedLine,
    UndoState,
    correction_from_row,
    lines_in_force,
    makers,
    model_texts,
    undo_state,
)
from engine.library.files import Files
from engine.library.reviews import Reviews
from engine.library.texts import Texts
from engine.reading import Line, Reading

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
        makers: For each line of ``reading`` the correction that made it as it stands; None if it is as the
            model read it. A person confirmed a line whose text equals its model's text.
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
    makers: tuple[Correction | None, ...]
    corrections: tuple[Correction, ...]
    image_sha256: str | None
    thumbnail_sha256: str | None


class StoredReadings:
    """Gives back what stands on pages."""

    def __init__(
        self,
        connection: Connection,
        files: Files,
        changes: Changes,
        texts: Texts,
        reviews: Reviews,
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
            reviews: Where a document is no longer approved once it reads otherwise.
            clock: Tells the time.
            new_id: Gives ids that are unique in the world.
        """
        self._connection = connection
        self._files = files
        self._changes = changes
        self._texts = texts
        self._reviews = reviews
        self._clock = clock
        self._new_id = new_id

    def of_page(self, page_id: str) -> StoredReading | None:
        """Return the reading in force of a page, None before it is read; raises NotFoundError."""
        page = self._page(page_id)
        return None if page["reading"] is None else self._stored(page["reading"])

    def history(self, page_id: str) -> list[Correction]:
        """Return all corrections of a page, of all its readings, in the order in which they were made."""
        return self._corrections("readings.page = ?", self._page(page_id)["number"])

    def versions(self, page_id: str, line: int | str) -> list["LineVersion"]:
        """Return what a line has read since the model read it, or since it was added, split or merged.

        Corrections that were undone are among them. What was done on an earlier reading of the page is told
        by :meth:`history` alone, since its lines were others.

        Args:
            page_id: The page.
            line: Its place among the lines as they stand, from 0, or its id.

        Raises:
            NotFoundError: There is no such page or line, or the page is not read yet.
        """
        return versions_of(self.required(page_id), line)

    def undo_state(self, page_id: str) -> UndoState:
        """Return what undo and redo would do on a page; raises NotFoundError for an unknown page."""
        stored = self.of_page(page_id)
        return UndoState(None, None) if stored is None else undo_state(stored.corrections)

    def required(self, page_id: str) -> StoredReading:
        """Return the reading in force of a page; raises NotFoundError if there is none."""
        return self._in_force(self._page(page_id))

    # Within.

    def _in_force(self, page: Row) -> StoredReading:
        if page["reading"] is None:
            raise NotFoundError(
                "The page is not read yet.", which=page["id"], remedy="Wait until it is read."
            )
        return self._stored(page["reading"])

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
        as_read = unpacked(row["body"])
        corrections = self._corrections("corrections.reading = ?", number)
        placed = lines_in_force(as_read.lines, corrections)
        replaced, made = model_texts(as_read.lines, corrections), makers(corrections)
        return StoredReading(
            id=row["id"],
            page_id=row["page_id"],
            made_at=row["made_at"],
            as_read=as_read,
            reading=as_read.with_lines(tuple(each.line for each in placed)),
            line_ids=tuple(each.id for each in placed),
            model_texts=tuple(replaced.get(each.id) for each in placed),
            makers=tuple(made.get(each.id) for each in placed),
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
class LineVersion:
    """What a line read at some time.

    Attributes:
        line: As it was.
        correction_id: Of the correction that made it so; None for the model's own reading.
        kind: Of that correction; ``read`` for the model's own reading.
        author: Who made it so.
        made_at: ISO 8601, UTC.
        undone: Whether that correction is undone.
        in_force: Whether the line reads so now.
    """

    line: Line
    correction_id: str | None
    kind: str
    author: str
    made_at: str
    undone: bool
    in_force: bool


def versions_of(stored: StoredReading, line: int | str) -> list[LineVersion]:
    """Return what a line of a reading has read, the oldest first; raises NotFoundError."""
    place = place_of(stored, line)
    line_id, present = stored.line_ids[place], stored.makers[place]
    found = []
    models = {str(number): read for number, read in enumerate(stored.as_read.lines)}
    if line_id in models:
        found.append(
            LineVersion(
                models[line_id], None, "read", WORKER, stored.made_at, undone=False, in_force=present is None
            )
        )
    undone: dict[str, bool] = {}
    for correction in stored.corrections:
        if correction.about is not None:
            undone[correction.about] = correction.kind == "undo"
    found += [
        LineVersion(
            placed.line,
            correction.id,
            correction.kind,
            correction.author,
            correction.made_at,
            undone=undone.get(correction.id, False),
            in_force=present is not None and present.id == correction.id,
        )
        for correction in stored.corrections
        for placed in correction.replacement
        if placed.id == line_id
    ]
    return found


def placed_lines(stored: StoredReading) -> tuple[PlacedLine, ...]:
    """Return the lines in force with their ids."""
    return tuple(map(PlacedLine, stored.line_ids, stored.reading.lines))


def place_of(stored: StoredReading, line: int | str) -> int:
    """Return the place of a line that is named by its place or its id; raises NotFoundError."""
    if isinstance(line, str) and line in stored.line_ids:
        return stored.line_ids.index(line)
    if isinstance(line, int) and 0 <= line < len(stored.line_ids):
        return line
    shown = line + 1 if isinstance(line, int) else line  # people count from 1
    raise NotFoundError(f"There is no such line; the page has {len(stored.line_ids)}.", which=f"line {shown}")


def unpacked(body: bytes) -> Reading:
    """Make a reading from how it is stored."""
    return Reading.from_json(json.loads(zlib.decompress(body)))
