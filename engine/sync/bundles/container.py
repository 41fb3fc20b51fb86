"""How a bundle lies on a stick: a folder of encrypted parts, and an index that is signed and written last.

Each part is small enough for FAT32, and its hash stands in the index: a stick that went bad says which part.
A folder without a whole index is no bundle: whoever pulled the stick out too early finds that out at once.

Within, all parts together are ``tar`` in ``zstd`` in ``age``. Should nothing of Sanduku be at hand, the
recovery key opens them with the usual tools: ``cat part-* | age -d -i KEY | zstd -d | tar -x``.
"""

import errno
import hashlib
import io
import json
import os
import re
import shutil
import tarfile
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, Self, cast

import pyrage
import zstandard

from engine.canonical import canonical_json
from engine.errors import DiskFullError, SandukuError
from engine.progress import SILENT, Progress
from engine.sync.bundles.errors import (
    BundleError,
    DamagedBundleError,
    ForeignBundleError,
    NewerBundleError,
    NotABundleError,
)
from engine.sync.bundles.pipes import drained, piped
from engine.sync.wire.parsing import Fields, MalformedError, parsed_object, to_base64
from engine.sync.wire.signatures import SIGNATURE_BYTES, sign, verifies

VERSION = 1
INDEX = "index.json"
PART_BYTES = 1 << 30
"""Of one part at most; FAT32 takes no file of four times that."""
MOST_PARTS = 10_000
_MOST_INDEX = 4 << 20
_PIECE = 1 << 20
_WINDOW = 1 << 27
_PART = re.compile(r"part-\d{5}\.age", re.ASCII)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_PURPOSE = b"sanduku-bundle-1"


class Kind(StrEnum):
    """Which way a bundle goes."""

    UP = "up"
    """From a laptop to headquarters."""
    DOWN = "down"
    """From headquarters to a laptop: receipt and answers."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a bundle."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Index:
    """What stands on the outside of a bundle; nothing of what is in it.

    Attributes:
        kind: Which way it goes.
        bundle: Its id; an answer has that of the bundle that it answers.
        hq: Id of headquarters.
        team: Id of the team.
        library: Id of the library.
        device: Id of the laptop at headquarters.
        made_at: By the clock of whoever made it; ISO 8601, UTC.
        parts: In order.
    """

    kind: Kind
    bundle: str
    hq: str
    team: str
    library: str
    device: str
    made_at: str
    parts: tuple[Part, ...] = ()

    @property
    def byte_size(self) -> int:
        """Bytes of all parts."""
        return sum(part.size for part in self.parts)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "v": VERSION,
            "kind": self.kind.value,
            "bundle": self.bundle,
            "hq": self.hq,
            "team": self.team,
            "library": self.library,
            "device": self.device,
            "made_at": self.made_at,
            "parts": [[part.name, part.size, part.sha256] for part in self.parts],
        }

    @classmethod
    def from_json(cls, value: Any) -> Self:  # noqa: ANN401 - whatever stands in JSON
        """Read what :meth:`to_json` gave; raises MalformedError."""
        fields = Fields(value, "index")
        fields.whole("v", least=VERSION, most=VERSION)
        parts = tuple(_part(row) for row in fields.list("parts", most=MOST_PARTS))
        if not parts or len({part.name for part in parts}) != len(parts):
            raise MalformedError("the parts of a bundle do not fit")
        try:
            kind = Kind(fields.text("kind"))
        except ValueError:
            raise MalformedError("there is no such kind of bundle") from None
        return cls(
            kind=kind,
            bundle=fields.id("bundle"),
            hq=fields.id("hq"),
            team=fields.id("team"),
            library=fields.id("library"),
            device=fields.id("device"),
            made_at=fields.text("made_at", most=40),
            parts=parts,
        )

    def message(self) -> bytes:
        """Return what is signed."""
        return _PURPOSE + b"\0" + canonical_json(self.to_json()).encode()


@dataclass(frozen=True, slots=True)
class Member:
    """One file within a bundle.

    Attributes:
        name: Its path within, of ASCII letters, digits, ``/``, ``-`` and ``.``.
        size: Its bytes.
        open: Opens it for reading, when its turn has come.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]

    @classmethod
    def of(cls, name: str, content: bytes) -> Self:
        """Make one of bytes."""
        return cls(name, len(content), lambda: io.BytesIO(content))


