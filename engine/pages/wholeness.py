"""Looks whether a file is all there, by the lengths and sums that its format itself states.

Decoders are lenient or vague about this: a WebP that was cut off is "not decodable" to them, and a PNG with
flipped bits decodes to something. Wrong pixels become wrong letters, so they are not let through.
"""

import io
import struct
import zlib
from typing import BinaryIO

from engine.pages import kinds
from engine.pages.kinds import Kind

_PIECE = 1 << 20
_PNG_SIGNATURE = 8


def ends_early(stream: BinaryIO, kind: Kind) -> bool:
    """Whether the file is shorter than it says itself; False where the format does not say."""
    length = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    head = stream.read(16)
    if kind is kinds.WEBP and len(head) >= 8:
        return int.from_bytes(head[4:8], "little") + 8 > length
    if kind is kinds.TIFF and head[2:3] in (b"*", b"\x00") and len(head) >= 8:
        first = int.from_bytes(head[4:8], "little" if head[:1] == b"I" else "big")
        return first >= length
    if kind is kinds.HEIF:
        return _boxes_reach_beyond(stream, length)
    return False


def png_is_intact(stream: BinaryIO) -> bool:
    """Whether the check sums of all parts that hold pixels are right; True where the file ends before."""
    stream.seek(_PNG_SIGNATURE)
    while len(head := stream.read(8)) == 8:
        length, name = struct.unpack(">I4s", head)
        found = zlib.crc32(name)
        if name not in (b"IHDR", b"PLTE", b"IDAT"):
            if name == b"IEND":
                return True
            stream.seek(length + 4, io.SEEK_CUR)
            continue
        while length:
            piece = stream.read(min(length, _PIECE))
            if not piece:
                return True  # cut off, which is told apart from damage
            found = zlib.crc32(piece, found)
            length -= len(piece)
        stated = stream.read(4)
        if len(stated) == 4 and int.from_bytes(stated, "big") != found:
            return False
    return True


def _boxes_reach_beyond(stream: BinaryIO, length: int) -> bool:
    place = 0
    while place + 8 <= length:
        stream.seek(place)
        size = int.from_bytes(stream.read(4), "big")
        if size == 0:  # the last box, up to the end
            return False
        if size == 1:
            stream.seek(4, io.SEEK_CUR)
            size = int.from_bytes(stream.read(8), "big")
        if size < 8:
            return False
        place += size
    return place != length
