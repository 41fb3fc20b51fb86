"""The format of encrypted files: what goes in comes out, and nothing else ever does."""

import errno
import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.library import DamagedFileError
from engine.library.crypt import CHUNK, HEADER, DecryptingReader, encrypt, pieces_of

KEY = bytes(range(32))
SEALED = CHUNK + 16
sizes = st.one_of(
    st.integers(0, 200),
    st.integers(-2, 2).map(lambda step: CHUNK + step),
    st.integers(-2, 2).map(lambda step: 2 * CHUNK + step),
)


def content_of(size: int) -> bytes:
    return hashlib.shake_128(size.to_bytes(8, "big")).digest(size)


def sealed(content: bytes) -> bytes:
    return b"".join(encrypt([content], key=KEY, sha256=hashlib.sha256(content).hexdigest()))


def reader(stored: bytes, content: bytes, key: bytes = KEY) -> DecryptingReader:
    return DecryptingReader(
        io.BytesIO(stored), key=key, sha256=hashlib.sha256(content).hexdigest(), which=Path("file")
    )


@given(sizes)
def test_what_goes_in_comes_out(size):
    content = content_of(size)
    opened = reader(sealed(content), content)
    assert opened.size == size
    assert opened.readall() == content


@given(st.lists(st.integers(0, CHUNK + 5), max_size=6))
def test_the_pieces_it_comes_in_do_not_matter(lengths):
    pieces = [content_of(length) for length in lengths]
    content = b"".join(pieces)
    stored = b"".join(encrypt(pieces, key=KEY, sha256=hashlib.sha256(content).hexdigest(), salt=bytes(32)))
    whole = b"".join(encrypt([content], key=KEY, sha256=hashlib.sha256(content).hexdigest(), salt=bytes(32)))
    assert stored == whole


@given(st.data())
@settings(max_examples=50)
def test_any_part_can_be_read(data):
    content = content_of(2 * CHUNK + 100)
    opened = io.BufferedReader(reader(sealed(content), content))
    plain = io.BytesIO(content)
    for _ in range(data.draw(st.integers(1, 6))):
        place, length = data.draw(st.integers(0, len(content) + 10)), data.draw(st.integers(0, CHUNK + 10))
        assert opened.seek(place) == plain.seek(place)
        assert opened.read(length) == plain.read(length)
    assert opened.seek(-5, io.SEEK_END) == plain.seek(-5, io.SEEK_END)
    assert opened.read() == plain.read()


def test_the_same_content_is_never_stored_alike_and_not_legible():
    content = b"Fatuma Hassan, born 1990"
    assert sealed(content) != sealed(content)
    assert content not in sealed(content)


@given(st.data())
@settings(max_examples=150)
def test_a_flipped_bit_is_found(data):
    content = content_of(data.draw(st.sampled_from([0, 40, CHUNK, CHUNK + 40])))
    stored = bytearray(sealed(content))
    place = data.draw(st.integers(0, len(stored) - 1))
    stored[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(DamagedFileError):
        reader(bytes(stored), content).readall()


@given(st.data())
@settings(max_examples=150)
def test_a_file_cut_off_is_refused_when_it_is_opened(data):
    content = content_of(data.draw(st.sampled_from([0, 40, CHUNK, 2 * CHUNK + 40])))
    stored = sealed(content)
    cuts = [st.integers(0, len(stored) - 1), st.sampled_from([0, HEADER])]
    if len(content) > CHUNK:
        cuts.append(st.just(HEADER + SEALED))
    with pytest.raises(DamagedFileError):
        reader(stored[: data.draw(st.one_of(cuts))], content)


def test_something_appended_is_found():
    content = content_of(100)
    for more in (b"x", bytes(16), bytes(SEALED)):
        with pytest.raises(DamagedFileError):
            reader(sealed(content) + more, content).readall()


def test_chunks_in_another_order_are_found():
    content = content_of(3 * CHUNK)
    stored = sealed(content)
    first, second = stored[HEADER : HEADER + SEALED], stored[HEADER + SEALED : HEADER + 2 * SEALED]
    with pytest.raises(DamagedFileError):
        reader(stored[:HEADER] + second + first + stored[HEADER + 2 * SEALED :], content).readall()


def test_a_file_in_another_ones_place_is_found():
    one, other = content_of(100), content_of(101)
    with pytest.raises(DamagedFileError):
        reader(sealed(one), other)


def test_another_key_opens_nothing():
    content = content_of(100)
    with pytest.raises(DamagedFileError):
        reader(sealed(content), content, key=bytes(32))


def test_pieces_are_told_before_they_are_used():
    told = []
    assert b"".join(pieces_of(io.BytesIO(b"abc"), told.append)) == b"abc"
    assert told == [b"abc"]


def test_a_disk_that_fails_is_told():
    class Failing(io.BytesIO):
        def read(self, *arguments):
            if self.tell() > HEADER:
                raise OSError(errno.EIO, "Input/output error")
            return super().read(*arguments)

    content = content_of(3 * CHUNK)
    with pytest.raises(DamagedFileError, match="Input/output error"):
        DecryptingReader(
            Failing(sealed(content)), key=KEY, sha256=hashlib.sha256(content).hexdigest(), which=Path("x")
        )
