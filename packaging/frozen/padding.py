"""Takes the empty space out of libraries (ELF, 64 bits) that were changed after they were linked.

Tools that rename a wheel's libraries move parts of them to the end, each at the next multiple of two
megabytes, for which an old linker had asked. What is loaded into memory stays at its address, byte for byte;
in the file, the parts move together as closely as the pages of memory allow.
"""

import struct
from pathlib import Path
from typing import NamedTuple

PAGE, PAGE_OF_ARM = 4096, 65536
"""Largest page of memory that systems have; Linux on ARM uses 4, 16 or 64 kilobytes, as it was built."""
LEAST_GAIN = 100_000
"""Bytes; a library that would shrink by less stays as it is."""

_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_SECTION = struct.Struct("<IIQQQQIIQQ")
_LOAD, _NO_BITS, _ALLOCATED, _ARM = 1, 8, 2, 183
_ELF64_LITTLE = b"\x7fELF\x02\x01"


class _Part(NamedTuple):
    """A loaded part of a library: where it lay in the file, how long it is, where it lies now."""

    before: int
    length: int
    after: int

    def holds(self, offset: int, length: int) -> bool:
        return self.before <= offset and offset + length <= self.before + self.length


def closed_up(content: bytes) -> bytes:
    """Return a library without empty space, or as it is where there is next to none.

    Raises:
        ValueError: It is no library of this kind, or is laid out as no linker does it.
    """
    if not content.startswith(_ELF64_LITTLE):
        raise ValueError("no ELF file of 64 bits")
    header = list(_HEADER.unpack_from(content))
    page = PAGE_OF_ARM if header[2] == _ARM else PAGE
    segments = [list(each) for each in _table(content, _SEGMENT, header[5], header[10])]
    sections = [list(each) for each in _table(content, _SECTION, header[6], header[12])]
    parts = _closer([(each[2], each[5]) for each in segments if each[0] == _LOAD], page)
    out = bytearray(max(part.after + part.length for part in parts))
    for part in parts:
        out[part.after : part.after + part.length] = content[part.before : part.before + part.length]
    for segment in segments:
        if segment[5]:
            segment[2] = _moved(parts, segment[2], segment[5])
        if segment[0] == _LOAD:
            segment[7] = min(segment[7], page)
    for section in sections:
        kind, flags, offset, length = section[1], section[2], section[4], section[5]
        if kind in (0, _NO_BITS):
            continue
        if flags & _ALLOCATED:
            section[4] = _moved(parts, offset, length)
        else:
            out += b"\0" * (-len(out) % max(1, section[8]))
            section[4] = len(out)
            out += content[offset : offset + length]
    out += b"\0" * (-len(out) % 8)
    header[5], header[6] = _moved(parts, header[5], _SEGMENT.size * len(segments)), len(out)
    out += b"".join(_SECTION.pack(*each) for each in sections)
    out[header[5] : header[5] + _SEGMENT.size * len(segments)] = b"".join(
        _SEGMENT.pack(*each) for each in segments
    )
    out[: _HEADER.size] = _HEADER.pack(*header)
    return bytes(out) if len(content) - len(out) >= LEAST_GAIN else content


def close_up(file: Path) -> int:
    """Close up a library in its place; return how many bytes that gains."""
    before = file.read_bytes()
    after = closed_up(before)
    if after != before:
        file.write_bytes(after)
    return len(before) - len(after)


def _table(content: bytes, entry: struct.Struct, offset: int, count: int) -> list[tuple[int, ...]]:
    return [entry.unpack_from(content, offset + number * entry.size) for number in range(count)]


def _closer(loads: list[tuple[int, int]], page: int) -> list[_Part]:
    """Return the loaded parts, each moved up behind the one before, at the same place within a page."""
    parts: list[_Part] = []
    end = 0
    for offset, length in sorted(loads):
        if length == 0:
            continue
        if parts and offset < parts[-1].before + parts[-1].length:
            raise ValueError("parts of the file overlap")
        after = end + (offset - end) % page
        parts.append(_Part(offset, length, after))
        end = after + length
    return parts


def _moved(parts: list[_Part], offset: int, length: int) -> int:
    for part in parts:
        if part.holds(offset, length):
            return part.after + offset - part.before
    raise ValueError(f"what lies at {offset:#x} is loaded nowhere")
