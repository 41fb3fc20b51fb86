"""Turns a picture into the numbers that a model looks at, as the manifest says.

The arithmetic of sizes follows the image processors that the public models were trained with, so that what
comes out is equal to theirs; a test holds it to them. Must never know which model it prepares for.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.packs import Preprocess
from engine.vision.errors import PictureUnusableError

FILTERS = MappingProxyType(
    {
        "nearest": Image.Resampling.NEAREST,
        "box": Image.Resampling.BOX,
        "bilinear": Image.Resampling.BILINEAR,
        "hamming": Image.Resampling.HAMMING,
        "bicubic": Image.Resampling.BICUBIC,
        "lanczos": Image.Resampling.LANCZOS,
    }
)
"""What manifests call a filter -> Pillow's."""
LARGEST_EDGE = 4096
"""To which no picture is made larger before it is cut into tiles, in pixels."""
NARROWEST = 200
"""How many times longer than broad a picture can be for a model that sees it in its own proportion."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How a picture is cut.

    Attributes:
        rows: Of tiles; 0 if the picture is looked at whole and nothing else.
        columns: Of tiles; 0 likewise.
        whole: Whether the whole picture, made small, is looked at too.
        vectors: Rows and columns of the feature vectors that the whole picture gives, for a model that is
            told where each of them stands; None for pieces of one size.
        area: How much is looked at, in tiles, where pictures are of many sizes; None for pieces of one size.
    """

    rows: int
    columns: int
    whole: bool
    vectors: tuple[int, int] | None = None
    area: float | None = None

    @property
    def tiles(self) -> int:
        """How many pieces are looked at."""
        return self.rows * self.columns + int(self.whole)

    @property
    def work(self) -> float:
        """How much is looked at, in tiles."""
        return self.tiles if self.area is None else self.area


@dataclass(frozen=True, slots=True)
class Views:
    """What a model looks at.

    Attributes:
        pieces: Of one size, ``(height, width, 3)`` RGB: rows of tiles from the top, the whole picture last.
        grid: How the picture was cut.
        plan: How pieces become numbers.
    """

    pieces: tuple[NDArray[np.uint8], ...]
    grid: Grid
    plan: Preprocess

    def tiles(self) -> Iterator[NDArray[np.float32]]:
        """Yield ``(1, 3, height, width)`` numbers of each piece, made when it is its turn."""
        for piece in self.pieces:
            yield _numbers(piece, self.plan)[None]

    @property
    def pixels(self) -> NDArray[np.float32]:
        """The numbers of all pieces, ``(tiles, 3, height, width)``."""
        return np.concatenate(list(self.tiles()))


def prepare(image: NDArray[np.uint8], plan: Preprocess, tiles: int) -> Views:
    """Prepare a picture.

    Args:
        image: ``(height, width, 3)`` RGB, upright.
        plan: How.
        tiles: How closely: most pieces that ``tiles`` mode makes, or most area of a picture in ``multiples``.

    Raises:
        PictureUnusableError: It has no pixels, or is not in colour.
    """
    if image.ndim != 3 or image.shape[2] != 3 or not image.size or image.dtype != np.uint8:
        raise PictureUnusableError(
            "This picture has no pixels that a model could look at.", remedy="Add the picture again."
        )
    pieces, grid = PREPARERS[plan.mode](image, plan, tiles)
    return Views(tuple(pieces), grid, plan)


def grid_for(width: int, height: int, plan: Preprocess, tiles: int) -> Grid:
    """Return how a picture of that size in pixels would be cut, without cutting it."""
    if plan.mode == "multiples":
        return _native(width, height, plan, tiles)[0]
    if plan.mode != "tiles":
        return Grid(0, 0, whole=True)
    return _cut(width, height, plan, tiles)[0]


def _tiled(image: NDArray[np.uint8], plan: Preprocess, tiles: int) -> tuple[list[NDArray[np.uint8]], Grid]:
    """Cut a picture into tiles, the whole of it made small after them."""
    height, width = image.shape[:2]
    grid, edge = _cut(width, height, plan, tiles)
    tile = _tile(plan)
    near = _resized(image, *_longest(width, height, edge), plan)
    if not grid.rows:
        return [_resized(near, tile, tile, plan)], grid
    full = _resized(near, *_multiples(near.shape[1], near.shape[0], tile), plan)
    pieces = [
        full[row * tile : (row + 1) * tile, column * tile : (column + 1) * tile]
        for row in range(grid.rows)
        for column in range(grid.columns)
    ]
    if grid.whole:
        pieces.append(_resized(full, tile, tile, plan))
    return pieces, grid


