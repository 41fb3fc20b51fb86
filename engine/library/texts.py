"""Writes what the search reads: the text of each page as it stands, and its normalised form.

Called within the transaction of whatever changed the text, so search and page never disagree.
"""

from collections.abc import Sequence

from engine.language import normalise_for_search
from engine.library.connection import Connection
from engine.reading import Line


class Texts:
    """Keeps the searchable text of pages."""

    def __init__(self, connection: Connection) -> None:
        """Work on an open database."""
        self._connection = connection

    def put(self, page: int, lines: Sequence[Line]) -> None:
        """Store the text of a page, in place of what was there.

        Args:
            page: Its number.
            lines: As they stand now, in reading order.
        """
        rows = [" ".join(line.text.split()) for line in lines]
        self._connection.run(
            "INSERT INTO page_texts (page, text, normalised, languages) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (page) DO UPDATE SET text = excluded.text, normalised = excluded.normalised,"
            " languages = excluded.languages",
            (page, "\n".join(rows), "\n".join(map(normalise_for_search, rows)), languages_of(lines)),
        )

    def remove_document(self, document: int) -> None:
        """Take a document's pages out of the search."""
        self._connection.run(
            "DELETE FROM page_texts WHERE page IN (SELECT number FROM pages WHERE document = ?)", (document,)
        )


def languages_of(lines: Sequence[Line]) -> str:
    """Return the languages of some lines: sorted BCP 47 codes, separated by spaces; none for ``und``."""
    return " ".join(sorted({line.language for line in lines} - {"und"}))
