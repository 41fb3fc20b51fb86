"""What tests of the frozen program's build import."""

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
