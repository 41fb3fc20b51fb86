"""One opened network: what goes in and comes out by name, and runs into memory that the caller holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, Self

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from engine.runtime.errors import ModelUnusableError, telling_failures
from engine.runtime.sessions import CPU, open_session

NUMBERS: MappingProxyType[str, np.dtype[Any]] = MappingProxyType(
    {
        "tensor(float)": np.dtype(np.float32),
        "tensor(float16)": np.dtype(np.float16),
        "tensor(double)": np.dtype(np.float64),
        "tensor(int64)": np.dtype(np.int64),
        "tensor(int32)": np.dtype(np.int32),
        "tensor(uint8)": np.dtype(np.uint8),
        "tensor(int8)": np.dtype(np.int8),
        "tensor(bool)": np.dtype(np.bool_),
    }
)
"""ONNX Runtime's name of a number type -> numpy's."""
ON_DEVICE = MappingProxyType({"cuda": "cuda"})
"""Providers whose results can stay where they were made -> what ONNX Runtime calls that place."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """An input or output of a network.

    Attributes:
        name: In the graph.
        dtype: Of its numbers.
        shape: Length of each axis; a name or None where it may vary.
    """

    name: str
    dtype: np.dtype[Any]
    shape: tuple[int | str | None, ...]


class Runs(Protocol):
    """What can be run like a network."""

    def run(self, feeds: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        """Return every output by name."""
        ...


class Network:
    """A network that was opened on one provider.

    Attributes:
        name: What errors call it.
        provider: What it runs on.
        place: Where its results lie if they are left there, ``cpu`` for common memory.
        inputs: By name, in the graph's order.
        outputs: By name, in the graph's order.
    """

    def __init__(self, session: ort.InferenceSession, *, name: str | Path, provider: str = CPU) -> None:
        """Take a session; raises ModelUnusableError for number types that cannot be held here."""
        self.name = name
        self.provider = provider
        self.place = ON_DEVICE.get(provider, "cpu")
        self.inputs = {each.name: self._tensor(each) for each in session.get_inputs()}
        self.outputs = {each.name: self._tensor(each) for each in session.get_outputs()}
        self._session = session

    @classmethod
    def open(
        cls, model: Path | bytes, *, threads: int = 1, provider: str = CPU, name: str | Path | None = None
    ) -> Self:
        """Open a network; raises what :func:`open_session` does."""
        called = name if name is not None else ("model" if isinstance(model, bytes) else model)
        session = open_session(model, threads=threads, provider=provider, which=called)
        return cls(session, name=called, provider=provider)

    def run(self, feeds: Mapping[str, NDArray[Any]], *, last: bool = False) -> dict[str, NDArray[Any]]:
        """Return every output by name.

        Args:
            feeds: An array for each input.
            last: Whether the memory for what is worked out in between is given back.

        Raises:
            ModelUnusableError: What was put in does not fit the graph.
            ModelMemoryError: There was not enough memory.
        """
        options = None
        if last and self.place == "cpu":
            options = ort.RunOptions()
            options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        with telling_failures(self.name, opening=False):
            results = self._session.run(None, dict(feeds), options)
        return dict(zip(self.outputs, results, strict=True))

    def binding(self) -> "Binding":
        """Return a way to run it into memory that the caller holds."""
        return Binding(self, self._session)

    def _tensor(self, found: ort.NodeArg) -> Tensor:
        dtype = NUMBERS.get(found.type)
        if dtype is None:
            raise ModelUnusableError(
                f"The model uses numbers of a kind unknown to Sanduku ('{found.name}': {found.type}).",
                which=self.name,
                remedy="Choose another variant of the model.",
            )
        return Tensor(found.name, dtype, tuple(found.shape))


class Binding:
    """Inputs and outputs of a network, each tied to memory; what is tied stays so from run to run."""

    def __init__(self, network: Network, session: ort.InferenceSession) -> None:
        """Tie nothing yet."""
        self._network = network
        self._session = session
        self._binding = session.io_binding()
        self._held: dict[str, object] = {}
        self._taken: list[str] = []

    def give(self, name: str, value: NDArray[Any] | ort.OrtValue) -> None:
        """Tie an input; an array must be contiguous, and is held here until another is given."""
        self._held[name] = value
        if isinstance(value, np.ndarray):
            self._binding.bind_input(name, "cpu", 0, value.dtype, value.shape, value.ctypes.data)
        else:
            self._binding.bind_ortvalue_input(name, value)

    def fill(self, name: str, array: NDArray[Any]) -> None:
        """Tie an output to an array, which may be the one that an input is tied to."""
        self._held[f"out {name}"] = array
        self._binding.bind_output(name, "cpu", 0, array.dtype, array.shape, array.ctypes.data)
        self._note(name)

    def take(self, name: str, *, place: str = "cpu") -> None:
        """Let a run make the memory for an output, anew each time this is called."""
        self._binding.bind_output(name, place)
        self._note(name)

    def forget_outputs(self) -> None:
        """Tie no output any more: one that is tied must keep its shape from run to run."""
        self._binding.clear_binding_outputs()
        self._held = {name: value for name, value in self._held.items() if not name.startswith("out ")}
        self._taken.clear()

    def run(self) -> None:
        """Run; raises what :meth:`Network.run` does."""
        with telling_failures(self._network.name, opening=False):
            self._session.run_with_iobinding(self._binding)

    def results(self, names: Sequence[str]) -> list[ort.OrtValue]:
        """Return outputs of the last run that were taken or filled."""
        values = self._binding.get_outputs()
        return [values[self._taken.index(name)] for name in names]

    def _note(self, name: str) -> None:
        if name not in self._taken:
            self._taken.append(name)
