"""Does with the library what a test may and the window may not, in another thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from desktop.access import LibraryDoor
from engine.library import Library


def elsewhere(work: Callable):
    """Do something with the library as a test may, but the window not: in another thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def with_library(door: LibraryDoor, work: Callable[[Library], object]):
    """Do something in a handle of its own, as another program would."""

    def opened():
        with door.open() as library:
            return work(library)

    return elsewhere(opened)
