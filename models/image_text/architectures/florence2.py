"""Florence-2: a vision transformer whose features are read by an encoder of text before a decoder answers."""

from collections.abc import Mapping
from typing import Any

import onnx
import torch
from torch import nn

from models.image_text import blocks
from models.image_text.building import GraphBuilder
from models.image_text.causal_decoder import embed_tokens_graph
from models.image_text.cross_decoder import cross_attention_graph, cross_decoder_graph
from models.image_text.cross_parts import SKIPPED, bart_decoder
from models.image_text.errors import SnapshotError
from models.image_text.exported import Exported, ids, search_of
from models.image_text.parts import array, layer_of, norm
from models.image_text.pictures import Image
from models.image_text.preparing_pictures import picture_processor, prepared, preprocess_of
from models.image_text.references import Asked
from models.image_text.snapshots import Snapshot
from models.image_text.tracing import traced
from models.image_text.words import Words

PROCESSOR = "CLIPImageProcessor"
"""What prepares pictures, where a snapshot does not tell."""
TASKS = ("describe", "read")
QUESTIONS = {
    "describe.short": "What does the image describe?",
    "describe.detailed": "Describe in detail what is shown in the image.",
    "describe.blind": "Describe with a paragraph what is shown in the image.",
    "read": "What is the text in the image?",
}
"""What the model was trained to be asked; its words mean the same as ``<CAPTION>`` and the like."""


def export(snapshot: Snapshot, model: Any) -> Exported:
    """Return the five graphs of a model and how they are fed."""
    inner = model.model
    decoder, table = bart_decoder(inner.language_model.decoder, model.lm_head)
    example = torch.zeros(2, 3, *preprocess_of(picture_processor(snapshot, PROCESSOR))["size"])
    graphs = {
        "vision_encoder": traced(_Eyes(inner), example, "image_features"),
        "embed_tokens": embed_tokens_graph(table),
        "text_encoder": text_encoder_graph(inner.language_model.encoder),
        "cross_attention": cross_attention_graph(decoder, decoder.hidden),
        "decoder": cross_decoder_graph(decoder),
    }
    parameters = sum(parameter.numel() for parameter in inner.language_model.parameters())
    return Exported("encoder-decoder", graphs, describe(snapshot, model.config), TASKS, parameters)


def describe(snapshot: Snapshot, config: Any) -> Mapping[str, Any]:
    """Return how the model is fed."""
    words, generation, count = Words.of(snapshot), snapshot.generation, _count(snapshot)
    return {
        "preprocess": preprocess_of(picture_processor(snapshot, PROCESSOR)),
        "prompt": {
            "turn": "{image}" + words.special["bos_token"] + "{question}" + words.special["eos_token"],
            "image_token": words.tokenizer.id_to_token(config.image_token_id),
            "image_tokens_per_tile": count,
            "tasks": QUESTIONS,
        },
        "tokens": {
            "bos": words.id_of("bos_token"),
            "eos": ids(generation.get("eos_token_id")) or ids(words.id_of("eos_token")),
            "pad": words.id_of("pad_token"),
            "decoder_start": list(_start(snapshot, config.text_config.decoder_start_token_id)),
            "image": config.image_token_id,
        },
        "context": config.text_config.max_position_embeddings,
        "features_token_count": count,
        **search_of(generation),
    }


class _Eyes(nn.Module):  # type: ignore[misc]
    """From pictures to the vectors that take the place of tokens."""

    def __init__(self, inner: Any) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, pixel_values: torch.Tensor) -> torch.Tensor:
        """Return (pictures, tokens, hidden)."""
        return self.inner.get_image_features(pixel_values, return_dict=True).pooler_output


def text_encoder_graph(encoder: Any) -> onnx.ModelProto:
    """Return the graph from ``inputs_embeds`` (batch, tokens, hidden) to ``last_hidden_state``."""
    graph = GraphBuilder("text_encoder")
    positions = array(encoder.embed_positions.weight)[SKIPPED:]
    hidden = positions.shape[1]
    tokens = graph.input("inputs_embeds", ["batch", "tokens", hidden])
    length = graph.add("Shape", [tokens], start=1, end=2, name="positions.length")
    ends = [graph.integers(0), length, graph.integers(0)]
    places = graph.add("Slice", [graph.weight("positions", positions), *ends], name="positions.taken")
    value = graph.add("Add", [tokens, places], name="positions.sum")
    value = blocks.normalise(graph, value, "norm_in", norm(encoder.layernorm_embedding))
    value = blocks.encoder_layers(graph, value, [layer_of(layer) for layer in encoder.layers])
    graph.output(value, "last_hidden_state", ["batch", "tokens", hidden])
    return graph.model()


def ask(snapshot: Snapshot, image: Image, question: str, _profile: str) -> Asked:
    """Return a picture and a question as transformers prepares them, with its own code."""
    words = Words.of(snapshot)
    image_id = int(snapshot.config["image_token_id"])
    text = words.special["bos_token"] + question + words.special["eos_token"]
    tokens = (*[image_id] * _count(snapshot), *words.tokens(text))
    start = _start(snapshot, snapshot.config["text_config"].get("decoder_start_token_id", 2))
    return Asked(prepared(snapshot, image, PROCESSOR), tokens, answer_start=start)


def inputs(asked: Asked) -> Mapping[str, torch.Tensor]:
    """Return what ``generate`` takes."""
    tokens = torch.tensor([asked.tokens])
    return {
        "pixel_values": torch.from_numpy(asked.pixels),
        "input_ids": tokens,
        "attention_mask": torch.ones_like(tokens),
        "decoder_input_ids": torch.tensor([asked.answer_start]),
    }


def _start(snapshot: Snapshot, usual: int) -> tuple[int, ...]:
    """Return what every answer begins with: the start token, and the one that is forced behind it."""
    generation = snapshot.generation
    first = ids(generation.get("decoder_start_token_id")) or ids(usual)
    return (*first, *ids(generation.get("forced_bos_token_id")))


def _count(snapshot: Snapshot) -> int:
    """Return how many vectors a picture gives."""
    told = snapshot.processor.get("image_seq_length") or snapshot.preprocessor.get("image_seq_length")
    if not told:
        raise SnapshotError(
            "Nothing tells how many vectors a picture gives (image_seq_length).",
            which=snapshot.folder,
            remedy="Bring processor_config.json and preprocessor_config.json from the model's page.",
        )
    return int(told)
