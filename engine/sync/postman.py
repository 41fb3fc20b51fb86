"""Carries messages as the device that this library is: with its token, within the data of the day, counted.

The token is asked for with the device's key, and kept in memory alone. An answer that tells an error becomes
``Refused``. Before the first message of a session the use of the network is in the log, and bytes are counted
there as they go: a program that is killed has used them too.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from engine.library import Library
from engine.library.network_log import NetworkLog
from engine.library.team import Team
from engine.sync.between import NoStreamError, refuse_log_in_page, stranger
from engine.sync.errors import BudgetSpentError, RefusedError
from engine.sync.transport import JSON, MOST_REPLY, LinkError, Reply, Request, Transport
from engine.sync.wire.enrolment import (
    Challenge,
    DeviceRequest,
    EnrolReply,
    RekeyRequest,
    TokenRequest,
    Tokens,
)
from engine.sync.wire.errors import ERRORS, ErrorReply, WireError
from engine.sync.wire.hello import Hello, HelloReply
from engine.sync.wire.signatures import new_private_key, public_key_of

_HEADERS = 1500
"""Bytes that a message and its answer take beside the body, about."""
_MOST_WAIT = 3600
_WORTH_SENDING = 1000
"""Bytes; with less left of the day's data, it is used."""
_NO_STREAMS = (501, 505)
"""What some proxies answer, beside 400 and 411, to a message whose length is not told beforehand."""
_MOST_ALONG = 12 << 10
"""Bytes of a hello that goes along with a signature."""
_NOTED_EVERY = 2.0
"""Seconds between two notes of what has gone, while a message is under way."""


class Refused(Exception):  # noqa: N818 - it is an answer
    """Headquarters answered with an error."""

    def __init__(self, reply: ErrorReply, retry_after: float) -> None:
        """Tell which, and after how many seconds it wants to be asked again."""
        super().__init__(reply.code)
        self.reply = reply
        self.retry_after = retry_after

    def as_error(self, host: str) -> RefusedError:
        """Return it as an error for a person."""
        return RefusedError(self.reply.message, which=host, remedy=self.reply.remedy)


