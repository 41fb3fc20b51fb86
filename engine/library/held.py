"""Files that a process holds while it does something, so that others know whether it still is at it.

The operating system keeps the lock, and lifts it from whoever was killed or lost power; so none is ever left
over. What stands in a file tells people who holds it. It must never know what is being done.
"""

import contextlib
import errno
import json
import os
import sys
from pathlib import Path
from typing import Any, Self

from engine.library.disk import told_plainly

_HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
"""What the systems say of a lock that another process holds."""
_LOCKED_BYTE = 1 << 20
"""Windows locks bytes and lets nobody else read them, so one is locked where nothing stands."""
_MOST = 4096


class Held:
    """A file that this process holds; the system lets go of it when the process ends, however it ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        """Use :meth:`take` instead."""
        self._path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path, about: dict[str, str] | None = None) -> Self | None:
        """Hold a file, made where it is not there; return None if another holds it.

        Args:
            path: The file.
            about: What others are to read in it; None leaves what stands there.

        Raises:
            LibraryError: The folder takes no files, or no locks.
        """
        with told_plainly(path):
            path.parent.mkdir(exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                _lock(descriptor)
                if about is not None:
                    os.ftruncate(descriptor, 0)
                    os.write(descriptor, json.dumps(about).encode())
            except OSError as error:
                os.close(descriptor)
                if error.errno in _HELD:
                    return None
                raise
            except BaseException:
                os.close(descriptor)
                raise
        return cls(path, descriptor)

    def let_go(self, *, remove: bool = False) -> None:
        """Let others hold it; ``remove`` takes the file away too, where nobody will want it again."""
        if self._descriptor is None:
            return
        os.close(self._descriptor)  # which lifts the lock
        self._descriptor = None
        if remove:
            with contextlib.suppress(OSError):  # An empty file that stays harms nobody.
                self._path.unlink()

    def __del__(self) -> None:
        """Let go of what nobody speaks of any more."""
        self.let_go()


def read_about(path: Path) -> dict[str, str]:
    """Return what whoever holds a file wrote into it; empty where that cannot be read."""
    try:
        with path.open("rb") as stream:
            found: Any = json.loads(stream.read(_MOST))
    except (OSError, ValueError):  # It is only for people, and may be written just now.
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
