"""Writes what can be found, in the transaction of whatever changed it.

The words are those of ``engine.language``: the ones that a laptop finds. They are handed to PostgreSQL as
they are, since its own parser takes references, telephone numbers and some scripts apart in other ways.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session

from engine.language import normalise_for_search
from engine.language.queries import words_of
from headquarters.database.rows import insert_rows
from headquarters.search.tables import SearchText

MOST_WORDS = 30_000
"""Of one text; the words after these are not found."""
LONGEST_WORD = 200
"""Characters of a word by which it is found; PostgreSQL takes 2,046 bytes."""
SHORTEST_END = 3
"""Letters; what is shorter is not looked for within words."""
LONGEST_END = 40
"""Letters of a word's end that are kept: text without spaces would grow with the square of its length."""
MOST_ENDS_BYTES = 900_000
"""Of all ends of one text; PostgreSQL takes a megabyte. Later words are found as words alone."""
_LAST_PLACE = 16_383
_MOST_PLACES = 255


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that can be found.

    Attributes:
        kind: ``page``, ``name``, ``answer``, ``tag``, ``case`` or ``comment``.
        source_id: Of the page, the document, the answer and so on.
        document_id: The document that it leads to.
        page_id: The page that it leads to, if any.
        text: As a person sees it, a line a row.
    """

    kind: str
    source_id: str
    document_id: str
    page_id: str | None
    text: str


def put(session: Session, team_id: str, findables: Sequence[Findable]) -> None:
    """Make things findable, in place of what was there of them."""
    rows = [_row(team_id, each) for each in findables]
    insert_rows(session, SearchText, rows, renew=("page_id", "text", "plain", "words", "ends"))


def forget(
    session: Session, team_id: str, kind: str, source_ids: Iterable[str], *, document_id: str | None = None
) -> None:
    """Make things of one kind findable no more: everywhere, or as they lead to one document."""
    wanted = list(source_ids)
    if not wanted:
        return
    condition = [SearchText.team_id == team_id, SearchText.kind == kind, SearchText.source_id.in_(wanted)]
    if document_id is not None:
        condition.append(SearchText.document_id == document_id)
    session.execute(delete(SearchText).where(*condition))


def normalised(text: str) -> str:
    """Return a text as it is searched, a line a row."""
    return "\n".join(map(normalise_for_search, text.split("\n")))


def vector(plain: str) -> str:
    """Return the words of a normalised text with their places, as PostgreSQL writes a ``tsvector``."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words_of(plain)[:MOST_WORDS], start=1):
        known = places.setdefault(word[:LONGEST_WORD], [])
        if len(known) < _MOST_PLACES:
            known.append(min(place, _LAST_PLACE))
    return " ".join(f"'{word}':{','.join(map(str, known))}" for word, known in places.items())


def ends(plain: str) -> str:
    """Return how the words of a normalised text end (``soap``, ``oap``), in the form of a ``tsvector``."""
    made: set[str] = set()
    room = MOST_ENDS_BYTES
    for word in dict.fromkeys(words_of(plain)):
        for start in range(max(1, len(word) - SHORTEST_END + 1)):
            end = word[start : start + LONGEST_END]
            if end not in made:
                room -= len(end.encode())
                if room < 0:
                    break
                made.add(end)
    return " ".join(f"'{each}'" for each in made)


def _row(team_id: str, findable: Findable) -> dict[str, str | None]:
    plain = normalised(findable.text)
    return {
        "team_id": team_id,
        "kind": findable.kind,
        "source_id": findable.source_id,
        "document_id": findable.document_id,
        "page_id": findable.page_id,
        "text": findable.text,
        "plain": plain,
        "words": vector(plain),
        "ends": ends(plain),
    }
