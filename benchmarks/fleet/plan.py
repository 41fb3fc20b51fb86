"""All visits of a run, made beforehand and kept in a file: memory stays the same for any number of them."""

import os
import struct
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.fleet.laptop import Laptop, Visit, few_pages
from engine.progress import SILENT, Progress
from engine.sync.wire.positions import Position

_HEAD = struct.Struct("<IIIIQQ64s64s")


@dataclass(frozen=True, slots=True)
class Joined:
    """A laptop as headquarters knows it.

    Attributes:
        stream: That takes its changes.
        access: The permission that it shows.
    """

    stream: str
    access: str


class Plan:
    """The visits of a run, by their number; laptops come by in turn."""

    def __init__(self, path: Path, laptops: int, total: int) -> None:
        """Begin an empty plan.

        Args:
            path: Of the file that holds it; made anew.
            laptops: How many there are.
            total: How many visits there are in all.
        """
        self.laptops = laptops
        self.total = total
        self.pages = 0
        self._offsets = array("Q", bytes(8 * total))
        self._file = path.open("w+b")

    def make(
        self,
        laptop_of: Callable[[int], Laptop],
        joined: list[Joined],
        seed: int,
        progress: Progress = SILENT,
    ) -> None:
        """Work all visits out, laptop after laptop; one laptop's log is in memory at a time."""
        place = done = 0
        for number in range(min(self.laptops, self.total)):
            turns = range(number, self.total, self.laptops)
            made = laptop_of(number).visits(joined[number].stream, few_pages(seed + number), len(turns))
            for turn, visit in zip(turns, made, strict=True):
                packed = _packed(visit)
                self._offsets[turn] = place
                place += self._file.write(packed)
                self.pages += visit.pages
                done += 1
            progress.update(done=done, total=self.total, label="visits worked out")
        self._file.flush()

    def visit(self, number: int) -> Visit:
        """Return what is sent on a visit."""
        handle, place = self._file.fileno(), self._offsets[number]
        head = _HEAD.unpack(os.pread(handle, _HEAD.size, place))
        lengths, pages, after_seq, end_seq = head[:3], head[3], head[4], head[5]
        body = os.pread(handle, sum(lengths), place + _HEAD.size)
        first, second = lengths[0], lengths[0] + lengths[1]
        return Visit(
            body[:first],
            body[first:second],
            body[second:],
            Position(after_seq, head[6].decode()),
            Position(end_seq, head[7].decode()),
            pages,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _packed(visit: Visit) -> bytes:
    head = _HEAD.pack(
        len(visit.hello),
        len(visit.changes),
        len(visit.receipt),
        visit.pages,
        visit.after.seq,
        visit.end.seq,
        visit.after.hash.encode(),
        visit.end.hash.encode(),
    )
    return head + visit.hello + visit.changes + visit.receipt
