"""A file of a model pack, or a whole one, that arrives in pieces over a thin link: kept as far as it came.

Whoever sends it says beforehand how long it is and what its SHA-256 is. What came stays over power cuts and
days without a network, and is asked for no more. What is finished is no more believed than what lies on a
stick: it goes through :meth:`engine.packs.installer.Installer.install`, with signature, licence and trial.
This module must never know where the pieces come from.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from engine.packs.durable import sync, sync_folder
from engine.packs.errors import PackCutOffError, PackNoRoomError, PackTamperedError, PackTooLargeError
from engine.packs.lock import sole_installer
from engine.packs.pack import PIECE, stop_if
from engine.packs.staging import SYNC_EVERY, ensure_room, free_bytes, writing
from engine.renaming import give_name

ARRIVING = ".arriving"
"""Folder beside the packs for what comes in pieces; nothing sweeps it: a laptop may be offline for long."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


def arriving(packs: Path, sha256: str) -> Path:
    """Return where the zip file of a whole pack arrives, given the folder of packs."""
    return packs / ARRIVING / f"{sha256}.zip"


class Parcel:
    """One file on its way; used within ``with``, by one program at a time."""

    def __init__(
        self,
        target: Path,
        *,
        sha256: str,
        byte_size: int,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        """Make ready for a file; nothing is written before it is entered.

        Args:
            target: Where it will lie when it is whole, in place of any other file; until then it lies beside
                that. The folder need not exist. Of a zip file with a whole pack, :func:`arriving` tells it.
            sha256: Of the whole file, in small hexadecimal letters, as the sender says.
            byte_size: Of the whole file, as the sender says.
            free: Tells how many bytes are free where a folder is.
        """
        if not _SHA256.fullmatch(sha256) or byte_size < 0:
            raise ValueError("a parcel needs the SHA-256 and the length of its file")
        self._folder = target.parent
        self._sha256, self._byte_size, self._free = sha256, byte_size, free
        # What came of another file for the same place is not gone on with.
        self._part = target.with_name(f".{target.name}.{sha256[:16]}.part")
        self._whole = target
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Hold it alone; raises PacksBusyError where another program takes a pack in just now."""
        self._held.enter_context(sole_installer(self._folder / ".arriving.lock"))
        if self._whole.is_file() and _hash_of(self._whole) != self._sha256:
            self._whole.unlink()  # an earlier version, or one that decayed
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let it go; what came stays."""
        self._held.close()

    @property
    def whole(self) -> Path | None:
        """The finished file; None while it is not there."""
        return self._whole if self._whole.is_file() else None

    @property
    def at(self) -> int:
        """How many bytes are there: the place from which on the sender is to send."""
        if self._whole.is_file():
            return self._byte_size
        try:
            return min(self._part.stat().st_size, self._byte_size)
        except FileNotFoundError:
            return 0

    def take(self, pieces: Iterable[bytes], *, at: int, cancelled: Callable[[], bool] = lambda: False) -> int:
        """Write what comes behind what is there, and return how much is there then.

        Args:
            pieces: The content from the byte ``at`` on; may end anywhere, and raise what it likes: what came
                before is kept.
            at: Where they begin, not behind :attr:`at`; from there on they replace what is there.
            cancelled: Asked before each piece.

        Raises:
            PackCutOffError: They begin behind what is there, so a part would be missing.
            PackTooLargeError: More comes than was said; what came is removed.
            PackNoRoomError: The disk is full; what came is kept.
            CancelledError: ``cancelled`` said so; what came is kept.
        """
        if self._whole.is_file():
            return self._byte_size
        if not 0 <= at <= self.at:
            raise PackCutOffError(
                f"The pack was sent from byte {at:,} on, and only {self.at:,} bytes of it are here.",
                which=self._part,
                remedy="Have it sent from there on where it stopped.",
            )
        ensure_room(self._folder, self._byte_size - at, self._free(self._folder))
        with self._keeping():
            target = self._part.open("ab")
        # What goes wrong with the sender is not the disk's fault: only the writing is within "keeping".
        with self._discarding_what_is_too_large(), target:
            try:
                with self._keeping():
                    target.truncate(at)
                for piece in pieces:
                    stop_if(cancelled)
                    if at + len(piece) > self._byte_size:
                        raise self._too_large()
                    with self._keeping():
                        target.write(piece)
                        at += len(piece)
                        if at // SYNC_EVERY != (at - len(piece)) // SYNC_EVERY:
                            target.flush()
                            sync(target.fileno())
            finally:
                with self._keeping():
                    target.flush()
                    sync(target.fileno())
        return at

    def finish(self) -> Path:
        """Look whether all came as it was sent, and return the file, which can be installed.

        Raises:
            PackCutOffError: Not all of it is there yet; what is there is kept.
            PackTamperedError: It is not the file that the sender named; it is removed.
        """
        if self._whole.is_file():
            return self._whole
        if self.at < self._byte_size:
            raise PackCutOffError(
                f"Of this pack {self.at:,} bytes of {self._byte_size:,} have come.",
                which=self._part,
                remedy="Have the rest sent.",
            )
        with self._keeping():
            self._part.touch()  # an empty file is whole from the start
        if _hash_of(self._part) != self._sha256:
            self.discard()
            raise PackTamperedError(
                "What came is not the model pack that was announced: it was changed or damaged on its way.",
                which=self._whole,
                remedy="Have it sent again. If it stays so, tell whoever sends it.",
            )
        with writing(self._whole):
            give_name(self._part, self._whole)
            sync_folder(self._folder)
        return self._whole

    def discard(self) -> None:
        """Remove what came, as when it is installed or wanted no more."""
        for path in (self._part, self._whole):
            path.unlink(missing_ok=True)

    @contextmanager
    def _discarding_what_is_too_large(self) -> Iterator[None]:
        """Remove the file once it is closed: Windows keeps what is open."""
        try:
            yield
        except PackTooLargeError:
            self.discard()
            raise

    def _too_large(self) -> PackTooLargeError:
        return PackTooLargeError(
            f"More came than the {self._byte_size:,} bytes that were announced. It was removed.",
            which=self._part,
            remedy="Have it sent again. If it stays so, tell whoever sends it.",
        )

    @contextmanager
    def _keeping(self) -> Iterator[None]:
        """Turn the system's refusals to write into errors; what came stays."""
        try:
            with writing(self._part):
                yield
        except PackNoRoomError as error:
            raise PackNoRoomError(
                "The disk became full while a model pack was coming. What came of it is kept.",
                which=self._folder,
                remedy="Free some space, and let it come on.",
            ) from error


def _hash_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()
