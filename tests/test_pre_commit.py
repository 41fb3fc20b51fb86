"""The quick checks before a commit find the environment on every system."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "packaging" / "venv.sh"
ENTRIES = [
    line.split(":", 1)[1].split()
    for line in (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8").splitlines()
    if line.strip().startswith("entry:")
]

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="outside git's hooks there may be no sh")


@pytest.mark.skipif(os.name == "nt", reason="makes a program of a script")
@pytest.mark.parametrize("folder", [".venv/bin", ".venv/Scripts"])
def test_a_program_is_found_where_the_system_keeps_it(tmp_path, folder):
    program = tmp_path / folder / "ruff"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"; exit 3\n')
    program.chmod(0o755)
    words = ["sh", SCRIPT, "ruff", "check", "a file.py"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "check|a file.py|")


def test_without_an_environment_it_says_what_to_do(tmp_path):
    done = subprocess.run(["sh", SCRIPT, "ruff"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "run.py setup" in done.stderr


@pytest.mark.parametrize("entry", ENTRIES, ids=" ".join)
def test_every_check_runs_a_program_of_the_environment(entry):
    assert entry[:2] == ["sh", "packaging/venv.sh"]
    places = [ROOT / ".venv" / "bin" / entry[2], ROOT / ".venv" / "Scripts" / f"{entry[2]}.exe"]
    if not (ROOT / ".venv").exists():
        pytest.skip("tested in an environment of another place")
    assert any(place.exists() for place in places)
