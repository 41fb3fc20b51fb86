"""The one door to the network: HTTPS to headquarters, and nothing else. No other module imports httpx.

It opens only as the setting ``network.use`` allows, and raises before any socket is made otherwise.
Certificates are checked against those of the system, or against the pin of the invitation; redirects are not
followed. Time-outs are on silence and not on the whole, so that a slow link may take its time.
"""

import hashlib
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import certifi
import httpx
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from engine.settings import NetworkSettings
from engine.sync.between import refuse_what_a_proxy_said
from engine.sync.errors import NetworkForbiddenError, NoHostError, UntrustedError
from engine.sync.ledger import APP
from engine.sync.transport import JSON, LinkError, Reply, Request
from engine.sync.wire.invitation import is_safe_url
from engine.sync.wire.parsing import MalformedError, deflated, inflated

_PIECE = 16 << 10
_UNSENT = 32 << 10
"""Bytes that the system is to hold before they go out."""
_WORTH_PACKING = 400
"""Bytes of JSON; less is not compressed."""
_CONNECT_SECONDS = 30.0


class Network:
    """Opens connections, as far as the settings allow."""

    def __init__(self, settings: NetworkSettings) -> None:
        """Heed the settings."""
        self._settings = settings

    def refuse_unless_allowed(self, asked_by: str) -> None:
        """Raise NetworkForbiddenError unless the network may be used by ``person`` or ``program``."""
        if self._settings.use == "never":
            raise NetworkForbiddenError(
                "The network is switched off in the settings.",
                remedy="Allow it with 'sanduku settings set network.use manual', or use a USB stick.",
            )
        if asked_by == "program" and self._settings.use != "automatic":
            raise NetworkForbiddenError(
                "Nothing is sent by itself, since the settings do not allow it.",
                remedy="Send by hand with 'sanduku sync run', or set network.use to automatic.",
            )

    def open(self, urls: tuple[str, ...], *, tls_pin: str | None, asked_by: str) -> "HttpTransport":
        """Return what carries messages to headquarters; nothing goes out before the first one.

        Args:
            urls: Where it answers, the best first.
            tls_pin: SHA-256 of the public key of its certificate, or None.
            asked_by: ``person`` or ``program``.

        Raises:
            NetworkForbiddenError: The settings do not allow it.
            NoHostError: No address is safe.
        """
        self.refuse_unless_allowed(asked_by)
        safe = tuple(url.rstrip("/") for url in urls if is_safe_url(url))
        if not safe:
            raise NoHostError(
                "No address of headquarters can be used.", remedy="Ask headquarters for a new invitation."
            )
        return HttpTransport(safe, tls_pin, self._settings)

    def answers(self, address: str, *, asked_by: str) -> bool:
        """Return whether a computer takes a connection, given as ``host:port``; nothing is sent to it."""
        self.refuse_unless_allowed(asked_by)
        host, _, port = address.rpartition(":")
        if not host or not port.isdigit() or not 0 < int(port) < 65536:
            return False
        try:
            with socket.create_connection((host.strip("[]"), int(port)), timeout=5):
                return True
        except OSError:
            return False