class Postman:
    """Carries the messages of one session.

    Attributes:
        sent: Bytes that went out.
        received: Bytes that came in.
    """

    def __init__(
        self,
        library: Library,
        transport: Transport,
        *,
        purpose: str,
        asked_by: str,
        daily_bytes: int | None,
        new_key: Callable[[], bytes] = new_private_key,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Write into the log that the network is used, before anything goes out.

        Args:
            library: Open, and of a team.
            transport: Carries bytes.
            purpose: For the log: ``sync``, ``join`` or ``fetch``.
            asked_by: ``person`` or ``program``.
            daily_bytes: That may go over the network today; None for any.
            new_key: Makes a private key.
            monotonic: Seconds that only grow.
        """
        self.sent = 0
        self.received = 0
        self._library = library
        self._transport = transport
        self._log = library.exchange.network_log
        self._daily_bytes = daily_bytes
        self._new_key = new_key
        self._monotonic = monotonic
        self._access: str | None = None
        self._challenge: str | None = None
        self._number = self._log.begin(transport.host, purpose, asked_by=asked_by)

    @property
    def host(self) -> str:
        """With whom."""
        return self._transport.host

    def post(
        self,
        path: str,
        body: bytes,
        *,
        content_type: str = JSON,
        told: Callable[[int], None] | None = None,
    ) -> Reply:
        """Send a message as this device; raises Refused, LinkError or BudgetSpentError."""
        return self.send(Request("POST", path, body, content_type, told=told))

    def get(self, path: str, *, most: int = MOST_REPLY, headers: dict[str, str] | None = None) -> Reply:
        """Ask for something as this device; raises as :meth:`post` does."""
        return self.send(Request("GET", path, headers=headers or {}, most=most))

    def send(self, request: Request) -> Reply:
        """Send a message as this device, with a new token where the old one has expired.

        One that is made while it goes cannot be repeated: Refused is raised, and the next one has the token.
        """
        for last in (False, True):
            access = self._access or self._new_token().access
            headers = {**request.headers, "authorization": f"Bearer {access}"}
            try:
                return self.bare(replace(request, headers=headers))
            except Refused as refused:
                if refused.reply.kind.status != 401:
                    raise
                self._access = None
                if last or request.more is not None:
                    raise
        raise AssertionError("the second try ends in an answer or an error")

    def bare(self, request: Request) -> Reply:
        """Send a message as nobody; raises as :meth:`post` does.

        Raises:
            NoStreamError: The message is made while it goes, and something on the way takes none such.
            LogInFirstError: The network wants a person to log in first.
            UntrustedError: Something answered that is not headquarters.
        """
        self._refuse_beyond_budget(len(request.body) + _HEADERS)
        gone = _OnItsWay(self._log, self._number, self._monotonic, request)
        try:
            reply = self._transport.send(replace(request, told=gone.sent, heard=gone.received))
        except LinkError as broken:
            self._count(broken.sent, broken.received, broken.seconds, gone)
            raise
        self._count(reply.sent, reply.received, reply.seconds, gone)
        refuse_log_in_page(reply, self.host)
        if 200 <= reply.status < 300:
            return reply
        try:
            error = ErrorReply.decode(reply.body)
        except WireError:
            error = self._of_another(reply, streamed=request.more is not None)
        if error.code not in ERRORS and reply.status >= 500:  # A fault over there, which may pass.
            error = replace(error, code="server.error")
        raise Refused(error, _retry_after(reply))

    def _of_another(self, reply: Reply, *, streamed: bool) -> ErrorReply:
        """Return what an answer means that is not of headquarters: a proxy speaks its own language."""
        if streamed and (reply.status < 500 or reply.status in _NO_STREAMS) and reply.status != 429:
            raise NoStreamError
        if reply.status < 500 and reply.status not in (413, 429):
            raise stranger(self.host)
        code = "request.too-large" if reply.status == 413 else "server.busy"
        return ErrorReply(code, ERRORS[code].message, ERRORS[code].remedy)

    def settle_device(self) -> None:
        """Have headquarters know this library under its present device id, if that is new."""
        team, library = self._library.exchange.team.required(), self._library
        if team.device is None or team.joined_as == library.device_id:
            return
        key = self._library.exchange.team.ask_for_key(self._new_key())
        for anew in (False, True):
            if anew:
                key = self._library.exchange.team.ask_for_key(self._new_key(), anew=True)
            request = RekeyRequest.sign(
                team.private_key,
                hq=team.about.hq,
                former=team.device,
                library_id=library.library_id,
                device_id=library.device_id,
                epoch=library.epoch,
                public_key=public_key_of(key),
            )
            try:
                reply = self.bare(Request("POST", "/v1/devices/rekey", request.encode()))
            except Refused as refused:
                if refused.reply.code == "device.key-taken" and not anew:
                    continue  # A copy of this library was made after it had chosen the key.
                raise
            self._library.exchange.team.joined(
                EnrolReply.decode(reply.body).device, library.device_id, key=key
            )
            self._access = None
            return

    def show_who_we_are(self, hello: Callable[[], Hello] | None = None) -> HelloReply | None:
        """Have a token, so that what follows is sent as this device.

        Args:
            hello: Makes what is said next, so that it goes along where a token is asked for.

        Returns:
            The answer to that; None where it is still to be said.
        """
        if self._access is not None:
            return None
        said = None if hello is None else hello()
        # What an earlier headquarters takes there is bounded, and it passes over what it does not know.
        fits = said is not None and len(said.encode()) <= _MOST_ALONG
        return self._new_token(said if fits else None).hello

    def may_sign(self, challenge: str | None) -> None:
        """Sign this for the first token, where headquarters gave something to sign already."""
        self._challenge = challenge

    def room(self, wanted: int) -> int:
        """Return how many bytes may be sent at once, at most ``wanted``; raises BudgetSpentError."""
        if self._daily_bytes is None:
            return wanted
        self._refuse_beyond_budget(min(wanted, _WORTH_SENDING) + _HEADERS)
        return min(wanted, self._daily_bytes - self._log.used_today() - _HEADERS)

    def left_today(self) -> int | None:
        """Return how many bytes may still go over the network today, None for any."""
        return None if self._daily_bytes is None else self._daily_bytes - self._log.used_today() - _HEADERS

    def end(self, outcome: str) -> None:
        """Write into the log how it ended."""
        self._log.end(self._number, outcome)

    def _refuse_beyond_budget(self, count: int) -> None:
        if self._daily_bytes is not None and self._log.used_today() + count > self._daily_bytes:
            raise BudgetSpentError(
                f"The {self._daily_bytes / 1e6:.0f} MB that may be used today are used.",
                remedy="Sending goes on tomorrow. Or allow more: 'sanduku settings set"
                " network.daily_megabytes'.",
            )

    def _new_token(self, hello: Hello | None = None) -> Tokens:
        team = self._library.exchange.team.required()
        if team.device is None:
            raise RefusedError(
                "This library has not joined its team yet.", remedy="Join with 'sanduku team join FILE'."
            )
        try:
            tokens = self._tokens(team, team.device, hello)
        except Refused as refused:
            # A challenge is good once: it was used up if the signed one was delivered twice on its way.
            if refused.reply.code != "auth.refused":
                raise
            tokens = self._tokens(team, team.device, hello)
        self._access = tokens.access
        return tokens

    def _tokens(self, team: Team, device: str, hello: Hello | None) -> Tokens:
        """Sign the challenge that came with joining, or a new one, and return what it gives."""
        challenge, self._challenge = self._challenge, None
        if challenge is None:
            body = self.bare(Request("POST", "/v1/auth/challenge", DeviceRequest(device).encode())).body
            challenge = Challenge.decode(body).challenge
        request = TokenRequest.sign(
            team.private_key, hq=team.about.hq, device=device, challenge=challenge, hello=hello
        )
        return Tokens.decode(self.bare(Request("POST", "/v1/auth/token", request.encode())).body)

    def _count(self, sent: int, received: int, seconds: float, gone: "_OnItsWay") -> None:
        self.sent += sent
        self.received += received
        self._log.add(
            self._number,
            sent=max(0, sent - gone.noted_sent),
            received=max(0, received - gone.noted_received),
            seconds=max(0.0, seconds - gone.noted_seconds),
        )


class _OnItsWay:
    """Notes what has gone of one message, and come of its answer, now and then while that goes on.

    Attributes:
        noted_sent: Bytes of the message that are in the log.
        noted_received: Bytes of the answer that are.
        noted_seconds: The seconds that are.
    """

    def __init__(
        self, log: NetworkLog, number: int, monotonic: Callable[[], float], request: Request
    ) -> None:
        self.noted_sent = 0
        self.noted_received = 0
        self.noted_seconds = 0.0
        self._log = log
        self._number = number
        self._monotonic = monotonic
        self._told = request.told
        self._heard = request.heard
        self._began = self._last = monotonic()

    def sent(self, count: int) -> None:
        """Take that so many bytes of the message have gone."""
        if count > self.noted_sent and (self.noted_sent == 0 or self._is_time()):
            self._note(count - self.noted_sent, 0)
            self.noted_sent = count
        if self._told is not None:
            self._told(count)

    def received(self, count: int) -> None:
        """Take that so many bytes of the answer have come."""
        if count > self.noted_received and self._is_time():
            self._note(0, count - self.noted_received)
            self.noted_received = count
        if self._heard is not None:
            self._heard(count)

    def _is_time(self) -> bool:
        return self._monotonic() - self._last >= _NOTED_EVERY

    def _note(self, sent: int, received: int) -> None:
        self._last = self._monotonic()
        seconds = self._last - self._began - self.noted_seconds
        self._log.add(self._number, sent=sent, received=received, seconds=seconds, requests=0)
        self.noted_seconds += seconds


def _retry_after(reply: Reply) -> float:
    text = reply.headers.get("retry-after", "")
    return float(min(_MOST_WAIT, int(text))) if text.isascii() and text.isdigit() and len(text) < 9 else 0.0
