"""Lets one program at a time change the packs; the system lifts the lock of a killed one."""

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
    with _locked(path, "Another program is installing or removing model packs just now.", wait=False):
        yield


@contextmanager
def sole_writer(path: Path) -> Iterator[None]:
    """Hold the lock in a file for as long as one small file is changed; others wait for their turn.

    Raises:
        PacksBusyError: It was not to be had for long; Windows gives up after ten seconds.
    """
    with _locked(path, "Another program is changing the choice of model packs just now.", wait=True):
        yield


@contextmanager
def _locked(path: Path, busy: str, *, wait: bool) -> Iterator[None]:
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("a+b")
    with stream:
        try:
            with writing(path):
                _lock(stream, wait=wait)
        except PacksUnwritableError as error:
            if not isinstance(error.__cause__, OSError) or error.__cause__.errno not in _HELD:
                raise
            raise PacksBusyError(
                busy, which=path.parent, remedy="Wait until it has finished, and do it again."
            ) from error
        yield  # closing the file lifts the lock


def _lock(stream: IO[bytes], *, wait: bool) -> None:
    if sys.platform == "win32":
        import msvcrt

        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
