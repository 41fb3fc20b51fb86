"""``sanduku update``: looks at an update, installs it, tells how versions stand, goes back."""

import json
from dataclasses import replace

import pytest

from engine.library import open_library
from engine.packs.staging import RESERVE
from engine.updates import running, standard
from engine.updates.programs import Current
from engine.updates.room import Room
from engine.updates.running import Kind, Other
from engine.updates.updater import Running
from tests.engine.updates.conftest import PASSPHRASE, add_case, after, keys, library, make, updater

__all__ = ["keys", "library", "make", "updater"]


@pytest.fixture
def packaged(monkeypatch, updater):
    """Commands that work on a packaged Sanduku 0.1.0 on which nothing else runs."""
    monkeypatch.setattr(standard, "updater_for", lambda _places: updater)
    monkeypatch.setattr(running, "others_running", lambda _data: [])
    return updater


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE)
    return ["--passphrase-file", path]


def test_an_update_is_looked_at_where_the_stick_is_named(packaged, make, run, home):
    told = run("update", "check", make().parent, "--json")
    assert (told.code, told.json["version"], told.json["present"]) == (0, "0.2.0", "0.1.0")
    assert told.json["signed"] == "signed by Headquarters"
    assert not (home / "programs").exists()
    assert "What is new in 0.2.0." in run("update", "check", make().parent).out


def test_a_look_tells_that_room_is_missing_by_the_figure_that_installing_goes_by(
    packaged, make, run, library, secret, monkeypatch
):
    path = make()
    full = replace(packaged, room=lambda _folder: Room(1, 1_000_000))
    monkeypatch.setattr(standard, "updater_for", lambda _places: full)
    looked = run("update", "check", path)
    refused = run(*secret, "update", "install", path, "--yes", "--json").error
    assert refused["code"] == "update.no-room"
    assert refused["remedy"] in looked.err
    assert "To install it" not in looked.err
    assert run("update", "check", path, "--json").json["missing_bytes"] > RESERVE - 1_000_000


def test_of_several_the_latest_for_this_computer_is_meant(packaged, make, run):
    for version in ("0.2.0", "0.10.0", "0.9.0"):
        path = make(version)
    make("0.11.0", platform="windows-x86_64")
    assert run("update", "check", path.parent, "--json").json["version"] == "0.10.0"


def test_a_stick_with_updates_for_others_alone_says_so(packaged, make, run):
    make(platform="windows-x86_64")
    stick = make(platform="linux-arm64").parent
    told = run("update", "check", stick, "--json")
    assert (told.code, told.error["code"]) == (3, "update.none")
    assert "linux-x86_64" in told.error["remedy"]


def test_an_update_is_installed_and_taken_back(packaged, make, run, library, secret, monkeypatch):
    told = run(*secret, "update", "install", make(), "--yes", "--json")
    assert (told.code, told.json["before"], len(told.json["backups"])) == (0, "0.1.0", 1)
    monkeypatch.setattr(standard, "updater_for", lambda _places: after(packaged, "0.2.0"))
    status = run("update", "status", "--json").json
    assert (status["running"], status["next_start"], status["can_roll_back"]) == ("0.2.0", "0.2.0", True)
    add_case(library, "Camp 7")
    told = run(*secret, "update", "rollback", "--yes")
    assert told.code == 0
    assert "the version of the package" in told.out
    assert run("update", "status", "--json").json["gave_up"] == "0.2.0"


def test_it_tells_a_person_where_the_backup_is(packaged, make, run, library, secret, home):
    told = run(*secret, "update", "install", make(), "--yes")
    assert "is used from the next start on" in told.out
    assert str(home / "backups") in told.err


def test_a_locked_library_is_not_passed_over(packaged, make, run, library):
    told = run("update", "install", make(), "--yes", "--json")
    assert (told.code, told.error["code"]) == (7, "library.locked")
    assert "--passphrase-file" in told.error["remedy"]


def test_nothing_is_done_without_a_yes(packaged, make, run, home):
    told = run("update", "install", make(), "--json")
    assert (told.code, told.error["code"]) == (2, "usage")
    assert not (home / "programs").exists()


def test_an_open_window_must_be_closed_first(packaged, make, run, monkeypatch):
    monkeypatch.setattr(running, "others_running", lambda _data: [Other(1, Kind.WINDOW)])
    told = run("update", "install", make(), "--yes", "--json")
    assert (told.code, told.error["code"]) == (5, "update.busy")


