"""Batches of changes one after another in one stream: each counts as soon as it is whole, without waiting.

On a thin link with a long delay, a batch that waits for the answer to the one before lets the link idle, and
begins its compression anew. So many batches go in one zstd frame, flushed after each: whoever takes them
has each in its turn and answers once, at the end. A batch stands there as the CRC-32 of its NDJSON (that of
the frame comes too late) and three lengths, four bytes each (big-endian), and three columns (see
``columns``): the text, the keys, the numbers.
"""

import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import zstandard

from engine.sync.wire.columns import Columns, joined, split
from engine.sync.wire.entries import Batch
from engine.sync.wire.errors import WireError, refusing
from engine.sync.wire.parsing import Inflater, MalformedError

CHANGES: Final = "application/vnd.sanduku.changes+zstd"
"""Content type of a stream."""
MOST_STREAM_BYTES = 16 << 20
"""Of a stream, compressed."""
MOST_PART_BYTES = 9 << 20
"""Of a batch within a stream, in the clear; one entry has at most eight megabytes."""
_MOST_PLAIN_BYTES = 256 << 20
_HEAD = struct.Struct(">IIII")
_LEVEL, _WINDOW_LOG = 19, 21


class BatchWriter:
    """Makes a stream, batch by batch."""

    def __init__(self, *, level: int = _LEVEL) -> None:
        """Begin a stream; a lower ``level`` of zstd makes it sooner, and longer."""
        parameters = zstandard.ZstdCompressionParameters.from_level(
            level, source_size=1 << _WINDOW_LOG, window_log=_WINDOW_LOG, write_checksum=True,
            write_content_size=False,
        )  # fmt: skip
        self._frame = zstandard.ZstdCompressor(compression_params=parameters).compressobj()

    def add(self, batch: Batch) -> bytes:
        """Return the bytes of the stream that a further batch gives; raises ValueError for a longer one."""
        text = batch.to_lines()
        if len(text) > MOST_PART_BYTES:
            raise ValueError("too long for a stream")
        columns = split(text)
        parts = (columns.text, columns.keys, columns.numbers)
        gone = [self._frame.compress(_HEAD.pack(zlib.crc32(text), *map(len, parts)))]
        for part in parts:  # Flushed one by one: each packs by the statistics of its like.
            gone += [self._frame.compress(part), self._frame.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)]
        return b"".join(gone)

    def end(self) -> bytes:
        """Return the last bytes of the stream."""
        return self._frame.flush(zstandard.COMPRESSOBJ_FLUSH_FINISH)


class BatchReader:
    """Takes a stream apart as it arrives; each batch comes out as soon as it is whole."""

    def __init__(self) -> None:
        """Wait for the beginning."""
        self._inflater = Inflater(most=_MOST_PLAIN_BYTES)
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Batch]:
        """Yield the batches that are whole with this piece; what was yielded before an error stands.

        Raises:
            WireError: ``sync.malformed``, ``sync.too-large`` or ``sync.broken-chain``.
        """
        with refusing("sync.malformed"):
            for plain in self._inflater.feed(data):
                self._held += plain
                yield from self._whole()

    def end(self) -> None:
        """Raise WireError if the stream was cut off."""
        if self._held or not self._inflater.ended:
            raise WireError("sync.malformed", "a stream was cut off")

    def _whole(self) -> Iterator[Batch]:
        while len(self._held) >= _HEAD.size:
            checksum, *sizes = _HEAD.unpack_from(self._held)
            if sum(sizes) > MOST_PART_BYTES:
                raise MalformedError("a batch is too long", code="sync.too-large")
            places = [_HEAD.size]
            for size in sizes:
                places.append(places[-1] + size)
            if len(self._held) < places[-1]:
                return
            text, keys, numbers = (bytes(self._held[start:end]) for start, end in pairwise(places))
            del self._held[: places[-1]]
            lines = joined(Columns(text, keys, numbers), most=MOST_PART_BYTES)
            if zlib.crc32(lines) != checksum:
                raise MalformedError("a batch is damaged")
            yield Batch.from_lines(lines)
