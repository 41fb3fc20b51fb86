"""Killed at any step, every work on the packs leaves the old or the new, and can be done again."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from engine.packs import PackMissingError
from engine.packs.errors import PackNoRoomError, PacksUnwritableError, PackUnreadableError
from engine.packs.installer import INCOMING, LEAVING, Installer
from tests.engine.packs.conftest import YES, write_pack

STEPS = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree")


class Killed(BaseException):
    pass


class Death:
    """Ends the "process" at one of its steps: from then on, nothing changes on the disk any more."""

    def __init__(self):
        self.left = None
        self.dead = self.torn = False
        sys.addaudithook(self._heed)

    def _heed(self, event, arguments):
        if self.left is None:
            return
        writes = event == "open" and arguments[1] not in (None, "r", "rb")
        if event in STEPS or writes:
            try:
                self.step()
            except Killed:
                if writes and not self.torn and "w" in arguments[1] and Path(arguments[0]).is_file():
                    self._tear(arguments[0])
                raise

    def _tear(self, path):
        """Leave a file empty that was opened to be written anew: death came before its content."""
        self.torn, left, self.left = True, self.left, None
        os.truncate(path, 0)
        self.left = left

    def step(self):
        if self.left is None:
            return
        if self.dead or self.left == 0:
            self.dead = True
            raise Killed
        self.left -= 1

    def update(self, *, done, total, label=""):
        """Be killed while copying too."""
        self.step()

    def after(self, steps, work):
        """Do some work, killed after so many steps; return whether it was."""
        self.left, self.dead, self.torn = steps, False, False
        try:
            work()
        except Killed:
            return True
        finally:
            self.left = None
        return False


@pytest.fixture(scope="module")
def death():
    return Death()


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Spare the disk: these tests end processes, not the power."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


def in_use(packs):
    """Return the version in use, every file of which is whole; None if there is none."""
    try:
        pack = Installer(packs, None).shelf.find("finder")
    except PackMissingError:
        return None
    pack.verify()
    return pack.manifest.version


def killed_at_every_step(death, begin, work, after_each):
    steps = 0
    while True:
        begin()
        if not death.after(steps, work):
            return steps
        after_each()
        steps += 1


def test_a_killed_first_installation_leaves_nothing_or_all(death, installer, brought, packs):
    def again():
        assert in_use(packs) in (None, 1)
        installer.install(brought, YES)
        assert in_use(packs) == 1
        assert_tidy(packs)

    steps = killed_at_every_step(
        death,
        lambda: shutil.rmtree(packs, ignore_errors=True),
        lambda: installer.install(brought, YES, progress=death),
        again,
    )
    assert steps > 30


def test_a_killed_renewal_leaves_the_old_or_the_new(death, installer, brought, packs, tmp_path):
    installer.install(brought, YES)
    installer.install(write_pack(brought, version=2), YES)
    before = tmp_path / "before"
    packs.rename(before)
    write_pack(brought, version=3)
    seen = set()

    def begin():
        shutil.rmtree(packs, ignore_errors=True)
        shutil.copytree(before, packs)

    def again():
        seen.add(in_use(packs))
        assert in_use(packs) in (2, 3)
        installer.install(brought, YES)
        assert in_use(packs) == 3
        assert installer.rollback("finder").manifest.version in (2, 3)
        assert_tidy(packs)

    killed_at_every_step(death, begin, lambda: installer.install(brought, YES, progress=death), again)
    assert seen == {2, 3}


def test_a_killed_way_back_leaves_one_version_or_the_other(death, installer, brought, packs):
    installer.install(brought, YES)
    installer.install(write_pack(brought, version=2), YES)
    killed_at_every_step(
        death,
        lambda: in_use(packs) == 2 or installer.rollback("finder"),
        lambda: installer.rollback("finder"),
        lambda: (in_use(packs) in (1, 2)) or pytest.fail("no version is whole"),
    )
    assert in_use(packs) == 1


def test_a_killed_removal_leaves_all_or_nothing(death, installer, brought, packs):
    def after_each():
        version = in_use(packs)
        assert version in (None, 1)
        if version == 1:
            installer.shelf.choices()
            installer.remove("finder")
        installer.sweep()
        assert installer.shelf.names() == []
        assert_tidy(packs)

    killed_at_every_step(
        death, lambda: installer.install(brought, YES), lambda: installer.remove("finder"), after_each
    )


def assert_tidy(packs):
    assert [each.name for each in (packs / INCOMING).iterdir()] == ["lock"]
    leaving = packs / LEAVING
    assert not leaving.exists() or not list(leaving.iterdir())
    assert not list(packs.glob("finder/**/.*"))


def test_a_torn_copy_is_begun_anew(installer, brought, packs):
    offer = installer.examine(brought)
    parts = packs / INCOMING / f"finder-{offer.folder}" / ".parts"
    parts.mkdir(parents=True)
    # A power cut leaves zeros behind what reached the disk.
    (parts / "weights.data").write_bytes(b"w" * 1_000_000 + bytes(500_000))
    (parts / "text.onnx").write_bytes(b"longer than the file should be" * 1000)
    installer.install(brought, YES)
    assert in_use(packs) == 1


def test_a_complete_copy_that_decayed_is_copied_anew(installer, brought, packs):
    offer = installer.examine(brought)
    folder = packs / INCOMING / f"finder-{offer.folder}"
    folder.mkdir(parents=True)
    (folder / "weights.data").write_bytes(b"x" * (brought / "weights.data").stat().st_size)
    installer.install(brought, YES)
    assert in_use(packs) == 1


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_becomes_full_is_told_and_given_its_room_back(
    installer, brought, packs, monkeypatch, number
):
    def full(_descriptor):
        raise OSError(number, "No space left on device")

    monkeypatch.setattr("engine.packs.staging.sync", full)
    with pytest.raises(PackNoRoomError, match="disk became full"):
        installer.install(brought, YES)
    assert [each.name for each in (packs / INCOMING).iterdir()] == ["lock"]
    monkeypatch.undo()
    installer.install(brought, YES)
    assert in_use(packs) == 1


def test_a_disk_that_becomes_full_at_the_switch_keeps_the_old(installer, brought, packs, monkeypatch):
    installer.install(brought, YES)

    def full(*_facts):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("engine.packs.installer.write_record", full)
    with pytest.raises(PackNoRoomError):
        installer.install(write_pack(brought, version=2), YES)
    assert in_use(packs) == 1
    monkeypatch.undo()
    installer.install(brought, YES)
    assert in_use(packs) == 2


def test_a_write_protected_folder_is_told(installer, brought, packs):
    packs.parent.mkdir(exist_ok=True)
    packs.write_text("a file where the folder should be")
    with pytest.raises(PacksUnwritableError):
        installer.install(brought, YES)


def test_a_stick_that_is_pulled_out_can_be_put_in_again(installer, brought, packs, monkeypatch):
    class Pulled:
        def __init__(self, stream):
            self.stream, self.count = stream, 0

        def read(self, size):
            self.count += 1
            if self.count > 2:
                raise OSError(errno.EIO, "Input/output error")
            return self.stream.read(size)

        def __enter__(self):
            return self

        def __exit__(self, *error):
            self.stream.close()

    from engine.packs.brought import _Folder

    whole = _Folder.open
    monkeypatch.setattr(
        _Folder,
        "open",
        lambda self, name, at=0: (
            Pulled(whole(self, name, at=at)) if name == "weights.data" else whole(self, name, at=at)
        ),
    )
    with pytest.raises(PackUnreadableError, match="stick was pulled out") as caught:
        installer.install(brought, YES)
    assert Path(caught.value.which).name == "weights.data"
    monkeypatch.undo()
    assert installer.examine(brought).bytes_left < 1_500_000
    installer.install(brought, YES)
    assert in_use(packs) == 1
