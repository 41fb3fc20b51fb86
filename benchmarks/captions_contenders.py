"""What describes a picture in ``bench captions``, each in a process of its own, on one thread.

``PYTHON -m benchmarks.captions_contenders NAME FOLDER`` measures one and prints JSON. optimum runs in an
environment of its own, so nothing of Sanduku is imported here unless ours is measured.
"""

import hashlib
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks.peak import peak_megabytes

Array = NDArray[Any]
SIDE = 224
"""Width and height of the picture in pixels: what the model looks at, so that nobody resizes it."""
TOKENS = 40
"""Of a caption; ends are left out of it, as those of random weights come by chance."""


class Captioner(Protocol):
    """Describes a picture."""

    def load(self) -> None:
        """Be ready."""
        ...

    def look(self, pixels: Array) -> None:
        """Run the half that sees, and keep nothing of it."""
        ...

    def caption(self, pixels: Array, count: int) -> list[int]:
        """Return so many tokens about a picture ``(1, 3, 224, 224)``, the likeliest but for an end."""
        ...


class Sanduku:
    """Ours: a pack's precision."""

    def __init__(self, folder: Path, precision: str) -> None:
        """Note what to load."""
        self._folder, self._precision = folder / "pack", precision

    def load(self) -> None:
        """Open the pack, every file checked."""
        from engine.packs import load_pack
        from engine.vision import ImageTextModel

        pack = load_pack(self._folder)
        self._ends = list(pack.image_text.tokens.eos)
        self._family = ImageTextModel.open(pack, precision=self._precision)._family

    def look(self, pixels: Array) -> None:
        """Run the encoder."""
        self._seen(pixels)

    def caption(self, pixels: Array, count: int) -> list[int]:
        """Describe a picture."""
        from engine.vision import Grid, Seen

        key = hashlib.sha256(pixels.tobytes()).hexdigest()
        seen = Seen(key, "balanced", Grid(0, 0, whole=True), self._seen(pixels))
        logits, _ = self._family.begin(seen, "", lambda: False)
        said: list[int] = []
        while True:
            logits[self._ends] = -np.inf
            said.append(int(logits.argmax()))
            if len(said) == count:
                return said
            logits = self._family.decoder.feed(said[-1:])

    def _seen(self, pixels: Array) -> Array:
        given = self._family.eye._network.run({"pixel_values": pixels})
        return next(iter(given.values())).astype(np.float32, copy=False)


class Transformers:
    """The original code in fp32, by one of its ways to attend."""

    def __init__(self, folder: Path, attention: str) -> None:
        """Note what to load."""
        self._folder, self._attention = folder / "snapshot", attention

    def load(self) -> None:
        """Load the checkpoint."""
        import torch
        from transformers import VisionEncoderDecoderModel

        torch.set_num_threads(1)
        torch.set_grad_enabled(False)
        self._torch = torch
        self._model: Any = VisionEncoderDecoderModel.from_pretrained(
            self._folder, attn_implementation=self._attention
        )

    def look(self, pixels: Array) -> None:
        """Run the encoder."""
        self._model.encoder(pixel_values=self._torch.from_numpy(pixels))

    def caption(self, pixels: Array, count: int) -> list[int]:
        """Describe a picture."""
        given = self._model.generate(
            pixel_values=self._torch.from_numpy(pixels),
            do_sample=False,
            num_beams=1,
            min_new_tokens=count,
            max_new_tokens=count,
        )
        return [int(each) for each in given[0, 1:]]


class Optimum(Transformers):
    """optimum's export in fp32, run by its own class on ONNX Runtime."""

    def __init__(self, folder: Path) -> None:
        """Note what to load."""
        super().__init__(folder, "")
        self._exported = folder / "optimum"

    def load(self) -> None:
        """Load what :func:`export_optimum` wrote."""
        import onnxruntime as ort
        import torch

        torch.set_num_threads(1)
        torch.set_grad_enabled(False)
        self._torch = torch
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        self._model = _optimum_class().from_pretrained(self._exported, session_options=options)


def export_optimum(folder: Path) -> None:
    """Let optimum export the checkpoint in a folder."""
    model = _optimum_class().from_pretrained(folder / "snapshot", export=True, use_cache=True)
    model.save_pretrained(folder / "optimum")


def _optimum_class() -> Any:  # noqa: ANN401 - it lives in another environment, where no types are checked
    return importlib.import_module("optimum.onnxruntime").ORTModelForVision2Seq


MAKERS: dict[str, Callable[[Path], Captioner]] = {
    "sanduku int8": lambda folder: Sanduku(folder, "int8"),
    "sanduku fp32": lambda folder: Sanduku(folder, "fp32"),
    "optimum fp32": Optimum,
    "transformers eager fp32": lambda folder: Transformers(folder, "eager"),
    "transformers sdpa fp32": lambda folder: Transformers(folder, "sdpa"),
}


def measure(captioner: Captioner) -> dict[str, Any]:
    """Return what one contender takes; times are processor seconds."""
    found: dict[str, Any] = {}
    found["load_seconds"], _ = _timed(captioner.load)
    noise = np.random.default_rng(0).random((1, 3, SIDE, SIDE), np.float32)
    pixels = np.ascontiguousarray(noise * 2 - 1)
    captioner.look(pixels)
    found["look_seconds"], _ = _timed(lambda: captioner.look(pixels))
    first, _ = _timed(lambda: captioner.caption(pixels + 0.01, 1))
    whole, said = _timed(lambda: captioner.caption(pixels, TOKENS))
    found["caption_seconds"] = whole
    found["tokens_per_second"] = (TOKENS - 1) / (whole - first)
    found["peak_megabytes"] = peak_megabytes()
    return {**found, "said": said}


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def main() -> None:
    """Measure the contender that the arguments name, or export for optimum."""
    name, folder = sys.argv[1:]
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    if name == "export":
        export_optimum(Path(folder))
        return
    # Last, and in a line of its own: libraries print what they like.
    sys.stdout.write("\n" + json.dumps(measure(MAKERS[name](Path(folder)))) + "\n")


if __name__ == "__main__":
    main()
