"""Full-text search over the pages as they stand, corrections included.

Words are looked up in an FTS5 index; where no page has them as words, three letters and more are looked up
anywhere within the text by trigrams. Both indexes hold normalised text; what is shown is the original line,
with the words that were found marked.
"""

import re
from dataclasses import dataclass

from engine.language import normalise_for_search
from engine.library.connection import Connection, Row
from engine.library.queries import Query, parse_query

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
        hits: The best first.
        total: How many pages were found in all.
        within_words: Whether the text was found only within longer words.
    """

    hits: tuple[Hit, ...]
    total: int
    within_words: bool = False


class Search:
    """Finds pages by their text."""

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
            found = self._page("words", expression, understood.pattern, limit, offset)
            if found.total:
                return found
        if len(understood.plain) < 3 or understood.unwanted:
            return SearchPage((), 0)
        return self._within_words(understood, language, limit, offset)

    def _within_words(self, query: Query, language: str | None, limit: int, offset: int) -> SearchPage:
        expression = " AND ".join(_string(part) for part in query.plain.split() if len(part) >= 3)
        if not expression:
            return SearchPage((), 0)
        pattern = re.compile("|".join(re.escape(part) for part in query.plain.split() if len(part) >= 3))
        return self._page("trigrams", expression, pattern, limit, offset, language=language)

    def _page(
        self,
        index: str,
        expression: str,
        pattern: re.Pattern[str],
        limit: int,
        offset: int,
        *,
        language: str | None = None,
    ) -> SearchPage:
        """Look an expression up in one of the two indexes."""
        narrowed = (
            " AND rowid IN (SELECT page FROM page_texts WHERE instr(' ' || languages || ' ', :language))"
        )
        source = f"{index} WHERE {index} MATCH :expression{narrowed if language else ''}"
        parameters = {"expression": expression, "limit": limit, "offset": offset, "language": f" {language} "}
        total = int(self._connection.value(f"SELECT count(*) FROM {source}", parameters))
        if total == 0:
            return SearchPage((), 0)
        ranked = total <= RANKED
        order = "rank, found" if ranked else "found DESC"
        chosen = f"SELECT rowid AS found, {'rank' if ranked else '0.0'} AS rank FROM {source}"
        rows = self._connection.rows(
            "SELECT documents.id AS document_id, documents.name, pages.id AS page_id, page_index, text,"
            f" normalised, chosen.rank FROM ({chosen} ORDER BY {order} LIMIT :limit OFFSET :offset) AS"
            " chosen JOIN page_texts ON page_texts.page = chosen.found JOIN pages ON pages.number ="
            f" chosen.found JOIN documents ON documents.number = pages.document ORDER BY {order}",
            parameters,
        )
        return SearchPage(tuple(_hit(row, pattern) for row in rows), total, within_words=index == "trigrams")


def _hit(row: Row, pattern: re.Pattern[str]) -> Hit:
    number, snippet = _best_line(row["text"].split("\n"), row["normalised"].split("\n"), pattern)
    return Hit(
        document_id=row["document_id"],
        document_name=row["name"],
        page_id=row["page_id"],
        page_index=row["page_index"],
        line_number=number,
        snippet=snippet,
        rank=row["rank"],
    )


def _best_line(
    lines: list[str], normalised: list[str], pattern: re.Pattern[str]
) -> tuple[int | None, Snippet]:
    """Return the line with the most different things found, and its pieces."""
    best, most = None, 0
    for number, line in enumerate(normalised):
        found = len(set(pattern.findall(line)))
        if found > most:
            best, most = number, found
    if best is None:
        return None, ((lines[0] if lines else "", False),)
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
