"""Sends the changes that headquarters lacks: many batches in one stream, or one at a time where it wants so.

The stream is made while it goes, so that the link does not wait for this computer; headquarters takes each
batch as it arrives, whole or not at all. Where the stream breaks, the next hello tells the ends of its
batches, and so learns exactly how far it came. Where a proxy takes no streams, batches go one at a time.
"""

from collections.abc import Callable, Iterator
from enum import Enum, auto

from engine.sync.between import NoStreamError
from engine.sync.ledger import Ledger
from engine.sync.pacing import LEAST_BYTES, Pace
from engine.sync.postman import Postman, Refused
from engine.sync.standing import Outcomes
from engine.sync.transport import Reply, Request
from engine.sync.wire.blobs import MOST_FRAME_BYTES
from engine.sync.wire.hello import Limits, have_of
from engine.sync.wire.streams import CHANGES, MOST_STREAM_BYTES, BatchWriter

_BATCH = "application/zstd"
_GROWTH = 4
_MOST_IN_VAIN = 3
"""Streams in a row of which nothing came, after which this session sends batch by batch."""
_LEAST_ROOM = 4 << 10
"""Bytes; with less left of the data of the day, a stream ends."""


class Progress(Enum):
    """What came of sending."""

    ALL_THERE = auto()
    """Nothing was to be sent."""
    TAKEN = auto()
    """Headquarters has more now."""
    DISAGREES = auto()
    """It says that it has something else than this log: another hello is needed."""


class ChangesUp:
    """The changes of one session.

    Attributes:
        under_way: Whether a stream was begun whose answer has not come.
        in_vain: Whether nothing came of the latest stream, as where something on the way lets none through.
    """

    def __init__(
        self,
        ledger: Ledger,
        postman: Postman,
        pace: Pace,
        outcomes: Outcomes,
        told: Callable[[int], None],
    ) -> None:
        """Wait for what headquarters takes.

        Args:
            ledger: Knows what headquarters has.
            postman: Carries messages.
            pace: How much to send at once.
            outcomes: What the session did; is added to.
            told: Called with the bytes of a message that have gone.
        """
        self.under_way = self.in_vain = False
        self._ledger = ledger
        self._postman = postman
        self._pace = pace
        self._outcomes = outcomes
        self._told = told
        self._batch_most = Limits().batch_bytes
        self._stream_most = 0
        self._batches_most: int | None = None
        self._begun_at = 0
        self._times_in_vain = 0
        self._streams = not ledger.takes_no_streams()

    def agreed(self, limits: Limits) -> None:
        """Go on from what a hello told: how far a broken stream came, and what is taken at once."""
        self._batch_most = min(self._batch_most, limits.batch_bytes)
        self._stream_most = min(limits.stream_bytes, MOST_STREAM_BYTES)
        if self.under_way:
            came = self._ledger.team.have.seq - self._begun_at
            self._outcomes.changes += max(0, came)
            self.in_vain = came <= 0
            if self.in_vain:  # Something on the way may hold a stream back until it is whole, or for ever.
                self._batches_most = 1
                self._times_in_vain += 1
            self.under_way = False

    def send_less(self) -> bool:
        """Send half as much at once from here on; return False where it is little already."""
        self.under_way = False
        if self._batch_most <= LEAST_BYTES:
            return False
        self._batch_most //= 2
        self._batches_most = 1
        return True

    def send(self) -> Progress:
        """Send one message, and take its answer; raises as ``Postman.post`` does."""
        self._begun_at = self._ledger.team.have.seq
        reply = self._stream() if self._streams_go() else self._batch()
        if reply is None:
            return Progress.ALL_THERE
        self._pace.carried(reply.sent, reply.seconds)
        self.under_way = self.in_vain = False
        if self._times_in_vain < _MOST_IN_VAIN:
            self._times_in_vain = 0
        if not self._ledger.take_have(have_of(reply.body)):
            return Progress.DISAGREES
        self._outcomes.changes += max(0, self._ledger.team.have.seq - self._begun_at)
        if self._batches_most is not None:
            self._batches_most *= _GROWTH
        return Progress.TAKEN

    def _streams_go(self) -> bool:
        """Return whether headquarters takes streams, and nothing on the way is known to stop them."""
        return bool(self._stream_most) and self._streams and self._times_in_vain < _MOST_IN_VAIN

    def _batch(self) -> Reply | None:
        room = self._postman.room(self._pace.piece(min(self._batch_most, MOST_FRAME_BYTES)))
        batch = self._ledger.next_batch(room, self._batch_most)
        if batch is None:
            return None
        return self._postman.post("/v1/sync/changes", batch.data, content_type=_BATCH, told=self._told)

    def _stream(self) -> Reply | None:
        for last in (False, True):
            parts = self._parts()
            first = next(parts, None)
            if first is None:
                return None
            self.under_way = True
            try:
                return self._postman.send(
                    Request("POST", "/v1/sync/stream", first, CHANGES, told=self._told, more=parts)
                )
            except Refused as refused:  # A stream goes once, so it is made anew for another token.
                if last or refused.reply.kind.status != 401:
                    raise
            except NoStreamError:
                self._ledger.note_no_streams()
                self._streams = self.under_way = False
                return self._batch()
        raise AssertionError("the second try ends in an answer or an error")

    def _parts(self) -> Iterator[bytes]:
        """Yield a stream, made as it is taken; the first piece holds a whole batch."""
        budget = self._postman.left_today()
        room = self._postman.room(self._pace.stream(self._stream_most))
        writer = BatchWriter()
        gone = count = 0
        self._ledger.begin_stream()
        while gone < room and count != self._batches_most:
            target = self._pace.part(self._batch_most)
            # What is packed cannot be taken back: of a budget, no more is taken than it has in the clear.
            most = None if budget is None else budget - gone
            if count and most is not None and most < _LEAST_ROOM:
                break
            part = self._ledger.next_part(writer, target, most)
            if part is None:
                break
            gone, count = gone + len(part), count + 1
            yield part
        if count:
            yield writer.end()
