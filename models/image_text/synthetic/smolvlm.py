"""A made-up SmolVLM, tiny or of real size, or Idefics3, which is built alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transformers import (
    Idefics3Config,
    Idefics3ForConditionalGeneration,
    SmolVLMConfig,
    SmolVLMForConditionalGeneration,
)

from models.image_text.synthetic.saving import save, write_json
from models.image_text.synthetic.tokenizers import byte_level_tokenizer

TEMPLATE = (
    "<|im_start|>{% for message in messages %}{{message['role'] | capitalize}}"
    "{% if message['content'][0]['type'] == 'image' %}{{':'}}{% else %}{{': '}}{% endif %}"
    "{% for line in message['content'] %}{% if line['type'] == 'text' %}{{line['text']}}"
    "{% elif line['type'] == 'image' %}{{ '<image>' }}{% endif %}{% endfor %}<end_of_utterance>\n"
    "{% endfor %}{% if add_generation_prompt %}{{ 'Assistant:' }}{% endif %}"
)
ACROSS = 4
"""Tiles along the longest edge."""


@dataclass(frozen=True)
class Size:
    """How large a SmolVLM is.

    Attributes:
        vision: Of its vision half, as the configuration names them.
        text: Of its text half.
        scale: Patches along each edge that become one feature vector.
        vocabulary: Tokens; None for as many as the tokenizer has.
    """

    vision: Mapping[str, Any]
    text: Mapping[str, Any]
    scale: int
    vocabulary: int | None = None


TINY = Size(
    vision={
        "hidden_size": 16,
        "intermediate_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "image_size": 64,
        "patch_size": 16,
        "initializer_range": 0.2,
    },
    text={
        "hidden_size": 32,
        "intermediate_size": 48,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 1,
        "head_dim": 16,
        "max_position_embeddings": 512,
        "initializer_range": 0.2,
    },
    scale=2,
)
_TOWER = {
    "hidden_size": 768,
    "intermediate_size": 3072,
    "num_hidden_layers": 12,
    "num_attention_heads": 12,
    "image_size": 512,
    "initializer_range": 0.03,
    "patch_size": 16,
}
SMOLVLM_256M = Size(
    vision=_TOWER,
    text={
        "hidden_size": 576,
        "intermediate_size": 1536,
        "num_hidden_layers": 30,
        "num_attention_heads": 9,
        "num_key_value_heads": 3,
        "head_dim": 64,
        "max_position_embeddings": 8192,
        "initializer_range": 0.05,
    },
    scale=4,
    vocabulary=49280,
)
SMOLVLM_500M = Size(
    vision=_TOWER,
    text={
        "hidden_size": 960,
        "intermediate_size": 2560,
        "num_hidden_layers": 32,
        "num_attention_heads": 15,
        "num_key_value_heads": 5,
        "head_dim": 64,
        "max_position_embeddings": 8192,
        "initializer_range": 0.05,
    },
    scale=4,
    vocabulary=49280,
)


def write_idefics3(folder: Path) -> None:
    """Write the tiny snapshot in the classes that SmolVLM had at first, and Granite-Docling has."""
    _write(folder, TINY, Idefics3Config, Idefics3ForConditionalGeneration, "Idefics3")


def write_smolvlm(folder: Path, size: Size = TINY) -> None:
    """Write a snapshot into a folder that is there; weights come from torch's random numbers."""
    _write(folder, size, SmolVLMConfig, SmolVLMForConditionalGeneration, "SmolVLM")


def _write(folder: Path, size: Size, config_class: Any, model_class: Any, name: str) -> None:
    rows = [f"<row_{row}_col_{column}>" for row in range(1, ACROSS + 1) for column in range(1, ACROSS + 1)]
    special = (
        "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<end_of_utterance>", "<image>",
        "<fake_token_around_image>", "<global-img>", *rows,
    )  # fmt: skip
    roles = {
        "bos_token": "<|im_start|>",
        "eos_token": "<end_of_utterance>",
        "pad_token": "<|im_end|>",
        "unk_token": "<|endoftext|>",
    }
    tokenizer = byte_level_tokenizer(
        folder, special, roles=roles, chat_template=TEMPLATE, filled_to=size.vocabulary
    )
    ids = {role: tokenizer.convert_tokens_to_ids(token) for role, token in roles.items()}
    ends = {f"{part}_token_id": ids[f"{part}_token"] for part in ("bos", "eos", "pad")}
    config = config_class(
        image_token_id=tokenizer.convert_tokens_to_ids("<image>"),
        scale_factor=size.scale,
        tie_word_embeddings=True,
        vision_config=dict(size.vision),
        text_config={
            "model_type": "llama",
            "vocab_size": len(tokenizer),
            "rms_norm_eps": 1e-5,
            "rope_theta": 100000.0,
            "tie_word_embeddings": True,
            **size.text,
            **ends,
        },
    )
    model = model_class(config)
    model.generation_config.update(**ends)
    save(model, folder)
    edge = size.vision["image_size"]
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": f"{name}ImageProcessor",
            "do_convert_rgb": True,
            "do_image_splitting": True,
            "do_normalize": True,
            "do_pad": True,
            "do_rescale": True,
            "do_resize": True,
            "image_mean": [0.5, 0.5, 0.5],
            "image_std": [0.5, 0.5, 0.5],
            "max_image_size": {"longest_edge": edge},
            "resample": 1,
            "rescale_factor": 1 / 255,
            "size": {"longest_edge": ACROSS * edge},
        },
    )
    per_tile = (edge // size.vision["patch_size"] // size.scale) ** 2
    write_json(
        folder / "processor_config.json", {"image_seq_len": per_tile, "processor_class": f"{name}Processor"}
    )
