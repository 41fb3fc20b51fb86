"""The audit log shows every alteration, and holds a line at a time whoever writes at once."""

import json
import threading

import pytest
from sqlalchemy import text

from headquarters import audit


@pytest.fixture
def written(database):
    with database.transaction() as session:
        for number in range(5):
            audit.record(
                session, team_id=f"team{number % 2}", actor="hq:a", action="x.done", details={"n": number}
            )
    return database


def altered(database, statement):
    with database.transaction() as session:
        session.execute(text(statement))
    with database.transaction() as session:
        return [(fault.number, fault.kind) for fault in audit.verify(session)[1]]


def test_a_whole_log_is_whole(written):
    with written.transaction() as session:
        assert audit.verify(session) == (5, [])


def test_an_altered_entry_is_found(written):
    assert altered(written, "UPDATE audit_log SET actor = 'hq:b' WHERE number = 3") == [(3, "altered")]


def test_altered_details_are_found(written):
    assert altered(written, "UPDATE audit_log SET details = '{}' WHERE number = 2") == [(2, "altered")]


def test_a_missing_entry_is_found(written):
    faults = altered(written, "DELETE FROM audit_log WHERE number = 3")
    assert faults == [(3, "missing"), (4, "out-of-chain")]


def test_a_team_sees_its_own_entries_alone_and_can_prove_each(written):
    with written.transaction() as session:
        entries = audit.entries(session, team_id="team0")
        assert [entry.number for entry in entries] == [5, 3, 1]
        for entry in entries:
            told = json.loads(json.dumps(entry.to_json()))
            assert told["hash"] == entry.expected_hash()


def test_who_writes_at_once_writes_one_after_the_other(database):
    def write():
        with database.transaction() as session:
            audit.record(session, team_id=None, actor="system", action="x.done")

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.transaction() as session:
        assert audit.verify(session) == (8, [])


def test_what_is_cut_off_at_the_end_is_missing_against_the_servers_log(written, caplog):
    caplog.set_level("INFO", logger="headquarters.audit.log")
    with written.transaction() as session:
        audit.record(session, team_id=None, actor="hq:a", action="x.done")
        assert not caplog.records, "not before it is durable"
        (last,) = audit.entries(session, limit=1)
    with pytest.raises(KeyError), written.transaction() as session:
        audit.record(session, team_id=None, actor="hq:a", action="x.undone")
        raise KeyError
    assert [(each.seq, each.event) for each in caplog.records] == [(6, last.hash)]
    assert altered(written, "DELETE FROM audit_log WHERE number = 6") == [], "the chain alone cannot tell"
