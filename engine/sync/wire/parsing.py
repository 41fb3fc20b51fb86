"""Reads JSON and compressed bytes from strangers: bounded in size, depth and time, and strict.

Whatever does not fit raises MalformedError, never another exception; the modules beside this one turn it
into a WireError with a code. Integers stay within 64 bits, since databases hold no others; texts are valid
Unicode.
"""

import base64
import binascii
import json
import math
import re
from collections.abc import Iterator
from typing import Any, NoReturn

import zstandard

MOST_DEPTH = 40
"""Objects and lists within one another; the library's deepest payload has a dozen."""

_INTEGER = 1 << 63
_SLICE = 256
"""Compressed bytes that are expanded at once: at most eight megabytes come of them."""
_WINDOW = 1 << 23
_LEVEL, _THIN_LEVEL, _THIN_BYTES = 12, 17, 2 << 20
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_NOTHING: Any = object()


class MalformedError(Exception):
    """Something does not have the form that it must have; the text holds nothing of a person's data."""

    def __init__(self, reason: str, *, code: str = "") -> None:
        """Tell what, for the log.

        Args:
            reason: What, without any of the values.
            code: The row of the table of errors, where it is another one than whoever parses would give.
        """
        super().__init__(reason)
        self.code = code


def parsed_object(data: bytes | str, *, most: int) -> dict[str, Any]:
    """Read one JSON object of at most ``most`` bytes; raises MalformedError."""
    if len(data) > most:
        raise MalformedError("a message is too long")
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        value = json.loads(
            text, object_pairs_hook=_without_doubles, parse_constant=_no_constant, parse_float=_finite
        )
    except MalformedError:
        raise
    except (ValueError, RecursionError):  # UnicodeDecodeError and JSONDecodeError are ValueErrors.
        raise MalformedError("not JSON") from None
    if not isinstance(value, dict):
        raise MalformedError("not an object")
    _look_through(value)
    return value


def json_bytes(value: dict[str, Any]) -> bytes:
    """Return a message as JSON, in the order that it is given in."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


class Fields:
    """The fields of one object, asked for by name and type; each question raises MalformedError."""

    def __init__(self, value: Any, name: str) -> None:  # noqa: ANN401 - whatever stands in JSON
        """Look into a value, which must be an object; ``name`` is for the log."""
        if not isinstance(value, dict):
            raise MalformedError(f"{name} is no object")
        self._value = value
        self._name = name

    def has(self, key: str) -> bool:
        """Return whether a field is there and not null."""
        return self._value.get(key) is not None

    def text(self, key: str, *, most: int = 1000, least: int = 0, default: Any = _NOTHING) -> str:  # noqa: ANN401
        """Return a text of a bounded number of characters, without zeros, which databases do not take."""
        value = self._get(key, default)
        if not isinstance(value, str) or not least <= len(value) <= most or "\0" in value:
            self._refuse(key)
        return value

    def optional_text(self, key: str, *, most: int = 1000) -> str | None:
        """Return a text, or None where there is none."""
        return self.text(key, most=most) if self.has(key) else None

    def id(self, key: str) -> str:
        """Return an id: up to 128 ASCII letters, digits and ``._:-``."""
        return self._matched(key, _ID)

    def optional_id(self, key: str) -> str | None:
        """Return an id, or None where there is none."""
        return self.id(key) if self.has(key) else None

    def hash(self, key: str) -> str:
        """Return a SHA-256 in lower-case hexadecimal."""
        return self._matched(key, _HASH)

    def whole(
        self,
        key: str,
        *,
        least: int = 0,
        most: int = _INTEGER - 1,
        default: Any = _NOTHING,  # noqa: ANN401
    ) -> int:
        """Return a whole number within bounds."""
        value = self._get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self._refuse(key)
        return value

    def flag(self, key: str, *, default: Any = _NOTHING) -> bool:  # noqa: ANN401
        """Return a yes or no."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            self._refuse(key)
        return value

    def object(self, key: str) -> dict[str, Any]:
        """Return an object as plain values."""
        value = self._get(key, _NOTHING)
        if not isinstance(value, dict):
            self._refuse(key)
        return value

    def fields(self, key: str) -> "Fields":
        """Return the fields of an object within."""
        return Fields(self.object(key), f"{self._name}.{key}")

    def list(self, key: str, *, most: int, default: Any = _NOTHING) -> list[Any]:  # noqa: ANN401
        """Return a list of a bounded length."""
        value = self._get(key, default)
        if not isinstance(value, list) or len(value) > most:
            self._refuse(key)
        return value

    def hashes(self, key: str, *, most: int, default: Any = _NOTHING) -> tuple[str, ...]:  # noqa: ANN401
        """Return a list of SHA-256, without doubles."""
        values = self.list(key, most=most, default=default)
        if not all(isinstance(value, str) and _HASH.fullmatch(value) for value in values):
            self._refuse(key)
        if len(set(values)) != len(values):
            self._refuse(key)
        return tuple(values)

    def binary(self, key: str, *, size: int) -> bytes:
        """Return bytes of an exact number that stand there as base64url without padding."""
        try:
            data = from_base64(self.text(key, most=8 + size * 2))
        except MalformedError:
            self._refuse(key)
        if len(data) != size:
            self._refuse(key)
        return data

    def only(self, *known: str) -> None:
        """Refuse any further field, where an unknown one would change what is meant."""
        for key in self._value:
            if key not in known:
                raise MalformedError(f"{self._name} has an unknown field")

    def _matched(self, key: str, pattern: re.Pattern[str]) -> str:
        value = self._get(key, _NOTHING)
        if not isinstance(value, str) or not pattern.fullmatch(value):
            self._refuse(key)
        return value

    def _get(self, key: str, default: Any) -> Any:  # noqa: ANN401
        value = self._value.get(key, default)
        if value is _NOTHING:
            raise MalformedError(f"{self._name}.{key} is missing")
        return value

    def _refuse(self, key: str) -> NoReturn:
        raise MalformedError(f"{self._name}.{key} does not fit")


