"""The recovery key: 140 random bits that a person can print, read aloud and type.

Seven groups of five characters from an alphabet without I, L, O and U (Crockford's). The fifth character of
each group checks the other four and the group's place, over the field of 32 elements, so a single wrong
character, two swapped neighbours or two swapped groups are told, with the number of the group.
"""

import secrets
import unicodedata

from engine.library.errors import WrongRecoveryKeyError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 7
_WEIGHTS = (2, 4, 8, 16)
"""Distinct and neither 0 nor 1: an error in one place, or a swap of two neighbours, always shows."""

_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_recovery_key() -> str:
    """Return a new key as it is printed: ``XXXXX-XXXXX-…``."""
    groups = []
    for place in range(GROUPS):
        values = [secrets.randbelow(32) for _ in range(4)]
        groups.append("".join(ALPHABET[value] for value in (*values, _check(values, place))))
    return "-".join(groups)


def parse_recovery_key(typed: str) -> str:
    """Return the key as it is printed from what a person typed.

    Upper and lower case, spaces and dashes of any kind, O for 0, I or L for 1, full-width letters and the
    digits of any script are all taken.

    Raises:
        WrongRecoveryKeyError: It is not a recovery key; the message names the group that is mistyped.
    """
    letters = [
        character
        for character in unicodedata.normalize("NFKC", typed).upper().translate(_FORGIVEN)
        if unicodedata.category(character)[0] in "LNS"
    ]
    plain = "".join(str(unicodedata.digit(letter, letter)) for letter in letters)
    strange = sorted({letter for letter in plain if letter not in ALPHABET})
    if strange:
        raise _wrong(f"The character '{strange[0]}' does not occur in a recovery key.")
    if len(plain) != GROUPS * 5:
        raise _wrong(f"A recovery key has {GROUPS * 5} letters and digits; {len(plain)} were typed.")
    groups = [plain[start : start + 5] for start in range(0, len(plain), 5)]
    for place, group in enumerate(groups):
        values = [ALPHABET.index(letter) for letter in group]
        if _check(values[:4], place) != values[4]:
            raise _wrong(f"Group {place + 1} ('{group}') is mistyped.")
    return "-".join(groups)


def _check(values: list[int], place: int) -> int:
    total = place + 1
    for weight, value in zip(_WEIGHTS, values, strict=True):
        total ^= _times(weight, value)
    return total


def _times(a: int, b: int) -> int:
    """Multiply in GF(32) modulo x⁵ + x² + 1."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 32:
            a ^= 0b100101
        b >>= 1
    return product


def _wrong(what: str) -> WrongRecoveryKeyError:
    return WrongRecoveryKeyError(what, remedy="Compare it with the printed sheet and type it again.")
