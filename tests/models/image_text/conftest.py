"""Tiny checkpoints and the packs made of them, made once for all workers of a run.

What needs torch imports it within a test: pytest collects without it.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock


def pytest_collection_modifyitems(items):
    """Let torch be as it is: what it says of its own future is not ours to mend."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore::DeprecationWarning:torch"))
            item.add_marker(pytest.mark.filterwarnings("ignore::FutureWarning:copyreg"))


@dataclass(frozen=True)
class Tiny:
    """What was made of one architecture."""

    snapshot: Path
    work: Path
    pack: Path


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Make the tiny pack of an architecture, or find the one that another worker made."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared

    def make(name):
        from models.image_text.synthetic.samples import make_pack

        home = shared / "tiny-models" / name
        home.parent.mkdir(exist_ok=True)
        with FileLock(f"{home}.lock"):
            if not (home / "pack" / "pack.json").exists():
                make_pack(name, home)
        return Tiny(home / "snapshot", home / "work", home / "pack")

    return make


@pytest.fixture
def smolvlm(made, tmp_path):
    """A tiny SmolVLM of this test's own, which it may change."""
    tiny = made("smolvlm")
    copy = Tiny(tmp_path / "snapshot", tmp_path / "work", tmp_path / "pack")
    for source, target in zip(vars_of(tiny), vars_of(copy), strict=True):
        shutil.copytree(source, target)
    return copy


def vars_of(tiny):
    return tiny.snapshot, tiny.work, tiny.pack


@pytest.fixture
def silent():
    """Tells nobody anything."""
    return lambda _sentence: None
