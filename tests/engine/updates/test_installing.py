"""An update is installed beside the version in use, and whatever goes wrong leaves that one in use."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import CancelledError, SandukuError
from engine.library import standing_of
from engine.packs.staging import RESERVE
from engine.updates.container import read_update, write_update
from engine.updates.errors import (
    DowngradeError,
    NotPackagedError,
    OtherSystemError,
    RehearsalFailedError,
    SameVersionError,
    SelfTestFailedError,
    SystemTooOldError,
    UpdateBusyError,
    UpdateConsentError,
    UpdateNoRoomError,
    UpdateSignatureError,
    UpdateSignerUnknownError,
)
from engine.updates.handover import CURRENT, PROGRAMS
from engine.updates.hosts import Host
from engine.updates.room import Room, room_of
from engine.updates.saving import room_for_backups, room_for_trial, unlocked
from engine.updates.updater import Running
from models.image_text.signing import Keys
from tests.dying import DIED
from tests.engine.updates.conftest import PASSPHRASE, PLATFORM, ROOT, add_case, after


def used(home: Path) -> str:
    """What the record says at the next start."""
    path = home / PROGRAMS / CURRENT
    return json.loads(path.read_text())["version"] if path.exists() else ""


def lying(home: Path) -> set[str]:
    folder = home / PROGRAMS
    return {each.name for each in folder.iterdir()} - {"lock"} if folder.exists() else set()


def test_an_update_is_used_from_the_next_start_on(updater, make, library, home):
    path = make()
    offer = updater.examine(path)
    assert (offer.manifest.version, offer.present, offer.signature.signer) == (
        "0.2.0",
        "0.1.0",
        "Headquarters",
    )
    assert offer.manifest.changes == "What is new in 0.2.0."
    assert lying(home) == set()
    done = updater.install(path, [library])
    assert (done.version, done.before, used(home)) == ("0.2.0", "0.1.0", "0.2.0")
    assert lying(home) == {"0.2.0", CURRENT}


def test_libraries_are_backed_up_before_and_the_backup_opens(updater, make, library, home):
    add_case(library, "Camp 7")
    done = updater.install(make(), [library])
    backup = Path(done.saved[0].backup)
    assert backup.parent.parent == home / "backups"
    assert standing_of(backup, library.key) == standing_of(library.folder, library.key)
    assert not (home / PROGRAMS / "rehearsal.new").exists()


def test_backups_go_where_a_person_says(updater, make, library, tmp_path):
    done = updater.install(make(), [library], backups=tmp_path / "other disk")
    assert Path(done.saved[0].backup).is_relative_to(tmp_path / "other disk")


def test_where_backups_go_is_understood_from_the_folder_that_a_person_is_in(
    updater, make, library, tmp_path, monkeypatch
):
    """The new version, which reads them for its trial, runs in another folder."""
    (tmp_path / "stick").mkdir()
    monkeypatch.chdir(tmp_path)
    done = updater.install(make(), [library], backups=Path("stick"))
    assert [Path(each.backup).is_relative_to(tmp_path / "stick") for each in done.saved] == [True]


def test_the_version_before_is_kept_and_older_ones_go(updater, make, library, home):
    updater.install(make("0.2.0"), [library])
    after(updater, "0.2.0").install(make("0.3.0"), [library])
    assert lying(home) == {"0.2.0", "0.3.0", CURRENT}
    after(updater, "0.3.0").install(make("0.4.0"), [library])
    assert lying(home) == {"0.3.0", "0.4.0", CURRENT}
    assert len(list((home / "backups").iterdir())) == 2


def test_the_version_that_runs_is_kept_though_a_later_one_was_installed_and_never_started(
    updater, make, library, home
):
    updater.install(make("0.2.0"), [library])
    window = after(updater, "0.2.0")
    window.install(make("0.3.0"), [library])
    window.install(make("0.4.0"), [library])
    assert lying(home) == {"0.2.0", "0.4.0", CURRENT}
    assert window.rollback({str(library.folder): library.key}).version == "0.2.0"


def test_a_version_that_was_given_up_is_not_swept_while_it_runs_and_none_to_go_back_to(
    updater, make, library, home
):
    updater.install(make("0.2.0"), [library])
    after(updater, "0.2.0").install(make("0.3.0"), [library])
    window = after(updater, "0.3.0")
    window.rollback({str(library.folder): library.key})
    window.install(make("0.4.0"), [library])
    assert lying(home) == {"0.2.0", "0.3.0", "0.4.0", CURRENT}
    assert window.programs.current().previous == "0.2.0"


def test_the_same_version_and_an_earlier_one_are_refused_with_a_reason(updater, make):
    with pytest.raises(SameVersionError, match="in use already"):
        updater.examine(make("0.1.0"))
    with pytest.raises(DowngradeError, match="read a library"):
        updater.examine(make("0.0.9"))
    updater.install(make("0.3.0"), [])
    with pytest.raises(DowngradeError):
        updater.examine(make("0.2.0"))


def test_an_update_signed_before_the_one_that_was_installed_is_refused(updater, make):
    early, late = make("0.4.0"), make("0.3.0")
    updater.install(late, [])
    with pytest.raises(DowngradeError, match="older than the one of Headquarters"):
        after(updater, "0.3.0").examine(early)


def test_releases_signed_by_copies_of_the_same_keys_follow_one_another(
    updater, make, library, keys, tmp_path
):
    """As where every release is built by a machine that begins with the same secret."""
    runners = []
    for name in ("runner 1", "runner 2"):
        shutil.copytree(keys.folder, tmp_path / "machines" / name)
        runners.append(Keys(tmp_path / "machines" / name))
    updater.install(make("0.900.0", signer=runners[0]), [library])
    offer = make("0.900.1", signer=runners[1])
    assert after(updater, "0.900.0").install(offer, [library]).version == "0.900.1"


def test_another_system_or_processor_is_told_by_name(updater, make):
    path = make()
    for platform in ("linux-arm64", "windows-x86_64"):
        with pytest.raises(OtherSystemError, match="Linux on x86-64"):
            replace(updater, host=Host(platform, {})).examine(path)


@pytest.mark.parametrize("has", [{"glibc": "2.17"}, {}])
def test_a_system_that_is_too_old_is_told(updater, make, has):
    with pytest.raises(SystemTooOldError, match=r"needs the C library of Linux 2\.31"):
        replace(updater, host=Host(PLATFORM, has)).examine(make(needs={"glibc": "2.31"}))


def test_nobody_s_update_is_never_installed(updater, make, tmp_path):
    update = read_update(make())
    part = tmp_path / "payload"
    part.write_bytes(update.path.read_bytes()[update.start :])
    write_update(tmp_path / "x", update.manifest_bytes, {}, part)
    with pytest.raises(UpdateSignatureError, match="Nobody has signed"):
        updater.examine(tmp_path / "x")


def test_a_changed_manifest_breaks_the_signature(updater, make, tmp_path):
    update = read_update(make())
    part = tmp_path / "payload"
    part.write_bytes(update.path.read_bytes()[update.start :])
    changed = update.manifest_bytes.replace(b"You may use it.", b"You may sell it.")
    write_update(tmp_path / "x", changed, update.metadata, part)
    with pytest.raises(UpdateSignatureError, match="broken"):
        updater.examine(tmp_path / "x")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_changed_bit_of_what_was_signed_is_enough(updater, signed, tmp_path, share, bit):
    content = bytearray(signed.path.read_bytes())
    first = signed.path.read_bytes().index(b'"manifest"') + len(b'"manifest": "')
    last = signed.start - sum(map(len, signed.metadata.values())) - 4_000
    places = [*range(first, max(first + 1, last)), *range(signed.start, len(content))]
    content[places[int(share * len(places))]] ^= 1 << bit
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(SandukuError):
        updater.verify(updater.examine(tmp_path / "x"))


def test_a_signer_who_is_not_trusted_is_told_with_the_fingerprint(updater, make, tmp_path):
    other = Keys(tmp_path / "other keys")
    other.create("Somebody", 1, 1, lambda _name: PASSPHRASE, programs=1)
    with pytest.raises(UpdateSignerUnknownError, match="'Somebody'"):
        updater.examine(make(signer=other))


def test_a_signature_that_should_have_been_renewed_needs_a_yes(updater, make):
    path = make()
    updater.anchors.now = lambda: datetime(2040, 1, 1, tzinfo=UTC)
    assert "should have renewed" in updater.examine(path).notes[0]
    with pytest.raises(UpdateConsentError):
        updater.install(path, [])
    assert updater.install(path, [], expired=True).version == "0.2.0"


def test_a_program_from_source_tells_how_it_is_renewed(updater, make):
    clone = replace(updater, running=Running("0.1.0", packaged=False))
    assert clone.examine(make()).manifest.version == "0.2.0"
    with pytest.raises(NotPackagedError, match="source"):
        clone.install(make(), [])


@pytest.fixture
def signed(make):
    return read_update(make())


FAILING = {
    "says that it fails": {
        "ok": False,
        "checks": [{"name": "reads", "ok": False, "seconds": 1, "detail": "no"}],
    },
    "is another version": {"says": "0.9.9"},
    "one part fails": {"checks": [{"name": "reads", "ok": False, "seconds": 1, "detail": "no"}]},
    "says nonsense": {"checks": 7},
}


@pytest.mark.parametrize("told", FAILING.values(), ids=FAILING)
def test_a_version_that_fails_its_test_is_not_used(updater, make, library, home, told):
    with pytest.raises(SelfTestFailedError, match="does not work on this computer"):
        updater.install(make(**told), [library])
    assert (used(home), lying(home)) == ("", set())
    assert not list((home / "backups").glob("*")) if (home / "backups").exists() else True


def test_a_version_that_hangs_is_ended(updater, make, monkeypatch):
    from engine.updates import children

    monkeypatch.setattr(children.self_test, "__kwdefaults__", {"seconds": 0.5})
    with pytest.raises(SelfTestFailedError, match="did not end"):
        updater.install(make(sleeps=60), [])


BREAKING = {
    "crashes": "raise SystemExit('boom')",
    "makes another format": "print(json.dumps({'result': {'schema': 1, 'documents': 0}})); sys.exit(0)",
    "says that it cannot": "print(json.dumps({'error': {'what': 'no'}})); sys.exit(3)",
}


@pytest.mark.parametrize("rehearsing", BREAKING.values(), ids=BREAKING)
def test_a_version_that_cannot_take_the_library_over_is_not_used(updater, make, library, home, rehearsing):
    before = standing_of(library.folder, library.key)
    with pytest.raises(RehearsalFailedError):
        updater.install(make(rehearsing=rehearsing), [library])
    assert (used(home), lying(home)) == ("", set())
    assert not list((home / "backups").iterdir())
    assert standing_of(library.folder, library.key) == before


def test_without_room_nothing_is_begun(updater, make, library, home):
    with pytest.raises(UpdateNoRoomError, match="are needed"):
        replace(updater, room=lambda _folder: Room(1, 1_000_000)).install(make(), [library])
    assert lying(home) == set()


def test_two_disks_that_are_as_full_as_each_other_are_two(updater, make, library, tmp_path):
    """By what is free alone they could be taken for one, and an update that fits would be refused."""
    path = make()
    program = updater.examine(path).needed + room_for_trial([library])
    backups = room_for_backups([library])
    free = RESERVE + max(program, backups) + 1000
    stick = tmp_path / "other disk"

    def room(disks):
        return lambda folder: Room(disks if folder == stick else 1, free)

    with pytest.raises(UpdateNoRoomError):
        replace(updater, room=room(1)).install(path, [library], backups=stick)
    done = replace(updater, room=room(2)).install(path, [library], backups=stick)
    assert done.version == "0.2.0"


def test_another_disk_for_the_backups_is_proposed_only_where_that_helps(updater, make, library):
    path = make()
    program = updater.examine(path).needed + room_for_trial([library])

    def told(free):
        with pytest.raises(UpdateNoRoomError) as refused:
            replace(updater, room=lambda _folder: Room(1, free)).install(path, [library])
        return refused.value.remedy

    assert "--backup-to" in told(RESERVE + program)
    assert "--backup-to" not in told(RESERVE + program - 1)


def test_two_folders_of_one_disk_are_told_by_the_disk(tmp_path):
    assert room_of(tmp_path / "a" / "b").disk == room_of(tmp_path / "c").disk
    if Path("/proc").is_mount():
        assert room_of(Path("/proc")).disk != room_of(tmp_path).disk


class StopAt:
    """Progress that asks to stop at a stage."""

    def __init__(self, stage):
        self.stage, self.stopped = stage, False

    def update(self, *, done, total, label=""):
        self.stopped = self.stopped or label == self.stage

    def asked(self):
        return self.stopped


@pytest.mark.parametrize("stage", ["check", "unpack", "self-test", "backup", "rehearsal"])
def test_it_can_be_stopped_at_every_stage(updater, make, library, home, stage):
    stop = StopAt(stage)
    with pytest.raises(CancelledError):
        updater.install(make(sleeps=1), [library], progress=stop, cancelled=stop.asked)
    assert (used(home), lying(home)) == ("", set())
    assert updater.install(make(), [library]).version == "0.2.0"


KILLED = (
    "check",
    "unpack",
    "unpacked",
    "self-test",
    "backup",
    "rehearsal",
    "switch",
    "remembered",
    "switched",
)
"""Where the power is cut, in the order of an installation; only after the last is the new version used."""


@pytest.mark.parametrize("stage", KILLED)
def test_a_power_cut_at_any_stage_leaves_one_whole_version_in_use(
    updater, make, library, home, keys, tmp_path, stage
):
    (tmp_path / "root.json").write_bytes(keys.roots()[0])
    path = make()
    words = [stage, path, home, tmp_path / "root.json", PLATFORM, library.folder, PASSPHRASE]
    child = subprocess.run(
        [sys.executable, "-m", "tests.engine.updates.killed", *words], cwd=ROOT, capture_output=True
    )
    assert child.returncode == DIED, child.stderr.decode()
    version = used(home)
    assert version == ("0.2.0" if stage == "switched" else "")
    assert not version or (home / PROGRAMS / version / "sanduku").is_file()
    assert standing_of(library.folder, library.key).documents == 0
    if not version:
        assert updater.install(path, [library]).version == "0.2.0"
        assert lying(home) == {"0.2.0", CURRENT}


def test_two_installations_at_once_are_one_too_many(updater, make):
    with updater.programs.alone("0.1.0"), pytest.raises(UpdateBusyError):
        updater.install(make(), [])


def test_a_full_disk_in_the_middle_leaves_nothing(updater, make, home, monkeypatch):
    from engine.updates import unpacking

    def full(*_all):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(unpacking, "_write", full)
    with pytest.raises(UpdateNoRoomError, match="became full"):
        updater.install(make(), [])
    assert lying(home) == set()


def test_a_stick_that_is_pulled_out_is_told(updater, make, monkeypatch):
    path = make()
    update = read_update(path)
    monkeypatch.setattr(type(update), "verify", lambda *_all: path.unlink())
    with pytest.raises(SandukuError, match="pulled out"):
        updater.install(path, [])


def test_a_locked_library_is_unlocked_by_its_passphrase(library):
    assert unlocked(library.folder, passphrase=PASSPHRASE).key == library.key
