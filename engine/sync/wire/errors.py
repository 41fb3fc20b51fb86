"""What can be wrong between a laptop and headquarters: one table of codes, for both sides.

A code is stable; its sentences are for people. Headquarters answers with the status, the code and the
sentences of the table, and with nothing of a person's data.
"""

from dataclasses import dataclass, field
from typing import Any, Self

from engine.errors import ExitCode, SandukuError
from engine.sync.wire.parsing import Fields, MalformedError, json_bytes, parsed_object


@dataclass(frozen=True, slots=True)
class ErrorKind:
    """One row of the table.

    Attributes:
        status: Of HTTP.
        message: What happened, one sentence.
        remedy: What to do next, one sentence; empty if the laptop goes on by itself.
        retryable: Whether the same request may succeed later without anybody doing anything.
    """

    status: int
    message: str
    remedy: str = ""
    retryable: bool = False


_ASK = "Ask the person who runs headquarters."
_UPDATE = "Install the latest Sanduku on this laptop, or have headquarters updated."
_AGAIN = "Try again; if it happens again, send both log files to the people who maintain Sanduku."

ERRORS: dict[str, ErrorKind] = {
    "protocol.unsupported": ErrorKind(
        400, "This laptop and headquarters have no version of the protocol in common.", _UPDATE
    ),
    "request.malformed": ErrorKind(422, "Headquarters did not understand the request.", _UPDATE),
    "request.too-large": ErrorKind(413, "The request is larger than headquarters takes.", _AGAIN),
    "enrol.code-unknown": ErrorKind(
        403, "Headquarters does not know this invitation.", "Ask headquarters for a new invitation."
    ),
    "enrol.code-used": ErrorKind(
        409, "Another laptop has used this invitation.", "Ask headquarters for an invitation of your own."
    ),
    "enrol.code-expired": ErrorKind(
        410, "The invitation has expired.", "Ask headquarters for a new invitation."
    ),
    "enrol.library-taken": ErrorKind(
        409, "This library has joined another team already.", "Leave that team first, or make a new library."
    ),
    "auth.required": ErrorKind(401, "Headquarters wants to know who asks.", retryable=True),
    "auth.expired": ErrorKind(401, "The permission to send has expired.", retryable=True),
    "auth.refused": ErrorKind(401, "Headquarters could not verify who this laptop is.", _ASK),
    "auth.reused": ErrorKind(
        401, "A permission was used twice; headquarters withdrew it to be safe.", retryable=True
    ),
    "device.revoked": ErrorKind(
        403, "Headquarters has shut this laptop out.", f"{_ASK} Nothing on this laptop is lost."
    ),
    "device.unknown": ErrorKind(404, "Headquarters does not know this laptop.", "Join the team again."),
    "device.key-taken": ErrorKind(409, "Another laptop has this key already.", _ASK),
    "forbidden": ErrorKind(403, "This laptop may not do that.", _ASK),
    "not-found": ErrorKind(404, "Headquarters has no such thing.", _ASK),
    "sync.gap": ErrorKind(409, "Changes before these are missing at headquarters.", retryable=True),
    "sync.forked": ErrorKind(409, "Headquarters has other changes in this place.", retryable=True),
    "sync.broken-chain": ErrorKind(
        400,
        "The chain of changes does not hold: an entry was altered.",
        "Check the library: 'sanduku check'.",
    ),
    "sync.too-large": ErrorKind(413, "A batch of changes is larger than headquarters takes.", _AGAIN),
    "sync.malformed": ErrorKind(422, "A batch of changes cannot be understood.", _UPDATE),
    "sync.stream-unknown": ErrorKind(404, "Headquarters does not know this line of changes.", retryable=True),
    "down.unknown": ErrorKind(409, "Headquarters has no such place in what it sends.", retryable=True),
    "receipt.behind": ErrorKind(
        409, "Headquarters has not all of what the receipt is asked for.", retryable=True
    ),
    "blob.unknown": ErrorKind(404, "Headquarters does not have this file.", _ASK),
    "blob.unwanted": ErrorKind(403, "No change at headquarters speaks of this file.", retryable=True),
    "blob.damaged": ErrorKind(422, "A file arrived damaged and is sent again.", retryable=True),
    "blob.offset": ErrorKind(409, "Headquarters has another part of this file.", retryable=True),
    "blob.too-large": ErrorKind(413, "A file is larger than headquarters takes.", _ASK),
    "blob.type": ErrorKind(415, "Headquarters does not take a file of this kind.", _ASK),
    "request.stalled": ErrorKind(
        408, "Headquarters waited too long for the rest of a request.", retryable=True
    ),
    "rate.limited": ErrorKind(429, "Headquarters asks this laptop to wait.", retryable=True),
    "server.busy": ErrorKind(503, "Headquarters is busy.", retryable=True),
    "server.full": ErrorKind(507, "The disk of headquarters is full.", _ASK, retryable=True),
    "server.error": ErrorKind(500, "Something went wrong at headquarters.", _ASK, retryable=True),
}
"""Code -> what it means."""

_UNKNOWN = ErrorKind(500, "Headquarters answered with an error that this version does not know.", _UPDATE)
_MOST_DETAILS = 64 << 10


class WireError(SandukuError):
    """What came over the wire, or over a stick, cannot be taken."""

    exit_code = ExitCode.BAD_INPUT
    code = "sync.malformed"

    def __init__(self, code: str, reason: str = "", *, details: dict[str, Any] | None = None) -> None:
        """Tell what happened.

        Args:
            code: A row of :data:`ERRORS`.
            reason: For the log of whoever maintains this; holds nothing of a person's data.
            details: Further fields of the answer, such as ``have``.
        """
        kind = ERRORS[code]
        super().__init__(kind.message, remedy=kind.remedy)
        self.code = code
        self.reason = reason
        self.retryable = kind.retryable
        self.details = details or {}


@dataclass(frozen=True, slots=True)
class ErrorReply:
    """An error as headquarters answers it.

    Attributes:
        code: A row of :data:`ERRORS`, or one of a later version.
        message: One sentence.
        remedy: One sentence, or empty.
        details: Further fields, such as ``have``.
    """

    code: str
    message: str
    remedy: str = ""
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> ErrorKind:
        """The row of the table; a general one for a code of a later version."""
        return ERRORS.get(self.code, _UNKNOWN)

    @classmethod
    def of(cls, error: WireError) -> Self:
        """Return the reply that tells an error."""
        return cls(error.code, error.what, error.remedy, error.details)

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes({**self.details, "code": self.code, "message": self.message, "remedy": self.remedy})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            value = parsed_object(data, most=_MOST_DETAILS)
            found = Fields(value, "error")
            code, message, remedy = (
                found.text("code", most=64),
                found.text("message", most=1000),
                found.text("remedy", most=1000, default=""),
            )
        details = {name: part for name, part in value.items() if name not in ("code", "message", "remedy")}
        return cls(code, message, remedy, details)


class refusing:  # noqa: N801 - reads as a statement: with refusing("sync.malformed")
    """Turns what a parser within finds wrong into a WireError of one code."""

    def __init__(self, code: str) -> None:
        """Refuse with a row of :data:`ERRORS`."""
        self._code = code

    def __enter__(self) -> None:
        """Begin to parse."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Raise WireError in place of MalformedError."""
        if isinstance(error, MalformedError):
            code = error.code or self._code
            raise WireError(code, str(error)) from error
