"""The lines of a page as the check view shows them: values made of a stored reading. Knows no widget."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from desktop.check.canvas.looks import BoxLook, Level
from desktop.check.doubts import is_doubtful, reasons
from engine.geometry import Quad
from engine.language import is_right_to_left, script_of
from engine.library import PERSON, LineDraft, StoredReading
from engine.reading import Line

MOST_ALTERNATIVES = 3
_NEW = "new:"
"""How the names begin under which the texts of lines that are being added are kept."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the page.

    Attributes:
        id: As the library names it, or see :func:`name_for_new`.
        line: As it stands.
        level: How far it can be relied on.
        reasons: Names of its doubts.
        model_text: What the machine had read in place of what a person wrote; None if that is what stands.
        alternatives: What else was read, best first.
        author: Who made it so; empty for the machine.
        draft: What somebody was typing here and did not finish; None for nothing.
        right_to_left: Whether the text runs from right to left.
    """

    id: str
    line: Line
    level: Level
    reasons: tuple[str, ...] = ()
    model_text: str | None = None
    alternatives: tuple[str, ...] = ()
    author: str = ""
    draft: str | None = None
    right_to_left: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it is about to be added, and in no library yet."""
        return is_new(self.id)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.line.text

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.level in (Level.DOUBTFUL, Level.UNREAD)

    @property
    def look(self) -> BoxLook:
        """How it is drawn on the page."""
        return BoxLook(self.line.quad, self.text, self.level, self.right_to_left)


def rows_of(stored: StoredReading, threshold: float, drafts: Iterable[LineDraft] = ()) -> tuple[LineRow, ...]:
    """Return the rows of a page, in reading order.

    Args:
        stored: What stands on the page.
        threshold: Confidence below which a line is doubtful.
        drafts: What was typed and not finished; those that do not fit this reading are left out.
    """
    typed = {draft.line_id: draft.text for draft in drafts if draft.fits}
    rows = []
    for place, (line_id, line) in enumerate(zip(stored.line_ids, stored.reading.lines, strict=True)):
        maker, model_text = stored.makers[place], stored.model_texts[place]
        draft = typed.get(line_id)
        rows.append(
            LineRow(
                id=line_id,
                line=line,
                level=_level(line, model_text, threshold, made=maker is not None),
                reasons=reasons(line, threshold),
                model_text=None if model_text == line.text else model_text,
                alternatives=_alternatives(line),
                author="" if maker is None else maker.author,
                draft=None if draft == line.text else draft,
                right_to_left=runs_right_to_left(line.text, line.script),
            )
        )
    return tuple(rows)


def is_new(line_id: str | None) -> bool:
    """Return whether a name is that of a line which is about to be added."""
    return line_id is not None and line_id.startswith(_NEW)


def name_for_new(drafts: Iterable[LineDraft]) -> str:
    """Return a name for a line that is about to be added; none of another that was begun and not finished."""
    taken = {draft.line_id for draft in drafts}
    return next(name for number in count(1) if (name := f"{_NEW}{number}") not in taken)


def new_row(quad: Quad, name: str) -> LineRow:
    """Return the row of a line that a person is about to add."""
    line = Line("", quad, confidence=1.0, script="Zyyy", engine=PERSON)
    return LineRow(name, line, Level.CORRECTED)


def runs_right_to_left(text: str, script: str) -> bool:
    """Return whether a text runs from right to left; one without letters does as its line's script does."""
    own = script_of(text)
    return is_right_to_left(script if own == "Zyyy" else own)


def line_before(lines: tuple[Line, ...], quad: Quad) -> int | None:
    """Return the place of the line after which a new one belongs, None for the very first.

    It is the lowest line that stands above it in the same column, or beside it where reading comes from.

    Args:
        lines: The lines of the page, in reading order.
        quad: Where the new one stands.
    """
    left, top, right, bottom = quad.bounds
    middle, best = (top + bottom) / 2, None
    for place, line in enumerate(lines):
        from_left, from_top, from_right, from_bottom = line.quad.bounds
        height = (from_top + from_bottom) / 2
        beside = from_top <= middle <= from_bottom
        backwards = is_right_to_left(line.script)
        if beside:
            before = from_left >= right if backwards else from_right <= left
        else:
            before = height < middle and min(right, from_right) > max(left, from_left)
        if before and (best is None or lines[best].quad.center[1] <= height or beside):
            best = place
    if best is None:
        above = [place for place, line in enumerate(lines) if line.quad.center[1] < top]
        best = max(above, key=lambda place: lines[place].quad.center[1], default=None)
    return best


def same_place(rows: Iterable[LineRow], quad: Quad) -> int | None:
    """Return which row stands where a quad is on the page: more than half of either lies in the other."""
    left, top, right, bottom = quad.bounds
    best, share = None, 0.5
    for place, row in enumerate(rows):
        a, b, c, d = row.line.quad.bounds
        common = max(0.0, min(right, c) - max(left, a)) * max(0.0, min(bottom, d) - max(top, b))
        whole = max((right - left) * (bottom - top), (c - a) * (d - b), 1.0)
        if common / whole > share:
            best, share = place, common / whole
    return best


def _level(line: Line, model_text: str | None, threshold: float, *, made: bool) -> Level:
    if not line.text or "unreadable" in line.doubts:
        return Level.UNREAD if line.engine != PERSON else Level.CORRECTED
    if is_doubtful(line, threshold):
        return Level.DOUBTFUL
    if made and line.engine == PERSON:
        return Level.CONFIRMED if model_text == line.text else Level.CORRECTED
    return Level.SURE


def _alternatives(line: Line) -> tuple[str, ...]:
    others = dict.fromkeys(
        other.text for other in line.alternatives if other.text and other.text != line.text
    )
    return tuple(others)[:MOST_ALTERNATIVES]
