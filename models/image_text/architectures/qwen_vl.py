"""Qwen2-VL and Qwen2.5-VL: pictures in their own proportion, before a decoder that counts in three axes."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from models.image_text.causal_decoder import causal_decoder_graph, embed_tokens_graph
from models.image_text.chat import turn_of
from models.image_text.exported import Exported, ids, pixel_scale
from models.image_text.grid_encoder import grid_encoder_graph
from models.image_text.parts import array
from models.image_text.pictures import Image
from models.image_text.preparing_pictures import picture_processor
from models.image_text.references import Asked
from models.image_text.snapshots import Snapshot
from models.image_text.words import Words

TASKS = ("describe", "ask", "extract", "read", "triage")
PROCESSOR = "Qwen2VLImageProcessor"
TILE_VECTORS = 16
"""Feature vectors along the edge of what counts as one tile: 448 pixels with patches of 14."""
PROFILES = {"fast": 1, "balanced": 3, "detailed": 8}
"""Name of a profile -> tiles whose area a picture may have: 256, 768 and 2,048 feature vectors."""


def export(snapshot: Snapshot, model: Any) -> Exported:
    """Return the three graphs of a model and how they are fed."""
    inner = model.model
    text = inner.language_model
    graphs = {
        "vision_encoder": grid_encoder_graph(inner.visual),
        "embed_tokens": embed_tokens_graph(array(text.embed_tokens.weight)),
        "decoder": causal_decoder_graph(text, model.lm_head),
    }
    count = sum(parameter.numel() for parameter in text.parameters())
    return Exported("embed-merge", graphs, describe(snapshot, model.config), TASKS, count)


def describe(snapshot: Snapshot, config: Any) -> Mapping[str, Any]:
    """Return how the model is fed."""
    words, processor = Words.of(snapshot), picture_processor(snapshot, PROCESSOR)
    image_token = str(words.tokenizer.id_to_token(config.image_token_id))
    tile = _tile(processor)
    most = math.ceil(processor.size["longest_edge"] / tile**2)
    return {
        "preprocess": {
            "mode": "multiples",
            "multiple": processor.patch_size * processor.merge_size,
            "tile": tile,
            "min_pixels": processor.size["shortest_edge"],
            "max_pixels": processor.size["longest_edge"],
            "keep_ratio": True,
            **pixel_scale(processor),
        },
        "prompt": {
            "turn": turn_of(snapshot.chat_template or "", image_token, words.special),
            "image_token": image_token,
        },
        "tokens": {
            "bos": words.id_of("bos_token"),
            "eos": ids(snapshot.generation.get("eos_token_id")) or ids(words.id_of("eos_token")),
            "pad": words.id_of("pad_token"),
            "image": config.image_token_id,
        },
        "context": config.text_config.max_position_embeddings,
        "profiles": {name: {"tiles": min(tiles, most)} for name, tiles in PROFILES.items()},
    }


def ask(snapshot: Snapshot, image: Image, question: str, profile: str) -> Asked:
    """Return a picture and a question as transformers prepares them, with its own code."""
    processor = picture_processor(snapshot, PROCESSOR)
    size, tiles = dict(processor.size), PROFILES[profile]
    most = min(size["longest_edge"], tiles * _tile(processor) ** 2)
    seen = processor(image, size={**size, "longest_edge": most}, return_tensors="np")
    _, rows, columns = (int(each) for each in seen["image_grid_thw"][0])
    merged = processor.merge_size
    words, config = Words.of(snapshot), snapshot.config
    image_token = str(words.tokenizer.id_to_token(config["image_token_id"]))
    turn = turn_of(snapshot.chat_template or "", image_token, words.special)
    text = turn.replace("{image}", image_token * (rows * columns // merged**2)).replace(
        "{question}", question
    )
    return Asked(
        pixels=picture_of(seen["pixel_values"], rows, columns, processor),
        tokens=words.tokens(text),
        grid=(rows // merged, columns // merged),
        patch=processor.patch_size,
        image_token=config["image_token_id"],
    )


def inputs(asked: Asked) -> Mapping[str, torch.Tensor]:
    """Return what ``generate`` takes."""
    assert asked.grid is not None and asked.patch is not None, "ask gives them"
    tokens = torch.tensor([asked.tokens])
    merged = asked.pixels.shape[2] // asked.patch // asked.grid[0]
    return {
        "input_ids": tokens,
        "attention_mask": torch.ones_like(tokens),
        "mm_token_type_ids": (tokens == asked.image_token).to(torch.int32),
        "pixel_values": torch.from_numpy(patches_of(asked.pixels, asked.patch, merged)),
        "image_grid_thw": torch.tensor([[1, asked.grid[0] * merged, asked.grid[1] * merged]]),
    }


def picture_of(patches: NDArray[np.float32], rows: int, columns: int, processor: Any) -> NDArray[np.float32]:
    """Return the picture (1, 3, height, width) of which transformers made patches in squares.

    Args:
        patches: (rows · columns, 3 · moments · patch · patch), square by square.
        rows: Of patches.
        columns: Of patches.
        processor: Tells the sizes.
    """
    merged, patch = processor.merge_size, processor.patch_size
    split = patches.reshape(
        rows // merged, columns // merged, merged, merged, 3, processor.temporal_patch_size, patch, patch
    )
    first = split[:, :, :, :, :, 0]  # a picture is the same at every moment
    turned = first.transpose(4, 0, 2, 5, 1, 3, 6)
    return np.ascontiguousarray(turned.reshape(1, 3, rows * patch, columns * patch), np.float32)


def patches_of(
    picture: NDArray[np.float32], patch: int, merged: int, moments: int = 2
) -> NDArray[np.float32]:
    """Return the patches of a picture (1, 3, height, width) as transformers orders them."""
    rows, columns = picture.shape[2] // patch, picture.shape[3] // patch
    split = picture[0].reshape(3, rows // merged, merged, patch, columns // merged, merged, patch)
    turned = split.transpose(1, 4, 2, 5, 0, 3, 6)[:, :, :, :, :, None]
    repeated = np.repeat(turned, moments, axis=5)
    return np.ascontiguousarray(repeated.reshape(rows * columns, -1))


def _tile(processor: Any) -> int:
    """Return the edge in pixels of what counts as one tile: less than usual where all pictures are small."""
    multiple = processor.patch_size * processor.merge_size
    return int(multiple * max(1, min(TILE_VECTORS, math.isqrt(processor.size["longest_edge"]) // multiple)))
