"""An update file is made of what was frozen, says what it needs, and is signed, or is not made."""

import itertools
import plistlib
import subprocess
import sys

import pytest

from engine.progress import SILENT
from engine.updates.container import read_update
from engine.updates.unpacking import unpack
from models.image_text.signing import Keys, SigningError
from tests.engine.updates.conftest import PASSPHRASE, PLATFORM, ROOT, making, write_program


@pytest.fixture
def keys(tmp_path):
    made = Keys(tmp_path / "keys")
    made.create("Headquarters", 1, 1, lambda _name: PASSPHRASE, programs=1)
    return made


def made_of(frozen, **changes):
    held = {
        "frozen": frozen, "version": "0.2.0", "platform": PLATFORM, "schema": 7, "changes": "More.",
        "licence_text": "You may.", "level": 1,
    }  # fmt: skip
    return making.Making(**held | changes)


def test_the_same_program_gives_the_same_file_up_to_its_signature(tmp_path, keys):
    frozen = write_program(tmp_path / "frozen", "0.2.0")
    first, second = (
        read_update(made_of(frozen).make(tmp_path / name, keys, lambda _name: PASSPHRASE)) for name in "ab"
    )
    assert first.manifest_bytes == second.manifest_bytes
    assert first.metadata != second.metadata  # its number goes up each time: nobody goes back


def test_long_names_and_other_scripts_come_out_again(tmp_path, keys):
    frozen = write_program(tmp_path / "frozen", "0.2.0")
    deep = frozen / "_internal" / ("a" * 60) / ("ب" * 30) / "c.txt"
    deep.parent.mkdir(parents=True)
    deep.write_text("deep")
    update = read_update(made_of(frozen).make(tmp_path, keys, lambda _name: PASSPHRASE))
    unpack(update, tmp_path / "new", SILENT, lambda: False)
    assert (tmp_path / "new" / deep.relative_to(frozen)).read_text() == "deep"


def test_the_least_glibc_is_that_of_its_libraries(tmp_path, keys):
    frozen = write_program(tmp_path / "frozen", "0.2.0")
    (frozen / "_internal" / "a.so").write_bytes(b"\x7fELF..GLIBC_2.4\0GLIBC_2.28\0GLIBC_2.9\0")
    (frozen / "_internal" / "notes.txt").write_bytes(b"GLIBC_2.99\0")
    update = read_update(made_of(frozen).make(tmp_path, keys, lambda _name: PASSPHRASE))
    assert update.manifest.needs == {"glibc": "2.28"}
    other = read_update(
        made_of(frozen, platform="windows-x86_64").make(tmp_path, keys, lambda _name: PASSPHRASE)
    )
    assert other.manifest.needs == {"windows": "10.0.17763"}


def test_without_keys_nothing_is_made(tmp_path):
    frozen = write_program(tmp_path / "frozen", "0.2.0")
    with pytest.raises(SigningError, match="no root"):
        made_of(frozen).make(tmp_path / "out", NoKeys(tmp_path / "nothing"), lambda _name: PASSPHRASE)
    assert list((tmp_path / "out").iterdir()) == []


class NoKeys(Keys):
    """A folder in which the state lies and nothing else."""

    def _state(self):
        return {"signed": 0}


def test_the_word_of_the_build_explains_itself():
    done = subprocess.run(
        [sys.executable, "packaging/build.py", "update", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "--keys" in done.stdout


def test_a_later_version_is_signed_with_a_higher_number_and_leaves_room_to_sign_anew():
    numbers = [making._signing_number(each) for each in ("0.2.0", "0.2.1", "0.3.0", "1.0.0", "1.0.999")]
    assert all(after - before >= 1000 for before, after in itertools.pairwise(numbers))
    with pytest.raises(making.MakingError, match="each number up to 999"):
        making._signing_number("1.1000.0")


def test_an_update_needs_the_macos_that_the_program_does():
    info = plistlib.loads((ROOT / "packaging/macos/Info.plist").read_bytes())
    assert making.LEAST["macos"] == info["LSMinimumSystemVersion"]


def test_a_version_of_which_nothing_is_said_becomes_no_update(tmp_path, monkeypatch):
    monkeypatch.setattr(making, "VERSION", "99.0.0")
    with pytest.raises(making.MakingError, match="says nothing of what is new"):
        making._changes(None)
    (tmp_path / "new.md").write_text("Forms of the new registration are read.\n", encoding="utf-8")
    assert making._changes(tmp_path / "new.md") == "Forms of the new registration are read."
    with pytest.raises(making.MakingError, match="cannot be read"):
        making._changes(tmp_path / "none.md")
