"""Which files headquarters takes, and from whom: those that an entry of the laptop's library speaks of."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from headquarters.blobs.tables import NamedBlob, StoredBlob
from headquarters.devices.access import Laptop


@dataclass(frozen=True, slots=True)
class Expected:
    """A file that may come.

    Attributes:
        sha256: Of its content.
        tiers: As what it is spoken of.
        size: Bytes, as the laptop that has it said; None if nobody said.
        stored: Whether it is here already.
    """

    sha256: str
    tiers: frozenset[int]
    size: int | None
    stored: bool


def expected(session: Session, laptop: Laptop, hashes: Iterable[str]) -> dict[str, Expected]:
    """Return those of some files that the laptop may send, by hash."""
    rows = session.execute(
        select(
            NamedBlob.sha256,
            func.array_agg(NamedBlob.tier.distinct()),
            func.max(NamedBlob.size),
            func.bool_or(StoredBlob.sha256.is_not(None)),
        )
        .outerjoin(
            StoredBlob, (StoredBlob.team_id == NamedBlob.team_id) & (StoredBlob.sha256 == NamedBlob.sha256)
        )
        .where(
            NamedBlob.team_id == laptop.team_id,
            NamedBlob.library_id == laptop.library_id,
            NamedBlob.sha256.in_(list(hashes)),
        )
        .group_by(NamedBlob.sha256)
    )
    return {sha256: Expected(sha256, frozenset(tiers), size, stored) for sha256, tiers, size, stored in rows}


def may_fetch(session: Session, laptop: Laptop, sha256: str) -> bool:
    """Return whether a laptop may have a file: one of its own library, or one that headquarters offers."""
    found = session.scalar(
        select(NamedBlob.sha256)
        .where(
            NamedBlob.team_id == laptop.team_id,
            NamedBlob.sha256 == sha256,
            NamedBlob.library_id.in_((laptop.library_id, "")),
        )
        .limit(1)
    )
    return found is not None


def note_sizes(session: Session, laptop: Laptop, sizes: dict[str, int]) -> None:
    """Note how large files are that a laptop offers; it is what tells when one has come whole."""
    if sizes:
        session.connection().execute(
            update(NamedBlob)
            .where(
                NamedBlob.team_id == laptop.team_id,
                NamedBlob.library_id == laptop.library_id,
                NamedBlob.sha256 == bindparam("of"),
            )
            .values(size=bindparam("bytes")),
            [{"of": sha256, "bytes": size} for sha256, size in sorted(sizes.items())],
        )
