"""Measures each precision of a workshop in a process of its own, and writes the figures down."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.image_text import workshop as shop
from models.image_text.errors import MeasuringError, TooSmallError
from models.image_text.exporting import Tell
from models.image_text.packing import pack
from models.image_text.variants import STEP as QUANTIZE
from models.image_text.verifying import STEP as VERIFY
from models.image_text.workshop import Workshop

STEP = "bench"


def bench(workshop: Workshop, precisions: Sequence[str] | None, *, tell: Tell) -> bool:
    """Measure precisions of a workshop, each in its own process; return whether there was anything to do.

    Args:
        workshop: In which they were verified.
        precisions: Which; None for all.
        tell: Is told what goes on.

    Raises:
        TooSmallError: The system ended a process, most likely for want of memory.
        MeasuringError: A precision cannot be run.
    """
    names = list(precisions or workshop.draft["precisions"])
    recipe = shop.recipe(STEP, workshop.recipe_of(QUANTIZE), workshop.recipe_of(VERIFY), names)
    if workshop.is_done(STEP, recipe):
        return False
    trial = pack(workshop, workshop.folder / "trial", names)
    for name in names:
        tell(f"Measuring {name}")
        figures = measured_apart(trial.folder, name)
        precision = workshop.draft["precisions"][name]
        paces = {key: figures.pop(key) for key in list(figures) if "_at_" in key}
        precision["gate"] = {**(precision.get("gate") or {}), **paces}
        precision["measured"] = figures
    workshop.finish(STEP, recipe, [])
    return True


def measured_apart(folder: Path, precision: str) -> dict[str, Any]:
    """Measure a precision of a pack in a fresh process.

    Raises:
        TooSmallError: The system ended the process, most likely for want of memory.
        MeasuringError: The precision cannot be run.
    """
    done = subprocess.run(
        [sys.executable, "-m", "models.image_text.measuring", str(folder.resolve()), precision],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    if done.returncode < 0:
        raise TooSmallError(
            f"The system ended the process that measured '{precision}' (signal {-done.returncode}).",
            which=folder,
            remedy="Close other programs, or use a computer with more memory.",
        )
    if done.returncode > 0:
        why = done.stderr.strip().splitlines()
        raise MeasuringError(
            f"'{precision}' cannot be measured: {why[-1] if why else 'the process said nothing'}",
            which=folder,
            remedy="Try the pack with 'models verify', which tells more.",
        )
    return dict(json.loads(done.stdout.splitlines()[-1]))
