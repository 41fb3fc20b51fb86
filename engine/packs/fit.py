"""Says whether a pack fits the memory and disk of this computer, before anything runs out of either.

What is compared is what was measured when the pack was made, with what is free now; within a container or
another group with a limit of its own, that limit counts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import psutil

from engine.packs.manifest import Manifest

TIGHT = 0.8
"""Share of the free memory above which other programs would be pushed out."""
ESTIMATED_FACTOR, ESTIMATED_BASE = 1.6, 250_000_000
"""Memory of a precision that nobody measured: so much for each byte of its files, and so much besides."""
_CGROUP = Path("/sys/fs/cgroup")


class Verdict(StrEnum):
    """How a precision fits."""

    FITS = "fits"
    TIGHT = "tight"
    """It fits if other programs are closed."""
    TOO_BIG = "too-big"


@dataclass(frozen=True, slots=True)
class Fit:
    """How a precision of a pack fits this computer.

    Attributes:
        verdict: In a word.
        precision: Which one.
        needed: Bytes of memory that it takes.
        measured: Whether that was measured; else it is estimated from the size of its files.
        available: Bytes of memory that are free.
        smaller: The largest other precision that fits; empty if this one does, or none does.
    """

    verdict: Verdict
    precision: str
    needed: int
    measured: bool
    available: int
    smaller: str = ""

    @property
    def fits(self) -> bool:
        """Whether it can be opened."""
        return self.verdict is not Verdict.TOO_BIG

    def sentence(self) -> str:
        """Return the verdict as a person reads it."""
        need = f"{'needs' if self.measured else 'needs about'} {_size(self.needed)} of memory"
        told = {
            Verdict.FITS: f"fits: {need}, {_size(self.available)} are free",
            Verdict.TIGHT: f"tight: {need}, {_size(self.available)} are free; close other programs first",
            Verdict.TOO_BIG: f"too big: {need}, only {_size(self.available)} are free",
        }[self.verdict]
        return f"{told}; '{self.smaller}' fits" if self.smaller else told


def fit(
    manifest: Manifest, precision: str | None = None, *, available: Callable[[], int] | None = None
) -> Fit | None:
    """Say whether a precision of an image-text pack fits; None for other packs, which are small.

    Args:
        manifest: Of the pack.
        precision: Which one; None for the default one.
        available: Tells the free memory in bytes; by default that of this computer.
    """
    part = manifest.image_text
    if part is None:
        return None
    free = (available or available_memory)()
    chosen = precision or part.default_precision
    needs = {name: memory_needed(manifest, name) for name in part.precisions}
    needed, measured = needs[chosen]
    verdict = Verdict.FITS if needed <= TIGHT * free else Verdict.TIGHT if needed <= free else Verdict.TOO_BIG
    smaller = ""
    if verdict is Verdict.TOO_BIG:
        fitting = {name: need for name, (need, _) in needs.items() if need <= free}
        smaller = max(fitting, key=lambda name: fitting[name], default="")
    return Fit(verdict, chosen, needed, measured, free, smaller)


def memory_needed(manifest: Manifest, precision: str) -> tuple[int, bool]:
    """Return the bytes of memory that a precision takes, and whether that was measured."""
    part = manifest.image_text
    assert part is not None
    chosen = part.precisions[precision]
    if chosen.measured is not None:
        return chosen.measured.peak_bytes, True
    files = {
        file
        for role, model in part.components.items()
        for file in manifest.models[model].files_of(chosen.variants[role])
    }
    size = sum(manifest.files[file].byte_size for file in files)
    return round(size * ESTIMATED_FACTOR) + ESTIMATED_BASE, False


def available_memory(groups: Path = _CGROUP) -> int:
    """Return the bytes of memory that a program can take now without pushing others out.

    Args:
        groups: Where Linux tells the limits of the group that this process is in.
    """
    free = int(psutil.virtual_memory().available)
    limit, used = _limit(groups)
    if limit is None or used is None:
        return free
    # Pages of files count as used, though they are given up as soon as memory is wanted.
    return min(free, max(0, limit - used + _given_up(groups)))


def total_memory(groups: Path = _CGROUP) -> int:
    """Return the bytes of memory that there are for this process in all; see :func:`available_memory`."""
    total = int(psutil.virtual_memory().total)
    limit, _ = _limit(groups)
    return total if limit is None else min(total, limit)


def _limit(groups: Path) -> tuple[int | None, int | None]:
    """Return the limit of the group that this process is in, and what is used of it; None for none."""
    limit, used = _number(groups / "memory.max"), _number(groups / "memory.current")
    if limit is None:
        limit = _number(groups / "memory" / "memory.limit_in_bytes")
        used = _number(groups / "memory" / "memory.usage_in_bytes")
    return limit, used


def _given_up(groups: Path) -> int:
    for path, wanted in (
        (groups / "memory.stat", "inactive_file"),
        (groups / "memory" / "memory.stat", "total_inactive_file"),
    ):
        try:
            rows = path.read_text(encoding="ascii").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        for row in rows:
            name, _, value = row.partition(" ")
            if name == wanted and value.isdigit():
                return int(value)
    return 0


def _number(path: Path) -> int | None:
    """Return the number that a file of the system holds; None if there is none, or no limit."""
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return int(text) if text.isdigit() else None


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 950_000_000 else f"{count / 1e6:.0f} MB"
