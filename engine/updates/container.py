"""The file that carries an update: a short beginning, a head, and the packed program behind it.

The head is JSON with the manifest and the metadata of its signature; it is read whole and within bounds. The
program behind it is a tar archive compressed with Zstandard. It is not looked into until the signature of the
manifest holds and the packed bytes are those that the manifest names.
"""

import hashlib
import json
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engine.packs.fields import mapping, parse, text
from engine.packs.pack import PIECE, stop_if
from engine.progress import Progress
from engine.updates.errors import (
    NotAnUpdateError,
    UpdateCutOffError,
    UpdateDamagedError,
    UpdateUnreadableError,
    UpdateUnsafeError,
)
from engine.updates.manifest import ENDING, LARGEST, UpdateManifest, read_manifest

BEGINNING = struct.Struct(">16sI")
"""What every update begins with: its mark, and the length of the head in bytes."""
MARK = b"SANDUKU UPDATE 1"
LARGEST_HEAD = LARGEST + 4_000_000
LARGEST_METADATA, MOST_METADATA = 250_000, 300
AGAIN = "Copy the file again from where it came, and use that copy."


@dataclass(frozen=True, slots=True)
class UpdateFile:
    """An update file whose head was read; nothing of it is believed yet.

    Attributes:
        path: Where it lies.
        manifest: What it says.
        manifest_bytes: That in the very bytes that are signed.
        metadata: Files of the signature by name; empty for an unsigned one.
        start: Byte at which the packed program begins.
    """

    path: Path
    manifest: UpdateManifest
    manifest_bytes: bytes
    metadata: Mapping[str, bytes]
    start: int

    @contextmanager
    def payload(self) -> Iterator[IO[bytes]]:
        """Open the packed program for reading from its beginning."""
        with reading(self.path):
            stream = self.path.open("rb")
        with stream:
            stream.seek(self.start)
            yield stream

    def verify(self, progress: Progress, cancelled: Callable[[], bool]) -> None:
        """Read the packed program to its end, and compare it with the manifest.

        Raises:
            UpdateDamagedError: It is not the one that was signed.
            UpdateCutOffError: It ends too early.
            CancelledError: ``cancelled`` said so.
        """
        digest, left = hashlib.sha256(), self.manifest.payload.byte_size
        with self.payload() as stream:
            while left:
                with reading(self.path):
                    piece = stream.read(min(PIECE, left))
                if not piece:
                    raise _cut_off(self.path)
                digest.update(piece)
                left -= len(piece)
                progress.update(
                    done=self.manifest.payload.byte_size - left, total=self.manifest.payload.byte_size
                )
                stop_if(cancelled)
        if digest.hexdigest() != self.manifest.payload.sha256:
            raise UpdateDamagedError(
                "The update was changed or damaged on its way: it is not the one that was signed. Nothing was"
                " installed.",
                which=self.path,
                remedy=f"{AGAIN} If it stays so, do not use it, and tell whoever gave it to you.",
            )


def read_update(path: Path) -> UpdateFile:
    """Read the head of an update file.

    Raises:
        NotAnUpdateError: It is something else.
        UpdateCutOffError: It ends too early.
        UpdateUnsafeError: It is larger than any update, or longer than it says.
        UpdateNewFormatError: A later version wrote it.
        UpdateUnreadableError: The stick cannot be read.
    """
    if not path.is_file():
        raise NotAnUpdateError(
            "There is no such file." if not path.exists() else "This is no file.",
            which=path,
            remedy=f"Name a file with the ending {ENDING}.",
        )
    with reading(path), path.open("rb") as stream:
        beginning = stream.read(BEGINNING.size)
        # A stick that was pulled out early often leaves the name alone, or the length without the bytes.
        if not beginning.strip(b"\0"):
            raise _cut_off(path)
        if not beginning.startswith(MARK[: len(beginning)]):
            raise _no_update(path, "its beginning is another")
        if len(beginning) < BEGINNING.size:
            raise _cut_off(path)
        _mark, length = BEGINNING.unpack(beginning)
        if length > LARGEST_HEAD:
            raise _too_large(path)
        head = stream.read(length)
        if len(head) < length:
            raise _cut_off(path)
    manifest_bytes, metadata = _parts(head, path)
    made = UpdateFile(path, read_manifest(manifest_bytes, path), manifest_bytes, metadata, stream_start(head))
    _check_length(made)
    return made


def write_update(path: Path, manifest: bytes, metadata: Mapping[str, bytes], payload: Path) -> None:
    """Write an update file from its parts; the same parts give the same file."""
    held = {
        "manifest": manifest.decode(),
        "metadata": {name: content.decode() for name, content in metadata.items()},
    }
    head = json.dumps(held, ensure_ascii=False, sort_keys=True).encode()
    draft = path.with_name(f"{path.name}.new")
    with draft.open("wb") as target, payload.open("rb") as source:
        target.write(BEGINNING.pack(MARK, len(head)) + head)
        while piece := source.read(PIECE):
            target.write(piece)
    draft.replace(path)


def stream_start(head: bytes) -> int:
    """Return the byte at which the packed program begins behind a head."""
    return BEGINNING.size + len(head)


@contextmanager
def reading(which: Path) -> Iterator[None]:
    """Turn what can go wrong in reading a stick into an error that says what to do."""
    try:
        yield
    except OSError as error:
        raise UpdateUnreadableError(
            f"This cannot be read ({error.strerror or error}): the stick was pulled out, or it is failing.",
            which=which,
            remedy="Put it in again, and do the same again.",
        ) from error


def _parts(head: bytes, path: Path) -> tuple[bytes, dict[str, bytes]]:
    try:
        part = parse(head.decode("utf-8"))
        manifest = part.need("manifest", text).encode()
        metadata = {name: each.encode() for name, each in part.need("metadata", mapping(text)).items()}
        part.end()
    except ValueError as error:
        raise _no_update(path, str(error)) from error
    if (
        len(manifest) > LARGEST
        or len(metadata) > MOST_METADATA
        or any(len(each) > LARGEST_METADATA for each in metadata.values())
    ):
        raise _too_large(path)
    return manifest, metadata


def _check_length(made: UpdateFile) -> None:
    with reading(made.path):
        size = made.path.stat().st_size
    wanted = made.start + made.manifest.payload.byte_size
    if size < wanted:
        raise _cut_off(made.path)
    if size > wanted:
        raise UpdateUnsafeError(
            "The file is longer than it says. Nothing of it was unpacked.", which=made.path, remedy=AGAIN
        )


def _cut_off(path: Path) -> UpdateCutOffError:
    return UpdateCutOffError(
        "The file ends too early: its copy was broken off, or the stick was pulled out before it was done.",
        which=path,
        remedy=AGAIN,
    )


def _too_large(path: Path) -> UpdateUnsafeError:
    return UpdateUnsafeError(
        "Its head is larger than that of any update. Nothing of it was unpacked.",
        which=path,
        remedy="Do not use this file; ask whoever gave it to you.",
    )


def _no_update(path: Path, why: str) -> NotAnUpdateError:
    return NotAnUpdateError(
        f"This is no update of Sanduku, or its head is damaged ({why}).",
        which=path,
        remedy=f"Choose a file with the ending {ENDING}; packages of models are installed with"
        " 'sanduku packs install PATH'.",
    )
