"""The ways in which image-text models are put together, as a table: each takes in a picture and a prompt.

Which family a model belongs to, and all else that is its own, stands in the manifest. Nothing asks for a
model by name.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.packs import ImageText
from engine.runtime import Network
from engine.vision.caching import ByteCache
from engine.vision.decoder import AXES, CHUNK, Decoder, Embed, overflow
from engine.vision.errors import LookingCancelledError, PackUnfitError
from engine.vision.graphs import Place, choose_output, need, read_graph
from engine.vision.looking import Eye
from engine.vision.pictures import Grid
from engine.vision.text import Text, picture_text, turn_text

ANSWER_ROOM = 256
"""Positions that are made room for beyond the prompt when a text begins."""
PREFIXES = 64 * 1024 * 1024
"""Most bytes of pictures that were taken in and are not the present one."""
Cancel = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture that a model has looked at.

    Attributes:
        key: Names the picture's content.
        profile: How closely it was looked at.
        grid: How it was cut.
        features: ``(tiles, vectors, size)`` float32.
        seconds: How long looking took; 0 if it was remembered.
    """

    key: str
    profile: str
    grid: Grid
    features: NDArray[np.float32]
    seconds: float = 0.0


class Family(Protocol):
    """A way in which models take in a picture and a prompt."""

    decoder: Decoder
    eye: Eye
    taken_in: int
    """Positions that the last prompt cost: those that were remembered are not among them."""

    def begin(
        self, seen: Seen | None, question: str, cancel: Cancel
    ) -> tuple[NDArray[np.float32], list[int]]:
        """Take in a picture and a question that is harmless already.

        Returns:
            ``(vocabulary,)`` what may come first, and the tokens that the decoder began with.

        Raises:
            LookingCancelledError: ``cancel`` said so; it is asked before each chunk of the prompt.
            ContextOverflowError: They do not fit.
        """
        ...


class EmbedMerge:
    """Puts a picture's features in the place of tokens in the prompt, which the decoder takes in as a whole.

    The picture comes first, and what attention remembers of it is kept: a further question about the same
    picture costs no more than its own tokens.
    """

    def __init__(self, networks: Mapping[str, Network], plan: ImageText, text: Text) -> None:
        """Put the networks together; raises GraphUnknownError for one that cannot be fed."""
        self.eye = Eye(networks["vision_encoder"], multiple=plan.preprocess.multiple)
        self.decoder = Decoder(
            networks["decoder"], context=plan.context or 0, embed=embedder(networks["embed_tokens"])
        )
        self.taken_in = 0
        self._plan = plan
        self._text = text
        self._prefix: Hashable = None
        self._prefix_length = 0
        self._earlier: ByteCache[dict[Place, NDArray[Any]]] = ByteCache(
            PREFIXES, lambda kept: sum(array.nbytes for array in kept.values())
        )

    def begin(
        self, seen: Seen | None, question: str, cancel: Cancel
    ) -> tuple[NDArray[np.float32], list[int]]:
        """Take in a picture and a question; see :class:`Family`."""
        tokens, head = self._tokens(seen, question)
        if len(tokens) >= self.decoder.context:
            raise overflow(len(tokens), self.decoder.context)
        embeddings = self._embeddings(tokens, seen)
        if self.decoder.axes > 1:
            self.decoder.arrange(
                None if seen is None else places_of(tokens, self._plan.tokens.image, seen.grid)
            )
        reused = self._go_to_prefix(seen, tokens[:head], embeddings[:head], cancel)
        self.taken_in = len(tokens) - reused
        return take_in(self.decoder, embeddings[head:], cancel), tokens

    def _tokens(self, seen: Seen | None, question: str) -> tuple[list[int], int]:
        """Return the tokens of the prompt, and how many of them come before the question."""
        prompt, mark = self._plan.prompt, self._plan.tokens.image
        picture = picture_text(prompt, seen.grid, seen.features.shape[1]) if seen is not None else ""
        tokens = self._text.tokens(turn_text(prompt, question, picture=picture))
        if seen is None:
            return tokens, 0
        places = [at for at, token in enumerate(tokens) if token == mark]
        wanted = seen.features.shape[0] * seen.features.shape[1]
        if len(places) != wanted:
            raise PackUnfitError(
                f"The prompt of this model has {len(places)} places for a picture of {wanted} vectors.",
                remedy="Prepare the model pack again.",
            )
        head = places[-1] + 1
        end = self._text.tokens(prompt.image_end)
        return tokens, head + len(end) if end and tokens[head : head + len(end)] == end else head

    def _embeddings(self, tokens: list[int], seen: Seen | None) -> NDArray[Any]:
        embeddings = self.decoder.embed(tokens)
        if seen is None:
            return embeddings
        return merged(tokens, embeddings, seen.features, self._plan.tokens.image)

    def _go_to_prefix(
        self, seen: Seen | None, tokens: list[int], embeddings: NDArray[Any], cancel: Cancel
    ) -> int:
        """Bring the decoder to the end of the picture; returns how many positions were remembered."""
        wanted = None if seen is None else (seen.key, seen.profile, tuple(tokens))
        if wanted is not None and wanted == self._prefix and self.decoder.length >= self._prefix_length:
            self.decoder.rewind(self._prefix_length)
            return len(tokens)
        if self._prefix is not None and self.decoder.length >= self._prefix_length:
            self._earlier.put(self._prefix, self.decoder.copied(self._prefix_length))
        self._prefix = None
        start = self._earlier.get(wanted) if wanted is not None else None
        self._earlier.remove(wanted)
        self.decoder.restart(expected=len(tokens) + ANSWER_ROOM, start=start)
        if wanted is None:
            return 0
        if start is None:
            take_in(self.decoder, embeddings, cancel)
        self.decoder.mark()
        self._prefix, self._prefix_length = wanted, len(tokens)
        return len(tokens) if start is not None else 0


