"""Takes out of a built program what nobody uses: symbols, libraries, empty space, data of other languages.

Symbols are taken out of a few named places alone. Those of numpy's libraries are laid out so that ``strip``
breaks them, and Qt's and ONNX Runtime's come without symbols. What plugins that stayed out had brought with
them lies below ``_internal`` with nobody to ask for it; it is found by what the libraries themselves say they
need.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from frozen.icu import shrink
from frozen.padding import close_up

STRIPPED = (
    "PIL", "cffi", "charset_normalizer", "cryptography", "cv2", "llguidance", "pi_heif", "pi_heif.libs",
    "pikepdf", "pikepdf.libs", "pillow.libs", "psutil",
    "pyrage", "pypdfium2_raw", "python3.11", "python3.12", "python3.13",
    "sqlcipher3", "tesserocr", "tesserocr.libs", "tokenizers", "zstandard",
)  # fmt: skip
"""Folders below ``_internal`` whose libraries lose their symbols (Linux)."""

STRIPPED_ALONE = "libpython3*.so*"
"""And this one, right below ``_internal``."""

NEVER = ("numpy", "scipy", "openblas")
"""What a path must not name to be stripped."""

OPENED_BY_NAME = re.compile(r"^libpython")
"""Libraries that are opened while the program runs, though no other library says that it needs them."""

_NEEDED = re.compile(r"^\s*NEEDED\s+(\S+)$", re.MULTILINE)


def slim(onedir: Path) -> None:
    """Take out what may go, and tell what was gained."""
    if not sys.platform.startswith("linux"):
        print("  nothing: this system's libraries come without symbols, and Qt's plugins bring nothing")
        return
    internal = onedir / "_internal"
    gone = [remove(file) for file in unneeded(internal)]
    print(f"  {len(gone)} libraries that nothing needs: {sum(gone) / 1e6:.1f} MB less")
    named = libraries(internal)
    print(f"  symbols: {strip(named) / 1e6:.1f} MB less")
    print(f"  empty space in libraries: {sum(close_up(file) for file in named) / 1e6:.1f} MB less")
    data = [file for file in (internal / "PySide6").rglob("libicudata.so.*") if not file.is_symlink()]
    print(f"  what ICU knows of other languages: {sum(map(shrink, data)) / 1e6:.1f} MB less")


def strip(files: list[Path]) -> int:
    """Take the symbols out of libraries; return how many bytes that gains."""
    tool = _tool("strip")
    before = sum(file.stat().st_size for file in files)
    for file in files:
        subprocess.run([tool, "--strip-unneeded", str(file)], check=True)
    return before - sum(file.stat().st_size for file in files)


def libraries(internal: Path) -> list[Path]:
    """Return the libraries that lose their symbols."""
    found = [file for name in STRIPPED for file in (internal / name).rglob("*.so*")]
    found += internal.glob(STRIPPED_ALONE)
    found += internal.glob("_*.so")
    return sorted(
        file
        for file in found
        if file.is_file()
        and not file.is_symlink()
        and not any(each in file.relative_to(internal).as_posix().lower() for each in NEVER)
    )


def unneeded(internal: Path) -> Iterator[Path]:
    """Yield the libraries in no package that no other needs, each before what it alone needed."""
    needs = {
        file: needed_by(file)
        for file in [*internal.rglob("*.so"), *internal.rglob("*.so.*")]
        if file.is_file() and not file.is_symlink()
    }
    brought = [*internal.glob("lib*.so*"), *internal.glob("*.libs/lib*.so*")]
    candidates = [file for file in sorted(brought) if not OPENED_BY_NAME.match(file.name)]
    while True:
        asked_for = frozenset().union(*needs.values())
        free = [file for file in candidates if file.name not in asked_for]
        if not free:
            return
        for file in free:
            candidates.remove(file)
            needs.pop(file, None)
            yield file


def needed_by(file: Path) -> frozenset[str]:
    """Return the names of the libraries that one says it needs."""
    told = subprocess.run([_tool("objdump"), "-p", str(file)], capture_output=True, text=True, check=True)
    return frozenset(_NEEDED.findall(told.stdout))


def remove(file: Path) -> int:
    """Remove a library; return how many bytes that gains."""
    size = 0 if file.is_symlink() else file.stat().st_size
    file.unlink()
    return size


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"'{name}' is missing: install the package binutils.")
    return found
