"""What answers about a picture in ``bench vision``: ours, and its peers, each in a process of its own.

``python -m benchmarks.vision_contenders NAME FOLDER`` loads one of them from a folder that
:mod:`benchmarks.vision_models` prepared, measures it on one thread, and prints JSON. Times are processor
seconds.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from benchmarks.peak import peak_megabytes

Array = NDArray[Any]

PICTURE = (1024, 768)
"""Width and height of the picture in pixels."""
PROFILE = "balanced"
QUESTIONS = ("What is in the picture?", "Who is there?")
LENGTHS = (100, 900)
"""Positions of the text at which writing is measured."""
STEPS = 64
"""Tokens that are written there."""
LONG = 900
"""Length of the prompt whose taking in is measured."""


class Writer(Protocol):
    """Writes text."""

    def load(self) -> None:
        """Be ready to answer."""
        ...

    def begin(self, tokens: Sequence[int]) -> int:
        """Take in a prompt and return the likeliest next token."""
        ...

    def step(self, token: int) -> int:
        """Take in one token and return the likeliest next one."""
        ...


class Seer(Writer, Protocol):
    """Writes text about a picture."""

    def see(self, image: Array) -> int:
        """Look at a picture as if for the first time; returns how many tiles were looked at."""
        ...

    def ask(self, image: Array, question: str) -> None:
        """Answer with one token; what it remembers of the picture may be used."""
        ...


class Sanduku:
    """Ours: a pack's precision."""

    def __init__(self, folder: Path, precision: str) -> None:
        """Note what to load."""
        self._folder = folder / "pack"
        self._precision = precision

    def load(self) -> None:
        """Open the pack, every file checked."""
        from engine.packs import load_pack
        from engine.vision import ImageTextModel

        self._model = ImageTextModel.open(load_pack(self._folder), precision=self._precision)
        self._decoder = self._model._family.decoder

    def see(self, image: Array) -> int:
        """Look at a picture."""
        return len(self._model.see(image, key="picture", profile=PROFILE).features)

    def ask(self, image: Array, question: str) -> None:
        """Answer with one token."""
        from engine.vision import Limits

        seen = self._model.see(image, key="picture", profile=PROFILE)
        self._model.generate(seen, question, limits=Limits(1))

    def begin(self, tokens: Sequence[int]) -> int:
        """Take in a prompt in our own chunks."""
        return _prefilled(self._decoder, tokens)

    def step(self, token: int) -> int:
        """Take in one token."""
        return int(self._decoder.feed([token]).argmax())


class SandukuText:
    """The text half of ours alone, beside peers that have no other."""

    def __init__(self, folder: Path, precision: str) -> None:
        """Note what to load."""
        self._folder = folder / "pack"
        self._precision = precision

    def load(self) -> None:
        """Open decoder and embeddings, their files checked."""
        from engine.packs import load_pack
        from engine.runtime import Network, give_back_memory
        from engine.vision.decoder import Decoder
        from engine.vision.families import embedder

        pack = load_pack(self._folder)
        networks = {}
        for role in ("decoder", "embed_tokens"):
            networks[role] = Network.open(pack.path_of(role, self._precision))
            give_back_memory()
        context = pack.image_text.context or 2048
        embed = embedder(networks["embed_tokens"])
        self._decoder = Decoder(networks["decoder"], context=context, embed=embed)

    def begin(self, tokens: Sequence[int]) -> int:
        """Take in a prompt in our own chunks."""
        return _prefilled(self._decoder, tokens)

    def step(self, token: int) -> int:
        """Take in one token."""
        return int(self._decoder.feed([token]).argmax())


