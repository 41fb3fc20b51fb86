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
from headquarters.devices.permissions import AccessTokens, holder
from headquarters.devices.tables import Device
from headquarters.parts import Headquarters, Parts
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


Tokens = Annotated[AccessTokens, Depends(access_tokens)]


def rates_of(request: Request) -> Rates:
    """Return what counts how often somebody asks."""
    rates = request.app.state.rates
    assert isinstance(rates, Rates)
    return rates


CountedRates = Annotated[Rates, Depends(rates_of)]


def this_laptop(request: Request, parts: Parts, tokens: Tokens, rates: CountedRates) -> Laptop:
    """Return the laptop that asks; raises WireError if it may not."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise WireError("auth.required")
    laptop = _laptop(parts, tokens, token.strip())
    request.state.device = laptop.device_id
    rates.count_device(laptop.device_id)
    return laptop


def stranger(request: Request, rates: CountedRates) -> None:
    """Count a request that nobody has signed; raises WireError if there are too many from one address."""
    rates.count_stranger(request.client.host if request.client else "unknown")


ThisLaptop = Annotated[Laptop, Depends(this_laptop)]
"""An endpoint's parameter of this type is the laptop that asks; without one the request is refused."""


def _laptop(parts: Headquarters, tokens: AccessTokens, token: str) -> Laptop:
    claims, now = tokens.read(token), parts.clock.now()
    with parts.database.reading() as connection:
        found = holder(connection, claims)
        if now - found.last_seen_at >= SEEN_EVERY:
            connection.execute(update(Device).where(Device.id == found.device_id).values(last_seen_at=now))
    return Laptop(found.device_id, found.team_id, found.library_id, found.stream_id)
