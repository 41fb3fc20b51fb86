"""Changes arrive once, in order and whole; a copy that went its own way gets a branch of its own."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import func, select, update

from engine.sync.wire.enrolment import EnrolReply, RekeyRequest
from engine.sync.wire.entries import Batch
from engine.sync.wire.hello import have_of
from engine.sync.wire.signatures import new_private_key, public_key_of
from headquarters.sync.entries import erase_payloads
from headquarters.sync.tables import EntryRow, Stream
from tests.headquarters.laptops import JSON, ZSTD, Laptop, Log


def entries_here(headquarters, laptop):
    """Return the hashes of all entries of a laptop's team, in the order in which they were taken."""
    with headquarters.database.transaction() as session:
        return list(
            session.scalars(
                select(EntryRow.hash).where(EntryRow.team_id == laptop.team).order_by(EntryRow.number)
            )
        )


def hashes(log):
    return [entry.hash for entry in log.entries]


def rekeyed(laptop):
    """Have a clone take a name and a key of its own, as the client does when it is told."""
    former, former_key = laptop.device, laptop.key
    laptop.log.begin_epoch("cloned")
    laptop.key = new_private_key()
    request = RekeyRequest.sign(
        former_key,
        hq=laptop.headquarters.identity.hq_id,
        former=former,
        library_id=laptop.log.library,
        device_id=laptop.log.device,
        epoch=laptop.log.epoch,
        public_key=public_key_of(laptop.key),
    )
    answer = laptop.client.post("/v1/devices/rekey", content=request.encode(), headers=JSON)
    laptop.device = EnrolReply.decode(answer.content).device
    laptop.sign_in()


def twin_of(laptop):
    """Return the same laptop once more, as when its disk is copied."""
    twin = Laptop(laptop.client, laptop.headquarters, laptop.log.copy())
    twin.key, twin.device, twin.team, twin.tokens = laptop.key, laptop.device, laptop.team, laptop.tokens
    return twin


def test_a_first_hello_opens_a_stream_at_the_beginning(laptop):
    reply = laptop.hello()
    assert (reply.have.seq, reply.branched, reply.hq_epoch) == (0, False, 1)
    assert laptop.hello().stream == reply.stream, "hello again changes nothing"


def test_changes_arrive_in_order_and_once(laptop, headquarters):
    laptop.log.tags(20)
    stream = laptop.hello().stream
    for after, last in ((0, 5), (5, 12), (12, 21)):
        answer = laptop.send(stream, after, last)
        assert have_of(answer.content) == laptop.log.at(last)
    assert entries_here(headquarters, laptop) == hashes(laptop.log)


def test_a_replay_and_an_overlap_change_nothing_and_are_answered_alike(laptop, headquarters):
    laptop.log.tags(9)
    stream = laptop.hello().stream
    laptop.send(stream, 0, 6)
    assert have_of(laptop.send(stream, 0, 6).content).seq == 6
    assert have_of(laptop.send(stream, 0, 3).content).seq == 6
    assert have_of(laptop.send(stream, 2, 10).content).seq == 10
    assert entries_here(headquarters, laptop) == hashes(laptop.log)


def test_a_gap_is_refused_with_the_place_to_send_from(laptop, headquarters):
    laptop.log.tags(9)
    stream = laptop.hello().stream
    laptop.send(stream, 0, 3)
    answer = laptop.send(stream, 5)
    assert (answer.status_code, answer.json()["code"]) == (409, "sync.gap")
    assert answer.json()["have"] == laptop.log.at(3).to_json()
    assert len(entries_here(headquarters, laptop)) == 3


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_an_altered_batch_is_refused_whole(laptop, headquarters, place):
    laptop.log.tags(6)
    stream = laptop.hello().stream
    batch = laptop.log.batch(stream, 0)
    number = {"first": 0, "middle": 3, "last": 6}[place]
    entries = list(batch.entries)
    entries[number] = replace(entries[number], author="somebody else")
    honest_end = replace(batch, entries=tuple(entries))
    answer = laptop.post("/v1/sync/changes", honest_end.encode(), ZSTD)
    assert (answer.status_code, answer.json()["code"]) == (400, "sync.broken-chain")
    assert entries_here(headquarters, laptop) == []


