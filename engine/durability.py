"""Has what was written reach the disk itself, on every system and every kind of disk.

It must never know what is in the files.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_HAS_NO_SUCH_CALL = {errno.EBADF, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
"""What shares and sticks answer whose file system cannot flush a folder by itself."""


def sync(descriptor: int) -> None:
    """Return when everything that was written to an open file is on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync leaves the data in the drive's own cache. Shares and some sticks know nothing else.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk itself, as far as its file system can tell."""
    if sys.platform == "win32":  # Windows has no such call; NTFS journals its names.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync(descriptor)
    except OSError as error:
        if error.errno not in _HAS_NO_SUCH_CALL:
            raise
    finally:
        os.close(descriptor)