def write_bundle(
    folder: Path,
    index: Index,
    members: Iterable[Member],
    *,
    recipients: list[Any],
    private_key: bytes,
    part_bytes: int = PART_BYTES,
    progress: Progress = SILENT,
) -> Index:
    """Write a bundle into a folder that does not exist, and return its index with the parts.

    Args:
        folder: Where; appears with its index last, after everything else is on the disk.
        index: Without parts.
        members: What is in it; asked for one by one.
        recipients: Who can open it, as pyrage has them.
        private_key: Ed25519, of whoever makes it.
        part_bytes: Of one part at most.
        progress: Told of the bytes of members so far.

    Raises:
        DiskFullError: There is no room; nothing is left there.
        BundleError: Nothing can be written there, as on a stick that is protected.
        SandukuError: A member cannot be read; nothing is left there.
    """
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        with _PartsWriter(folder, part_bytes) as parts:

            def encrypt(source: BinaryIO) -> None:
                try:
                    pyrage.encrypt_io(source, parts, recipients)
                finally:
                    parts.raise_failure()

            # Members come from a library, which belongs to the thread that asks: the other one encrypts.
            with drained(encrypt) as target:
                _pack(members, target, progress)
        whole = Index(**{**_shallow(index), "parts": tuple(parts.parts)})
        signature = to_base64(sign(private_key, whole.message()))
        text = json.dumps({"index": whole.to_json(), "signature": signature}, indent=1)
        _write_durably(folder / INDEX, text.encode())
        _flush_folder(folder)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError) and not isinstance(error, SandukuError) and error.errno in _FULL:
            raise _unwritable(folder, error) from error
        raise
    return whole


def _unwritable(folder: Path, error: OSError) -> SandukuError:
    """Return what a person is told when the place takes no bundle."""
    if error.errno in _FULL:
        return DiskFullError(
            "There is no room for the bundle.",
            which=folder,
            remedy="Free some room, or use another stick.",
        )
    return BundleError(
        f"No bundle can be written there ({error.strerror or error}).",
        which=folder,
        remedy="Take the write protection off the stick, or name a folder that is yours to write to.",
    )


def read_index(folder: Path) -> tuple[Index, bytes]:
    """Return what stands on the outside of a bundle, and the signature, neither verified.

    Raises:
        NotABundleError: There is no whole bundle.
        NewerBundleError: A later version has made it.
        DamagedBundleError: The index cannot be understood.
    """
    try:
        with (folder / INDEX).open("rb") as stream:
            data = stream.read(_MOST_INDEX + 1)
    except OSError as error:
        raise NotABundleError(
            "There is no whole bundle in this folder.",
            which=folder,
            remedy="Choose the folder whose name begins with 'sanduku-'. If the stick was pulled out too"
            " early, make the bundle again.",
        ) from error
    try:
        fields = Fields(parsed_object(data, most=_MOST_INDEX), "bundle")
        if fields.fields("index").whole("v") > VERSION:
            raise NewerBundleError(
                "A later version of Sanduku has made this bundle.",
                which=folder,
                remedy="Install the latest Sanduku here.",
            )
        return Index.from_json(fields.object("index")), fields.binary("signature", size=SIGNATURE_BYTES)
    except MalformedError as error:
        raise DamagedBundleError(
            "The index of this bundle is damaged.",
            which=folder / INDEX,
            remedy="Copy or make the bundle again.",
        ) from error


def verify_bundle(folder: Path, public_key: bytes, *, progress: Progress = SILENT) -> Index:
    """Return the index of a bundle that the key has signed and whose parts are all whole.

    Raises:
        BundleError: It is none, damaged, or signed by somebody else.
    """
    index, signature = read_index(folder)
    if not verifies(public_key, index.message(), signature):
        raise ForeignBundleError(
            "This bundle was altered, or was not made by whom it says.",
            which=folder,
            remedy="Have it made again, and compare where it comes from.",
        )
    done = 0
    for part in index.parts:
        digest, size = hashlib.sha256(), 0
        try:
            with (folder / part.name).open("rb") as stream:
                while piece := stream.read(_PIECE):
                    digest.update(piece)
                    size += len(piece)
                    progress.update(done=done + size, total=index.byte_size, label="bytes checked")
        except OSError as error:
            raise _damaged(folder / part.name) from error
        if size != part.size or digest.hexdigest() != part.sha256:
            raise _damaged(folder / part.name)
        done += size
    return index


def read_members(
    folder: Path, index: Index, identities: list[Any]
) -> Generator[tuple[str, int, BinaryIO], None, None]:
    """Yield name, size and content of what is in a bundle, in order; each is to be read before the next.

    Args:
        folder: Of the bundle, verified.
        index: Its index.
        identities: The keys that may open it, as pyrage has them.

    Raises:
        ForeignBundleError: None of the keys opens it.
        DamagedBundleError: It is not what it should be.
    """
    with _decrypted(folder, index, identities) as stream:
        try:
            with (
                zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(stream) as plain,
                tarfile.open(fileobj=cast("BinaryIO", plain), mode="r|") as archive,
            ):
                for member in archive:
                    content = archive.extractfile(member) if member.isreg() else None
                    if content is None:
                        raise DamagedBundleError("This bundle holds what no bundle holds.", which=folder)
                    yield member.name, member.size, cast("BinaryIO", content)
        except (tarfile.TarError, zstandard.ZstdError, EOFError) as error:
            raise DamagedBundleError(
                "The content of this bundle cannot be unpacked.", which=folder, remedy="Have it made again."
            ) from error


# Writing


