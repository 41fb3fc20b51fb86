"""Lets one program at a time install and remove packs; the system lifts the lock of a killed one."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from engine.packs.errors import PacksBusyError, PacksUnwritableError
from engine.packs.staging import writing

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What the systems say of a lock that another program holds."""


@contextmanager
def sole_installer(path: Path) -> Iterator[None]:
    """Hold the lock in a file; raises PacksBusyError if another program holds it."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("a+b")
    with stream:
        try:
            with writing(path):
                _lock(stream)
        except PacksUnwritableError as error:
            if not isinstance(error.__cause__, OSError) or error.__cause__.errno not in _HELD:
                raise
            raise PacksBusyError(
                "Another program is installing or removing model packs just now.",
                which=path.parent.parent,
                remedy="Wait until it has finished, and do it again.",
            ) from error
        yield  # closing the file lifts the lock


def _lock(stream: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
