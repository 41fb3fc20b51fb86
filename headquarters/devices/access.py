"""Who asks: the laptop behind a request, from the permission that it shows.

Each request is checked against the database, so that whoever was shut out is refused at once. An
endpoint that takes a :data:`ThisLaptop` sees nothing of other teams as long as it keeps to that laptop's
team.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import update

from engine.sync.wire.errors import WireError
from headquarters.devices.permissions import AccessTokens, Claims, holder
from headquarters.devices.tables import Device
from headquarters.parts import Headquarters, headquarters_of
from headquarters.protection.rates import Rates

SEEN_EVERY = timedelta(minutes=1)
"""When a device was last seen is written no more often than this."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """The device that asks.

    Attributes:
        device_id: As headquarters calls it.
        team_id: Its team.
        library_id: Its library.
        stream_id: The stream that took its changes the last time, where that is known.
    """

    device_id: str
    team_id: str
    library_id: str
    stream_id: str | None = None

    @property
    def actor(self) -> str:
        """How the audit log calls it."""
        return f"device:{self.device_id}"


def access_tokens(request: Request) -> AccessTokens:
    """Return what makes and reads permissions."""
    tokens = request.app.state.access_tokens
    assert isinstance(tokens, AccessTokens)
    return tokens


async def _access_tokens(request: Request) -> AccessTokens:
    return access_tokens(request)  # see ``parts``: it needs no thread


Tokens = Annotated[AccessTokens, Depends(_access_tokens)]


def rates_of(request: Request) -> Rates:
    """Return what counts how often somebody asks."""
    rates = request.app.state.rates
    assert isinstance(rates, Rates)
    return rates


async def _rates_of(request: Request) -> Rates:
    return rates_of(request)


CountedRates = Annotated[Rates, Depends(_rates_of)]


def shown_claims(request: Request) -> Claims:
    """Return what the permission says that a request shows; raises WireError unless it is one of ours."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise WireError("auth.required")
    return access_tokens(request).read(token.strip())


def admitted(request: Request, claims: Claims) -> Laptop:
    """Return the laptop that a permission is for, and count its request; raises WireError if it may not ask.

    That its permission is one of ours is not enough: it may have been shut out since.
    """
    parts = headquarters_of(request)
    now = parts.clock.now()
    with parts.database.reading() as connection:
        found = holder(connection, claims)
        if now - found.last_seen_at >= SEEN_EVERY:
            connection.execute(update(Device).where(Device.id == found.device_id).values(last_seen_at=now))
    request.state.device = found.device_id
    rates_of(request).count_device(found.device_id)
    return Laptop(found.device_id, found.team_id, found.library_id, found.stream_id)


def refuse_if_shut_out(parts: Headquarters, claims: Claims) -> None:
    """Raise WireError if whoever a permission is for was shut out since it was admitted."""
    with parts.database.reading() as connection:
        holder(connection, claims)


def this_laptop(request: Request) -> Laptop:
    """Return the laptop that asks; raises WireError if it may not."""
    return admitted(request, shown_claims(request))


def stranger(request: Request, rates: CountedRates) -> None:
    """Count a request that nobody has signed; raises WireError if there are too many from one address."""
    rates.count_stranger(request.client.host if request.client else "unknown")


ThisLaptop = Annotated[Laptop, Depends(this_laptop)]
"""An endpoint's parameter of this type is the laptop that asks; without one the request is refused."""
