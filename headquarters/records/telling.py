"""Reads what laptops tell in the payloads of their entries: strict about types, forgiving about characters.

A payload that does not fit raises :class:`MalformedEntryError` before anything is changed; the entry then
stays in the log and is counted, and the laptop is not held up by it.
"""

from collections.abc import Mapping
from typing import Any

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MOST_TEXT = 1_000_000
MOST_LISTED = 100_000


class MalformedEntryError(Exception):
    """An entry does not tell what entries of its kind tell; the text holds nothing of a person's data."""


class Told:
    """A payload, asked for its fields by name and type."""

    def __init__(self, payload: Mapping[str, Any] | None) -> None:
        """Look into a payload; raises MalformedEntryError where it was erased."""
        if payload is None:
            raise MalformedEntryError("the payload was erased")
        self._payload = payload

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text as it can be stored; ``default`` where there is none."""
        value = self._payload.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or len(value) > MOST_TEXT:
            raise MalformedEntryError(f"{name} is no text")
        return storable(value)

    def optional_text(self, name: str) -> str | None:
        """Return a text as it can be stored, or None."""
        return None if self._payload.get(name) is None else self.text(name)

    def whole(self, name: str) -> int:
        """Return a number from 0 on that 63 bits hold."""
        value = self._payload.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 63:
            raise MalformedEntryError(f"{name} is no number")
        return value

    def texts(self, name: str) -> list[str]:
        """Return a list of texts."""
        value = self._payload.get(name)
        if not isinstance(value, list) or len(value) > MOST_LISTED:
            raise MalformedEntryError(f"{name} is no list")
        if not all(isinstance(each, str) and len(each) <= MOST_TEXT for each in value):
            raise MalformedEntryError(f"{name} is no list of texts")
        return [storable(each) for each in value]

    def json(self, *names: str) -> dict[str, Any]:
        """Return some fields as they can be stored; a field that is not there is None."""
        return {name: storable_json(self._payload.get(name)) for name in names}


def storable(text: str) -> str:
    """Return a text as PostgreSQL can hold it: without NUL and lone surrogates."""
    if text.isascii() and "\0" not in text:
        return text
    return text.encode("utf-8", "replace").decode().replace("\0", REPLACEMENT)


def storable_json(value: Any) -> Any:  # noqa: ANN401 - whatever stands in JSON
    """Return plain JSON values whose texts PostgreSQL can hold."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [storable_json(each) for each in value]
    if isinstance(value, dict):
        return {storable(str(name)): storable_json(each) for name, each in value.items()}
    return value
