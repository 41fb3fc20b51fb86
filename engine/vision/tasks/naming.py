"""Tells whether a question about a photo asks if somebody is the person whom it names.

"Is this Amina?" asks to know a face again; "Is this South Sudan?" does not, nor does "Is this Amina's card?".
What decides, in this order: whether the question asks at all that what is seen be, or be like, what it names,
or where it is seen; then whether what is named is something else than a person. It is something else where it
is known as a place or thing, where a word in it says so ("Dadaab camp", "Lake Chad"), and where it only says
more of another word ("Amina's card"). A name of which nothing is known is taken for a person's: to refuse a
question about a little known place costs a second question, which says "the town of"; to answer the other
costs more. Names are known by their capital letters, and common given names also without.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from engine.language import normalise_for_search
from engine.vision.tasks.words import read_words

_TOKEN = re.compile(r"\w[\w'-]*\.?|[^\w\s]")
_CAPITAL = re.compile(r"(?:[A-ZØÞŒ]['-]?[\w'-]*[a-zøþœßæ][\w'-]*|[A-ZØÞŒ])\.?")
"""A word with a capital letter and small ones, or a letter alone; all in capitals it is an abbreviation."""
_PARTICLE = re.compile("del?|d[aiu]|bin|ibn|bint|ould|v[ao]n|[ea]l|l[ae]|y|wa")
_ARTICLE = re.compile("an?|the|une?|unos|unas|des")
_POSSESSIVE = re.compile(r"'s\.?$|s'\.?$")


def names_a_person(question: str) -> bool:
    """Return whether a question asks if somebody in a photo is whom it names, or where that person is.

    Args:
        question: As a person typed it, in any of the languages.
    """
    apart = unicodedata.normalize("NFD", question.replace("’", "'").replace("‘", "'"))
    asked = " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())
    if any(word[0].isupper() and word.lower() in _words("small") for word in asked.split()[1:]):
        asked = asked.lower()  # "Is It Raining?": where even small words have capitals, these tell no names.
    return any(frame.asks_for_person(asked) for frame in _frames())


class _Frame:
    """A way of asking: a pattern that ends before the name, or holds it."""

    def __init__(self, pattern: str, goes_on: str) -> None:
        self._pattern = re.compile(pattern, re.IGNORECASE)
        self._goes_on = re.compile(goes_on) if goes_on else None

    def asks_for_person(self, asked: str) -> bool:
        """Return whether a question asks so, and for a person."""
        if "given" in self._pattern.groupindex:
            # Letters that show no names: of these, the common given names alone are known.
            found = self._pattern.finditer(normalise_for_search(asked))
            return any(each["given"] in _words("given") for each in found)
        if "name" in self._pattern.groupindex:
            names = (re.split(" (?:and|or) ", each["name"])[0] for each in self._pattern.finditer(asked))
            return any(_is_person(_TOKEN.findall(name), whole=True) for name in names)
        return any(
            _is_person(_TOKEN.findall(asked[each.end() :]), goes_on=self._goes_on)
            for each in self._pattern.finditer(asked)
        )


def _is_person(tokens: Sequence[str], *, whole: bool = False, goes_on: re.Pattern[str] | None = None) -> bool:
    """Return whether tokens begin with the name of a person.

    Args:
        tokens: Words and signs.
        whole: Whether they must be nothing but that name.
        goes_on: What may follow the name; where it is given, any other word makes the name one that only says
            more of that word.
    """
    run = _run(tokens)
    if not run or (whole and len(run) < len(tokens)):
        return False
    if _ARTICLE.fullmatch(run[0].lower()) or all(len(word.rstrip(".")) < 2 for word in run):
        return False  # "Is This A Spoon?", as telephones like to write it; "Is this B?"
    after = tokens[len(run)] if len(run) < len(tokens) else ""
    if _POSSESSIVE.search(run[-1]) or _fold(after) in _words("things"):
        return False
    if goes_on is not None and after[:1].isalnum() and not goes_on.fullmatch(after.lower()):
        return False
    folded = [part for word in run for part in re.findall(r"[^\W_]+", _fold(word))]
    if any(word in _words("things") for word in folded) or " ".join(folded) in _places():
        return False
    return not all(word in _no_names() for word in folded)


def _run(tokens: Sequence[str]) -> list[str]:
    """Return the words of the name that tokens begin with; none if they begin with no name."""
    run: list[str] = []
    for at, token in enumerate(tokens):
        follows = tokens[at + 1] if at + 1 < len(tokens) else ""
        joins = run and _PARTICLE.fullmatch(token.lower()) and _CAPITAL.fullmatch(follows)
        if not (_CAPITAL.fullmatch(token) or joins):
            break
        run.append(token)
    if not run:
        given = (_POSSESSIVE.sub("", token.lower()) for token in tokens)
        run = [token for token, _ in zip(tokens, takewhile(_is_given, given), strict=False)]
    return run


def _is_given(word: str) -> bool:
    return _fold(word) in _words("given")


def _fold(word: str) -> str:
    return normalise_for_search(word).strip(".'")


@cache
def _frames() -> tuple[_Frame, ...]:
    frames = []
    for words in read_words("refusals.toml").values():
        if isinstance(words, dict):
            for each in words["is_name"]:
                pattern = each.replace("{person}", words["person"]).replace("{seen}", words["seen"])
                frames.append(_Frame(pattern, words["goes_on"]))
    return tuple(frames)


@cache
def _words(part: str) -> frozenset[str]:
    """Return the words of a part of the file of names."""
    return frozenset(word for words in read_words("names.toml")[part].values() for word in words.split())


@cache
def _no_names() -> frozenset[str]:
    """Return the words that are written with a capital letter and are no names: days, months, languages."""
    return frozenset(
        word for words in read_words("capitals.toml")["words"].values() for word in words.split()
    )


@cache
def _places() -> frozenset[str]:
    """Return the names of places."""
    return frozenset(
        " ".join(name.split())
        for names in read_words("places.toml").values()
        for name in names.replace("\n", " ").split(",")
    )
