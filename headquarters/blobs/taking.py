"""Takes files: each checked by its hash, and by what it is spoken of, before it counts as here."""

import hashlib
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.sync.wire.blobs import BlobOffer
from engine.sync.wire.errors import WireError
from headquarters.blobs.kinds import fits
from headquarters.blobs.naming import Expected, expected, note_sizes
from headquarters.blobs.spool import PartialFile
from headquarters.blobs.tables import NamedBlob, StoredBlob, UnnamedBlob, WantedBlob
from headquarters.devices.access import Laptop
from headquarters.parts import Headquarters


def needed(
    headquarters: Headquarters, laptop: Laptop, offers: tuple[BlobOffer, ...]
) -> tuple[tuple[str, int], ...]:
    """Return which of some files are still needed, each with the bytes that are here of it.

    A file that no entry of the laptop's library speaks of is not needed, nor one that is too large.
    """
    sizes = {offer.sha256: offer.size for offer in offers}
    with headquarters.database.transaction() as session:
        known = expected(session, laptop, sizes)
        wanted = [
            sha256
            for sha256, size in sizes.items()
            if sha256 in known and not known[sha256].stored and size <= headquarters.settings.blob_bytes
        ]
        note_sizes(session, laptop, {sha256: sizes[sha256] for sha256 in wanted})
    places = ((sha256, _place(headquarters, laptop, known[sha256], sizes[sha256])) for sha256 in wanted)
    return tuple((sha256, place) for sha256, place in places if place is not None)


def awaited(headquarters: Headquarters, laptop: Laptop, sha256: str) -> Expected:
    """Return what is known of a file that may come; raises WireError ``blob.unwanted``."""
    with headquarters.database.transaction() as session:
        known = expected(session, laptop, [sha256]).get(sha256)
    if known is None:
        raise WireError("blob.unwanted")
    return known


def take_whole(headquarters: Headquarters, laptop: Laptop, sha256: str, content: bytes) -> None:
    """Take a file whose content has that hash, as a pack brings it.

    Raises:
        WireError: ``blob.unwanted``, ``blob.type`` or ``blob.too-large``.
        DiskFullError: There is no room.
    """
    known = awaited(headquarters, laptop, sha256)
    if known.stored:
        return
    _refuse(headquarters, known, content[:64], len(content))
    _keep(headquarters, laptop.team_id, sha256, content, len(content))
    headquarters.spool.part(laptop.team_id, sha256).remove()


def take_part(headquarters: Headquarters, laptop: Laptop, known: Expected, part: PartialFile) -> None:
    """Take a file that has come to its end in pieces.

    Raises:
        WireError: ``blob.damaged`` if it is not what its hash says: then it is to be sent anew; or
            ``blob.type``.
        DiskFullError: There is no room; what has come stays.
    """
    try:
        size = part.offset
        if part.sha256() != known.sha256:
            part.remove()
            raise WireError("blob.damaged", details={"offset": 0})
        try:
            _refuse(headquarters, known, part.head(), size)
        except WireError:
            part.remove()
            raise
        _keep(headquarters, laptop.team_id, known.sha256, part.path, size)
    except FileNotFoundError:  # Another connection of the laptop brought it to its end at the same moment.
        with headquarters.database.transaction() as session:
            if session.get(StoredBlob, (laptop.team_id, known.sha256)) is None:
                raise WireError("blob.damaged", details={"offset": 0}) from None
    part.remove()


def offer(headquarters: Headquarters, team_id: str, file: Path) -> tuple[str, int]:
    """Store a file that headquarters offers to all laptops of a team, such as one of a model pack.

    Returns:
        Its SHA-256 and its size in bytes.
    """
    check = hashlib.sha256()
    with file.open("rb") as stream:
        while piece := stream.read(1 << 20):
            check.update(piece)
    sha256, size = check.hexdigest(), file.stat().st_size
    with headquarters.database.transaction() as session:
        session.execute(
            insert(NamedBlob)
            .values(team_id=team_id, sha256=sha256, document_id="", tier=5, library_id="", size=size)
            .on_conflict_do_nothing()
        )
    _keep(headquarters, team_id, sha256, file, size)
    return sha256, size


def _place(headquarters: Headquarters, laptop: Laptop, known: Expected, size: int) -> int | None:
    """Return from where a file is to be sent; None if all of it is here.

    A server that was killed between the last byte and the check of the hash makes up for it here.
    """
    part = headquarters.spool.part(laptop.team_id, known.sha256)
    if not part.path.exists() or part.offset < size:
        return part.offset
    try:
        take_part(headquarters, laptop, known, part)
    except WireError:
        return 0
    return None


def _refuse(headquarters: Headquarters, known: Expected, head: bytes, size: int) -> None:
    if size > headquarters.settings.blob_bytes:
        raise WireError("blob.too-large")
    if not any(fits(tier, head) for tier in known.tiers):
        raise WireError("blob.type")


def _keep(headquarters: Headquarters, team_id: str, sha256: str, content: bytes | Path, size: int) -> None:
    """Store a file and note that it is here; what was erased meanwhile is not kept."""
    with headquarters.database.transaction() as session:
        _forget_removal(session, team_id, sha256)
    headquarters.blobs.put(team_id, sha256, content)
    with headquarters.database.transaction() as session:
        named = session.scalar(
            select(NamedBlob.sha256)
            .where(NamedBlob.team_id == team_id, NamedBlob.sha256 == sha256)
            .limit(1)
            .with_for_update()
        )
        if named is None:  # Its document was erased while it came.
            session.execute(
                insert(UnnamedBlob)
                .values(team_id=team_id, sha256=sha256, since=headquarters.clock.now())
                .on_conflict_do_nothing()
            )
            return
        session.execute(
            insert(StoredBlob)
            .values(
                team_id=team_id,
                sha256=sha256,
                size=size,
                stored_at=headquarters.clock.now(),
                backed_up_at=None,
            )
            .on_conflict_do_nothing()
        )
        session.execute(delete(WantedBlob).where(WantedBlob.team_id == team_id, WantedBlob.sha256 == sha256))
        if _forget_removal(session, team_id, sha256) and headquarters.blobs.size(team_id, sha256) is None:
            raise WireError("blob.damaged", details={"offset": 0})


def _forget_removal(session: Session, team_id: str, sha256: str) -> bool:
    """Forget that the bytes of a file were to be removed; return whether they were."""
    gone = session.execute(
        delete(UnnamedBlob)
        .where(UnnamedBlob.team_id == team_id, UnnamedBlob.sha256 == sha256)
        .returning(UnnamedBlob.sha256)
    )
    return bool(gone.all())
