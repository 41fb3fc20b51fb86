"""Full-text search over the pages as they stand, corrections included.

Words are looked up in an FTS5 index; where no page has them as words, three letters and more are looked up
anywhere within words, in a second index of how words end. Both indexes hold normalised text; what is shown is
the original line, with the words that were found marked.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from engine.language import normalise_for_search
from engine.library.catalogue import EVERYTHING, DocumentFilter
from engine.library.connection import Connection, Row
from engine.library.documents import condition_of
from engine.library.queries import Query, parse_query
from engine.library.texts import SHORTEST_END, within_words

RANKED = 2000
"""Up to so many pages are ranked by how well they fit; of more, the newest come first."""

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of the original line, each with whether it was found; joined they give the line."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found.

    Attributes:
        document_id: Its document.
        document_name: Its name.
        page_id: The page.
        page_index: Its place in the document, from 0.
        line_number: Place of the line that is shown among the page's lines, from 0; None if no single line
            has it, as with a phrase that goes on in the next line.
        snippet: That line.
        rank: The smaller, the better it fits; 0 where pages are not ranked.
    """

    document_id: str
    document_name: str
    page_id: str
    page_index: int
    line_number: int | None
    snippet: Snippet
    rank: float


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One screen of what was found.

    Attributes:
        hits: The best first; of very many, and of those found only within longer words, the newest first.
        total: How many pages were found in all.
        within_words: Whether the text was found only within longer words.
    """

    hits: tuple[Hit, ...]
    total: int
    within_words: bool = False


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document that was found.

    Attributes:
        document_id: The document.
        document_name: Its name.
        name: The same in pieces, each with whether it was found.
        pages: On how many of its pages the text was found; 0 if only its name has it.
        best: The page that fits best; None if only its name has it.
    """

    document_id: str
    document_name: str
    name: Snippet
    pages: int
    best: Hit | None


@dataclass(frozen=True, slots=True)
class DocumentSearchPage:
    """One screen of documents that were found.

    Attributes:
        hits: Those whose name has it first, then the best.
        total: How many documents were found in all.
        within_words: Whether the text was found only within longer words.
    """

    hits: tuple[DocumentHit, ...]
    total: int
    within_words: bool = False


@dataclass(frozen=True, slots=True)
class _DocumentWish:
    """Which documents are looked for.

    Attributes:
        index: The index that is asked.
        expression: What it is asked.
        query: What a person typed.
        pattern: Finds in a text what is looked for.
        wanted: Which documents are meant.
    """

    index: str
    expression: str
    query: Query
    pattern: re.Pattern[str]
    wanted: DocumentFilter

    def conditions(self) -> tuple[str, str, dict[str, Any]]:
        """Return the filter and what a name must have, as conditions on documents, and all parameters."""
        condition, values = condition_of(self.wanted)
        # Each word of the query, wherever it stands in the name.
        words = [word for phrase in self.query.wanted for word in phrase]
        named = {f"word{place}": word for place, word in enumerate(words)}
        parts = [f"instr(name_key, :{key}) > 0" for key in named] or ["FALSE"]
        for place, phrase in enumerate(self.query.unwanted):
            named[f"not{place}"] = " ".join(phrase)
            parts.append(f"instr(name_key, :not{place}) = 0")
        return condition, f"({' AND '.join(parts)})", {**values, **named, "expression": self.expression}