class Transformers:
    """The original code in fp32, by one of its ways to attend."""

    def __init__(self, folder: Path, attention: str) -> None:
        """Note what to load."""
        self._folder = folder
        self._attention = attention

    def load(self) -> None:
        """Load the checkpoint."""
        import torch
        from transformers import SmolVLMForConditionalGeneration

        from engine.packs import load_pack
        from engine.vision.text import open_text

        torch.set_num_threads(1)
        torch.set_grad_enabled(False)
        pack = load_pack(self._folder / "pack")
        self._plan, self._text = pack.image_text, open_text(pack)
        self._model = SmolVLMForConditionalGeneration.from_pretrained(
            self._folder / "snapshot", attn_implementation=self._attention, dtype=torch.float32
        ).eval()

    def see(self, image: Array) -> int:
        """Look at a picture, all tiles at once as it does by itself."""
        inputs = self._inputs(image, QUESTIONS[0])
        self._model.model.get_image_features(
            pixel_values=inputs["pixel_values"], pixel_attention_mask=inputs["pixel_attention_mask"]
        )
        return int(inputs["pixel_values"].shape[1])

    def ask(self, image: Array, question: str) -> None:
        """Answer with one token; it looks at the picture again each time."""
        self._model.generate(**self._inputs(image, question), max_new_tokens=1, do_sample=False)

    def begin(self, tokens: Sequence[int]) -> int:
        """Take in a prompt."""
        import torch

        self._past = None
        return self._run(torch.tensor([list(tokens)]))

    def step(self, token: int) -> int:
        """Take in one token."""
        import torch

        return self._run(torch.tensor([[token]]))

    def _run(self, ids: Any) -> int:  # noqa: ANN401 - torch's types are not read
        given = self._model.model.text_model(input_ids=ids, past_key_values=self._past, use_cache=True)
        self._past = given.past_key_values
        return int(self._model.lm_head(given.last_hidden_state[:, -1]).argmax())

    def _inputs(self, image: Array, question: str) -> dict[str, Any]:
        import torch

        from engine.vision.pictures import prepare
        from engine.vision.text import picture_text, turn_text

        views = prepare(image, self._plan.preprocess, self._plan.profiles[PROFILE].tiles)
        per_tile = self._plan.prompt.image_tokens_per_tile or 1
        picture = picture_text(self._plan.prompt, views.grid, per_tile)
        ids = self._text.tokens(turn_text(self._plan.prompt, question, picture=picture))
        pixels = torch.from_numpy(views.pixels)[None]
        mask = torch.ones((1, pixels.shape[1], *pixels.shape[3:]), dtype=torch.int64)
        given = torch.tensor([ids])
        return {
            "input_ids": given,
            "attention_mask": torch.ones_like(given),
            "pixel_values": pixels,
            "pixel_attention_mask": mask,
        }


class GenAI:
    """onnxruntime-genai, which has no SmolVLM: its text half, as its own builder makes it."""

    def __init__(self, folder: Path, precision: str) -> None:
        """Note what to load."""
        self._folder = folder / f"genai-{precision}"

    def load(self) -> None:
        """Load the model."""
        import onnxruntime_genai as genai

        self._genai = genai
        self._model = genai.Model(str(self._folder))

    def begin(self, tokens: Sequence[int]) -> int:
        """Take in a prompt."""
        options = self._genai.GeneratorParams(self._model)
        options.set_search_options(max_length=LONG + STEPS + 64, do_sample=False)
        self._generator = self._genai.Generator(self._model, options)
        self._generator.append_tokens(np.array([list(tokens)], np.int32))
        return int(np.asarray(self._generator.get_logits()).reshape(-1).argmax())

    def step(self, token: int) -> int:
        """Take in one token."""
        self._generator.append_tokens(np.array([[token]], np.int32))
        return int(np.asarray(self._generator.get_logits()).reshape(-1).argmax())