class EncoderDecoder:
    """Lets a decoder attend to what an encoder made of the picture, and of the prompt if that goes there."""

    def __init__(self, networks: Mapping[str, Network], plan: ImageText, text: Text) -> None:
        """Put the networks together; raises GraphUnknownError for one that cannot be fed."""
        self.eye = Eye(networks["vision_encoder"], multiple=plan.preprocess.multiple)
        embed = embedder(networks["embed_tokens"]) if "embed_tokens" in networks else None
        self.decoder = Decoder(networks["decoder"], context=plan.context or 0, embed=embed)
        self._embed = embed
        self._text_encoder = networks.get("text_encoder")
        self._cross = networks.get("cross_attention")
        self.taken_in = 0
        self._plan = plan
        self._text = text
        self._attended: Hashable = None

    def begin(
        self, seen: Seen | None, question: str, cancel: Cancel
    ) -> tuple[NDArray[np.float32], list[int]]:
        """Take in a picture and a question; see :class:`Family`."""
        if seen is None:
            raise PackUnfitError(
                "This model can only answer about a picture.", remedy="Choose a page, or another model."
            )
        tokens = list(self._plan.tokens.decoder_start)
        turn = turn_text(self._plan.prompt, question, picture=self._picture(seen))
        if self._text_encoder is None:
            tokens += self._text.tokens(turn)
        if len(tokens) >= self.decoder.context:
            raise overflow(len(tokens), self.decoder.context)
        self._attend(seen, turn)
        self.taken_in = len(tokens)
        return take_in(self.decoder, tokens, cancel), tokens

    def _attend(self, seen: Seen, turn: str) -> None:
        """Begin a text that attends to the picture; what a network gave for the same one is used again."""
        wanted = (seen.key, seen.profile, turn if self._text_encoder is not None else "")
        if self._cross is not None and wanted == self._attended and self.decoder.begun:
            self.decoder.rewind(0)
            return
        self._attended = None
        hidden = self._hidden(seen, turn)
        cross = _cross_attention(self._cross, hidden) if self._cross is not None else None
        self.decoder.restart(hidden=hidden, cross=cross)
        self._attended = wanted

    def _picture(self, seen: Seen) -> str:
        if not self._plan.prompt.image_token:
            return ""
        return picture_text(self._plan.prompt, seen.grid, seen.features.shape[1])

    def _hidden(self, seen: Seen, turn: str) -> NDArray[Any]:
        """Return ``(1, positions, size)`` of what the decoder attends to."""
        features = seen.features.reshape(1, -1, seen.features.shape[-1])
        if self._text_encoder is None:
            return features
        assert self._embed is not None, "the manifest's reader asks for it"
        tokens = self._text.tokens(turn)
        embeddings = self._embed(np.array([tokens], np.int64))[0]
        if self._plan.tokens.image in tokens:
            joined = merged(tokens, embeddings, seen.features, self._plan.tokens.image)
        else:
            joined = np.concatenate([features[0].astype(embeddings.dtype, copy=False), embeddings])
        graph = read_graph(self._text_encoder)
        need(self._text_encoder, graph, "embeddings", "mask")
        wanted = graph.wants["embeddings"]
        feeds = {wanted.name: np.ascontiguousarray(joined[None].astype(wanted.dtype, copy=False))}
        if "mask" in graph.wants:
            mask = graph.wants["mask"]
            feeds[mask.name] = np.ones((1, len(joined)), mask.dtype)
        output = choose_output(self._text_encoder, graph, "last_hidden_state", "encoder_hidden_states")
        return self._text_encoder.run(feeds)[output]


