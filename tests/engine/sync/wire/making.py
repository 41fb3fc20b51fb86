"""Entries, logs and values of the wire as the tests make them."""

import hashlib
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st

from engine.canonical import digest
from engine.sync.wire.entries import Entry, TextLine
from engine.sync.wire.positions import BEGINNING, Position

FEW = settings(max_examples=30)
"""For what is slow because it is compressed."""

IDS = st.text("abcdefghijkmnpqrstuvwxyz23456789", min_size=1, max_size=26)
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
KEYS = st.binary(min_size=32, max_size=32)
SIGNATURES = st.binary(min_size=64, max_size=64)
NUMBERS = st.integers(0, 2**63 - 1)
MOMENTS = st.builds("{:015d}.{:08d}".format, st.integers(0, 10**14), st.integers(0, 10**7))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
OBJECTS = st.dictionaries(TEXTS, JSON, max_size=5)
POSITIONS = st.just(BEGINNING) | st.builds(
    Position, st.integers(1, 2**62), HASHES.filter(lambda text: int(text, 16))
)


@st.composite
def bare_entries(draw: st.DrawFn) -> Entry:
    """An entry that stands in no log yet."""
    payload, text, body = draw(st.none() | OBJECTS), None, None
    if payload is not None and draw(st.booleans()):
        body = '{"text": "' + draw(st.text("abcé", max_size=5)) + '"}'
        payload = {**payload, "body_sha256": hashlib.sha256(body.encode()).hexdigest()}
    if draw(st.booleans()):
        lines = draw(
            st.lists(
                st.tuples(TEXTS, st.integers(0, 100).map(lambda sure: sure / 100), st.booleans()), max_size=4
            )
        )
        text = tuple(TextLine(str(number), *line) for number, line in enumerate(lines))
    return Entry(
        seq=0,
        epoch=draw(st.integers(1, 5)),
        device=draw(st.sampled_from(["d1", "d2"])),
        at=draw(MOMENTS),
        author=draw(TEXTS),
        entity=draw(IDS),
        entity_id=draw(TEXTS),
        document_id=draw(st.none() | IDS),
        kind=draw(IDS),
        payload=payload,
        payload_hash=draw(HASHES) if payload is None else digest(payload),
        previous_hash="",
        hash="",
        text=text,
        body=body,
    )


def chained(entries: list[Entry], after: Position) -> tuple[Entry, ...]:
    """The entries, one after the other, from a place on."""
    found: list[Entry] = []
    for entry in entries:
        placed = replace(entry, seq=after.seq + 1, previous_hash=after.hash)
        found.append(replace(placed, hash=placed.expected_hash()))
        after = found[-1].position
    return tuple(found)
