"""A real library and the real headquarters, where something went wrong on one of the two sides."""

from dataclasses import replace

import pytest
from sqlalchemy import delete

from engine.library.clock import timestamp
from engine.library.errors import TeamError
from engine.settings import NetworkSettings, Settings
from engine.sync.errors import RefusedError
from engine.sync.joining import begin_to_join
from engine.sync.running import is_due, join_team, synchronise
from headquarters.blobs.tables import NamedBlob
from headquarters.devices.registry import revoke
from headquarters.enrolment.invitations import cancel, invite
from headquarters.operations.backup import make_backup
from headquarters.operations.checking import check
from tests.headquarters.test_field_side import EVERYTHING, fill, invitation, library  # noqa: F401 - fixtures


@pytest.fixture
def another(headquarters, team, server):
    """Makes further invitations to the same team, with their ids."""

    def make():
        with headquarters.database.transaction() as session:
            number, invited = invite(session, headquarters, team, label="Goma", actor="test")
        return number, replace(invited, urls=(f"http://{server[0]}:{server[1]}",))

    return make


@pytest.fixture
def released(library, headquarters, tmp_path):  # noqa: F811
    """The hash of an original that lies in the quarantine."""
    fill(library, "a")
    for row in library.connection.rows("SELECT number FROM documents"):
        with library.connection.transaction():
            library.exchange.words.review(row[0], "approved", "", "Amina", "2026")
    synchronise(library, EVERYTHING)
    make_backup(headquarters, tmp_path / "backups")
    synchronise(library, EVERYTHING)
    receipts = library.exchange.receipts
    assert receipts.release(receipts.releasable()) > 0
    return library.connection.value("SELECT sha256 FROM documents")


def test_a_laptop_that_was_shut_out_comes_back_by_another_invitation(library, headquarters, team, another):  # noqa: F811
    fill(library, "a")
    synchronise(library, Settings())
    device = library.exchange.team.required().device
    with headquarters.database.transaction() as session:
        revoke(session, team.id, device, reason="lost", actor="test", clock=headquarters.clock)
    with pytest.raises(RefusedError):
        synchronise(library, Settings())
    before = library.exchange.team.get()
    begin_to_join(library, another()[1])
    join_team(library, Settings(), device_name="found again", before=before)
    fill(library, "b")
    assert synchronise(library, Settings()).outcomes.receipt
    assert library.exchange.team.required().device != device


def test_an_invitation_that_is_refused_costs_nobody_the_team(library, headquarters, team, another):  # noqa: F811
    number, invited = another()
    with headquarters.database.transaction() as session:
        cancel(session, headquarters, team.id, number, actor="test")
    before = library.exchange.team.get()
    begin_to_join(library, invited)
    with pytest.raises(RefusedError):
        join_team(library, Settings(), device_name="Goma 2", before=before)
    assert library.exchange.team.get() == before
    assert synchronise(library, Settings()).outcomes.receipt


def test_an_invitation_with_another_key_than_that_of_headquarters_is_refused(library, another):  # noqa: F811
    before = library.exchange.team.get()
    with pytest.raises(TeamError):
        begin_to_join(library, replace(another()[1], signing_key=bytes(32)))
    assert library.exchange.team.get() == before


def test_what_headquarters_has_lost_comes_back_out_of_the_quarantine(library, headquarters, released):  # noqa: F811
    next((headquarters.settings.data / "blobs").rglob(released)).unlink()
    assert check(headquarters, repair=True).repaired == 1
    synchronise(library, EVERYTHING)
    assert check(headquarters).problems == []
    library.exchange.receipts.tidy(days=0)
    assert library.files.has(released), "what headquarters has no backup of must not go"


def test_whoever_leaves_takes_along_what_lies_in_the_quarantine(library, released):  # noqa: F811
    library.exchange.leave_team()
    assert library.files.has(released)
    assert library.exchange.receipts.released() == []


@pytest.mark.parametrize("other", ["hq = 'another'", "hq_epoch = hq_epoch + 1"])
def test_a_receipt_of_another_headquarters_empties_no_quarantine(library, released, other):  # noqa: F811
    with library.connection.transaction():
        library.connection.run(f"UPDATE team SET {other}")
    library.exchange.receipts.tidy(days=0)
    assert library.files.is_aside(released)


def test_a_clock_that_once_stood_in_the_future_does_not_stop_sending(library):  # noqa: F811
    settings = Settings(network=NetworkSettings(use="automatic"))
    log = library.exchange.network_log
    log.end(log.begin("hq.example", "sync", asked_by="program"), "done")
    assert not is_due(library, settings)
    with library.connection.transaction():
        library.connection.run("UPDATE connections SET at = ?", (timestamp(2_000_000_000.0),))
    assert is_due(library, settings)
    log.end(log.begin("hq.example", "sync", asked_by="program"), "done")
    assert log.last_done() < timestamp(2_000_000_000.0), "the last, and not the one that seems to be"
    assert not is_due(library, settings)


def test_files_that_headquarters_does_not_take_are_not_told_as_sent(library, headquarters):  # noqa: F811
    fill(library, "a")
    synchronise(library, Settings(network=NetworkSettings(files="text")))
    with headquarters.database.transaction() as session:
        session.execute(delete(NamedBlob).where(NamedBlob.tier == 5))
    outcomes = synchronise(library, EVERYTHING).outcomes
    assert outcomes.files == 2, "the boxes and the small image"
    assert [code for _, code in outcomes.refused_files] == ["blob.unwanted"] * 2
