"""Tells which questions about a photo are never put to a model: who somebody is, and what traits to guess.

A model would answer them, and it would be wrong or do harm: a name for a face, a religion for a scarf, an age
for an unaccompanied child. Questions about what is written on a page are another thing: "who signed the
form?" is answered, and the answer is compared with the page. The patterns are data, and all languages are
tried, since people ask in the one that comes to them.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from engine.answer import Concern
from engine.language import normalise_for_search
from engine.vision.tasks.naming import names_a_person
from engine.vision.tasks.words import read_words

_KINDS = (
    ("identity", Concern.REFUSED_IDENTITY, False),
    ("identity_bare", Concern.REFUSED_IDENTITY, True),
    ("trait", Concern.REFUSED_TRAIT, False),
    ("trait_bare", Concern.REFUSED_TRAIT, True),
)
"""Name of each list, what its questions are refused for, and whether only where the page is no document."""
_NAMED = "named"
"""The list that knows names by their capital letters."""
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]*[a-zà-öø-ÿ][\w'’-]*(?![\w'’-])"


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
    if on_document:
        return None
    if names_a_person(question) or any(
        each.search(" ".join(question.split())) for each in _patterns()[_NAMED]
    ):
        return Concern.REFUSED_IDENTITY
    return None


def refused_value(name: str, choices: Iterable[object] = ()) -> Concern | None:
    """Return why a value is not guessed from a photo, None if it may be.

    Args:
        name: Of the value, as a schema has it, such as ``people[].apparentAge``.
        choices: What the value can be; empty for anything.
    """
    spoken = " ".join(re.sub(r"[\W_]+|(?<=[a-z])(?=[A-Z])", " ", name).split())
    concern = refused(f"{spoken} {' or '.join(map(str, choices))}", on_document=False)
    if concern is not None:
        return concern
    asked = normalise_for_search(spoken)
    last = normalise_for_search(spoken.rpartition(" ")[2])
    for person, trait in _people_and_traits():
        # "age" by itself is somebody's; that of a building is told by its name.
        if trait.fullmatch(asked) or (trait.fullmatch(last) and person.search(asked)):
            return Concern.REFUSED_TRAIT
    return None


@cache
def _people_and_traits() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each language what finds a person, and what finds a trait."""
    return tuple(
        (re.compile(rf"\b{words['person']}\b"), re.compile(words["traits"]))
        for words in read_words("refusals.toml").values()
        if isinstance(words, dict)
    )


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return the compiled patterns of all languages, by the name of their list."""
    languages = [words for words in read_words("refusals.toml").values() if isinstance(words, dict)]
    return {
        name: tuple(re.compile(_filled(each, words)) for words in languages for each in words[name])
        for name in (*(kind for kind, *_ in _KINDS), _NAMED)
    }


def _filled(pattern: str, words: Mapping[str, Any]) -> str:
    """Return a pattern with the words of its language in it; a name in braces that is none stays."""
    for name in ("person", "seen", "look"):
        pattern = pattern.replace(f"{{{name}}}", words[name])
    return pattern.replace("{trait}", words["traits"]).replace("{name}", _NAME)