def test_work_is_ended_well_first(packaged, make, run, monkeypatch):
    asked = []
    monkeypatch.setattr(running, "others_running", lambda _data: [Other(1, Kind.WORKER)])
    monkeypatch.setattr(running, "end_well", lambda others: asked.extend(others) or [])
    assert run("update", "install", make(), "--yes").code == 0
    assert [each.kind for each in asked] == [Kind.WORKER]


def test_a_program_from_source_says_what_to_do_instead(run, make, monkeypatch, updater):
    clone = replace(updater, running=Running("0.1.0", packaged=False))
    monkeypatch.setattr(standard, "updater_for", lambda _places: clone)
    told = run("update", "install", make(), "--yes", "--json")
    assert (told.code, told.error["code"]) == (5, "update.not-packaged")
    assert "source" in run("update", "status").err


def test_going_back_where_nothing_was_installed_says_so(packaged, run):
    told = run("update", "rollback", "--yes", "--json")
    assert (told.code, told.error["code"]) == (5, "update.no-version-before")


def test_a_notice_of_a_start_that_failed_is_told_once(packaged, run, home):
    (home / "programs").mkdir()
    (home / "programs" / "told.json").write_text(
        json.dumps({"kind": "gave-up", "version": "0.2.0", "used": "0.1.0"})
    )
    assert "0.2.0 did not come up here" in run("update", "status").err
    assert run("update", "status", "--json").json["notice"] is None


def give_up(packaged):
    """As a start does it after the version failed too often."""
    packaged.programs.use(packaged.programs.current().rolled_back())


def test_a_version_that_was_given_up_is_told_and_used_again(packaged, make, run, home):
    packaged.install(make(), [])
    give_up(packaged)
    (home / "programs" / "told.json").write_text('{"kind": "gave-up", "version": "0.2.0", "used": "0.1.0"}')
    told = run("update", "status")
    assert "sanduku update retry" in told.out
    assert "did not come up here" in told.err
    assert run("update", "retry", "--yes", "--json").json == {"version": "0.2.0"}
    assert packaged.programs.current().version == "0.2.0"
    again = run("update", "retry", "--yes", "--json")
    assert (again.code, again.error["code"]) == (5, "update.no-version-again")


def test_a_damaged_version_is_told_as_that_without_its_number(packaged, run, home):
    (home / "programs").mkdir()
    (home / "programs" / "told.json").write_text('{"kind": "damaged", "version": "?", "used": "0.1.0"}')
    said = run("update", "status").err
    assert "damaged" in said
    assert "?" not in said


def test_what_nobody_needs_is_removed_once_somebody_says_so(packaged, make, run, home):
    packaged.install(make(), [])
    (home / "programs" / "0.0.9").mkdir()
    (home / "programs" / "0.0.9" / "big").write_bytes(b"x" * 3_000_000)
    assert run("update", "clean").code != 0, "nobody is there to be asked"
    assert (home / "programs" / "0.0.9").exists()
    told = run("update", "clean", "--yes")
    assert "3 MB were freed" in told.out
    assert packaged.programs.versions() == ["0.2.0"]
    nothing = run("update", "clean", "--json").json
    assert (nothing["removed"], nothing["freed_bytes"]) == ([], 0)


def test_before_a_version_that_was_given_up_goes_it_is_said_what_it_may_be_good_for(packaged, make, run):
    packaged.install(make(), [])
    give_up(packaged)
    told = run("update", "clean", "--yes")
    assert "'sanduku update retry'" in told.err
    assert packaged.programs.versions() == []


def test_what_is_installed_while_a_person_thinks_about_clearing_stays(packaged, make, run, monkeypatch):
    packaged.install(make(), [])
    give_up(packaged)

    def thinks(*_words, **_options):
        packaged.programs.use(Current(version="0.2.0"))

    monkeypatch.setattr("engine.cli.desk.Desk.confirm", thinks)
    assert "stays" in run("update", "clean").err
    assert packaged.programs.versions() == ["0.2.0"]


def test_a_library_of_a_later_version_names_the_one_that_lies_here(
    packaged, make, run, library, secret, monkeypatch, tmp_path
):
    packaged.install(make("77.1.0"), [library])
    give_up(packaged)
    with open_library(library.folder, data_key=library.key) as opened:
        opened.connection.run("PRAGMA user_version = 9999")
    told = run(*secret, "list", "--json")
    assert told.error["code"] == "library.too-new"
    assert "retry" not in told.error["remedy"], "this one runs from its source"
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert "'sanduku update retry'" in run(*secret, "list", "--json").error["remedy"]
