"""When two people changed the same line without knowing of each other, and which of them counts.

Headquarters counts more than the field; of two copies of a library the later by the hybrid clock, then by the
device. Both versions are kept, and a person sees the conflict. Pure; no database.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.corrections import active
from headquarters.records.tables import LineCorrection

Knows = Callable[[str | None, int | None], bool]

_WHOLE = frozenset({"text", "delete"})
"""Kinds that leave the lines around as they are, so that one of them can give way to another."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two corrections that do not know of each other.

    Attributes:
        kind: ``hq-field``, ``laptops``, ``structure`` or ``undone``.
        line_id: The line that both are about.
        kept: Which holds.
        other: Which does not.
        overrules: Whether the other one is to be left out; else its effect is gone anyway.
    """

    kind: str
    line_id: str
    kept: LineCorrection
    other: LineCorrection
    overrules: bool

    def text_of(self, correction: LineCorrection) -> str:
        """Return what a correction makes of the line; empty where it takes the line away, or undoes."""
        return " | ".join(str(each["line"]["text"]) for each in correction.body["replacement"])


def clash_of(new: LineCorrection, known: Sequence[LineCorrection], knows: Knows) -> Clash | None:
    """Return what a correction from a laptop clashes with; None if with nothing.

    Args:
        new: The correction, which is not among ``known``.
        known: All other corrections of the page, in order.
        knows: Whether what a stream had at some place lies behind the laptop's entry.
    """
    standing = [each for each in known if each.standing == "in-force" and each.reading_id == new.reading_id]
    if new.about is not None:
        about = next((each for each in standing if each.id == new.about), None)
        if new.kind == "undo" and about is not None and about.by_hq and not new.by_hq:
            line_id = next(iter(about.body["targets"]), "")
            return Clash("undone", line_id, about, new, overrules=True)
        return None
    makers = {placed["id"]: each for each in active(standing) for placed in each.body["replacement"]}
    for line_id in new.body["targets"]:
        maker = makers.get(line_id)
        if maker is None or _agree(new, maker):
            continue
        if maker.by_hq and not new.by_hq:
            if new.kind in _WHOLE:
                return Clash("hq-field", line_id, maker, new, overrules=True)
            return Clash("structure", line_id, new, maker, overrules=False)
        if not maker.by_hq and not knows(maker.stream_id, maker.sequence):
            if new.kind not in _WHOLE or maker.kind not in _WHOLE:
                return Clash("structure", line_id, new, maker, overrules=False)
            later = (new.at, new.device) > (maker.at, maker.device)
            kept, other = (new, maker) if later else (maker, new)
            return Clash("laptops", line_id, kept, other, overrules=True)
    return None


def _agree(one: LineCorrection, other: LineCorrection) -> bool:
    """Return whether both make the same of their line."""
    return (
        one.kind == other.kind
        and one.kind in _WHOLE
        and [each["line"]["text"] for each in one.body["replacement"]]
        == [each["line"]["text"] for each in other.body["replacement"]]
    )
