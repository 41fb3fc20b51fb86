"""Runs exported graphs step by step, to see every logit: for holding them against the original.

People's questions are answered by ``engine.vision``, which is held against the original too; this runner is
kept apart from it so that a fault in one does not hide in the other.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray

from models.image_text.references import Answered, Asked

Array = NDArray[Any]


class Session:
    """One graph, run on one thread."""

    def __init__(self, model: onnx.ModelProto | str) -> None:
        """Load a graph, from memory or from its file."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_mem_pattern = False
        content = model if isinstance(model, str) else model.SerializeToString()
        self._session = ort.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        self.inputs = {each.name: each.shape for each in self._session.get_inputs()}
        self.small = {each.name for each in self._session.get_inputs() if each.type == "tensor(int8)"}
        self.outputs = [each.name for each in self._session.get_outputs()]

    def __call__(self, feed: Mapping[str, Array]) -> dict[str, Array]:
        """Run it on those of the values that it takes."""
        taken = {name: value for name, value in feed.items() if name in self.inputs}
        return dict(zip(self.outputs, self._session.run(None, taken), strict=True))


class GraphRunner:
    """Answers greedily with the graphs of one choice of variants."""

    def __init__(
        self, family: str, sessions: Mapping[str, Session], *, image_token: int | None = None
    ) -> None:
        """Take the sessions by their roles."""
        self._family = family
        self._sessions = sessions
        self._image_token = image_token

    def answer(
        self, asked: Asked, count: int, *, eos: Sequence[int] = (), forced: Sequence[int] | None = None
    ) -> Answered:
        """Answer a question.

        Args:
            asked: The picture and the question, prepared.
            count: Most tokens.
            eos: Tokens that end the answer.
            forced: Tokens to go on with in place of those that the model chooses, so that every logit can be
                held against that of another answer.
        """
        embeds, past = self._begin(asked)
        places = self._places(asked, embeds.shape[1])
        length, tokens, logits = 0, [], []
        for step in range(count):
            length += embeds.shape[1]
            given = self._sessions["decoder"](
                {
                    "inputs_embeds": embeds,
                    "input_ids": embeds,
                    "attention_mask": np.ones((1, length), np.int64),
                    "position_ids": places,
                    **past,
                }
            )
            logits.append(given["logits"][0, -1])
            token = int(logits[-1].argmax()) if forced is None else forced[step]
            tokens.append(token)
            if token in eos:
                break
            past.update(
                {
                    name.replace("present", "past_key_values"): value
                    for name, value in given.items()
                    if name.startswith("present")
                }
            )
            embeds = self._embed([token])
            places = places.max(keepdims=True) + np.ones((3, 1, 1), np.int64)
        return Answered(tuple(tokens), np.stack(logits))

    def _places(self, asked: Asked, count: int) -> Array:
        """Return the places of the first tokens (3, 1, tokens) of a model that counts in three directions."""
        if asked.grid is None:
            return np.broadcast_to(np.arange(count), (3, 1, count))
        found, begin, seen = np.zeros((3, 1, count), np.int64), 0, 0
        for at, token in enumerate(asked.tokens):
            if token != self._image_token:
                found[:, 0, at] = begin
                begin += 1
                continue
            row, column = divmod(seen, asked.grid[1])
            found[:, 0, at] = begin, begin + row, begin + column
            seen += 1
            if seen == asked.grid[0] * asked.grid[1]:
                begin += max(asked.grid)
        return found

    def features(self, pixels: Array) -> Array:
        """Return what the vision encoder gives."""
        role = "vision_encoder" if "vision_encoder" in self._sessions else "image_encoder"
        given = self._sessions[role]({"pixel_values": pixels})
        return next(iter(given.values()))

    def _embed(self, tokens: Sequence[int]) -> Array:
        ids = np.array([tokens], np.int64)
        if "inputs_embeds" not in self._sessions["decoder"].inputs:
            return ids
        return self._sessions["embed_tokens"]({"input_ids": ids})["inputs_embeds"]

    def _begin(self, asked: Asked) -> tuple[Array, dict[str, Array]]:
        """Return the first input of the decoder, and its empty memory."""
        features = self.features(asked.pixels)
        decoder = self._sessions["decoder"]
        past = {
            name: np.zeros((1, shape[1], 0, shape[3]), np.int8 if name in decoder.small else np.float32)
            for name, shape in decoder.inputs.items()
            if name.startswith("past_key_values")
        }
        if self._family == "embed-merge":
            embeds = self._embed(asked.tokens)
            places = np.array(asked.tokens) == self._image_token
            embeds[0, places] = features.reshape(-1, features.shape[-1])
            return embeds, past
        if "text_encoder" in self._sessions:
            ids = np.array([asked.tokens], np.int64)
            joined = self._sessions["embed_tokens"]({"input_ids": ids})["inputs_embeds"]
            joined[0, np.array(asked.tokens) == self._image_token] = features.reshape(-1, features.shape[-1])
            features = next(iter(self._sessions["text_encoder"]({"inputs_embeds": joined}).values()))
        crossed = self._sessions["cross_attention"]({"encoder_hidden_states": features})
        past.update({name.replace("present", "past_key_values"): value for name, value in crossed.items()})
        return self._embed(asked.answer_start or asked.tokens), past
