"""Which changes a branch of a library has behind it: two branches share only what came before both."""

from dataclasses import dataclass
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.sync.tables import Stream


@dataclass(frozen=True, slots=True)
class Lineage:
    """The streams that lead to one stream, each with up to where.

    Attributes:
        reach: Stream id -> the last number of it that lies behind; None for the stream itself, which grows.
    """

    reach: dict[str, int | None]

    @classmethod
    def of(cls, session: Session, stream_id: str) -> Self:
        """Follow a stream back to its library's first."""
        reach: dict[str, int | None] = {}
        current: str | None = stream_id
        limit: int | None = None
        while current is not None and current not in reach:
            reach[current] = limit
            row = session.execute(
                select(Stream.parent_id, Stream.base_seq).where(Stream.id == current)
            ).first()
            if row is None:
                break
            # What lies behind a parent's branching point lies behind this stream; what came later does not.
            current, limit = row.parent_id, row.base_seq if limit is None else min(limit, row.base_seq)
        return cls(reach)

    def knows(self, stream_id: str | None, sequence: int | None) -> bool:
        """Return whether an entry lies behind the stream; True for what was not made on a laptop."""
        if stream_id is None or sequence is None:
            return True
        if stream_id not in self.reach:
            return False
        limit = self.reach[stream_id]
        return limit is None or sequence <= limit
