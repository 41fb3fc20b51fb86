"""Writes what the search reads: the text of each page as it stands, and its normalised form.

Called within the transaction of whatever changed the text, so search and page never disagree.
"""

from collections.abc import Sequence

from engine.language import normalise_for_search
from engine.library.connection import Connection
from engine.progress import SILENT, Progress
from engine.reading import Line

LONGEST_END = 40
"""Letters of a word's end that are kept: text without spaces would grow with the square of its length."""

SHORTEST_END = 3
"""Letters: what is shorter is not looked for within words."""


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
        normalised = "\n".join(map(normalise_for_search, rows))
        self._connection.run(
            "INSERT INTO page_texts (page, text, normalised, languages) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (page) DO UPDATE SET text = excluded.text, normalised = excluded.normalised,"
            " languages = excluded.languages",
            (page, "\n".join(rows), normalised, languages_of(lines)),
        )
        self._connection.run(
            "INSERT INTO word_ends (rowid, ends) VALUES (?, ?)", (page, ends_of_words(normalised))
        )

    def remove_document(self, document: int) -> None:
        """Take a document's pages out of the search."""
        self._connection.run(
            "DELETE FROM page_texts WHERE page IN (SELECT number FROM pages WHERE document = ?)", (document,)
        )


def languages_of(lines: Sequence[Line]) -> str:
    """Return the languages of some lines: sorted BCP 47 codes, separated by spaces; none for ``und``."""
    return " ".join(sorted({line.language for line in lines} - {"und"}))


def teach_texts(connection: Connection, progress: Progress = SILENT) -> None:
    """Let statements call what the search makes of texts; the schema's steps do.

    Args:
        connection: The database.
        progress: Told how many pages a step has made searchable anew.
    """
    done = 0

    def ends_of_page(normalised: str) -> str:
        nonlocal done
        done += 1
        progress.update(done=done, total=None, label=f"Bringing the library up to date: {done:,} pages")
        return ends_of_words(normalised)

    connection.teach("normalise_for_search", normalise_for_search)
    connection.teach("ends_of_words", ends_of_page)


def ends_of_words(normalised: str) -> str:
    """Return how the words of a normalised text end, from each of their letters on: ``soap`` as ``soap oap``.

    Each different word is taken once, and no end is longer than ``LONGEST_END``.
    """
    return " ".join(
        word[start : start + LONGEST_END]
        for word in sorted(set(normalised.split()))
        for start in range(len(word) - SHORTEST_END + 1)
    )


def within_words(part: str) -> str:
    """Return the expression of FTS5 that finds the pages on which some text stands within a word.

    Of a text longer than ``LONGEST_END``, pieces of that length that overlap must all stand on the page.

    Args:
        part: Normalised, without spaces, and not shorter than ``SHORTEST_END``.
    """
    last = max(0, len(part) - LONGEST_END)
    starts = (*range(0, last, LONGEST_END // 2), last)
    pieces = (part[start : start + LONGEST_END].replace('"', '""') for start in starts)
    return " AND ".join(f'"{piece}"*' for piece in pieces)
