"""Takes files: each checked by its hash, and by what it is spoken of, before it counts as here."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.sync.wire.blobs import BlobOffer, HaveReply
from engine.sync.wire.errors import WireError
from headquarters.blobs.kinds import fits
from headquarters.blobs.naming import Expected, expected, note_sizes
from headquarters.blobs.spool import PartialFile
from headquarters.blobs.tables import NamedBlob, StoredBlob, UnnamedBlob, WantedBlob
from headquarters.devices.access import Laptop
from headquarters.parts import Headquarters


def needed(headquarters: Headquarters, laptop: Laptop, offers: tuple[BlobOffer, ...]) -> HaveReply:
    """Return which of some files are needed, with the bytes that are here of each, and which are refused.

    A file that no entry of the laptop's library speaks of is refused, and so is one that is too large.
    """
    sizes = {offer.sha256: offer.size for offer in offers}
    wanted: list[str] = []
    refused: list[tuple[str, str]] = []
    with headquarters.database.transaction() as session:
        known = expected(session, laptop, sizes)
        for sha256, size in sizes.items():
            if sha256 not in known:
                refused.append((sha256, "blob.unwanted"))
            elif not known[sha256].stored and size > headquarters.settings.blob_bytes:
                refused.append((sha256, "blob.too-large"))
            elif not known[sha256].stored:
                wanted.append(sha256)
        said = {sha256: sizes[sha256] for sha256 in wanted if known[sha256].size != sizes[sha256]}
        note_sizes(session, laptop, said)
    places = ((sha256, _place(headquarters, laptop, known[sha256], sizes[sha256])) for sha256 in wanted)
    need = tuple((sha256, place) for sha256, place in places if place is not None)
    return HaveReply(need, tuple(refused))


def awaited(headquarters: Headquarters, laptop: Laptop, sha256: str) -> Expected:
    """Return what is known of a file that may come; raises WireError ``blob.unwanted``."""
    with headquarters.database.transaction() as session:
        known = expected(session, laptop, [sha256]).get(sha256)
    if known is None:
        raise WireError("blob.unwanted")
    return known


def take_whole(headquarters: Headquarters, laptop: Laptop, files: Mapping[str, bytes]) -> dict[str, str]:
    """Take files whose contents have these hashes, as packs bring them; those that are here stay as they are.

    Returns:
        Hash -> code, for those that are refused: ``blob.unwanted``, ``blob.type`` or ``blob.too-large``.

    Raises:
        DiskFullError: There is no room.
    """
    with headquarters.database.transaction() as session:
        known = expected(session, laptop, files)
    refused: dict[str, str] = {}
    new: dict[str, tuple[bytes | Path, int]] = {}
    for sha256, content in files.items():
        if sha256 not in known:
            refused[sha256] = "blob.unwanted"
        elif not known[sha256].stored:
            try:
                _refuse(headquarters, known[sha256], content[:64], len(content))
            except WireError as error:
                refused[sha256] = error.code
            else:
                new[sha256] = (content, len(content))
    if new:
        _keep(headquarters, laptop.team_id, new)
    for sha256 in new:
        headquarters.spool.part(laptop.team_id, sha256).remove()
    return refused


def take_part(headquarters: Headquarters, laptop: Laptop, known: Expected, part: PartialFile) -> None:
    """Take a file that has come to its end in pieces.

    Raises:
        WireError: ``blob.damaged`` if it is not what its hash says: then it is to be sent anew; or
            ``blob.type``.
        DiskFullError: There is no room; what has come stays.
    """
    # One connection and one process at a time; who comes second finds it taken.
    with headquarters.database.in_turn(_turn(laptop.team_id, known.sha256)):
        if part.path.exists():
            _take_whole_part(headquarters, laptop, known, part)
            return
    with headquarters.database.transaction() as session:
        if session.get(StoredBlob, (laptop.team_id, known.sha256)) is None:
            raise WireError("blob.damaged", details={"offset": 0})


def _take_whole_part(headquarters: Headquarters, laptop: Laptop, known: Expected, part: PartialFile) -> None:
    size = part.offset
    if part.sha256() != known.sha256:
        part.remove()
        raise WireError("blob.damaged", details={"offset": 0})
    try:
        _refuse(headquarters, known, part.head(), size)
    except WireError:
        part.remove()
        raise
    _keep(headquarters, laptop.team_id, {known.sha256: (part.path, size)})
    part.remove()


def _turn(team_id: str, sha256: str) -> int:
    """Return the number of the lock that whoever takes a file holds."""
    return int.from_bytes(hashlib.sha256(f"file {team_id} {sha256}".encode()).digest()[:8], signed=True)


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
    _keep(headquarters, team_id, {sha256: (file, size)})
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


def _keep(headquarters: Headquarters, team_id: str, files: Mapping[str, tuple[bytes | Path, int]]) -> None:
    """Store files and note that they are here; what was erased meanwhile is not kept."""
    with headquarters.database.transaction() as session:
        _forget_removal(session, team_id, files)
    for sha256, (content, _size) in files.items():
        headquarters.blobs.put(team_id, sha256, content)
    now = headquarters.clock.now()
    with headquarters.database.transaction() as session:
        named = set(
            session.scalars(
                select(NamedBlob.sha256)
                .where(NamedBlob.team_id == team_id, NamedBlob.sha256.in_(list(files)))
                .order_by(NamedBlob.sha256, NamedBlob.document_id, NamedBlob.tier)
                .with_for_update()
            )
        )
        removed = _forget_removal(session, team_id, named)
        if any(headquarters.blobs.size(team_id, sha256) is None for sha256 in removed):
            raise WireError("blob.damaged", details={"offset": 0})
        if named:
            session.execute(
                insert(StoredBlob).on_conflict_do_nothing(),
                [
                    {
                        "team_id": team_id,
                        "sha256": sha256,
                        "size": files[sha256][1],
                        "stored_at": now,
                        "backed_up_at": None,
                    }
                    for sha256 in sorted(named)
                ],
            )
            session.execute(
                delete(WantedBlob).where(WantedBlob.team_id == team_id, WantedBlob.sha256.in_(named))
            )
        gone = sorted(files.keys() - named)
        if gone:  # Their document was erased while they came.
            session.execute(
                insert(UnnamedBlob).on_conflict_do_nothing(),
                [{"team_id": team_id, "sha256": sha256, "since": now} for sha256 in gone],
            )


def _forget_removal(session: Session, team_id: str, hashes: Iterable[str]) -> list[str]:
    """Forget that the bytes of files were to be removed; return those that were."""
    gone = session.scalars(
        delete(UnnamedBlob)
        .where(UnnamedBlob.team_id == team_id, UnnamedBlob.sha256.in_(list(hashes)))
        .returning(UnnamedBlob.sha256)
    )
    return list(gone)
