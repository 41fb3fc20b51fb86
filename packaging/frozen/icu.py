"""Makes Qt's copy of ICU's data small: what other languages than ours need is taken out, 27 of 32 megabytes.

ICU's library of data is one symbol, ``icudtNN_dat``, that holds a package: a table of names, then the items.
Qt asks it to compare texts and to reckon with time zones; it falls back to the root's rules for a language
that is not there. Linux only: elsewhere Qt asks the system.
"""

import re
import shutil
import struct
import subprocess
from pathlib import Path

LANGUAGES = ("ar", "en", "es", "fr", "sw")
_LIBRARY = re.compile(r"libicudata\.so\.(\d+)")
_ITEM = re.compile(r"[^/]+/(?:(?P<folder>\w+)/)?(?P<name>[\w-]+)\.(?P<kind>\w+)")
_LANGUAGE = re.compile(r"(?P<language>[a-z]{2,3})(_[A-Za-z0-9_]+)?")
_NO_LANGUAGES = ("root", "pool", "res_index", "tzdbNames")
_UNUSED_FOLDERS = ("translit", "lang", "region", "unit", "rbnf", "curr")
"""Names of things in other languages, and rules between scripts: Qt has its own, or none."""

_UNUSED_KINDS = ("cnv", "spp", "cfu", "dict")
"""Encodings of the past, and dictionaries by which words are told apart in scripts without spaces."""


def keeps(item: str) -> bool:
    """Tell whether an item stays, by its name in the package, such as ``icudt73l/coll/fr.res``."""
    found = _ITEM.fullmatch(item)
    if found is None:
        return True
    if found["kind"] in _UNUSED_KINDS:
        return False
    if found["kind"] != "res":
        return True
    name = found["name"]
    if found["folder"] in _UNUSED_FOLDERS:
        return name == "res_index"
    if name in _NO_LANGUAGES:
        return True
    told = _LANGUAGE.fullmatch(name)
    return told is None or told["language"] in LANGUAGES


def smaller(package: bytes) -> bytes:
    """Return a package of data with the items that stay, in their order.

    Raises:
        ValueError: It is no package of ICU's data, in the order of bytes of this computer.
    """
    head, magic = struct.unpack_from("<HH", package)
    if magic != 0x27DA or package[12:16] != b"CmnD":
        raise ValueError("no package of ICU's data")
    (count,) = struct.unpack_from("<I", package, head)
    entries = [struct.unpack_from("<II", package, head + 4 + 8 * number) for number in range(count)]
    ends = [*(offset for _, offset in entries), len(package) - head][1:]
    kept = []
    for (name_at, data_at), end in zip(entries, ends, strict=True):
        name = package[head + name_at : package.index(b"\0", head + name_at)]
        if keeps(name.decode("ascii")):
            kept.append((name, package[head + data_at : head + end]))
    return package[:head] + _packed(kept)


def shrink(library: Path) -> int:
    """Make ICU's library of data anew with what stays; return how many bytes that gains.

    Raises:
        ValueError: It does not hold what it should.
    """
    version = _LIBRARY.match(library.name)
    if version is None:
        raise ValueError(f"{library.name} is not ICU's library of data")
    content = library.read_bytes()
    start = content.index(b"\xda\x27", 0x100) - 2
    while content[start + 12 : start + 16] != b"CmnD":
        start = content.index(b"\xda\x27", start + 4) - 2
    data = smaller(content[start : start + _length(content, start)])
    _link(library, f"icudt{version[1]}_dat", data)
    return len(content) - library.stat().st_size


def _length(content: bytes, start: int) -> int:
    """Return how long the package is: up to the end of its last item, which tells its own length nowhere.

    The section that holds it ends with it; what follows there is less than a page, and does no harm.
    """
    section_at, size, count = (
        struct.unpack_from("<Q", content, 40)[0],
        *struct.unpack_from("<HH", content, 58),
    )
    for number in range(count):
        offset, length = struct.unpack_from("<QQ", content, section_at + number * size + 24)
        if offset <= start < offset + length:
            return int(offset + length - start)
    raise ValueError("the package lies in no section")


def _packed(items: list[tuple[bytes, bytes]]) -> bytes:
    """Return table, names and items, each item at a multiple of 16 bytes."""
    table = 4 + 8 * len(items)
    names, places = b"", []
    for name, _ in items:
        places.append(table + len(names))
        names += name + b"\0"
    out = bytearray(names)
    offsets = []
    for _, content in items:
        out += b"\xaa" * (-(table + len(out)) % 16)
        offsets.append(table + len(out))
        out += content
    head = struct.pack("<I", len(items))
    head += b"".join(struct.pack("<II", *each) for each in zip(places, offsets, strict=True))
    return head + bytes(out)


def _link(library: Path, symbol: str, data: bytes) -> None:
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise SystemExit("There is no C compiler to make ICU's data small with: install one (Debian: gcc).")
    package, source = library.with_suffix(".dat"), library.with_suffix(".S")
    package.write_bytes(data)
    lines = (
        ".section .rodata",
        f".globl {symbol}",
        f".type {symbol}, %object",
        f".size {symbol}, {len(data)}",
        ".balign 16",
        f"{symbol}:",
        f'.incbin "{package.name}"',
        '.section .note.GNU-stack,"",%progbits',
        "",
    )
    source.write_text("\n".join(lines), encoding="ascii")
    try:
        subprocess.run(
            [
                compiler, "-shared", "-nostdlib", "-s", "-Wl,--build-id=none", f"-Wl,-soname,{library.name}",
                "-Wl,-z,max-page-size=4096", "-o", library.name, source.name,
            ],
            cwd=library.parent, check=True,
        )  # fmt: skip
    finally:
        package.unlink()
        source.unlink()
