"""Makes the second environment, in which optimum lives: nothing that we ship comes out of it.

optimum exports models too, and runs them. Its pinned transformers shifts patches of some models, so packs are
never made with it: it is a peer, to measure our own export beside.
"""

import os
import subprocess
import sys
from pathlib import Path

from models.image_text.errors import EnvironmentMissingError

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ".venv-optimum"
PINS = Path(__file__).with_name("optimum-constraints.txt")
WANTED = ("optimum-onnx[onnxruntime]", "torch", "pillow")


def python_of(root: Path = ROOT) -> Path:
    """Return the interpreter of the environment below a folder, whether it is there or not."""
    inner = Path("Scripts", "python.exe") if os.name == "nt" else Path("bin", "python")
    return root / FOLDER / inner


def make_environment(root: Path = ROOT) -> Path:
    """Make the environment below a folder, or complete it, and return its interpreter.

    Raises:
        EnvironmentMissingError: A package cannot be installed.
    """
    python = python_of(root)
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(root / FOLDER)])
    _run([str(python), "-m", "pip", "install", "--quiet", "-c", str(PINS), *WANTED])
    return python


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines()
        raise EnvironmentMissingError(
            f"The environment for optimum cannot be made: {told[-1] if told else 'no reason was told'}.",
            which=ROOT / FOLDER,
            remedy="Look whether there is a network and 2 GB of disk, and try again.",
        )
