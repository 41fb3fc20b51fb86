"""Keeps what hostile metadata makes of the libraries that read it from looking like a fault of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from securesystemslib.exceptions import Error as KeyLibraryError
from tuf.api.exceptions import RepositoryError


@contextmanager
def refused() -> Iterator[None]:
    """Turn every complaint about metadata into a ValueError."""
    try:
        yield
    except (
        RepositoryError,
        KeyLibraryError,
        KeyError,
        TypeError,
        AttributeError,
        ValueError,
        OverflowError,
        RecursionError,
    ) as error:
        raise ValueError(str(error) or type(error).__name__) from error
