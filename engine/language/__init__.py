"""Scripts, languages and the forms of text: what a reading, a search and a window need to know of writing.

Knows Unicode and nothing of pages, engines or the library. Text is kept as NFC in logical order, as it is
typed; other forms are made for one purpose (searching, showing) and never stored in its place.
"""

from engine.language.display import isolate, strip_direction_marks
from engine.language.identify import UNDETERMINED, guess_language
from engine.language.normalise import fold_digits, nfc, normalise_for_search
from engine.language.scripts import COMMON, is_right_to_left, script_of, script_of_language, scripts_in

__all__ = [
    "COMMON",
    "UNDETERMINED",
    "fold_digits",
    "guess_language",
    "is_right_to_left",
    "isolate",
    "nfc",
    "normalise_for_search",
    "script_of",
    "script_of_language",
    "scripts_in",
    "strip_direction_marks",
]
