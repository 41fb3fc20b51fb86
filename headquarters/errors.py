"""Errors of the server that a person, or the laptop, can do something about.

Each has a stable code and the HTTP status with which it is told. What goes over the wire in sync has its
codes in ``engine.sync.wire``; here stand those of running and administering a headquarters. No message
ever holds what a document says.
"""

from typing import Any

from engine.errors import ExitCode, SandukuError


class HeadquartersError(SandukuError):
    """Headquarters cannot do what was asked of it."""

    code = "headquarters"
    status: int = 400
    """HTTP status with which a client is told."""

    def __init__(self, what: str, *, which: str | None = None, remedy: str = "", **details: Any) -> None:  # noqa: ANN401
        """Tell what happened.

        Args:
            what: One sentence in plain language.
            which: The thing that it happened to.
            remedy: What to do next, as one sentence.
            **details: Further JSON values for the client's program.
        """
        super().__init__(what, which=which, remedy=remedy)
        self.details = details

    def headers(self) -> dict[str, str]:
        """Return the HTTP headers that go with it."""
        return {}


class NoSuchThingError(HeadquartersError):
    """There is no such thing, or it belongs to another team."""

    code = "not-found"
    status = 404
    exit_code = ExitCode.NOT_FOUND


class NotAllowedError(HeadquartersError):
    """Who asks may not do this."""

    code = "not-allowed"
    status = 403


class NotSignedInError(HeadquartersError):
    """Nobody is signed in, or the sign-in has ended."""

    code = "not-signed-in"
    status = 401

    def headers(self) -> dict[str, str]:
        """Return which kind of sign-in is wanted."""
        return {"WWW-Authenticate": "Bearer"}


class MalformedRequestError(HeadquartersError):
    """What was sent does not have the shape that it must have."""

    code = "malformed"
    status = 422


class TooLargeError(HeadquartersError):
    """What was sent is larger than what is taken."""

    code = "too-large"
    status = 413


class WrongTypeError(HeadquartersError):
    """What was sent is of a kind that is not taken here."""

    code = "request.type"
    status = 415


class TooManyRequestsError(HeadquartersError):
    """Somebody asks too often."""

    code = "too-many-requests"
    status = 429
    retryable = True

    def __init__(self, what: str, *, retry_after: int, remedy: str = "") -> None:
        """Tell it.

        Args:
            what: One sentence.
            retry_after: Seconds after which it makes sense to ask again.
            remedy: What to do.
        """
        super().__init__(what, remedy=remedy)
        self.retry_after = retry_after

    def headers(self) -> dict[str, str]:
        """Return when to ask again."""
        return {"Retry-After": str(self.retry_after)}


class BusyError(HeadquartersError):
    """Headquarters cannot do it now, and may be able to soon."""

    code = "busy"
    status = 503
    retryable = True

    def headers(self) -> dict[str, str]:
        """Return when to ask again."""
        return {"Retry-After": "15"}


class ConfigurationError(HeadquartersError):
    """Headquarters was set up in a way that cannot work."""

    code = "configuration"
    status = 500
    exit_code = ExitCode.USAGE
