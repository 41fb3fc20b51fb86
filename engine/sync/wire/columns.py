"""Sets apart, in a text of NDJSON, what does not pack well among words: hashes, ids, and how sure lines are.

A hash is 32 bytes and takes 64 letters; among words a compressor makes some 45 bytes of them. Here they
become one byte in the text, and their 32 bytes stand elsewhere, and so with ids. What is left of the text,
and the numbers, pack better too, each among its like. It is about bytes alone: every text comes back as it
was, whatever the letters mean. Knows nothing of entries.
"""

import re
from dataclasses import dataclass

from engine.sync.wire.parsing import MalformedError

HASH_BYTES, ID_BYTES = 32, 17
_LETTERS = b"0123456789abcdefghjkmnpqrstvwxyz"
"""Of ids: 26 of them, five bits each."""
_ID_LETTERS = 26
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}
_HASH, _NEW_ID, _RECENT_ID, _NUMBERS = b"\x01", b"\x02", b"\x03", b"\x04"
"""Stand in the text for what was taken out. JSON has none of these bytes: it writes them in letters."""
_REMEMBERED = 16
_FIRST_PLACE = 0x40
_PERCENT = rb"(?:100|[1-9]?[0-9])"
_TAKEN_OUT = re.compile(
    rb'"([0-9a-f]{64})"|"([0-9a-hjkmnp-tv-z]{26})"|"sure":\[(' + _PERCENT + rb"(?:," + _PERCENT + rb")*)\]"
)
_MARK = re.compile(rb"[\x01\x02\x04]|\x03([\x40-\x4f]?)")
_CONTROL = re.compile(rb"[\x00-\x09\x0b-\x1f]")
_COUNT = re.compile(rb"([1-9][0-9]{0,5});")


@dataclass(frozen=True, slots=True)
class Columns:
    """A text with what was taken out of it.

    Attributes:
        text: With marks where something was taken out.
        keys: The hashes and ids, in the order of their marks.
        numbers: A byte for each number in [0, 100], likewise.
    """

    text: bytes
    keys: bytes
    numbers: bytes


def split(text: bytes) -> Columns:
    """Take the keys and numbers out of a text without control characters but for ends of lines."""
    if _CONTROL.search(text):
        raise ValueError("JSON has no control characters")
    keys, numbers, recent = bytearray(), bytearray(), list[bytes]()

    def take_out(found: re.Match[bytes]) -> bytes:
        sha256, name, percents = found.groups()
        if sha256 is not None:
            keys.extend(bytes.fromhex(sha256.decode()))
            return _HASH
        if percents is not None:
            values = bytes(map(int, percents.split(b",")))
            numbers.extend(values)
            return b"%b%d;" % (_NUMBERS, len(values))
        if name in recent:
            place = recent.index(name)
            recent.insert(0, recent.pop(place))
            return _RECENT_ID + bytes((_FIRST_PLACE + place,))
        _remember(recent, name)
        keys.extend(_id_to_bytes(name))
        return _NEW_ID

    return Columns(_TAKEN_OUT.sub(take_out, text), bytes(keys), bytes(numbers))


def joined(columns: Columns, *, most: int) -> bytes:
    """Return the text that was split; raises MalformedError where there is none, or one beyond ``most``."""
    return _Joining(columns, most).text()


class _Joining:
    """Puts what was taken out back in its place."""

    def __init__(self, columns: Columns, most: int) -> None:
        self._columns = columns
        self._most = most
        self._recent: list[bytes] = []
        self._key = self._number = 0

    def text(self) -> bytes:
        text, parts, place, size = self._columns.text, list[bytes](), 0, 0
        for mark in _MARK.finditer(text):
            if mark.start() < place:  # Within the count of numbers, which has none.
                raise MalformedError("marks overlap")
            value, end = self._value(mark)
            parts += [text[place : mark.start()], value]
            size += mark.start() - place + len(value)
            place = end
            if size > self._most:
                raise MalformedError("a batch expands to too much", code="sync.too-large")
        parts.append(text[place:])
        if self._key != len(self._columns.keys) or self._number != len(self._columns.numbers):
            raise MalformedError("something was taken out of nowhere")
        if size + len(parts[-1]) > self._most:
            raise MalformedError("a batch expands to too much", code="sync.too-large")
        return b"".join(parts)

    def _value(self, mark: re.Match[bytes]) -> tuple[bytes, int]:
        """Return what stands for a mark, and where the text goes on."""
        kind = mark[0][:1]
        if kind == _HASH:
            return b'"%b"' % self._next_key(HASH_BYTES).hex().encode(), mark.end()
        if kind == _NEW_ID:
            name = _id_from_bytes(self._next_key(ID_BYTES))
            _remember(self._recent, name)
            return b'"%b"' % name, mark.end()
        if kind == _RECENT_ID:
            place = mark[0][1] - _FIRST_PLACE if mark[1] else _REMEMBERED
            if place >= len(self._recent):
                raise MalformedError("an id was not named before")
            self._recent.insert(0, self._recent.pop(place))
            return b'"%b"' % self._recent[0], mark.end()
        count = _COUNT.match(self._columns.text, mark.end())
        if count is None:
            raise MalformedError("numbers are not counted")
        start, self._number = self._number, self._number + int(count[1])
        values = self._columns.numbers[start : self._number]
        if len(values) != int(count[1]) or max(values) > 100:
            raise MalformedError("a number is missing, or is no per cent")
        return b'"sure":[%b]' % b",".join(b"%d" % value for value in values), count.end()

    def _next_key(self, size: int) -> bytes:
        key = self._columns.keys[self._key : self._key + size]
        self._key += size
        if len(key) != size:
            raise MalformedError("a key is missing")
        return key


def _remember(recent: list[bytes], name: bytes) -> None:
    recent.insert(0, name)
    del recent[_REMEMBERED:]


def _id_to_bytes(name: bytes) -> bytes:
    number = 0
    for letter in name:
        number = number << 5 | _VALUES[letter]
    return number.to_bytes(ID_BYTES)


def _id_from_bytes(key: bytes) -> bytes:
    number, letters = int.from_bytes(key), bytearray(_ID_LETTERS)
    for place in reversed(range(_ID_LETTERS)):
        letters[place] = _LETTERS[number & 31]
        number >>= 5
    if number:
        raise MalformedError("an id is too long")
    return bytes(letters)
