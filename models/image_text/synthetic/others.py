"""Made-up models that compare pictures with texts (CLIP, SigLIP), and a LLaVA."""

from pathlib import Path

import torch
from transformers import (
    CLIPConfig,
    CLIPModel,
    LlavaConfig,
    LlavaForConditionalGeneration,
    SiglipConfig,
    SiglipModel,
)

from models.image_text.synthetic.saving import HALVES, OPENAI, save, write_json
from models.image_text.synthetic.tokenizers import byte_level_tokenizer, gemma_tokenizer, rename_class

_VISION = {
    "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 2,
    "image_size": 48, "patch_size": 16, "initializer_range": 0.2,
}  # fmt: skip
_TEXT = {
    "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 2,
    "initializer_range": 0.2,
}  # fmt: skip
LLAVA_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{message['role']}}\n"
    "{% for line in message['content'] %}{% if line['type'] == 'image' %}{{'<image>\n'}}"
    "{% else %}{{line['text']}}{% endif %}{% endfor %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}{{'<|im_start|>assistant\n'}}{% endif %}"
)


def write_clip(folder: Path) -> None:
    """Write a CLIP."""
    start, end = "<|startoftext|>", "<|endoftext|>"
    tokenizer = byte_level_tokenizer(
        folder,
        (start, end),
        roles={"bos_token": start, "eos_token": end, "pad_token": end, "unk_token": end},
        around=(start, end),
        model_max_length=32,
    )
    ends = {"bos_token_id": tokenizer.bos_token_id, "eos_token_id": tokenizer.eos_token_id, "pad_token_id": 1}
    text = {**_TEXT, **ends, "vocab_size": len(tokenizer), "max_position_embeddings": 32}
    # 2 stands for "written before the end token was told", so it must be another one.
    assert tokenizer.eos_token_id != 2
    model = CLIPModel(
        CLIPConfig(text_config=text, vision_config={**_VISION, "hidden_act": "quick_gelu"}, projection_dim=24)
    )
    _spread(model)
    save(model, folder)
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "CLIPImageProcessor",
            "crop_size": {"height": 48, "width": 48},
            "do_center_crop": True,
            "do_convert_rgb": True,
            "do_resize": True,
            "resample": 3,
            "size": {"shortest_edge": 48},
            **OPENAI,
        },
    )


def write_siglip(folder: Path) -> None:
    """Write a SigLIP, of whose texts only plain words are read."""
    tokenizer = byte_level_tokenizer(
        folder,
        ("<pad>", "</s>", "<unk>"),
        roles={"eos_token": "</s>", "pad_token": "</s>", "unk_token": "<unk>"},
        after="</s>",
        model_max_length=24,
    )
    rename_class(folder, "SiglipTokenizer")
    _write_siglip(folder, len(tokenizer), {"bos_token_id": 0, "eos_token_id": 1, "pad_token_id": 1})


def write_siglip2(folder: Path) -> None:
    """Write a SigLIP 2 for pictures of one size: built like SigLIP, with a tokenizer like Gemma's."""
    tokenizer = gemma_tokenizer(folder, model_max_length=24)
    _write_siglip(folder, len(tokenizer), {"bos_token_id": 2, "eos_token_id": 1, "pad_token_id": 0})


def _write_siglip(folder: Path, vocabulary: int, ends: dict[str, int]) -> None:
    text = {**_TEXT, "vocab_size": vocabulary, "max_position_embeddings": 24, "projection_size": 32, **ends}
    model = SiglipModel(SiglipConfig(text_config=text, vision_config=_VISION))
    _spread(model)
    with torch.no_grad():
        model.logit_scale.fill_(2.0)
        model.logit_bias.fill_(-4.0)
    save(model, folder)
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "SiglipImageProcessor",
            "do_resize": True,
            "resample": 3,
            "size": {"height": 48, "width": 48},
            **HALVES,
        },
    )


def write_llava(folder: Path) -> None:
    """Write a LLaVA with the eyes of CLIP and a text half like Qwen2, whose projections have biases."""
    special = ("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<image>")
    tokenizer = byte_level_tokenizer(
        folder,
        special,
        roles={"bos_token": "<|im_start|>", "eos_token": "<|im_end|>", "pad_token": "<|endoftext|>"},
        chat_template=LLAVA_TEMPLATE,
    )
    ends = {"bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 0}
    config = LlavaConfig(
        vision_config={"model_type": "clip_vision_model", **_VISION, "hidden_act": "quick_gelu"},
        text_config={
            "model_type": "qwen2", "vocab_size": len(tokenizer), "hidden_size": 32, "intermediate_size": 48,
            "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1,
            "max_position_embeddings": 256, "initializer_range": 0.2, "use_sliding_window": False, **ends,
        },
        image_token_id=3,
        image_seq_length=9,
        vision_feature_layer=-2,
        vision_feature_select_strategy="default",
    )  # fmt: skip
    model = LlavaForConditionalGeneration(config)
    model.generation_config.update(**ends)
    save(model, folder)
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "CLIPImageProcessor",
            "crop_size": {"height": 48, "width": 48},
            "do_center_crop": True,
            "do_convert_rgb": True,
            "do_resize": True,
            "resample": 3,
            "size": {"shortest_edge": 48},
            **OPENAI,
        },
    )


def _spread(model: torch.nn.Module) -> None:
    """Make the weights larger: CLIP begins with ones so small that all texts come out alike."""
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.ndim > 1:
                parameter.normal_(std=0.2)
