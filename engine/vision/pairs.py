"""A model that puts pictures and texts into one space, so that they can be compared."""

from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.packs import ImageText, Pack, PackMissingError, TextSide
from engine.packs.accelerators import Accelerators
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
        providers: What each of its networks runs on, by role.
        verdicts: What was found about accelerators, by role.
        scale: What the product of two rows is multiplied by, to compare a picture with several texts.
        bias: What is then added.
    """

    def __init__(
        self, pack: Pack, precision: str, threads: int, provider: str, accelerators: Accelerators | None
    ) -> None:
        """Open it; see :meth:`open`."""
        plan = pack.image_text
        if plan.family != FAMILY or plan.text is None:
            raise PackMissingError(
                "This model answers questions and cannot compare pictures with words.",
                which=pack.folder,
                remedy="Choose another pack.",
            )
        opened = open_networks(
            pack, precision, threads=threads, provider=provider, cancelled=never, accelerators=accelerators
        )
        self.providers = MappingProxyType({role: each.provider for role, each in opened.networks.items()})
        self.verdicts = opened.verdicts
        self.pack_id = pack.id
        self.precision = precision
        self.scale = plan.text.scale
        self.bias = plan.text.bias
        self._images = _ImageSide(opened.networks["image_encoder"], plan)
        self._texts = _TextEncoder(opened.networks["text_encoder"], plan, plan.text, open_text(pack))

    @classmethod
    def open(
        cls,
        pack: Pack,
        *,
        precision: str | None = None,
        threads: int = 1,
        provider: str = CPU,
        accelerators: Accelerators | None = None,
    ) -> Self:
        """Open a precision of a pack; raises what :meth:`engine.vision.ImageTextModel.open` does."""
        name, _ = pack.precision(precision)
        return cls(pack, name, threads, provider, accelerators)

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
        return _pooled(given, pooling, range(given.shape[1] if given.ndim == 3 else 1))


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
        tokens, counts = tokens_of(text, self._text, self._plan)
        made: dict[str, NDArray[Any]] = {
            "ids": np.array([tokens]),
            "mask": np.array([counts]),
            "positions": np.arange(len(tokens))[None],
        }
        feeds = {
            tensor.name: np.ascontiguousarray(made[role].astype(tensor.dtype))
            for role, tensor in self._graph.wants.items()
        }
        given = self._network.run(feeds)[self._output]
        own = [at for at, counted in enumerate(counts) if counted]
        ends = [at for at in own if tokens[at] in self._plan.tokens.eos]
        return _pooled(given, self._side.pooling, own, end=ends[0] if ends else own[-1])


def tokens_of(text: str, words: Text, plan: ImageText) -> tuple[list[int], list[bool]]:
    """Return the tokens of a text for a dual encoder, and which of them are the text and no filling."""
    side = plan.text
    assert side is not None, "the manifest's reader asks for it"
    tokens = words.tokens(words.harmless(text.lower() if side.lower else text), complete=True)
    if len(tokens) > side.max_length:
        # What ends every text must still end one that is cut.
        end = tokens[-1:] if tokens[-1] in plan.tokens.eos else []
        tokens = [*tokens[: side.max_length - len(end)], *end]
    filled = (side.max_length - len(tokens)) * int(side.pad_to_max)
    filling, own = [plan.tokens.pad or 0] * filled, [True] * len(tokens)
    if side.pad_left:
        return [*filling, *tokens], [False] * filled + own
    return [*tokens, *filling], own + [False] * filled


def _pooled(
    given: NDArray[Any], pooling: str, own: Sequence[int], *, end: int | None = None
) -> NDArray[np.float32]:
    """Return one vector of ``(1, size)``, or of the own places of ``(1, positions, size)``.

    Args:
        given: By the network.
        pooling: As the manifest calls it.
        own: Places that are no filling, in order.
        end: Place of the token that ends a text; None for the last place.
    """
    values = given.astype(np.float32)[0]
    if values.ndim == 1:
        return np.asarray(values)
    if pooling == "first":
        return np.asarray(values[own[0]])
    if pooling == "last" or (pooling == "eos" and end is None):
        return np.asarray(values[own[-1]])
    if pooling == "eos":
        return np.asarray(values[end])
    return np.asarray(values[list(own)].mean(axis=0))


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
