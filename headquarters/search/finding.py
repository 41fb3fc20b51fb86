"""Finds records within a team: by words, and where no text has them as words, by pieces of words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from engine.language import normalise_for_search
from engine.language.queries import TypedQuery
from headquarters.records.tables import Document, Page
from headquarters.search.tables import SearchText
from headquarters.search.texts import LONGEST_END, LONGEST_WORD, SHORTEST_END

MOST_RANKED = 1000
"""Hits that are put in order by how well they fit."""
MOST_PIECES = 12
"""Words of one query that are looked for within words."""

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of the original line, each with whether it was found; joined they give the line."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found.

    Attributes:
        document_id: The document that it leads to.
        document_name: Its name.
        kind: What has it: ``page``, ``name``, ``answer``, ``tag``, ``case`` or ``comment``.
        page_index: The page that it leads to, from 0; None if it is of no page.
        snippet: The line that has it.
    """

    document_id: str
    document_name: str
    kind: str
    page_index: int | None
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class FoundPage:
    """One screen of what was found.

    Attributes:
        found: The best first; of very many, and of those within longer words, the newest.
        total: How many there are in all.
        within_words: Whether it was found within longer words alone.
    """

    found: tuple[Found, ...]
    total: int
    within_words: bool = False


def find(session: Session, team_id: str, query: str, *, limit: int = 25, offset: int = 0) -> FoundPage:
    """Find records outside the trash; no input is an error.

    Args:
        session: Of the database.
        team_id: Whose records.
        query: As a person types it, see ``engine.language.queries``.
        limit: At most so many.
        offset: Leave out so many of the best.
    """
    understood = TypedQuery.parse(query[:1000])
    expression = tsquery(understood)
    if not expression:
        return FoundPage((), 0)
    asked = cast(bindparam("asked", expression), TSQUERY)
    rank = func.ts_rank(SearchText.words, asked)
    found = _found(
        session, team_id, [SearchText.words.op("@@")(asked)], rank, understood.pattern, (limit, offset)
    )
    pieces = [word for phrase in understood.wanted for word in phrase]
    too_short = any(len(word) < SHORTEST_END for word in pieces)
    # Words in quotes must stand together, which pieces of words cannot.
    if found.total or too_short or len(pieces) > MOST_PIECES or '"' in query:
        return found
    # A piece of a word is how one of its ends begins.
    ends = " & ".join(f"'{word[:LONGEST_END]}':*" for word in dict.fromkeys(pieces))
    within: list[ColumnElement[bool]] = [SearchText.ends.op("@@")(cast(bindparam("ends", ends), TSQUERY))]
    within += [SearchText.plain.contains(word, autoescape=True) for word in pieces if len(word) > LONGEST_END]
    within += [
        ~SearchText.plain.contains(" ".join(phrase), autoescape=True) for phrase in understood.unwanted
    ]
    pattern = re.compile("|".join(map(re.escape, pieces)))
    inside = _found(session, team_id, within, None, pattern, (limit, offset))
    return FoundPage(inside.found, inside.total, within_words=inside.total > 0)


def tsquery(query: TypedQuery) -> str:
    """Return a query as PostgreSQL writes a ``tsquery``; empty if no word is wanted."""
    if not query.wanted:
        return ""
    parts = [_phrase(phrase) for phrase in query.wanted]
    if query.prefix:
        parts[-1] += ":*"
    parts = [f"({part})" for part in parts] + [f"!({_phrase(phrase)})" for phrase in query.unwanted]
    return " & ".join(parts)


def _phrase(words: Sequence[str]) -> str:
    return " <-> ".join(f"'{word[:LONGEST_WORD]}'" for word in words)


def _found(
    session: Session,
    team_id: str,
    conditions: Sequence[ColumnElement[bool]],
    rank: ColumnElement[float] | None,
    pattern: re.Pattern[str],
    part: tuple[int, int],
) -> FoundPage:
    meant = [
        SearchText.team_id == team_id,
        Document.erased_at.is_(None),
        Document.trashed.is_(False),
        *conditions,
    ]
    joined = select(SearchText).join(
        Document,
        (Document.team_id == SearchText.team_id) & (Document.id == SearchText.document_id),
    )
    total = session.scalar(joined.with_only_columns(func.count()).where(*meant)) or 0
    if not total:
        return FoundPage((), 0)
    # To rank, all that was found must be read; of so much the newest is as good a beginning.
    best = [] if rank is None or total > MOST_RANKED else [rank.desc()]
    rows = session.execute(
        joined.outerjoin(Page, (Page.team_id == SearchText.team_id) & (Page.id == SearchText.page_id))
        .with_only_columns(
            SearchText.document_id, SearchText.kind, SearchText.text, Document.name, Page.page_index
        )
        .where(*meant)
        # What is found twice as well comes after the newer; the rest makes the order of pages the same each
        # time.
        .order_by(*best, Document.number.desc(), Page.page_index, SearchText.kind, SearchText.source_id)
        .limit(part[0])
        .offset(part[1])
    )
    return FoundPage(
        tuple(
            Found(row.document_id, row.name, row.kind, row.page_index, snippet(row.text, pattern))
            for row in rows
        ),
        total,
    )


_WIDTH = 160
"""Characters of a line that are shown."""


def snippet(text: str, pattern: re.Pattern[str]) -> Snippet:
    """Return the line of a text that has most of what is wanted, with that marked."""
    lines = text.split("\n")
    best = max(lines, key=lambda line: len(pattern.findall(normalise_for_search(line))), default="")
    words = re.split(r"(\s+)", best)
    found = [bool(word.strip()) and bool(pattern.search(normalise_for_search(word))) for word in words]
    first = next((place for place, hit in enumerate(found) if hit), 0)
    start = max(0, first - 12)
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    length = 0
    for word, hit in zip(words[start:], found[start:], strict=True):
        if length > _WIDTH:
            pieces.append(("…", False))
            break
        length += len(word)
        pieces.append((word[:_WIDTH], hit))
    return tuple(pieces)
