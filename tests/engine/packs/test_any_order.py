"""In whatever order packs are installed, damaged, gone back from and removed, what is in use is right."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from engine.packs import PackMissingError
from engine.packs.installer import INCOMING, TRUST, Installer
from engine.packs.trust import Anchors
from tests.engine.packs.conftest import NOW, YES, network, write_pack

VERSIONS = st.integers(1, 4)


class Packs(RuleBasedStateMachine):
    """One pack with versions that come and go; the model of it is three plain values."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.installer = Installer(
            self.folder / "packs",
            Anchors(self.folder / "packs" / TRUST, now=lambda: NOW),
            now=lambda: NOW,
            available=lambda: 10**10,
        )
        self.current = self.previous = self.chosen = None

    @rule(version=VERSIONS)
    def install(self, version):
        files = {
            "image.onnx": network(version),
            "text.onnx": network(),
            "weights.data": b"",
            "LICENSE.txt": b"x",
        }
        self.installer.install(write_pack(self.folder / "stick", version=version, files=files), YES)
        if version != self.current:
            self.current, self.previous = version, self.current

    @precondition(lambda self: self.current)
    @rule()
    def go_back(self):
        if self.previous is None:
            with pytest.raises(PackMissingError):
                self.installer.rollback("finder")
        else:
            self.installer.rollback("finder")
            self.current, self.previous = self.previous, self.current

    @precondition(lambda self: self.current)
    @rule()
    def choose_the_version_in_use(self):
        self.installer.shelf.choose("embed", f"finder@{self.current}")
        self.chosen = self.current

    @precondition(lambda self: self.previous)
    @rule()
    def remove_the_version_before(self):
        self.installer.remove(f"finder@{self.previous}")
        self.chosen = None if self.chosen == self.previous else self.chosen
        self.previous = None

    @rule()
    def remove_all(self):
        if self.current is None:
            with pytest.raises(PackMissingError):
                self.installer.remove("finder")
        else:
            self.installer.remove("finder")
        self.current = self.previous = self.chosen = None

    @precondition(lambda self: self.current)
    @rule()
    def damage_and_install_again(self):
        (self.installer.shelf.find("finder").folder / "text.onnx").write_bytes(b"decayed")
        self.install(self.current)

    @invariant()
    def what_is_in_use_is_right_and_whole(self):
        if not hasattr(self, "installer"):
            return
        shelf = self.installer.shelf
        lying = {each.pack.manifest.version: each for each in shelf.all()}
        assert set(lying) >= {each for each in (self.current, self.previous, self.chosen) if each}
        assert [each for each, how in lying.items() if how.current] == [self.current] * bool(self.current)
        assert [each for each, how in lying.items() if how.previous] == [self.previous] * bool(self.previous)
        if self.current:
            shelf.find("finder").verify()
            assert shelf.for_task("embed").manifest.version == (self.chosen or self.current)
        if (self.installer.packs / INCOMING).exists():
            assert [each.name for each in (self.installer.packs / INCOMING).iterdir()] == ["lock"]

    def teardown(self):
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


Packs.TestCase.settings = settings(max_examples=15, stateful_step_count=10)
TestPacks = pytest.mark.usefixtures("no_syncs")(Packs.TestCase)


@pytest.fixture
def no_syncs(monkeypatch):
    """Spare the disk."""
    monkeypatch.setattr("os.fsync", lambda descriptor: None)
