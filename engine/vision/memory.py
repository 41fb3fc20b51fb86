"""What attention remembers of a text (keys and values), in one of two ways.

Where the graph allows it, each run writes into the same memory that the next one reads, which was made once
for the whole answer: nothing is copied, and going back to an earlier position costs nothing. Otherwise each
run gives new memory with one position more.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from engine.runtime import Binding, Tensor
from engine.vision.graphs import Graph, Place

Values: TypeAlias = "NDArray[Any] | ort.OrtValue"
"""Keys or values, ``(batch, heads, positions, size)``."""


class SharedMemory:
    """Keys and values that each run reads and writes in the same place."""

    def __init__(
        self,
        graph: Graph,
        capacity: int,
        limit: int,
        start: Mapping[Place, NDArray[Any]] | None = None,
    ) -> None:
        """Make room.

        Args:
            graph: Of the network.
            capacity: Positions to begin with.
            limit: To which that may grow.
            start: Keys and values of earlier positions.
        """
        self.length = int(next(iter(start.values())).shape[2]) if start else 0
        self._graph = graph
        self._limit = limit
        self._arrays = self._made(max(capacity, self.length))
        for place, value in (start or {}).items():
            self._arrays[place][:, :, : self.length] = value
        self._tied: Binding | None = None

    def prepare(self, binding: Binding, more: int) -> None:
        """Tie the same memory to what goes in and what comes out, once."""
        if self.length + more > self._capacity:
            self._grow(self.length + more)
        if self._tied is binding:
            return
        for place, array in self._arrays.items():
            binding.give(self._graph.past[place].name, array)
            binding.fill(self._graph.present[place].name, array)
        self._tied = binding

    def keep(self, _binding: Binding, more: int) -> None:
        """Count the new positions: they lie where they belong already."""
        self.length += more

    def rewind(self, length: int) -> None:
        """Go back: later positions will be written over."""
        self.length = length

    def copied(self, length: int) -> dict[Place, NDArray[Any]]:
        """Return copies of the first positions."""
        return {place: array[:, :, :length].copy() for place, array in self._arrays.items()}

    @property
    def _capacity(self) -> int:
        return int(next(iter(self._arrays.values())).shape[2])

    def _made(self, capacity: int) -> dict[Place, NDArray[Any]]:
        return {place: empty(self._graph.past[place], capacity) for place in self._graph.places("self")}

    def _grow(self, needed: int) -> None:
        earlier = self._arrays
        self._arrays = self._made(min(self._limit, max(needed, self._capacity * 3 // 2)))
        for place, array in earlier.items():
            self._arrays[place][:, :, : self.length] = array[:, :, : self.length]
        self._tied = None


class GrowingMemory:
    """Keys and values of which each run gives a new, longer set; one can go back to sets that were marked."""

    def __init__(self, graph: Graph, place: str, start: Mapping[Place, NDArray[Any]] | None = None) -> None:
        """Begin with no positions, or with some.

        Args:
            graph: Of the network.
            place: Where results are left.
            start: Keys and values of earlier positions.
        """
        self._graph = graph
        self._where = place
        if start is None:
            start = {each: empty(graph.past[each], 0) for each in graph.places("self")}
        self._values: dict[Place, Values] = {
            each: np.ascontiguousarray(value) for each, value in start.items()
        }
        self.length = int(next(iter(start.values())).shape[2]) if start else 0
        self._marks: dict[int, dict[Place, Values]] = {self.length: dict(self._values)}

    def prepare(self, binding: Binding, _more: int) -> None:
        """Tie what is remembered, and let the run make new memory."""
        for place, value in self._values.items():
            binding.give(self._graph.past[place].name, value)
            binding.take(self._graph.present[place].name, place=self._where)

    def keep(self, binding: Binding, more: int) -> None:
        """Remember the new set."""
        names = [self._graph.present[place].name for place in self._values]
        self._values = dict(zip(self._values, binding.results(names), strict=True))
        self.length += more

    def mark(self) -> None:
        """Keep the present set, so that going back to it costs nothing."""
        self._marks[self.length] = dict(self._values)

    def rewind(self, length: int) -> None:
        """Go back to a marked set, or cut the present one."""
        if length == self.length:
            return
        marked = self._marks.get(length)
        self._values = dict(marked) if marked is not None else dict(self.copied(length))
        self.length = length
        self._marks = {at: values for at, values in self._marks.items() if at <= length}

    def copied(self, length: int) -> dict[Place, NDArray[Any]]:
        """Return copies of the first positions."""
        kept = {place: as_array(value)[:, :, :length] for place, value in self._values.items()}
        return {place: np.ascontiguousarray(value) for place, value in kept.items()}

    def choose(self, parents: Sequence[int]) -> None:
        """Let each answer go on from one of the answers so far."""
        index = list(parents)
        if index != list(range(len(index))) or self._batch != len(index):
            self._values = {
                place: np.ascontiguousarray(as_array(value)[index]) for place, value in self._values.items()
            }
        self._marks = {}

    @property
    def _batch(self) -> int:
        value = next(iter(self._values.values()))
        return int(value.shape[0] if isinstance(value, np.ndarray) else value.shape()[0])


def empty(tensor: Tensor, positions: int) -> NDArray[Any]:
    """Return keys or values of so many positions that say nothing."""
    heads, size = tensor.shape[1], tensor.shape[3]
    assert isinstance(heads, int) and isinstance(size, int), "read_graph asks for them"
    return np.zeros((1, heads, positions, size), tensor.dtype)


def as_array(value: Values) -> NDArray[Any]:
    """Return numbers as an array, copied if they lie elsewhere."""
    return value if isinstance(value, np.ndarray) else np.asarray(value.numpy())
