"""Gives receipts: what headquarters has durably of a stream and of files, and what its backup has of them."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.sync.wire.errors import WireError
from engine.sync.wire.positions import Position
from engine.sync.wire.receipts import Receipt, ReceiptRequest, SignedReceipt
from headquarters.blobs.tables import StoredBlob
from headquarters.devices.access import Laptop
from headquarters.parts import Headquarters
from headquarters.sync.streams import LibraryStreams, head_of


def receipt_for(
    session: Session, headquarters: Headquarters, laptop: Laptop, request: ReceiptRequest
) -> SignedReceipt:
    """Return a signed receipt.

    Raises:
        WireError: ``sync.stream-unknown``, or ``receipt.behind`` with ``have`` if not everything is here
            that the receipt is asked for.
    """
    streams = LibraryStreams(session, laptop.team_id, laptop.library_id, lock=False)
    stream = streams.get(request.stream)
    if stream is None:
        raise WireError("sync.stream-unknown")
    entry_hash = streams.hash_at(stream, request.seq)
    if entry_hash is None:
        raise WireError("receipt.behind", details={"have": head_of(stream).to_json()})
    stored = _stored(session, laptop.team_id, request.blobs) if request.blobs else {}
    receipt = Receipt(
        hq=headquarters.identity.hq_id,
        hq_epoch=headquarters.epoch,
        team=laptop.team_id,
        library=laptop.library_id,
        stream=stream.id,
        position=Position(request.seq, entry_hash),
        blobs=tuple(sorted(stored)),
        backed_up_seq=min(request.seq, streams.backed_up(stream)),
        backed_up_blobs=tuple(sorted(sha256 for sha256, moment in stored.items() if moment is not None)),
        at=headquarters.clock.now().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
    )
    return SignedReceipt.sign(receipt, headquarters.identity.signing_key)


def _stored(session: Session, team_id: str, blobs: tuple[str, ...]) -> dict[str, datetime | None]:
    """Return those of some files that are here, each with the moment since which a backup holds it."""
    rows = session.execute(
        select(StoredBlob.sha256, StoredBlob.backed_up_at).where(
            StoredBlob.team_id == team_id, StoredBlob.sha256.in_(blobs)
        )
    )
    return dict(rows.all())
