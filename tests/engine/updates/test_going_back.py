"""A version is taken back where that loses nothing, and a backup takes the place of work by consent alone."""

import json
from pathlib import Path

import pytest

from engine.library import latest_schema, open_library, standing_of
from engine.renaming import give_name
from engine.updates import handover
from engine.updates.errors import NothingToRollBackError, RollbackRefusedError
from engine.updates.handover import CURRENT, PROGRAMS
from engine.updates.saving import PUT_BACK, put_back
from tests.engine.updates.conftest import PASSPHRASE, add_case, after

OLD_SCHEMA = 1


@pytest.fixture
def updated(updater, make, library):
    """The computer on which version 0.2.0 was installed, which reads all that 0.1.0 reads."""
    updater.install(make(), [library])
    return after(updater, "0.2.0")


def as_if_migrated(home: Path) -> None:
    """Let the record say that the version before makes an earlier format than the library has."""
    path = home / PROGRAMS / CURRENT
    held = json.loads(path.read_text())
    path.write_text(json.dumps(held | {"previous_schema": OLD_SCHEMA}))


def keys_of(library):
    return {str(library.folder): library.key}


def test_where_nothing_was_installed_there_is_nothing_to_go_back_to(updater):
    with pytest.raises(NothingToRollBackError):
        updater.rollback({})


def test_the_version_before_is_used_again(updated, library):
    add_case(library, "Camp 8")
    done = updated.rollback(keys_of(library))
    assert (done.version, done.gave_up, done.aside) == ("", "0.2.0", ())
    assert updated.programs.current().version == ""
    with pytest.raises(NothingToRollBackError):
        updated.rollback(keys_of(library))


def test_of_two_updates_the_first_is_used_again(updated, make, library):
    updated.install(make("0.3.0"), [library])
    assert after(updated, "0.3.0").rollback(keys_of(library)).version == "0.2.0"


def test_a_library_in_a_later_format_needs_consent_to_its_backup(updated, library, home):
    as_if_migrated(home)
    with pytest.raises(RollbackRefusedError, match="backup from before the update can take its place"):
        updated.rollback(keys_of(library))
    assert updated.programs.current().version == "0.2.0"
    done = updated.rollback(keys_of(library), with_backup=True)
    assert done.version == ""
    with open_library(library.folder, passphrase=PASSPHRASE) as opened:
        assert opened.epoch == 2  # it goes its own way, as any backup that is brought back
    assert standing_of(done.aside[0], library.key).schema == latest_schema()


def test_work_since_the_update_is_never_lost_to_a_backup(updated, library, home):
    as_if_migrated(home)
    add_case(library, "Camp 9")
    with pytest.raises(RollbackRefusedError, match="1 changes were made"):
        updated.rollback(keys_of(library), with_backup=True)
    assert updated.programs.current().version == "0.2.0"


def test_a_version_that_gave_up_can_still_have_the_backup_put_back(updated, library, home, updater):
    as_if_migrated(home)
    # As a start leaves it that gives a version up: it has no other record than that of the folder.
    held = json.loads((home / PROGRAMS / CURRENT).read_text())
    handover._give_up(str(home / PROGRAMS), held, "0.2.0")
    with pytest.raises(RollbackRefusedError, match="backup from before the update can take its place"):
        updater.rollback(keys_of(library))
    done = updater.rollback(keys_of(library), with_backup=True)
    assert (done.version, len(done.aside)) == ("", 1)


def test_where_an_update_is_in_use_again_the_backup_is_put_back_and_it_stays(updated, make, library, home):
    updated.install(make("0.3.0"), [library])
    as_if_migrated(home)
    held = json.loads((home / PROGRAMS / CURRENT).read_text())
    handover._give_up(str(home / PROGRAMS), held, "0.3.0")
    done = updated.rollback(keys_of(library), with_backup=True)
    assert (done.version, len(done.aside)) == ("0.2.0", 1)
    assert updated.programs.current().version == "0.2.0"


def test_a_crash_between_the_two_renames_is_mended_by_the_next_try(updated, library, home, monkeypatch):
    as_if_migrated(home)
    saved = updated.programs.current().saved[0]

    def crash(path, target):
        if path.name.endswith(PUT_BACK):
            raise KeyboardInterrupt
        give_name(path, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("engine.updates.saving.give_name", crash)
        put_back(saved, library.key, _Silent())
    assert not library.folder.exists()
    updated.rollback(keys_of(library), with_backup=True)
    assert (library.folder / "library.db").exists()


def test_after_going_back_the_same_update_can_be_taken_again(updated, updater, make, library):
    updated.rollback(keys_of(library))
    offer = updater.examine(make())
    assert "given up" in offer.notes[0]
    assert updater.install(offer.path, [library]).version == "0.2.0"


class _Silent:
    def update(self, *, done, total, label=""):
        pass
