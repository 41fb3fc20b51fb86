"""A stream between two threads: one packs or unpacks, the other encrypts or decrypts.

Libraries for archives and for encryption each want to lead; with a pipe between both can. What goes wrong in
the other thread is raised in the one that asked.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast


@contextmanager
def drained(drain: Callable[[BinaryIO], None]) -> Iterator[BinaryIO]:
    """Give the writing end of a pipe that another thread reads; what went wrong there is raised here.

    If whoever writes fails, the other thread finds an end, and what it made of it is for nothing.
    """
    reading, writing = os.pipe()
    failures: list[BaseException] = []

    def work() -> None:
        with os.fdopen(reading, "rb") as source:
            try:
                drain(source)
            except BaseException as error:  # noqa: BLE001 - raised anew by whoever writes
                failures.append(error)

    thread = threading.Thread(target=work, name="bundle", daemon=True)
    thread.start()
    target = os.fdopen(writing, "wb", buffering=0)
    try:
        yield cast("BinaryIO", target)
    except BaseException as error:
        target.close()
        thread.join()
        if failures and isinstance(error, BrokenPipeError):  # What went wrong first.
            raise failures[0] from error
        raise
    target.close()
    thread.join()
    if failures:
        raise failures[0]


@contextmanager
def piped(fill: Callable[[BinaryIO], None]) -> Iterator[BinaryIO]:
    """Give the reading end of a pipe that another thread fills; what went wrong there is raised here.

    Whoever reads to the end sees the error instead of a stream that merely ends.
    """
    reading, writing = os.pipe()
    failures: list[BaseException] = []

    def work() -> None:
        try:
            with os.fdopen(writing, "wb") as target:  # Closing it writes what is left, which can fail too.
                fill(target)
        except BrokenPipeError:  # Whoever reads has seen enough, and says so by itself.
            pass
        except BaseException as error:  # noqa: BLE001 - raised anew by whoever reads
            failures.append(error)

    thread = threading.Thread(target=work, name="bundle", daemon=True)
    thread.start()
    source = os.fdopen(reading, "rb")
    try:
        yield cast("BinaryIO", _Checked(source, thread, failures))
    except BaseException as error:
        source.close()
        thread.join()
        gone = isinstance(error, GeneratorExit)  # Whoever read has heard of it, or wants no more.
        if failures and failures[0] is not error and not gone:
            raise failures[0] from error  # What went wrong first, and not what followed from it.
        raise
    source.close()
    thread.join()
    if failures:
        raise failures[0]


class _Checked:
    """A stream whose end is one only if whoever filled it did not fail."""

    def __init__(self, source: BinaryIO, thread: threading.Thread, failures: list[BaseException]) -> None:
        self._source = source
        self._thread = thread
        self._failures = failures

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        if not data and size:
            self._thread.join()
            if self._failures:
                raise self._failures[0]
        return data
