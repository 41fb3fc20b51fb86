"""What lies in a frozen program: its files, and the Python modules that are packed into its programs."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

from packaging.utils import canonicalize_name

COMPILED = (".pyc", ".pyo")


@dataclass(frozen=True, slots=True)
class Inside:
    """What lies in a frozen program.

    Attributes:
        folder: Of the program.
        files: Below ``folder``, sorted; links are left out, for what they lead to is there itself.
        modules: Names of the Python modules in the programs.
    """

    folder: Path
    files: tuple[PurePosixPath, ...]
    modules: frozenset[str]


def look_inside(folder: Path) -> Inside:
    """Return what lies in a frozen program.

    Args:
        folder: Of the program, as PyInstaller made it.

    Raises:
        OSError: It cannot be read.
    """
    files = [PurePosixPath(path.relative_to(folder).as_posix()) for path in _files_in(folder)]
    modules: set[str] = set()
    for name in ("sanduku", "sanduku.exe", "sanduku-desktop", "sanduku-desktop.exe"):
        if (folder / name).is_file():
            modules |= set(modules_in(folder / name))
    return Inside(folder, tuple(sorted(files)), frozenset(modules))


def _files_in(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            if not path.is_symlink():
                yield path


def modules_in(program: Path) -> Iterator[str]:
    """Yield the names of the modules packed into a program; none for one that PyInstaller did not make."""
    yield from (name.removesuffix(".py") for name, _ in _packed(program, contents=False))


def packed_in(program: Path) -> Iterator[tuple[str, bytes]]:
    """Yield all that is packed into a program, by name, modules as Python compiled them."""
    yield from _packed(program, contents=True)


def _packed(program: Path, *, contents: bool) -> Iterator[tuple[str, bytes]]:
    from PyInstaller.archive.readers import (  # type: ignore[import-untyped]
        ArchiveReadError,
        CArchiveReader,
    )

    try:
        archive = CArchiveReader(str(program))
    except (ArchiveReadError, OSError, ValueError):
        return
    for name, entry in archive.toc.items():
        if entry[-1] not in ("z", "Z"):
            yield name, archive.extract(name) if contents else b""
            continue
        packed = archive.open_embedded_archive(name)
        for module in packed.toc:
            yield module, (packed.extract(module, raw=True) or b"") if contents else b""


class Owners:
    """Which distribution a file or module came from, by what each installed one says that it brought."""

    def __init__(self, installed: Iterable[Distribution] | None = None) -> None:
        """Read what every installed distribution brought.

        Args:
            installed: Those to know; None for those of this Python.
        """
        self.distributions: dict[str, Distribution] = {}
        self._files: dict[str, str] = {}
        self._modules: dict[str, str] = {}
        self._packages: dict[str, set[str]] = defaultdict(set)
        for each in distributions() if installed is None else installed:
            name = canonicalize_name(each.name)
            self.distributions.setdefault(name, each)
            for file in each.files or ():
                self._take(name, PurePosixPath(file.as_posix()))

    def _take(self, name: str, file: PurePosixPath) -> None:
        if ".." in file.parts or file.suffix in COMPILED:
            return
        self._files.setdefault(file.as_posix(), name)
        parts = file.parts[:-1] if file.name == "__init__.py" else (*file.parts[:-1], file.name.split(".")[0])
        if file.suffix in (".py", ".so", ".pyd"):
            self._modules.setdefault(".".join(parts), name)
        self._packages[file.parts[0]].add(name)

    def of_file(self, file: PurePosixPath) -> str | None:
        """Return whose a file is, by its path below ``_internal``; None if nobody's."""
        if found := self._files.get(file.as_posix()):
            return found
        # PyInstaller leaves packages that it does not know as they are, and lays others' libraries beside
        # them.
        owners = self._packages.get(file.parts[0], set()) if len(file.parts) > 1 else set()
        return next(iter(owners)) if len(owners) == 1 else None

    def of_module(self, name: str) -> str | None:
        """Return whose a module is; None if it is Python's own, or ours."""
        return self._modules.get(name)
