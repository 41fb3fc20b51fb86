"""What people change in a reading, and the lines that result.

The model's lines are never altered. A correction makes some lines give way to others; the lines in force are
those of the model with all corrections applied that are not undone, in order. Undoing and redoing append a
correction too, so the history is whole and an undo works across sessions. Pure functions; no database.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.corrections import LineGoneError, active, applied
from engine.geometry import Quad
from engine.language import guess_language, script_of
from engine.library.errors import CorrectionConflictError
from engine.reading import Line, line_from_json, line_to_json

PERSON = "person"
"""What a corrected line names as its engine."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and the id that it keeps while lines around it come and go.

    A model's line has its number for an id; a corrected one keeps its own, and one that a person added has a
    new one.
    """

    id: str
    line: Line


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a person did to a reading.

    Attributes:
        id: Unique in the world.
        reading_id: The reading that it was made on.
        kind: ``text``, ``add``, ``delete``, ``split``, ``merge``, ``undo`` or ``redo``.
        targets: Ids of the lines that give way.
        replacement: The lines that take their place.
        previous: The lines as they were before.
        after: An added line follows the line with this id; None: it is the first.
        about: The correction that an undo or a redo is about.
        carried_from: The correction on an earlier reading of the page that this one repeats.
        author: Who did it.
        made_at: ISO 8601, UTC.
    """

    id: str
    reading_id: str
    kind: str
    targets: tuple[str, ...]
    replacement: tuple[PlacedLine, ...]
    previous: tuple[PlacedLine, ...]
    after: str | None
    about: str | None
    carried_from: str | None
    author: str
    made_at: str


def lines_in_force(model: Sequence[Line], corrections: Iterable[Correction]) -> tuple[PlacedLine, ...]:
    """Return the lines of a page after all corrections that are not undone.

    Raises:
        CorrectionConflictError: A correction needs a line that an undone one made.
    """
    lines = [PlacedLine(str(number), line) for number, line in enumerate(model)]
    for correction in active(corrections):
        try:
            lines = applied(lines, correction)
        except LineGoneError:
            raise CorrectionConflictError(
                "A later correction builds on this one.",
                which=correction.id,
                remedy="Undo the later correction first.",
            ) from None
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class UndoState:
    """What the next undo and the next redo are about.

    Attributes:
        undo: The correction that would be undone; None if there is none.
        redo: The correction that would be applied again; None if there is none.
    """

    undo: Correction | None
    redo: Correction | None


def undo_state(corrections: Iterable[Correction]) -> UndoState:
    """Return what undo and redo are about after a history, as a person at the keyboard expects it.

    Undo takes back what was done or redone last; redo does again what was undone last, until something new
    is done.
    """
    done: list[Correction] = []
    undone: list[Correction] = []
    by_id = {}
    for correction in corrections:
        by_id[correction.id] = correction
        if correction.about is None:
            done.append(correction)
            undone.clear()
        elif correction.kind == "undo":
            done.remove(by_id[correction.about])
            undone.append(by_id[correction.about])
        else:
            # What was undone before the latest correction is out of redo's reach; by itself it can be redone.
            undone = [each for each in undone if each.id != correction.about]
            done.append(by_id[correction.about])
    return UndoState(done[-1] if done else None, undone[-1] if undone else None)


def makers(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """Return, for the id of each line that a person ever made, the correction that made it as it stands."""
    return {placed.id: each for each in active(corrections) for placed in each.replacement}


def model_texts(model: Sequence[Line], corrections: Iterable[Correction]) -> dict[str, str]:
    """Return, for the id of each line that a person ever made, what the model had read in its place.

    Corrections of corrections, split and merged lines lead back to the model's own lines, whose texts are
    joined by a space. For a line that a person added it is the empty text.
    """
    sources: dict[str, frozenset[int]] = {str(number): frozenset({number}) for number in range(len(model))}
    made: dict[str, str] = {}
    for correction in active(corrections):
        behind = frozenset[int]().union(*(sources[target] for target in correction.targets))
        text = " ".join(model[number].text for number in sorted(behind))
        for placed in correction.replacement:
            sources[placed.id] = behind
            made[placed.id] = text
    return made


def corrected(line: Line, text: str) -> Line:
    """Return a line as a person says that it reads: their text in the same place, beyond doubt.

    The words and alternatives go, because they belong to the text that was wrong.
    """
    script = script_of(text)
    return replace(
        line,
        text=text,
        confidence=1.0,
        script=script,
        language=guess_language(text, script) if line.language == "und" else line.language,
        engine=PERSON,
        alternatives=(),
        words=(),
        doubts=(),
    )


def confirmed(line: Line) -> Line:
    """Return a line that a person says is right as it is: theirs and beyond doubt, words and all."""
    return replace(line, confidence=1.0, engine=PERSON, doubts=())


def added(text: str, quad: Quad, neighbour: Line | None) -> Line:
    """Return a line that the model missed and a person added, in the block of its neighbour."""
    script = script_of(text)
    return Line(
        text,
        quad,
        confidence=1.0,
        script=script,
        engine=PERSON,
        language=guess_language(text, script),
        block=neighbour.block if neighbour else 0,
    )


def placed_to_json(lines: Iterable[PlacedLine]) -> list[dict[str, Any]]:
    """Return placed lines as plain JSON values."""
    return [{"id": placed.id, "line": line_to_json(placed.line)} for placed in lines]


def placed_from_json(data: list[dict[str, Any]]) -> tuple[PlacedLine, ...]:
    """Make placed lines from what :func:`placed_to_json` gave."""
    return tuple(PlacedLine(item["id"], line_from_json(item["line"])) for item in data)


def correction_to_json(correction: Correction) -> dict[str, Any]:
    """Return a correction as plain JSON values, losslessly."""
    return {
        "id": correction.id,
        "reading_id": correction.reading_id,
        "kind": correction.kind,
        "targets": list(correction.targets),
        "replacement": placed_to_json(correction.replacement),
        "previous": placed_to_json(correction.previous),
        "after": correction.after,
        "about": correction.about,
        "carried_from": correction.carried_from,
        "author": correction.author,
        "made_at": correction.made_at,
    }


def correction_from_row(row: Mapping[str, Any]) -> Correction:
    """Make a correction from a row of its table, with the ids of what it refers to."""
    return Correction(
        id=row["id"],
        reading_id=row["reading_id"],
        kind=row["kind"],
        targets=tuple(json.loads(row["targets"])),
        replacement=placed_from_json(json.loads(row["replacement"])),
        previous=placed_from_json(json.loads(row["previous"])),
        after=row["after"],
        about=row["about_id"],
        carried_from=row["origin_id"],
        author=row["author"],
        made_at=row["made_at"],
    )
