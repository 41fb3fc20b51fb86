"""Understands what a person types into a search, whatever finds it then.

Words must all occur; ``"words in quotes"`` must occur in that order; a word with a dash before it must not
occur; the last word, if it has two letters or more, also finds what begins with it, unless a space follows.
Anything else that a person can type is taken for text: there is no input that is an error.
"""

import re
from dataclasses import dataclass
from typing import Self

from engine.language.normalise import normalise_for_search

_PARTS = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_TOKEN = re.compile(r"[^\W_]+")
"""What an index takes for a word: letters and digits."""


@dataclass(frozen=True, slots=True)
class TypedQuery:
    """A search, understood.

    Attributes:
        wanted: Phrases that must occur, each a tuple of normalised words.
        unwanted: Phrases that must not occur.
        prefix: Whether the last word of the last wanted phrase may be the beginning of a longer one.
        plain: The whole input, normalised, as a piece of text.
    """

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[tuple[str, ...], ...]
    prefix: bool
    plain: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Understand what a person typed; never raises."""
        typed = text.encode("utf-8", "replace").decode().replace("\0", " ")
        wanted, unwanted, prefix = [], [], False
        for part in _PARTS.finditer(typed):
            phrase = words_of(normalise_for_search(part["phrase"] or part["word"] or ""))
            if phrase and part["minus"]:
                unwanted.append(phrase)
            elif phrase:
                wanted.append(phrase)
                # One letter begins so many words that it tells nothing, and to look them all up takes long.
                prefix = part["word"] is not None and part.end() == len(typed) and len(phrase[-1]) > 1
        return cls(tuple(wanted), tuple(unwanted), prefix, normalise_for_search(typed.replace('"', " ")))

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds what is wanted in normalised text."""
        alternatives = []
        for place, phrase in enumerate(self.wanted):
            body = r"[\W_]+".join(map(re.escape, phrase))
            open_ended = self.prefix and place == len(self.wanted) - 1
            alternatives.append(rf"(?<![^\W_]){body}" + ("" if open_ended else r"(?![^\W_])"))
        return re.compile("|".join(alternatives) or r"(?!)")


def words_of(normalised: str) -> tuple[str, ...]:
    """Return the words of a normalised text, in order: its runs of letters and digits."""
    return tuple(_TOKEN.findall(normalised))
