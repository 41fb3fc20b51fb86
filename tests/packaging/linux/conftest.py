"""A stand-in for the frozen program: two scripts with a folder beside them, and what packages say of it."""

import importlib
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

SBOM = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "components": [
        {
            "name": "rich",
            "version": "15.0.0",
            "licenses": [{"license": {"id": "MIT"}}],
            "copyright": "Copyright (c) 2020 Will McGugan",
        },
        {
            "name": "pyside6-essentials",
            "version": "6.11.3",
            "licenses": [{"expression": "LGPL-3.0-only"}],
            "evidence": {"occurrences": [{"location": "_internal/PySide6/*"}]},
        },
    ],
}


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
    return stand_in(tmp_path / "frozen" / "sanduku")


def stand_in(folder):
    """Write a folder that has all that packages look at."""
    shipped = folder / "_internal" / "shipped"
    shipped.mkdir(parents=True)
    for name in ("sanduku", "sanduku-desktop"):
        program = folder / name
        program.write_text(f'#!/bin/sh\necho {name} "$@"\n')
        program.chmod(0o755)
    (shipped / "sbom.cdx.json").write_text(json.dumps(SBOM))
    (folder / "_internal" / "PySide6").mkdir()
    (folder / "_internal" / "PySide6" / "QtCore.txt").write_text("Qt")
    return folder


@pytest.fixture(scope="session")
def about(part):
    return part("linux.about").read_about()
