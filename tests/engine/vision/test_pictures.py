"""A picture becomes the very numbers that the public models' own processors make of it."""

import numpy as np
import pytest

from engine.packs import Preprocess
from engine.vision import PictureUnusableError
from engine.vision.pictures import grid_for, prepare
from tests.engine.vision.record_pictures import PLANS, SIZES, TARGET, picture, steps

TILES = Preprocess("tiles", longest_edge=2048, tile=512, global_tile=True, resample="lanczos")


def plan_of(told):
    """Return a manifest's part as the value that it is read into."""
    return Preprocess(**{key: tuple(item) if isinstance(item, list) else item for key, item in told.items()})


@pytest.fixture(scope="module")
def originals():
    with np.load(TARGET) as kept:
        return dict(kept)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", PLANS)
def test_pictures_come_out_as_the_public_processors_make_them(name, size, originals):
    told, tiles = PLANS[name]
    views = prepare(picture(*size), plan_of(told), tiles)
    assert np.array_equal(steps(views.pixels, told), originals[f"{name} {size[0]}x{size[1]}"])


def test_numbers_are_scaled_and_evened_as_the_manifest_says():
    plan = Preprocess("exact", size=(2, 2), mean=(0.5, 0.25, 0.0), std=(0.5, 0.25, 1.0))
    white = prepare(np.full((2, 2, 3), 255, np.uint8), plan, 1).pixels
    assert white.dtype == np.float32
    assert white[0, :, 0, 0] == pytest.approx([1.0, 3.0, 1.0])


@pytest.mark.parametrize(
    ("size", "tiles", "rows", "columns"),
    [
        ((1600, 1200), 17, 3, 4),
        ((1600, 1200), 5, 2, 2),
        ((1600, 1200), 1, 0, 0),
        ((1200, 1600), 17, 4, 3),
        ((3000, 300), 17, 1, 4),
        ((3000, 300), 5, 1, 4),
        ((3000, 300), 3, 1, 2),
        ((800, 800), 17, 4, 4),
        ((800, 800), 16, 3, 3),
        ((50, 40), 17, 4, 4),
    ],
)
def test_a_picture_is_cut_as_finely_as_the_profile_allows(size, tiles, rows, columns):
    grid = grid_for(*size, TILES, tiles)
    assert (grid.rows, grid.columns) == (rows, columns)
    assert grid.tiles <= tiles


def test_what_is_told_beforehand_is_what_is_cut():
    plan = Preprocess("tiles", longest_edge=96, tile=24, global_tile=True)
    for width, height in [(1, 1), (1, 500), (500, 1), (37, 81), (96, 24)]:
        for tiles in (1, 2, 5, 17):
            views = prepare(picture(width, height), plan, tiles)
            assert views.grid == grid_for(width, height, plan, tiles)
            assert len(views.pieces) == len(views.pixels) == views.grid.tiles


NATIVE = Preprocess("multiples", multiple=8, tile=32, min_pixels=64, max_pixels=8192)


@pytest.mark.parametrize(
    ("size", "tiles", "vectors"),
    [
        ((64, 64), 1, (4, 4)),
        ((64, 64), 4, (8, 8)),
        ((640, 160), 2, (2, 11)),
        ((640, 160), 100, (5, 22)),
        ((3, 3), 1, (1, 1)),
        ((24, 8), 1, (1, 3)),
    ],
)
def test_a_picture_in_its_own_proportion_has_at_most_the_area_of_the_profile(size, tiles, vectors):
    grid = grid_for(*size, NATIVE, tiles)
    assert grid.vectors == vectors
    assert grid.work == vectors[0] * vectors[1] * 64 / 32**2 <= min(tiles, 8)
    assert prepare(picture(*size), NATIVE, tiles).pixels.shape[2:] == (vectors[0] * 8, vectors[1] * 8)


def test_a_picture_that_is_only_a_line_is_told():
    with pytest.raises(PictureUnusableError, match="too narrow"):
        grid_for(4000, 10, NATIVE, 1)


@pytest.mark.parametrize(
    "image",
    [
        np.zeros((0, 10, 3), np.uint8),
        np.zeros((10, 10), np.uint8),
        np.zeros((10, 10, 4), np.uint8),
        np.zeros((10, 10, 3), np.float32),
    ],
)
def test_what_is_no_picture_in_colour_is_told(image):
    with pytest.raises(PictureUnusableError) as caught:
        prepare(image, TILES, 5)
    assert caught.value.remedy
