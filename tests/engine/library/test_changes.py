"""The change log tells everything in order, and shows whether it was tampered with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.canonical import canonical_json
from engine.library import HybridTime

moments = st.builds(HybridTime, st.integers(0, 10**14), st.integers(0, 10**7))


def test_entries_are_numbered_without_gaps_and_follow_each_other(library, add, read_all):
    document = add(library)
    read_all(library)
    library.documents.rename(document, "other")
    changes = library.changes.since(0)
    assert [change.seq for change in changes] == list(range(1, len(changes) + 1))
    assert [(change.entity, change.kind) for change in changes] == [
        ("library", "created"), ("document", "added"), ("reading", "added"), ("document", "renamed")
    ]  # fmt: skip
    assert all(change.device == library.device_id and change.epoch == 1 for change in changes)
    assert [change.previous_hash for change in changes[1:]] == [change.hash for change in changes[:-1]]
    assert library.changes.since(2, limit=1) == [changes[2]]
    assert library.changes.last_sequence() == len(changes)


def test_a_clock_that_goes_back_does_not_disturb_the_order(library, add, clock):
    for number, jump in enumerate((0, -1_000_000, 5, 2_000_000, -10)):
        clock.set_wall(clock.wall + jump)
        add(library, f"{number}")
    moments = [change.at for change in library.changes.since(0)]
    assert moments == sorted(set(moments))
    assert [str(moment) for moment in moments] == sorted(str(moment) for moment in moments)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE changes SET author = 'other' WHERE sequence = 2", "Entry 2 of the change log was altered"),
        ("UPDATE changes SET payload = '{}' WHERE sequence = 2", "content of entry 2"),
        ("DELETE FROM changes WHERE sequence = 2", "Entries 2 to 2"),
        ("UPDATE changes SET hash = 'x' WHERE sequence = 1", "Entry 2 of the change log does not follow"),
    ],
)
def test_tampering_is_refused_and_where_it_is_forced_it_shows(library, add, statement, fault):
    add(library, "a")
    add(library, "b")
    with pytest.raises(Exception, match="append-only"), library.connection.transaction():
        library.connection.run(statement)
    assert library.changes.verify_chain() == []
    with library.connection.transaction():
        library.connection.run("DROP TRIGGER changes_are_not_altered")
        library.connection.run("DROP TRIGGER changes_are_not_removed")
        library.connection.run(statement)
    assert any(fault in told for told in library.changes.verify_chain())
    assert any(problem.code == "changes.broken" for problem in library.check().problems)


def test_a_change_outside_a_transaction_is_a_bug(library):
    with pytest.raises(RuntimeError):
        library.changes.record("document", "x", "added", {}, author="me")


@given(moments, st.floats(0, 10**10))
def test_the_next_moment_is_later_whatever_the_clock_says(moment, now):
    assert moment.next(now) > moment
    assert HybridTime.parse(str(moment)) == moment


@given(moments, moments)
def test_moments_sort_as_their_texts(a, b):
    assert (a < b) == (str(a) < str(b))


@pytest.mark.parametrize("text", ["", "1.2", "x" * 24, "000000000000001,00000002"])
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(ValueError):
        HybridTime.parse(text)


def test_canonical_json_has_one_form():
    assert canonical_json({"b": 1, "a": "é"}) == '{"a":"é","b":1}'
    with pytest.raises(ValueError):
        canonical_json({"a": float("nan")})


def test_an_entry_that_cannot_be_understood_is_told_and_the_rest_looked_at(library, add):
    add(library)
    with library.connection.transaction():
        library.connection.run(
            "INSERT INTO changes SELECT sequence + 1, epoch, device, 'no time', author, entity, entity_id,"
            " document_id, kind, payload, payload_hash, hash, hash FROM changes"
            " ORDER BY sequence DESC LIMIT 1"
        )
    (fault,) = library.changes.verify_chain()
    assert "cannot be understood" in fault
