"""One message and its answer, whatever carries them: HTTPS, or a channel that tests break at will."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from engine.sync.wire.parsing import MalformedError

JSON = "application/json"
MOST_REPLY = 4 << 20
"""Bytes of an answer, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Request:
    """A message to headquarters.

    Attributes:
        method: Of HTTP.
        path: From the root of headquarters, such as ``/v1/sync/hello``.
        body: What is sent.
        content_type: Of the body.
        headers: Further ones.
        most: The answer may have so many bytes.
        told: Called with how many bytes of the body have gone out so far; for whoever watches.
        heard: Called with how many bytes of the answer have come in so far.
        more: What follows the body, made while it goes; such a request can be sent only once.
    """

    method: str
    path: str
    body: bytes = b""
    content_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    most: int = MOST_REPLY
    told: Callable[[int], None] | None = None
    heard: Callable[[int], None] | None = None
    more: Iterator[bytes] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer.

    Attributes:
        status: Of HTTP.
        body: Whole.
        headers: With names in lower case.
        sent: Bytes that the message took, with headers.
        received: Bytes that the answer took, with headers.
        seconds: How long both took.
    """

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    sent: int = 0
    received: int = 0
    seconds: float = 0.0

    def number(self, header: str) -> int:
        """Return a header that is a whole number; raises MalformedError."""
        text = self.headers.get(header, "")
        if not (text.isascii() and text.isdigit() and len(text) < 18):
            raise MalformedError(f"the header {header} does not fit")
        return int(text)


class LinkError(Exception):
    """The answer did not come whole: whether the message arrived, nobody knows."""

    def __init__(self, reason: str, *, sent: int = 0, received: int = 0, seconds: float = 0.0) -> None:
        """Tell what happened, and what it took.

        Args:
            reason: A stable name, such as ``stalled``, for the log.
            sent: Bytes that went out at most.
            received: Bytes that came in.
            seconds: How long it took.
        """
        super().__init__(reason)
        self.reason = reason
        self.sent = sent
        self.received = received
        self.seconds = seconds


class Transport(Protocol):
    """Carries messages to headquarters."""

    @property
    def host(self) -> str:
        """With whom, for the log of connections."""

    def send(self, request: Request) -> Reply:
        """Carry a message and return its answer; raises LinkError, or a SyncError that ends the session."""

    def abort(self) -> None:
        """Let a message that is under way fail at once; called from another thread."""
