"""A person renews Sanduku from a stick, works with the new version, goes back, and is saved from a bad one.

The programs are the real ones, started as packaged programs are: each is a script that says to be packaged,
of a version of its own. What a frozen program adds to that, its build tests.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.packs.trust import read_root
from models.image_text.signing import Keys
from tests.engine.updates.conftest import PASSPHRASE, ROOT, making

PROGRAM = """#!{python} -P
import json, sys
sys.path.insert(0, {root!r})
import engine.replaced, engine.version
engine.version.VERSION = {version!r}
engine.replaced.was_replaced = lambda: False  # what runs is Python, and not this file
if sys.argv[1:2] == ["--self-test"]:
    print(json.dumps({{"ok": True, "version": {version!r}, "checks": []}}))
    sys.exit(0)
sys.frozen, sys.executable, sys._MEIPASS = True, {program!r} or sys.argv[0], {inner!r}
from desktop.program import main
sys.exit(main(sys.argv[1:], window=False))
"""


def write_program(folder: Path, version: str, *, installed: bool) -> Path:
    """Write a packaged program; one that is to be installed learns where it lies when it is started."""
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "part").write_bytes(b"a library")
    program = folder / "sanduku"
    program.write_text(
        PROGRAM.format(
            python=sys.executable, root=str(ROOT), version=version, inner=str(folder / "_internal"),
            program=str(program) if installed else "",
        )
    )  # fmt: skip
    program.chmod(0o755)
    return program


class Laptop:
    """A computer with Sanduku 0.1.0 on it."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.program = write_program(folder, "0.1.0", installed=True)
        self.home = home

    def types(self, *words: object) -> "subprocess.CompletedProcess[str]":
        environment = {name: text for name, text in os.environ.items() if not name.startswith("SANDUKU_")}
        return subprocess.run(
            [str(self.program), *map(str, words)],
            env={**environment, "SANDUKU_HOME": str(self.home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )

    @property
    def version(self) -> str:
        """The version that answers."""
        return self.types("--version").stdout.split()[-1]


@pytest.fixture
def laptop(tmp_path, home):
    return Laptop(tmp_path / "opt", home)


@pytest.fixture
def stick(tmp_path):
    """A stick with an update, and the root of its signer."""
    keys = Keys(tmp_path / "keys")
    keys.create("Office Nairobi", 1, 1, lambda _name: PASSPHRASE, programs=1)
    frozen = tmp_path / "frozen"
    write_program(frozen, "0.2.0", installed=False)
    making.Making(
        frozen=frozen,
        version="0.2.0",
        platform=making.this_host().platform,
        schema=making.latest_schema(),
        changes="Forms are read.",
        licence_text="You may use it.",
        level=1,
    ).make(tmp_path / "stick", keys, lambda _name: PASSPHRASE)
    (tmp_path / "stick" / "root.json").write_bytes(keys.roots()[0])
    return tmp_path / "stick"


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts with a first line for Unix")
def test_from_the_stick_to_the_new_version_and_back(laptop, stick, scanned):
    assert laptop.types("add", scanned).returncode == 0
    refused = laptop.types("update", "install", stick, "--yes")
    assert refused.returncode == 3 and "Office Nairobi" in refused.stderr
    root = stick / "root.json"
    trusted = laptop.types(
        "packs", "trust", "add", root, "--fingerprint", read_root(root.read_bytes(), root).fingerprint
    )
    assert trusted.returncode == 0, trusted.stderr

    installed = laptop.types("update", "install", stick, "--yes")
    assert installed.returncode == 0, installed.stderr
    assert "backups" in installed.stderr
    assert laptop.version == "0.2.0"
    assert "scan.png" in laptop.types("list").stdout
    assert not any((laptop.home / "programs" / "starts" / "0.2.0").iterdir())

    back = laptop.types("update", "rollback", "--yes")
    assert back.returncode == 0, back.stderr
    assert laptop.version == "0.1.0"
    assert "scan.png" in laptop.types("list").stdout

    assert laptop.types("update", "install", stick, "--yes").returncode == 0
    program = laptop.home / "programs" / "0.2.0" / "sanduku"
    program.write_text(f"#!{sys.executable}\nraise SystemExit('it breaks at the start')\n")
    for _ in range(2):
        assert "it breaks" in laptop.types("list").stderr
    saved = laptop.types("list")
    assert "did not come up here" in saved.stderr and "scan.png" in saved.stdout
    assert laptop.version == "0.1.0"
    assert "0.2.0 did not come up here" in laptop.types("update", "status").stderr


@pytest.fixture
def scanned(samples, tmp_path):
    path = tmp_path / "scan.png"
    path.write_bytes((samples / "consent-form.png").read_bytes())
    return path
