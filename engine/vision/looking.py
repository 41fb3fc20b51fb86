"""Runs the network that looks at pictures, piece by piece."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.runtime import Network
from engine.vision.errors import LookingCancelledError, ModelOutputError
from engine.vision.graphs import choose_output, need, pixel_feeds, read_graph
from engine.vision.pictures import Views


class Eye:
    """A network that makes feature vectors of a picture."""

    def __init__(self, network: Network, *, multiple: int | None = None) -> None:
        """Take an opened network; raises GraphUnknownError if it does not look at pictures.

        Args:
            network: The one that sees.
            multiple: Edge in pixels of what becomes one feature vector, where pictures are of many sizes.
        """
        self._network = network
        self._multiple = multiple
        self._graph = read_graph(network)
        need(network, self._graph, "pixels", "pixel_mask", "grid")
        self._output = choose_output(
            network, self._graph, "image_features", "last_hidden_state", "image_embeds"
        )

    def look(self, views: Views, cancel: Callable[[], bool]) -> NDArray[np.float32]:
        """Return ``(tiles, vectors, size)`` features of a picture.

        One tile is done at a time: more at once take more memory and are no faster on a processor.

        Raises:
            LookingCancelledError: ``cancel`` said so; it is asked before each tile.
            ModelOutputError: The features are no numbers.
            engine.runtime.ModelMemoryError: There was not enough memory.
        """
        parts = []
        for number, tile in enumerate(views.tiles(), start=1):
            if cancel():
                raise LookingCancelledError("Stopped, as you asked.", remedy="Ask again whenever you like.")
            feeds = pixel_feeds(self._graph, tile, self._multiple)
            given = self._network.run(feeds, last=number == views.grid.tiles)[self._output]
            parts.append(given.astype(np.float32, copy=False).reshape(-1, given.shape[-1]))
        features = np.stack(parts)
        if not np.isfinite(features).all():
            raise ModelOutputError(
                "The model gave no usable numbers for this picture.",
                which=self._network.name,
                remedy="Choose another variant of the model, and report this one.",
            )
        return features
