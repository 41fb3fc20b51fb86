"""Keeps what was worked out before, the latest used last, within a number of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class ByteCache(Generic[Value]):
    """Values by key, of which the longest unused go first."""

    def __init__(self, limit: int, size_of: Callable[[Value], int]) -> None:
        """Hold nothing yet.

        Args:
            limit: Most bytes.
            size_of: How many bytes a value takes.
        """
        self._limit = limit
        self._size_of = size_of
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self.byte_size = 0

    def get(self, key: Hashable) -> Value | None:
        """Return a value, which counts as used now."""
        value = self._values.get(key)
        if value is not None:
            self._values.move_to_end(key)
        return value

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value; one that is larger than the whole cache is not kept."""
        self.remove(key)
        size = self._size_of(value)
        if size > self._limit:
            return
        self._values[key] = value
        self.byte_size += size
        while self.byte_size > self._limit:
            _, oldest = self._values.popitem(last=False)
            self.byte_size -= self._size_of(oldest)

    def remove(self, key: Hashable) -> None:
        """Let a value go."""
        value = self._values.pop(key, None)
        if value is not None:
            self.byte_size -= self._size_of(value)

    def clear(self) -> None:
        """Let everything go."""
        self._values.clear()
        self.byte_size = 0
