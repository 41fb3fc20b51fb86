"""Directions of text for showing: marks that are put in for the screen and taken out before storing.

See Unicode Standard Annex 9, "Unicode Bidirectional Algorithm".
"""

FSI, PDI = "\u2068", "\u2069"

_MARKS = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF],
)


def isolate(text: str) -> str:
    """Wrap text so that what stands around it on the screen cannot change its direction, nor it theirs.

    For display only: a date in Arabic-Indic digits in a Latin sentence, or a file name in an Arabic one.
    Marks within the text are taken out first, since a stray one could end the isolation early.
    """
    plain = strip_direction_marks(text)
    return f"{FSI}{plain}{PDI}" if plain else ""


def strip_direction_marks(text: str) -> str:
    """Take out all marks of direction; logical order needs none, and they break comparing and searching."""
    return text.translate(_MARKS)


OVERRIDES = {mark: f"\\u{mark:04x}" for mark in (*range(0x202A, 0x202F), 0x2066, 0x2067)}
"""Marks that turn what follows round -> how each is written so that it turns nothing; for ``str.translate``.

FSI and PDI are not among them: ``isolate`` puts them in.
"""
