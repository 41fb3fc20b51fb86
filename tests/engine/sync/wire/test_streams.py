"""A stream gives each batch as soon as it is whole, whatever pieces it comes in, and damage ends it there."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.canonical import digest
from engine.sync.wire import streams
from engine.sync.wire.columns import split
from engine.sync.wire.entries import Batch, Entry, TextLine
from engine.sync.wire.errors import WireError
from engine.sync.wire.parsing import deflated
from engine.sync.wire.positions import BEGINNING
from engine.sync.wire.streams import BatchReader, BatchWriter
from tests.engine.sync.wire.making import FEW, bare_entries, chained

LOGS = st.lists(st.lists(bare_entries(), min_size=1, max_size=3), min_size=1, max_size=4)


def batches_of(log) -> list[Batch]:
    after, found = BEGINNING, []
    for bare in log:
        found.append(Batch("s", after, chained(bare, after)))
        after = found[-1].last
    return found


def written(batches) -> list[bytes]:
    writer = BatchWriter()
    return [*(writer.add(batch) for batch in batches), writer.end()]


@FEW
@given(LOGS, st.integers(1, 500))
def test_batches_come_out_as_they_went_in_whatever_the_pieces(log, size):
    batches, reader = batches_of(log), BatchReader()
    data = b"".join(written(batches))
    found = [
        batch for start in range(0, len(data), size) for batch in reader.feed(data[start : start + size])
    ]
    reader.end()
    assert found == batches


@FEW
@given(LOGS)
def test_each_batch_is_there_before_the_next_one_comes(log):
    batches, reader = batches_of(log), BatchReader()
    for batch, data in zip(batches, written(batches), strict=False):
        assert list(reader.feed(data)) == [batch]


@FEW
@given(LOGS, st.data())
def test_a_stream_that_is_cut_gives_what_was_whole_and_is_no_whole_stream(log, data):
    batches, reader = batches_of(log), BatchReader()
    stream = b"".join(written(batches))
    found = list(reader.feed(stream[: data.draw(st.integers(0, len(stream) - 1))]))
    assert found == batches[: len(found)]
    with pytest.raises(WireError):
        reader.end()


@FEW
@given(LOGS, st.data())
def test_a_damaged_byte_gives_no_other_batch(log, data):
    batches, stream = batches_of(log), bytearray(b"".join(written(batches_of(log))))
    stream[data.draw(st.integers(0, len(stream) - 1))] ^= data.draw(st.integers(1, 255))
    found, reader = [], BatchReader()
    with pytest.raises(WireError) as caught:
        for batch in reader.feed(bytes(stream)):
            found.append(batch)  # noqa: PERF402
        reader.end()
    assert caught.value.code in ("sync.malformed", "sync.too-large", "sync.broken-chain")
    assert found == batches[: len(found)]


def test_a_letter_of_a_text_that_no_hash_covers_cannot_be_another():
    """The log's hashes cover the body of a reading, and not the text that travels beside it."""
    log = Entry(
        0, 1, "d1", "001795000003120.00000000", "Amina Yusuf", "reading", "r1", "doc1", "added", {"lines": 1},
        digest({"lines": 1}), "", "", text=(TextLine("0", "bread", 0.9),),
    )  # fmt: skip
    right = Batch("s", BEGINNING, chained([log], BEGINNING)).to_lines()
    altered = right.replace(b"bread", b"broad")
    assert Batch.from_lines(altered).last == Batch.from_lines(right).last
    columns = split(altered)
    parts = (columns.text, columns.keys, columns.numbers)
    head = streams._HEAD.pack(zlib.crc32(right), *map(len, parts))
    with pytest.raises(WireError) as caught:
        list(BatchReader().feed(deflated(head + b"".join(parts))))
    assert caught.value.code == "sync.malformed"


def test_a_batch_that_claims_to_be_huge_is_refused_before_it_comes():
    data = deflated(streams._HEAD.pack(0, streams.MOST_PART_BYTES, 1, 0))
    with pytest.raises(WireError) as caught:
        list(BatchReader().feed(data))
    assert caught.value.code == "sync.too-large"


def test_what_follows_the_frame_is_refused():
    with pytest.raises(WireError):
        list(BatchReader().feed(b"".join(written([])) + b"more"))
