"""Which script a text is written in, as ISO 15924 codes."""

from collections import Counter
from functools import lru_cache

COMMON = "Zyyy"
"""The code of text without letters: digits, punctuation, nothing at all."""

_OTHER = "Zzzz"

# First and last code points of the blocks that hold a script's letters (Unicode Blocks.txt). Only scripts
# that a page from our users' work may carry are told apart; the rest are "some other script".
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"),
    (0x0250, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"),
    (0x0870, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1000, 0x109F, "Mymr"),
    (0x1200, 0x139F, "Ethi"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2C60, 0x2C7F, "Latn"),
    (0x3040, 0x309F, "Hira"),
    (0x30A0, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Hani"),
    (0xA720, 0xA7FF, "Latn"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xFB00, 0xFB06, "Latn"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFC, "Arab"),
    (0xFF21, 0xFF5A, "Latn"),
)

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})

# Digits that belong to one script although they are no letters.
_DIGITS = frozenset("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")


_OF_LANGUAGE = {"ar": "Arab"}
"""ISO 15924 code by BCP 47 code, of the languages that are not written in Latin letters."""


def script_of_language(language: str) -> str:
    """Return the ISO 15924 code of the script that a language (BCP 47 code) is written in."""
    return _OF_LANGUAGE.get(language, "Latn")


def script_of(text: str) -> str:
    """Return the script that most letters of the text have; ``Zyyy`` if it has no letters.

    Of scripts with equally many letters, the one that comes first in the text is returned. A text of
    Arabic-Indic digits alone is Arabic.
    """
    counts = scripts_in(text)
    if counts:
        return max(counts, key=lambda script: counts[script])
    return "Arab" if any(letter in _DIGITS for letter in text) else COMMON


def scripts_in(text: str) -> Counter[str]:
    """Count the letters of each script in the text, in the order in which they first come up."""
    return Counter(_script_of_letter(letter) for letter in text if letter.isalpha())


def is_right_to_left(script: str) -> bool:
    """Tell whether the script, an ISO 15924 code, runs from right to left."""
    return script in _RIGHT_TO_LEFT


@lru_cache(maxsize=4096)
def _script_of_letter(letter: str) -> str:
    point = ord(letter)
    return next((script for first, last, script in _BLOCKS if first <= point <= last), _OTHER)
