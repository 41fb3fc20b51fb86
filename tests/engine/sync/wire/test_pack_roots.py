"""Roots go over the wire byte for byte, and what is no list of roots is refused as malformed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sync.wire.errors import WireError
from engine.sync.wire.packs import MOST_ROOT_BYTES, MOST_ROOTS, PackRoots
from engine.sync.wire.parsing import json_bytes, to_base64


@given(st.lists(st.binary(max_size=200), max_size=8))
def test_what_is_written_is_read_again(roots):
    assert PackRoots.decode(PackRoots(tuple(roots)).encode()).roots == tuple(roots)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        PackRoots.decode(data)
    except WireError as error:
        assert error.code == "request.malformed"


@pytest.mark.parametrize(
    "roots",
    [
        None,
        "AA",
        [1],
        ["not base64!"],
        [to_base64(b"x" * (MOST_ROOT_BYTES + 10))],
        ["AA"] * (MOST_ROOTS + 1),
    ],
)
def test_what_is_no_list_of_roots_is_refused(roots):
    with pytest.raises(WireError):
        PackRoots.decode(json_bytes({"roots": roots}))
