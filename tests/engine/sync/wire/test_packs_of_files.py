"""Files of a pack come out as they went in, each as soon as it is whole, however the pack is cut up."""

import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sync.wire import blobs
from engine.sync.wire.blobs import FrameReader, FrameWriter, packed, unpacked
from engine.sync.wire.errors import WireError
from engine.sync.wire.parsing import deflated
from tests.engine.sync.wire.making import FEW

CONTENTS = st.lists(st.binary(max_size=300), max_size=5)


@FEW
@given(CONTENTS, st.booleans())
def test_files_come_out_as_they_went_in(contents, compressed):
    frames = unpacked(packed(contents, compressed=compressed), compressed=compressed)
    assert [frame.content for frame in frames] == contents
    assert all(hashlib.sha256(frame.content).hexdigest() == frame.sha256 for frame in frames)


@FEW
@given(CONTENTS, st.booleans(), st.data())
def test_files_that_were_whole_before_a_cut_are_there(contents, compressed, data):
    writer, ends, stream = FrameWriter(compressed=compressed), [0], b""
    for content in contents:
        stream += writer.add(content)
        ends.append(len(stream))
    cut = data.draw(st.integers(0, len(stream)))
    reader, found, place = FrameReader(compressed=compressed), [], 0
    while place < cut:
        piece = stream[place : min(cut, place + data.draw(st.integers(1, 200)))]
        found += [frame.content for frame in reader.feed(piece)]
        place += len(piece)
    whole = sum(1 for end in ends[1:] if end <= cut)
    assert found[:whole] == contents[:whole]
    assert found == contents[: len(found)]


@FEW
@given(CONTENTS.filter(bool), st.booleans(), st.data())
def test_a_damaged_pack_gives_no_file_that_was_not_in_it(contents, compressed, data):
    stream = bytearray(packed(contents, compressed=compressed))
    stream[data.draw(st.integers(0, len(stream) - 1))] ^= data.draw(st.integers(1, 255))
    found = []
    try:
        reader = FrameReader(compressed=compressed)
        for frame in reader.feed(bytes(stream)):
            found.append(frame.content)
            assert hashlib.sha256(frame.content).hexdigest() == frame.sha256
        reader.end()
    except WireError:
        pass
    # A changed length may make a smaller file of a part; its hash cannot fit, unless the parts are the same.
    assert all(content in contents for content in found)


@FEW
@given(st.binary(max_size=200), st.booleans())
def test_whatever_comes_as_a_pack_is_taken_or_refused_in_words(data, compressed):
    try:
        unpacked(data, compressed=compressed)
    except WireError as error:
        assert error.code in ("request.malformed", "blob.damaged", "blob.too-large", "sync.too-large")


def test_a_file_that_is_too_large_for_a_pack_is_refused_by_its_length_alone():
    head = bytes(32) + struct.pack(">I", blobs.MOST_FRAME_BYTES + 1)
    with pytest.raises(WireError) as refused:
        list(FrameReader(compressed=False).feed(head))
    assert refused.value.code == "blob.too-large"


def test_a_pack_that_expands_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(blobs, "MOST_PACK_BYTES", 1 << 20)
    with pytest.raises(WireError):
        unpacked(deflated(bytes(100 << 20), level=1), compressed=True)
