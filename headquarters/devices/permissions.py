"""Permissions: what a device signs to get one, what it shows with each request, how it gets the next.

A device signs a challenge that is good once. It gets a short permission (a JWT that headquarters signs)
and what renews it once. Who renews with something that was used before is either a thief or was robbed:
then everything that came of that signature ends at once, and the true device signs anew.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import OKPKey
from sqlalchemy import Connection, bindparam, delete, exists, select
from sqlalchemy.orm import Session

from engine.sync.wire import enrolment as wire
from engine.sync.wire.errors import WireError
from engine.sync.wire.parsing import from_base64
from headquarters.clock import Clock
from headquarters.devices.registry import living_device
from headquarters.devices.tables import Challenge, Device, RefreshToken
from headquarters.ids import random_id
from headquarters.parts import Headquarters

CHALLENGE_SECONDS = 300
REMEMBERED = 4096
"""Permissions whose signature need not be verified anew; each takes about a kilobyte."""
ALGORITHM = "Ed25519"
_USE = "sanduku-device"
_HOLDER = select(
    Device.id,
    Device.team_id,
    Device.library_id,
    Device.stream_id,
    Device.last_seen_at,
    Device.revoked_at,
    exists().where(RefreshToken.family == bindparam("family")).label("known"),
).where(Device.id == bindparam("device"))
"""Asked with every request: one statement."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a permission says.

    Attributes:
        device: Whose it is.
        family: The signature that it came of.
    """

    device: str
    family: str


class AccessTokens:
    """Makes and reads the permissions that devices show.

    Args:
        signing_key: Of headquarters, 32 bytes.
        hq_id: Its id.
        clock: Tells the time; no other clock counts.
    """

    def __init__(self, signing_key: bytes, hq_id: str, clock: Clock) -> None:
        private = Ed25519PrivateKey.from_private_bytes(signing_key)
        self._key = OKPKey.import_key(
            private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        self._hq_id = hq_id
        self._clock = clock
        # A laptop shows the same permission many times in a row; only its signature is remembered here.
        self._content = lru_cache(maxsize=REMEMBERED)(self._signed_content)

    def issue(self, claims: Claims, seconds: int) -> str:
        """Return a permission that is good for so long."""
        now = int(self._clock.now().timestamp())
        content = {
            "iss": self._hq_id,
            "use": _USE,
            "sub": claims.device,
            "fam": claims.family,
            "iat": now,
            "exp": now + seconds,
        }
        return jwt.encode({"alg": ALGORITHM, "typ": "JWT"}, content, self._key, algorithms=[ALGORITHM])

    def read(self, token: str) -> Claims:
        """Return what a permission says; raises WireError ``auth.expired`` or ``auth.refused``."""
        try:
            content = self._content(token)
            jwt.JWTClaimsRegistry(
                now=int(self._clock.now().timestamp()),
                iss={"essential": True, "value": self._hq_id},
                use={"essential": True, "value": _USE},
                exp={"essential": True},
                sub={"essential": True},
                fam={"essential": True},
            ).validate(content)
        except ExpiredTokenError:
            raise WireError("auth.expired") from None
        except (JoseError, ValueError, TypeError):  # ValueError: text that is no base64, or no JSON
            raise WireError("auth.refused") from None
        if not isinstance(content["sub"], str) or not isinstance(content["fam"], str):
            raise WireError("auth.refused")
        return Claims(content["sub"], content["fam"])

    def _signed_content(self, token: str) -> dict[str, Any]:
        return jwt.decode(token, self._key, algorithms=[ALGORITHM]).claims


def new_challenge(session: Session, device_id: str, clock: Clock) -> wire.Challenge:
    """Return what a device is to sign; raises WireError if there is no such device or it was shut out."""
    living_device(session, device_id)
    now = clock.now()
    session.execute(delete(Challenge).where(Challenge.expires_at < now))
    challenge = secrets.token_hex(32)
    session.add(
        Challenge(
            challenge_hash=_hash(challenge),
            device_id=device_id,
            expires_at=now + timedelta(seconds=CHALLENGE_SECONDS),
        )
    )
    return wire.Challenge(challenge, CHALLENGE_SECONDS)


def permit(headquarters: Headquarters, tokens: AccessTokens, request: wire.TokenRequest) -> wire.Tokens:
    """Return the permission of a device that signed a challenge.

    The challenge is used up whatever comes of it.

    Raises:
        WireError: ``auth.refused``, ``device.unknown`` or ``device.revoked``.
    """
    with headquarters.database.transaction() as session:
        device = living_device(session, request.device)
        expires = session.scalar(
            delete(Challenge)
            .where(
                Challenge.challenge_hash == _hash(request.challenge), Challenge.device_id == request.device
            )
            .returning(Challenge.expires_at)
        )
        public_key = device.public_key
    if expires is None or expires < headquarters.clock.now():
        raise WireError("auth.refused", "no such challenge")
    if not request.is_by(from_base64(public_key), hq=headquarters.identity.hq_id):
        raise WireError("auth.refused", "the signature does not hold")
    with headquarters.database.transaction() as session:
        session.execute(delete(RefreshToken).where(RefreshToken.expires_at < headquarters.clock.now()))
        return _next(session, headquarters, tokens, Claims(request.device, random_id()))


def renew(headquarters: Headquarters, tokens: AccessTokens, refresh: str) -> wire.Tokens:
    """Return the next permission.

    Raises:
        WireError: ``auth.refused``, ``auth.expired``, ``device.revoked``, or ``auth.reused``: then everything
            that came of the same signature has ended.
    """
    now = headquarters.clock.now()
    with headquarters.database.transaction() as session:
        row = session.scalar(
            select(RefreshToken).where(RefreshToken.token_hash == _hash(refresh)).with_for_update()
        )
        if row is None:
            raise WireError("auth.refused", "no such refresh token")
        living_device(session, row.device_id)
        if row.used_at is None:
            if row.expires_at < now:
                raise WireError("auth.expired")
            row.used_at = now
            return _next(session, headquarters, tokens, Claims(row.device_id, row.family))
        session.execute(delete(RefreshToken).where(RefreshToken.family == row.family))
    raise WireError("auth.reused")


@dataclass(frozen=True, slots=True)
class Holder:
    """The device whose permission it is.

    Attributes:
        device_id: As headquarters calls it.
        team_id: Its team.
        library_id: Its library.
        stream_id: The stream that took its changes the last time, or None.
        last_seen_at: When it was last noted to have come by.
    """

    device_id: str
    team_id: str
    library_id: str
    stream_id: str | None
    last_seen_at: datetime


def holder(connection: Connection, claims: Claims) -> Holder:
    """Return the device whose permission it is; raises WireError if that has ended.

    It ends when the device is shut out, and when its family was withdrawn.
    """
    row = connection.execute(_HOLDER, {"device": claims.device, "family": claims.family}).one_or_none()
    if row is None:
        raise WireError("auth.refused", "no such device")
    if row.revoked_at is not None:
        raise WireError("device.revoked")
    if not row.known:
        raise WireError("auth.refused", "the permission was withdrawn")
    return Holder(row.id, row.team_id, row.library_id, row.stream_id, row.last_seen_at)


def _next(session: Session, headquarters: Headquarters, tokens: AccessTokens, claims: Claims) -> wire.Tokens:
    now, settings = headquarters.clock.now(), headquarters.settings
    refresh = secrets.token_urlsafe(32)
    session.add(
        RefreshToken(
            token_hash=_hash(refresh),
            family=claims.family,
            device_id=claims.device,
            issued_at=now,
            expires_at=now + timedelta(days=settings.refresh_days),
            used_at=None,
        )
    )
    seconds = settings.access_minutes * 60
    return wire.Tokens(tokens.issue(claims, seconds), refresh, seconds)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
