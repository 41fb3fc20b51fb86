"""Runs the network that writes text, one step after another, and knows where in the text it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.runtime import Binding, ModelMemoryError, ModelUnusableError, Network
from engine.vision.errors import ContextOverflowError, GraphUnknownError, ModelOutputError
from engine.vision.graphs import Place, choose_output, read_graph
from engine.vision.memory import GrowingMemory, SharedMemory, Values, as_array, empty

CHUNK = 64
"""Positions of a prompt that are taken in at once: a cancel is heeded after each chunk.

Four times as many take 14 MB more at the size of SmolVLM-256M, and are at most 2 % faster on a processor."""
AXES = 3
"""Directions in which some models count the places of what is in a picture: time, down, and across."""
PAGE = 256
"""Positions by which shared memory grows."""
WANTED = frozenset(
    {
        "ids",
        "embeddings",
        "mask",
        "positions",
        "cache_positions",
        "hidden",
        "hidden_mask",
        "use_cache",
        "keep",
    }
)

Embed = Callable[[NDArray[np.int64]], NDArray[Any]]
"""``(batch, positions)`` tokens -> ``(batch, positions, size)`` embeddings."""


class Decoder:
    """A network that writes text, and where it is in it.

    Attributes:
        shares: Whether runs read and write the same memory.
        context: Most positions.
    """

    def __init__(self, network: Network, *, context: int, embed: Embed | None = None) -> None:
        """Take an opened network.

        Args:
            network: The decoder.
            context: Most positions that the model was made for.
            embed: Makes embeddings of tokens, if the decoder takes those.

        Raises:
            GraphUnknownError: It wants what nobody can give it.
        """
        self.context = context
        self._network = network
        self.graph = read_graph(network)
        self._logits = choose_output(network, self.graph, "logits")
        self._embed = embed if "embeddings" in self.graph.wants else None
        self._check(embed)
        self._places: NDArray[np.int64] | None = None
        self.shares = self._try_sharing()
        self._binding = network.binding()
        self._fixed: dict[str, NDArray[Any]] = {}
        self._cross: dict[Place, Values] = {}
        self._cross_known = False
        self._memory: SharedMemory | GrowingMemory | None = None
        self._wide: GrowingMemory | None = None

    @property
    def length(self) -> int:
        """Positions so far."""
        return self._memory.length if self._memory is not None else 0

    @property
    def room(self) -> int:
        """Positions that still fit."""
        return self.context - self.length

    @property
    def begun(self) -> bool:
        """Whether there is a text to go on with or to go back in."""
        return self._memory is not None

    def copied(self, length: int) -> dict[Place, NDArray[Any]]:
        """Return what is remembered of the first positions, to begin another time from there."""
        assert self._memory is not None, "not begun"
        return self._memory.copied(length)

    def restart(
        self,
        *,
        expected: int = PAGE,
        start: Mapping[Place, NDArray[Any]] | None = None,
        hidden: NDArray[Any] | None = None,
        cross: Mapping[Place, NDArray[Any]] | None = None,
    ) -> None:
        """Forget everything and begin a new text.

        Args:
            expected: Positions that will probably be needed.
            start: What :meth:`copied` gave for an earlier text that this one begins with.
            hidden: ``(1, positions, size)``: what an encoder gave, to attend to.
            cross: Keys and values of that, if another network gives them.
        """
        self.drop()
        if self.shares:
            pages = -(-expected // PAGE) * PAGE
            self._memory = SharedMemory(self.graph, min(pages, self.context), self.context, start)
        else:
            self._memory = GrowingMemory(self.graph, self._network.place, start)
        if hidden is not None:
            self._tie_hidden(hidden)
        self._cross_known = cross is not None
        for place in self.graph.places("cross"):
            tensor = self.graph.past[place]
            value = empty(tensor, 0) if cross is None else cross[place].astype(tensor.dtype, copy=False)
            self._cross[place] = np.ascontiguousarray(value)

    def drop(self) -> None:
        """Let go of what is remembered."""
        self._memory = None
        self._wide = None
        self._cross, self._cross_known, self._fixed = {}, False, {}
        self._binding = self._network.binding()

    def mark(self) -> None:
        """Keep the present position, so that going back to it costs nothing."""
        if isinstance(self._memory, GrowingMemory):
            self._memory.mark()

    @property
    def axes(self) -> int:
        """In how many directions the places of tokens are counted."""
        positions = self.graph.wants.get("positions")
        return AXES if positions is not None and len(positions.shape) == AXES else 1

    def arrange(self, places: NDArray[np.int64] | None) -> None:
        """Tell where the first tokens of the text stand, for a model that counts in three directions.

        Args:
            places: ``(3, positions)``. The tokens after them stand behind the farthest of these, one after
                another in every direction. None where all tokens stand one after another.
        """
        self._places = places

    def rewind(self, length: int) -> None:
        """Go back to an earlier position; forgets what came after."""
        assert self._memory is not None and length <= self._memory.length, "nothing to go back to"
        self._memory.rewind(length)
        self._wide = None

    def embed(self, tokens: Sequence[int]) -> NDArray[Any]:
        """Return ``(positions, size)`` embeddings of tokens."""
        assert self._embed is not None, "this decoder takes tokens"
        return np.asarray(self._embed(np.array([list(tokens)], np.int64))[0])

    def feed(self, given: Sequence[int] | NDArray[Any]) -> NDArray[np.float32]:
        """Take in tokens, or ``(positions, size)`` embeddings, and return what may come next.

        Returns:
            ``(vocabulary,)``: a number for each token, the larger the more likely.

        Raises:
            ContextOverflowError: There is no room for so many.
            ModelOutputError: The numbers are no numbers.
            engine.runtime.ModelMemoryError: There was not enough memory.
        """
        assert self._memory is not None, "not begun"
        if len(given) > self.room:
            raise overflow(self.length + len(given), self.context)
        if isinstance(given, np.ndarray):
            batch = given[None]
        else:
            ids = np.array([list(given)], np.int64)
            batch = ids if self._embed is None else self._embed(ids)
        try:
            return np.asarray(self._run(self._memory, self._binding, batch)[0])
        except (ModelUnusableError, ModelMemoryError, MemoryError):
            self.drop()
            raise

    def feed_beams(self, tokens: Sequence[int], parents: Sequence[int]) -> NDArray[np.float32]:
        """Take in one token for each of several answers.

        Args:
            tokens: One for each answer.
            parents: Which of the answers so far each goes on from; all 0 at first.

        Returns:
            ``(answers, vocabulary)``.
        """
        assert self._memory is not None, "not begun"
        if self._wide is None:
            self._wide = GrowingMemory(self.graph, "cpu", self._memory.copied(self._memory.length))
            self._binding = self._network.binding()
        self._wide.choose(parents)
        ids = np.array(tokens, np.int64)[:, None]
        batch = self._embed(ids) if self._embed is not None else ids
        return self._run(self._wide, self._binding, batch)

    def _run(
        self, memory: SharedMemory | GrowingMemory, binding: Binding, batch: NDArray[Any]
    ) -> NDArray[np.float32]:
        """Run once over ``(batch, positions[, size])``; returns ``(batch, vocabulary)``."""
        more, wants = batch.shape[1], self.graph.wants
        memory.prepare(binding, more)
        for name, value in self._feeds(memory.length, batch).items():
            binding.give(name, value)
        for name, value in self._fixed.items():
            binding.give(name, _spread(value, len(batch)))
        self._tie_cross(binding, len(batch))
        if "use_cache" in wants:
            tensor = wants["use_cache"]
            binding.give(tensor.name, np.array([memory.length > 0 or self._cross_known], tensor.dtype))
        logits = self._last_logits(binding, len(batch), more)
        if not np.isfinite(logits).all():
            raise ModelOutputError(
                "The model gave no usable numbers, so there is no answer.",
                which=self._network.name,
                remedy="Choose another variant of the model, and report this one.",
            )
        memory.keep(binding, more)
        self._keep_cross(binding)
        return logits

    def _last_logits(self, binding: Binding, rows: int, more: int) -> NDArray[np.float32]:
        """Run, and return ``(rows, vocabulary)`` of the last position."""
        tensor = self._network.outputs[self._logits]
        size = tensor.shape[-1]
        if more == 1 and isinstance(size, int):
            # One position gives one row of numbers: they go where they are read, and nothing is looked for.
            array = np.empty((rows, 1, size), tensor.dtype)
            binding.fill(self._logits, array)
            binding.run()
        else:
            binding.take(self._logits)
            binding.run()
            array = binding.results([self._logits])[0].numpy()
        return np.asarray(array[:, -1, :], dtype=np.float32)

    def _feeds(self, length: int, batch: NDArray[Any]) -> dict[str, NDArray[Any]]:
        """Return what a run over new positions is given, but for what is remembered."""
        wants, (rows, more) = self.graph.wants, batch.shape[:2]
        source = wants["embeddings"] if self._embed is not None else wants["ids"]
        feeds = {source.name: np.ascontiguousarray(batch.astype(source.dtype, copy=False))}
        mask, positions, cached, keep = map(wants.get, ("mask", "positions", "cache_positions", "keep"))
        if mask is not None:
            feeds[mask.name] = np.ones((rows, length + more), mask.dtype)
        if positions is not None:
            placed = self._positions(np.arange(length, length + more), rows)
            feeds[positions.name] = np.ascontiguousarray(placed, positions.dtype)
        if cached is not None:
            feeds[cached.name] = np.arange(length, length + more, dtype=cached.dtype)
        if keep is not None:
            feeds[keep.name] = np.ones((1,) if keep.shape else (), keep.dtype)
        return feeds

    def _positions(self, new: NDArray[np.int64], rows: int) -> NDArray[np.int64]:
        """Return ``(rows, positions)``, or ``(3, rows, positions)`` where three directions are counted."""
        if self.axes == 1:
            return np.tile(new, (rows, 1))
        if self._places is None:
            return np.broadcast_to(new, (AXES, rows, len(new)))
        known = self._places.shape[1]
        after = new - known + int(self._places.max()) + 1
        placed = np.where(new < known, self._places[:, np.minimum(new, known - 1)], after)
        return np.repeat(placed[:, None], rows, axis=1)

    def _tie_hidden(self, hidden: NDArray[Any]) -> None:
        for role, value in (("hidden", hidden), ("hidden_mask", np.ones(hidden.shape[:2]))):
            if role in self.graph.wants:
                tensor = self.graph.wants[role]
                self._fixed[tensor.name] = np.ascontiguousarray(value.astype(tensor.dtype, copy=False))

    def _tie_cross(self, binding: Binding, rows: int) -> None:
        for place, value in self._cross.items():
            binding.give(self.graph.past[place].name, _spread(value, rows) if rows > 1 else value)
            if not self._cross_known and place in self.graph.present:
                binding.take(self.graph.present[place].name)

    def _keep_cross(self, binding: Binding) -> None:
        """Remember the keys and values of the encoder's result from the first run alone.

        Graphs that work in two ways give something for them later too, which is empty and must be ignored.
        """
        if self._cross_known or not self._cross:
            return
        places = [place for place in self._cross if place in self.graph.present]
        names = [self.graph.present[place].name for place in places]
        self._cross.update(zip(places, binding.results(names), strict=True))
        self._cross_known = True
        binding.forget_outputs()

    def _check(self, embed: Embed | None) -> None:
        wants = self.graph.wants
        odd = set(wants) - WANTED
        lacks = "embeddings" in wants and embed is None and "ids" not in wants
        if odd or lacks or not ({"ids", "embeddings"} & set(wants)) or not self.graph.places("self"):
            names = ", ".join(wants[role].name for role in odd) or "no tokens, or no keys and values"
            raise GraphUnknownError(
                f"Sanduku cannot let this network write: it wants {names}.",
                which=self._network.name,
                remedy="Prepare the model again with this version's toolchain, or update Sanduku.",
            )
        positions = wants.get("positions")
        if positions is not None and len(positions.shape) != 2 and positions.shape[:-2] != (AXES,):
            raise GraphUnknownError(
                f"Sanduku cannot let this network write: its positions have the shape {positions.shape}.",
                which=self._network.name,
                remedy="Choose another model.",
            )

    def _try_sharing(self) -> bool:
        """Return whether a run may write into the memory that it reads.

        A graph that can leaves memory that is longer than the text as long as it was. One that cannot makes
        it longer, or fails.
        """
        wants = self.graph.wants
        if {"use_cache", "hidden"} & set(wants) or "mask" not in wants or self._network.place != "cpu":
            return False
        capacity = 4
        feeds: dict[str, NDArray[Any]] = {
            tensor.name: empty(tensor, capacity if place.side == "self" else 1)
            for place, tensor in self.graph.past.items()
        }
        ids = np.zeros((1, 1), np.int64)
        feeds.update(self._feeds(0, self._embed(ids) if self._embed is not None else ids))
        if "hidden_mask" in wants:
            feeds[wants["hidden_mask"].name] = np.ones((1, 1), wants["hidden_mask"].dtype)
        try:
            given = self._network.run(feeds)
        except ModelUnusableError:
            return False
        return all(
            given[self.graph.present[place].name].shape[2] == capacity for place in self.graph.places("self")
        )


def overflow(needed: int, context: int) -> ContextOverflowError:
    """Return the error for a prompt that does not fit."""
    return ContextOverflowError(
        f"The picture and the question are too long for this model ({needed} of {context} tokens).",
        remedy="Look at the picture less closely, or ask a shorter question.",
    )


def _spread(value: Values, rows: int) -> NDArray[Any]:
    """Return the same for each of several answers."""
    array = as_array(value)
    return array if len(array) == rows else np.ascontiguousarray(np.repeat(array[:1], rows, axis=0))
