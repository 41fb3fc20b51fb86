"""One session with headquarters, message by message: who has what, changes up, words down, files, a receipt.

A session is a state and one step from it to the next; what it knows beyond that lies in the library. So it
can be cut off or killed at any point: the next session begins with a hello and goes on where headquarters
is. A message whose answer did not come is sent again, and headquarters counts it once. Knows no network,
only a transport.
"""

from collections.abc import Callable
from dataclasses import replace

from engine.errors import CancelledError
from engine.library import Library
from engine.sync.changes_up import ChangesUp, Progress
from engine.sync.crops import cut_crops
from engine.sync.errors import RefusedError, UnreachableError
from engine.sync.files_up import FilesUp
from engine.sync.joining import enrol
from engine.sync.ledger import Agreement, Ledger
from engine.sync.pacing import Backoff, Pace
from engine.sync.postman import Postman, Refused
from engine.sync.standing import Outcomes, Standing, State, Wishes
from engine.sync.transport import LinkError
from engine.sync.wire.down import DownBatch, ack
from engine.sync.wire.hello import HelloReply, position_in
from engine.sync.wire.receipts import SignedReceipt

_HELLOS = 6
"""In a row, before something must be wrong."""
_MOST_DOWN = 16 << 20
_FRESH_SECONDS = 120.0
"""For so long what a hello told holds: that there is nothing to be taken."""


