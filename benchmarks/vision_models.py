"""Prepares what ``bench vision`` measures: random weights of SmolVLM-256M's size for each contender.

Our toolchain makes the pack; peers get the text half in the way that they themselves prescribe: their own
builder, or a file that their own quantiser shrinks.
"""

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

PRECISIONS = ("int8", "int8-lean", "int4", "int4-lean", "fp32")
"""Of our own pack."""
QUANTISED = {"Q4_0": 2, "Q8_0": 7}
"""What llama.cpp calls a form of weights -> its number for it."""


def prepare(folder: Path, tell: Callable[[str], None]) -> dict[str, str]:
    """Fill a folder; what is there already is kept.

    Args:
        folder: Some 4 GB.
        tell: Given one sentence before each step.

    Returns:
        Why a peer's file could not be made, by what is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not _is_packed(folder / "pack" / "pack.json"):
        tell("Random weights of real size, and their pack (some minutes).")
        _pack(folder)
    if not (folder / "text" / "config.json").exists():
        tell("The text half as a checkpoint of its own.")
        _text_half(folder)
    failed: dict[str, str] = {}
    for precision in ("int4", "fp32"):
        if not (folder / f"genai-{precision}" / "genai_config.json").exists():
            tell(f"onnxruntime-genai's own {precision} model.")
            with _noting(failed, f"genai-{precision}"):
                _genai(folder, precision)
    if not (folder / "text.gguf").exists():
        tell("The text half for llama.cpp.")
        with _noting(failed, "gguf"):
            _gguf(folder)
    for name, number in QUANTISED.items():
        if (folder / "text.gguf").exists() and not (folder / f"text-{name}.gguf").exists():
            tell(f"llama.cpp's own {name}.")
            with _noting(failed, name):
                _shrink(folder, name, number)
    return failed


@contextlib.contextmanager
def _noting(failed: dict[str, str], name: str) -> Any:  # noqa: ANN401 - a context manager
    """Note a peer that is not installed or does not do it: the others are measured all the same."""
    try:
        yield
    except (ImportError, OSError, RuntimeError, ValueError, subprocess.CalledProcessError) as error:
        failed[name] = f"{type(error).__name__}: {error}"


def _is_packed(manifest: Path) -> bool:
    """Return whether a pack is there, with every precision that is measured."""
    if not manifest.exists():
        return False
    told = json.loads(manifest.read_text(encoding="utf-8"))
    return set(PRECISIONS) <= set(told["image_text"]["precisions"])


def _pack(folder: Path) -> None:
    from models.image_text.exporting import ExportOptions, export
    from models.image_text.packing import pack
    from models.image_text.synthetic.snapshots import write_snapshot
    from models.image_text.variants import quantise
    from models.image_text.verifying import verify
    from models.image_text.workshop import Workshop

    def silent(_line: str) -> None:
        return

    if not (folder / "snapshot" / "config.json").exists():
        write_snapshot("smolvlm-256m", folder / "snapshot")
    workshop = Workshop(folder / "work")
    export(folder / "snapshot", workshop, ExportOptions(name="smolvlm-256m-random"), tell=silent)
    quantise(workshop, [name for name in PRECISIONS if name != "fp32"], tell=silent)
    verify(folder / "snapshot", workshop, tell=silent)
    pack(workshop, folder / "pack", PRECISIONS)


def _text_half(folder: Path) -> None:
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM, SmolVLMForConditionalGeneration

    whole = SmolVLMForConditionalGeneration.from_pretrained(folder / "snapshot", dtype=torch.float32)
    config = LlamaConfig(**{**whole.config.text_config.to_dict(), "tie_word_embeddings": True})
    half = LlamaForCausalLM(config)
    half.model.load_state_dict(whole.model.text_model.state_dict())
    half.lm_head.load_state_dict(whole.lm_head.state_dict())
    half.save_pretrained(folder / "text")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / "text" / name).write_bytes((folder / "snapshot" / name).read_bytes())


def _genai(folder: Path, precision: str) -> None:
    target = folder / f"genai-{precision}"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "onnxruntime_genai.models.builder", "-m", str(folder / "text")),
            *("-o", str(target), "-p", precision, "-e", "cpu", "-c", str(folder / "cache")),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason told")


def _gguf(folder: Path) -> None:
    """Write the text half as llama.cpp reads it, with keys and queries in its order of rotations."""
    import gguf
    from safetensors.numpy import load_file

    config = json.loads((folder / "text" / "config.json").read_text(encoding="utf-8"))
    weights = load_file(folder / "text" / "model.safetensors")
    heads, keys = config["num_attention_heads"], config["num_key_value_heads"]
    rope = config.get("rope_parameters") or {}
    writer = gguf.GGUFWriter(str(folder / "text.gguf"), "llama")
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(heads)
    writer.add_head_count_kv(keys)
    writer.add_key_length(config["head_dim"])
    writer.add_value_length(config["head_dim"])
    writer.add_rope_dimension_count(config["head_dim"])
    writer.add_rope_freq_base(float(rope.get("rope_theta") or config.get("rope_theta")))
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_vocab_size(config["vocab_size"])
    writer.add_tokenizer_model("no_vocab")
    writer.add_tensor("token_embd.weight", weights["model.embed_tokens.weight"])
    writer.add_tensor("output_norm.weight", weights["model.norm.weight"])
    names = {
        "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm", "self_attn.q_proj": "attn_q",
        "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v", "self_attn.o_proj": "attn_output",
        "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up", "mlp.down_proj": "ffn_down",
    }  # fmt: skip
    for layer in range(config["num_hidden_layers"]):
        for theirs, ours in names.items():
            value = weights[f"model.layers.{layer}.{theirs}.weight"]
            if ours in ("attn_q", "attn_k"):
                count = heads if ours == "attn_q" else keys
                value = np.ascontiguousarray(
                    value.reshape(count, 2, -1, value.shape[1]).swapaxes(1, 2).reshape(value.shape)
                )
            writer.add_tensor(f"blk.{layer}.{ours}.weight", value)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _shrink(folder: Path, name: str, number: int) -> None:
    import llama_cpp

    options = llama_cpp.llama_model_quantize_default_params()
    options.ftype, options.nthread = number, 1
    failed = llama_cpp.llama_model_quantize(
        str(folder / "text.gguf").encode(), str(folder / f"text-{name}.gguf").encode(), options
    )
    if failed:
        raise RuntimeError(f"llama.cpp says {failed}")
