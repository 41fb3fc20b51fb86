"""The network: a small stack of convolutions that spells a strip of 32 rows, one step for each 4 columns.

Its size is bounded by what a repository may hold: some 115,000 weights, 230 kB at half precision. This module
needs torch.
"""

import torch
from torch import nn

from models.numerals.texts import ALPHABET

HEIGHT = 32
COLUMNS_PER_STEP = 4


def new_network() -> nn.Sequential:
    """Return an untrained network.

    It takes float32 of shape (lines, 1, 32, width) as
    :func:`engine.ocr.engines.numerals.strip_input` makes it, and gives float32 of shape
    (lines, classes, 1, steps): the score of each class at each step.
    """
    return nn.Sequential(
        *_step(1, 16, 3, stride=(2, 2)),
        *_step(16, 32, 3),
        *_step(32, 48, 3, stride=(2, 2)),
        *_step(48, 48, 3),
        *_step(48, 64, 3, stride=(2, 1)),
        # What stands at one place of the line, over its whole height, …
        nn.Conv2d(64, 96, (4, 1), bias=False), nn.BatchNorm2d(96), nn.ReLU(),
        # … and with its neighbours to either side.
        *_along(96, 96),
        *_along(96, 96),
        nn.Dropout(0.1),
        nn.Conv2d(96, len(ALPHABET), 1),
    )  # fmt: skip


def steps_of(widths: torch.Tensor) -> torch.Tensor:
    """Return how many steps the network takes on strips of these widths."""
    return torch.div(torch.div(widths + 1, 2, rounding_mode="floor") + 1, 2, rounding_mode="floor")


def _step(inputs: int, outputs: int, size: int, *, stride: tuple[int, int] = (1, 1)) -> list[nn.Module]:
    convolution = nn.Conv2d(inputs, outputs, size, stride=stride, padding=size // 2, bias=False)
    return [convolution, nn.BatchNorm2d(outputs), nn.ReLU()]


def _along(inputs: int, outputs: int) -> list[nn.Module]:
    sideways = nn.Conv2d(inputs, inputs, (1, 5), padding=(0, 2), groups=inputs, bias=False)
    return [
        sideways,
        nn.BatchNorm2d(inputs),
        nn.Conv2d(inputs, outputs, 1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    ]
