"""Which dates a text may stand for, so that it is known when two texts may be one date in two ways.

Whoever reads ``03/04/68`` cannot know which number is the day, nor the century. Nothing is decided here:
every date that a text could mean is given. It must never know of files or of corrections.
"""

import calendar
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_TIME = re.compile(r"[\s,T]*\b\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\s*[AaPp]\.?[Mm]\.?)?Z?$")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_BETWEEN = re.compile(r"[\s\-/.,،_]*")
_MONTHS = (
    ("january", "janvier", "enero", "januari", "يناير"),
    ("february", "février", "fevrier", "febrero", "februari", "فبراير", "شباط"),
    ("march", "mars", "marzo", "machi", "مارس", "آذار"),
    ("april", "avril", "abril", "aprili", "أبريل", "ابريل", "نيسان"),
    ("may", "mai", "mayo", "mei", "مايو", "أيار"),
    ("june", "juin", "junio", "juni", "يونيو", "حزيران"),
    ("july", "juillet", "julio", "julai", "يوليو", "تموز"),
    ("august", "août", "aout", "agosto", "agosti", "أغسطس", "اغسطس"),
    ("september", "sept", "septembre", "septiembre", "septemba", "سبتمبر", "أيلول"),
    ("october", "octobre", "octubre", "oktoba", "أكتوبر", "اكتوبر"),
    ("november", "novembre", "noviembre", "novemba", "نوفمبر"),
    ("december", "décembre", "decembre", "diciembre", "desemba", "ديسمبر"),
)
"""The names of the months in the languages that are read; their short forms are the beginnings of these."""
_SHORTEST_NAME = 3
_COUNTED_FROM = (date(1899, 12, 30), date(1904, 1, 1))
"""The days from which spreadsheet programs count; a workbook has one of the two."""
_MOST_DAYS = 80_000
"""Such a number of days is a date after the year 2100."""


@dataclass(frozen=True, slots=True)
class PossibleDate:
    """A date that a text may mean; what the text does not say is None.

    Attributes:
        year: With its century.
        month: From 1.
        day: From 1.
    """

    year: int | None
    month: int
    day: int | None

    def fits(self, other: "PossibleDate") -> bool:
        """Tell whether both may be the same date; one of them must say all that the other says."""
        mine, others = (self.year, self.month, self.day), (other.year, other.month, other.day)
        known = [(one, two) for one, two in zip(mine, others, strict=True) if None not in (one, two)]
        least = min(3 - mine.count(None), 3 - others.count(None))
        return len(known) == least and all(one == two for one, two in known)


def may_be_one_date(before: str, after: str) -> bool:
    """Tell whether two texts may be the same date: in any order, with any century, or as a number of days."""
    if before.strip().isdecimal() and after.strip().isdecimal():
        return False  # two numbers: nobody wrote a date out here
    return any(one.fits(two) for one in possible_dates(before) for two in possible_dates(after))


def possible_dates(text: str) -> frozenset[PossibleDate]:
    """Return every date that a text may stand for by itself; none if it holds anything else."""
    plain = _TIME.sub("", text.strip())
    if not any(mark.isdigit() for mark in plain) or len(plain) > 60:
        return frozenset()
    parts = _PARTS.findall(plain)
    if any(not _BETWEEN.fullmatch(gap) for gap in _PARTS.split(plain)):
        return frozenset()
    if len(parts) == 4 and parts[0].isalpha() and _month(parts[0]) is None:
        parts = parts[1:]  # the day of the week
    if len(parts) == 1:
        return frozenset((*_days_counted(parts[0]), *_run_together(parts[0])))
    if len(parts) == 2 and all(part.isdecimal() for part in parts) and _fraction(plain):
        return frozenset((*_days_counted(parts[0]), *_in_any_order(parts)))
    return frozenset(_in_any_order(parts))


def _fraction(plain: str) -> bool:
    """Tell whether a text is a number of days with a part of a day, such as 45306.5."""
    return re.fullmatch(r"\d{4,5}[.,]\d+", plain) is not None


def _in_any_order(parts: list[str]) -> Iterator[PossibleDate]:
    if len(parts) not in (2, 3):
        return
    for ordered in set(itertools.permutations(parts)):
        if len(parts) == 3:
            yield from _whole(*ordered)
            continue
        month = _number_of_month(ordered[0])
        if month is None:
            continue
        day = _day(ordered[1])
        if day is not None:
            yield PossibleDate(None, month, day)
        for year in _years(ordered[1]):
            yield PossibleDate(year, month, None)


def _whole(first: str, second: str, third: str) -> Iterator[PossibleDate]:
    month, day = _number_of_month(second), _day(third)
    if month is None or day is None:
        return
    for year in _years(first):
        if day <= calendar.monthrange(year, month)[1]:
            yield PossibleDate(year, month, day)


def _run_together(part: str) -> Iterator[PossibleDate]:
    """Yield what eight or six digits without anything between them may mean."""
    if not part.isdecimal() or len(part) not in (6, 8):
        return
    for cuts in ((2, 4), (len(part) - 4, len(part) - 2)):
        pieces = [part[: cuts[0]], part[cuts[0] : cuts[1]], part[cuts[1] :]]
        yield from _in_any_order(pieces)


def _days_counted(part: str) -> Iterator[PossibleDate]:
    if not part.isdecimal() or not 0 < int(part) <= _MOST_DAYS:
        return
    for start in _COUNTED_FROM:
        found = start + timedelta(days=int(part))
        yield PossibleDate(found.year, found.month, found.day)


def _number_of_month(part: str) -> int | None:
    if part.isdecimal():
        return int(part) if len(part) <= 2 and 1 <= int(part) <= 12 else None
    return _month(part)


def _month(word: str) -> int | None:
    """Return the month whose name begins with a word; None for any other word."""
    plain = word.casefold()
    if len(plain) < _SHORTEST_NAME:
        return None
    fitting = {
        number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(plain) for name in names)
    }
    return fitting.pop() if len(fitting) == 1 else None


def _day(part: str) -> int | None:
    return int(part) if part.isdecimal() and len(part) <= 2 and 1 <= int(part) <= 31 else None


def _years(part: str) -> tuple[int, ...]:
    """Return the years that a number may name: two digits are of this century or of the last one."""
    if not part.isdecimal() or len(part) not in (1, 2, 4):
        return ()
    number = int(part)
    if len(part) == 4:
        return (number,) if number > 0 else ()
    return 1900 + number, 2000 + number
