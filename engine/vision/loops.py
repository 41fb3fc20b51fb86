"""Notices when a model says the same again and again, as small models do when they know no further."""

from collections.abc import Sequence

LONGEST = 64
"""Longest piece that is looked for, in tokens."""
SPAN = 32
"""Tokens that must be nothing but repetition: fewer are common in tables and numbers."""
TIMES = 3
"""How often a piece must come at least."""
PHRASE = 16
"""Length in tokens of a phrase that is counted wherever it comes."""
PHRASE_TIMES = 4
"""How often such a phrase is too often."""


class _Phrase:
    """How often a phrase came, without overlaps: where it first ended, and where it last did."""

    def __init__(self, end: int) -> None:
        self.first = self.last = end
        self.times = 1


class LoopGuard:
    """Watches tokens as they come."""

    def __init__(self) -> None:
        """Have seen nothing."""
        self._tokens: list[int] = []
        self._phrases: dict[tuple[int, ...], _Phrase] = {}

    def add(self, token: int) -> int | None:
        """Take a token.

        Returns:
            How many tokens from the first are worth keeping, if the text goes in a circle now; None if not.
        """
        tokens = self._tokens
        tokens.append(token)
        for period in range(1, LONGEST + 1):
            span = max(SPAN, period * (TIMES - 1))
            if len(tokens) < span + period:
                break
            if tokens[-1] == tokens[-1 - period] and tokens[-span:] == tokens[-span - period : -period]:
                return len(tokens) - span
        if len(tokens) >= PHRASE:
            end = len(tokens)
            phrase = self._phrases.setdefault(tuple(tokens[-PHRASE:]), _Phrase(end))
            if end >= phrase.last + PHRASE:
                phrase.times, phrase.last = phrase.times + 1, end
            if phrase.times >= PHRASE_TIMES:
                return phrase.first
        return None


def banned(tokens: Sequence[int], size: int) -> set[int]:
    """Return the tokens that would make a sequence of ``size`` tokens come a second time."""
    if size < 1 or len(tokens) + 1 < size:
        return set()
    last = tuple(tokens[len(tokens) - size + 1 :])
    return {
        tokens[at + size - 1]
        for at in range(len(tokens) - size + 1)
        if tuple(tokens[at : at + size - 1]) == last
    }
