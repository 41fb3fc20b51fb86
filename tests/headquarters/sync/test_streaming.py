"""Many batches come in one stream: each counts as it is whole, and what follows damage or a gap does not."""

from engine.sync.wire.hello import have_of
from engine.sync.wire.streams import CHANGES, BatchWriter
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


def test_the_hello_tells_how_long_a_stream_may_be(laptop):
    assert laptop.hello().limits.stream_bytes >= 1 << 20
