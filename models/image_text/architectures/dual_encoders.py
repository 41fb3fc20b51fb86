"""CLIP and SigLIP: one encoder for pictures and one for texts, whose vectors are compared."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto

from models.image_text import blocks
from models.image_text.building import GraphBuilder
from models.image_text.exported import Exported, ids
from models.image_text.parts import Linear, array, divided, layer_of, linear, norm
from models.image_text.pictures import Image
from models.image_text.preparing_pictures import picture_processor, prepared, preprocess_of
from models.image_text.references import Asked
from models.image_text.snapshots import Snapshot
from models.image_text.words import Words

TASKS = ("embed", "triage")


def export_clip(snapshot: Snapshot, model: Any) -> Exported:
    """Return the two graphs of CLIP and how they are fed."""
    graphs = {"image_encoder": _clip_image(model), "text_encoder": _clip_text(model)}
    return Exported("dual-encoder", graphs, _measured(describe_clip(snapshot, model.config), model), TASKS)


def export_siglip(snapshot: Snapshot, model: Any) -> Exported:
    """Return the two graphs of SigLIP and how they are fed."""
    graphs = {"image_encoder": _siglip_image(model), "text_encoder": _siglip_text(model)}
    return Exported("dual-encoder", graphs, _measured(describe_siglip(snapshot, model.config), model), TASKS)


def describe_clip(snapshot: Snapshot, config: Any) -> dict[str, Any]:
    """Return how CLIP is fed; the scale of its similarities is the one that all of them end up with."""
    text = {"max_length": config.text_config.max_position_embeddings, "pad_to_max": False, "scale": 100.0}
    return _described(snapshot, "CLIPImageProcessor", text)


def describe_siglip(snapshot: Snapshot, config: Any) -> dict[str, Any]:
    """Return how SigLIP is fed; scale and bias of its similarities stand in its weights alone."""
    length = config.text_config.max_position_embeddings
    pad_left = Words.of(snapshot).original.padding_side == "left"
    text = {"max_length": length, "pad_to_max": True, "pad_left": pad_left, "lower": True}
    return _described(snapshot, "SiglipImageProcessor", text)


def _described(snapshot: Snapshot, usual: str, text: dict[str, Any]) -> dict[str, Any]:
    words = Words.of(snapshot)
    return {
        "preprocess": preprocess_of(picture_processor(snapshot, usual)),
        "tokens": {
            "bos": words.id_of("bos_token"),
            "eos": ids(words.id_of("eos_token")),
            "pad": words.id_of("pad_token"),
        },
        "text": {**text, "normalise": True},
    }


def _measured(image_text: dict[str, Any], model: Any) -> dict[str, Any]:
    """Return how a model is fed, with scale and bias of its similarities as its weights have them."""
    text = {**image_text["text"], "scale": float(model.logit_scale.exp().item())}
    if hasattr(model, "logit_bias"):
        text["bias"] = float(model.logit_bias.item())
    return {**image_text, "text": text}


def _clip_image(model: Any) -> onnx.ModelProto:
    tower = model.vision_model
    graph, value = _patches(tower.embeddings)
    first = blocks.repeated(graph, array(tower.embeddings.class_embedding)[None, None], value, "class")
    value = graph.add("Concat", [first, value], axis=1, name="class.joined")
    value = _placed(graph, value, tower.embeddings)
    value = blocks.normalise(graph, value, "norm_in", norm(tower.pre_layrnorm))
    value = blocks.encoder_layers(graph, value, [layer_of(layer) for layer in tower.encoder.layers])
    value = graph.add("Gather", [value, _zero(graph)], axis=1, name="class.taken")
    value = blocks.normalise(graph, value, "norm_out", norm(tower.post_layernorm))
    value = blocks.linear(graph, value, "projection", linear(model.visual_projection))
    graph.output(value, "image_embeds", ["batch", model.visual_projection.out_features])
    return graph.model()


def _clip_text(model: Any) -> onnx.ModelProto:
    tower = model.text_model
    graph, tokens, value = _words(tower.embeddings)
    value = blocks.encoder_layers(
        graph, value, [layer_of(layer) for layer in tower.encoder.layers], causal=True
    )
    value = blocks.normalise(graph, value, "norm_out", norm(tower.final_layer_norm))
    # A model with the end token 2 was written before the configuration told the right one: its end token is
    # the one with the largest id.
    end = tokens
    if tower.eos_token_id != 2:
        wanted = graph.weight("end", np.array(tower.eos_token_id, np.int64))
        same = graph.add("Equal", [tokens, wanted], name="end.same")
        end = graph.add("Cast", [same], to=TensorProto.INT64, name="end.flags")
    place = graph.add("ArgMax", [end], axis=1, keepdims=1, name="end.place")
    size = model.text_projection.in_features
    wide = graph.add("Unsqueeze", [place, graph.integers(2)], name="end.wide")
    wide = graph.add("Expand", [wide, graph.integers(1, 1, size)], name="end.expanded")
    value = graph.add("GatherElements", [value, wide], axis=1, name="end.taken")
    value = graph.add("Squeeze", [value, graph.integers(1)], name="end.flat")
    value = blocks.linear(graph, value, "projection", linear(model.text_projection))
    graph.output(value, "text_embeds", ["batch", model.text_projection.out_features])
    return graph.model()


def _siglip_image(model: Any) -> onnx.ModelProto:
    tower = model.vision_model
    graph, value = _patches(tower.embeddings)
    value = _placed(graph, value, tower.embeddings)
    value = blocks.encoder_layers(graph, value, [layer_of(layer) for layer in tower.encoder.layers])
    value = blocks.normalise(graph, value, "norm_out", norm(tower.post_layernorm))
    pool = tower.head
    packed = Linear(array(pool.attention.in_proj_weight), array(pool.attention.in_proj_bias))
    query, key, key_value = divided(packed, 3)
    probe = blocks.repeated(graph, array(pool.probe), value, "probe")
    parts = [
        blocks.linear(graph, probe, "pool.query", query),
        blocks.linear(graph, value, "pool.key", key),
        blocks.linear(graph, value, "pool.value", key_value),
    ]
    heads = pool.attention.num_heads
    mixed = graph.add(
        "MultiHeadAttention", parts, domain="com.microsoft", num_heads=heads, name="pool.attention"
    )
    mixed = blocks.linear(graph, mixed, "pool.output", linear(pool.attention.out_proj))
    normed = blocks.normalise(graph, mixed, "pool.norm", norm(pool.layernorm))
    raised = blocks.linear(graph, normed, "pool.up", linear(pool.mlp.fc1))
    raised = blocks.activate(graph, raised, pool.mlp.config.hidden_act)
    value = graph.add("Add", [mixed, blocks.linear(graph, raised, "pool.down", linear(pool.mlp.fc2))])
    value = graph.add("Squeeze", [value, graph.integers(1)], name="pool.flat")
    graph.output(value, "image_embeds", ["batch", pool.mlp.fc2.out_features])
    return graph.model()


def _siglip_text(model: Any) -> onnx.ModelProto:
    tower = model.text_model
    graph, _, value = _words(tower.embeddings)
    value = blocks.encoder_layers(graph, value, [layer_of(layer) for layer in tower.encoder.layers])
    value = blocks.normalise(graph, value, "norm_out", norm(tower.final_layer_norm))
    value = blocks.last_position(graph, value)
    value = graph.add("Squeeze", [value, graph.integers(1)], name="last.flat")
    value = blocks.linear(graph, value, "projection", linear(tower.head))
    graph.output(value, "text_embeds", ["batch", tower.head.out_features])
    return graph.model()


def _patches(embeddings: Any) -> tuple[GraphBuilder, str]:
    graph = GraphBuilder("image_encoder")
    pixels = graph.input("pixel_values", ["batch", 3, embeddings.image_size, embeddings.image_size])
    kernel = embeddings.patch_embedding
    bias = None if kernel.bias is None else array(kernel.bias)
    return graph, blocks.patches(graph, pixels, "patches", array(kernel.weight), bias)


def _placed(graph: GraphBuilder, value: str, embeddings: Any) -> str:
    places = graph.weight("positions", array(embeddings.position_embedding.weight)[None])
    return graph.add("Add", [value, places], name="positions.sum")


def _words(embeddings: Any) -> tuple[GraphBuilder, str, str]:
    """Begin a graph of texts; return it, its tokens and their vectors with positions."""
    graph = GraphBuilder("text_encoder")
    tokens = graph.input("input_ids", ["batch", "tokens"], TensorProto.INT64)
    table = graph.weight("words", array(embeddings.token_embedding.weight))
    value = graph.add("Gather", [table, tokens], name="words.vectors")
    length = graph.add("Shape", [tokens], start=1, end=2, name="positions.length")
    places = graph.weight("positions", array(embeddings.position_embedding.weight))
    taken = graph.add("Slice", [places, graph.integers(0), length, graph.integers(0)], name="positions.taken")
    return graph, tokens, graph.add("Add", [value, taken], name="positions.sum")


def _zero(graph: GraphBuilder) -> str:
    return graph.weight("zero", np.array(0, np.int64))


def ask_clip(snapshot: Snapshot, image: Image, question: str, _profile: str) -> Asked:
    """Return a picture and a text as transformers prepares them for CLIP."""
    length = int(snapshot.config["text_config"].get("max_position_embeddings", 77))
    around = {"add_special_tokens": True, "truncation": True, "max_length": length}
    tokens = Words.of(snapshot).tokens(question, **around)
    return Asked(prepared(snapshot, image, "CLIPImageProcessor"), tokens)


def ask_siglip(snapshot: Snapshot, image: Image, question: str, _profile: str) -> Asked:
    """Return a picture and a text as transformers prepares them for SigLIP."""
    length = int(snapshot.config["text_config"].get("max_position_embeddings", 64))
    around = {"add_special_tokens": True, "truncation": True, "padding": "max_length", "max_length": length}
    tokens = Words.of(snapshot).tokens(question.lower(), **around)
    return Asked(prepared(snapshot, image, "SiglipImageProcessor"), tokens)


def inputs(asked: Asked) -> Mapping[str, torch.Tensor]:
    """Return what the model takes."""
    return {"pixel_values": torch.from_numpy(asked.pixels), "input_ids": torch.tensor([asked.tokens])}
