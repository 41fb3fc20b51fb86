"""Lays tables out so that they fit the terminal: no word is broken, and nothing that tells rows apart is cut.

Where there is too little room, sentences go on in further lines, names are shortened in their middle, where
they differ least, and the columns that can best be missed are left out. Knows nothing of what the rows mean
but the heads of their columns.
"""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.table import Table

NAMES = frozenset(("name", "document", "file"))
SENTENCES = frozenset(("finding", "problem", "what is wrong", "what to do", "what it is"))
LEAST_OF_NAME = 16
LEAST_OF_SENTENCE = 24
GAP = 2
DISPENSABLE = ("added", "put away", "languages", "default", "priority", "least sure", "pages")
"""Columns that are left out where there is no room, the first of them first."""


def drawn_table(columns: Sequence[str], rows: Sequence[Sequence[str]], console: Console) -> Table:
    """Return a table that fits a terminal.

    Args:
        columns: Their heads.
        rows: Their cells, without anything that steers a terminal.
        console: The terminal.
    """
    kept = _columns_that_fit(columns, rows, console.width)
    natural = {place: _natural(columns[place], [row[place] for row in rows]) for place in kept}
    flexible = [place for place in kept if columns[place] in NAMES | SENTENCES]
    rest = console.width - sum(natural[place] + GAP for place in kept if place not in flexible)
    room = _shared_out(rest - GAP * len(flexible), [natural[place] for place in flexible])
    widths = dict(zip(flexible, room, strict=True))
    drawn = Table(box=None, header_style="bold", pad_edge=False)
    for place in kept:
        drawn.add_column(
            columns[place], overflow="fold", no_wrap=place not in flexible, max_width=widths.get(place)
        )
    for row in rows:
        cells = [
            shortened(row[place], widths[place]) if columns[place] in NAMES else row[place] for place in kept
        ]
        drawn.add_row(*map(escape, cells))
    return drawn


def shortened(text: str, width: int) -> str:
    """Return a name with its middle left out if it is wider than so many columns."""
    if cell_len(text) <= width:
        return text
    head, tail = "", ""
    for first, last in zip(text, reversed(text), strict=True):
        if cell_len(head + first + tail) + 1 > width:
            break
        head += first
        if cell_len(head + last + tail) + 1 > width:
            break
        tail = last + tail
    return f"{head}…{tail}"


def _natural(column: str, cells: Sequence[str]) -> int:
    return max((cell_len(each) for each in (column, *cells)), default=0)


def _columns_that_fit(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the places of the columns to be shown, in their order."""
    least = []
    for place, column in enumerate(columns):
        bound = LEAST_OF_NAME if column in NAMES else LEAST_OF_SENTENCE if column in SENTENCES else width
        least.append(min(_natural(column, [row[place] for row in rows]), bound) + GAP)
    kept = list(range(len(columns)))
    for column in DISPENSABLE:
        if sum(least[place] for place in kept) <= width:
            break
        kept = [place for place in kept if columns[place] != column]
    return kept


def _shared_out(room: int, wanted: Sequence[int]) -> list[int]:
    """Share room out among columns: each gets what it wants, or an equal part of what the others leave."""
    given = [0] * len(wanted)
    left = max(room, len(wanted))
    for count, place in enumerate(sorted(range(len(wanted)), key=lambda each: wanted[each])):
        given[place] = max(1, min(wanted[place], left // (len(wanted) - count)))
        left -= given[place]
    return given
