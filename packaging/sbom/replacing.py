"""Takes out of a frozen program what is under the GPL, and puts something of our own in its place.

The wheel of tesserocr brings JBIG-KIT (GPL-2.0-or-later), since its TIFF library links it. That library
cannot be left out, or Tesseract would not load: a stand-in of the same name lies there instead, which refuses
whatever it is asked.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from failing import BuildError

SOURCE = Path(__file__).resolve().parent / "no_jbig.c"
PATTERN = "libjbig*.so*"
OWN = b"JBIG is not included"


class NoCompilerError(BuildError):
    """There is no C compiler to make the stand-in with."""


def replace_gpl(folder: Path) -> list[Path]:
    """Replace every copy of JBIG-KIT in a frozen program.

    Args:
        folder: Of the program; what was replaced before stays.

    Returns:
        The files that were replaced now.

    Raises:
        NoCompilerError: There is no ``cc``.
        subprocess.CalledProcessError: It cannot be compiled.
    """
    replaced = []
    for library in _copies(folder):
        if OWN not in library.read_bytes():
            _compile(library)
            replaced.append(library)
    return replaced


def _copies(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob(PATTERN)) if path.is_file() and not path.is_symlink())


def _compile(target: Path) -> None:
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise NoCompilerError(
            f"{target.name} is under the GPL, and there is no C compiler to make what stands in for it."
            " Install one (Debian: gcc) and build again."
        )
    target.unlink()
    subprocess.run(
        [
            compiler, "-shared", "-fPIC", "-Os", "-s", "-nostdlib", "-Wall", "-Wextra", "-Werror",
            "-fno-stack-protector", "-Wl,--build-id=none", f"-Wl,-soname,{target.name}",
            f"-ffile-prefix-map={SOURCE.parent}=.", "-o", str(target), str(SOURCE),
        ],
        check=True,
    )  # fmt: skip
