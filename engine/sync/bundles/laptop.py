"""A laptop's side of a stick: what is to be sent goes into a bundle, and the answer comes back the same way.

Nothing counts as sent because it lies on a stick. What headquarters signs to have counts, whenever its answer
comes, and by whichever way the work went there first.
"""

import io
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from engine.errors import CancelledError, SandukuError
from engine.library import Library
from engine.library.clock import Clock, SystemClock, timestamp
from engine.library.hq_words import PackOffer
from engine.library.outbox import OutgoingFile
from engine.progress import SILENT, Progress
from engine.sync.bundles.contents import (
    Answer,
    CarriedFile,
    OutgoingBlob,
    read_downward,
    read_packed,
    upward,
)
from engine.sync.bundles.errors import BundleError, ForeignBundleError
from engine.sync.bundles.index import Index, Kind, read_index, verify_bundle
from engine.sync.bundles.keys import headquarters_recipients, laptop_identity
from engine.sync.bundles.writing import PART_BYTES, write_bundle
from engine.sync.ledger import APP, TIERS, Agreement, Ledger
from engine.sync.wire.enrolment import EnrolRequest
from engine.sync.wire.entries import Batch
from engine.sync.wire.errors import WireError
from engine.sync.wire.hello import HelloReply
from engine.sync.wire.receipts import ReceiptRequest
from engine.sync.wire.signatures import public_key_of

UNJOINED = "new"
"""What a laptop calls itself on the outside of a bundle before headquarters has named it."""

BATCH_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class ExportedBundle:
    """A bundle that was written.

    Attributes:
        folder: Where.
        bundle: Its id.
        changes: How many changes it carries.
        files: How many files.
        byte_size: Of all its parts.
        left_out: SHA-256 of files that are damaged or missing in the library, which a check tells more of.
    """

    folder: Path
    bundle: str
    changes: int
    files: int
    byte_size: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenAnswer:
    """What an answer changed.

    Attributes:
        changes: Up to which number headquarters has signed to have the changes.
        files: How many files it has signed to have.
        outcomes: Name of an outcome -> how many entries from headquarters ended so.
        export_again: Whether headquarters needs another bundle first: the library had been copied.
        packs: Names of model packs that came whole, and wait for a person to install them.
        pack_problems: Errors, as JSON, of packs that could not be taken.
    """

    changes: int
    files: int
    outcomes: dict[str, int] = field(default_factory=dict)
    export_again: bool = False
    packs: list[str] = field(default_factory=list)
    pack_problems: list[dict[str, Any]] = field(default_factory=list)


class PackTaker(Protocol):
    """Takes what a stick brings of model packs, as ``engine.sync.packs.OfferedPacks`` does."""

    def follow_root(self, roots: tuple[bytes, ...]) -> None:
        """Trust the root of the team's packs, if it is the one of the invitation."""

    def take_carried(self, file: CarriedFile) -> bool:
        """Take a file of an offered pack; return whether any offer names it."""

    def settle(self) -> list[PackOffer]:
        """Look at packs that came whole, and return them."""


