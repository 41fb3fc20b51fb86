"""What is within a bundle: upwards a hello, batches of changes and files; downwards the answers to them.

They are the same messages as over a network, in the order in which they would go, so that whoever takes a
bundle does with each what an endpoint does. Whatever has come by a network meanwhile is known, and passed
over.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from engine.progress import SILENT, Progress
from engine.sync.bundles.errors import DamagedBundleError
from engine.sync.bundles.index import Index
from engine.sync.bundles.reading import read_members
from engine.sync.bundles.writing import Member
from engine.sync.wire.blobs import IMAGES
from engine.sync.wire.down import DownBatch
from engine.sync.wire.enrolment import EnrolReply, EnrolRequest
from engine.sync.wire.entries import MOST_BATCH_BYTES, Batch
from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import Hello, HelloReply
from engine.sync.wire.packs import PackRoots
from engine.sync.wire.receipts import SignedReceipt

ENROL = "enrol.json"
ENROLLED = "enrolled.json"
HELLO = "hello.json"
REPLY = "reply.json"
ROOTS = "pack-roots.json"
_DOWN = re.compile(r"down/\d{6}\.batch", re.ASCII)
_CHANGES = re.compile(r"changes/\d{6}\.batch", re.ASCII)
_RECEIPTS = re.compile(r"receipts/\d{6}\.json", re.ASCII)
_BLOB = re.compile(r"blobs/([2-5])/([0-9a-f]{64})", re.ASCII)
_PACKED = re.compile(r"packs/([0-9a-f]{64})", re.ASCII)
_MOST_MESSAGE = 16 << 20
"""Of anything but a file; batches of changes have a bound of their own."""

_Decoded = TypeVar("_Decoded")


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file within a bundle; its content is to be read before the next is asked for.

    Attributes:
        sha256: What its content must have.
        tier: How urgent it is.
        size: Bytes.
        content: Reads it.
    """

    sha256: str
    tier: int
    size: int
    content: BinaryIO


@dataclass(frozen=True, slots=True)
class OutgoingBlob:
    """A file that goes into a bundle: SHA-256, tier, bytes, and what opens it."""

    sha256: str
    tier: int
    size: int
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Answer:
    """What headquarters sends back on the stick.

    Attributes:
        reply: To the hello.
        down: What it has for the library since, in batches that follow one another.
        receipts: For what it has now.
        enrolled: Where the bundle brought a laptop that joined by it: what headquarters calls it.
        roots: Those that sign the team's packs; None where they do not come along.
    """

    reply: HelloReply
    down: tuple[DownBatch, ...]
    receipts: tuple[SignedReceipt, ...]
    enrolled: EnrolReply | None = None
    roots: PackRoots | None = None


def upward(
    hello: Hello,
    batches: Iterable[Batch],
    files: Iterable[OutgoingBlob],
    enrol: EnrolRequest | None = None,
) -> Iterator[Member]:
    """Yield what a laptop puts into a bundle; a laptop that has not joined yet asks for that first."""
    if enrol is not None:
        yield Member.of(ENROL, enrol.encode())
    yield Member.of(HELLO, hello.encode())
    for number, batch in enumerate(batches, 1):
        yield Member.of(f"changes/{number:06}.batch", batch.encode())
    for file in files:
        yield Member(f"blobs/{file.tier}/{file.sha256}", file.size, file.open)


def downward(answer: Answer, packed: Iterable[OutgoingBlob] = ()) -> Iterator[Member]:
    """Yield what headquarters puts into its answer, and behind it files of packs that it offers."""
    if answer.enrolled is not None:
        yield Member.of(ENROLLED, answer.enrolled.encode())
    yield Member.of(REPLY, answer.reply.encode())
    for number, batch in enumerate(answer.down, 1):
        yield Member.of(f"down/{number:06}.batch", batch.encode())
    for number, receipt in enumerate(answer.receipts, 1):
        yield Member.of(f"receipts/{number:06}.json", receipt.encode())
    if answer.roots is not None:
        yield Member.of(ROOTS, answer.roots.encode())
    for file in packed:
        yield Member(f"packs/{file.sha256}", file.size, file.open)


