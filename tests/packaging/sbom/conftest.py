"""A small frozen program, and a folder of distributions that it could have come from."""

import importlib
import json
import sys
from importlib.metadata import distributions
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
def site(tmp_path):
    """Make distributions: name, licence, their files."""
    folder = tmp_path / "site"

    def install(name, licence="MIT", files=(), text="Take it.", bill=None):
        information = folder / f"{name}-1.0.dist-info"
        information.mkdir(parents=True)
        (information / "METADATA").write_text(
            f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense-Expression: {licence}\n"
        )
        listed = [*files]
        if text:
            (information / "licenses").mkdir()
            (information / "licenses" / "LICENSE").write_text(text)
            listed.append(f"{name}-1.0.dist-info/licenses/LICENSE")
        if bill is not None:
            (information / "sboms").mkdir()
            (information / "sboms" / "made.cyclonedx.json").write_text(json.dumps({"components": bill}))
            listed.append(f"{name}-1.0.dist-info/sboms/made.cyclonedx.json")
        for file in files:
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file)
        (information / "RECORD").write_text("".join(f"{each},sha256=abc,1\n" for each in listed))

    install.path = folder
    return install


@pytest.fixture
def owners(part, site):
    return lambda: part("sbom.inside").Owners(distributions(path=[str(site.path)]))


@pytest.fixture
def frozen(tmp_path):
    folder = tmp_path / "sanduku"
    for place in (
        "sanduku",
        "_internal/base_library.zip",
        "_internal/engine/taxonomy.toml",
        "_internal/shipped/contents.json",
        "_internal/shipped/tessdata/eng.traineddata",
        "_internal/shipped/tessdata/eng.copyright",
    ):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(place)
    pack = folder / "_internal/shipped/packs/reading-4-abc"
    pack.mkdir(parents=True)
    (pack / "pack.json").write_text(json.dumps({"version": 4, "licence": "Apache-2.0"}))
    (pack / "model.onnx").write_text("numbers")
    return folder
