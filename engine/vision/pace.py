"""How fast a model is: what its manifest says at first, what is measured on this computer from then on."""

from dataclasses import dataclass

from engine.packs import Measured
from engine.vision.pictures import Grid

WEIGHT = 0.3
"""How much each new measurement counts against those before."""
ENOUGH = 8
"""Tokens below which a pace is not worth measuring."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a picture and an answer will probably take.

    Attributes:
        seconds: None while nothing was measured.
        peak_bytes: Most memory; None if it was never measured.
        tiles: How many pieces of the picture are looked at.
        measured_here: Whether the pace was measured on this computer.
    """

    seconds: float | None
    peak_bytes: int | None
    tiles: int
    measured_here: bool


class Pace:
    """Seconds for each tile, each token taken in, and each token written."""

    def __init__(self, measured: Measured | None) -> None:
        """Begin with what the manifest says."""
        self._peak = measured.peak_bytes if measured is not None else None
        self._tile = measured.seconds_per_tile if measured is not None else None
        self._prefill = _inverse(measured.prefill_tokens_per_second if measured is not None else None)
        self._token = _inverse(measured.tokens_per_second if measured is not None else None)
        self._here: set[str] = set()

    def looked(self, tiles: float, seconds: float) -> None:
        """Note how long tiles, or parts of one, took to look at."""
        self._tile = self._mixed("tile", self._tile, seconds / tiles)

    def took_in(self, tokens: int, seconds: float) -> None:
        """Note how long tokens of a prompt took; few tell nothing."""
        if tokens >= ENOUGH:
            self._prefill = self._mixed("prefill", self._prefill, seconds / tokens)

    def wrote(self, tokens: int, seconds: float) -> None:
        """Note how long tokens of an answer took; few tell nothing."""
        if tokens >= ENOUGH:
            self._token = self._mixed("token", self._token, seconds / tokens)

    def estimate(self, grid: Grid, prompt: int, answer: int) -> Estimate:
        """Return what looking at a picture, taking in a prompt and writing an answer will take."""
        parts = (self._tile, self._prefill, self._token)
        if any(part is None for part in parts):
            return Estimate(None, self._peak, grid.tiles, measured_here=False)
        tile, prefill, token = (part or 0.0 for part in parts)
        seconds = grid.work * tile + prompt * prefill + answer * token
        return Estimate(seconds, self._peak, grid.tiles, measured_here={"tile", "token"} <= self._here)

    def _mixed(self, name: str, before: float | None, now: float) -> float:
        if before is None or name not in self._here:
            self._here.add(name)
            return now
        return before * (1 - WEIGHT) + now * WEIGHT


def _inverse(pace: float | None) -> float | None:
    return 1 / pace if pace else None
