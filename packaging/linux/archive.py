"""Files of packages that come out the same for the same input: sorted, of nobody, and all of one time."""

import gzip
import io
import shutil
import stat
import tarfile
from collections.abc import Callable
from pathlib import Path

import zstandard

ZSTANDARD_LEVEL = 19
"""Measured on the frozen program: see packaging/README.md."""

WINDOW_LOG = 27
"""Bits of the window: ``zstd -d`` and ``tar --zstd`` take up to 27 without being told."""


def gzipped(content: bytes) -> bytes:
    """Return content as a gzip file without name or time."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


def write_tar_zst(
    folder: Path, target: Path, moment: int, *, level: int = ZSTANDARD_LEVEL, threads: int = 0
) -> None:
    """Write a folder as ``.tar.zst``; what is in it lies below the folder's own name.

    Args:
        folder: Whatever lies in it goes in, links as links.
        target: Written anew, and put in place when it is whole.
        moment: Seconds since 1970, the time of every file.
        level: Of compression.
        threads: To compress with; 0 means one. The bytes are the same for every number but 0.

    Raises:
        OSError: The disk is full, or a file cannot be read.
    """
    parameters = zstandard.ZstdCompressionParameters.from_level(
        level, window_log=WINDOW_LOG, enable_ldm=True, threads=max(threads, 1), write_checksum=True
    )
    partial = target.with_name(target.name + ".part")
    with partial.open("wb") as file:
        compressor = zstandard.ZstdCompressor(compression_params=parameters)
        with (
            compressor.stream_writer(file, closefd=False) as stream,
            tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        ):
            for path in (folder, *sorted(folder.rglob("*"))):
                _add(tar, path, path.relative_to(folder.parent).as_posix(), moment)
    partial.replace(target)


def _add(tar: tarfile.TarFile, path: Path, name: str, moment: int) -> None:
    entry = tar.gettarinfo(path, name)
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = moment
    entry.mode = mode_of(path)
    if entry.isreg():
        with path.open("rb") as file:
            tar.addfile(entry, file)
    else:
        tar.addfile(entry)


def mode_of(path: Path) -> int:
    """Return what everybody may do with a file of a package: read it, and start it where its maker may."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return 0o777
    return 0o755 if stat.S_ISDIR(mode) or mode & stat.S_IXUSR else 0o644


def copy_folder(source: Path, target: Path, wanted: Callable[[Path], bool] = lambda _path: True) -> None:
    """Copy a folder with its links as links, two names of one file as such, and with the modes of packages.

    Args:
        source: The folder.
        target: Made, and must not be there.
        wanted: Whether to copy a file, by its path below the source.

    Raises:
        OSError: It cannot be read or written.
    """
    target.mkdir(parents=True)
    copies: dict[int, Path] = {}
    for path in sorted(source.rglob("*")):
        place = path.relative_to(source)
        copied = target / place
        if path.is_symlink():
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.symlink_to(path.readlink())
        elif path.is_dir():
            copied.mkdir(exist_ok=True, parents=True)
        elif wanted(place):
            copied.parent.mkdir(parents=True, exist_ok=True)
            first = copies.setdefault(path.stat().st_ino, copied)
            if first is not copied:
                copied.hardlink_to(first)
                continue
            shutil.copyfile(path, copied)
            copied.chmod(mode_of(path))


def put(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """Write one file of a package, with the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.chmod(mode)
