"""Tells the next start whether this version could open a library: by that a bad version is given up.

Only what the version itself may be at fault for counts: a library that it cannot bring up to date, and what
nobody foresaw. A wrong passphrase, a full disk, or a damaged library is none of its doing, and the version
before would do no better.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from engine.errors import SandukuError
from engine.library import MigrationFailedError
from engine.updates.handover import came_up, go_on, stand_by


def is_fault_of_version(error: BaseException) -> bool:
    """Whether the version before may open what this one ended at."""
    return isinstance(error, MigrationFailedError) or (
        isinstance(error, Exception) and not isinstance(error, SandukuError)
    )


@contextmanager
def judged() -> Iterator[None]:
    """Open a library within; the next start learns how that ended, even if this process dies of it.

    Where it goes well, :func:`engine.updates.handover.came_up` is still to be called.
    """
    go_on()
    try:
        yield
    except BaseException as error:
        if not is_fault_of_version(error):
            stand_by()
        raise


@contextmanager
def judged_to_the_end() -> Iterator[None]:
    """Do the same where nothing but the library was to be opened."""
    with judged():
        yield
    came_up()
