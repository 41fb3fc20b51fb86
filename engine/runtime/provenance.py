"""Where the native libraries of this process came from: with the program, or from elsewhere on the computer.

A program that brings its libraries along can still get others: an old ``onnxruntime.dll`` or ``msvcp140.dll``
in System32, or what LD_LIBRARY_PATH names. Such a process reads with numbers that nobody tested, or falls
over. It must never know what the libraries do.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import psutil

ENDINGS = (".dll", ".pyd", ".so", ".dylib")


def loaded_libraries() -> list[Path]:
    """Return the native libraries that this process has loaded; none where the system does not tell."""
    maps = getattr(psutil.Process(), "memory_maps", None)  # macOS has none
    if maps is None:
        return []
    return [Path(each.path) for each in maps(grouped=True) if is_library(Path(each.path))]


def is_library(path: Path) -> bool:
    """Tell whether a file is a native library, by its name."""
    name = path.name.lower()
    return name.endswith(ENDINGS) or ".so." in name


def strangers(program: Path, loaded: Iterable[Path]) -> list[Path]:
    """Return loaded libraries that came from elsewhere although the program brings one of that name.

    Args:
        program: The program's folder, with everything that came with it.
        loaded: Files of libraries, as :func:`loaded_libraries` tells them.
    """
    own = {_folded(path) for path in program.rglob("*") if is_library(path)}
    home = program.resolve()
    return sorted(
        {path for path in loaded if _folded(path) in own and not path.resolve().is_relative_to(home)}
    )


def _folded(path: Path) -> str:
    return path.name.lower() if os.name == "nt" else path.name
