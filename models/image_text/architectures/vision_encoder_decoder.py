"""A vision transformer before a text decoder: ViT-GPT2 for captions, Donut for questions about documents."""

from collections.abc import Mapping
from typing import Any

import onnx
import torch
from torch import nn

from models.image_text import blocks
from models.image_text.building import GraphBuilder
from models.image_text.causal_decoder import embed_tokens_graph
from models.image_text.cross_decoder import cross_attention_graph, cross_decoder_graph
from models.image_text.cross_parts import decoder_of
from models.image_text.exported import Exported, ids, search_of
from models.image_text.parts import array, layer_of, linear, norm
from models.image_text.pictures import Image
from models.image_text.preparing_pictures import picture_processor, prepared, preprocess_of
from models.image_text.references import Asked
from models.image_text.snapshots import Snapshot
from models.image_text.tracing import traced
from models.image_text.words import Words

PROCESSOR = "ViTImageProcessor"
"""What prepares pictures, where a snapshot does not tell."""
DOCUMENT_QUESTION = "<s_docvqa><s_question>{question}</s_question><s_answer>"


def export(snapshot: Snapshot, model: Any) -> Exported:
    """Return the four graphs of a model and how they are fed."""
    decoder, table = decoder_of(model.decoder)
    preprocess = preprocess_of(picture_processor(snapshot, PROCESSOR))
    graphs = {
        "vision_encoder": encoder_graph(model, preprocess["size"]),
        "cross_attention": cross_attention_graph(decoder, decoder.layers[0].cross.key.weight.shape[1]),  # type: ignore[union-attr]
        "embed_tokens": embed_tokens_graph(table),
        "decoder": cross_decoder_graph(decoder),
    }
    count = sum(parameter.numel() for parameter in model.decoder.parameters())
    return Exported("encoder-decoder", graphs, describe(snapshot, model.config), tasks(snapshot), count)


def describe(snapshot: Snapshot, config: Any) -> Mapping[str, Any]:
    """Return how the model is fed."""
    words, generation = Words.of(snapshot), snapshot.generation
    turn = _turn(words)
    return {
        "preprocess": preprocess_of(picture_processor(snapshot, PROCESSOR)),
        "prompt": {"turn": turn} if turn else {},
        "tokens": {
            "bos": words.id_of("bos_token"),
            "eos": ids(generation.get("eos_token_id")) or ids(words.id_of("eos_token")),
            "pad": words.id_of("pad_token"),
            "decoder_start": [] if turn else list(_start(snapshot)),
        },
        "context": int(config.decoder.max_position_embeddings),
        **search_of(generation),
    }


def tasks(snapshot: Snapshot) -> tuple[str, ...]:
    """Return what the model can be asked for."""
    return ("ask", "extract") if _turn(Words.of(snapshot)) else ("describe",)


def encoder_graph(model: Any, size: list[int]) -> onnx.ModelProto:
    """Return the graph from ``pixel_values`` (pictures, 3, height, width) to ``last_hidden_state``."""
    projection = getattr(model, "enc_to_dec_proj", None)
    if type(model.encoder).__name__ == "ViTModel":
        return _vit_graph(model.encoder, projection)
    return traced(_Encoder(model.encoder, projection), torch.zeros(2, 3, *size), "last_hidden_state")


class _Encoder(nn.Module):  # type: ignore[misc]
    """An encoder with what brings its vectors to the decoder's size."""

    def __init__(self, encoder: nn.Module, projection: nn.Module | None) -> None:
        super().__init__()
        self.encoder = encoder
        self.projection = projection

    def forward(self, pixel_values: torch.Tensor) -> torch.Tensor:
        """Return what the decoder attends to."""
        hidden = self.encoder(pixel_values=pixel_values).last_hidden_state
        return hidden if self.projection is None else self.projection(hidden)


def _vit_graph(encoder: Any, projection: nn.Linear | None) -> onnx.ModelProto:
    embeddings = encoder.embeddings
    height, width = embeddings.image_size
    kernel = embeddings.patch_embeddings.projection
    graph = GraphBuilder("vision_encoder")
    pixels = graph.input("pixel_values", ["batch", 3, height, width])
    value = blocks.patches(graph, pixels, "patches", array(kernel.weight), array(kernel.bias))
    first = blocks.repeated(graph, array(embeddings.cls_token), value, "class")
    value = graph.add("Concat", [first, value], axis=1, name="class.joined")
    places = graph.weight("positions", array(embeddings.position_embeddings))
    value = graph.add("Add", [value, places], name="positions.sum")
    value = blocks.encoder_layers(graph, value, [layer_of(layer) for layer in encoder.layers])
    value = blocks.normalise(graph, value, "norm", norm(encoder.layernorm))
    if projection is not None:
        value = blocks.linear(graph, value, "projection", linear(projection))
    size = kernel.out_channels if projection is None else projection.out_features
    tokens = int(embeddings.position_embeddings.shape[1])
    graph.output(value, "last_hidden_state", ["batch", tokens, size])
    return graph.model()


def ask(snapshot: Snapshot, image: Image, question: str, _profile: str) -> Asked:
    """Return a picture and a question as transformers prepares them, with its own code."""
    words = Words.of(snapshot)
    pixels = prepared(snapshot, image, PROCESSOR)
    turn = _turn(words)
    if turn:
        text = turn.replace("{question}", question)
        return Asked(pixels, words.tokens(text))
    return Asked(pixels, _start(snapshot))


def inputs(asked: Asked) -> Mapping[str, torch.Tensor]:
    """Return what ``generate`` takes."""
    return {"pixel_values": torch.from_numpy(asked.pixels), "decoder_input_ids": torch.tensor([asked.tokens])}


def _turn(words: Words) -> str:
    """Return what the answer begins with; nothing for a model that is only asked to describe."""
    known = words.tokenizer.token_to_id
    return DOCUMENT_QUESTION if known("<s_question>") is not None and known("<s_docvqa>") is not None else ""


def _start(snapshot: Snapshot) -> tuple[int, ...]:
    told = snapshot.generation.get("decoder_start_token_id", snapshot.config.get("decoder_start_token_id"))
    return tuple(ids(told))
