"""Takes a bundle from a stick, and writes the answer that goes back on it.

Each message in it is taken as the endpoint for it would take it, in a transaction of its own, so a server
that is killed in the middle takes the rest when the same bundle is taken again. What a network has brought
before is known by its hash.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path

from engine.errors import SandukuError
from engine.progress import SILENT, Progress
from engine.sync.bundles.contents import (
    ENROL,
    Answer,
    CarriedFile,
    OutgoingBlob,
    downward,
    read_upward,
)
from engine.sync.bundles.errors import BundleError, ForeignBundleError
from engine.sync.bundles.index import Index, Kind, read_index, verify_bundle
from engine.sync.bundles.keys import headquarters_identity, laptop_recipient
from engine.sync.bundles.reading import read_members
from engine.sync.bundles.writing import write_bundle
from engine.sync.wire.down import DownBatch
from engine.sync.wire.enrolment import EnrolReply, EnrolRequest
from engine.sync.wire.entries import Batch
from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import Hello, HelloReply, position_in
from engine.sync.wire.parsing import from_base64
from engine.sync.wire.positions import MOST_CHECKPOINTS, Position
from engine.sync.wire.receipts import MOST_BLOBS, ReceiptRequest, SignedReceipt
from headquarters import audit
from headquarters.blobs.taking import awaited, take_part
from headquarters.bundles.packs import carried_packs
from headquarters.devices.access import Laptop
from headquarters.devices.registry import living_device
from headquarters.down.log import batch_after
from headquarters.enrolment.joining import join
from headquarters.parts import Headquarters
from headquarters.receipts.giving import receipt_for
from headquarters.sync.entries import take
from headquarters.sync.greeting import greet

UNJOINED = "new"
"""What stands for the device on a bundle of a laptop that joins by it."""

_PIECE = 1 << 20
_MOST_ENROL = 1 << 16


@dataclass(slots=True)
class TakenBundle:
    """What became of a bundle.

    Attributes:
        bundle: Its id.
        device: The laptop that it came from, as headquarters calls it.
        joined: Whether the laptop joined by it.
        changes: How many changes are new here.
        files: How many files are new here.
        known_files: How many were here already.
        refused: SHA-256 of files that were not taken, with the code of why.
        answer: The folder of the answer, to be copied back onto the stick.
    """

    bundle: str
    device: str
    joined: bool = False
    changes: int = 0
    files: int = 0
    known_files: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    answer: Path | None = None


def take_bundle(
    headquarters: Headquarters,
    folder: Path,
    answers: Path,
    *,
    packs: bool = False,
    progress: Progress = SILENT,
) -> TakenBundle:
    """Take a bundle and write the answer to it.

    Args:
        headquarters: Open.
        folder: Of the bundle.
        answers: Where the folder of the answer is made, such as the same stick.
        packs: Whether the files of offered packs come along that the laptop does not have yet.
        progress: Told of the bytes.

    Raises:
        BundleError: It is no bundle for this headquarters, damaged, or from nobody that is known.
        WireError: The laptop was shut out, or its invitation is no longer good.
        DiskFullError: There is no room.
    """
    index, _ = read_index(folder)
    if index.kind is not Kind.UP or index.hq != headquarters.identity.hq_id:
        raise ForeignBundleError(
            "This bundle is not meant for this headquarters.",
            which=folder,
            remedy="Ask the laptop's user which team it has joined.",
        )
    enrolled = _enrolled(headquarters, folder, index) if index.device == UNJOINED else None
    laptop, public_key = _sender(headquarters, folder, index, enrolled)
    verify_bundle(folder, public_key, progress=progress)
    taking = _Taking(headquarters, laptop, TakenBundle(index.bundle, laptop.device_id, enrolled is not None))
    taking.take_all(folder, index, progress)
    packed, roots = carried_packs(headquarters, laptop) if packs else ([], None)
    answer = replace(taking.answer(), enrolled=enrolled, roots=roots)
    taken = taking.taken
    taken.answer = _write_answer(headquarters, answers, index, laptop, public_key, answer, packed)
    with headquarters.database.transaction() as session:
        audit.record(
            session,
            team_id=laptop.team_id,
            actor=laptop.actor,
            action="bundle.taken",
            subject=index.bundle,
            details={"changes": taken.changes, "files": taken.files, "refused": len(taken.refused)},
        )
    return taken


class _Taking:
    """One bundle on its way in."""

    def __init__(self, headquarters: Headquarters, laptop: Laptop, taken: TakenBundle) -> None:
        self.taken = taken
        self._headquarters = headquarters
        self._laptop = laptop
        self._hello: Hello | None = None
        self._reply: HelloReply | None = None
        self._have: Position | None = None
        self._carried: list[str] = []

    def take_all(self, folder: Path, index: Index, progress: Progress) -> None:
        """Take everything, in order."""
        keys = [headquarters_identity(self._headquarters.identity.decryption_key)]
        for item in read_upward(folder, index, keys, progress=progress):
            if isinstance(item, Hello):
                self._hello = item
                self._reply = greet(self._headquarters, self._laptop, item)
                self._have = self._reply.have
            elif isinstance(item, Batch):
                self._take_batch(folder, item)
            elif isinstance(item, CarriedFile):
                self._take_file(item)

    def answer(self) -> Answer:
        """Return what goes back."""
        assert self._reply is not None
        assert self._have is not None
        reply = replace(self._reply, have=self._have)
        return Answer(reply, tuple(self._down(reply.down_resume)), tuple(self._receipts(reply)))

    def _take_batch(self, folder: Path, batch: Batch) -> None:
        assert self._reply is not None
        assert self._have is not None
        try:
            have = take(self._headquarters, self._laptop, replace(batch, stream=self._reply.stream))
        except WireError as error:
            have = self._take_after_fork(folder, batch, error)
        self.taken.changes += max(0, have.seq - self._have.seq)
        self._have = have

    def _take_after_fork(self, folder: Path, batch: Batch, error: WireError) -> Position:
        """Take a batch whose laptop's log goes another way than the stream that its hello led to.

        The bundle itself tells the laptop's hash at the place in question, which a hello would tell when
        asked; with it the right stream is found or opened.
        """
        assert self._hello is not None
        theirs = position_in(error.details)
        places = {entry.seq: entry.position for entry in batch.entries} | {batch.after.seq: batch.after}
        if error.code != "sync.forked" or theirs is None or theirs.seq not in places:
            raise _gap(folder) from error
        told = {place.seq: place for place in self._hello.checkpoints} | {theirs.seq: places[theirs.seq]}
        checkpoints = [told[seq] for seq in sorted(told, reverse=True)]
        if len(checkpoints) > MOST_CHECKPOINTS:
            del checkpoints[-2]  # The last one is the beginning, which no hello lacks.
        self._hello = replace(self._hello, checkpoints=tuple(checkpoints))
        self._reply = greet(self._headquarters, self._laptop, self._hello)
        try:
            return take(self._headquarters, self._laptop, replace(batch, stream=self._reply.stream))
        except WireError as again:
            raise _gap(folder) from again

    def _take_file(self, file: CarriedFile) -> None:
        headquarters, laptop, taken = self._headquarters, self._laptop, self.taken
        try:
            known = awaited(headquarters, laptop, file.sha256)
            if known.stored:
                taken.known_files += 1
            elif file.size > headquarters.settings.blob_bytes:
                raise WireError("blob.too-large")  # before it fills the disk
            else:
                part = headquarters.spool.part(laptop.team_id, file.sha256)
                part.remove()
                writer = part.open(0)
                try:
                    while piece := file.content.read(_PIECE):
                        writer.write(piece)
                finally:
                    writer.close()
                take_part(headquarters, laptop, known, part)
                taken.files += 1
            self._carried.append(file.sha256)
        except WireError as error:
            taken.refused[file.sha256] = error.code

    def _down(self, after: Position) -> Iterator[DownBatch]:
        while True:
            with self._headquarters.database.transaction() as session:
                batch = batch_after(session, self._headquarters, self._laptop, after)
            yield batch
            if not batch.entries or batch.last == batch.head:
                return
            after = batch.last

    def _receipts(self, reply: HelloReply) -> Iterator[SignedReceipt]:
        for start in range(0, max(1, len(self._carried)), MOST_BLOBS):
            wanted = ReceiptRequest(
                reply.stream, reply.have.seq, tuple(self._carried[start : start + MOST_BLOBS])
            )
            with self._headquarters.database.transaction() as session:
                yield receipt_for(session, self._headquarters, self._laptop, wanted)


def _enrolled(headquarters: Headquarters, folder: Path, index: Index) -> EnrolReply:
    """Let the laptop join that sends its wish to within the bundle, if the bundle is signed by its key."""
    keys = [headquarters_identity(headquarters.identity.decryption_key)]
    members = read_members(folder, index, keys)
    try:
        name, size, content = next(members, ("", 0, None))
        if name != ENROL or content is None or size > _MOST_ENROL:
            raise _nobody(folder)
        request = EnrolRequest.decode(content.read())
    except WireError as error:
        raise _nobody(folder) from error
    finally:
        members.close()
    verify_bundle(folder, request.public_key)
    if request.library_id != index.library:
        raise _nobody(folder)
    return join(headquarters, request)


def _sender(
    headquarters: Headquarters, folder: Path, index: Index, enrolled: EnrolReply | None
) -> tuple[Laptop, bytes]:
    """Return the laptop that a bundle says it comes from, and its key."""
    device_id = enrolled.device if enrolled is not None else index.device
    with headquarters.database.transaction() as session:
        try:
            device = living_device(session, device_id)
        except WireError as error:
            if error.code != "device.unknown":
                raise
            raise _nobody(folder) from error
        if (device.team_id, device.library_id) != (index.team, index.library):
            raise _nobody(folder)
        return Laptop(device.id, device.team_id, device.library_id), from_base64(device.public_key)


def _write_answer(
    headquarters: Headquarters,
    answers: Path,
    index: Index,
    laptop: Laptop,
    public_key: bytes,
    answer: Answer,
    packed: list[OutgoingBlob],
) -> Path:
    now = headquarters.clock.now().astimezone(UTC)
    folder = answers / f"sanduku-to-laptop-{now:%Y-%m-%d-%H%M%S}-{index.bundle[:8]}"
    write_bundle(
        folder,
        Index(
            kind=Kind.DOWN,
            bundle=index.bundle,
            hq=headquarters.identity.hq_id,
            team=laptop.team_id,
            library=laptop.library_id,
            device=laptop.device_id,
            made_at=now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        ),
        downward(answer, packed),
        recipients=[laptop_recipient(public_key)],
        private_key=headquarters.identity.signing_key,
    )
    return folder


def _nobody(folder: Path) -> SandukuError:
    return ForeignBundleError(
        "This bundle comes from no laptop that headquarters knows.",
        which=folder,
        remedy="Give the laptop an invitation, and have it export a bundle after it has joined by that.",
    )


def _gap(folder: Path) -> BundleError:
    return BundleError(
        "Changes that come before those of this bundle are missing here. Files were not taken.",
        which=folder,
        remedy="On the laptop, export all of it: 'sanduku bundle export --everything', and take that one.",
    )