FAMILIES: MappingProxyType[str, Callable[[Mapping[str, Network], ImageText, Text], Family]] = (
    MappingProxyType({"embed-merge": EmbedMerge, "encoder-decoder": EncoderDecoder})
)
"""Families that write text. Those that compare pictures with texts are :class:`engine.vision.EncoderPair`."""


def embedder(network: Network) -> Embed:
    """Return what makes ``(batch, positions, size)`` embeddings of ``(batch, positions)`` tokens."""
    graph = read_graph(network)
    need(network, graph, "ids")
    wanted, output = graph.wants["ids"], choose_output(network, graph, "inputs_embeds", "embeddings")

    def embed(tokens: NDArray[np.int64]) -> NDArray[Any]:
        return network.run({wanted.name: tokens.astype(wanted.dtype, copy=False)})[output]

    return embed


def merged(
    tokens: list[int], embeddings: NDArray[Any], features: NDArray[np.float32], mark: int | None
) -> NDArray[Any]:
    """Return embeddings with the picture's vectors in the places of its token.

    Raises:
        PackUnfitError: There are not as many places as vectors, or they are of another length.
    """
    places = np.array(tokens) == mark
    vectors = features.reshape(-1, features.shape[-1])
    if int(places.sum()) != len(vectors) or vectors.shape[1] != embeddings.shape[1]:
        raise PackUnfitError(
            "The parts of this model that see and that read do not fit each other.",
            remedy="Prepare the model pack again.",
        )
    joined = embeddings.copy()
    joined[places] = vectors
    return joined


def places_of(tokens: list[int], mark: int | None, grid: Grid) -> NDArray[np.int64]:
    """Return where each token stands: in time, down and across, ``(3, tokens)``.

    Words stand one behind the other in all three directions. The vectors of the picture stand where they are
    in the picture, at the place of its first one; what comes after stands behind its longer side.

    Raises:
        PackUnfitError: The pack prepares pictures in a way that does not tell where its vectors are.
    """
    if grid.vectors is None:
        raise PackUnfitError(
            "This model wants to know where each part of a picture is, and its pack does not tell.",
            remedy="Prepare the model pack again.",
        )
    rows, columns = grid.vectors
    first, count = tokens.index(mark), rows * columns  # type: ignore[arg-type]
    down, across = np.divmod(np.arange(count), columns)
    picture = first + np.stack([np.zeros(count, np.int64), down, across])
    before, after = np.arange(first), np.arange(len(tokens) - first - count) + first + max(rows, columns)
    return np.concatenate([np.tile(before, (AXES, 1)), picture, np.tile(after, (AXES, 1))], axis=1)


def take_in(decoder: Decoder, prompt: list[int] | NDArray[Any], cancel: Cancel) -> NDArray[np.float32]:
    """Feed a prompt chunk by chunk; returns what may come next. Raises LookingCancelledError."""
    logits: NDArray[np.float32] | None = None
    for begin in range(0, len(prompt), CHUNK):
        if cancel():
            raise LookingCancelledError("Stopped, as you asked.", remedy="Ask again whenever you like.")
        logits = decoder.feed(prompt[begin : begin + CHUNK])
    if logits is None:
        raise PackUnfitError(
            "The prompt of this model is empty, so there is nothing to answer.",
            remedy="Prepare the model pack again: its turn needs {question}, or it needs a first token.",
        )
    return logits


def _cross_attention(network: Network, hidden: NDArray[Any]) -> dict[Place, NDArray[Any]]:
    """Return the keys and values of what an encoder gave, from a network of their own."""
    graph = read_graph(network)
    need(network, graph, "hidden")
    wanted = graph.wants["hidden"]
    given = network.run({wanted.name: np.ascontiguousarray(hidden.astype(wanted.dtype, copy=False))})
    return {place: given[tensor.name] for place, tensor in graph.present.items()}
