"""Ids that are unique in the world, and secrets that people type or scan."""

import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter can be mistaken for a digit or another letter."""


def random_id() -> str:
    """Return 130 random bits as 26 letters and digits."""
    return _letters(26)


def secret_code() -> str:
    """Return a one-time code of 80 random bits in four groups, short enough to be read out."""
    letters = _letters(16)
    return "-".join(letters[place : place + 4] for place in range(0, 16, 4)).upper()


def plain_code(typed: str) -> str:
    """Return a code as it is compared: however it was typed, without hyphens, I and L as 1, O as 0."""
    letters = "".join(each for each in typed.lower() if each.isalnum())
    return letters.translate(str.maketrans("ilo", "110"))


def _letters(count: int) -> str:
    """Return so many letters of the alphabet, five random bits each."""
    bits = secrets.randbits(5 * count)
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in range(count))
