"""The parts that one running headquarters is made of, and how an endpoint gets at them.

They are put together once, in ``headquarters.opening``, and handed to the application. Endpoints ask for them
by type; nothing reads them from a global.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from headquarters.blobs.spool import Spool
from headquarters.blobs.store import BlobStore
from headquarters.clock import Clock
from headquarters.database import Database
from headquarters.identity import Identity
from headquarters.settings import HeadquartersSettings


@dataclass(frozen=True, slots=True)
class Headquarters:
    """A headquarters, opened.

    Attributes:
        settings: How it is set up.
        identity: Its keys.
        epoch: Grows whenever it is restored from a backup.
        database: Open.
        blobs: The stored files.
        spool: Files that have come in part.
        clock: Tells the time.
    """

    settings: HeadquartersSettings
    identity: Identity
    epoch: int
    database: Database
    blobs: BlobStore
    spool: Spool
    clock: Clock


def headquarters_of(request: Request) -> Headquarters:
    """Return the parts of the headquarters that a request came to."""
    parts = request.app.state.headquarters
    assert isinstance(parts, Headquarters)
    return parts


async def _parts_of(request: Request) -> Headquarters:
    # A coroutine, since plain functions are called in another thread, and that costs more than they do.
    return headquarters_of(request)


Parts = Annotated[Headquarters, Depends(_parts_of)]
"""An endpoint's parameter of this type gets the parts."""


def transaction_of(parts: Parts) -> Iterator[Session]:
    """Give a session in a transaction that is durable before the answer goes out."""
    with parts.database.transaction() as session:
        yield session


InTransaction = Annotated[Session, Depends(transaction_of, scope="function")]
"""An endpoint's parameter of this type is a session whose transaction ends, durably, before the answer."""


def looking_of(parts: Parts) -> Iterator[Session]:
    """Give a session that only reads, each statement for itself: two round trips less than a transaction."""
    with parts.database.looking() as session:
        yield session


Looking = Annotated[Session, Depends(looking_of, scope="function")]
"""An endpoint's parameter of this type is a session that reads and writes nothing."""
