"""Text that a person is typing and has not finished: kept, so that a crash takes at most its last second.

A draft goes in the same transaction that makes the correction, or when the person drops it. It is not data
about the document yet, so the change log knows nothing of it.
"""

from dataclasses import dataclass

from engine.errors import NotFoundError
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row


@dataclass(frozen=True, slots=True)
class LineDraft:
    """Text half typed.

    Attributes:
        document_id: The document.
        document_name: Its name.
        page_id: The page.
        page_index: Its place in the document, from 0.
        line_id: The line, or a name that the window chose for one that is being added.
        reading_id: The reading whose line it is; None if that is not known.
        text: As far as it was typed.
        original: What the line read when the typing began.
        saved_at: ISO 8601, UTC.
        fits: Whether the page is still read as it was when the typing began. If not, the line may be another
            one now, and a person must say where the text belongs.
    """

    document_id: str
    document_name: str
    page_id: str
    page_index: int
    line_id: str
    reading_id: str | None
    text: str
    original: str
    saved_at: str
    fits: bool


class LineDrafts:
    """Keeps, offers and drops drafts."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        """Work on an open database."""
        self._connection = connection
        self._clock = clock

    def save(
        self, page_id: str, line_id: str, text: str, *, reading_id: str | None, original: str = ""
    ) -> None:
        """Keep what is typed so far, in place of what was kept before for this line; durable on return.

        What was typed on another reading of the page stays as it is: the line may be another one there.

        Args:
            page_id: The page.
            line_id: The line, or any name for one that is being added; that name is then given to
                :meth:`engine.library.editing.Editing.add_line`.
            text: As far as it is typed, just as it is.
            reading_id: The reading that the window shows, whose line it is.
            original: What the line read when the typing began.

        Raises:
            NotFoundError: There is no such page.
        """

        def work() -> None:
            with self._connection.transaction():
                count = self._connection.run(
                    "INSERT INTO drafts (page, line, reading_id, text, original, saved_at)"
                    " SELECT number, :line, coalesce(:reading, ''), :text, :original, :moment FROM pages"
                    " WHERE id = :page"
                    " ON CONFLICT (page, line, reading_id) DO UPDATE SET text = excluded.text,"
                    " original = excluded.original, saved_at = excluded.saved_at",
                    {
                        "page": page_id,
                        "line": line_id,
                        "reading": reading_id,
                        "text": _storable(text),
                        "original": _storable(original),
                        "moment": timestamp(self._clock.now()),
                    },
                )
                if count != 1:
                    raise NotFoundError("There is no such page.", which=page_id)

        self._connection.finish(work)

    def drop(self, page_id: str, line_id: str, *, reading_id: str | None) -> int:
        """Drop what was typed on one reading for a line, and return how many drafts that were: 0 or 1."""
        with self._connection.transaction():
            return self._connection.run(
                "DELETE FROM drafts WHERE page = (SELECT number FROM pages WHERE id = :page)"
                " AND line = :line AND reading_id = coalesce(:reading, '')",
                {"page": page_id, "line": line_id, "reading": reading_id},
            )

    def of_page(self, page_id: str) -> list[LineDraft]:
        """Return the drafts of a page, the latest first."""
        return self._select("pages.id = ?", (page_id,))

    def all(self) -> list[LineDraft]:
        """Return all drafts of documents outside the trash, the latest first; offered at the next start."""
        return self._select("documents.trashed_at IS NULL", ())

    def _select(self, condition: str, parameters: tuple[str, ...]) -> list[LineDraft]:
        rows = self._connection.rows(
            "SELECT drafts.*, documents.id AS document_id, documents.name, pages.id AS page_id, page_index,"
            " readings.id AS in_force FROM drafts JOIN pages ON pages.number = drafts.page"
            " JOIN documents ON documents.number = pages.document"
            " LEFT JOIN readings ON readings.number = pages.reading"
            f" WHERE {condition} ORDER BY saved_at DESC, drafts.page, line",
            parameters,
        )
        return [_draft(row) for row in rows]


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _draft(row: Row) -> LineDraft:
    return LineDraft(
        document_id=row["document_id"],
        document_name=row["name"],
        page_id=row["page_id"],
        page_index=row["page_index"],
        line_id=row["line"],
        reading_id=row["reading_id"] or None,
        text=row["text"],
        original=row["original"],
        saved_at=row["saved_at"],
        fits=(row["reading_id"] or None) == row["in_force"],
    )
