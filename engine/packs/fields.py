"""Reads the parts of a JSON object one by one, and refuses whatever is of the wrong kind or not known.

A manifest comes on a stick from anywhere: nothing in it is believed until it has been read here. Every
complaint names the part as it stands in the file, such as ``image_text.tokens.eos``. Must never know what the
parts mean.
"""

import json
import math
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

Value = TypeVar("Value")
Other = TypeVar("Other")
Reader = Callable[[object, str], Value]
"""Takes a JSON value and the name of its place; returns what it stands for, or raises ValueError."""


class UnknownPartError(ValueError):
    """A part that this version does not know: whoever wrote it knew more than we do."""


class Fields:
    """The parts of one JSON object, each of which is taken once."""

    def __init__(self, data: object, where: str = "") -> None:
        """Take an object; raises ValueError if it is none."""
        if not isinstance(data, dict):
            raise ValueError(f"{where or 'it'} is no object with named parts")
        self._data: dict[str, Any] = data
        self._where = where
        self._taken: set[str] = set()

    def place(self, name: str) -> str:
        """Return the name of a part as messages tell it."""
        return f"{self._where}.{name}" if self._where else name

    def need(self, name: str, read: Reader[Value]) -> Value:
        """Return a part that must be there."""
        self._taken.add(name)
        if name not in self._data:
            raise ValueError(f"{self.place(name)} is missing")
        return read(self._data[name], self.place(name))

    def may(self, name: str, read: Reader[Value], default: Other) -> Value | Other:
        """Return a part that can be left out or null, and then stands for ``default``."""
        self._taken.add(name)
        value = self._data.get(name)
        return default if value is None else read(value, self.place(name))

    def end(self) -> None:
        """Raise UnknownPartError if the object has a part that nobody asked for."""
        unknown = sorted(set(self._data) - self._taken)
        if unknown:
            raise UnknownPartError(f"{self.place(unknown[0])} is not known")


def parse(text: str) -> Fields:
    """Return the object that a JSON text holds; raises ValueError for all else, doubled names too."""
    try:
        return Fields(json.loads(text, object_pairs_hook=_unambiguous))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) != len(pairs):
        raise ValueError("a part stands in it twice")
    return held


def text(value: object, where: str) -> str:
    """Read text."""
    if not isinstance(value, str):
        raise ValueError(f"{where} is no text")
    if any("\ud800" <= each <= "\udfff" for each in value):
        raise ValueError(f"{where} holds broken characters")
    return value


def filled(value: object, where: str) -> str:
    """Read text that is not empty."""
    found = text(value, where)
    if not found.strip():
        raise ValueError(f"{where} is empty")
    return found


def flag(value: object, where: str) -> bool:
    """Read yes or no."""
    if not isinstance(value, bool):
        raise ValueError(f"{where} is neither true nor false")
    return value


def number(value: object, where: str) -> float:
    """Read a finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{where} is no number")
    try:
        found = float(value)
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise ValueError(f"{where} is no finite number")
    return found


def whole(least: int = 0, most: int = 2**62) -> Reader[int]:
    """Make a reader of whole numbers within bounds, inclusive."""

    def read(value: object, where: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"{where} is no whole number")
        if not least <= value <= most:
            raise ValueError(f"{where} is not between {least} and {most}")
        return value

    return read


def one_of(*choices: str) -> Reader[str]:
    """Make a reader of a word out of a fixed list; another word was written by a later version."""

    def read(value: object, where: str) -> str:
        found = text(value, where)
        if found not in choices:
            raise UnknownPartError(f"{where} '{found}' is none of: {', '.join(choices)}")
        return found

    return read


def sequence(read: Reader[Value], *, length: int | None = None) -> Reader[tuple[Value, ...]]:
    """Make a reader of lists, of exactly ``length`` parts if one is given."""

    def read_all(value: object, where: str) -> tuple[Value, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{where} is no list")
        if length is not None and len(value) != length:
            raise ValueError(f"{where} has {len(value)} parts, not {length}")
        return tuple(read(each, f"{where}[{index}]") for index, each in enumerate(value))

    return read_all


def mapping(read: Reader[Value], *, name: Reader[str] = text) -> Reader[Mapping[str, Value]]:
    """Make a reader of objects whose names are free."""

    def read_all(value: object, where: str) -> Mapping[str, Value]:
        if not isinstance(value, dict):
            raise ValueError(f"{where} is no object with named parts")
        return {name(key, where): read(each, f"{where}.{key}") for key, each in value.items()}

    return read_all


def scalar(value: object, where: str) -> str | float | bool:
    """Read text, a number, or yes or no."""
    if isinstance(value, str | bool):
        return text(value, where) if isinstance(value, str) else value
    return number(value, where)
