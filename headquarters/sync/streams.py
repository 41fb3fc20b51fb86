"""The streams of one library as they lie in the database, each with the line of entries that it stands for.

A branch holds only its own entries; those before its base are its parent's. All who change streams hold
the lock of the library's row, so that what is read here stays true until the transaction ends.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from engine.canonical import GENESIS
from engine.sync.wire.positions import Position
from headquarters.ids import random_id
from headquarters.sync.tables import EntryRow, Stream
from headquarters.teams import Library

_OF_LIBRARY: dict[str, Any] = {"team_id": bindparam("team"), "library_id": bindparam("library")}
_LIBRARY = select(Library).filter_by(**_OF_LIBRARY).with_for_update()
_STREAMS = select(Stream).filter_by(**_OF_LIBRARY)
"""Made once: what makes and names a statement costs more than the database takes for these."""
_AS_IT_IS_NOW = {"populate_existing": True}


class LibraryStreams:
    """The streams of a library, its row locked.

    Args:
        session: In a transaction, which holds the lock to its end.
        team_id: The team.
        library_id: The library.
        lock: Whether to lock; whoever only reads need not.
    """

    def __init__(self, session: Session, team_id: str, library_id: str, *, lock: bool = True) -> None:
        self._session = session
        self.team_id = team_id
        self.library_id = library_id
        self._library = _locked(session, team_id, library_id) if lock else None
        self._streams = {stream.id: stream for stream in self._loaded()}

    @property
    def library(self) -> Library:
        """The library's row; there only where it is locked."""
        assert self._library is not None
        return self._library

    def all(self) -> list[Stream]:
        """Return the streams, the oldest first."""
        return sorted(self._streams.values(), key=lambda stream: stream.branch)

    def get(self, stream_id: str) -> Stream | None:
        """Return a stream of this library, None if there is none of that id."""
        return self._streams.get(stream_id)

    def open(
        self,
        *,
        at: Position,
        parent: Stream | None,
        opened_by: str,
        reason: str,
        twin: tuple[str, int] | None,
        now: datetime,
    ) -> Stream:
        """Open a stream that goes on from a place of its parent, or from the beginning.

        A branch that the same device opened there and never used is taken again. One that it opened elsewhere
        and never used makes way: a new one gets another id, since a backup may count the other as held up to
        its place.
        """
        unused = next(
            (
                each
                for each in self.all()
                if each.parent_id is not None
                and each.head_seq == each.base_seq
                and each.opened_by == opened_by
                and not any(other.parent_id == each.id for other in self.all())
            ),
            None,
        )
        branch = len(self._streams)
        if unused is not None and (unused.base_seq, unused.base_hash) != (at.seq, at.hash):
            branch = unused.branch
            self._session.delete(unused)
            self._session.flush()
            del self._streams[unused.id]
            unused = None
        stream = unused or Stream(
            id=random_id(),
            team_id=self.team_id,
            library_id=self.library_id,
            branch=branch,
            backed_up_seq=0,
            last_received_at=None,
        )
        stream.parent_id = None if parent is None else parent.id
        stream.base_seq = stream.head_seq = at.seq
        stream.base_hash = stream.head_hash = at.hash
        stream.opened_by, stream.reason, stream.opened_at = opened_by, reason, now
        stream.twin_device, stream.twin_epoch = twin or (None, None)
        self._session.add(stream)
        self._session.flush()
        self._streams[stream.id] = stream
        return stream

    def hashes(self, stream: Stream, numbers: Iterable[int]) -> dict[int, str]:
        """Return the hashes of a stream's entries of some numbers, its parents' among them."""
        numbers = set(numbers)
        if numbers == {stream.head_seq}:
            return {stream.head_seq: stream.head_hash}
        wanted: dict[str, list[int]] = {}
        for number in numbers:
            if 0 < number <= stream.head_seq:
                wanted.setdefault(self.holder(stream, number).id, []).append(number)
        found: dict[int, str] = {}
        for stream_id, seqs in wanted.items():
            rows = self._session.execute(
                select(EntryRow.seq, EntryRow.hash).where(
                    EntryRow.stream_id == stream_id, EntryRow.seq.in_(seqs)
                )
            )
            found |= dict(rows.all())
        return found

    def hashes_between(self, stream: Stream, after: int, last: int) -> dict[int, str]:
        """Return the hashes of a stream's entries after one number up to another."""
        found: dict[int, str] = {}
        each: Stream | None = stream
        while each is not None and last > after:
            rows = self._session.execute(
                select(EntryRow.seq, EntryRow.hash).where(
                    EntryRow.stream_id == each.id,
                    EntryRow.seq > max(after, each.base_seq),
                    EntryRow.seq <= last,
                )
            )
            found |= dict(rows.all())
            last = min(last, each.base_seq)
            each = self._streams[each.parent_id] if each.parent_id else None
        return found

    def hash_at(self, stream: Stream, number: int) -> str | None:
        """Return the hash of a stream's entry of a number; None beyond its end."""
        return GENESIS if number == 0 else self.hashes(stream, [number]).get(number)

    def holder(self, stream: Stream, number: int) -> Stream:
        """Return which stream holds the entry of a number of this one's line."""
        while number <= stream.base_seq and stream.parent_id is not None:
            stream = self._streams[stream.parent_id]
        return stream

    def backed_up(self, stream: Stream) -> int:
        """Return the number up to which a backup holds the line of a stream."""
        seq, reach = stream.backed_up_seq, stream.base_seq
        while stream.parent_id is not None:
            stream = self._streams[stream.parent_id]
            seq = max(seq, min(reach, stream.backed_up_seq))
            reach = min(reach, stream.base_seq)
        return seq

    def _loaded(self) -> Sequence[Stream]:
        asked = {"team": self.team_id, "library": self.library_id}
        return self._session.scalars(_STREAMS, asked, execution_options=_AS_IT_IS_NOW).all()


def _locked(session: Session, team_id: str, library_id: str) -> Library:
    asked = {"team": team_id, "library": library_id}
    return session.scalars(_LIBRARY, asked, execution_options=_AS_IT_IS_NOW).one()


def head_of(stream: Stream) -> Position:
    """Return the end of a stream."""
    return Position(stream.head_seq, stream.head_hash)
