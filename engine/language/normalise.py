# ruff: noqa: RUF001 - letters that look like others are what this module is about
"""The one form in which text is compared and searched.

What a person types rarely has the marks that the page has: short vowels, accents, the dots of a final letter,
digits of the page's own script. Both sides go through :func:`normalise_for_search` before they meet.
"""

import unicodedata

from engine.language.display import strip_direction_marks

_LETTERS = str.maketrans(
    {
        # Arabic: forms of alef, of hamza's seats, and of letters that are typed one for the other.
        "آ": "ا",
        "أ": "ا",
        "إ": "ا",
        "ٱ": "ا",
        "ٲ": "ا",
        "ٳ": "ا",
        "ٵ": "ا",
        "ؤ": "و",
        "ئ": "ي",
        "ء": None,
        "ٴ": None,
        "ة": "ه",
        "ۃ": "ه",
        "ۀ": "ه",
        "ە": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "گ": "ك",
        "ـ": None,  # tatweel: lengthens a word and means nothing
        "،": ",",
        "؛": ";",
        "؟": "?",
        "٪": "%",
        "٫": ".",
        "٬": ",",
        # Latin letters that no decomposition takes apart.
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        # Typographic signs that people type in their plain form.
        "‘": "'",
        "’": "'",
        "ʼ": "'",
        "ʻ": "'",
        "‛": "'",
        "′": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero-width space
        "\u200c": None,  # zero-width non-joiner
        "\u200d": None,  # zero-width joiner
    }
)


def nfc(text: str) -> str:
    """Return the text in Normalization Form C, the form in which all text is kept."""
    return unicodedata.normalize("NFC", text)


def fold_digits(text: str) -> str:
    """Turn decimal digits of every script, Arabic-Indic and Persian among them, into 0 to 9, one for one."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() and letter > "9" else letter for letter in text
    )


def normalise_for_search(text: str) -> str:
    """Return the form of a text in which it is indexed, searched and compared.

    Folded are: compatibility forms (ligatures, Arabic presentation forms, full width), case, accents and
    other combining marks (Arabic short vowels among them), tatweel, forms of alef and hamza, taa marbuta,
    alef maqsura, digits of all scripts, typographic quotes and dashes, marks of direction, and runs of white
    space. Doing it twice changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    # Compatibility forms first: a ligature may hold letters that the later steps fold. Case folding and
    # decomposition can each bring forth what the other folds, hence until nothing changes.
    folded, before = text, ""
    while folded != before:
        before = folded
        folded = unicodedata.normalize("NFKD", strip_direction_marks(folded)).casefold()
        folded = "".join(
            letter for letter in folded if letter < "\x80" or not unicodedata.category(letter).startswith("M")
        )
        folded = fold_digits(unicodedata.normalize("NFC", folded.translate(_LETTERS)))
        if folded.isascii():
            break
    return " ".join(folded.split())
