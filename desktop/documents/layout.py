"""Which columns the table shows, how wide and in what order; and which give way where there is no room."""

import json
from dataclasses import dataclass, field
from typing import Any

from desktop.documents.columns import COLUMNS, NAME

LEAST_NAME = 15
"""Heights of a line that the names have at least."""

LEAST, MOST = 3.0, 40.0
"""Widths that a column can be given, in heights of a line."""


@dataclass(slots=True)
class TableLayout:
    """What a person chose; sizes are in heights of a line, so that they fit every size of text.

    Attributes:
        order: Places of the columns in ``COLUMNS``, as they stand.
        shown: Which of them are wanted.
        widths: Name of a column -> its width.
    """

    order: list[int] = field(default_factory=lambda: list(range(len(COLUMNS))))
    shown: set[str] = field(default_factory=lambda: {column.name for column in COLUMNS if column.shown})
    widths: dict[str, float] = field(default_factory=dict)

    def width(self, place: int) -> float:
        """Return how wide a column is."""
        return self.widths.get(COLUMNS[place].name, COLUMNS[place].width)

    def fitting(self, room: float) -> list[int]:
        """Return which of the wanted columns there is room for; the least important go first.

        Args:
            room: Width of the table in heights of a line.
        """
        rest = room - LEAST_NAME
        fits = {NAME}
        wanted = [place for place in self.order if place != NAME and COLUMNS[place].name in self.shown]
        for place in sorted(wanted, key=lambda place: COLUMNS[place].weight):
            if self.width(place) > rest:
                break
            rest -= self.width(place)
            fits.add(place)
        return [place for place in self.order if place in fits]

    def show(self, name: str, *, wanted: bool) -> None:
        """Show a column, or do not."""
        (self.shown.add if wanted else self.shown.discard)(name)

    def to_text(self) -> str:
        """Return it for keeping."""
        order = [COLUMNS[place].name for place in self.order]
        return json.dumps({"order": order, "shown": sorted(self.shown), "widths": self.widths})

    @classmethod
    def from_text(cls, text: str) -> "TableLayout":
        """Make it from what was kept; what cannot be understood, or is new since, is as it comes."""
        made = cls()
        try:
            data: Any = json.loads(text)
        except ValueError:
            return made
        if not isinstance(data, dict):
            return made
        places = {column.name: place for place, column in enumerate(COLUMNS)}
        order, shown, widths = (data.get(name) for name in ("order", "shown", "widths"))
        if isinstance(order, list) and isinstance(shown, list):
            known = [places[name] for name in dict.fromkeys(map(str, order)) if name in places]
            new = [place for place in made.order if place not in known]
            made.order = known + new
            made.shown = {str(name) for name in shown if str(name) in places}
            made.shown |= {COLUMNS[place].name for place in new if COLUMNS[place].shown}
        made.shown.add(COLUMNS[NAME].name)
        if isinstance(widths, dict):
            made.widths = {
                name: max(LEAST, min(MOST, float(width)))
                for name, width in widths.items()
                if name in places and isinstance(width, int | float) and width == width
            }
        return made
