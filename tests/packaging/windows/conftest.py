"""The modules below ``packaging/windows``, and a small folder in the place of the frozen program."""

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def part():
    """Import a module below ``packaging/`` as build.py does, without leaving that folder on the path."""
    folder = str(ROOT / "packaging")

    def bring(name):
        sys.path.insert(0, folder)
        try:
            return importlib.import_module(name)
        finally:
            sys.path.remove(folder)

    return bring


@pytest.fixture
def frozen(tmp_path):
    """A frozen program for Windows, as far as its names go."""
    folder = tmp_path / "frozen"
    (folder / "_internal" / "shipped").mkdir(parents=True)
    for name in ("sanduku.exe", "sanduku-desktop.exe"):
        (folder / name).write_bytes(b"MZ")
    for name in ("vcruntime140.dll", "VCRUNTIME140_1.dll", "MSVCP140.dll", "msvcp140_1.dll"):
        (folder / "_internal" / name).write_bytes(b"MZ")
    (folder / "_internal" / "shipped" / "model.onnx").write_bytes(b"\0" * 5000)
    return folder
