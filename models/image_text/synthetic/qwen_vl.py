"""A made-up, tiny Qwen2-VL and Qwen2.5-VL."""

from pathlib import Path
from typing import Any

from transformers import (
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2VLConfig,
    Qwen2VLForConditionalGeneration,
)

from models.image_text.synthetic.saving import OPENAI, save, write_json
from models.image_text.synthetic.tokenizers import byte_level_tokenizer

TEMPLATE = (
    "{% for message in messages %}{% if loop.first and message['role'] != 'system' %}"
    "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n{% endif %}"
    "<|im_start|>{{ message['role'] }}\n"
    "{% for content in message['content'] %}{% if content['type'] == 'image' %}"
    "<|vision_start|><|image_pad|><|vision_end|>{% elif 'text' in content %}{{ content['text'] }}{% endif %}"
    "{% endfor %}<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SPECIAL = (
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>",
    "<|video_pad|>",
)  # fmt: skip
PATCH, MERGED = 8, 2
MOST_VECTORS = 70
"""Of a picture: profiles are bounded by it."""
_VISION = {
    "depth": 3, "num_heads": 2, "patch_size": PATCH, "spatial_merge_size": MERGED, "temporal_patch_size": 2,
    "initializer_range": 0.2,
}  # fmt: skip
_TEXT = {
    "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 2,
    "num_key_value_heads": 1, "max_position_embeddings": 512, "initializer_range": 0.2,
    "use_sliding_window": False,
    "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0, "mrope_section": [2, 3, 3]},
}  # fmt: skip


def write_qwen2_vl(folder: Path) -> None:
    """Write a Qwen2-VL, whose patches look at the whole picture in every layer."""
    vision = {**_VISION, "embed_dim": 32, "hidden_size": 32, "mlp_ratio": 2, "hidden_act": "quick_gelu"}
    _write(folder, vision, Qwen2VLConfig, Qwen2VLForConditionalGeneration)


def write_qwen2_5_vl(folder: Path) -> None:
    """Write a Qwen2.5-VL, whose patches look at their window in most layers."""
    vision = {
        **_VISION,
        "hidden_size": 32,
        "intermediate_size": 48,
        "out_hidden_size": 32,
        "window_size": PATCH * MERGED * 2,
        "fullatt_block_indexes": [1],
    }
    _write(folder, vision, Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration)


def _write(folder: Path, vision: dict[str, Any], config_class: Any, model_class: Any) -> None:
    tokenizer = byte_level_tokenizer(
        folder,
        SPECIAL,
        roles={"eos_token": "<|im_end|>", "pad_token": "<|endoftext|>"},
        chat_template=TEMPLATE,
    )
    id_of = tokenizer.convert_tokens_to_ids
    ends = {
        "bos_token_id": id_of("<|endoftext|>"),
        "eos_token_id": [id_of("<|im_end|>"), id_of("<|endoftext|>")],
        "pad_token_id": id_of("<|endoftext|>"),
    }
    config = config_class(
        vision_config=vision,
        text_config={**_TEXT, "vocab_size": len(tokenizer), **ends},
        image_token_id=id_of("<|image_pad|>"),
        video_token_id=id_of("<|video_pad|>"),
        vision_start_token_id=id_of("<|vision_start|>"),
        vision_end_token_id=id_of("<|vision_end|>"),
        tie_word_embeddings=True,
    )
    model = model_class(config)
    model.generation_config.update(**ends)
    save(model, folder)
    multiple = PATCH * MERGED
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "Qwen2VLImageProcessor",
            "min_pixels": 4 * multiple**2,
            "max_pixels": MOST_VECTORS * multiple**2,
            "patch_size": PATCH,
            "merge_size": MERGED,
            "temporal_patch_size": 2,
            "image_mean": OPENAI["image_mean"],
            "image_std": OPENAI["image_std"],
        },
    )
