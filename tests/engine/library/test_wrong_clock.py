"""A computer whose clock was far in the future: order is kept, a person is told, and it can be mended."""

import pytest

from engine.library.clock import FAR_AHEAD

YEARS = 14 * 365 * 86_400


@pytest.fixture
def once_in_2040(library, add, clock):
    """A library in which one document was added while the computer believed to be far in the future."""
    now = clock.wall
    add(library, "before")
    clock.set_wall(now + YEARS)
    add(library, "while the clock was wrong")
    clock.set_wall(now)
    add(library, "after")
    return library


def test_the_order_of_changes_is_kept(once_in_2040):
    moments = [change.at for change in once_in_2040.changes.since(0)]
    assert moments == sorted(set(moments))
    assert once_in_2040.changes.verify_chain() == []


def test_what_a_person_sees_is_dated_by_the_clock_as_it_was(once_in_2040):
    dates = {each.name: each.added_at[:4] for each in once_in_2040.documents.find()}
    assert dates["before"] == dates["after"] < dates["while the clock was wrong"]


def test_a_check_says_so_with_what_to_do_and_the_library_is_sound(once_in_2040):
    report = once_in_2040.check()
    assert report.sound
    [warning] = report.warnings
    assert warning.code == "clock.ahead"
    assert "2040" in warning.what or "2041" in warning.what
    assert "Set the computer's date" in warning.remedy


def test_a_repair_dates_new_changes_by_the_present_clock_and_records_that(once_in_2040, add, clock):
    wrong = once_in_2040.changes.since(0)[-1]
    once_in_2040.repair()
    assert once_in_2040.check().warnings == ()
    add(once_in_2040, "later")
    mended, later = once_in_2040.changes.since(wrong.seq)
    assert (mended.kind, mended.epoch, mended.payload) == ("clock-set", 2, {"left_behind": str(wrong.at)})
    assert mended.at < wrong.at
    assert (wrong.epoch, wrong.at) < (mended.epoch, mended.at) < (later.epoch, later.at)
    assert later.at.ahead_of(clock.wall) <= 0
    assert once_in_2040.changes.verify_chain() == []
    assert once_in_2040.check().sound


def test_a_second_repair_begins_no_further_epoch(once_in_2040):
    once_in_2040.repair()
    last = once_in_2040.changes.last_sequence()
    once_in_2040.repair()
    assert once_in_2040.changes.last_sequence() == last


def test_an_entry_that_was_dated_back_within_its_epoch_still_shows(once_in_2040):
    with once_in_2040.connection.transaction():
        once_in_2040.connection.run("DROP TRIGGER changes_are_not_altered")
        once_in_2040.connection.run("UPDATE changes SET at = '000000000000001.00000000' WHERE sequence = 3")
    assert any("dated before" in fault for fault in once_in_2040.changes.verify_chain())


@pytest.mark.parametrize("seconds", [-YEARS, 0, FAR_AHEAD / 2])
def test_a_small_step_of_the_clock_is_nothing_to_tell(library, add, clock, seconds):
    now = clock.wall
    clock.set_wall(now + seconds)
    add(library, "then")
    clock.set_wall(max(now, now + seconds))
    assert library.check().warnings == ()
