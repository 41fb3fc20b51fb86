"""Machine-readable zones of identity cards, after ICAO Doc 9303 part 5 (TD1: three rows of 30)."""

import unicodedata
from dataclasses import dataclass

_WEIGHTS = (7, 3, 1)


def check_digit(text: str) -> str:
    """Return the check digit of ICAO Doc 9303 part 3: weights 7, 3, 1; A is 10, ``<`` is 0; modulo 10."""
    values = (0 if letter == "<" else int(letter, 36) for letter in text)
    return str(sum(value * _WEIGHTS[place % 3] for place, value in enumerate(values)) % 10)


@dataclass(frozen=True)
class Holder:
    """What the zone says; dates as YYMMDD."""

    state: str
    nationality: str
    number: str
    surname: str
    given_names: str
    born: str
    sex: str
    expires: str
    optional: str = ""


def td1(holder: Holder) -> tuple[str, str, str]:
    """Return the three rows of an identity card."""
    number = holder.number.ljust(9, "<")
    upper = f"I<{holder.state}{number}{check_digit(number)}{holder.optional.ljust(15, '<')}"
    born = holder.born + check_digit(holder.born)
    expires = holder.expires + check_digit(holder.expires)
    middle = f"{born}{holder.sex}{expires}{holder.nationality}".ljust(29, "<")
    middle += check_digit(upper[5:30] + middle[0:7] + middle[8:15] + middle[18:29])
    names = f"{_latin(holder.surname)}<<{_latin(holder.given_names)}"
    return upper, middle, names[:30].ljust(30, "<")


def _latin(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.upper())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace(" ", "<")
