"""SHA256SUMS is what sha256sum reads."""

import argparse
import hashlib
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checksums(capsys):
    return runpy.run_path(str(ROOT / "packaging" / "checksums.py"))


def test_each_file_gets_its_sum_and_the_list_none(checksums, tmp_path):
    (tmp_path / "b.deb").write_bytes(b"b")
    (tmp_path / "a.zip").write_bytes(b"a")
    (tmp_path / ".part").write_bytes(b"")
    for _ in range(2):
        assert checksums["run"](argparse.Namespace(folder=tmp_path)) == 0
    lines = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines == [
        f"{hashlib.sha256(name[:1].encode()).hexdigest()}  {name}" for name in ("a.zip", "b.deb")
    ]
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True)


def test_nothing_to_sum_up_is_told(checksums, tmp_path):
    assert checksums["run"](argparse.Namespace(folder=tmp_path / "missing")) == 1
