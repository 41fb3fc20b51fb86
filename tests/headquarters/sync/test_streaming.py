"""Many batches come in one stream: each counts as it is whole, and what follows damage or a gap does not."""

from dataclasses import replace

from engine.sync.wire.entries import MOST_BATCH_BYTES
from engine.sync.wire.hello import have_of
from engine.sync.wire.streams import CHANGES, MOST_STREAM_BYTES, BatchWriter
from headquarters.devices.registry import revoke
from headquarters.sync.entries import take
from tests.headquarters.sync.test_streams import entries_here, hashes

STREAM = {"Content-Type": CHANGES}


def stream_of(laptop, stream, *ends, start=0):
    """A stream of the laptop's log, in batches that end at these numbers."""
    writer, parts = BatchWriter(), []
    for end in ends:
        parts.append(writer.add(laptop.log.batch(stream, start, end)))
        start = end
    return [*parts, writer.end()]


def send(laptop, parts):
    return laptop.post("/v1/sync/stream", b"".join(parts), STREAM)


def test_all_batches_of_a_stream_are_taken_in_order(laptop, headquarters):
    laptop.log.tags(9)
    answer = send(laptop, stream_of(laptop, laptop.hello().stream, 3, 4, 10))
    assert answer.status_code == 200, answer.text
    assert have_of(answer.content) == laptop.log.tip
    assert entries_here(headquarters, laptop) == hashes(laptop.log)


def test_what_was_whole_before_a_cut_counts(laptop, headquarters):
    laptop.log.tags(9)
    first, second, *_ = stream_of(laptop, laptop.hello().stream, 4, 10)
    answer = send(laptop, [first, second[:-5]])
    assert answer.status_code == 422
    assert laptop.hello(extra=(4,)).have == laptop.log.at(4)
    assert entries_here(headquarters, laptop) == hashes(laptop.log)[:4]


def test_a_stream_that_comes_twice_is_taken_once(laptop, headquarters):
    laptop.log.tags(9)
    parts = stream_of(laptop, laptop.hello().stream, 5, 10)
    assert send(laptop, parts).content == send(laptop, parts).content
    assert entries_here(headquarters, laptop) == hashes(laptop.log)


def test_a_gap_within_a_stream_is_refused_and_tells_what_is_here(laptop):
    laptop.log.tags(9)
    stream, writer = laptop.hello().stream, BatchWriter()
    parts = [
        writer.add(laptop.log.batch(stream, 0, 3)),
        writer.add(laptop.log.batch(stream, 6, 10)),
        writer.end(),
    ]
    answer = send(laptop, parts)
    assert answer.status_code == 409
    assert (answer.json()["code"], answer.json()["have"]) == ("sync.gap", laptop.log.at(3).to_json())


def test_a_stream_without_any_batch_is_refused(laptop):
    assert send(laptop, stream_of(laptop, "s")).json()["code"] == "sync.malformed"


def test_another_type_is_refused(laptop):
    assert laptop.post("/v1/sync/stream", b"{}").status_code == 415


def test_nobody_sends_a_stream_without_showing_who_it_is(laptop):
    laptop.tokens = None
    assert send(laptop, stream_of(laptop, "s")).status_code == 401


def test_whoever_is_shut_out_while_a_stream_comes_is_refused_with_the_next_batch(
    laptop, headquarters, clock, monkeypatch
):
    laptop.log.tags(9)

    def and_shut_out(parts, asking, batch):
        have = take(parts, asking, batch)
        with headquarters.database.transaction() as session:
            revoke(session, laptop.team, laptop.device, reason="stolen", actor="hq:test", clock=clock)
        return have

    monkeypatch.setattr("headquarters.sync.streaming.take", and_shut_out)
    answer = send(laptop, stream_of(laptop, laptop.hello().stream, 3, 6, 10))
    assert (answer.status_code, answer.json()["code"]) == (403, "device.revoked")
    assert entries_here(headquarters, laptop) == hashes(laptop.log)[:3]


def test_the_hello_tells_how_long_a_stream_may_be(laptop):
    assert laptop.hello().limits.stream_bytes >= 1 << 20


def test_a_stream_may_be_as_long_as_told_and_one_batch_longer(laptop, headquarters, monkeypatch):
    generous = replace(headquarters, settings=replace(headquarters.settings, pack_bytes=16 << 20))
    monkeypatch.setattr(laptop.client.app.state, "headquarters", generous)
    assert laptop.hello().limits.stream_bytes + MOST_BATCH_BYTES <= MOST_STREAM_BYTES
