"""What a running headquarters does by itself: removes what was erased, what is too old, what nobody ended.

One process does it at a time, whichever holds the lock in the database. Nothing of it is needed for an
answer to a laptop; it can fail, and is tried again.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError

from engine.errors import SandukuError
from headquarters.blobs.erasing import sweep
from headquarters.devices.tables import Challenge, RefreshToken
from headquarters.operations.erasure_list import keep_list
from headquarters.parts import Headquarters
from headquarters.review.erasing import keep_to_retention

EVERY_SECONDS = 600.0
_LOCK = 7_263_548_190_115_009
_LOG = logging.getLogger(__name__)


def maintain(headquarters: Headquarters) -> dict[str, int]:
    """Do all that is due once, and return what was removed: records past their time, files, tokens."""
    with headquarters.database.alone(_LOCK) as held:
        if not held:
            return {}
        now, records = headquarters.clock.now(), 0
        while True:
            with headquarters.database.transaction() as session:
                done = keep_to_retention(session, now)
            records += done
            if not done:
                break
        with headquarters.database.transaction() as session:
            tokens = len(
                session.scalars(
                    delete(RefreshToken).where(RefreshToken.expires_at < now).returning(RefreshToken.family)
                ).all()
            )
            session.execute(delete(Challenge).where(Challenge.expires_at < now))
        try:
            files = sweep(headquarters)
        finally:  # Neither waits for what keeps the other from being done.
            with headquarters.database.looking() as session:
                keep_list(session, headquarters.settings.erasures)
        return {"records": records, "files": files, "tokens": tokens}


@contextmanager
def maintained(headquarters: Headquarters, every: float = EVERY_SECONDS) -> Iterator[None]:
    """Have it done again and again, in a thread of its own, while the block lasts."""
    ended = threading.Event()

    def work() -> None:
        while not ended.wait(every):
            try:
                removed = maintain(headquarters)
            except (SandukuError, SQLAlchemyError, OSError) as error:
                _LOG.warning("maintenance failed and is tried again", exc_info=error)
            else:
                _LOG.info("maintained", extra={"count": sum(removed.values())})

    thread = threading.Thread(target=work, name="maintenance")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