class _PartsWriter:
    """Takes a stream of bytes and writes it as files of a bounded size, each on the disk before the next."""

    def __init__(self, folder: Path, part_bytes: int) -> None:
        self.parts: list[Part] = []
        self._folder = folder
        self._part_bytes = part_bytes
        self._stream: BinaryIO | None = None
        self._digest = hashlib.sha256()
        self._size = 0
        self._failure: OSError | None = None

    def raise_failure(self) -> None:
        """Raise what went wrong: age's library loses the errors of its last writes."""
        if self._failure is not None:
            raise self._failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._end()

    def write(self, data: bytes) -> int:
        try:
            self._write(memoryview(data))
        except OSError as error:
            self._failure = error
            raise
        return len(data)

    def flush(self) -> None:
        """Do nothing: a part is forced to the disk when it ends."""

    def _write(self, view: memoryview) -> None:
        while view:
            if self._stream is None:
                name = f"part-{len(self.parts) + 1:05}.age"
                self._stream = (self._folder / name).open("xb")
                self._digest, self._size = hashlib.sha256(), 0
            piece = view[: self._part_bytes - self._size]
            self._stream.write(piece)
            self._digest.update(piece)
            self._size += len(piece)
            view = view[len(piece) :]
            if self._size == self._part_bytes:
                self._end()

    def _end(self) -> None:
        if self._stream is None:
            return
        stream, self._stream = self._stream, None
        with stream:
            stream.flush()
            os.fsync(stream.fileno())
        self.parts.append(Part(Path(stream.name).name, self._size, self._digest.hexdigest()))


def _pack(members: Iterable[Member], target: BinaryIO, progress: Progress) -> None:
    """Write members as tar in zstd."""
    done = 0
    compressor = zstandard.ZstdCompressor(level=6, write_checksum=True)
    with (
        compressor.stream_writer(target, closefd=False) as packed,
        tarfile.open(fileobj=packed, mode="w|") as archive,
    ):
        for member in members:
            row = tarfile.TarInfo(member.name)
            row.size, row.mode = member.size, 0o600
            with member.open() as content:
                archive.addfile(row, content)
            done += member.size
            progress.update(done=done, total=None, label="bytes packed")


# Reading


@contextmanager
def _decrypted(folder: Path, index: Index, identities: list[Any]) -> Iterator[BinaryIO]:
    """Give what is within the parts as a stream, which another thread fills."""

    def fill(target: BinaryIO) -> None:
        with _PartsReader(folder, index) as parts:
            try:
                try:
                    pyrage.decrypt_io(parts, target, identities)
                finally:
                    parts.raise_failure()
            except pyrage.DecryptError as error:
                if "No matching keys" in str(error):
                    raise ForeignBundleError(
                        "This bundle is meant for somebody else: no key here opens it.", which=folder
                    ) from error
                raise _altered(folder) from error
            except OSError as error:
                if error.errno is not None:  # Of a file, and not of age's library.
                    raise
                raise _altered(folder) from error

    with piped(fill) as stream:
        yield stream


class _PartsReader:
    """Reads the parts of a bundle as one stream."""

    def __init__(self, folder: Path, index: Index) -> None:
        self._left = [folder / part.name for part in index.parts]
        self._stream: BinaryIO | None = None
        self._failure: OSError | None = None

    def raise_failure(self) -> None:
        """Raise what went wrong, should age's library have lost it."""
        if self._failure is not None:
            raise self._failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._stream is not None:
            self._stream.close()

    def read(self, size: int) -> bytes:
        try:
            return self._read(size)
        except OSError as error:
            self._failure = error
            raise

    def _read(self, size: int) -> bytes:
        while True:
            if self._stream is None:
                if not self._left:
                    return b""
                self._stream = self._left.pop(0).open("rb")
            if data := self._stream.read(size):
                return data
            self._stream.close()
            self._stream = None


def _part(row: Any) -> Part:  # noqa: ANN401 - whatever stands in JSON
    if not (isinstance(row, list) and len(row) == 3 and isinstance(row[0], str) and _PART.fullmatch(row[0])):
        raise MalformedError("a part of a bundle does not fit")
    fields = Fields({"size": row[1], "sha256": row[2]}, "part")
    return Part(row[0], fields.whole("size", least=1), fields.hash("sha256"))


def _shallow(index: Index) -> dict[str, Any]:
    return {name: getattr(index, name) for name in Index.__slots__}


def _damaged(path: Path) -> DamagedBundleError:
    return DamagedBundleError(
        "A part of this bundle is missing or damaged.",
        which=path,
        remedy="Copy the bundle again from where it was made, or make it anew; nothing was taken from it.",
    )


def _altered(folder: Path) -> DamagedBundleError:
    return DamagedBundleError(
        "The content of this bundle was altered.", which=folder, remedy="Have it made again."
    )


def _write_durably(path: Path, data: bytes) -> None:
    draft = path.with_name(path.name + ".new")
    with draft.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
