"""What a batch of changes holds comes out as it went in, and an altered one is refused."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.canonical import GENESIS
from engine.library.changes import Change
from engine.library.clock import HybridTime
from engine.sync.wire import entries as entries_module
from engine.sync.wire.entries import Batch, Entry
from engine.sync.wire.errors import WireError
from engine.sync.wire.parsing import deflated, inflated
from engine.sync.wire.positions import BEGINNING, Position
from tests.engine.sync.wire.making import FEW, IDS, POSITIONS, bare_entries, chained

LOGS = st.lists(bare_entries(), min_size=1, max_size=6)


@FEW
@given(LOGS, POSITIONS, IDS)
def test_a_batch_comes_out_as_it_went_in(bare, after, stream):
    batch = Batch(stream, after, chained(bare, after))
    assert Batch.decode(batch.encode()) == batch


@FEW
@given(LOGS)
def test_entries_of_a_batch_follow_one_another(bare):
    place = BEGINNING
    for entry in Batch.decode(Batch("s", BEGINNING, chained(bare, BEGINNING)).encode()).entries:
        assert entry.follows(place)
        place = entry.position


def test_an_entry_has_the_hash_that_the_library_gave_it():
    change = Change(
        seq=1, epoch=2, device="d", at=HybridTime(5, 1), author="Amina", entity="document",
        entity_id="x", document_id="x", kind="added", payload={"name": "é"}, payload_hash="a" * 64,
        previous_hash=GENESIS,
        hash="",
    )  # fmt: skip
    entry = Entry(
        seq=1, epoch=2, device="d", at=str(change.at), author="Amina", entity="document",
        entity_id="x", document_id="x", kind="added", payload={"name": "é"}, payload_hash="a" * 64,
        previous_hash=GENESIS,
        hash="",
    )  # fmt: skip
    assert entry.expected_hash() == change.expected_hash()


@FEW
@given(st.lists(bare_entries(), min_size=2, max_size=4), st.data())
def test_a_batch_in_which_lines_were_changed_about_is_refused(bare, data):
    batch = Batch("s", BEGINNING, chained(bare, BEGINNING))
    lines = inflated(batch.encode(), most=1 << 20).split(b"\n")
    order = data.draw(st.permutations(lines[1:-1]))
    dropped = data.draw(st.integers(0, len(order) - 1))
    altered = [order, order[:dropped] + order[dropped + 1 :], [*order, order[0]]]
    for each in altered:
        if each != lines[1:-1]:
            with pytest.raises(WireError):
                again = Batch.decode(deflated(b"\n".join([lines[0], *each, b""])))
                assert again == batch  # Two lines that are the same may change places.
                raise WireError("sync.malformed")


@FEW
@given(LOGS, st.data())
def test_a_batch_with_another_byte_is_refused_or_the_same(bare, data):
    batch = Batch("s", BEGINNING, chained(bare, BEGINNING))
    encoded = bytearray(batch.encode())
    place = data.draw(st.integers(0, len(encoded) - 1))
    encoded[place] ^= data.draw(st.integers(1, 255))
    try:
        assert Batch.decode(bytes(encoded)) == batch
    except WireError as error:
        assert error.code in ("sync.malformed", "sync.broken-chain", "sync.too-large")


@FEW
@given(st.binary(max_size=200))
@example(b"")
@example(deflated(b""))
@example(deflated(b"\n"))
@example(deflated(b"[]\n"))
@example(deflated(b'{"v":1,"v":1}\n'))
@example(deflated(b"[" * 100_000))
def test_whatever_comes_as_a_batch_is_refused_in_words(data):
    with pytest.raises(WireError):
        Batch.decode(data)
    with pytest.raises(WireError):
        Batch.decode(deflated(data))


@FEW
@given(LOGS, st.integers(1, 60))
def test_a_batch_that_was_cut_off_is_refused(bare, missing):
    encoded = Batch("s", BEGINNING, chained(bare, BEGINNING)).encode()
    with pytest.raises(WireError):
        Batch.decode(encoded[: max(0, len(encoded) - missing)])


def test_what_expands_to_too_much_is_refused_before_it_fills_the_memory(monkeypatch):
    monkeypatch.setattr(entries_module, "MOST_PLAIN_BYTES", 1 << 20)
    bomb = deflated(bytes(200 << 20), level=1)
    assert len(bomb) < 40_000
    with pytest.raises(WireError) as refused:
        Batch.decode(bomb)
    assert refused.value.code == "sync.too-large"


@pytest.mark.parametrize(
    "line",
    [
        b'{"device":"d","epoch":1,"author":"a","at":"x","entity":"e","entity_id":"i","kind":"k","payload":{}}',
        b'{"device":"d","epoch":1,"author":"a","at":"%s","entity":"e","entity_id":"i","kind":"k"}',
        b'{"epoch":1,"author":"a","at":"%s","entity":"e","entity_id":"i","kind":"k","payload":{}}',
        b'{"device":"d","author":"a","at":"%s","entity":"e","entity_id":"i","kind":"k","payload":{}}',
        b'{"device":"d","epoch":1,"author":"\\ud800","at":"%s","entity":"e","entity_id":"i","kind":"k","payload":{}}',
        b'{"device":"d","epoch":1,"author":"a","at":"%s","entity":"e","entity_id":"i","kind":"k","payload":{"n":1e999}}',
        b'{"device":"d","epoch":1,"author":"a","at":"%s","entity":"e","entity_id":"i","kind":"k","payload":{"n":NaN}}',
        (
            b'{"device":"d","epoch":1,"author":"a","at":"%s","entity":"e","entity_id":"i","kind":"k","payload":{},'
            b'"body":"{}"}'
        ),
        (
            b'{"device":"d","epoch":1,"author":"a","at":"%s","entity":"e","entity_id":"i","kind":"k","payload":{},'
            b'"text":[["0","a",2]]}'
        ),
        (
            b'{"device":"d","epoch":1,"author":"a","at":"%s","entity":"e","entity_id":"i","kind":"k","payload":{},'
            b'"text":[["0","a",1],["0","b",1]]}'
        ),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(line):
    line = line.replace(b"%s", b"000000000000001.00000000")
    head = b'{"v":1,"stream":"s","after":{"seq":0,"hash":"%s"},"count":1,"last":{"seq":1,"hash":"%s"}}' % (
        GENESIS.encode(),
        b"a" * 64,
    )
    with pytest.raises(WireError) as refused:
        Batch.decode(deflated(head + b"\n" + line + b"\n"))
    assert refused.value.code == "sync.malformed"


def test_a_batch_of_entries_with_a_hash_of_their_own_is_refused():
    entries = chained([replace(_plain(), author=name) for name in "ab"], BEGINNING)
    batch = Batch("s", BEGINNING, (entries[0], replace(entries[1], hash="b" * 64)))
    with pytest.raises(WireError) as refused:
        Batch.decode(batch.encode())
    assert refused.value.code == "sync.broken-chain"


def test_what_is_the_same_in_each_entry_is_said_once():
    entries = chained([_plain()] * 50, BEGINNING)
    lines = entries_module.entry_lines(entries)
    assert b"Amina" in lines[0]
    assert not any(b"Amina" in line for line in lines[1:])


def _plain() -> Entry:
    return Entry(
        seq=1, epoch=1, device="d", at="000000000000001.00000000", author="Amina", entity="document",
        entity_id="x", document_id="x", kind="erased", payload=None, payload_hash="c" * 64,
        previous_hash=GENESIS,
        hash="",
    )  # fmt: skip


def test_the_beginning_of_a_log_has_one_form():
    batch = Batch("s", BEGINNING, chained([_plain()], BEGINNING))
    data = inflated(batch.encode(), most=1 << 20).replace(b'"seq":0', b'"seq":7', 1)
    with pytest.raises(WireError):
        Batch.decode(deflated(data))
    assert Position(0, GENESIS) == BEGINNING
