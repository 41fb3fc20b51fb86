"""Made-up models with an encoder for pictures before a text decoder: ViT-GPT2, Donut, Florence-2."""

from dataclasses import dataclass
from pathlib import Path

from transformers import (
    BartConfig,
    DonutSwinConfig,
    DonutSwinModel,
    Florence2Config,
    Florence2ForConditionalGeneration,
    GPT2Config,
    GPT2LMHeadModel,
    MBartConfig,
    MBartForCausalLM,
    VisionEncoderDecoderModel,
    ViTConfig,
    ViTModel,
)

from models.image_text.synthetic.saving import HALVES, IMAGENET, save, write_json
from models.image_text.synthetic.tokenizers import byte_level_tokenizer

_SPREAD = 0.2
"""Deviation of weights, larger than usual so that not always the same token comes out."""


@dataclass(frozen=True)
class CaptionerSize:
    """How large a ViT-GPT2 is, the same in both halves.

    Attributes:
        hidden: Numbers of a token between layers.
        layers: Of each half.
        heads: Of each attention.
        inner: Numbers within the second half of a layer of the encoder; GPT-2 has four times ``hidden``.
        edge: Of a picture in pixels.
        positions: Most tokens of a caption.
        vocabulary: Tokens; None for as many as the tokenizer has.
        spread: Deviation of the weights.
    """

    hidden: int
    layers: int
    heads: int
    inner: int
    edge: int
    positions: int
    vocabulary: int | None = None
    spread: float = _SPREAD


TINY = CaptionerSize(hidden=32, layers=2, heads=2, inner=48, edge=48, positions=64)
BASE = CaptionerSize(
    hidden=768, layers=12, heads=12, inner=3072, edge=224, positions=1024, vocabulary=50257, spread=0.03
)
"""ViT-B/16 before GPT-2 small, as nlpconnect's captioner is."""


def write_vit_gpt2(folder: Path, size: CaptionerSize = TINY) -> None:
    """Write a captioner as that of nlpconnect is: the vectors of both halves have the same size."""
    tokenizer = byte_level_tokenizer(
        folder,
        ("<|endoftext|>",),
        roles=dict.fromkeys(("bos_token", "eos_token", "unk_token", "pad_token"), "<|endoftext|>"),
        filled_to=size.vocabulary,
    )
    end = tokenizer.eos_token_id
    encoder = ViTConfig(
        hidden_size=size.hidden, num_hidden_layers=size.layers, num_attention_heads=size.heads,
        intermediate_size=size.inner, image_size=size.edge, patch_size=16, initializer_range=size.spread,
    )  # fmt: skip
    decoder = GPT2Config(
        vocab_size=len(tokenizer), n_positions=size.positions, n_embd=size.hidden, n_layer=size.layers,
        n_head=size.heads, add_cross_attention=True, is_decoder=True, bos_token_id=end, eos_token_id=end,
        initializer_range=size.spread,
    )  # fmt: skip
    model = VisionEncoderDecoderModel(encoder=ViTModel(encoder), decoder=GPT2LMHeadModel(decoder))
    for config in (model.config, model.generation_config):
        config.decoder_start_token_id = config.pad_token_id = config.eos_token_id = end
    save(model, folder)
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "ViTImageProcessor",
            "do_resize": True,
            "size": {"height": size.edge, "width": size.edge},
            "resample": 2,
            **HALVES,
        },
    )


def write_donut(folder: Path) -> None:
    """Write a Donut that answers questions about documents."""
    special = (
        "<s>",
        "<pad>",
        "</s>",
        "<unk>",
        "<s_docvqa>",
        "<s_question>",
        "</s_question>",
        "<s_answer>",
        "</s_answer>",
    )
    tokenizer = byte_level_tokenizer(
        folder,
        special,
        roles={"bos_token": "<s>", "pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"},
        around=("<s>", "</s>"),
    )
    encoder = DonutSwinConfig(
        image_size=[64, 48], patch_size=4, embed_dim=16, depths=[2, 2], num_heads=[2, 2], window_size=4,
        initializer_range=_SPREAD,
    )  # fmt: skip
    decoder = MBartConfig(
        vocab_size=len(tokenizer), d_model=32, decoder_layers=2, decoder_attention_heads=2,
        decoder_ffn_dim=48, encoder_layers=2, encoder_attention_heads=2, encoder_ffn_dim=48,
        max_position_embeddings=96,
        is_decoder=True, add_cross_attention=True, scale_embedding=True, init_std=_SPREAD,
        bos_token_id=0, pad_token_id=1, eos_token_id=2,
    )  # fmt: skip
    model = VisionEncoderDecoderModel(encoder=DonutSwinModel(encoder), decoder=MBartForCausalLM(decoder))
    start = tokenizer.convert_tokens_to_ids("<s_docvqa>")
    for config in (model.config, model.generation_config):
        config.decoder_start_token_id, config.pad_token_id, config.eos_token_id = start, 1, 2
    save(model, folder)
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "DonutImageProcessor",
            "do_align_long_axis": False,
            "do_pad": True,
            "do_resize": True,
            "do_thumbnail": True,
            "resample": 2,
            "size": {"height": 64, "width": 48},
            **HALVES,
        },
    )


def write_florence2(folder: Path) -> None:
    """Write a Florence-2."""
    special = ("<s>", "<pad>", "</s>", "<unk>", "<image>", *(f"<loc_{number}>" for number in range(8)))
    tokenizer = byte_level_tokenizer(
        folder,
        special,
        roles={"bos_token": "<s>", "pad_token": "<pad>", "eos_token": "</s>", "unk_token": "<unk>"},
        around=("<s>", "</s>"),
    )
    config = Florence2Config(
        image_token_id=tokenizer.convert_tokens_to_ids("<image>"),
        vision_config={
            "depths": [1, 1], "patch_size": [7, 3], "patch_stride": [4, 2], "patch_padding": [3, 1],
            "patch_prenorm": [False, True], "embed_dim": [16, 32], "num_heads": [2, 2], "num_groups": [2, 2],
            "window_size": 4, "projection_dim": 32, "max_position_embeddings": 8,
            "max_temporal_embeddings": 4, "initializer_range": _SPREAD,
        },
        text_config=BartConfig(
            vocab_size=len(tokenizer), d_model=32, encoder_layers=2, decoder_layers=2,
            encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=48, decoder_ffn_dim=48,
            max_position_embeddings=128,
            init_std=_SPREAD, bos_token_id=0, pad_token_id=1, eos_token_id=2, decoder_start_token_id=2,
        ).to_dict(),
    )  # fmt: skip
    model = Florence2ForConditionalGeneration(config)
    model.generation_config.update(
        bos_token_id=0, pad_token_id=1, eos_token_id=2, decoder_start_token_id=2, forced_bos_token_id=0,
        num_beams=3, no_repeat_ngram_size=3,
    )  # fmt: skip
    save(model, folder)
    vectors = (32 // 8) ** 2 + 1
    write_json(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "CLIPImageProcessor",
            "image_seq_length": vectors,
            "do_center_crop": False,
            "do_convert_rgb": True,
            "do_resize": True,
            "resample": 3,
            "size": {"height": 32, "width": 32},
            **IMAGENET,
        },
    )
    write_json(folder / "processor_config.json", {"processor_class": "Florence2Processor"})
