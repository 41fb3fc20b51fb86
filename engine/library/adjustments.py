"""How people turned and straightened pages; each page is then read anew as they want it.

The original is never altered. What was done is kept, the latest is in force. A page that is adjusted has
another key in the cache: what the same pipeline reads on it depends on the adjustment too.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from engine.canonical import canonical_json
from engine.errors import NotFoundError
from engine.geometry import Adjustment, Point, Quad
from engine.library.catalogue import page_key
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.errors import AdjustmentError
from engine.library.work import URGENT

_LEAST_SIDE = 16.0
"""Pixels; a sheet with a shorter side holds no line of text."""


@dataclass(frozen=True, slots=True)
class PageAdjustment:
    """What somebody did to a page.

    Attributes:
        id: Unique in the world.
        page_id: The page.
        adjustment: What is wanted; an empty one leaves all to the pipeline again.
        author: Who wants it.
        made_at: ISO 8601, UTC.
    """

    id: str
    page_id: str
    adjustment: Adjustment
    author: str
    made_at: str


class Adjustments:
    """Turns and straightens pages."""

    def __init__(
        self,
        connection: Connection,
        changes: Changes,
        *,
        clock: Clock,
        new_id: Callable[[], str],
        author: str,
    ) -> None:
        """Work on an open library; ``author`` is who does it."""
        self._connection = connection
        self._changes = changes
        self._clock = clock
        self._new_id = new_id
        self._author = author

    def of_page(self, page_id: str) -> Adjustment:
        """Return the adjustment in force, an empty one if there is none; raises NotFoundError."""
        history = self.history(page_id)
        return history[-1].adjustment if history else Adjustment()

    def history(self, page_id: str) -> list[PageAdjustment]:
        """Return all adjustments of a page in the order in which they were made; raises NotFoundError."""
        rows = self._connection.rows(
            "SELECT page_adjustments.*, pages.id AS page_id FROM page_adjustments"
            " JOIN pages ON pages.number = page WHERE page = ? ORDER BY page_adjustments.number",
            (self._page(page_id)["number"],),
        )
        return [
            PageAdjustment(
                row["id"],
                row["page_id"],
                adjustment_of(row["quarter_turns"], row["corners"]),
                row["author"],
                row["made_at"],
            )
            for row in rows
        ]

    def set(self, page_id: str, adjustment: Adjustment) -> PageAdjustment | None:
        """Adjust a page and have it read anew, before everything else that waits.

        What stands on the page stays until then; corrections are carried over to the new reading. A worker
        that reads the page at this moment loses it.

        Args:
            page_id: The page.
            adjustment: What is wanted; an empty one leaves all to the pipeline again.

        Returns:
            What was recorded; None if the page is adjusted just so already.

        Raises:
            NotFoundError: There is no such page.
            AdjustmentError: The corners are not those of a sheet.
        """
        _check(adjustment)
        with self._connection.transaction():
            page = self._page(page_id)
            if self.of_page(page_id) == adjustment:
                return None
            made = PageAdjustment(
                self._new_id(), page_id, adjustment, self._author, timestamp(self._clock.now())
            )
            corners = _corners_json(adjustment)
            self._connection.run(
                "INSERT INTO page_adjustments (id, page, quarter_turns, corners, author, made_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    made.id,
                    page["number"],
                    adjustment.quarter_turns,
                    None if corners is None else json.dumps(corners),
                    made.author,
                    made.made_at,
                ),
            )
            key = page_key(page["sha256"], page["page_index"]) + key_suffix(adjustment)
            self._connection.run("UPDATE pages SET page_key = ? WHERE number = ?", (key, page["number"]))
            self._read_anew(page["number"], made.made_at)
            self._changes.record(
                "page",
                page_id,
                "adjusted",
                {"quarter_turns": adjustment.quarter_turns, "corners": corners, "made_at": made.made_at},
                author=self._author,
                document_id=page["document_id"],
            )
        return made

    def _read_anew(self, page: int, moment: str) -> None:
        # A worker that has the page in hand finds its claim void: what it reads is no longer wanted.
        self._connection.run(
            "UPDATE jobs SET state = 'queued', owner = NULL, lease_seconds = NULL, lease_until = NULL,"
            " cancel_requested = 0, attempts = 0, errors = 0, crashes = 0, not_before = 0, error_code = NULL,"
            " error_message = NULL, error_remedy = NULL, finished_at = NULL, queued_at = :moment,"
            " priority = max(priority, :priority) WHERE page = :page AND task = 'read'",
            {"moment": moment, "priority": URGENT, "page": page},
        )
        # Boxes are places on a page image that is about to be replaced.
        self._connection.run("DELETE FROM jobs WHERE page = ? AND task = 'read-region'", (page,))

    def _page(self, page_id: str) -> Row:
        row = self._connection.row(
            "SELECT pages.number, page_index, sha256, documents.id AS document_id FROM pages"
            " JOIN documents ON documents.number = pages.document WHERE pages.id = ?",
            (page_id,),
        )
        if row is None:
            raise NotFoundError("There is no such page.", which=page_id)
        return row


def adjustment_of(quarter_turns: int | None, corners: str | None) -> Adjustment:
    """Make an adjustment from how it is stored."""
    if corners is None:
        return Adjustment(quarter_turns)
    a, b, c, d = ((x, y) for x, y in json.loads(corners))
    return Adjustment(quarter_turns, Quad(a, b, c, d))


def key_suffix(adjustment: Adjustment) -> str:
    """Return what an adjustment adds to the key of a page in the cache."""
    if adjustment.is_empty:
        return ""
    facts = {"quarter_turns": adjustment.quarter_turns, "corners": _corners_json(adjustment)}
    return f"/{hashlib.sha256(canonical_json(facts).encode()).hexdigest()[:16]}"


def _corners_json(adjustment: Adjustment) -> list[list[float]] | None:
    return None if adjustment.corners is None else [[x, y] for x, y in adjustment.corners.points]


def _check(adjustment: Adjustment) -> None:
    if adjustment.quarter_turns is not None and adjustment.quarter_turns not in range(4):
        raise ValueError("a page is turned by 0 to 3 quarter turns")
    if adjustment.corners is not None and not _is_sheet(adjustment.corners.points):
        raise AdjustmentError(
            "These four corners cannot be those of a sheet of paper.",
            remedy="Drag each corner to a corner of the sheet, so that no two sides cross.",
        )


def _is_sheet(points: tuple[Point, Point, Point, Point]) -> bool:
    """Return whether corners go round one way, bulge everywhere outwards, and are apart from each other.

    In a photo that the file holds mirrored they go round the other way.
    """
    turns = []
    for before, corner, after in zip((points[-1], *points), points, (*points[1:], points[0]), strict=False):
        first = (corner[0] - before[0], corner[1] - before[1])
        second = (after[0] - corner[0], after[1] - corner[1])
        turns.append(first[0] * second[1] - first[1] * second[0])
        if not first[0] ** 2 + first[1] ** 2 >= _LEAST_SIDE**2:
            return False
    return all(turn > 0 for turn in turns) or all(turn < 0 for turn in turns)
