"""What is taken out of a text comes back to its place, and columns that no text gives are refused."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.sync.wire.columns import HASH_BYTES, ID_BYTES, Columns, joined, split
from engine.sync.wire.parsing import MalformedError

MOST = 1 << 20
HASH, ID, OTHER = b'"' + b"a0" * 32 + b'"', b'"sjfmzpmtec9f198ynjeeyhfmse"', b'"' + b"z" * 26 + b'"'
PIECES = st.sampled_from(
    [HASH, ID, OTHER, b'"sure":[', b"]", b"100", b"99", b"05", b",", b'"', b"\\", b"\n", b"abc", "é".encode()]
)
TEXTS = st.lists(PIECES, max_size=30).map(b"".join)


@given(TEXTS)
@example(b'"sure":[]"sure":[0]"sure":[101]"sure":[00,1]')
@example(HASH + ID + ID + OTHER + ID + HASH)
@example(b'{"text":"\\"sure\\":[1,2]"}')
def test_every_text_comes_back(text):
    assert joined(split(text), most=MOST) == text


@given(st.integers(0, 40))
def test_ids_that_come_again_are_named_by_how_long_ago(count):
    ids = [b'"%026d"' % number for number in range(count)]
    text = b"".join([*ids, *ids[::-1], *ids])
    columns = split(text)
    assert joined(columns, most=MOST) == text
    if 0 < count <= 16:
        assert len(columns.keys) == count * ID_BYTES


def test_a_key_takes_its_bytes_and_no_letters():
    columns = split(b'{"a":%b,"b":%b,"sure":[98,61]}' % (HASH, ID))
    assert columns.text == b'{"a":\x01,"b":\x02,\x042;}'
    assert len(columns.keys) == HASH_BYTES + ID_BYTES
    assert columns.numbers == bytes([98, 61])


def test_a_text_with_control_characters_is_no_json():
    with pytest.raises(ValueError, match="control"):
        split(b"\x01")


@pytest.mark.parametrize(
    "columns",
    [
        Columns(b"\x01", b"short", b""),
        Columns(b"\x02", b"", b""),
        Columns(b"\x02", b"\xff" * ID_BYTES, b""),  # more than 26 letters hold
        Columns(b"\x03\x40", b"", b""),
        Columns(b"\x03", b"", b""),
        Columns(b"\x02\x03\x41", bytes(ID_BYTES), b""),
        Columns(b"\x04", b"", b"\x01"),
        Columns(b"\x040;", b"", b""),
        Columns(b"\x042;", b"", b"\x01"),
        Columns(b"\x041;", b"", b"\x65"),  # 101 per cent
        Columns(b"\x041", b"", b"\x01"),
        Columns(b"", b"\x01", b""),
        Columns(b"", b"", b"\x01"),
    ],
)
def test_columns_that_no_text_gives_are_refused(columns):
    with pytest.raises(MalformedError):
        joined(columns, most=MOST)


@given(st.binary(max_size=60), st.binary(max_size=80), st.binary(max_size=10))
def test_whatever_stands_there_gives_a_text_or_is_refused(text, keys, numbers):
    with suppress(MalformedError):
        assert len(joined(Columns(text, keys, numbers), most=500)) <= 500


def test_a_few_bytes_do_not_become_many():
    columns = Columns(b"\x02" + b"\x03\x40" * 1000, bytes(ID_BYTES), b"")
    with pytest.raises(MalformedError, match="too much"):
        joined(columns, most=10_000)
