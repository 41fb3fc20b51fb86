"""Finds out whether an accelerator does a network right, and faster: only then is it used.

A provider may be listed without hardware, may fall back to the processor in silence, may give wrong numbers
with some driver, or may be slower for a small network than the copying is worth: each network is run on both.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import SandukuError
from engine.runtime.network import Runs

GAIN = 1.15
"""How much faster an accelerator must be: less is not worth its memory and its drivers."""
TOLERANCE = 0.02
"""Largest difference from the processor, in units of its largest number: half precision stays below."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a provider is used for a network.

    Attributes:
        provider: Which.
        kept: Whether it is used.
        reason: One sentence for people.
        difference: Largest difference from the processor's numbers, in units of the largest of those.
        gain: How many times faster it was than the processor.
    """

    provider: str
    kept: bool
    reason: str
    difference: float | None = None
    gain: float | None = None


def probe(
    provider: str,
    reference: Runs,
    open_candidate: Callable[[], Runs],
    feeds: Mapping[str, NDArray[Any]],
    *,
    repeats: int = 3,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[Verdict, Runs | None]:
    """Run a network on the processor and on a provider, and say whether the provider is to be used.

    Args:
        provider: Its name.
        reference: The network on the processor.
        open_candidate: Opens the same network on the provider.
        feeds: Inputs like those of real work.
        repeats: How often each is timed, after one run that is not.
        clock: Gives seconds.

    Returns:
        The verdict, and the opened network if it is kept.
    """
    try:
        expected = reference.run(feeds)
    except SandukuError as error:
        reason = f"'{provider}' was not tried, as the processor itself fails at the trial: {error}"
        return Verdict(provider, kept=False, reason=reason), None
    try:
        candidate = open_candidate()
        found = candidate.run(feeds)
        difference = _difference(expected, found)
        if difference is None or difference > TOLERANCE:
            return Verdict(
                provider,
                kept=False,
                reason=f"'{provider}' gives other results than the processor, so the processor is used.",
                difference=difference,
            ), None
        ours, theirs = _seconds(reference, feeds, repeats, clock), _seconds(candidate, feeds, repeats, clock)
    except SandukuError as error:
        return Verdict(
            provider,
            kept=False,
            reason=f"'{provider}' cannot run this model, so the processor is used: {error}",
        ), None
    gain = ours / theirs if theirs > 0 else 1.0
    if gain < GAIN:
        return Verdict(
            provider,
            kept=False,
            reason=f"'{provider}' is not faster than the processor here, so the processor is used.",
            difference=difference,
            gain=gain,
        ), None
    reason = f"'{provider}' gives the same results as the processor, {gain:.1f} times as fast."
    return Verdict(provider, kept=True, reason=reason, difference=difference, gain=gain), candidate


def _difference(expected: Mapping[str, NDArray[Any]], found: Mapping[str, NDArray[Any]]) -> float | None:
    """Return the largest difference in units of the largest expected number; None if incomparable."""
    worst = 0.0
    for name, right in expected.items():
        other = found.get(name)
        if other is None or other.shape != right.shape:
            return None
        if not right.size:
            continue
        right, other = right.astype(np.float64), other.astype(np.float64)
        if not (np.isfinite(right).all() and np.isfinite(other).all()):
            return None  # Against what is no number nothing can be compared.
        worst = max(worst, float(np.abs(right - other).max()) / max(float(np.abs(right).max()), 1e-6))
    return worst


def _seconds(
    network: Runs, feeds: Mapping[str, NDArray[Any]], repeats: int, clock: Callable[[], float]
) -> float:
    taken = []
    for _ in range(repeats):
        begun = clock()
        network.run(feeds)
        taken.append(clock() - begun)
    return median(taken)
