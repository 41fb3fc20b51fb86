"""The kinds of values that a bundle of diagnostics can hold, and the sieve through which each goes.

Every kind says yes to values that say nothing of a person: numbers, yes and no, versions, hashes of what
comes from us, and words out of a fixed list. There is none for free text. A value that does not fit becomes
:data:`LEFT_OUT`.
"""

import math
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

LEFT_OUT = "left out"
OTHER = "other"
"""Stands for a word that is not on the list."""
_VERSION = re.compile(r"\d{1,8}([.+-](\d{1,8}|dev|rc|post|a|b)\d{0,8}){0,5}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{12,64}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Kind = Callable[[object], Any]
"""Returns a value as it may be told; :data:`LEFT_OUT` for one that may not."""
Plan = Mapping[str, "Kind | Plan"]
"""Kinds by the names of fields; a plan within a plan makes an object within an object."""


def number(value: object) -> Any:  # noqa: ANN401 - a number or the word that stands for none
    """Take a finite number; at most three digits behind the point."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return LEFT_OUT
    return value if isinstance(value, int) else round(value, 3)


def flag(value: object) -> Any:  # noqa: ANN401
    """Take yes or no."""
    return value if isinstance(value, bool) else LEFT_OUT


def version(value: object) -> Any:  # noqa: ANN401
    """Take a version such as ``1.2.3``, which has numbers alone."""
    return value if isinstance(value, str) and _VERSION.fullmatch(value) else LEFT_OUT


def digest(value: object) -> Any:  # noqa: ANN401
    """Take a hash of something that comes from us, or its beginning."""
    return value if isinstance(value, str) and _HASH.fullmatch(value) else LEFT_OUT


def day(value: object) -> Any:  # noqa: ANN401
    """Take a date without a time."""
    return value if isinstance(value, str) and _DAY.fullmatch(value) else LEFT_OUT


def word_of(words: Collection[str]) -> Kind:
    """Make a kind of words out of a fixed list; another word becomes :data:`OTHER`."""
    known = frozenset(words)

    def take(value: object) -> Any:  # noqa: ANN401
        return value if isinstance(value, str) and value in known else OTHER

    return take


def list_of(kind: "Kind | Plan") -> Kind:
    """Make a kind of lists, each part of one kind."""

    def take(value: object) -> Any:  # noqa: ANN401
        return [sieve(kind, each) for each in value] if isinstance(value, list | tuple) else LEFT_OUT

    return take


def counts_of(words: Collection[str]) -> Kind:
    """Make a kind of numbers by words out of a fixed list; all other words are counted together."""
    known = frozenset(words)

    def take(value: object) -> Any:  # noqa: ANN401
        if not isinstance(value, Mapping):
            return LEFT_OUT
        found: dict[str, Any] = {}
        for name, count in value.items():
            told = number(count)
            place = name if name in known else OTHER
            if told != LEFT_OUT:
                found[place] = found.get(place, 0) + told
        return dict(sorted(found.items()))

    return take


def sieve(plan: "Kind | Plan", value: object) -> Any:  # noqa: ANN401
    """Return what of a value was declared; fields that nobody declared are gone.

    Args:
        plan: The kind of the value, or the plan of an object.
        value: What was found.
    """
    if callable(plan):
        return plan(value)
    if not isinstance(value, Mapping):
        return LEFT_OUT
    return {name: sieve(kind, value[name]) for name, kind in plan.items() if name in value}