class LlamaCpp:
    """llama.cpp on the text half."""

    def __init__(self, folder: Path, precision: str) -> None:
        """Note what to load."""
        self._file = folder / f"text-{precision}.gguf"

    def load(self) -> None:
        """Load the model."""
        import llama_cpp

        self._model = llama_cpp.Llama(
            str(self._file), n_ctx=LONG + STEPS + 64, n_threads=1, n_threads_batch=1, verbose=False
        )

    def begin(self, tokens: Sequence[int]) -> int:
        """Take in a prompt."""
        self._model.reset()
        return self._run(list(tokens))

    def step(self, token: int) -> int:
        """Take in one token."""
        return self._run([token])

    def _run(self, tokens: list[int]) -> int:
        import llama_cpp

        self._model.eval(tokens)
        numbers = llama_cpp.llama_get_logits_ith(self._model.ctx, -1)
        return int(np.ctypeslib.as_array(numbers, shape=(self._model.n_vocab(),)).argmax())


MAKERS: dict[str, Callable[[Path], Writer]] = {
    "sanduku int8": lambda folder: Sanduku(folder, "int8"),
    "sanduku int8-lean": lambda folder: Sanduku(folder, "int8-lean"),
    "sanduku fp32": lambda folder: Sanduku(folder, "fp32"),
    "transformers eager fp32": lambda folder: Transformers(folder, "eager"),
    "transformers sdpa fp32": lambda folder: Transformers(folder, "sdpa"),
    "sanduku int8, text half": lambda folder: SandukuText(folder, "int8"),
    "sanduku int8-lean, text half": lambda folder: SandukuText(folder, "int8-lean"),
    "sanduku int4, text half": lambda folder: SandukuText(folder, "int4"),
    "sanduku int4-lean, text half": lambda folder: SandukuText(folder, "int4-lean"),
    "onnxruntime-genai int4, text half": lambda folder: GenAI(folder, "int4"),
    "onnxruntime-genai fp32, text half": lambda folder: GenAI(folder, "fp32"),
    "llama.cpp Q4_0, text half": lambda folder: LlamaCpp(folder, "Q4_0"),
    "llama.cpp Q8_0, text half": lambda folder: LlamaCpp(folder, "Q8_0"),
}


def measure(contender: Writer) -> dict[str, float | list[int]]:
    """Return what one contender takes, in the order of a person's work."""
    found: dict[str, float | list[int]] = {}
    found["load_seconds"], _ = _timed(contender.load)
    image = np.random.default_rng(0).integers(0, 256, (PICTURE[1], PICTURE[0], 3), np.uint8)
    if hasattr(contender, "see"):
        seer: Seer = contender  # type: ignore[assignment]
        seconds, tiles = _timed(lambda: seer.see(image))
        found["tiles"] = tiles
        found["vision_seconds_per_tile"] = seconds / tiles
        found["first_answer_seconds"], _ = _timed(lambda: seer.ask(image, QUESTIONS[0]))
        found["second_answer_seconds"], _ = _timed(lambda: seer.ask(image, QUESTIONS[1]))
    prompt = np.random.default_rng(1).integers(10, 250, LONG).tolist()
    said: list[int] = []
    for length in sorted(LENGTHS, reverse=True):
        seconds, token = _timed(lambda length=length: contender.begin(prompt[:length]))  # type: ignore[misc]
        if length == LONG:
            found["prefill_tokens_per_second"] = length / seconds
        said.append(token)
        took = []
        for _ in range(STEPS):
            seconds, token = _timed(lambda token=token: contender.step(token))  # type: ignore[misc]
            took.append(seconds)
            said.append(token)
        # The median step: other work on the computer makes some of them slow.
        found[f"tokens_per_second_at_{length}"] = 1 / median(took)
    found["peak_megabytes"] = peak_megabytes()
    found["said"] = said
    return found


def _prefilled(decoder: Any, tokens: Sequence[int]) -> int:  # noqa: ANN401 - loaded only where it is measured
    from engine.vision.families import take_in

    decoder.restart(expected=len(tokens) + STEPS)
    return int(take_in(decoder, list(tokens), lambda: False).argmax())


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def main() -> None:
    """Measure the contender that the arguments name."""
    name, folder = sys.argv[1:]
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    sys.stdout.write(json.dumps(measure(MAKERS[name](Path(folder)))))


if __name__ == "__main__":
    main()
