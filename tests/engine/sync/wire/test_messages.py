"""Every message comes out as it went in, and whatever else comes is refused with a typed error."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.canonical import GENESIS
from engine.sync.wire import signatures
from engine.sync.wire.blobs import BlobOffer, HaveReply, HaveRequest, PackReply
from engine.sync.wire.down import DownBatch, DownEntry, ack, ack_of
from engine.sync.wire.enrolment import (
    Challenge,
    DeviceRequest,
    EnrolReply,
    EnrolRequest,
    RefreshRequest,
    RekeyRequest,
    TokenRequest,
    Tokens,
)
from engine.sync.wire.errors import ERRORS, ErrorReply, WireError
from engine.sync.wire.hello import Hello, HelloReply, Limits, have_of, have_reply, position_in
from engine.sync.wire.parsing import deflated
from engine.sync.wire.positions import BEGINNING, Position, checkpoint_numbers
from engine.sync.wire.receipts import Receipt, ReceiptRequest, SignedReceipt
from tests.engine.sync.wire.making import FEW, HASHES, IDS, KEYS, OBJECTS, POSITIONS, SIGNATURES, TEXTS

SIZES = st.integers(0, 2**40)
CHECKPOINTS = st.lists(POSITIONS, max_size=5, unique_by=lambda place: place.seq).map(
    lambda places: tuple(sorted({*places, BEGINNING}, key=lambda place: -place.seq))
)
LIMITS = st.builds(Limits, *[st.integers(4096, 2**30)] * 3)
PLAIN_REPLIES = st.builds(
    HelloReply, IDS, st.integers(1, 9), IDS, POSITIONS, SIZES, POSITIONS, POSITIONS, LIMITS
)
HELLOS = st.builds(Hello, TEXTS, IDS, IDS, st.integers(1, 99), POSITIONS, CHECKPOINTS, POSITIONS, CHECKPOINTS)
REPLIES = PLAIN_REPLIES | PLAIN_REPLIES.map(
    lambda reply: replace(reply, branched=True, reason="cloned", wants=("a" * 64,))
)
MESSAGES = {
    Hello: HELLOS,
    HelloReply: REPLIES,
    HaveRequest: st.builds(
        HaveRequest,
        IDS,
        st.lists(
            st.builds(BlobOffer, HASHES, SIZES, st.integers(2, 5)),
            max_size=4,
            unique_by=lambda blob: blob.sha256,
        ).map(tuple),
    ),
    HaveReply: st.builds(HaveReply, st.lists(st.tuples(HASHES, SIZES), max_size=4).map(tuple)),
    PackReply: st.builds(
        PackReply,
        st.lists(HASHES, max_size=3, unique=True).map(tuple),
        st.lists(st.tuples(HASHES, st.sampled_from(sorted(ERRORS))), max_size=3).map(tuple),
    ),
    EnrolRequest: st.builds(EnrolRequest, IDS.map("code-{:>8}".format), IDS, IDS, TEXTS, KEYS, TEXTS),
    EnrolReply: st.builds(EnrolReply, IDS, IDS, challenge=st.none() | IDS),
    DeviceRequest: st.builds(DeviceRequest, IDS),
    Challenge: st.builds(Challenge, IDS, SIZES),
    TokenRequest: st.builds(TokenRequest, IDS, IDS, SIGNATURES, st.none() | HELLOS),
    Tokens: st.builds(Tokens, TEXTS.filter(bool), TEXTS.filter(bool), SIZES, st.none() | REPLIES),
    RefreshRequest: st.builds(RefreshRequest, TEXTS.filter(bool)),
    RekeyRequest: st.builds(RekeyRequest, IDS, IDS, IDS, st.integers(1, 9), KEYS, SIGNATURES),
    ReceiptRequest: st.builds(
        ReceiptRequest, IDS, SIZES, st.lists(HASHES, max_size=4, unique=True).map(tuple)
    ),
}
"""Kind of message -> messages of that kind."""

every_kind = pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)


@every_kind
@given(data=st.data())
def test_a_message_comes_out_as_it_went_in(kind, data):
    message = data.draw(MESSAGES[kind])
    assert kind.decode(message.encode()) == message


@every_kind
@given(data=st.data())
def test_a_message_with_other_values_is_taken_or_refused_in_words(kind, data):
    value = json.loads(data.draw(MESSAGES[kind]).encode())
    key = data.draw(st.sampled_from(sorted(value)))
    strange = (
        st.none() | st.integers() | st.text(max_size=9) | st.booleans() | st.just([[]]) | st.just({"a": {}})
    )
    altered = {**value, key: data.draw(strange)}
    without = {name: part for name, part in value.items() if name != key}
    for each in (altered, without):
        try:
            kind.decode(json.dumps(each).encode())
        except WireError as error:
            assert error.code in ERRORS


@every_kind
@given(data=st.binary(max_size=60))
def test_bytes_that_are_no_message_are_refused(kind, data):
    for each in (data, b"{}", b"[" * 5000, b'{"a":' * 5000, b'{"a":' + b"9" * 5000 + b"}", b'"\xff"'):
        with pytest.raises(WireError):
            kind.decode(each)


@given(st.sampled_from(sorted(ERRORS)), TEXTS, TEXTS, OBJECTS)
def test_an_error_comes_out_as_it_went_in(code, message, remedy, details):
    reply = ErrorReply(code, message, remedy, {f"x{name}": part for name, part in details.items()})
    assert ErrorReply.decode(reply.encode()) == reply
    assert reply.kind is ERRORS[code]


def test_an_error_of_a_later_version_is_told_in_its_own_words():
    reply = ErrorReply.decode(b'{"code":"sync.weather","message":"It rains."}')
    assert (reply.message, reply.kind.status) == ("It rains.", 500)


def test_every_error_speaks_in_whole_sentences():
    for kind in ERRORS.values():
        assert kind.message.endswith(".")
        assert kind.remedy == "" or kind.remedy[-1] in ".'"
        assert 400 <= kind.status < 600


def test_a_refused_batch_tells_where_to_go_on():
    place = Position(7, "a" * 64)
    error = WireError("sync.gap", details={"have": place.to_json()})
    assert position_in(ErrorReply.decode(ErrorReply.of(error).encode()).details) == place
    assert position_in({}) is None
    assert have_of(have_reply(place)) == place


RECEIPTS = st.lists(HASHES, max_size=4, unique=True).flatmap(
    lambda blobs: st.builds(
        lambda place, backed_up, count: Receipt(
            "hq", 1, "team", "lib", "s", place, tuple(sorted(blobs)), min(backed_up, place.seq),
            tuple(sorted(blobs)[:count]), "2026-11-21T10:00:00.000Z",
        ),
        POSITIONS, SIZES, st.integers(0, 4),
    )
)  # fmt: skip


@given(RECEIPTS, KEYS, KEYS)
def test_a_receipt_holds_for_the_key_that_signed_it(receipt, key, other):
    signed = SignedReceipt.decode(SignedReceipt.sign(receipt, key).encode())
    assert signed.verify(signatures.public_key_of(key)) == receipt
    if key != other:
        with pytest.raises(WireError):
            signed.verify(signatures.public_key_of(other))


@given(RECEIPTS, KEYS)
def test_a_receipt_that_was_altered_does_not_hold(receipt, key):
    signed = SignedReceipt.sign(receipt, key)
    for altered in (
        replace(receipt, hq="other"),
        replace(receipt, hq_epoch=2),
        replace(receipt, library="other"),
        replace(receipt, blobs=(*receipt.blobs, "f" * 64)),
    ):
        with pytest.raises(WireError):
            replace(signed, receipt=altered).verify(signatures.public_key_of(key))


def test_a_receipt_cannot_tell_of_more_in_the_backup_than_there_is():
    receipt = Receipt("hq", 1, "t", "l", "s", Position(1, "a" * 64), (), 2, (), "2026-11-21")
    with pytest.raises(WireError):
        SignedReceipt.decode(SignedReceipt.sign(receipt, bytes(32)).encode())


DOWN_ENTRIES = st.builds(lambda *parts: parts, IDS, TEXTS, IDS, TEXTS, st.none() | IDS, IDS, OBJECTS)


@FEW
@given(st.lists(DOWN_ENTRIES, max_size=4), POSITIONS)
def test_what_comes_down_comes_out_as_it_went_in(parts, after):
    batch = _signed(parts, after)
    again = DownBatch.decode(batch.encode())
    assert again == batch
    again.verify(hq="hq", team="t", library="l", public_key=signatures.public_key_of(bytes(32)))


@FEW
@given(st.lists(DOWN_ENTRIES, max_size=2))
def test_what_came_down_for_another_library_is_refused(parts):
    batch = _signed(parts, BEGINNING)
    with pytest.raises(WireError):
        batch.verify(hq="hq", team="t", library="m", public_key=signatures.public_key_of(bytes(32)))


@FEW
@given(st.binary(max_size=100))
def test_whatever_else_comes_down_is_refused_in_words(data):
    for each in (data, deflated(data), deflated(data + b"\n")):
        with pytest.raises(WireError):
            DownBatch.decode(each)


@given(POSITIONS)
def test_what_is_acknowledged_is_a_place(place):
    assert ack_of(ack(place)) == place


def _signed(parts, after: Position) -> DownBatch:
    entries, place = [], after
    for entry_id, author, entity, entity_id, document_id, kind, payload in parts:
        entries.append(
            DownEntry.make(
                place, id=entry_id, at="2026", author=author, entity=entity, entity_id=entity_id,
                document_id=document_id, kind=kind, payload=payload,
            )
        )  # fmt: skip
        place = entries[-1].position
    return DownBatch.sign(after, entries, place, hq="hq", team="t", library="l", private_key=bytes(32))


@given(st.integers(0, 10**9))
def test_checkpoints_reach_from_the_last_entry_to_the_beginning(last):
    numbers = checkpoint_numbers(last)
    assert (numbers[0], numbers[-1]) == (last, 0)
    assert numbers == sorted(set(numbers), reverse=True)
    assert len(numbers) <= 40
    assert last < 1 or 1 in numbers


def test_a_hello_that_does_not_reach_back_to_the_beginning_is_refused():
    place = Position(3, "a" * 64)
    hello = Hello("app", "l", "d", 1, place, (place,), BEGINNING, (BEGINNING,))
    with pytest.raises(WireError):
        Hello.decode(hello.encode())


def test_a_laptop_that_speaks_another_protocol_is_told_so():
    hello = Hello("app", "l", "d", 1, BEGINNING, (BEGINNING,), BEGINNING, (BEGINNING,), protocols=(99,))
    with pytest.raises(WireError) as refused:
        Hello.decode(hello.encode())
    assert refused.value.code == "protocol.unsupported"


@given(KEYS, KEYS, IDS, IDS)
def test_who_signed_a_challenge_is_known(key, other, device, challenge):
    request = TokenRequest.sign(key, hq="hq", device=device, challenge=challenge)
    assert request.is_by(signatures.public_key_of(key), hq="hq")
    assert not request.is_by(signatures.public_key_of(key), hq="another")
    assert key == other or not request.is_by(signatures.public_key_of(other), hq="hq")


@given(KEYS, KEYS)
def test_the_former_key_vouches_for_the_new_one(key, new):
    request = RekeyRequest.sign(
        key,
        hq="hq",
        former="d",
        library_id="l",
        device_id="e",
        epoch=2,
        public_key=signatures.public_key_of(new),
    )
    assert request.is_by(signatures.public_key_of(key), hq="hq")
    assert not replace(request, epoch=3).is_by(signatures.public_key_of(key), hq="hq")


def test_the_place_before_the_first_entry_is_no_entry():
    for value in ({"seq": 0, "hash": "a" * 64}, {"seq": 1, "hash": GENESIS}):
        with pytest.raises(WireError):
            have_of(json.dumps({"have": value}).encode())