class Search:
    """Finds pages and documents by their text."""

    def __init__(self, connection: Connection) -> None:
        """Work on an open database."""
        self._connection = connection

    def find(
        self, query: str, *, limit: int = 50, offset: int = 0, language: str | None = None
    ) -> SearchPage:
        """Find pages outside the trash; no input is an error.

        Args:
            query: As a person types it, see ``engine.library.queries``.
            limit: At most so many hits.
            offset: Leave out so many of the best.
            language: BCP 47 code that occurs on the page.
        """
        if language and not re.fullmatch(r"[A-Za-z0-9-]+", language):
            return SearchPage((), 0)
        understood = parse_query(query)
        expression = understood.expression
        if expression:
            if language:
                expression = f"({expression}) AND languages : {_string(language)}"
            found = self._whole_words(expression, understood.pattern, limit, offset)
            if found.total:
                return found
        return self._within_words(understood, language, limit, offset)

    def find_documents(
        self, query: str, wanted: DocumentFilter = EVERYTHING, *, limit: int = 50, offset: int = 0
    ) -> DocumentSearchPage:
        """Find documents by the text of their pages or by their names; no input is an error.

        Args:
            query: As a person types it, see ``engine.library.queries``. All its words must stand on one page,
                or in the name.
            wanted: Which documents are meant. Of those in the trash the names alone can be found.
            limit: At most so many hits.
            offset: Leave out so many of the best.
        """
        understood = parse_query(query)
        found = DocumentSearchPage((), 0)
        if understood.expression:
            # One more than are ranked is enough to know; to count them all takes much longer.
            some = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
            few = self._connection.value(some, (understood.expression, RANKED + 1)) <= RANKED
            list_them = self._best_documents if few else self._newest_documents
            wish = _DocumentWish("words", understood.expression, understood, understood.pattern, wanted)
            found = list_them(wish, limit, offset)
        expression, pattern = _parts(understood)
        if found.total or not expression:
            return found
        wish = _DocumentWish("word_ends", expression, understood, pattern, wanted)
        return self._newest_documents(wish, limit, offset)

    def _best_documents(self, wish: "_DocumentWish", limit: int, offset: int) -> DocumentSearchPage:
        """Find documents by words that few pages have: those that fit best first."""
        condition, in_name, parameters = wish.conditions()
        matched = (
            "WITH fits AS MATERIALIZED (SELECT rowid AS page, rank FROM words WHERE words MATCH :expression),"
            " found AS (SELECT document, min(rank) AS rank, count(*) AS pages, page FROM fits"
            " JOIN pages ON pages.number = fits.page GROUP BY document"
            f" UNION ALL SELECT number, NULL, 0, NULL FROM documents WHERE {condition} AND {in_name}),"
            # With one max() or min() SQLite takes the other columns from the row that has it.
            " every AS (SELECT document, min(rank) AS rank, max(pages) AS pages, page,"
            " min(coalesce(pages, 0)) = 0 AS named FROM found GROUP BY document)"
            f" SELECT * FROM every WHERE document IN (SELECT number FROM documents WHERE {condition})"
        )
        rows = self._connection.rows(
            f"SELECT hits.*, documents.id AS document_id, documents.name, pages.id AS page_id, page_index,"
            f" text, normalised FROM (SELECT *, count(*) OVER () AS total FROM ({matched})"
            " ORDER BY named DESC, rank IS NULL, rank, document DESC LIMIT :limit OFFSET :offset) AS hits"
            " JOIN documents ON documents.number = hits.document"
            " LEFT JOIN pages ON pages.number = hits.page LEFT JOIN page_texts ON page_texts.page = hits.page"
            " ORDER BY named DESC, rank IS NULL, rank, document DESC",
            {**parameters, "limit": limit, "offset": offset},
        )
        hits = tuple(_document_hit(row, wish.pattern) for row in rows)
        total = self._total(rows, matched, parameters, offset)
        return DocumentSearchPage(hits, total)

    def _newest_documents(self, wish: "_DocumentWish", limit: int, offset: int) -> DocumentSearchPage:
        """Find documents by what very many pages may have: the newest first, without ranking a page.

        The whole index is walked for the documents alone; how many of their pages fit, and which is the
        newest, is looked up for those that are shown.
        """
        condition, in_name, parameters = wish.conditions()
        fits = f"SELECT rowid AS page FROM {wish.index} WHERE {wish.index} MATCH :expression"
        matched = (
            "WITH matched AS MATERIALIZED"
            f" (SELECT DISTINCT document FROM ({fits}) AS fits"
            " JOIN pages INDEXED BY pages_with_documents ON pages.number = fits.page)"
            f" SELECT number, {in_name} AS named, number IN (SELECT document FROM matched) AS fits"
            f" FROM documents WHERE {condition} AND (number IN (SELECT document FROM matched) OR {in_name})"
        )
        chosen = self._connection.rows(
            f"SELECT number, count(*) OVER () AS total FROM ({matched})"
            " ORDER BY named DESC, fits DESC, number DESC LIMIT :limit OFFSET :offset",
            {**parameters, "limit": limit, "offset": offset},
        )
        shown = self._connection.rows(
            "WITH shown AS MATERIALIZED (SELECT value AS number FROM json_each(:numbers)), found AS"
            f" (SELECT document, count(*) AS pages, max(page) AS page FROM ({fits}"
            " AND rowid >= (SELECT min(number) FROM pages WHERE document IN (SELECT number FROM shown))"
            " AND rowid <= (SELECT max(number) FROM pages WHERE document IN (SELECT number FROM shown))"
            # CROSS: in this order. The other way round, each page of these documents is searched by itself.
            ") AS fits CROSS JOIN pages INDEXED BY pages_with_documents ON pages.number = fits.page"
            " WHERE +document IN (SELECT value FROM json_each(:numbers)) GROUP BY document)"
            " SELECT documents.number, documents.id AS document_id, documents.name, pages.id AS page_id,"
            " page_index, text, normalised, 0.0 AS rank, coalesce(found.pages, 0) AS pages FROM shown"
            " JOIN documents ON documents.number = shown.number"
            " LEFT JOIN found ON found.document = shown.number"
            " LEFT JOIN pages ON pages.number = found.page"
            " LEFT JOIN page_texts ON page_texts.page = found.page",
            {"expression": wish.expression, "numbers": json.dumps([row["number"] for row in chosen])},
        )
        by_number = {row["number"]: row for row in shown}
        # Whatever another program removed between the two looks is left out.
        rows = [by_number[row["number"]] for row in chosen if row["number"] in by_number]
        total = self._total(chosen, matched, parameters, offset)
        return DocumentSearchPage(
            tuple(_document_hit(row, wish.pattern) for row in rows),
            total,
            within_words=wish.index == "word_ends",
        )

    def _total(self, rows: list[Row], matched: str, parameters: dict[str, Any], offset: int) -> int:
        """Return how many documents were found in all, on a screen after the last one too."""
        if rows or not offset:
            return int(rows[0]["total"]) if rows else 0
        return int(self._connection.value(f"SELECT count(*) FROM ({matched})", parameters))

    def _count(self, expression: str) -> int:
        """Return how many pages fit an expression of whole words."""
        return int(self._connection.value("SELECT count(*) FROM words WHERE words MATCH ?", (expression,)))

    def _whole_words(self, expression: str, pattern: re.Pattern[str], limit: int, offset: int) -> SearchPage:
        total = self._count(expression)
        if total == 0:
            return SearchPage((), 0)
        ranked = total <= RANKED
        rows = self._shown(
            f"SELECT rowid AS found, {'rank' if ranked else '0.0'} AS rank FROM words"
            " WHERE words MATCH :expression",
            "rank, found" if ranked else "found DESC",
            {"expression": expression, "limit": limit, "offset": offset},
        )
        return SearchPage(tuple(_hit(row, pattern) for row in rows), total)

    def _within_words(self, query: Query, language: str | None, limit: int, offset: int) -> SearchPage:
        expression, pattern = _parts(query)
        if not expression:
            return SearchPage((), 0)
        narrowed = (
            " AND rowid IN (SELECT page FROM page_texts WHERE instr(' ' || languages || ' ', :language))"
        )
        fits = (
            "SELECT rowid AS found FROM word_ends WHERE word_ends MATCH :expression"
            f"{narrowed if language else ''}"
        )
        parameters = {"expression": expression, "limit": limit, "offset": offset, "language": f" {language} "}
        # The index is walked once, for the pages and for their number.
        rows = self._shown(
            f"WITH fits AS MATERIALIZED ({fits})"
            " SELECT found, 0.0 AS rank, (SELECT count(*) FROM fits) AS total FROM fits",
            "found DESC",
            parameters,
        )
        if rows:
            total = int(rows[0]["total"])
        else:
            total = int(self._connection.value(f"SELECT count(*) FROM ({fits})", parameters)) if offset else 0
        return SearchPage(tuple(_hit(row, pattern) for row in rows), total, within_words=total > 0)

    def _shown(self, chosen: str, order: str, parameters: dict[str, Any]) -> list[Row]:
        """Return what is shown of one screen of the pages that a query chooses as ``found``."""
        return self._connection.rows(
            "SELECT documents.id AS document_id, documents.name, pages.id AS page_id, page_index, text,"
            f" normalised, chosen.* FROM ({chosen} ORDER BY {order} LIMIT :limit OFFSET :offset) AS chosen"
            " JOIN page_texts ON page_texts.page = chosen.found JOIN pages ON pages.number = chosen.found"
            f" JOIN documents ON documents.number = pages.document ORDER BY {order}",
            parameters,
        )


