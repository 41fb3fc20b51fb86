"""Measures the search of headquarters over very many pages: by words, by what begins, by pieces of words."""

import random
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from benchmarks.report import Report, percentile
from benchmarks.store import Words
from engine.progress import SILENT, Progress
from headquarters.clock import SystemClock
from headquarters.database import Database
from headquarters.database.rows import insert_rows, row_of
from headquarters.opening import opened_database
from headquarters.records.tables import Document
from headquarters.search.finding import find
from headquarters.search.texts import Findable, put
from headquarters.settings import HeadquartersSettings
from headquarters.teams import add_team

LINES_A_PAGE = 20
WORDS_A_LINE = 5
_AT_ONCE = 500
_SHARES = (50, 95, 99)


def benchmark_hq_search(
    folder: Path, samples: Path, *, pages: int, queries: int = 100, progress: Progress = SILENT
) -> Report:
    """Fill a headquarters with pages of one team, and search in it.

    Args:
        folder: Empty; the database lies here.
        samples: Whose words the pages say, and many made up of their pieces.
        pages: How many, each a document of its own.
        queries: How many of each kind.
        progress: Told how far it is.
    """
    words = Words(samples)
    with opened_database(HeadquartersSettings(data=folder)) as database:
        team, kept = _filled(database, words, pages, progress)
        with database.reading() as connection:
            connection.execute(text("VACUUM ANALYZE search_texts"))
            sizes = connection.execute(
                text(
                    "SELECT pg_total_relation_size('search_texts') AS all,"
                    " pg_relation_size('ix_search_texts_ends') AS ends,"
                    " pg_relation_size('ix_search_texts_words') AS words"
                )
            ).one()
        asked = _queries(kept, queries)
        taken = {kind: [_seconds(database, team, each) for each in some] for kind, some in asked.items()}
    figures = {
        "pages": pages,
        "table_bytes": sizes.all,
        "ends_index_bytes": sizes.ends,
        "words_index_bytes": sizes.words,
        "milliseconds": {
            kind: {f"p{share}": percentile(each, share) * 1000 for share in _SHARES}
            for kind, each in taken.items()
        },
    }
    return Report(
        name=f"HQ search: {pages:,} pages",
        columns=["", "queries", *(f"p{share} ms" for share in _SHARES)],
        rows=[
            [kind, str(len(each)), *(f"{percentile(each, share) * 1000:.1f}" for share in _SHARES)]
            for kind, each in taken.items()
        ],
        figures=figures,
        notes=[
            f"Texts and indexes take {sizes.all / 1e6:,.0f} MB, that of word ends {sizes.ends / 1e6:,.0f}.",
            "From the question to the first 25 hits with their lines and the number of all; no HTTP.",
        ],
    )


def _filled(database: Database, words: Words, pages: int, progress: Progress) -> tuple[str, list[str]]:
    """Store pages; return the team, and words of some of them."""
    kept: list[str] = []
    with database.transaction() as session:
        team = add_team(session, "Search", SystemClock()).id
    for start in range(0, pages, _AT_ONCE):
        numbers = range(start, min(pages, start + _AT_ONCE))
        found = [
            Findable("page", f"p{number}", f"d{number}", f"p{number}", _page(words)) for number in numbers
        ]
        kept += found[0].text.split()[:3]
        with database.transaction() as session:
            insert_rows(session, Document, [row_of(_document(team, number)) for number in numbers])
            put(session, team, found)
        progress.update(done=numbers.stop, total=pages, label="pages stored")
    return team, kept


def _page(words: Words) -> str:
    return "\n".join(" ".join(words.word() for _ in range(WORDS_A_LINE)) for _ in range(LINES_A_PAGE))


def _document(team: str, number: int) -> Document:
    moment = datetime(2026, 11, 21, tzinfo=UTC)
    return Document(
        team_id=team,
        id=f"d{number}",
        library_id="search",
        name=f"form-{number}.jpg",
        page_count=1,
        received_at=moment,
        changed_at=moment,
    )


def _queries(kept: list[str], count: int) -> dict[str, list[str]]:
    chance = random.Random(3)  # noqa: S311 - no secret hangs on it
    long = [word for word in kept if len(word) >= 7 and word.isalpha()]
    some = [chance.choice(long) for _ in range(count)]
    return {
        "a word": [f"{word} " for word in some],
        "what begins": [word[:5] for word in some],
        "two words": [f"{one} {chance.choice(long)} " for one in some],
        "within words, 5 letters": [f"{word[2:7]} " for word in some],
        "within words, 3 letters": [f"{word[3:6]} " for word in some],
        "nowhere": [f"q{word[1:4]}xq{number} " for number, word in enumerate(some)],
    }


def _seconds(database: Database, team: str, query: str) -> float:
    began = time.perf_counter()
    with database.transaction() as session:
        find(session, team, query)
    return time.perf_counter() - began
