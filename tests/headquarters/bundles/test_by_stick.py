"""What goes by stick arrives once and in order, and the answer comes back."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from benchmarks.link.records import make_records
from engine.library import Library, NewDocument, Protection, create_library, open_library
from engine.library.team import NewTeam
from engine.sync.bundles.errors import BundleError, DamagedBundleError, ForeignBundleError
from engine.sync.bundles.laptop import StickPost
from engine.sync.wire.errors import WireError
from engine.sync.wire.signatures import new_private_key
from headquarters.blobs.tables import StoredBlob
from headquarters.bundles.taking import take_bundle
from headquarters.devices.registry import revoke
from headquarters.down.log import append
from headquarters.enrolment.invitations import invite
from headquarters.sync.tables import EntryRow, Stream

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def library(tmp_path, headquarters, team):
    """A library with an invitation to the team, and two pages that were read."""
    with create_library(tmp_path / "library", protection=Protection(keyring=False)).library as opened:
        with headquarters.database.transaction() as session:
            _, invitation = invite(session, headquarters, team, label="Asha", actor="hq:test")
        opened.exchange.team.join(
            NewTeam(
                hq=invitation.hq,
                team=invitation.team,
                name=invitation.team_name,
                urls=invitation.urls,
                signing_key=invitation.signing_key,
                recipient=invitation.recipient,
                recovery_recipient=invitation.recovery_recipient,
                code=invitation.code,
            ),
            new_private_key,
        )
        read(opened, 2)
        yield opened


def read(library, count, *, first=0):
    for number, record in enumerate(make_records(SAMPLES, count, pictures=True, seed=first), first):
        library.documents.add(NewDocument(record.name, "image/jpeg", 1, b"\xff\xd8\xff original %d" % number))
        job = library.jobs.claim("test", lease_seconds=60)
        picture = b"\xff\xd8\xff page %d" % number
        library.jobs.complete(job, record.reading, image=picture, thumbnail=record.thumbnail)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def post(library):
    return StickPost(library, doubt_threshold=0.9, device_name="Asha's laptop")


def entries(headquarters):
    with headquarters.database.transaction() as session:
        return [
            (row.seq, row.hash)
            for row in session.scalars(select(EntryRow).order_by(EntryRow.stream_id, EntryRow.seq))
        ]


def mine(library):
    return [(change.seq, change.hash) for change in library.changes.since(0)]


def test_no_bundle_is_written_where_no_stick_is(library, headquarters, tmp_path):
    with pytest.raises(BundleError, match="no such folder"):
        post(library).export(tmp_path / "stick that is not in")
    assert not (tmp_path / "stick that is not in").exists()


def test_a_laptop_that_never_had_a_network_joins_and_sends_by_stick(library, headquarters, stick):
    exported = post(library).export(stick)
    sent = mine(library)
    taken = take_bundle(headquarters, exported.folder, stick)
    assert entries(headquarters) == sent
    assert (taken.joined, taken.changes, taken.refused) == (True, len(sent), {})
    assert taken.files == exported.files == 8  # Each page: original, page image, small image, boxes.
    answer = post(library).take(taken.answer)
    assert (answer.changes, answer.files) == (len(sent), 8)
    assert library.exchange.team.required().device == taken.device


def test_what_was_answered_is_not_sent_again_and_new_work_is(library, headquarters, stick):
    first = take_bundle(headquarters, post(library).export(stick).folder, stick)
    post(library).take(first.answer)
    read(library, 1, first=5)
    exported = post(library).export(stick)
    assert exported.files == 4
    taken = take_bundle(headquarters, exported.folder, stick)
    assert (taken.files, taken.known_files, taken.joined) == (4, 0, False)
    assert entries(headquarters) == mine(library)


def test_the_same_bundle_taken_twice_doubles_nothing(library, headquarters, stick):
    exported = post(library).export(stick)
    take_bundle(headquarters, exported.folder, stick)
    before = entries(headquarters)
    again = take_bundle(headquarters, exported.folder, stick / "again")
    assert entries(headquarters) == before
    assert (again.changes, again.files, again.known_files) == (0, 0, 8)
    post(library).take(again.answer)


def test_two_bundles_may_arrive_in_either_order_once_both_are_there(library, headquarters, stick):
    post(library).take(take_bundle(headquarters, post(library).export(stick).folder, stick).answer)
    read(library, 1, first=5)
    earlier = post(library).export(stick)
    read(library, 1, first=6)
    later = post(library).export(stick)
    newer = take_bundle(headquarters, later.folder, stick)
    older = take_bundle(headquarters, earlier.folder, stick)
    assert older.changes == 0
    assert entries(headquarters) == mine(library)
    post(library).take(newer.answer)
    have = library.exchange.team.required().have.seq
    post(library).take(older.answer)
    assert library.exchange.team.required().have.seq >= have


def test_words_from_headquarters_come_back_on_the_stick_and_count_once(library, headquarters, team, stick):
    taken = take_bundle(headquarters, post(library).export(stick).folder, stick)
    post(library).take(taken.answer)
    (document, *_) = library.documents.find(limit=1)
    with headquarters.database.transaction() as session:
        payload = {"document": document.id, "state": "returned", "reason": "The second side is missing."}
        append(session, team.id, library.library_id, "document", document.id, "review", payload, "Grace")
    answer = take_bundle(headquarters, post(library).export(stick).folder, stick).answer
    assert post(library).take(answer).outcomes == {"applied": 1}
    assert post(library).take(answer).outcomes == {}


def test_a_bundle_without_what_comes_before_it_says_what_to_do(library, headquarters, stick):
    first = post(library).export(stick)
    taken = take_bundle(headquarters, first.folder, stick)
    post(library).take(taken.answer)
    with headquarters.database.transaction() as session:  # Headquarters came back from a backup of before.
        session.execute(EntryRow.__table__.delete())
        session.execute(Stream.__table__.delete())
    read(library, 1, first=7)
    with pytest.raises(BundleError, match="missing here") as caught:
        take_bundle(headquarters, post(library).export(stick).folder, stick)
    assert "--everything" in caught.value.remedy
    taken = take_bundle(headquarters, post(library).export(stick, everything=True).folder, stick)
    assert entries(headquarters) == mine(library)[: taken.changes]


def test_a_laptop_that_was_shut_out_is_refused(library, headquarters, team, stick):
    taken = take_bundle(headquarters, post(library).export(stick).folder, stick)
    post(library).take(taken.answer)
    with headquarters.database.transaction() as session:
        revoke(session, team.id, taken.device, reason="lost", actor="hq:test", clock=headquarters.clock)
    with pytest.raises(WireError) as caught:
        take_bundle(headquarters, post(library).export(stick).folder, stick)
    assert caught.value.code == "device.revoked"


def test_a_bundle_for_another_headquarters_is_refused_before_it_is_opened(
    library, headquarters, identity, stick
):
    exported = post(library).export(stick)
    other = replace(headquarters, identity=replace(identity, hq_id="another"))
    with pytest.raises(ForeignBundleError):
        take_bundle(other, exported.folder, stick)


def test_a_damaged_bundle_changes_nothing(library, headquarters, stick):
    exported = post(library).export(stick)
    part = exported.folder / "part-00001.age"
    data = bytearray(part.read_bytes())
    data[len(data) // 2] ^= 1
    part.write_bytes(data)
    with pytest.raises(DamagedBundleError):
        take_bundle(headquarters, exported.folder, stick)
    assert entries(headquarters) == []


def test_files_at_headquarters_have_the_hashes_they_are_named_by(library, headquarters, team, stick):
    take_bundle(headquarters, post(library).export(stick).folder, stick)
    with headquarters.database.transaction() as session:
        names = session.scalars(select(StoredBlob.sha256)).all()
        assert session.scalar(select(func.count()).select_from(StoredBlob)) == 8
    for name in names:
        assert hashlib.sha256(headquarters.blobs.open(team.id, name)).hexdigest() == name


def test_a_file_that_is_larger_than_headquarters_takes_is_not_even_written(library, headquarters, stick):
    small = replace(headquarters, settings=replace(headquarters.settings, blob_bytes=5))
    taken = take_bundle(small, post(library).export(stick).folder, stick)
    assert taken.files == 0
    assert set(taken.refused.values()) == {"blob.too-large"}
    assert not list(headquarters.settings.spool.rglob("*.part"))


def test_an_answer_to_what_a_restore_took_away_is_refused_in_words(library, headquarters, stick, tmp_path):
    post(library).take(take_bundle(headquarters, post(library).export(stick).folder, stick).answer)
    library.backup(tmp_path / "backup")
    read(library, 1, first=5)
    answer = take_bundle(headquarters, post(library).export(stick).folder, stick).answer
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    with open_library(tmp_path / "restored", data_key=library.data_key) as restored:
        with pytest.raises(BundleError, match="brought back from a backup"):
            post(restored).take(answer)
        again = take_bundle(headquarters, post(restored).export(stick).folder, stick).answer
        post(restored).take(again)
        assert set(mine(restored)) <= set(entries(headquarters))
