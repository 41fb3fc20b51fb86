"""Decides which lines of a page with Arabic are numbers in Arabic-Indic digits that stand alone.

The digits ٠ ١ ٥ ٩ look like a full stop, 1, 0 and 9, and a page may have numbers of both kinds. So a number
is not judged by its own looks only: what the page's other numbers are written in counts too. This module
works on what engines have read; it runs none and knows no pixels.
"""
# ruff: noqa: RUF001, RUF002 - Arabic digits and signs are meant

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.ocr.engines import NumeralReader, Recognised, Recogniser

_SYSTEM = "arab"
_LIKELIER = 0.5
"""Probability from which a reading as a number replaces what another engine made of it."""
SURE_NUMBER = 0.9
"""Probability from which a number is taken to be in these digits, and tells of the page that it has them."""
_LEAD = 4
"""Numbers in Arabic-Indic digits for each in European ones, or ambiguous ones stay as they are."""
_TELLING = frozenset("٢٣٤٦٧٨")
"""Digits that look like no European digit and no full stop."""
_AMBIGUOUS = frozenset("٠١٥٧٩/-.:,+()%٪٫٬ ")
"""What a point, European digits, Roman numerals and ticks look like, and signs."""
_DIFFERENT = 2
"""Telling digits, different from each other, that are no accident."""
_EUROPEAN_TELLING = frozenset("2345678")
_RUN_TOGETHER = re.compile(r"\d{5,}[/:]|[/:]\d{5,}|\d{15,}")
_SHORT_YEAR = re.compile(r"(?<!\d)\d{3}/|/\d{3}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_AROUND = ".:،؛,()[]-–"
_BLOOD_GROUP = re.compile(r"(A|B|AB|O|0) ?[+-]|A|B|AB|O")
_EUROPEAN = frozenset("0123456789/-.:,+()% ")


@dataclass(frozen=True, slots=True)
class LoneNumber:
    """A line that is a number in Arabic-Indic digits.

    Attributes:
        reading: The number; its confidence is the probability that it is right.
        odd: Whether its form leaves room for another reading: groups of digits whose order the paper does not
            tell, two numbers that have run into one, or a year of three digits.
    """

    reading: Recognised
    odd: bool


def numeral_reader(engines: Sequence[Recogniser]) -> NumeralReader | None:
    """Return the engine that reads Arabic-Indic digits, if there is one."""
    readers = (engine for engine in engines if isinstance(engine, NumeralReader))
    return next((reader for reader in readers if _SYSTEM in reader.numbering_systems), None)


def may_be_number(text: str) -> bool:
    """Tell whether a line that the Latin engine has surely read may still be Arabic-Indic digits.

    A blood group is left alone, although O looks like ٥.
    """
    return looks_alike(text) and not is_written(text) and not _BLOOD_GROUP.fullmatch(text)


def looks_alike(text: str) -> bool:
    """Tell whether a Latin reading may be Arabic-Indic digits.

    They are taken for V, A, r, E, 1 or full stops, and never for two of the European digits that none of them
    looks like.
    """
    return sum(letter in _EUROPEAN_TELLING for letter in text) < _DIFFERENT


def confirms(word: str, number: str) -> bool:
    """Tell whether two engines have surely read the same number; signs around it may differ.

    A single digit that looks like a letter or a point, as the one looks like an alef, is confirmed by nobody.
    """
    one, other = (text.strip(_AROUND) for text in (word, number))
    digits = [letter for letter in one if letter.isdigit()]
    return one == other and bool(digits) and (len(digits) > 1 or bool(_telling(one)))


def has_digit(text: str) -> bool:
    """Tell whether a text holds a decimal digit of any script."""
    return any(letter.isdigit() for letter in text)


def is_written(text: str) -> bool:
    """Tell whether a Latin reading holds a word that Arabic digits could not be mistaken for."""
    return any(_has_vowel(word) for word in _WORD.findall(text))


def lone_numbers(
    found: Mapping[int, Recognised], latin: Sequence[Recognised], *, arabic_alone: bool = False
) -> dict[int, LoneNumber]:
    """Return which lines are numbers in Arabic-Indic digits.

    Args:
        found: What the engine for numbers reads in the lines that it was asked about, by the lines' places in
            ``latin``; each confidence is the probability that the number is right.
        latin: What the Latin engine reads in every line of the page.
        arabic_alone: Whether somebody has said that nothing else than Arabic stands there.

    Returns:
        By the same places; lines that are not taken for numbers are not in it.
    """
    likely = {at: read for at, read in found.items() if read.text and read.confidence >= _LIKELIER}
    telling = [_telling(read.text) for read in likely.values() if read.confidence >= SURE_NUMBER]
    indic = sum(bool(digits) for digits in telling)
    european = sum(at not in likely and _is_european_number(read) for at, read in enumerate(latin))
    # A column of ticks looks like sevens: one telling digit, however often it comes, tells nothing.
    known = arabic_alone or len({digit for digits in telling for digit in digits}) >= _DIFFERENT
    mostly = indic >= _LEAD * european

    def is_one(text: str) -> bool:
        by_itself = len(set(_telling(text))) >= _DIFFERENT
        return by_itself or (known and (mostly or not set(text) <= _AMBIGUOUS))

    return {
        at: LoneNumber(read, _is_odd(read.text))
        for at, read in likely.items()
        if _says_something(read.text) and is_one(read.text)
    }


def _telling(text: str) -> str:
    return "".join(letter for letter in text if letter in _TELLING)


def _says_something(text: str) -> bool:
    """Tell whether there is more than noughts: a stain, a bullet and a full stop look like them."""
    return any(letter.isdigit() and letter != "٠" for letter in text)


def _is_european_number(read: Recognised) -> bool:
    return (
        bool(read.text)
        and read.confidence >= SURE_NUMBER
        and set(read.text) <= _EUROPEAN
        and any(letter in _EUROPEAN_TELLING for letter in read.text)
    )


def _is_odd(text: str) -> bool:
    # In Arabic, groups that a hyphen or a gap parts may be meant in either order. A slash or a colon stands
    # between short numbers: a long one beside it is of another cell of the table that was found as one line
    # with this one, and a year of three digits may have lost a nought.
    return "-" in text or " " in text or bool(_RUN_TOGETHER.search(text) or _SHORT_YEAR.search(text))


def _has_vowel(word: str) -> bool:
    return any(letter in "aeiouyáéíóúàèùâêîôûäëïöü" for letter in word.lower())
