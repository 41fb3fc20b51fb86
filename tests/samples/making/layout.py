"""Pieces that many forms share: letterheads, labelled blanks, ruled tables."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from making.canvas import BLACK, GREY, Colour, Sheet, font

Printer = Callable[[float, float, str, int], object]


def sun_mark(sheet: Sheet, x: float, y: float, radius: float, ink: Colour) -> None:
    """Draw the mark of the invented agency Amani Relief: a sun above two waves."""
    pen = sheet.draw
    pen.pieslice([x - radius, y - radius, x + radius, y + radius], 180, 360, fill=ink)
    for step in range(2):
        level = y + radius * (0.25 + 0.32 * step)
        for part in range(4):
            left = x - radius + part * radius / 2
            box = [left, level - radius * 0.14, left + radius / 2, level + radius * 0.14]
            pen.arc(box, 180 if part % 2 else 0, 360 if part % 2 else 180, fill=ink, width=4)


def labelled(
    sheet: Sheet,
    x: float,
    y: float,
    label: str,
    value: str,
    until: float,
    *,
    hand: bool = False,
    size: int = 20,
) -> None:
    """Print a label, a dotted blank up to ``until``, and the value typed or written on it."""
    box = sheet.text(x, y, label, "sans", size)
    start = box[2] + 10
    for dot in range(round(start), round(until), 6):
        sheet.draw.rectangle([dot, y + 4, dot + 1, y + 5], fill=GREY)
    if value:
        (sheet.written if hand else sheet.typed)(start + 6, y - 1, value, size + 3)


def ticks(
    sheet: Sheet,
    x: float,
    y: float,
    options: Sequence[tuple[str, bool]],
    *,
    step: float | None = None,
    size: int = 19,
) -> None:
    """Print a row of boxes with their labels; ``step`` sets them at equal distances."""
    for label, ticked in options:
        sheet.checkbox(x, y, ticked=ticked)
        box = sheet.text(x + 30, y - 1, label, "sans", size)
        x = x + step if step else box[2] + 28


def section(
    sheet: Sheet, y: float, title: str, *, left: float, right: float, fill: Colour = (52, 84, 110)
) -> None:
    """Print the heading of a part of a form, white on a bar."""
    sheet.box(left, y - 24, right, y + 8, fill=fill, outline=fill)
    sheet.text(left + 12, y, title, "sans-bold", 20, fill=(255, 255, 255))


def grid(
    sheet: Sheet,
    left: float,
    top: float,
    widths: Sequence[float],
    heights: Sequence[float],
    *,
    ink: Colour = BLACK,
) -> tuple[list[float], list[float]]:
    """Rule a table and return the x of its columns and the y of its rows, outer edges included."""
    xs = [left, *(left + reach for reach in accumulate(widths))]
    ys = [top, *(top + reach for reach in accumulate(heights))]
    for x in xs:
        sheet.rule(x, top, x, ys[-1], fill=ink)
    for y in ys:
        sheet.rule(left, y, xs[-1], y, fill=ink)
    return xs, ys


def print_cell(
    sheet: Sheet,
    span: tuple[float, float],
    baseline: float,
    text: str,
    *,
    how: str = "sans",
    size: int = 18,
    align: str = "left",
    fill: Colour = BLACK,
) -> None:
    """Print one line into a cell and fail if it does not fit.

    Args:
        sheet: The paper.
        span: Left and right edge of the cell.
        baseline: Where the text stands.
        text: One line; nothing is printed for an empty one.
        how: A font's name, or ``typed`` or ``written``.
        size: In pixels.
        align: ``left``, ``middle`` or ``right``.
        fill: Ink for a font's name.
    """
    if not text:
        return
    left, right = span
    face = {"typed": "typewriter", "written": "hand"}.get(how, how)
    width = font(face, size).getlength(text)
    if width > right - left - 6:
        raise ValueError(f"'{text}' needs {width:.0f} pixels and has {right - left - 6:.0f}")
    x = {"left": left + 7, "middle": (left + right - width) / 2, "right": right - 7 - width}[align]
    if how == "typed":
        sheet.typed(x, baseline, text, size)
    elif how == "written":
        sheet.written(x, baseline, text, size)
    elif align == "right" and sheet.language == "ar":
        sheet.text(right - 8, baseline, text, how, size, anchor="rs", fill=fill)
    else:
        sheet.text(x, baseline, text, how, size, fill=fill)
