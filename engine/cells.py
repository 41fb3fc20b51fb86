"""What the cells of spreadsheets and the texts of XML can hold, and what must not run in them.

Spreadsheets run cells that begin with ``=``, ``+``, ``-``, ``@``, a tab or a line break as formulas (OWASP,
"CSV injection"). Such a text gets an apostrophe in front, which spreadsheets take for "this is text"; so does
one that already begins with apostrophes before such a character, so that :func:`unprotected` gives back
exactly what was there. Plain negative numbers such as ``-5`` or ``-1,250.75`` are left alone, for no formula
can hide in digits; a leading ``+`` always gets an apostrophe, which keeps telephone numbers whole.
Imports nothing of Sanduku's.
"""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The full-width forms count too: East Asian versions of Excel read them as the plain ones.
_DANGER = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NEGATIVE_NUMBER = re.compile(r"-(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", re.ASCII)


def protected(text: str) -> str:
    """Return text that no spreadsheet runs as a formula."""
    if _DANGER.match(text) and not _NEGATIVE_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def unprotected(text: str) -> str:
    """Undo :func:`protected`."""
    return text[1:] if text.startswith("'") and _DANGER.match(text) else text


def encodable(text: str) -> str:
    """Replace lone surrogates, which have no UTF-8."""
    return _SURROGATES.sub(REPLACEMENT, text)


def xml_text(text: str) -> str:
    """Replace what XML 1.0 forbids: lone surrogates and control characters."""
    return _NOT_XML.sub(REPLACEMENT, text)