def test_what_is_no_batch_is_refused(laptop):
    stream = laptop.hello().stream
    good = laptop.log.batch(stream, 0).encode()
    for body in (b"", b"not zstd", good[:-3], good + b"x", good * 2):
        answer = laptop.post("/v1/sync/changes", body, ZSTD)
        assert (answer.status_code, answer.json()["code"]) == (422, "sync.malformed"), body[:20]


def test_a_batch_for_no_stream_or_that_of_another_is_refused(laptop, foreign_laptop):
    foreign = foreign_laptop.hello().stream
    for stream in ("nothing", foreign):
        answer = laptop.send(stream, 0)
        assert (answer.status_code, answer.json()["code"]) == (404, "sync.stream-unknown")


def test_a_laptop_says_hello_for_its_own_library_alone(laptop, foreign_laptop):
    answer = laptop.say_hello(log=foreign_laptop.log)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_after_months_offline_only_what_is_new_is_asked_for(laptop):
    laptop.log.tags(50)
    laptop.send_all()
    confirmed = laptop.log.tip.seq
    laptop.log.tags(1000)
    assert laptop.hello(extra=(confirmed,)).have.seq == confirmed
    assert laptop.hello().have.seq <= confirmed, "without the ledger's place some goes twice, nothing is lost"


def test_a_clone_is_told_gets_a_branch_and_nothing_is_lost_or_doubled(laptop, headquarters):
    laptop.log.tags(40)
    laptop.send_all()
    clone = twin_of(laptop)
    laptop.log.tags(7, "the original's")
    laptop.send_all()
    clone.log.tags(9, "the clone's")
    reply = clone.send_all()
    assert (reply.branched, reply.reason) == (True, "cloned")
    assert clone.hello().reason == "cloned", "it is told again until it has a name of its own"
    rekeyed(clone)
    assert clone.send_all().branched is False
    assert laptop.send_all().branched is False
    taken = entries_here(headquarters, laptop)
    assert sorted(taken) == sorted({*hashes(laptop.log), *hashes(clone.log)})
    assert len(taken) == len(set(taken))


def test_a_library_brought_back_from_an_old_backup_goes_on_as_a_branch(laptop, headquarters):
    laptop.log.tags(30)
    backup = laptop.log.copy()
    laptop.log.tags(25, "lost with the disk")
    laptop.send_all()
    lost = hashes(laptop.log)
    laptop.log = backup
    laptop.log.begin_epoch()
    laptop.log.tags(3, "after")
    reply = laptop.send_all()
    assert (reply.branched, reply.reason) == (True, "restored")
    assert laptop.send_all().branched is False
    assert sorted(entries_here(headquarters, laptop)) == sorted({*lost, *hashes(laptop.log)})


def test_a_disk_put_back_to_an_old_state_without_knowing_it_is_found_out(laptop):
    laptop.log.tags(30)
    old = laptop.log.copy()
    laptop.log.tags(12)
    laptop.send_all()
    laptop.log = old
    reply = laptop.hello()
    assert (reply.branched, reply.reason, reply.have.seq) == (True, "cloned", 31)


def test_two_branches_of_one_origin_do_not_meet(laptop, headquarters):
    laptop.log.tags(100)
    laptop.send_all()
    copies = [twin_of(laptop) for _ in range(3)]
    for number, copy in enumerate(copies):
        copy.log.tags(5 + number, f"copy {number}")
    laptop.log.tags(4, "the original's")
    for each in (laptop, *copies):
        each.send_all()
    for copy in copies:
        rekeyed(copy)
        copy.log.tags(3, "later")
    for each in (*copies, laptop):
        each.send_all()
    expected = {entry for each in (laptop, *copies) for entry in hashes(each.log)}
    assert sorted(entries_here(headquarters, laptop)) == sorted(expected)


def test_a_branch_that_was_opened_and_never_used_is_taken_again(laptop, headquarters):
    laptop.log.tags(64)
    laptop.send_all()
    clone = twin_of(laptop)
    laptop.log.tags(1)
    laptop.send_all()
    for _attempt in range(3):
        clone.log.tags(2)
        clone.hello(extra=(66,))
    with headquarters.database.transaction() as session:
        assert session.scalar(select(func.count()).select_from(Stream)) == 2


