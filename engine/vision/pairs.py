"""A model that puts pictures and texts into one space, so that they can be compared."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.packs import ImageText, Pack, PackMissingError, TextSide
from engine.runtime import CPU, Network, give_back_memory
from engine.vision.errors import LookingCancelledError, ModelOutputError
from engine.vision.graphs import choose_output, need, pixel_feeds, read_graph
from engine.vision.opening import open_networks
from engine.vision.pictures import prepare
from engine.vision.text import Text, open_text

FAMILY = "dual-encoder"


def never() -> bool:
    """Say that nobody wants to stop."""
    return False


class EncoderPair:
    """An opened encoder of pictures with its encoder of texts; it must be used by one thread at a time.

    Attributes:
        pack_id: Of the pack.
        precision: Which of its precisions.
        scale: What the product of two rows is multiplied by, to compare a picture with several texts.
        bias: What is then added.
    """

    def __init__(self, pack: Pack, precision: str, threads: int, provider: str) -> None:
        """Open it; see :meth:`open`."""
        plan = pack.image_text
        if plan.family != FAMILY or plan.text is None:
            raise PackMissingError(
                "This model answers questions and cannot compare pictures with words.",
                which=pack.folder,
                remedy="Choose another pack.",
            )
        opened = open_networks(pack, precision, threads=threads, provider=provider, cancelled=never)
        self.pack_id = pack.id
        self.precision = precision
        self.scale = plan.text.scale
        self.bias = plan.text.bias
        self._images = _ImageSide(opened.networks["image_encoder"], plan)
        self._texts = _TextEncoder(opened.networks["text_encoder"], plan, plan.text, open_text(pack))

    @classmethod
    def open(cls, pack: Pack, *, precision: str | None = None, threads: int = 1, provider: str = CPU) -> Self:
        """Open a precision of a pack; raises what :meth:`engine.vision.ImageTextModel.open` does."""
        name, _ = pack.precision(precision)
        return cls(pack, name, threads, provider)

    def embed_images(
        self, images: Sequence[NDArray[np.uint8]], *, cancel: Callable[[], bool] = never
    ) -> NDArray[np.float32]:
        """Return ``(images, size)`` rows of length 1 for ``(height, width, 3)`` RGB pictures.

        Raises:
            PictureUnusableError: A picture has no pixels.
            LookingCancelledError: ``cancel`` said so; it is asked before each picture.
            ModelOutputError: The model gave no usable numbers.
        """
        return _rows([self._images.vector(image) for image in _while_wanted(images, cancel)])

    def embed_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return ``(texts, size)`` rows of length 1; raises ModelOutputError."""
        return _rows([self._texts.vector(text) for text in texts])

    def close(self) -> None:
        """Let the networks go."""
        del self._images, self._texts
        give_back_memory()


class _ImageSide:
    """Makes one vector of a picture."""

    def __init__(self, network: Network, plan: ImageText) -> None:
        self._network = network
        self._plan = plan
        self._graph = read_graph(network)
        need(network, self._graph, "pixels", "pixel_mask")
        self._output = choose_output(
            network, self._graph, "image_embeds", "pooler_output", "image_features", "embedding"
        )

    def vector(self, image: NDArray[np.uint8]) -> NDArray[np.float32]:
        views = prepare(image, self._plan.preprocess, 1)
        given = self._network.run(pixel_feeds(self._graph, views.pixels))[self._output]
        pooling = self._plan.text.pooling if self._plan.text is not None else "none"
        return _pooled(given, pooling, given.shape[1] if given.ndim == 3 else 1)


class _TextEncoder:
    """Makes one vector of a text."""

    def __init__(self, network: Network, plan: ImageText, side: TextSide, text: Text) -> None:
        self._network = network
        self._plan = plan
        self._side = side
        self._text = text
        self._graph = read_graph(network)
        need(network, self._graph, "ids", "mask", "positions")
        self._output = choose_output(
            network, self._graph, "text_embeds", "pooler_output", "text_features", "embedding"
        )

    def vector(self, text: str) -> NDArray[np.float32]:
        tokens = self._tokens(text)
        count, length = len(tokens), self._side.max_length
        if self._side.pad_to_max:
            tokens += [self._plan.tokens.pad or 0] * (length - count)
        made: dict[str, NDArray[Any]] = {
            "ids": np.array([tokens]),
            "mask": (np.arange(len(tokens)) < count)[None],
            "positions": np.arange(len(tokens))[None],
        }
        feeds = {
            tensor.name: np.ascontiguousarray(made[role].astype(tensor.dtype))
            for role, tensor in self._graph.wants.items()
        }
        given = self._network.run(feeds)[self._output]
        return _pooled(given, self._side.pooling, self._last(tokens, count) + 1)

    def _tokens(self, text: str) -> list[int]:
        plain = self._text.harmless(text.lower() if self._side.lower else text)
        tokens = self._text.tokens(plain, complete=True)
        if len(tokens) <= self._side.max_length:
            return tokens
        # What ends every text must still end one that is cut.
        end = tokens[-1:] if tokens[-1] in self._plan.tokens.eos else []
        return [*tokens[: self._side.max_length - len(end)], *end]

    def _last(self, tokens: list[int], count: int) -> int:
        if self._side.pooling == "eos":
            for at, token in enumerate(tokens[:count]):
                if token in self._plan.tokens.eos:
                    return at
        return count - 1


def _pooled(given: NDArray[Any], pooling: str, count: int) -> NDArray[np.float32]:
    """Return one vector of ``(1, size)``, or of the first ``count`` of ``(1, positions, size)``."""
    values = given.astype(np.float32)[0]
    if values.ndim == 1:
        return np.asarray(values)
    if pooling == "first":
        return np.asarray(values[0])
    if pooling in ("last", "eos"):
        return np.asarray(values[count - 1])
    return np.asarray(values[:count].mean(axis=0))


def _rows(vectors: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    if not vectors:
        return np.zeros((0, 0), np.float32)
    rows = np.stack(vectors)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not np.isfinite(rows).all() or not (lengths > 0).all():
        raise ModelOutputError(
            "The model gave no usable numbers for a picture or a text.",
            remedy="Choose another variant of the model, and report this one.",
        )
    return np.asarray(rows / lengths, dtype=np.float32)


def _while_wanted(
    images: Sequence[NDArray[np.uint8]], cancel: Callable[[], bool]
) -> Iterator[NDArray[np.uint8]]:
    for image in images:
        if cancel():
            raise LookingCancelledError("Stopped, as you asked.", remedy="Begin again whenever you like.")
        yield image