def is_hash(value: Any) -> bool:  # noqa: ANN401
    """Return whether a value is a SHA-256 in lower-case hexadecimal."""
    return isinstance(value, str) and _HASH.fullmatch(value) is not None


def is_id(value: Any) -> bool:  # noqa: ANN401
    """Return whether a value is an id."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def to_base64(data: bytes) -> str:
    """Return bytes as base64url without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_base64(text: str) -> bytes:
    """Return the bytes of a text that :func:`to_base64` gave; raises MalformedError for any other."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text, re.ASCII):
        raise MalformedError("not base64url")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        raise MalformedError("not base64url") from None
    if to_base64(data) != text:  # One form alone, or a signature could be written in several ways.
        raise MalformedError("not base64url")
    return data


class Inflater:
    """Expands one zstd frame that comes in pieces, and refuses what grows beyond a bound."""

    def __init__(self, *, most: int) -> None:
        """Expand at most ``most`` bytes."""
        self._frame = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        self._most = most
        self._given = 0

    @property
    def ended(self) -> bool:
        """Whether the frame is whole."""
        return bool(self._frame.eof)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what a piece gives, in pieces of some megabytes at most; raises MalformedError."""
        view = memoryview(data)
        for start in range(0, len(view), _SLICE):
            if self._frame.eof:
                raise MalformedError("something follows the compressed data")
            try:
                plain = self._frame.decompress(view[start : start + _SLICE])
            except zstandard.ZstdError:
                raise MalformedError("the compressed data is damaged") from None
            if self._frame.unused_data:
                raise MalformedError("something follows the compressed data")
            self._given += len(plain)
            if self._given > self._most:
                raise MalformedError("the compressed data expands to too much", code="sync.too-large")
            if plain:
                yield plain


def deflated(data: bytes, *, level: int | None = None) -> bytes:
    """Return bytes as one zstd frame with a checksum.

    Args:
        data: What is packed.
        level: Of zstd; by default the one that makes the most of a thin link, and a quicker one for much.
    """
    level = level or (_THIN_LEVEL if len(data) <= _THIN_BYTES else _LEVEL)
    return zstandard.ZstdCompressor(level=level, write_checksum=True, write_content_size=True).compress(data)


def inflated(data: bytes, *, most: int) -> bytes:
    """Return what one zstd frame holds, at most ``most`` bytes; raises MalformedError."""
    frame = Inflater(most=most)
    plain = b"".join(frame.feed(data))
    if not frame.ended:
        raise MalformedError("the compressed data is cut off")
    return plain


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise MalformedError("a field stands there twice")
    return value


def _no_constant(_text: str) -> NoReturn:
    raise MalformedError("not a number of JSON")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise MalformedError("a number is too large")
    return value


def _look_through(value: Any) -> None:  # noqa: ANN401
    """Refuse what no database holds: too deep, integers beyond 64 bits, texts that are no Unicode."""
    left = [(value, 1)]
    while left:
        each, depth = left.pop()
        if depth > MOST_DEPTH:
            raise MalformedError("too deep")
        if isinstance(each, dict):
            left += [(key, depth) for key in each]
            left += [(part, depth + 1) for part in each.values()]
        elif isinstance(each, list):
            left += [(part, depth + 1) for part in each]
        elif isinstance(each, str):
            if not each.isascii():
                try:
                    each.encode()
                except UnicodeEncodeError:
                    raise MalformedError("a text is no Unicode") from None
        elif isinstance(each, int) and not -_INTEGER <= each < _INTEGER:
            raise MalformedError("a number is too large")