def test_a_branch_that_begins_earlier_counts_nothing_as_backed_up_that_no_backup_saw(laptop, headquarters):
    laptop.log.tags(64)
    old, older = laptop.log.copy(), Log(laptop.log.library, laptop.log.device, 1, laptop.log.entries[:31])
    laptop.log.tags(20)
    laptop.send_all()
    laptop.log = old
    unused = laptop.hello().stream
    with headquarters.database.transaction() as session:  # As a backup that is made now would.
        session.execute(update(Stream).where(Stream.id == unused).values(backed_up_seq=65))
    laptop.log = older
    laptop.log.tags(50, "not in any backup")
    reply = laptop.send_all()
    assert reply.stream != unused, "and a backup that began before must not count the new one either"
    assert laptop.receipt(reply.stream, laptop.log.tip.seq).receipt.backed_up_seq == 0


def test_a_stream_that_another_goes_on_with_leads_there(laptop):
    laptop.log.tags(10)
    first = laptop.send_all().stream
    clone = twin_of(laptop)
    laptop.log.tags(1)
    laptop.send_all()
    clone.log.tags(5)
    branch = clone.send_all().stream
    assert branch != first
    answer = clone.send(first, 11)
    assert answer.json()["code"] == "sync.forked", "the clone's next entries are in its branch"
    assert clone.hello(extra=(12,)).stream == branch


def test_uploads_of_one_stream_at_the_same_time_are_taken_once(laptop, headquarters):
    laptop.log.tags(60)
    stream = laptop.hello().stream
    bodies = [laptop.log.batch(stream, 0, last).encode() for last in (20, 40, 61)] * 3
    codes: list[int] = []

    def send(body):
        codes.append(laptop.post("/v1/sync/changes", body, ZSTD).status_code)

    threads = [threading.Thread(target=send, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(codes) == {200}
    assert entries_here(headquarters, laptop) == hashes(laptop.log)


def test_entries_of_another_library_cannot_be_passed_off_as_ones_own(client, headquarters, team, laptop):
    laptop.log.tags(3)
    laptop.send_all()
    thief = Laptop.enrolled(client, headquarters, team)
    stream = thief.hello().stream
    answer = thief.post(
        "/v1/sync/changes", Batch(stream, laptop.log.at(0), tuple(laptop.log.entries)).encode(), ZSTD
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_an_erased_entry_still_holds_the_chain_together(laptop, headquarters):
    document = laptop.log.document()
    laptop.log.tags(2)
    stream = laptop.send_all().stream
    with headquarters.database.transaction() as session:
        assert erase_payloads(session, laptop.team, document) == 1
        assert erase_payloads(session, laptop.team, document) == 0
    assert have_of(laptop.send(stream, 0).content) == laptop.log.tip


def test_one_entry_that_the_laptop_erased_comes_with_its_hash_alone(laptop, headquarters):
    laptop.log.document()
    laptop.log.entries[1] = replace(laptop.log.entries[1], payload=None)
    laptop.log.tags(1)
    laptop.send_all()
    assert entries_here(headquarters, laptop) == hashes(laptop.log)


def test_a_hello_in_another_protocol_is_refused(laptop):
    body = laptop.say_hello().request.content.replace(b'"protocols":[1]', b'"protocols":[7]')
    answer = laptop.post("/v1/sync/hello", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "protocol.unsupported")


def test_numbers_that_no_database_holds_are_refused_and_no_fault_of_the_server(laptop):
    stream = laptop.hello().stream
    for body in (
        b'{"protocols":[1],"app":"x","library":"y","device_id":"z","epoch":9223372036854775808}',
        b'{"protocols":[1],"epoch":1e400}',
        b"[" * 100_000,
    ):
        assert laptop.post("/v1/sync/hello", body).status_code == 422 or len(body) > 64 << 10
    entry = replace(laptop.log.entries[0], epoch=2**63 - 1)
    entry = replace(entry, hash=entry.expected_hash())
    answer = laptop.post("/v1/sync/changes", Batch(stream, laptop.log.at(0), (entry,)).encode(), ZSTD)
    assert answer.status_code == 200
