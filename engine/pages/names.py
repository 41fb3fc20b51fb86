"""File names as they can be shown, whatever bytes they are made of.

A name on disk can hold bytes that are no valid UTF-8 (Python keeps them as lone surrogates, which no terminal
or database takes), line breaks, and marks that turn the direction of all that follows. Shown are escapes.
"""

import unicodedata
from pathlib import PurePath

_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(name: str | PurePath) -> str:
    """Return a name that can be printed, stored and put into a message, on one line."""
    return "".join(_escaped(letter) for letter in str(name))


def _escaped(letter: str) -> str:
    if unicodedata.category(letter) in _UNSAFE or letter in _DIRECTION_CONTROLS:
        return f"\\x{ord(letter) - 0xDC00:02x}" if "\udc80" <= letter <= "\udcff" else f"\\u{ord(letter):04x}"
    return letter
