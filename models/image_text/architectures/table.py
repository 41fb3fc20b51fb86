"""Which module knows which architecture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from packaging.version import Version
from safetensors import SafetensorError
from torch import nn

from models.image_text.architectures import (
    dual_encoders,
    florence2,
    idefics3,
    llava,
    qwen_vl,
    vision_encoder_decoder,
)
from models.image_text.errors import SnapshotError, UnsupportedModelError
from models.image_text.exported import Exported
from models.image_text.pictures import Image
from models.image_text.references import Asked
from models.image_text.snapshots import Snapshot

OLDEST = Version("5.0")
"""Oldest version of transformers that is right: 4.57 shifts patches of Idefics2, Idefics3 and SmolVLM."""


@dataclass(frozen=True)
class Published:
    """How the authors of transformers.js lay out a model that is exported already.

    Attributes:
        family: As the manifest names it.
        files: How the file of each role begins, in the folder ``onnx``.
        describe: Tells from the snapshot's small files how the model is fed.
        tasks: Tells what it can be asked for.
    """

    family: str
    files: Mapping[str, str]
    describe: Callable[[Snapshot, Any], Mapping[str, Any]]
    tasks: Callable[[Snapshot], tuple[str, ...]]


@dataclass(frozen=True)
class Architecture:
    """How checkpoints of one class become graphs.

    Attributes:
        model_class: Of transformers.
        export: Gives the graphs and how they are fed.
        ask: Prepares a picture and a question with transformers' own code.
        inputs: Makes tensors of those, as the original's ``generate`` takes them.
        published: How it is laid out by those who export it for browsers.
    """

    model_class: str
    export: Callable[[Snapshot, Any], Exported]
    ask: Callable[[Snapshot, Image, str, str], Asked]
    inputs: Callable[[Asked], Mapping[str, torch.Tensor]]
    published: Published

    def load(self, snapshot: Snapshot) -> nn.Module:
        """Load the original in float32.

        Raises:
            UnsupportedModelError: transformers is too old to be right.
            SnapshotError: The weights do not fit the configuration, or are damaged.
        """
        import transformers

        if Version(transformers.__version__) < OLDEST:
            raise UnsupportedModelError(
                f"transformers {transformers.__version__} shifts the places of patches in some models.",
                remedy=f"Install {OLDEST} or later: 'python3 run.py models' does so by itself.",
            )
        transformers.utils.logging.disable_progress_bar()
        kind = getattr(transformers, self.model_class)
        try:
            model, told = kind.from_pretrained(
                snapshot.folder,
                local_files_only=True,
                dtype=torch.float32,
                attn_implementation="eager",
                output_loading_info=True,
            )
        except (OSError, ValueError, RuntimeError, KeyError, SafetensorError) as error:
            raise SnapshotError(
                f"The weights cannot be loaded ({error}).",
                which=snapshot.folder,
                remedy="Bring the whole snapshot again.",
            ) from error
        # Some classes have a pooler that no checkpoint fills and nothing here uses.
        missing = sorted(key for key in told["missing_keys"] if ".pooler." not in key) + sorted(
            str(each) for each in told["mismatched_keys"]
        )
        if missing:
            raise SnapshotError(
                f"{len(missing)} weights are missing, the first is {missing[0]}.",
                which=snapshot.folder,
                remedy="Bring the whole snapshot again, every file of its weights.",
            )
        if getattr(model, "generation_config", None) is not None:
            # BART ends each answer that reaches the limit as if it were finished. Ours are cut, and say so.
            model.generation_config.forced_eos_token_id = None
        return model.eval()


_MERGED = {
    "vision_encoder": "vision_encoder",
    "embed_tokens": "embed_tokens",
    "decoder": "decoder_model_merged",
}
_ENCODED = {"vision_encoder": "encoder_model", "decoder": "decoder_model_merged"}
_PAIR = {"image_encoder": "vision_model", "text_encoder": "text_model"}
_IDEFICS3 = (
    idefics3.export,
    idefics3.ask,
    idefics3.inputs,
    Published("embed-merge", _MERGED, idefics3.describe, lambda _: idefics3.TASKS),
)
_QWEN_VL = (
    qwen_vl.export,
    qwen_vl.ask,
    qwen_vl.inputs,
    Published("embed-merge", _MERGED, qwen_vl.describe, lambda _: qwen_vl.TASKS),
)
ARCHITECTURES: Mapping[str, Architecture] = {
    each.model_class: each
    for each in (
        Architecture(
            "CLIPModel",
            dual_encoders.export_clip,
            dual_encoders.ask_clip,
            dual_encoders.inputs,
            Published("dual-encoder", _PAIR, dual_encoders.describe_clip, lambda _: dual_encoders.TASKS),
        ),
        Architecture(
            "Florence2ForConditionalGeneration",
            florence2.export,
            florence2.ask,
            florence2.inputs,
            Published(
                "encoder-decoder",
                {**_MERGED, "text_encoder": "encoder_model"},
                florence2.describe,
                lambda _: florence2.TASKS,
            ),
        ),
        Architecture("Idefics3ForConditionalGeneration", *_IDEFICS3),
        Architecture(
            "LlavaForConditionalGeneration",
            llava.export,
            llava.ask,
            llava.inputs,
            Published("embed-merge", _MERGED, llava.describe, lambda _: llava.TASKS),
        ),
        Architecture("Qwen2VLForConditionalGeneration", *_QWEN_VL),
        Architecture("Qwen2_5_VLForConditionalGeneration", *_QWEN_VL),
        Architecture(
            "SiglipModel",
            dual_encoders.export_siglip,
            dual_encoders.ask_siglip,
            dual_encoders.inputs,
            # Scale and bias of similarities, by which scenes are told, stand in weights that are not there.
            Published("dual-encoder", _PAIR, dual_encoders.describe_siglip, lambda _: ("embed",)),
        ),
        Architecture("SmolVLMForConditionalGeneration", *_IDEFICS3),
        Architecture(
            "VisionEncoderDecoderModel",
            vision_encoder_decoder.export,
            vision_encoder_decoder.ask,
            vision_encoder_decoder.inputs,
            Published(
                "encoder-decoder", _ENCODED, vision_encoder_decoder.describe, vision_encoder_decoder.tasks
            ),
        ),
    )
}
"""Class that a checkpoint was saved from -> what knows it."""


def architecture_of(snapshot: Snapshot) -> Architecture:
    """Return what knows a snapshot's architecture.

    Raises:
        UnsupportedModelError: Nothing does.
    """
    try:
        return ARCHITECTURES[snapshot.architecture]
    except KeyError:
        if snapshot.config.get("auto_map"):
            raise UnsupportedModelError(
                "Its program travels with its weights, and no program that comes with a model is run here.",
                which=snapshot.folder,
                remedy="Choose a model whose class is in transformers: 'sanduku packs catalogue' names some.",
            ) from None
        raise UnsupportedModelError(
            f"Its architecture is '{snapshot.architecture or 'not told'}', which we cannot turn into a pack.",
            which=snapshot.folder,
            remedy="Known are: " + ", ".join(sorted(ARCHITECTURES)) + ".",
        ) from None