def _hit(row: Row, pattern: re.Pattern[str]) -> Hit:
    number, snippet = _best_line(row["text"], row["normalised"], pattern)
    return Hit(
        document_id=row["document_id"],
        document_name=row["name"],
        page_id=row["page_id"],
        page_index=row["page_index"],
        line_number=number,
        snippet=snippet,
        rank=row["rank"],
    )


def _parts(query: Query) -> tuple[str, re.Pattern[str]]:
    """Return a query as pieces of text anywhere within words: an expression of FTS5, and what finds them.

    The expression is empty where nothing is to be looked for within words.
    """
    parts = [part for part in query.plain.split() if len(part) >= SHORTEST_END]
    if not parts or query.unwanted:
        return "", re.compile(r"(?!)")
    return " AND ".join(map(within_words, parts)), re.compile("|".join(map(re.escape, parts)))


def _document_hit(row: Row, pattern: re.Pattern[str]) -> DocumentHit:
    return DocumentHit(
        document_id=row["document_id"],
        document_name=row["name"],
        name=_marked(row["name"], pattern),
        pages=row["pages"],
        best=None if row["page_id"] is None else _hit(row, pattern),
    )


def _best_line(text: str, normalised: str, pattern: re.Pattern[str]) -> tuple[int | None, Snippet]:
    """Return the line of a page with the most different things found, and its pieces."""
    found: dict[int, set[str]] = {}
    for match in pattern.finditer(normalised):
        if "\n" not in match[0]:
            found.setdefault(normalised.count("\n", 0, match.start()), set()).add(match[0])
    lines = text.split("\n")
    if not found:
        return None, ((lines[0], False),)
    best = max(found, key=lambda number: len(found[number]))
    return best, _marked(lines[best], pattern)


def _marked(line: str, pattern: re.Pattern[str]) -> Snippet:
    """Cut an original line into pieces that were found and pieces that were not, by whole words.

    The normalised words stand in the order of the original ones, so each place in the normalised line leads
    back to a word of the original.
    """
    words = list(re.finditer(r"\S+", line))
    spans, joined = [], ""
    for word in words:
        normal = normalise_for_search(word[0])
        if normal:
            joined += " " if joined else ""
            spans.append((len(joined), len(joined) + len(normal), word))
            joined += normal
    pieces: list[tuple[str, bool]] = []
    end = 0
    for match in pattern.finditer(joined):
        inside = [word for start, stop, word in spans if start < match.end() and match.start() < stop]
        if inside and inside[0].start() >= end:
            pieces += [
                (line[end : inside[0].start()], False),
                (line[inside[0].start() : inside[-1].end()], True),
            ]
            end = inside[-1].end()
    pieces.append((line[end:], False))
    return tuple(piece for piece in pieces if piece[0])


def _string(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
