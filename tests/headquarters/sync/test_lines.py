"""The rule by which a laptop's line is found holds for any history of copies."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from engine.sync.wire.positions import BEGINNING, Position, checkpoint_numbers
from headquarters.sync.lines import candidate, choose


def line(*steps):
    """Return the places of a log: each step is how many entries it grew by, and in whose hands."""
    places = [BEGINNING]
    for count, hand in steps:
        for _ in range(count):
            digest = hashlib.sha256(f"{places[-1].hash}{hand}".encode()).hexdigest()
            places.append(Position(len(places), digest))
    return places


def held_against(streams, log, *, own=None, extra=()):
    tip = log[-1]
    numbers = sorted({*checkpoint_numbers(tip.seq), *extra}, reverse=True)
    checkpoints = [log[number] for number in numbers if number < len(log)]
    return choose(
        [
            candidate(
                name,
                places[-1],
                {place.seq: place.hash for place in places if place.seq},
                checkpoints,
                own=name == own,
                order=order,
            )
            for order, (name, places) in enumerate(streams.items())
        ],
        tip,
    )


growth = st.integers(1, 80)


@given(growth, growth)
def test_a_laptop_that_only_added_goes_on_where_it_stopped(sent, added):
    log = line((sent, "a"), (added, "a"))
    choice = held_against({"main": log[: sent + 1]}, log, own="main", extra=(sent,))
    assert (choice.stream_id, choice.have.seq, choice.branches) == ("main", sent, False)


@given(growth, growth)
def test_without_the_ledger_it_still_keeps_its_stream_and_loses_nothing(sent, added):
    log = line((sent, "a"), (added, "a"))
    choice = held_against({"main": log[: sent + 1]}, log, own="main")
    assert (choice.stream_id, choice.branches) == ("main", False)
    assert choice.have == log[choice.have.seq]
    assert sent - choice.have.seq <= max(added, 1), "at most as much goes twice as is new"


@given(growth, growth, growth)
def test_a_copy_that_went_its_own_way_branches_off_within_what_both_share(shared, theirs, ours):
    main, log = line((shared, "a"), (theirs, "a")), line((shared, "a"), (ours, "b"))
    choice = held_against({"main": main}, log, extra=(shared + theirs,))
    if choice.branches:
        assert choice.have.seq <= shared
        assert choice.have == main[choice.have.seq]
    else:  # no checkpoint fell between the fork and the end of the stream: the overlap will tell
        assert choice.have.seq <= shared
        assert all(number > shared + theirs or number <= shared for number in checkpoint_numbers(log[-1].seq))


@given(growth, growth, growth)
def test_once_the_fork_is_known_for_certain_it_always_branches(shared, theirs, ours):
    main, log = line((shared, "a"), (theirs, "a")), line((shared, "a"), (ours, "b"))
    # After a refusal as forked, the laptop tells its own hash at the end of the stream, where it has one.
    choice = held_against({"main": main}, log, extra=(shared + theirs,))
    assert choice.branches


@given(growth, growth, growth, growth)
def test_each_of_two_lines_finds_its_own_stream(shared, theirs, ours, more):
    main = line((shared, "a"), (theirs, "a"))
    branch = line((shared, "a"), (ours, "b"))
    streams = {"main": main, "branch": branch}
    grown_main, grown_branch = (
        line((shared, "a"), (theirs + more, "a")),
        line((shared, "a"), (ours + more, "b")),
    )
    assert held_against(streams, grown_main, extra=(shared + theirs,)).stream_id == "main"
    assert held_against(streams, grown_branch, extra=(shared + ours,)).stream_id == "branch"


@given(growth, growth)
def test_a_laptop_that_has_less_than_its_stream_branches(kept, lost):
    log = line((kept + lost, "a"))
    choice = held_against({"main": log}, log[: kept + 1], own="main")
    assert (choice.branches, choice.have.seq) == (True, kept)
