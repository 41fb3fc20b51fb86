"""Tells which questions about a photo are never put to a model: who somebody is, and what traits to guess.

A model would answer them, and it would be wrong or do harm: a name for a face, a religion for a scarf, an age
for an unaccompanied child. Questions about what is written on a page are another thing: "who signed the
form?" is answered, and the answer is compared with the page. The patterns are data, and all languages are
tried, since people ask in the one that comes to them.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from engine.answer import Concern
from engine.language import normalise_for_search
from engine.vision.tasks.words import read_words

_KINDS = (
    ("identity", Concern.REFUSED_IDENTITY, False),
    ("identity_bare", Concern.REFUSED_IDENTITY, True),
    ("trait", Concern.REFUSED_TRAIT, False),
    ("trait_bare", Concern.REFUSED_TRAIT, True),
)
"""Name of each list, what its questions are refused for, and whether only where the page is no document."""


def refused(question: str, *, on_document: bool) -> Concern | None:
    """Return why a question is not answered, None if it is.

    Args:
        question: As a person asked it, in any of the languages.
        on_document: Whether the page is a document, rather than a photo that may show some words.
    """
    asked = normalise_for_search(question)
    for name, concern, bare in _KINDS:
        if (not bare or not on_document) and any(each.search(asked) for each in _patterns()[name]):
            return concern
    return None


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return the compiled patterns of all languages, by the name of their list."""
    languages = [words for words in read_words("refusals.toml").values() if isinstance(words, dict)]
    return {
        name: tuple(re.compile(_filled(each, words)) for words in languages for each in words[name])
        for name, *_ in _KINDS
    }


def _filled(pattern: str, words: Mapping[str, Any]) -> str:
    """Return a pattern with the words of its language in it; a name in braces that is none stays."""
    for name in ("person", "seen", "look"):
        pattern = pattern.replace(f"{{{name}}}", words[name])
    return pattern.replace("{trait}", words["traits"])
