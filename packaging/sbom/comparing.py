"""``packaging/build.py compare A B``: which files of two builds differ, and why.

Two builds of the same sources, in different folders, should be the same. Where they are not, this says what
to look at: times, the path of a folder that found its way in, the order of something that has none, or really
other content.
"""

import argparse
import hashlib
import marshal
import os
import sys
import types
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sbom.inside import packed_in

AROUND = 40
"""Bytes shown around the first difference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not the same in two builds.

    Attributes:
        file: Below their folders, with ``/``.
        why: In words.
    """

    file: str
    why: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the word ``compare`` takes."""
    parser.description = "Tells which files of two builds differ, and why. Ends with 1 if any does."
    parser.add_argument("first", type=Path, metavar="A", help="folder of a build, or one file of it")
    parser.add_argument("second", type=Path, metavar="B", help="the same of another build")


def run(options: argparse.Namespace) -> int:
    """Tell the differences."""
    found = list(compare(options.first, options.second))
    for each in found:
        sys.stdout.write(f"{each.file}: {each.why}\n")
    count = sum(1 for path in options.first.rglob("*") if path.is_file()) if options.first.is_dir() else 1
    sys.stdout.write(f"{count} files compared, {len(found)} differences.\n")
    return 1 if found else 0


def compare(first: Path, second: Path) -> Iterator[Difference]:
    """Yield what differs between two folders, or two files.

    Raises:
        OSError: Something cannot be read.
    """
    if first.is_file() and second.is_file():
        if why := _difference(first, second):
            yield Difference(first.name, why)
        return
    names = sorted(_names(first) | _names(second))
    for name in names:
        one, other = first / name, second / name
        if not os.path.lexists(one) or not os.path.lexists(other):
            yield Difference(name, f"is only in {first if os.path.lexists(one) else second}")
        elif why := _difference(one, other):
            yield Difference(name, why)


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def _difference(one: Path, other: Path) -> str:
    """Return why two files differ; empty if they do not."""
    if one.is_symlink() or other.is_symlink():
        led = [str(path.readlink()) if path.is_symlink() else "(no link)" for path in (one, other)]
        return "" if led[0] == led[1] else f"leads to {led[0]}, and to {led[1]}"
    if one.is_dir() or other.is_dir():
        return "" if one.is_dir() and other.is_dir() else "is a folder in one of them alone"
    modes = [path.stat().st_mode & 0o777 for path in (one, other)]
    if modes[0] != modes[1]:
        return f"may be used otherwise: {modes[0]:o}, and {modes[1]:o}"
    if _digest(one) == _digest(other):
        return ""
    return _explained(one, other)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _explained(one: Path, other: Path) -> str:
    for opened in (_members_of_program, _members_of_zip):
        held = opened(one), opened(other)
        if held[0] is not None and held[1] is not None:
            return _of_members(held[0], held[1])
    return _of_bytes(one.read_bytes(), other.read_bytes())


def _members_of_program(path: Path) -> dict[str, bytes] | None:
    """Return what PyInstaller packed into a program; None if it packed nothing."""
    return dict(packed_in(path)) or None


def _members_of_zip(path: Path) -> dict[str, bytes] | None:
    if not zipfile.is_zipfile(path):
        return None
    with zipfile.ZipFile(path) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}


def _of_members(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> str:
    told = []
    if alone := sorted(one.keys() ^ other.keys()):
        told.append(f"holds {', '.join(alone[:5])} in one of them alone ({len(alone)} in all)")
    both = [name for name in one if name in other]
    if unlike := [name for name in both if one[name] != other[name]]:
        shown = "; ".join(f"{name} {_of_bytes(one[name], other[name])}" for name in unlike[:5])
        told.append(f"{len(unlike)} of {len(both)} parts differ: {shown}")
    if told:
        return "; ".join(told)
    order = "in another order" if list(one) != list(other) else "with other times, or packed otherwise"
    return f"holds the same, {order}"


def _of_bytes(one: bytes, other: bytes) -> str:
    for explain in (_of_code, _of_lines):
        if why := explain(one, other):
            return why
    place = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(map(len, (one, other))),
    )
    sizes = f"{len(one)} and {len(other)} bytes" if len(one) != len(other) else f"{len(one)} bytes each"
    start = max(place - AROUND // 2, 0)
    return (
        f"has {sizes}, and differs from byte {place} on:"
        f" {one[start : start + AROUND]!r}, and {other[start : start + AROUND]!r}"
    )


def _of_code(one: bytes, other: bytes) -> str:
    """Return in what two compiled modules differ; empty if they are none."""
    codes = [_code(each) for each in (one, other)]
    if codes[0] is None or codes[1] is None:
        return ""
    if _outline(codes[0], paths=False) != _outline(codes[1], paths=False):
        return "has other code"
    if _outline(codes[0], paths=True) != _outline(codes[1], paths=True):
        return f"names its folder ({codes[0].co_filename}, and {codes[1].co_filename})"
    return "has the same code, marshalled otherwise (a set in another order, or shared objects)"


def _code(content: bytes) -> types.CodeType | None:
    for skipped in (0, 16):  # with the head of a .pyc, and without
        try:
            found: Any = marshal.loads(content[skipped:])  # noqa: S302 - of builds of our own
        except (ValueError, EOFError, TypeError):
            continue
        if isinstance(found, types.CodeType):
            return found
    return None


def _outline(code: types.CodeType, *, paths: bool) -> tuple[Any, ...]:
    constants = tuple(
        _outline(each, paths=paths) if isinstance(each, types.CodeType) else _ordered(each)
        for each in code.co_consts
    )
    return (code.co_code, code.co_names, constants, code.co_filename if paths else "")


def _ordered(constant: object) -> object:
    return sorted(map(repr, constant)) if isinstance(constant, frozenset) else repr(constant)


def _of_lines(one: bytes, other: bytes) -> str:
    try:
        texts = [each.decode().splitlines() for each in (one, other)]
    except UnicodeDecodeError:
        return ""
    if sorted(texts[0]) == sorted(texts[1]):
        return "has the same lines in another order"
    for number, pair in enumerate(zip(*texts, strict=False), start=1):
        if pair[0] != pair[1]:
            return f"differs from line {number} on: {pair[0][:80]!r}, and {pair[1][:80]!r}"
    return f"has {len(texts[0])} lines, and {len(texts[1])}"