def _cut(width: int, height: int, plan: Preprocess, tiles: int) -> tuple[Grid, int]:
    """Return the finest grid within a number of tiles, and the longest edge in pixels that gives it."""
    tile = _tile(plan)
    edge = plan.longest_edge or tile
    while True:
        wide, high = _multiples(*_longest(width, height, edge), tile)
        rows, columns = high // tile, wide // tile
        if rows * columns == 1:
            return Grid(0, 0, whole=True), plan.longest_edge or tile
        grid = Grid(rows, columns, whole=plan.global_tile)
        if grid.tiles <= tiles:
            return grid, edge
        edge = max(tile, (edge - 1) // tile * tile)


def _longest(width: int, height: int, edge: int) -> tuple[int, int]:
    """Return width and height with the longer edge brought to a length, the other one even."""
    ratio = width / height
    if width >= height:
        width, height = edge, int(edge / ratio)
        height += height % 2
    else:
        width, height = int(edge * ratio), edge
        width += width % 2
    width, height = max(width, 1), max(height, 1)
    ratio = width / height
    if width >= height and width > LARGEST_EDGE:
        width, height = LARGEST_EDGE, int(LARGEST_EDGE / ratio)
    elif height > width and height > LARGEST_EDGE:
        width, height = int(LARGEST_EDGE * ratio), LARGEST_EDGE
    return max(width, 1), max(height, 1)


def _multiples(width: int, height: int, tile: int) -> tuple[int, int]:
    """Return width and height made larger to whole tiles."""
    ratio = width / height
    if width >= height:
        width = math.ceil(width / tile) * tile
        height = math.ceil(max(int(width / ratio), 1) / tile) * tile
    else:
        height = math.ceil(height / tile) * tile
        width = math.ceil(max(int(height * ratio), 1) / tile) * tile
    return width, height


def _kept_whole(
    image: NDArray[np.uint8], plan: Preprocess, tiles: int
) -> tuple[list[NDArray[np.uint8]], Grid]:
    """Bring width and height to the nearest multiples within a number of pixels."""
    height, width = image.shape[:2]
    grid, size = _native(width, height, plan, tiles)
    return [_resized(image, *size, plan)], grid


def _native(width: int, height: int, plan: Preprocess, tiles: int) -> tuple[Grid, tuple[int, int]]:
    """Return how a picture is looked at whole, and the width and height in pixels that it is brought to."""
    assert plan.multiple is not None and plan.max_pixels is not None, "the manifest's reader asks for them"
    if max(width, height) > NARROWEST * min(width, height):
        raise PictureUnusableError(
            f"This picture is too narrow for the model ({width} x {height} pixels).",
            remedy="Cut out the part that matters.",
        )
    step, unit = plan.multiple, _tile(plan) ** 2
    most = min(plan.max_pixels, tiles * unit)
    wide, high = (round(each / step) * step for each in (width, height))
    if wide * high > most:
        shrink = math.sqrt(width * height / most)
        wide, high = (max(step, math.floor(each / shrink / step) * step) for each in (width, height))
    elif wide * high < plan.min_pixels:
        grow = math.sqrt(plan.min_pixels / (width * height))
        wide, high = (math.ceil(each * grow / step) * step for each in (width, height))
    wide, high = max(wide, step), max(high, step)
    vectors = (high // step, wide // step)
    return Grid(0, 0, whole=True, vectors=vectors, area=wide * high / unit), (wide, high)


def _exact(image: NDArray[np.uint8], plan: Preprocess, _tiles: int) -> tuple[list[NDArray[np.uint8]], Grid]:
    """Bring a picture to one size, whatever its proportion."""
    height, width = _size(plan)
    return [_resized(image, width, height, plan)], Grid(0, 0, whole=True)


def _cropped(image: NDArray[np.uint8], plan: Preprocess, _tiles: int) -> tuple[list[NDArray[np.uint8]], Grid]:
    """Bring the shorter edge to a length, and cut the middle out."""
    size = _size(plan)
    near = _shortest(image, plan.shortest_edge or min(size), plan)
    return [_middle(near, size)], Grid(0, 0, whole=True)


def _fitted(image: NDArray[np.uint8], plan: Preprocess, _tiles: int) -> tuple[list[NDArray[np.uint8]], Grid]:
    """Make a picture fit with its proportion kept, and fill up evenly around it."""
    high, wide = _size(plan)
    if plan.shortest_edge is not None:
        image = _shortest(image, plan.shortest_edge, plan)
    height, width = image.shape[:2]
    if height > high or width > wide or plan.shortest_edge is None:
        image = _resized(image, *_fit(width, height, wide, high), plan)
    height, width = image.shape[:2]
    top, left = (high - height) // 2, (wide - width) // 2
    filled = np.full((high, wide, 3), round(plan.pad_value), np.uint8)
    filled[top : top + height, left : left + width] = image
    return [filled], Grid(0, 0, whole=True)


def _fit(width: int, height: int, wide: int, high: int) -> tuple[int, int]:
    """Return the largest width and height of the same proportion that go into ``wide`` by ``high``."""
    if width * high > wide * height:
        return wide, max(1, int(height * wide / width))
    return max(1, int(width * high / height)), high


def _shortest(image: NDArray[np.uint8], edge: int, plan: Preprocess) -> NDArray[np.uint8]:
    """Return a picture with its shorter edge brought to a length."""
    height, width = image.shape[:2]
    if width <= height:
        return _resized(image, edge, int(edge * height / width), plan)
    return _resized(image, int(edge * width / height), edge, plan)


def _middle(image: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return the middle of a picture, with black around it where it is too small."""
    height, width = size
    if image.shape[0] < height or image.shape[1] < width:
        high, wide = max(height, image.shape[0]), max(width, image.shape[1])
        filled = np.zeros((high, wide, 3), np.uint8)
        top, left = math.ceil((high - image.shape[0]) / 2), math.ceil((wide - image.shape[1]) / 2)
        filled[top : top + image.shape[0], left : left + image.shape[1]] = image
        image = filled
    top, left = (image.shape[0] - height) // 2, (image.shape[1] - width) // 2
    return image[top : top + height, left : left + width]


def _resized(image: NDArray[np.uint8], width: int, height: int, plan: Preprocess) -> NDArray[np.uint8]:
    if image.shape[:2] == (height, width):
        return image
    picture = Image.fromarray(np.ascontiguousarray(image))
    return np.asarray(picture.resize((width, height), FILTERS[plan.resample]))


def _numbers(image: NDArray[np.uint8], plan: Preprocess) -> NDArray[np.float32]:
    """Return ``(3, height, width)`` numbers with their mean taken away, each divided by its deviation."""
    scaled = (np.arange(256, dtype=np.float64) * plan.rescale).astype(np.float32)
    mean, deviation = np.array(plan.mean, np.float32), np.array(plan.std, np.float32)
    # All that can be is 256 values for each colour: looked up rather than worked out for each pixel.
    table = (scaled[None, :] - mean[:, None]) / deviation[:, None]
    return np.stack([table[channel][image[:, :, channel]] for channel in range(3)])


def _tile(plan: Preprocess) -> int:
    assert plan.tile is not None, "the manifest's reader asks for it"
    return plan.tile


def _size(plan: Preprocess) -> tuple[int, int]:
    assert plan.size is not None, "the manifest's reader asks for it"
    return plan.size


PREPARERS: MappingProxyType[
    str,
    Callable[
        [NDArray[np.uint8], Preprocess, int],
        tuple[list[NDArray[np.uint8]], Grid],
    ],
] = MappingProxyType(
    {
        "tiles": _tiled,
        "multiples": _kept_whole,
        "exact": _exact,
        "shortest-edge-crop": _cropped,
        "fit-and-pad": _fitted,
    }
)
"""Mode -> what cuts and brings to size."""


def trial_pixels(plan: Preprocess) -> NDArray[np.float32]:
    """Return ``(1, 3, height, width)`` of noise, always the same, in the size that the model looks at."""
    height, width = (plan.tile, plan.tile) if plan.tile is not None else _size(plan)
    noise = np.random.default_rng(7).integers(0, 256, (height, width, 3), np.uint8)
    return _numbers(noise, plan)[None]