class StickPost:
    """Sends by stick what a library has for its team."""

    def __init__(
        self,
        library: Library,
        *,
        doubt_threshold: float,
        device_name: str,
        clock: Clock | None = None,
    ) -> None:
        """Work on an open library that has an invitation to a team, or belongs to one.

        Args:
            library: The library.
            doubt_threshold: Lines of less confidence are told as doubtful.
            device_name: What people call this laptop.
            clock: Tells the time.
        """
        self._library = library
        self._ledger = Ledger(library, doubt_threshold=doubt_threshold)
        self._device_name = device_name
        self._clock = clock or SystemClock()

    def export(
        self,
        place: Path,
        *,
        tiers: tuple[int, ...] = TIERS,
        everything: bool = False,
        part_bytes: int = PART_BYTES,
        progress: Progress = SILENT,
    ) -> ExportedBundle:
        """Write a bundle into a new folder within a place, such as a stick.

        Args:
            place: Where; the folder's name is made of team, date and id.
            tiers: Of files; changes go in any case.
            everything: Whether to send all changes from the first on, and not only what is unconfirmed.
            part_bytes: Of one file on the stick at most.
            progress: Told of the bytes packed.

        Raises:
            NotFoundError: The library has no team.
            BundleError: There is no such place.
            DiskFullError: There is no room; nothing is left there.
        """
        if not place.is_dir():
            # Made where no stick is in, it would lie on the laptop's own disk and look as if on its way.
            raise BundleError(
                "There is no such folder, so no bundle was written.",
                which=place,
                remedy="Put the stick in and name the folder that the system shows for it.",
            )
        team, now = self._ledger.team, timestamp(self._clock.now())
        self._library.jobs.tell_what_was_not_told()
        bundle = secrets.token_hex(8)
        folder = place / f"sanduku-to-headquarters-{now[:10]}-{bundle[:8]}"
        counted, left_out = _Counted(), list[str]()
        index = write_bundle(
            folder,
            Index(
                kind=Kind.UP,
                bundle=bundle,
                hq=team.about.hq,
                team=team.about.team,
                library=self._library.library_id,
                device=team.device or UNJOINED,
                made_at=now,
            ),
            upward(
                self._ledger.hello(),
                counted.batches(self._ledger.batches(BATCH_BYTES, everything=everything)),
                counted.files(self._files(tiers, left_out)),
                None if team.device else self._enrol(),
            ),
            recipients=headquarters_recipients(team.about.recipient, team.about.recovery_recipient),
            private_key=team.private_key,
            part_bytes=part_bytes,
            progress=progress,
        )
        return ExportedBundle(
            folder, bundle, counted.changes, counted.file_count, index.byte_size, tuple(left_out)
        )

    def take(
        self, folder: Path, *, progress: Progress = SILENT, packs: PackTaker | None = None
    ) -> TakenAnswer:
        """Take the answer of headquarters from a stick.

        What a network has brought meanwhile is known, and an older answer takes nothing back.

        Args:
            folder: Of the answer.
            progress: Told of the bytes.
            packs: Takes the files of model packs that come along; None leaves them.

        Raises:
            BundleError: It is no answer, damaged, or for another library.
            WireError: Something in it is not signed by the team's headquarters.
        """
        team = self._ledger.team
        index = verify_bundle(folder, team.about.signing_key, progress=progress)
        if index.kind is not Kind.DOWN or index.library != self._library.library_id:
            raise ForeignBundleError(
                "This is no answer of headquarters to this library.",
                which=folder,
                remedy="Choose the folder that headquarters wrote after it took this library's bundle.",
            )
        keys = [laptop_identity(key) for key in self._keys()]
        answer = read_downward(folder, index, keys)
        if answer.enrolled is not None and team.device is None:
            self._library.exchange.team.joined(answer.enrolled.device, self._library.device_id)
        taken = self._apply(answer, folder)
        if packs is None or taken.export_again:
            return taken
        problems: list[SandukuError] = []
        with _noting(problems):
            packs.follow_root(answer.roots.roots if answer.roots is not None else ())
        for file in read_packed(folder, index, keys):
            with _noting(problems):
                packs.take_carried(file)
        whole: list[PackOffer] = []
        with _noting(problems):
            whole = packs.settle()
        return replace(
            taken,
            packs=[each.name for each in whole],
            pack_problems=[problem.to_json() for problem in problems],
        )

    def _apply(self, answer: Answer, folder: Path) -> TakenAnswer:
        team, reply = self._ledger.team, answer.reply
        if reply.hq == team.about.hq and reply.hq_epoch < team.hq_epoch:
            raise BundleError(
                "This answer is older than a restore of headquarters, and says what no longer holds.",
                which=folder,
                remedy="Export a bundle anew, and have headquarters take that one.",
            )
        newer = (reply.stream, reply.hq_epoch) != (
            team.stream,
            team.hq_epoch,
        ) or reply.have.seq > team.have.seq
        if newer and self._agreed(reply, folder) is Agreement.AGAIN:
            return TakenAnswer(team.have.seq, 0, export_again=True)
        outcomes: dict[str, int] = {}
        for batch in answer.down:
            if batch.last.seq <= self._ledger.team.down.seq:
                continue  # The network has brought all of it meanwhile.
            for outcome in self._ledger.take_down(batch):
                outcomes[outcome.name] = outcomes.get(outcome.name, 0) + 1
        waiting = {file.sha256: file for file in self._ledger.files(TIERS)}
        confirmed = 0
        for signed in answer.receipts:
            receipt = signed.receipt
            signed.verify(team.about.signing_key)
            self._ledger.mark_sent([waiting[sha256] for sha256 in receipt.blobs if sha256 in waiting])
            self._ledger.take_receipt(signed, ReceiptRequest(receipt.stream, receipt.position.seq))
            if receipt.position.seq > self._ledger.team.have.seq:
                self._ledger.take_have(receipt.position)
            confirmed += len(receipt.blobs)
        return TakenAnswer(self._ledger.team.have.seq, confirmed, outcomes)

    def _agreed(self, reply: HelloReply, folder: Path) -> Agreement:
        """Take what headquarters has; raises BundleError where that is more than this library ever had."""
        try:
            return self._ledger.take_hello(reply)
        except WireError as error:
            if error.code != "sync.forked":
                raise
            raise BundleError(
                "This answer is to changes that this library has no more: it was brought back from a backup.",
                which=folder,
                remedy="Export a bundle anew, and have headquarters take that one.",
            ) from error

    def _files(self, tiers: tuple[int, ...], left_out: list[str]) -> Iterator[OutgoingBlob]:
        for file in self._ledger.files(tiers):
            content = self._ledger.content(file)
            if content is None:
                left_out.append(file.sha256)
            else:
                yield _blob(file, content)

    def _enrol(self) -> EnrolRequest:
        team = self._ledger.team
        return EnrolRequest(
            code=team.about.code,
            library_id=self._library.library_id,
            device_id=self._library.device_id,
            device_name=self._device_name,
            public_key=public_key_of(team.private_key),
            app=APP,
        )

    def _keys(self) -> list[bytes]:
        team = self._ledger.team
        return [team.private_key, *([team.next_key] if team.next_key else [])]


@contextmanager
def _noting(problems: list[SandukuError]) -> Iterator[None]:
    """Keep what is wrong with a pack for the end: what people wrote was taken, and matters more."""
    try:
        yield
    except (CancelledError, BundleError):
        raise
    except SandukuError as error:
        problems.append(error)


def is_answer(folder: Path) -> bool:
    """Return whether a folder holds an answer of headquarters; raises BundleError if it holds no bundle."""
    return read_index(folder)[0].kind is Kind.DOWN


class _Counted:
    """Counts what goes through."""

    def __init__(self) -> None:
        self.changes = 0
        self.file_count = 0

    def batches(self, batches: Iterator[Batch]) -> Iterator[Batch]:
        for batch in batches:
            yield batch
            self.changes += len(batch.entries)

    def files(self, files: Iterator[OutgoingBlob]) -> Iterator[OutgoingBlob]:
        for file in files:
            yield file
            self.file_count += 1


def _blob(file: OutgoingFile, content: bytes) -> OutgoingBlob:
    def opened() -> BinaryIO:
        return io.BytesIO(content)

    return OutgoingBlob(file.sha256, file.tier, len(content), opened)
