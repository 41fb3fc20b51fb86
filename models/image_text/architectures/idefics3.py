"""Idefics3 and SmolVLM: pictures in tiles, their features shuffled together, then a decoder like Llama."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
import torch
from torch import nn

from models.image_text import blocks
from models.image_text.building import GraphBuilder
from models.image_text.causal_decoder import causal_decoder_graph, embed_tokens_graph
from models.image_text.chat import turn_of
from models.image_text.errors import SnapshotError
from models.image_text.exported import Exported, ids, pixel_scale
from models.image_text.parts import array, layer_of, norm
from models.image_text.pictures import Image
from models.image_text.preparing_pictures import picture_processor
from models.image_text.references import Asked
from models.image_text.snapshots import Snapshot
from models.image_text.words import Words

FAKE_TOKEN, GLOBAL_TOKEN, IMAGE_TOKEN = "<fake_token_around_image>", "<global-img>", "<image>"
PROCESSOR = "SmolVLMImageProcessor"
"""What prepares pictures, where a snapshot does not tell."""
TASKS = ("describe", "ask", "extract", "read", "triage")


def export(snapshot: Snapshot, model: nn.Module) -> Exported:
    """Return the three graphs of a model and how they are fed."""
    inner = model.model
    graphs = {
        "vision_encoder": vision_graph(inner),
        "embed_tokens": embed_tokens_graph(array(inner.text_model.embed_tokens.weight)),
        "decoder": causal_decoder_graph(inner.text_model, model.lm_head),
    }
    decoder = sum(parameter.numel() for parameter in inner.text_model.parameters())
    return Exported("embed-merge", graphs, describe(snapshot, model.config), TASKS, decoder)


def vision_graph(inner: Any) -> onnx.ModelProto:
    """Return the graph from tiles to their features.

    Input: ``pixel_values`` (tiles, 3, edge, edge). Output: ``image_features`` (tiles, tokens, hidden). A tile
    is always whole, so each patch has the position that it has in the picture; transformers comes to the same
    by way of fractions (version 4.57 did not, and shifted them).
    """
    tower, connector = inner.vision_model, inner.connector
    edge, patch = tower.embeddings.image_size, tower.patch_size
    graph = GraphBuilder("vision_encoder")
    pixels = graph.input("pixel_values", ["tiles", 3, edge, edge])
    kernel = tower.embeddings.patch_embedding
    cut = blocks.patches(graph, pixels, "patches", array(kernel.weight), array(kernel.bias))
    places = graph.weight("positions", array(tower.embeddings.position_embedding.weight)[None])
    value = graph.add("Add", [cut, places], name="positions.sum")
    value = blocks.encoder_layers(graph, value, [layer_of(layer) for layer in tower.encoder.layers])
    value = blocks.normalise(graph, value, "norm", norm(tower.post_layernorm))
    value = _shuffled(graph, value, edge // patch, kernel.out_channels, connector.scale_factor)
    projection = connector.modality_projection.proj
    features = graph.linear(value, "projection", array(projection.weight))
    tokens = (edge // patch // connector.scale_factor) ** 2
    graph.output(features, "image_features", ["tiles", tokens, projection.out_features])
    return graph.model()


def _shuffled(graph: GraphBuilder, value: str, side: int, hidden: int, factor: int) -> str:
    """Bring vectors of squares of patches side by side: (tiles, side², h) -> (tiles, (side/f)², h·f²)."""
    small = side // factor
    split = graph.integers(-1, small, factor, small, factor * hidden)
    value = graph.add("Reshape", [value, split], name="shuffle.split")
    value = graph.add("Transpose", [value], perm=[0, 1, 3, 2, 4], name="shuffle.turn")
    joined = graph.integers(-1, small * small, factor * factor * hidden)
    return graph.add("Reshape", [value, joined], name="shuffle.join")


def describe(snapshot: Snapshot, config: Any) -> Mapping[str, Any]:
    """Return how the model is fed."""
    processor, words = picture_processor(snapshot, PROCESSOR), Words.of(snapshot)
    tile, longest = _edges(processor)
    per_tile = (
        config.vision_config.image_size // config.vision_config.patch_size // config.scale_factor
    ) ** 2
    across = longest // tile
    return {
        "preprocess": {
            "mode": "tiles",
            "longest_edge": longest,
            "tile": tile,
            "global_tile": True,
            **pixel_scale(processor),
        },
        "prompt": {
            "turn": turn_of(snapshot.chat_template or "", IMAGE_TOKEN, words.special),
            "tile_prefix": FAKE_TOKEN + "<row_{row}_col_{column}>",
            "row_end": "\n",
            "tiles_end": "\n",
            "global_prefix": FAKE_TOKEN + GLOBAL_TOKEN,
            "image_end": FAKE_TOKEN,
            "image_token": IMAGE_TOKEN,
            "image_tokens_per_tile": per_tile,
        },
        "tokens": {
            "bos": words.id_of("bos_token"),
            "eos": ids(snapshot.generation.get("eos_token_id")) or ids(config.text_config.eos_token_id),
            "pad": words.id_of("pad_token"),
            "image": config.image_token_id,
        },
        "context": config.text_config.max_position_embeddings,
        "profiles": {
            "fast": {"tiles": 1},
            "balanced": {"tiles": 1 + int(np.clip(across // 2, 1, across)) ** 2},
            "detailed": {"tiles": 1 + across * across},
        },
    }


def ask(snapshot: Snapshot, image: Image, question: str, profile: str) -> Asked:
    """Return a picture and a question as transformers prepares them, with its own code."""
    from transformers.models.smolvlm.processing_smolvlm import get_image_prompt_string

    words, per_tile = Words.of(snapshot), int(snapshot.processor.get("image_seq_len") or 0)
    if not per_tile:
        raise SnapshotError(
            "Nothing tells how many vectors a tile gives (image_seq_len).",
            which=snapshot.folder,
            remedy="Bring processor_config.json from the model's page.",
        )
    processor = picture_processor(snapshot, PROCESSOR, **settings_of(snapshot, profile))
    seen = processor(image, return_row_col_info=True, return_tensors="np")
    text = get_image_prompt_string(
        seen["rows"][0][0], seen["cols"][0][0], per_tile, FAKE_TOKEN, IMAGE_TOKEN, GLOBAL_TOKEN
    )
    turn = turn_of(snapshot.chat_template or "", IMAGE_TOKEN, words.special)
    prompt = turn.replace("{image}", text).replace("{question}", question)
    return Asked(np.asarray(seen["pixel_values"][0], np.float32), words.tokens(prompt))


def inputs(asked: Asked) -> Mapping[str, torch.Tensor]:
    """Return what ``generate`` takes: pictures (1, tiles, 3, edge, edge) and tokens (1, tokens)."""
    tokens = torch.tensor([asked.tokens])
    return {
        "input_ids": tokens,
        "attention_mask": torch.ones_like(tokens),
        "pixel_values": torch.from_numpy(asked.pixels)[None],
    }


def settings_of(snapshot: Snapshot, profile: str) -> dict[str, Any]:
    """Return the settings of the image processor that a profile changes."""
    if profile == "fast":
        return {"do_image_splitting": False}
    tile, longest = _edges(picture_processor(snapshot, PROCESSOR))
    across = longest // tile if profile == "detailed" else max(1, longest // tile // 2)
    return {"size": {"longest_edge": across * tile}}


def _edges(processor: Any) -> tuple[int, int]:
    """Return the edge of a tile, and the longest edge of a picture that is cut into them, in pixels."""
    return int(processor.max_image_size["longest_edge"]), int(processor.size["longest_edge"])