def read_upward(
    folder: Path, index: Index, identities: list[Any], *, progress: Progress = SILENT
) -> Iterator[EnrolRequest | Hello | Batch | CarriedFile]:
    """Yield what is in a verified bundle: the wish to join if there is one, hello, batches, then files.

    Raises:
        ForeignBundleError: None of the keys opens it.
        DamagedBundleError: It holds something else, or in another order.
    """
    stage, done = 0, 0
    for name, size, content in read_members(folder, index, identities):
        if name == ENROL and stage == 0:
            stage = 1
            yield _decoded(folder, EnrolRequest.decode, _read(folder, content, size))
        elif name == HELLO and stage <= 1:
            stage = 2
            yield _decoded(folder, Hello.decode, _read(folder, content, size))
        elif _CHANGES.fullmatch(name) and stage == 2:
            if size > MOST_BATCH_BYTES:
                raise _unfit(folder)
            yield _decoded(folder, Batch.decode, content.read())
        elif (match := _BLOB.fullmatch(name)) and stage >= 2:
            stage = 3
            yield CarriedFile(match[2], int(match[1]), size, content)
        else:
            raise _unfit(folder)
        done += size
        progress.update(done=done, total=None, label="bytes taken")
    if stage < 2:
        raise _unfit(folder)


def read_downward(folder: Path, index: Index, identities: list[Any]) -> Answer:
    """Return what headquarters answers in a bundle that was verified; its signatures are not verified here.

    Raises:
        ForeignBundleError: The key does not open it.
        DamagedBundleError: It holds something else.
    """
    reply: HelloReply | None = None
    enrolled: EnrolReply | None = None
    down: list[DownBatch] = []
    receipts: list[SignedReceipt] = []
    roots: PackRoots | None = None
    with closing(read_members(folder, index, identities)) as members:
        for name, size, content in members:
            if _PACKED.fullmatch(name):
                break  # Nothing but such files comes behind them, which read_packed gives.
            data = _read(folder, content, size)
            if name == REPLY and reply is None:
                reply = _decoded(folder, HelloReply.decode, data)
            elif name == ENROLLED and enrolled is None:
                enrolled = _decoded(folder, EnrolReply.decode, data)
            elif _DOWN.fullmatch(name):
                down.append(_decoded(folder, DownBatch.decode, data))
            elif _RECEIPTS.fullmatch(name):
                receipts.append(_decoded(folder, SignedReceipt.decode, data))
            elif name == ROOTS and roots is None:
                roots = _decoded(folder, PackRoots.decode, data)
            else:
                raise _unfit(folder)
    if reply is None:
        raise _unfit(folder)
    return Answer(reply, tuple(down), tuple(receipts), enrolled, roots)


def read_packed(folder: Path, index: Index, identities: list[Any]) -> Iterator[CarriedFile]:
    """Yield the files of packs in an answer that was verified, for whoever knows what is offered.

    Raises:
        ForeignBundleError: The key does not open it.
        DamagedBundleError: It holds something else behind them.
    """
    begun = False
    for name, size, content in read_members(folder, index, identities):
        match = _PACKED.fullmatch(name)
        if match:
            begun = True
            yield CarriedFile(match[1], IMAGES, size, content)
        elif begun:
            raise _unfit(folder)


def _read(folder: Path, content: BinaryIO, size: int) -> bytes:
    if size > _MOST_MESSAGE:
        raise _unfit(folder)
    return content.read()


def _decoded(folder: Path, decode: Callable[[bytes], _Decoded], data: bytes) -> _Decoded:
    try:
        return decode(data)
    except WireError as error:
        raise _unfit(folder) from error


def _unfit(folder: Path) -> DamagedBundleError:
    return DamagedBundleError(
        "This bundle holds something that cannot be understood; the rest of it was not taken.",
        which=folder,
        remedy="Install the same version of Sanduku at both ends, and have the bundle made again.",
    )