class Session:
    """One session."""

    def __init__(
        self,
        library: Library,
        postman: Postman,
        wishes: Wishes,
        *,
        monotonic: Callable[[], float],
        sleep: Callable[[float], None],
        chance: Callable[[], float],
        told: Callable[[Standing], None] = lambda _standing: None,
        cancelled: Callable[[], bool] = lambda: False,
        pace: Pace | None = None,
    ) -> None:
        """Begin in the state ``HELLO``.

        Args:
            library: Open, and of a team that this device has joined.
            postman: Carries messages.
            wishes: What to send.
            monotonic: Seconds that only grow.
            sleep: Waits for some seconds, or less once somebody cancels.
            chance: Gives numbers in [0, 1).
            told: Called with how far it is.
            cancelled: Whether somebody wants it to end.
            pace: How much to send at once; by default by what the link carried last time.
        """
        self.state = State.HELLO
        self.outcomes = Outcomes()
        self._library = library
        self._postman = postman
        self._wishes = wishes
        self._monotonic = monotonic
        self._sleep = sleep
        self._told = told
        self._cancelled = cancelled
        self._ledger = Ledger(library, doubt_threshold=wishes.doubt_threshold)
        self._pace = pace or Pace(self._ledger.team.rate)
        self._backoff = Backoff(chance)
        self._hellos = 0
        self._greeted_at = 0.0
        self._introduced = False
        self._refused: Refused | None = None
        self._last: Standing | None = None
        self._changes_up = ChangesUp(self._ledger, postman, self._pace, self.outcomes, self._tell_within)
        self._files_up = FilesUp(
            self._ledger, postman, self._pace, self.outcomes, wishes.tiers, self._tell_within
        )
        self._steps: dict[State, Callable[[], State]] = {
            State.HELLO: self._hello,
            State.CHANGES: self._changes,
            State.DOWN: self._down,
            State.CROPS: self._crops,
            State.OFFER: self._offer,
            State.FILES: self._files,
            State.RECEIPT: self._receipt,
        }

    def run(self) -> Outcomes:
        """Go on to the end, through whatever the link does, and return what was done.

        Raises:
            UnreachableError: Headquarters did not answer for too long.
            BudgetSpentError: The data for today is used.
            CancelledError: Somebody ended it.
            RefusedError: Headquarters refused in a way that no waiting mends.
            UntrustedError: It is another headquarters.
        """
        last_answer = self._monotonic()
        while self.state is not State.DONE:
            self._stop_if_cancelled()
            waiting = self.attempt()
            if waiting is None:
                if not self._changes_up.in_vain:  # Hellos that are answered bring no change across.
                    last_answer = self._monotonic()
                continue
            if self._monotonic() + waiting - last_answer > self._wishes.patience:
                if self._refused is not None:  # It does answer, and wants to be asked later.
                    raise self._refused.as_error(self._postman.host)
                raise UnreachableError(
                    f"Headquarters did not answer{' for too long' if self._wishes.patience else ''}.",
                    which=self._postman.host,
                    remedy="Nothing is lost. Send again when the connection is better, or use a USB stick.",
                )
            self._tell(waiting=waiting)
            self._sleep(waiting)
        return self.outcomes

    def attempt(self) -> float | None:
        """Take one step; return None if it was answered, else the seconds to wait before the next one."""
        try:
            self.step()
        except LinkError:
            self._stop_if_cancelled()
            self._refused = None
            self._pace.broke()
            self._after_break()
            return self._backoff.failed()
        except Refused as refused:
            return self._answer_to(refused)
        if not self._changes_up.in_vain:
            self._backoff.worked()
        self._tell()
        return None

    def step(self) -> None:
        """Do what the state asks for: one message or a few, and what follows from the answers."""
        self.state = self._steps[self.state]()

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise CancelledError(
                "Sending was stopped.", remedy="What has arrived counts; send again at will."
            )

    def _answer_to(self, refused: Refused) -> float | None:
        """Do what a refusal asks for, or end the session with it."""
        code = refused.reply.code
        if code in ("sync.gap", "sync.forked", "sync.stream-unknown", "down.unknown", "receipt.behind"):
            have = position_in(refused.reply.details)
            if code == "sync.forked" and have is not None:
                self._ledger.ask_about(have.seq)
            self.state = State.HELLO
            return None
        if code in ("sync.too-large", "request.too-large") and self._send_less():
            return None
        if not refused.reply.kind.retryable:
            raise refused.as_error(self._postman.host) from refused
        self._refused = refused
        self._after_break()
        return self._backoff.failed(at_least=refused.retry_after)

    def _send_less(self) -> bool:
        """Send less at once of what is under way; return False where that is no way out."""
        if self.state is State.CHANGES:
            return self._changes_up.send_less()
        if self.state is State.FILES and self._files_up.send_less():
            self.state = State.OFFER
            return True
        return False

    def _after_break(self) -> None:
        """Go back to where headquarters is asked what it has, if it may have more than it said."""
        if self.state is State.FILES:
            self.state = State.OFFER
        elif self.state is State.CHANGES and self._changes_up.under_way:
            self.state = State.HELLO
            self._hellos = 0  # The link broke; nobody disagrees.

    # The states

    def _hello(self) -> State:
        if self._hellos >= _HELLOS:
            raise RefusedError(
                "This laptop and headquarters cannot agree on what was sent.",
                which=self._postman.host,
                remedy="Run 'sanduku check', and send the log file to whoever maintains Sanduku.",
            )
        reply = self._settle_device()
        if reply is None:
            answer = self._postman.post("/v1/sync/hello", self._ledger.hello().encode())
            reply = HelloReply.decode(answer.body)
        self._hellos += 1
        self._greeted_at = self._monotonic()
        self.outcomes.branched = reply.reason or self.outcomes.branched
        if self._ledger.take_hello(reply) is Agreement.AGAIN:
            return State.HELLO
        self._changes_up.agreed(reply.limits)
        self._files_up.limits = reply.limits
        return State.CHANGES

    def _settle_device(self) -> HelloReply | None:
        """Have headquarters know this device, also where it was restored from before it did.

        Returns:
            The answer to a hello, where one went along with the signature.
        """
        try:
            self._postman.settle_device()
            return self._postman.show_who_we_are(self._ledger.hello)
        except Refused as refused:
            if refused.reply.code != "device.unknown" or self._introduced:
                raise
            self._introduced = True
            try:
                enrol(self._library, self._postman, again=True)
            except Refused:
                raise refused from None  # The invitation is of no use any more: a person needs a new one.
            return None

    def _changes(self) -> State:
        progress = self._changes_up.send()
        if progress is Progress.ALL_THERE:
            return State.DOWN
        if progress is Progress.DISAGREES:
            return State.HELLO
        self._hellos = 0
        return State.CHANGES

    def _down(self) -> State:
        if self._ledger.nothing_is_down and self._monotonic() - self._greeted_at < _FRESH_SECONDS:
            return State.CROPS
        down = self._ledger.team.down
        path = f"/v1/sync/down?after={down.seq}&hash={down.hash}"
        batch = DownBatch.decode(self._postman.get(path, most=_MOST_DOWN).body)
        for outcome in self._ledger.take_down(batch):
            self.outcomes.down += 1
            self.outcomes.conflicts += outcome.name == "conflict"
            self.outcomes.not_applied += outcome.name == "not-applied"
        if batch.entries:
            self._postman.post("/v1/sync/down/ack", ack(batch.last))
        return State.DOWN if batch.entries and batch.last != batch.head else State.CROPS

    def _crops(self) -> State:
        cut_crops(self._library)
        # What came down, and what was cut, has made changes, which headquarters wants to see first.
        return State.CHANGES if self._ledger.changes_left() else State.OFFER

    def _offer(self) -> State:
        if not self._files_up.left():
            return State.RECEIPT
        return State.FILES if self._files_up.ask() else State.OFFER

    def _files(self) -> State:
        return State.FILES if self._files_up.send() else State.OFFER

    def _receipt(self) -> State:
        request = self._ledger.receipt_request()
        reply = self._postman.post("/v1/sync/receipt", request.encode())
        # It did not ask for these, and does not have them either: too large, or of a record that it erased.
        lost = self._ledger.take_receipt(SignedReceipt.decode(reply.body), request)
        self.outcomes.files = max(0, self.outcomes.files - len(lost))
        self.outcomes.refused_files += [(sha256, "blob.unwanted") for sha256 in lost]
        self.outcomes.receipt = True
        if self._pace.rate is not None:
            self._library.exchange.team.measured(self._pace.rate)
        return State.DONE

    def _tell_within(self, gone: int) -> None:
        """Tell how far it is while a message is under way."""
        if self._last is not None:
            left = max(0, self._last.left - gone)
            self._told(
                replace(
                    self._last,
                    state=self.state,
                    sent=self._postman.sent + gone,
                    left=left,
                    seconds_left=self._pace.seconds_for(left),
                    waiting=0.0,
                )
            )

    def _tell(self, *, waiting: float = 0.0) -> None:
        left = self._files_up.bytes_left()
        if self.state in (State.HELLO, State.CHANGES):
            left += self._ledger.bytes_left()
        self._last = Standing(
            self.state,
            self._postman.sent,
            self._postman.received,
            left,
            self._pace.seconds_for(left),
            self._pace.rate,
            waiting,
            self.outcomes.changes,
            self.outcomes.files,
            self.outcomes.down,
        )
        self._told(self._last)
