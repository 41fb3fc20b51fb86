"""Carries a person's corrections over when a page is read anew.

A correction is never lost. A corrected line is found again by its place on the paper and given its text anew.
If no line of the new reading stands there, the person's line is added in its place with the doubt
``correction-to-review``, for a person to settle. A deleted line stays deleted if the same text stands in the
same place. Pure functions; no database.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.corrections import active
from engine.geometry import Quad, Transform
from engine.library.corrections import Correction, PlacedLine, model_texts
from engine.reading import Line, Reading

TO_REVIEW = "correction-to-review"
_SAME_PLACE = 0.4
"""Intersection over union from which two lines are taken for the same one."""
_INSIDE = 0.6
"""Part of a new line within a corrected one from which it is taken for a part of that."""
_UNSURE = 0.5
"""Confidence of a person's line whose place is no longer sure."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Carried:
    """A correction to be made on the new reading.

    Attributes:
        kind: ``text``, ``merge``, ``split``, ``add`` or ``delete``.
        targets: Ids of new lines that give way.
        line: What takes their place; None for a deletion.
        rest: The further parts of a line that is split.
        after: Id of the new line that an added one follows.
        origin: The correction that it repeats.
    """

    kind: str
    targets: tuple[str, ...]
    line: Line | None
    after: str | None
    origin: Correction
    rest: tuple[Line, ...] = ()


def carry_over(
    old: Reading,
    old_lines: Sequence[PlacedLine],
    corrections: Iterable[Correction],
    new: Reading,
    new_lines: Sequence[PlacedLine],
) -> list[Carried]:
    """Return the corrections to make on a new reading of a page so that nothing a person did is lost.

    Args:
        old: The reading that was in force, as the model made it.
        old_lines: Its lines in force.
        corrections: All corrections of it.
        new: The new reading.
        new_lines: Its lines in force.
    """
    standing = active(corrections)
    maker = {placed.id: correction for correction in standing for placed in correction.replacement}
    was_read = model_texts(old.lines, standing)
    move = _between(old, new)
    taken: set[str] = set()
    carried = _split_alike(old_lines, maker, move, new_lines)
    taken.update(target for step in carried for target in step.targets)
    alike = {step.origin.id for step in carried}
    for placed in old_lines:
        if placed.id in maker and maker[placed.id].id not in alike:
            line = replace(placed.line, quad=move.apply_quad(placed.line.quad))
            free = [each for each in new_lines if each.id not in taken]
            step = _replaced(line, maker[placed.id], free, alone=not was_read[placed.id])
            if step is not None:
                taken.update(step.targets)
                carried.append(step)
    for correction in standing:
        for placed in correction.previous if correction.kind == "delete" else ():
            text = was_read.get(placed.id, placed.line.text)
            box = move.apply_quad(placed.line.quad).bounds
            for candidate in new_lines:
                same = _overlap(box, candidate.line.quad.bounds) >= _SAME_PLACE
                if same and candidate.line.text == text and candidate.id not in taken:
                    taken.add(candidate.id)
                    carried.append(Carried("delete", (candidate.id,), None, None, correction))
                    break
    return carried


def _split_alike(
    old_lines: Sequence[PlacedLine],
    maker: dict[str, Correction],
    move: Transform,
    new_lines: Sequence[PlacedLine],
) -> list[Carried]:
    """Split those lines again that were split and nothing else, and that read the same in the same place."""
    steps = []
    for origin in dict.fromkeys(maker[placed.id].id for placed in old_lines if placed.id in maker):
        parts = [placed for placed in old_lines if placed.id in maker and maker[placed.id].id == origin]
        split = maker[parts[0].id]
        if split.kind != "split" or len(parts) != len(split.replacement):
            continue
        whole = split.previous[0].line
        box = move.apply_quad(whole.quad).bounds
        for placed in new_lines:
            if placed.line.text == whole.text and _overlap(box, placed.line.quad.bounds) >= _SAME_PLACE:
                first, *rest = (replace(part.line, quad=move.apply_quad(part.line.quad)) for part in parts)
                steps.append(Carried("split", (placed.id,), first, None, split, tuple(rest)))
                break
    return steps


def _replaced(
    line: Line, origin: Correction, candidates: Sequence[PlacedLine], *, alone: bool
) -> Carried | None:
    """Find what a person's line replaces among the new lines; None if it already stands there.

    Args:
        line: Moved to the new page.
        origin: The correction that made it.
        candidates: New lines that nothing has replaced yet.
        alone: Whether the old model had read nothing there either; then it is no less sure than before.
    """
    box = line.quad.bounds
    same = [placed for placed in candidates if _overlap(box, placed.line.quad.bounds) >= _SAME_PLACE]
    parts = [placed for placed in candidates if _inside(placed.line.quad.bounds, box) >= _INSIDE]
    targets = parts if len(parts) > 1 else same[:1] or parts
    if len(targets) == 1 and targets[0].line.text == line.text and targets[0].line.engine == line.engine:
        return None
    if targets:
        found = targets[0].line
        quad = found.quad if len(targets) == 1 else line.quad
        settled = replace(line, quad=quad, block=found.block, cell=found.cell)
        kind = "text" if len(targets) == 1 else "merge"
        return Carried(kind, tuple(placed.id for placed in targets), settled, None, origin)
    above = [placed for placed in candidates if placed.line.quad.center[1] <= line.quad.center[1]]
    nearest = max(above, key=lambda placed: placed.line.quad.center[1], default=None)
    added = replace(line, block=nearest.line.block if nearest else 0, cell=None)
    if not alone:
        added = replace(
            added,
            confidence=min(line.confidence, _UNSURE),
            doubts=(*(doubt for doubt in line.doubts if doubt != TO_REVIEW), TO_REVIEW),
        )
    return Carried("add", (), added, nearest.id if nearest else None, origin)


def _between(old: Reading, new: Reading) -> Transform:
    """Return the map from the upright page of one reading to that of another, through the file's pixels.

    A PDF page rendered at another resolution has other pixels of its own; these differ by one factor.
    """
    old_size, new_size = _size_in_source(old), _size_in_source(new)
    ratio_x, ratio_y = new_size[0] / old_size[0], new_size[1] / old_size[1]
    same_shape = abs(ratio_x / ratio_y - 1) < 0.02
    scale = Transform.scaling(ratio_x, ratio_y) if same_shape else Transform.identity()
    return old.to_source.then(scale).then(new.to_source.inverse())


def _size_in_source(reading: Reading) -> tuple[float, float]:
    page = Quad.from_box(0, 0, reading.width, reading.height).as_array()
    width, height = np.maximum(np.ptp(reading.to_source.apply(page), axis=0), 1e-6)
    return float(width), float(height)


def _shared(a: Box, b: Box) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return max(0.0, width) * max(0.0, height)


def _area(box: Box) -> float:
    return max((box[2] - box[0]) * (box[3] - box[1]), 1e-9)


def _overlap(a: Box, b: Box) -> float:
    shared = _shared(a, b)
    return shared / (_area(a) + _area(b) - shared)


def _inside(part: Box, whole: Box) -> float:
    return _shared(part, whole) / _area(part)
