"""Writes tiny snapshots, one function for each architecture."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import torch
from transformers import SmolVLMConfig, SmolVLMForConditionalGeneration

from models.image_text.tiny.tokenizers import byte_level_tokenizer

SMOLVLM_TEMPLATE = (
    "<|im_start|>{% for message in messages %}{{message['role'] | capitalize}}"
    "{% if message['content'][0]['type'] == 'image' %}{{':'}}{% else %}{{': '}}{% endif %}"
    "{% for line in message['content'] %}{% if line['type'] == 'text' %}{{line['text']}}"
    "{% elif line['type'] == 'image' %}{{ '<image>' }}{% endif %}{% endfor %}<end_of_utterance>\n"
    "{% endfor %}{% if add_generation_prompt %}{{ 'Assistant:' }}{% endif %}"
)


def write_tiny(name: str, folder: Path) -> Path:
    """Write the tiny snapshot of an architecture, the same bytes each time, and return its folder.

    Args:
        name: One of :data:`TINY`.
        folder: Is made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    state = torch.random.get_rng_state()
    try:
        torch.manual_seed(7)
        TINY[name](folder)
    finally:
        torch.random.set_rng_state(state)
    (folder / "README.md").write_text("---\nlicense: mit\n---\n\nA tiny model with random weights.\n")
    return folder


def _smolvlm(folder: Path) -> None:
    rows = tuple(f"<row_{row}_col_{column}>" for row in range(1, 5) for column in range(1, 5))
    special = (
        "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<end_of_utterance>", "<image>",
        "<fake_token_around_image>", "<global-img>", *rows,
    )  # fmt: skip
    tokenizer = byte_level_tokenizer(
        folder,
        special,
        roles={
            "bos_token": "<|im_start|>",
            "eos_token": "<end_of_utterance>",
            "pad_token": "<|im_end|>",
            "unk_token": "<|endoftext|>",
        },
        chat_template=SMOLVLM_TEMPLATE,
    )
    ids = {token: tokenizer.convert_tokens_to_ids(token) for token in special}
    ends = {"bos_token_id": ids["<|im_start|>"], "pad_token_id": ids["<|im_end|>"]}
    config = SmolVLMConfig(
        image_token_id=ids["<image>"],
        scale_factor=2,
        tie_word_embeddings=True,
        pad_token_id=ids["<|im_end|>"],
        vision_config={
            "hidden_size": 16,
            "intermediate_size": 32,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "image_size": 64,
            "patch_size": 16,
            "initializer_range": 0.2,
        },
        text_config={
            "model_type": "llama",
            "vocab_size": len(tokenizer),
            "hidden_size": 32,
            "intermediate_size": 48,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "num_key_value_heads": 1,
            "head_dim": 16,
            "max_position_embeddings": 512,
            "initializer_range": 0.2,
            "rms_norm_eps": 1e-5,
            "rope_theta": 100000.0,
            "tie_word_embeddings": True,
            "eos_token_id": ids["<end_of_utterance>"],
            **ends,
        },
    )
    model = SmolVLMForConditionalGeneration(config)
    model.generation_config.eos_token_id = ids["<end_of_utterance>"]
    model.generation_config.pad_token_id = ids["<|im_end|>"]
    _save(model, folder)
    _write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "SmolVLMImageProcessor",
            "do_convert_rgb": True,
            "do_image_splitting": True,
            "do_normalize": True,
            "do_pad": True,
            "do_rescale": True,
            "do_resize": True,
            "image_mean": [0.5, 0.5, 0.5],
            "image_std": [0.5, 0.5, 0.5],
            "max_image_size": {"longest_edge": 64},
            "resample": 1,
            "rescale_factor": 1 / 255,
            "size": {"longest_edge": 256},
        },
    )
    _write_json(folder / "processor_config.json", {"image_seq_len": 4, "processor_class": "SmolVLMProcessor"})


def _save(model: torch.nn.Module, folder: Path) -> None:
    """Spread the biases and norms, which begin as 0 and 1 and would hide a fault, and write the model."""
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if parameter.ndim == 1:
                parameter.add_(torch.randn_like(parameter) * (0.1 if name.endswith("weight") else 0.02))
    model.eval().save_pretrained(folder)


def _write_json(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


TINY: Mapping[str, Callable[[Path], None]] = {"smolvlm": _smolvlm}
"""Name of a tiny snapshot -> what writes it."""
