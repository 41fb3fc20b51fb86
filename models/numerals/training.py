"""Trains the network on lines that are drawn while it learns.

One run is bounded by its number of lines. It writes a checkpoint now and then and goes on from it when it is
started again; lines already learnt are never drawn a second time. A GPU is used if there is one. This module
needs torch.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.geometry import Quad
from engine.ocr.crops import cut_strip
from engine.ocr.engines.numerals import strip_input
from models.numerals import drawing, texts
from models.numerals.drawing import Fonts
from models.numerals.network import COLUMNS_PER_STEP, HEIGHT, new_network, steps_of

_WIDEST = 640
"""Columns beyond which a line is left out of training: it would cost more than it teaches."""
_BATCH = 48
_BATCHES_DRAWN = 16
"""Batches that are drawn together and sorted by width, so that little of a batch is padding."""
_HIGHEST_RATE = 3e-3
_WARM_UP = 0.05
"""Share of the training in which the rate of learning rises."""
_CHECKPOINT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line for the network.

    Attributes:
        strip: float32 of shape (32, width).
        labels: What it should spell.
    """

    strip: NDArray[np.float32]
    labels: str


def train(
    fonts: Fonts,
    checkpoint: Path,
    *,
    lines: int,
    on_progress: Callable[[int, float], None] = lambda _lines, _loss: None,
) -> nn.Sequential:
    """Train until so many lines were learnt, from the checkpoint if there is one.

    Args:
        fonts: To draw with.
        checkpoint: File that is read first and written now and then.
        lines: In all, earlier runs included.
        on_progress: Told after each round how many lines were learnt and the mean loss of the round.

    Returns:
        The network, on the processor, ready to be used.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = new_network().to(device)
    optimiser = torch.optim.AdamW(network.parameters(), lr=_HIGHEST_RATE, weight_decay=1e-4)
    learnt = 0
    if checkpoint.exists():
        state: dict[str, Any] = torch.load(checkpoint, map_location=device, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        learnt = int(state["lines"])
    saved = time.monotonic()
    while learnt < lines:
        losses = []
        for batch in _batches(fonts, seed=learnt):
            for group in optimiser.param_groups:
                group["lr"] = _rate(learnt / lines)
            losses.append(_learn(network, optimiser, batch, device))
            learnt += len(batch)
        on_progress(learnt, float(np.mean(losses)))
        if time.monotonic() - saved > _CHECKPOINT_SECONDS or learnt >= lines:
            _save(checkpoint, network, optimiser, learnt)
            saved = time.monotonic()
    return network.to("cpu").eval()


def drawn_line(random: texts.Random, fonts: Fonts) -> Drawn | None:
    """Draw one line; None where it is too long or too small to be of use."""
    pieces = texts.line(random)
    line = drawing.drawn(random, fonts, pieces)
    strip = cut_strip(line, Quad.from_box(0, 0, line.shape[1], line.shape[0]), height=HEIGHT)
    labels = "".join(piece.labels for piece in pieces)
    if (
        strip is None
        or strip.shape[1] > _WIDEST
        or _steps_needed(labels) > strip.shape[1] // COLUMNS_PER_STEP
    ):
        return None
    return Drawn(strip_input(strip), labels)


def _batches(fonts: Fonts, *, seed: int) -> Iterator[list[Drawn]]:
    random = np.random.default_rng(seed)
    pool: list[Drawn] = []
    while len(pool) < _BATCH * _BATCHES_DRAWN:
        line = drawn_line(random, fonts)
        if line is not None:
            pool.append(line)
    pool.sort(key=lambda line: line.strip.shape[1])
    for number in random.permutation(_BATCHES_DRAWN):
        yield pool[number * _BATCH : (number + 1) * _BATCH]


def _learn(
    network: nn.Sequential, optimiser: torch.optim.Optimizer, batch: list[Drawn], device: torch.device
) -> float:
    widths = [line.strip.shape[1] for line in batch]
    strips = np.stack(
        [
            np.pad(b.strip, ((0, 0), (0, max(widths) - w)), mode="edge")
            for b, w in zip(batch, widths, strict=True)
        ]
    )
    targets = [texts.ALPHABET.index(letter) for line in batch for letter in line.labels]
    network.train()
    scores = network(torch.from_numpy(strips)[:, None].to(device))[:, :, 0].permute(2, 0, 1)
    loss = nn.functional.ctc_loss(
        scores.log_softmax(2),
        torch.tensor(targets, dtype=torch.long, device=device),
        steps_of(torch.tensor(widths)),
        torch.tensor([len(line.labels) for line in batch]),
        zero_infinity=True,
    )
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    optimiser.step()
    return float(loss.detach())


def _rate(done: float) -> float:
    """Return the rate of learning: it rises for a while and falls along a cosine."""
    if done < _WARM_UP:
        return _HIGHEST_RATE * (0.1 + 0.9 * done / _WARM_UP)
    return _HIGHEST_RATE * max(0.002, 0.5 + 0.5 * float(np.cos(np.pi * (done - _WARM_UP) / (1 - _WARM_UP))))


def _steps_needed(labels: str) -> int:
    """Return how many steps a text takes at least: equal neighbours need "nothing" between them."""
    return len(labels) + sum(a == b for a, b in pairwise(labels))


def _save(checkpoint: Path, network: nn.Sequential, optimiser: torch.optim.Optimizer, lines: int) -> None:
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "lines": lines}
    draft = checkpoint.with_suffix(".draft")
    torch.save(state, draft)
    draft.replace(checkpoint)
