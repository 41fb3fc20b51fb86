"""Finds libraries under the GPL in a frozen program by their names, and by what stands within them.

A wheel says one licence for all that it brings, and a new version of it may bring, or have linked in, what
the one before had not. So no native library passes because its wheel is allowed to: each that a wheel brings
beside its own modules needs a row in ``libraries.toml``, and all are searched for what libraries under the
GPL say of themselves.
"""

import fnmatch
import mmap
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sbom.inside import Inside
from sbom.licensing import LicenceRefusedError

TABLE = Path(__file__).resolve().with_name("libraries.toml")

_NATIVE = re.compile(r"\.(so|dll|dylib|pyd)(\.|$)", re.IGNORECASE)
_MODULE = re.compile(r"\.pyd$|(?<!\.dylib)\.(abi3|cpython-[\w-]+|cp\d+-[\w-]+)\.(so|pyd)$", re.IGNORECASE)
_BROUGHT_IN = re.compile(r"(\.libs|\.dylibs|__dot__dylibs)$")


@dataclass(frozen=True, slots=True)
class Refused:
    """A library that may not be in the program.

    Attributes:
        name: As its makers call it.
        licence: An SPDX expression.
        files: Patterns of names of files, in small letters.
        tells: What stands in it; its symbols or words, which stay when it is stripped.
    """

    name: str
    licence: str
    files: tuple[str, ...]
    tells: tuple[bytes, ...]


def is_native(file: PurePosixPath) -> bool:
    """Tell whether a file is a native library or module, by its name."""
    return _NATIVE.search(file.name) is not None


def is_brought(place: PurePosixPath) -> bool:
    """Tell whether a native library is none of a wheel's own modules, but something that it brings besides.

    Args:
        place: Below ``_internal``.
    """
    if not is_native(place):
        return False
    return any(map(_BROUGHT_IN.search, place.parts[:-1])) or not (
        _MODULE.search(place.name) or (place.suffix == ".so" and not place.name.startswith("lib"))
    )


def refused_libraries() -> tuple[Refused, ...]:
    """Return the libraries that may not be in the program."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["refused"]
    return tuple(
        Refused(
            row["name"],
            row["licence"],
            tuple(row.get("files", ())),
            tuple(each.encode() for each in row.get("tells", ())),
        )
        for row in rows
    )


def refuse_gpl(inside: Inside) -> None:
    """Look for libraries under the GPL in a frozen program.

    Raises:
        LicenceRefusedError: There is one.
        OSError: A library cannot be read.
    """
    found = sorted(set(_found(inside, refused_libraries())))
    if found:
        raise LicenceRefusedError(
            f"Libraries that may not be shipped are in the program: {'; '.join(found)}. Leave them out"
            " (packaging/frozen/contents.py), or put something in their place (packaging/sbom/replacing.py)."
        )


def _found(inside: Inside, refused: tuple[Refused, ...]) -> Iterator[str]:
    for file in filter(is_native, inside.files):
        path = inside.folder / file
        for each in refused:
            named = any(fnmatch.fnmatchcase(file.name.casefold(), pattern) for pattern in each.files)
            # What stands in for a library has its name: what is within decides wherever that can be told.
            if holds(path, each.tells) if each.tells else named:
                yield f"{each.name} ({each.licence}) in {file.as_posix()}"


def holds(file: Path, words: tuple[bytes, ...]) -> bool:
    """Tell whether any of some words stands in a file."""
    if file.stat().st_size == 0:
        return False
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return any(content.find(word) >= 0 for word in words)
