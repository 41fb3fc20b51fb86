"""Files as they travel: what headquarters has of them, and small ones packed into one stream.

A pack is frame after frame: 32 bytes of SHA-256, four of length (big-endian), the content. As a pack of JSON
the whole stream is one zstd frame, flushed after each file, so that each is whole as soon as it has arrived.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

import zstandard

from engine.sync.wire.errors import WireError, refusing
from engine.sync.wire.parsing import (
    Fields,
    Inflater,
    MalformedError,
    is_hash,
    json_bytes,
    parsed_object,
)

MOST_BLOBS = 5000
"""That are asked about at once."""
MOST_FRAME_BYTES = 16 << 20
"""Of one file in a pack; larger ones go by themselves, piece by piece."""
MOST_PACK_BYTES = 256 << 20
"""Of a pack, in the clear."""
PLAIN_PACK = "application/vnd.sanduku.pack"
"""Content type of a pack of images."""
ZSTD_PACK = "application/vnd.sanduku.pack+zstd"
"""Content type of a pack of JSON."""
BODIES, THUMBNAILS, CROPS, IMAGES = 2, 3, 4, 5
"""Tiers of files; the text, which goes first, is in the changes themselves."""
_MOST_BYTES = 2 << 20
_HEAD = struct.Struct(">32sI")


@dataclass(frozen=True, slots=True)
class BlobOffer:
    """A file that a laptop could send.

    Attributes:
        sha256: Of its content.
        size: Bytes.
        tier: One of the tiers above.
    """

    sha256: str
    size: int
    tier: int


@dataclass(frozen=True, slots=True)
class HaveRequest:
    """Asks which of some files headquarters still needs."""

    stream: str
    blobs: tuple[BlobOffer, ...]

    def encode(self) -> bytes:
        """Return it as JSON."""
        offers = [[blob.sha256, blob.size, blob.tier] for blob in self.blobs]
        return json_bytes({"stream": self.stream, "blobs": offers})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "have request")
            offers = tuple(BlobOffer(*_row(row, 3)) for row in fields.list("blobs", most=MOST_BLOBS))
            if any(not BODIES <= offer.tier <= IMAGES for offer in offers):
                raise MalformedError("there is no such tier")
            if len({offer.sha256 for offer in offers}) != len(offers):
                raise MalformedError("a file stands there twice")
            return cls(fields.id("stream"), offers)


@dataclass(frozen=True, slots=True)
class HaveReply:
    """What headquarters needs of the files that it was asked about.

    Attributes:
        need: SHA-256 of those that it needs, with the bytes that it has of each already.
        refused: SHA-256 of those that it will not take, each with a code of the table of errors. What stands
            in neither is there.
    """

    need: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, str], ...] = ()

    def encode(self) -> bytes:
        """Return it as JSON."""
        value: dict[str, Any] = {"need": [list(row) for row in self.need]}
        if self.refused:
            value["refused"] = [list(row) for row in self.refused]
        return json_bytes(value)

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "have reply")
            rows = [_row(row, 2) for row in fields.list("need", most=MOST_BLOBS)]
            return cls(tuple((sha256, offset) for sha256, offset in rows), _refused(fields))


@dataclass(frozen=True, slots=True)
class PackReply:
    """What became of the files of a pack: stored, or refused with a code of the table of errors."""

    stored: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes({"stored": list(self.stored), "refused": [list(row) for row in self.refused]})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "pack reply")
            return cls(fields.hashes("stored", most=MOST_BLOBS), _refused(fields))


@dataclass(frozen=True, slots=True)
class Frame:
    """A file of a pack; its content has the SHA-256 that it names."""

    sha256: str
    content: bytes


class FrameWriter:
    """Makes a pack, file by file."""

    def __init__(self, *, compressed: bool) -> None:
        """Make a pack of JSON, compressed, or of images."""
        self._frame = zstandard.ZstdCompressor(level=12).compressobj() if compressed else None

    def add(self, content: bytes) -> bytes:
        """Return the bytes of the pack that a further file gives."""
        if len(content) > MOST_FRAME_BYTES:
            raise ValueError("too large for a pack")
        data = _HEAD.pack(hashlib.sha256(content).digest(), len(content)) + content
        if self._frame is None:
            return data
        return self._frame.compress(data) + self._frame.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)

    def end(self) -> bytes:
        """Return the last bytes of the pack."""
        return b"" if self._frame is None else self._frame.flush(zstandard.COMPRESSOBJ_FLUSH_FINISH)


class FrameReader:
    """Takes a pack apart as it arrives; each file comes out as soon as it is whole."""

    def __init__(self, *, compressed: bool) -> None:
        """Read a pack of JSON, compressed, or of images."""
        self._inflater = Inflater(most=MOST_PACK_BYTES) if compressed else None
        self._held = bytearray()
        self._taken = 0

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Yield the files that are whole with this piece.

        Raises:
            WireError: ``blob.damaged`` where a content is not the one it is named for, ``blob.too-large``, or
                ``request.malformed``; what was yielded before stands.
        """
        with refusing("request.malformed"):
            for plain in (data,) if self._inflater is None else self._inflater.feed(data):
                self._taken += len(plain)
                if self._taken > MOST_PACK_BYTES:
                    raise MalformedError("a pack is too long", code="request.too-large")
                self._held += plain
                yield from self._whole()

    def end(self) -> None:
        """Raise WireError if the pack was cut off."""
        if self._held or (self._inflater is not None and not self._inflater.ended):
            raise WireError("request.malformed", "a pack was cut off")

    def _whole(self) -> Iterator[Frame]:
        start = 0
        while len(self._held) - start >= _HEAD.size:
            digest, size = _HEAD.unpack_from(self._held, start)
            if size > MOST_FRAME_BYTES:
                raise WireError("blob.too-large", "a file of a pack")
            end = start + _HEAD.size + size
            if len(self._held) < end:
                break
            content = bytes(self._held[start + _HEAD.size : end])
            if hashlib.sha256(content).digest() != digest:
                raise WireError("blob.damaged", "a file of a pack", details={"sha256": digest.hex()})
            start = end
            yield Frame(digest.hex(), content)
        del self._held[:start]


def packed(contents: Iterable[bytes], *, compressed: bool) -> bytes:
    """Return a pack of files."""
    writer = FrameWriter(compressed=compressed)
    return b"".join([*(writer.add(content) for content in contents), writer.end()])


def unpacked(data: bytes, *, compressed: bool) -> tuple[Frame, ...]:
    """Return the files of a whole pack; raises WireError."""
    reader = FrameReader(compressed=compressed)
    frames = tuple(reader.feed(data))
    reader.end()
    return frames


def _refused(fields: Fields) -> tuple[tuple[str, str], ...]:
    refused = fields.list("refused", most=MOST_BLOBS, default=[])
    for row in refused:
        if not (isinstance(row, list) and len(row) == 2 and is_hash(row[0]) and isinstance(row[1], str)):
            raise MalformedError("a refused file does not fit")
    return tuple((row[0], row[1]) for row in refused)


def _row(row: Any, length: int) -> list[Any]:  # noqa: ANN401
    """Return a row of a hash and whole numbers."""
    if not (isinstance(row, list) and len(row) == length and is_hash(row[0])):
        raise MalformedError("a row about a file does not fit")
    if any(
        not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 1 << 62
        for number in row[1:]
    ):
        raise MalformedError("a row about a file does not fit")
    return row
