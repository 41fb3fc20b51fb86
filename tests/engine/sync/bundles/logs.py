"""Makes change logs without a library."""

from dataclasses import replace

from engine.canonical import digest
from engine.sync.wire.entries import Entry
from engine.sync.wire.positions import BEGINNING


def entries(count: int) -> tuple[Entry, ...]:
    """Return entries that follow one another from the beginning."""
    made, place = [], BEGINNING
    for number in range(1, count + 1):
        payload = {"name": f"document {number}"}
        entry = Entry(
            seq=number,
            epoch=1,
            device="device",
            at=f"{number:015d}.00000000",
            author="test",
            entity="document",
            entity_id=f"d{number}",
            document_id=f"d{number}",
            kind="renamed",
            payload=payload,
            payload_hash=digest(payload),
            previous_hash=place.hash,
            hash="",
        )
        made.append(replace(entry, hash=entry.expected_hash()))
        place = made[-1].position
    return tuple(made)
