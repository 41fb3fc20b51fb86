"""Where the version in use cannot open the work, another one that lies here can be used."""

import pytest

from engine.updates.errors import NothingToRollBackError, NothingToUseAgainError
from engine.updates.programs import Current
from engine.updates.standard import status_to_json, ways_out
from tests.engine.updates.conftest import after


def give_up(updater, version):
    """As a start does it after the version failed too often."""
    programs = updater.programs
    programs.use(programs.current().rolled_back())
    assert programs.current().gave_up == version


def test_a_version_that_was_given_up_can_be_used_again(updater, make):
    updater.install(make("0.2.0"), [])
    give_up(updater, "0.2.0")
    ways = ways_out(updater)
    assert ways.again == "0.2.0"
    assert ways.use_again() == "0.2.0"
    current = updater.programs.current()
    assert (current.version, current.previous, current.gave_up) == ("0.2.0", "", "")
    assert ways.again == ""
    with pytest.raises(NothingToUseAgainError):
        ways.use_again()


def test_the_version_before_is_not_told_as_signed_by_whoever_signed_the_one_that_was_given_up(updater, make):
    updater.install(make("0.2.0"), [])
    assert status_to_json(after(updater, "0.2.0"))["signer"] == "Headquarters"
    give_up(updater, "0.2.0")
    assert status_to_json(updater)["signer"] == ""
    ways_out(updater).use_again()
    assert status_to_json(after(updater, "0.2.0"))["signer"] == "Headquarters"


def test_it_is_kept_until_the_next_update_comes(updater, make):
    updater.install(make("0.2.0"), [])
    give_up(updater, "0.2.0")
    updater.programs.sweep("0.1.0")
    assert updater.programs.versions() == ["0.2.0"]
    updater.install(make("0.3.0"), [])
    assert updater.programs.versions() == ["0.3.0"]


def test_without_its_record_a_finished_version_is_found_all_the_same(updater, make):
    updater.install(make("0.2.0"), [])
    (updater.programs.folder / "current.json").write_text("{")
    assert ways_out(updater).again == "", "as far as one can see it was unpacked and never tried"
    (updater.programs.folder / "starts" / "0.2.0").mkdir(parents=True)
    (updater.programs.folder / "starts" / "0.2.0" / "came-up").touch()
    assert ways_out(updater).use_again() == "0.2.0"


def test_nothing_earlier_is_ever_offered(updater, make):
    updater.install(make("0.2.0"), [])
    assert ways_out(after(updater, "0.2.0")).again == ""
    assert ways_out(after(updater, "0.3.0")).again == ""


def test_a_version_that_cannot_open_the_work_is_set_aside_without_any_key(updater, make):
    updater.install(make("0.2.0"), [])
    with pytest.raises(NothingToRollBackError):
        ways_out(updater).set_aside()
    assert ways_out(after(updater, "0.2.0")).set_aside() == ""
    assert updater.programs.current().gave_up == "0.2.0"


def test_a_notice_goes_with_what_it_tells_of(updater, make):
    updater.install(make("0.2.0"), [])
    (updater.programs.folder / "told.json").write_text(
        '{"kind": "gave-up", "version": "0.2.0", "used": "0.1.0"}'
    )
    updater.programs.use(Current(version="0.2.0"))
    assert updater.programs.notice() is None


def test_what_nobody_needs_is_told_and_what_runs_or_is_used_stays(updater, make):
    updater.install(make("0.2.0"), [])
    give_up(updater, "0.2.0")
    (updater.programs.folder / "0.1.5").mkdir()
    (updater.programs.folder / "0.1.6").mkdir()
    (updater.programs.folder / "open").mkdir()
    (updater.programs.folder / "open" / "4711").write_text("0.1.6")
    found = updater.programs.strays("0.1.0", keep_given_up=False)
    assert [each.name for each in found] == ["0.1.5", "0.2.0"]
    assert updater.programs.byte_size(found[1]) > 300_000
    assert [each.name for each in updater.programs.strays("0.2.0", keep_given_up=False)] == ["0.1.5"]
