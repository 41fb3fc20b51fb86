"""Characters that a file format cannot hold."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def encodable(text: str) -> str:
    """Replace lone surrogates, which have no UTF-8."""
    return _SURROGATES.sub(REPLACEMENT, text)


def xml_text(text: str) -> str:
    """Replace what XML 1.0 forbids: lone surrogates and control characters."""
    return _NOT_XML.sub(REPLACEMENT, text)
