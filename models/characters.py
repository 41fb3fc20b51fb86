"""Which characters of a recogniser's alphabet are kept.

The network knows 18,708 characters, most of them Chinese. Those that no document in the served languages has
cost time at every step of every line.
"""

import unicodedata
from collections.abc import Sequence

KEPT_RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A1, 0x024F),  # Latin-1, Latin Extended-A and -B: names from anywhere, African orthographies
    (0x0391, 0x03C9),  # Greek: units, doses, statistics
    (0x2010, 0x2044),  # dashes, quotation marks, daggers, bullets, ellipsis, per mille, primes
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # letter-like symbols: number sign, degrees Celsius, trade mark
    (0x2150, 0x216B),  # fractions, Roman numerals
    (0x2190, 0x2193),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x25A0, 0x25CF),  # boxes, triangles and circles of forms
    (0x2605, 0x2606),  # stars
    (0x2610, 0x2612),  # ballot boxes
    (0x2640, 0x2642),  # female, male
    (0x2713, 0x2718),  # ticks and crosses
)
KEPT_LETTERS = frozenset("ɓɗɖɛɔɣɩʋʃʒə")
"""Letters of African languages that lie outside the ranges."""


def kept_classes(alphabet: Sequence[str]) -> list[int]:
    """Return the indices of the characters to keep, in the order of the alphabet.

    Characters that NFC writes otherwise are left out: readings are NFC, and that form is in the alphabet.
    """
    return [
        index
        for index, character in enumerate(alphabet)
        if _is_served(character) and unicodedata.normalize("NFC", character) == character
    ]


def _is_served(character: str) -> bool:
    return character in KEPT_LETTERS or any(first <= ord(character) <= last for first, last in KEPT_RANGES)
