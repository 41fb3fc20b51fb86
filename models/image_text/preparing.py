"""From a snapshot to a pack that can be carried, in one go: every step, each of which may be done already."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from engine.errors import DiskFullError
from engine.packs import Pack
from engine.vision.trial import try_pack
from models.image_text.benchmarking import bench
from models.image_text.errors import SnapshotError, TooSmallError
from models.image_text.exporting import REFERENCE, ExportOptions, Tell, export
from models.image_text.gating import MARGIN, gate
from models.image_text.packing import allowed, pack, zip_pack
from models.image_text.pictures import from_folder
from models.image_text.published import FOLDER, is_published, know_answers, take_over
from models.image_text.variants import quantise
from models.image_text.verifying import verify
from models.image_text.workshop import Workshop

MEMORY_FACTOR, DISK_FACTOR = 3.5, 4.0
"""What making a pack needs, as multiples of the snapshot's weights in float32."""
PUBLISHED_MEMORY = 4
"""What taking over published graphs needs, as a multiple of the largest of their files."""
MOST_PICTURES = 4
FAR = 0.1
"""Divergence from the original, in nats for each token, that a person is warned of."""


@dataclass(frozen=True)
class Prepared:
    """What came of it.

    Attributes:
        pack: As a folder.
        file: The same as one file.
        notes: What could not be tried, and what strays far, in English.
    """

    pack: Pack
    file: Path
    notes: tuple[str, ...]


def prepare(
    snapshot: Path,
    target: Path,
    options: ExportOptions,
    *,
    tell: Tell,
    precisions: Sequence[str] | None = None,
    shipped: Sequence[str] | None = None,
    images: Path | None = None,
    labelled: Path | None = None,
    margin: float = MARGIN,
) -> Prepared:
    """Make a pack of a snapshot.

    Args:
        snapshot: Its folder.
        target: Receives the pack as a folder and as a file, and the folder ``work`` with all steps.
        options: What a person says about the pack.
        tell: Is told what goes on.
        precisions: Which to make; None for those that suit the model.
        shipped: Which to pack; None for all but the reference.
        images: Folder with pictures to compare on; None for some that are drawn.
        labelled: Folder with pictures and their right answers, by which precisions are refused.
        margin: Most of the accuracy that a smaller precision may lose, as a part of 1.

    Raises:
        TooSmallError: There is not enough memory.
        SnapshotError: Something is missing, or cannot be had from this folder.
        GateError: No smaller precision is right often enough.
        engine.errors.DiskFullError: There is not enough disk.
    """
    check_room(snapshot, target)
    if precisions and is_published(snapshot):
        raise SnapshotError(
            "This folder holds graphs in the precisions that their publisher made; none can be added.",
            which=snapshot,
            remedy="Leave --precision out, and choose with --ship. With the weights, others can be made.",
        )
    workshop = Workshop(target / "work")
    steps: list[tuple[str, Callable[[], bool]]] = []
    if is_published(snapshot):
        steps.append(("Taken over", lambda: take_over(snapshot, workshop, options, tell=tell)))
        steps.append(("Asked", lambda: know_answers(workshop, tell=tell)))
    else:
        pictures = None if images is None else from_folder(images, most=MOST_PICTURES)
        steps.append(("Exported", lambda: export(snapshot, workshop, options, tell=tell)))
        steps.append(("Made smaller", lambda: quantise(workshop, precisions, tell=tell, images=pictures)))
        steps.append(
            ("Held against the original", lambda: verify(snapshot, workshop, tell=tell, images=pictures))
        )
    if labelled is not None:
        steps.append(("Judged", lambda: gate(workshop, labelled, tell=tell, margin=margin)))
    steps.append(("Measured", lambda: bench(workshop, None, tell=tell)))
    for what, step in steps:
        tell(f"{what}." if step() else f"{what} before.")
    name = workshop.draft["name"]
    made = pack(workshop, target / name, allowed(workshop.draft, shipped))
    tell("Trying the pack")
    notes = try_pack(made)
    file = zip_pack(made, target / f"{name}-{made.manifest.version}.zip")
    return Prepared(made, file, (*strays(workshop.draft["precisions"]), *notes))


def strays(precisions: Mapping[str, Any]) -> list[str]:
    """Return a warning for each smaller precision whose probabilities are far from the original's.

    A model with a few very large values inside, as many have, can suffer more from 8 bits than one expects.
    """
    return [
        f"'{name}' strays far from the original (divergence {each['gate']['kl_divergence']:.2f} nats)."
        " Judge it by --labelled, or make it with --precision int8-blocks."
        for name, each in precisions.items()
        if name != REFERENCE and (each.get("gate") or {}).get("kl_divergence", 0) > FAR
    ]


def check_room(snapshot: Path, target: Path) -> None:
    """Raise before hours of work, rather than after them, if memory or disk cannot be enough."""
    needed, wanted = _needs(snapshot)
    free = int(psutil.virtual_memory().available)
    if needed > free:
        raise TooSmallError(
            f"Preparing this model takes about {_gigabytes(needed)} of memory, {_gigabytes(free)} are free.",
            which=snapshot,
            remedy="Close other programs, or prepare it on a computer with more memory.",
        )
    place = target
    while not place.exists():
        place = place.parent
    room = shutil.disk_usage(place).free
    if wanted > room:
        raise DiskFullError(
            f"Preparing this model takes about {_gigabytes(wanted)} of disk, {_gigabytes(room)} are free.",
            which=place,
            remedy="Free some, or name another folder with --out.",
        )


def _needs(snapshot: Path) -> tuple[int, int]:
    """Return how many bytes of memory and of disk making a pack takes, about."""
    if is_published(snapshot):
        # They are copied and run, one precision after the other, and packed once more as a file.
        sizes = [path.stat().st_size for path in (snapshot / FOLDER).glob("*.onnx*")]
        return int(max(sizes, default=0) * PUBLISHED_MEMORY), sum(sizes) * 2
    weights = _weights(snapshot) * (2 if any("16" in line for line in _types(snapshot)) else 1)
    return int(weights * MEMORY_FACTOR), int(weights * DISK_FACTOR)


def _weights(snapshot: Path) -> int:
    """Return the bytes of a snapshot's weights: of one form of them, where it has several."""
    if not snapshot.is_dir():
        return 0
    found = [
        sum(path.stat().st_size for path in snapshot.glob(f"*{kind}")) for kind in (".safetensors", ".bin")
    ]
    return next((size for size in found if size), 0)


def _types(snapshot: Path) -> list[str]:
    """Return the lines of the configuration that tell the type of the weights."""
    config = snapshot / "config.json"
    if not config.exists():
        return []
    lines = config.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if "dtype" in line]


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB"
