"""Where a laptop's log goes on at headquarters: a rule over values, without a database.

A library has one stream, and a further one for each copy that went its own way. A laptop tells some
places of its log (checkpoints); of each stream is known which hash it has there. From that alone follows
which stream is the laptop's own line, or where a new one must branch off.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.sync.wire.positions import Position


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stream, held against the checkpoints of a laptop.

    Attributes:
        stream_id: Its id.
        head: Its end.
        common: The last place that it has in common with the laptop, as far as the checkpoints tell.
        differs: Whether a checkpoint at or before its end has another hash there.
        own: Whether it is the one that took the laptop's changes the last time.
        order: The older stream has the smaller number.
    """

    stream_id: str
    head: Position
    common: Position
    differs: bool
    own: bool
    order: int

    def goes_on(self, tip: Position) -> bool:
        """Return whether the laptop's log may go on from it.

        It may not if it holds something else than the laptop, or more than the laptop: a laptop only
        ever adds.
        """
        return not self.differs and self.head.seq <= tip.seq


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a laptop goes on.

    Attributes:
        stream_id: The stream, or the one that a new one branches off.
        have: The place from which the laptop sends; up to there both are surely the same.
        branches: Whether a new stream must be opened there.
    """

    stream_id: str
    have: Position
    branches: bool


def candidate(
    stream_id: str,
    head: Position,
    hashes: dict[int, str],
    checkpoints: Sequence[Position],
    *,
    own: bool,
    order: int,
) -> Candidate:
    """Hold a stream against checkpoints.

    Args:
        stream_id: Its id.
        head: Its end.
        hashes: Of the stream's entries, for the numbers of the checkpoints up to its end.
        checkpoints: Of the laptop, from the last to the first; the last of them is the beginning.
        own: Whether it took the laptop's changes the last time.
        order: Its number.
    """
    within = [place for place in checkpoints if place.seq <= head.seq]
    same = [place for place in within if place.seq == 0 or hashes.get(place.seq) == place.hash]
    common = max(same, key=lambda place: place.seq)
    return Candidate(stream_id, head, common, differs=len(same) < len(within), own=own, order=order)


def choose(candidates: Sequence[Candidate], tip: Position) -> Choice:
    """Return where a laptop goes on; there is at least one candidate.

    The longest common line wins. Where several are equally long, the one that is surely whole to its end
    goes before one whose last entries no checkpoint tells of, and the laptop's own before another's.
    """
    farthest = max(each.common.seq for each in candidates)
    longest = [each for each in candidates if each.common.seq == farthest]
    open_ones = [each for each in longest if each.goes_on(tip)]
    if not open_ones:
        origin = min(longest, key=lambda each: each.order)
        return Choice(origin.stream_id, origin.common, branches=True)
    best = max(open_ones, key=lambda each: (each.own, each.head == each.common, -each.order))
    return Choice(best.stream_id, best.common, branches=False)
