"""LLaVA: the features of a CLIP tower, projected, before a decoder like Llama."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
import torch

from models.image_text import blocks
from models.image_text.building import GraphBuilder
from models.image_text.causal_decoder import causal_decoder_graph, embed_tokens_graph
from models.image_text.chat import turn_of
from models.image_text.errors import UnsupportedModelError
from models.image_text.exported import Exported, ids
from models.image_text.parts import array, layer_of, linear, norm
from models.image_text.pictures import Image
from models.image_text.preparing_pictures import picture_processor, prepared, preprocess_of
from models.image_text.references import Asked
from models.image_text.snapshots import Snapshot
from models.image_text.words import Words

PROCESSOR = "CLIPImageProcessor"
"""What prepares pictures, where a snapshot does not tell."""
TASKS = ("describe", "ask", "extract", "read", "triage")
PLAIN_TEMPLATE = "USER: {image}\n{question} ASSISTANT:"
"""The turn of LLaVA 1.5, whose snapshots have no template."""


def export(snapshot: Snapshot, model: Any) -> Exported:
    """Return the three graphs of a model and how they are fed."""
    inner, config = model.model, model.config
    text = inner.language_model
    graphs = {
        "vision_encoder": vision_graph(inner, config),
        "embed_tokens": embed_tokens_graph(array(text.embed_tokens.weight)),
        "decoder": causal_decoder_graph(text, model.lm_head),
    }
    count = sum(parameter.numel() for parameter in text.parameters())
    return Exported("embed-merge", graphs, describe(snapshot, config), TASKS, count)


def describe(snapshot: Snapshot, config: Any) -> Mapping[str, Any]:
    """Return how the model is fed."""
    words = Words.of(snapshot)
    image_token = str(words.tokenizer.id_to_token(config.image_token_id))
    return {
        "preprocess": preprocess_of(picture_processor(snapshot, PROCESSOR)),
        "prompt": {
            "turn": _turn(snapshot, words, image_token),
            "image_token": image_token,
            "image_tokens_per_tile": _count(config),
        },
        "tokens": {
            "bos": words.id_of("bos_token"),
            "eos": ids(snapshot.generation.get("eos_token_id")) or ids(words.id_of("eos_token")),
            "pad": words.id_of("pad_token"),
            "image": config.image_token_id,
        },
        "context": config.text_config.max_position_embeddings,
    }


def vision_graph(inner: Any, config: Any) -> onnx.ModelProto:
    """Return the graph from ``pixel_values`` (pictures, 3, edge, edge) to ``image_features``."""
    tower = inner.vision_tower
    tower = getattr(tower, "vision_model", tower)
    if type(tower).__name__ != "CLIPVisionModel" or not isinstance(config.vision_feature_layer, int):
        raise UnsupportedModelError(f"Its eyes are a {type(tower).__name__}; we can write those of CLIP.")
    edge, kernel = tower.embeddings.image_size, tower.embeddings.patch_embedding
    graph = GraphBuilder("vision_encoder")
    pixels = graph.input("pixel_values", ["batch", 3, edge, edge])
    bias = None if kernel.bias is None else array(kernel.bias)
    value = blocks.patches(graph, pixels, "patches", array(kernel.weight), bias)
    first = blocks.repeated(graph, array(tower.embeddings.class_embedding)[None, None], value, "class")
    value = graph.add("Concat", [first, value], axis=1, name="class.joined")
    places = graph.weight("positions", array(tower.embeddings.position_embedding.weight)[None])
    value = graph.add("Add", [value, places], name="positions.sum")
    value = blocks.normalise(graph, value, "norm_in", norm(tower.pre_layrnorm))
    layers = list(tower.encoder.layers)
    # hidden_states has the embeddings before the first layer: number -2 is what the last layer but one gives.
    last = config.vision_feature_layer + (len(layers) + 1 if config.vision_feature_layer < 0 else 0)
    value = blocks.encoder_layers(graph, value, [layer_of(layer) for layer in layers[:last]])
    if config.vision_feature_select_strategy == "default":
        ends = [graph.integers(1), graph.integers(np.iinfo(np.int64).max), graph.integers(1)]
        value = graph.add("Slice", [value, *ends], name="class.dropped")
    projector = inner.multi_modal_projector
    value = blocks.linear(graph, value, "projector.first", linear(projector.linear_1))
    value = blocks.activate(graph, value, config.projector_hidden_act)
    value = blocks.linear(graph, value, "projector.second", linear(projector.linear_2))
    graph.output(value, "image_features", ["batch", _count(config), projector.linear_2.out_features])
    return graph.model()


def ask(snapshot: Snapshot, image: Image, question: str, _profile: str) -> Asked:
    """Return a picture and a question as transformers prepares them, with its own code."""
    from transformers import AutoConfig

    words, config = Words.of(snapshot), AutoConfig.from_pretrained(snapshot.folder, local_files_only=True)
    image_token = str(words.tokenizer.id_to_token(config.image_token_id))
    turn = _turn(snapshot, words, image_token)
    text = turn.replace("{image}", image_token * _count(config)).replace("{question}", question)
    return Asked(prepared(snapshot, image, PROCESSOR), words.tokens(text))


def inputs(asked: Asked) -> Mapping[str, torch.Tensor]:
    """Return what ``generate`` takes."""
    tokens = torch.tensor([asked.tokens])
    return {
        "input_ids": tokens,
        "attention_mask": torch.ones_like(tokens),
        "pixel_values": torch.from_numpy(asked.pixels),
    }


def _turn(snapshot: Snapshot, words: Words, image_token: str) -> str:
    if snapshot.chat_template:
        return turn_of(snapshot.chat_template, image_token, words.special)
    return words.special.get("bos_token", "") + PLAIN_TEMPLATE


def _count(config: Any) -> int:
    patches = int((config.vision_config.image_size // config.vision_config.patch_size) ** 2)
    return patches + (0 if config.vision_feature_select_strategy == "default" else 1)
