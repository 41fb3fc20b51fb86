"""The invitation to a team: one text, in a file ``*.sanduku-team`` or a QR code.

It holds a code that is good once, and whom to trust from then on: the keys of headquarters. So a person
compares the fingerprint of all that with what headquarters says by phone or on paper, before anything is
sent.
"""

import zlib
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Self
from urllib.parse import urlsplit

from engine.canonical import canonical_json
from engine.sync.wire.errors import refusing
from engine.sync.wire.parsing import Fields, MalformedError, from_base64, parsed_object, to_base64
from engine.sync.wire.signatures import KEY_BYTES, fingerprint

PREFIX = "sanduku-team:1:"
SUFFIX = ".sanduku-team"
MOST_TEXT = 8000
_MOST_BYTES = 16 << 10
_MOST_URLS = 8


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a laptop must know to join a team.

    Attributes:
        urls: Where headquarters answers, the best first: https, or http on this computer alone.
        team: Id of the team.
        team_name: What people call it.
        code: Good for one laptop.
        hq: Id of headquarters.
        signing_key: Its Ed25519 public key.
        recipient: Its public key for age, to which bundles are encrypted.
        recovery_recipient: A second one, kept apart; empty for none.
        expires: Until when the code is good; ISO 8601, UTC, by the clock of headquarters.
        tls_pin: SHA-256 of the public key (SPKI) of its TLS certificate, where certificates cannot be
            checked in another way; None where they can.
        packs_root: SHA-256 of the root that signs its model packs, or None.
    """

    urls: tuple[str, ...]
    team: str
    team_name: str
    code: str
    hq: str
    signing_key: bytes
    recipient: str
    recovery_recipient: str
    expires: str
    tls_pin: str | None = None
    packs_root: str | None = None

    @property
    def fingerprint(self) -> str:
        """What a person compares with headquarters: of all that decides whom the laptop will trust.

        Were it of the signing key alone, which is no secret, whoever forges an invitation could put their own
        address and certificate beside the true key, and be sent everything before any signature is checked.
        """
        return fingerprint(canonical_json(self._trusted()).encode())

    def encode(self) -> str:
        """Return the text of the invitation."""
        value = {
            **self._trusted(),
            "team_name": self.team_name,
            "code": self.code,
            "expires": self.expires,
        }
        return PREFIX + to_base64(zlib.compress(canonical_json(value).encode(), 9))

    def _trusted(self) -> dict[str, Any]:
        value: dict[str, Any] = {
            "urls": list(self.urls),
            "team": self.team,
            "hq_id": self.hq,
            "signing_key": to_base64(self.signing_key),
            "recipient": self.recipient,
            "recovery_recipient": self.recovery_recipient,
        }
        if self.tls_pin is not None:
            value["tls_pin"] = self.tls_pin
        if self.packs_root is not None:
            value["packs_root_sha256"] = self.packs_root
        return value

    @classmethod
    def decode(cls, text: str) -> Self:
        """Read an invitation as it was pasted, with whatever spaces and line breaks; raises WireError."""
        with refusing("request.malformed"):
            if len(text) > 2 * MOST_TEXT:
                raise MalformedError("an invitation is too long")
            plain = "".join(text.split())
            if not plain.startswith(PREFIX) or len(plain) > MOST_TEXT:
                raise MalformedError("not an invitation")
            return cls._of(parsed_object(_expanded(from_base64(plain[len(PREFIX) :])), most=_MOST_BYTES))

    @classmethod
    def _of(cls, value: dict[str, Any]) -> Self:
        fields = Fields(value, "invitation")
        urls = fields.list("urls", most=_MOST_URLS)
        if not urls or not all(isinstance(url, str) and is_safe_url(url) for url in urls):
            raise MalformedError("an invitation names no address that is safe")
        recovery = fields.text("recovery_recipient", most=200, default="")
        if not all(
            key.startswith("age1") for key in (fields.text("recipient", most=200), recovery or "age1")
        ):
            raise MalformedError("a key of an invitation does not fit")
        return cls(
            urls=tuple(urls),
            team=fields.id("team"),
            team_name=fields.text("team_name", most=200, default=""),
            code=fields.text("code", least=8, most=200),
            hq=fields.id("hq_id"),
            signing_key=fields.binary("signing_key", size=KEY_BYTES),
            recipient=fields.text("recipient", most=200),
            recovery_recipient=recovery,
            expires=fields.text("expires", most=40),
            tls_pin=fields.hash("tls_pin") if fields.has("tls_pin") else None,
            packs_root=fields.hash("packs_root_sha256") if fields.has("packs_root_sha256") else None,
        )


def is_safe_url(url: str) -> bool:
    """Return whether an address is https, or http on this computer itself, and nothing but an address."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or parts.username or parts.password or parts.query or parts.fragment or not url.isprintable():
        return False
    if parts.scheme == "https":
        return True
    return parts.scheme == "http" and _is_this_computer(host)


def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _expanded(data: bytes) -> bytes:
    expander = zlib.decompressobj()
    try:
        plain = expander.decompress(data, _MOST_BYTES + 1)
    except zlib.error:
        raise MalformedError("not an invitation") from None
    if not expander.eof or expander.unused_data:
        raise MalformedError("not an invitation")
    return plain
