"""Which lines of a page stand after what people corrected: the one rule, for laptops and headquarters alike.

A correction makes some lines give way to others. Undoing and redoing are corrections too, about an earlier
one. What a line is besides its id is nobody's business here: a laptop has its place on the page, headquarters
often only its text. Imports nothing of Sanduku's.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class WithId(Protocol):
    """A line that keeps its id while lines around it come and go."""

    @property
    def id(self) -> str:
        """Unique within the page's reading."""


AnyLine = TypeVar("AnyLine", bound=WithId)
AnyLine_co = TypeVar("AnyLine_co", bound=WithId, covariant=True)


class About(Protocol):
    """As much of a correction as tells whether it is undone."""

    @property
    def id(self) -> str:
        """Unique in the world."""

    @property
    def kind(self) -> str:
        """``text``, ``add``, ``delete``, ``split``, ``merge``, ``undo`` or ``redo``."""

    @property
    def about(self) -> str | None:
        """The correction that an undo or a redo is about."""


class Step(About, Protocol[AnyLine_co]):
    """As much of a correction as tells what it does to lines."""

    @property
    def targets(self) -> Sequence[str]:
        """Ids of the lines that give way."""

    @property
    def replacement(self) -> Sequence[AnyLine_co]:
        """The lines that take their place."""

    @property
    def after(self) -> str | None:
        """An added line follows the line with this id; None: it is the first."""


AnyAbout = TypeVar("AnyAbout", bound=About)


class LineGoneError(LookupError):
    """A correction needs a line that is not there, as when the correction that made it is undone."""


def active(corrections: Iterable[AnyAbout]) -> list[AnyAbout]:
    """Return those corrections that are not undone, in order, without the undoing and redoing."""
    every = list(corrections)
    undone: dict[str, bool] = {}
    for correction in every:
        if correction.about is not None:
            undone[correction.about] = correction.kind == "undo"
    return [each for each in every if each.about is None and not undone.get(each.id, False)]


def applied(lines: Sequence[AnyLine], correction: Step[AnyLine]) -> list[AnyLine]:
    """Return the lines after one correction.

    Raises:
        LineGoneError: One of the lines that it needs is not among them.
    """
    places = {line.id: place for place, line in enumerate(lines)}
    needed = (*correction.targets, *([correction.after] if correction.after is not None else []))
    if any(line_id not in places for line_id in needed):
        raise LineGoneError(correction.id)
    if correction.targets:
        start = min(places[target] for target in correction.targets)
    else:
        start = 0 if correction.after is None else places[correction.after] + 1
    gone = set(correction.targets)
    before = [line for line in lines[:start] if line.id not in gone]
    behind = [line for line in lines[start:] if line.id not in gone]
    return [*before, *correction.replacement, *behind]