class HttpTransport:
    """Carries messages over HTTPS."""

    def __init__(self, urls: tuple[str, ...], tls_pin: str | None, settings: NetworkSettings) -> None:
        """Use :meth:`Network.open` instead."""
        self._urls = urls
        self._first = 0
        self._pin = tls_pin
        self._sockets: list[socket.socket] = []
        self._aborted = False
        silence = float(settings.stall_seconds)
        proxy = settings.proxy.strip()
        self._client = httpx.Client(
            verify=_context(tls_pin),
            timeout=httpx.Timeout(silence, connect=min(_CONNECT_SECONDS, silence)),
            trust_env=not proxy,
            proxy=None if proxy in ("", "none") else proxy,
            follow_redirects=False,
            headers={"user-agent": APP, "accept-encoding": "zstd"},
            limits=httpx.Limits(max_connections=2, keepalive_expiry=120),
        )

    @property
    def host(self) -> str:
        """With whom, for the log of connections."""
        parts = urlsplit(self._urls[self._first])
        return parts.netloc

    def send(self, request: Request) -> Reply:
        """Carry a message and return its answer.

        Raises:
            LinkError: No whole answer came.
            UntrustedError: The certificate is not that of headquarters.
        """
        last: LinkError | None = None
        for turn in range(len(self._urls)):
            place = (self._first + turn) % len(self._urls)
            try:
                reply = self._send(self._urls[place], request)
            except LinkError as error:
                last = error
                if error.reason != "unreachable":
                    raise
            else:
                self._first = place
                return reply
        assert last is not None
        raise last

    def abort(self) -> None:
        """Let what is under way fail at once; called from another thread."""
        self._aborted = True
        for each in list(self._sockets):
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:  # It is closed already.
                continue

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        """Close at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self.close()

    def _send(self, url: str, request: Request) -> Reply:
        packed = request.content_type == JSON and len(request.body) > _WORTH_PACKING
        counted = _Counted(
            deflated(request.body) if packed else request.body,
            request.more,
            lambda: self._aborted,
            request.told,
        )
        headers = dict(request.headers)
        if request.more is None:  # Otherwise its length is not known, and it goes in chunks.
            headers["content-length"] = str(counted.size)
        if request.body:
            headers["content-type"] = request.content_type
        if packed:
            headers["content-encoding"] = "zstd"
        began, received = time.monotonic(), 0
        try:
            built = self._client.build_request(
                request.method,
                url + request.path,
                headers=headers,
                content=iter(counted),
                extensions={"trace": self._trace},
            )
            head = (
                len(request.method)
                + len(request.path)
                + sum(len(k) + len(v) + 4 for k, v in built.headers.raw)
            )
            response = self._client.send(built, stream=True)
            try:
                received = 20 + sum(len(name) + len(value) + 4 for name, value in response.headers.raw)
                answer = bytearray()
                for piece in response.iter_raw(_PIECE):
                    answer += piece
                    received += len(piece)
                    if request.heard is not None:
                        request.heard(received)
                    if len(answer) > request.most:
                        raise LinkError("too-much", sent=counted.sent, received=received)
                if response.headers.get("content-encoding") == "zstd":
                    answer = bytearray(inflated(bytes(answer), most=request.most))
            finally:
                response.close()
        except MalformedError as error:
            raise self._broken("damaged", counted, received, began) from error
        except httpx.TimeoutException as error:
            reason = "unreachable" if isinstance(error, httpx.ConnectTimeout) else "stalled"
            raise self._broken(reason, counted, received, began) from error
        except httpx.TransportError as error:
            _refuse_for_good(error, url)
            reason = "unreachable" if isinstance(error, httpx.ConnectError) else "cut"
            raise self._broken(reason, counted, received, began) from error
        except OSError as error:  # A proxy that is not there.
            raise self._broken("unreachable", counted, received, began) from error
        return Reply(
            response.status_code,
            bytes(answer),
            {name.lower(): value for name, value in response.headers.items()},
            head + counted.sent,
            received,
            time.monotonic() - began,
        )

    def _broken(self, reason: str, counted: "_Counted", received: int, began: float) -> LinkError:
        return LinkError(reason, sent=counted.sent, received=received, seconds=time.monotonic() - began)

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        """Keep the sockets, to be shut when somebody cancels, and look at the certificate before we speak."""
        stream = info.get("return_value")
        if event == "connection.connect_tcp.complete" and stream is not None:
            self._sockets = [*self._sockets[-3:], stream.get_extra_info("socket")]
            _hold_little_back(self._sockets[-1])
        elif event.endswith("start_tls.complete") and stream is not None:
            self._sockets = [*self._sockets[-3:], stream.get_extra_info("socket")]
            if self._pin is not None:
                # The object beneath Python's takes this argument by its place alone.
                binary = stream.get_extra_info("ssl_object").getpeercert(True)  # noqa: FBT003
                try:
                    refuse_other_key(binary, self._pin)
                except UntrustedError:
                    stream.close()  # Nobody else would.
                    raise


class _Counted:
    """The body of a message in pieces, with the bytes that have been taken."""

    def __init__(
        self,
        body: bytes,
        more: Iterator[bytes] | None,
        aborted: Callable[[], bool],
        told: Callable[[int], None] | None,
    ) -> None:
        self._body = body
        self._more = more
        self._aborted = aborted
        self._told = told
        self.size = len(body)
        self.sent = 0

    def __iter__(self) -> Iterator[bytes]:
        for body in (self._body,) if self._more is None else chain((self._body,), self._more):
            for start in range(0, len(body), _PIECE):
                if self._aborted():
                    raise httpx.WriteError("stopped")
                piece = body[start : start + _PIECE]
                self.sent += len(piece)
                yield piece
                if self._told is not None:
                    self._told(self.sent)


def _hold_little_back(connection: socket.socket) -> None:
    """Let the system take little more than what it can send at once, where it can be told so.

    Else it takes minutes of a thin link at once: what is told of progress is wrong then, stopping takes long,
    and the answer to what has not gone yet seems to be late.
    """
    option = getattr(socket, "TCP_NOTSENT_LOWAT", None)
    if option is not None:
        with suppress(OSError):  # It is only more even with it.
            connection.setsockopt(socket.IPPROTO_TCP, option, _UNSENT)


def refuse_other_key(certificate: bytes | None, pin: str) -> None:
    """Raise UntrustedError unless a certificate (DER) has the public key of a pin."""
    if certificate is None:
        raise _untrusted()
    key = x509.load_der_x509_certificate(certificate).public_key()
    if hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest() != pin:
        raise _untrusted()


def _context(pin: str | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if pin is not None:
        # The key of the invitation decides, whoever signed the certificate and whatever its dates say: a
        # laptop whose clock is years away still reaches its headquarters.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif not context.cert_store_stats()["x509_ca"]:
        context.load_verify_locations(certifi.where())
    return context


def _refuse_for_good(error: httpx.TransportError, url: str) -> None:
    """Raise what no further try mends: a proxy that wants a log-in, or another certificate than ours."""
    if isinstance(error, httpx.ProxyError):
        refuse_what_a_proxy_said(str(error), urlsplit(url).netloc)
    if _is_certificate_error(error):
        raise _untrusted() from error


def _is_certificate_error(error: BaseException) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__  # type: ignore[assignment]
    return False


def _untrusted() -> UntrustedError:
    return UntrustedError(
        "The certificate of the server is not that of headquarters; nothing was sent.",
        remedy="Check the date of this computer. In a network with a log-in page, log in first. Otherwise ask"
        " headquarters.",
    )
