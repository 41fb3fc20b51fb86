"""Judges a passphrase, so that a person can see what it is worth while typing it."""

import math
from enum import IntEnum
from itertools import pairwise

GUESSES_PER_SECOND = 1_000
"""What a strong computer tries against Argon2id with 64 MiB; see the keys of the library."""

LEAST = 8
COMMON = frozenset(
    {
        "password", "passphrase", "motdepasse", "contraseña", "contrasena", "nenosiri", "1234567", "12345678",
        "123456789", "1234567890", "qwertyuiop", "azertyuiop", "abcdefgh", "letmein", "iloveyou", "admin",
        "welcome", "bienvenue", "bienvenido", "karibu", "sanduku",
    }
)  # fmt: skip


class Strength(IntEnum):
    """How long a passphrase holds against somebody who has the laptop and good computers."""

    TOO_SHORT = 0
    WEAK = 1
    """Days."""
    FAIR = 2
    """Years."""
    STRONG = 3
    """Longer than anybody waits."""


def strength(passphrase: str) -> Strength:
    """Return what a passphrase is worth."""
    if len(passphrase) < LEAST:
        return Strength.TOO_SHORT
    bits = _bits(passphrase)
    years = 2 ** (bits - 1) / GUESSES_PER_SECOND / (365.25 * 86_400)
    if years < 0.1:
        return Strength.WEAK
    return Strength.FAIR if years < 1_000 else Strength.STRONG


def _bits(passphrase: str) -> float:
    """Estimate the bits that somebody must guess: whole words count as words, rows and repeats as little."""
    words = [word for word in passphrase.split() if word]
    if len(words) >= 3 and all(word.isalpha() for word in words):
        return sum(min(11.0, 4.0 * len(word)) for word in {word.casefold() for word in words})
    plain = passphrase.casefold()
    if plain.strip("0123456789!.?*#") in COMMON or plain in COMMON:
        return 10.0
    kinds = (
        (str.islower, 26), (str.isupper, 26), (str.isdigit, 10),
        (lambda letter: not letter.isalnum(), 20),
        (lambda letter: letter.isalpha() and not letter.isascii(), 40),
    )  # fmt: skip
    alphabet = sum(size for kind, size in kinds if any(kind(letter) for letter in passphrase))
    fresh = 1 + sum(abs(ord(after) - ord(before)) > 1 for before, after in pairwise(plain))
    # People choose letters far from evenly: a letter is worth about half of what dice would give.
    return min(fresh, 2 * len(set(plain))) * math.log2(max(2, alphabet)) * 0.55
