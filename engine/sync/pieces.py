"""Takes a file from headquarters in pieces, each asked for by its place: a cut costs one piece at most."""

from collections.abc import Iterator

from engine.sync.errors import RefusedError
from engine.sync.postman import Postman
from engine.sync.transport import LinkError

LEAST, MOST = 32 << 10, 1 << 20
"""Bytes of a piece: smaller after each cut, larger after each one that came."""
_FIRST = 256 << 10
_TRIES = 8


def pieces(postman: Postman, sha256: str, start: int, size: int) -> Iterator[bytes]:
    """Yield a file from a byte on; a piece that does not come is asked for again some times.

    Args:
        postman: Carries messages, within the data of the day.
        sha256: Of the file.
        start: The first byte that is missing.
        size: Of the whole file, in bytes.

    Raises:
        LinkError: The link broke again and again.
        BudgetSpentError: The data of the day is used.
        Refused: Headquarters does not give it.
        RefusedError: It gives something else.
    """
    length, failures = _FIRST, 0
    while start < size:
        last = min(size, start + postman.room(length)) - 1
        try:
            reply = postman.get(
                f"/v1/blobs/{sha256}", headers={"range": f"bytes={start}-{last}"}, most=length + 1024
            )
        except LinkError:
            failures += 1
            if failures == _TRIES:
                raise
            length = max(LEAST, length // 2)
            continue
        if not reply.body or len(reply.body) > last - start + 1:
            raise damaged(postman.host, sha256)
        yield reply.body
        start += len(reply.body)
        length, failures = min(MOST, length * 2), 0


def damaged(host: str, sha256: str) -> RefusedError:
    """Return the error for a file that is not the one that was asked for."""
    return RefusedError(
        "Headquarters gave another file than the one that was asked for.",
        which=f"{host}, {sha256[:12]}",
        remedy="Try again; if it happens again, tell headquarters.",
    )
