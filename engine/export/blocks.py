"""Blocks of a page, and the tables among them, as export formats want them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from engine.reading import Line, page_text


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    Attributes:
        lines: Pairs of the line's number on the page, from 0, and the line.
        table: Rows of cells, each a tuple of such pairs; None for running text.
    """

    lines: tuple[tuple[int, Line], ...]
    table: tuple[tuple[tuple[tuple[int, Line], ...], ...], ...] | None

    @property
    def rows(self) -> tuple[str, ...]:
        """The text row by row, with tabs between cells."""
        return tuple(page_text(tuple(line for _, line in self.lines)).split("\n"))


def blocks_of(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the blocks of a page in reading order."""
    for _, members in groupby(enumerate(lines), key=lambda numbered: numbered[1].block):
        numbered = tuple(members)
        yield Block(numbered, _table(numbered))


def _table(
    numbered: tuple[tuple[int, Line], ...],
) -> tuple[tuple[tuple[tuple[int, Line], ...], ...], ...] | None:
    cells: dict[tuple[int, int], list[tuple[int, Line]]] = {}
    for number, line in numbered:
        if line.cell is None:
            return None
        cells.setdefault(line.cell, []).append((number, line))
    columns = 1 + max(column for _, column in cells)
    if columns < 2:
        return None
    rows = sorted({row for row, _ in cells})
    return tuple(tuple(tuple(cells.get((row, column), ())) for column in range(columns)) for row in rows)
