"""How far two sets of logits, or two sets of vectors, are apart: the figures that stand in the manifest."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Logits = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Strayed:
    """How far a smaller variant strays from the original over the same tokens.

    Attributes:
        largest: Largest difference of a logit.
        mean: Mean difference of a logit.
        divergence: Mean Kullback-Leibler divergence of the probabilities, in nats.
        same_choice: Share of tokens for which both would choose the same.
        tokens: How many were held against each other.
    """

    largest: float
    mean: float
    divergence: float
    same_choice: float
    tokens: int

    def as_gate(self) -> dict[str, float]:
        """Return the figures as the manifest holds them."""
        return {
            "logit_error_max": round(self.largest, 6),
            "logit_error_mean": round(self.mean, 6),
            "kl_divergence": round(self.divergence, 8),
            "top1_agreement": round(self.same_choice, 4),
            "tokens_compared": float(self.tokens),
        }


def compare(pairs: Sequence[tuple[Logits, Logits]]) -> Strayed:
    """Compare logits (tokens, vocabulary): each pair is the original's and the variant's."""
    original = np.concatenate([pair[0] for pair in pairs])
    variant = np.concatenate([pair[1] for pair in pairs])
    difference = np.abs(original - variant)
    first, second = _log_softmax(original), _log_softmax(variant)
    divergence = (np.exp(first) * (first - second)).sum(axis=-1)
    return Strayed(
        largest=float(difference.max()),
        mean=float(difference.mean()),
        divergence=float(divergence.mean()),
        same_choice=float((original.argmax(-1) == variant.argmax(-1)).mean()),
        tokens=len(original),
    )


def leading(first: Sequence[int], second: Sequence[int]) -> int:
    """Return how many tokens two answers have in common from the first one on."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def margins(logits: Logits) -> NDArray[np.float32]:
    """Return by how much the best logit of each token is above the second best."""
    best = np.partition(logits, -2, axis=-1)[:, -2:]
    return best[:, 1] - best[:, 0]


def _log_softmax(logits: Logits) -> NDArray[np.float64]:
    shifted = logits.astype(np.float64) - logits.max(axis=-1, keepdims=True)
    logarithms: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return logarithms
