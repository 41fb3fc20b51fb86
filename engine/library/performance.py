"""How much is in a library, how quickly pages were read and what kinds of errors there were; never whose."""

import json
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from engine.library.connection import Connection

LATEST = 300
"""Readings that are looked at for their times."""
_COUNTED = ("documents", "pages", "readings", "corrections", "answers", "jobs", "changes")


@dataclass(frozen=True, slots=True)
class Performance:
    """Figures of a library.

    Attributes:
        counts: Rows of each table.
        jobs: Jobs by their state.
        errors: Jobs by the code of their error.
        stages: Mean seconds of each stage, over the latest readings.
        pages_per_minute: At which the latest readings were made, pauses left out; 0 if too few are known.
    """

    counts: dict[str, int]
    jobs: dict[str, int]
    errors: dict[str, int]
    stages: dict[str, float]
    pages_per_minute: float


def performance_of(connection: Connection) -> Performance:
    """Return the figures of a library."""
    rows = connection.rows("SELECT body, made_at FROM readings ORDER BY number DESC LIMIT ?", (LATEST,))
    stages: Counter[str] = Counter()
    for row in rows:
        stages.update(json.loads(zlib.decompress(row["body"])).get("seconds", {}))
    states = connection.rows("SELECT state, count(*) AS count FROM jobs GROUP BY state")
    errors = connection.rows(
        "SELECT error_code, count(*) AS count FROM jobs WHERE error_code IS NOT NULL GROUP BY error_code"
    )
    return Performance(
        counts={table: int(connection.value(f"SELECT count(*) FROM {table}")) for table in _COUNTED},
        jobs={row["state"]: row["count"] for row in states},
        errors={row["error_code"]: row["count"] for row in errors},
        stages={name: seconds / len(rows) for name, seconds in stages.items()},
        pages_per_minute=_pace([row["made_at"] for row in rows]),
    )


def _pace(moments: list[str]) -> float:
    """Return pages per minute; a gap of more than two minutes is a pause."""
    times = sorted(datetime.fromisoformat(each).timestamp() for each in moments)
    gaps = [after - before for before, after in pairwise(times) if after - before < 120]
    return 60 * len(gaps) / sum(gaps) if gaps and sum(gaps) > 0 else 0.0
