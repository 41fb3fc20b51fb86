"""Pictures to try models on, the same ones each time: drawn here, or a person's own from a folder."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageDraw

from models.image_text.errors import SnapshotError

Image = NDArray[np.uint8]
"""Height, width, 3: red, green, blue."""
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp")
GOLDEN_QUESTION = "What is in the picture?"
QUESTIONS = (GOLDEN_QUESTION, "Describe the image in one sentence.", "What is written here?")


def drawn(number: int, *, width: int = 320, height: int = 240) -> Image:
    """Draw a picture with areas, edges and a few words; each number gives another one."""
    random = np.random.default_rng(number)
    rows = np.linspace(0, 1, height)[:, None, None]
    columns = np.linspace(0, 1, width)[None, :, None]
    first, second = random.uniform(40, 220, (2, 3))
    ground = first * (1 - rows) + second * rows * columns
    picture = Pillow.fromarray(ground.clip(0, 255).astype(np.uint8))
    brush = ImageDraw.Draw(picture)
    for _ in range(6):
        left, top = random.integers(0, (width * 3 // 4, height * 3 // 4))
        right, bottom = left + random.integers(8, width // 3), top + random.integers(8, height // 3)
        colour = tuple(int(each) for each in random.integers(0, 256, 3))
        shape = brush.ellipse if random.random() < 0.5 else brush.rectangle
        shape((int(left), int(top), int(right), int(bottom)), fill=colour)
    brush.text((width // 10, height // 2), f"Name: Amina Hassan  No. {number:05d}", fill=(0, 0, 0))
    return np.asarray(picture)


def load(path: Path) -> Image:
    """Read a picture; raises SnapshotError for what is none."""
    try:
        with Pillow.open(path) as picture:
            return np.asarray(picture.convert("RGB"))
    except (OSError, ValueError, Pillow.DecompressionBombError) as error:
        raise SnapshotError(
            f"The picture cannot be read ({error}).", which=path, remedy="Take it out of the folder."
        ) from error


def from_folder(folder: Path, *, most: int) -> list[Image]:
    """Read the pictures of a folder, in the order of their names."""
    paths = []
    if folder.is_dir():
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    if not paths:
        raise SnapshotError(
            "There are no pictures in this folder.", which=folder, remedy="Put some JPEG or PNG there."
        )
    return [load(path) for path in paths[:most]]


def fingerprint(images: Sequence[Image] | None) -> list[str] | None:
    """Return what tells pictures from others, for the recipe of a step; None where there are none."""
    if images is None:
        return None
    return [hashlib.sha256(str(image.shape).encode() + image.tobytes()).hexdigest() for image in images]


def save_golden(folder: Path, name: str = "golden.png") -> str:
    """Write the picture that every pack can be tried with, and return its name."""
    Pillow.fromarray(drawn(0)).save(folder / name, optimize=False)
    return name
