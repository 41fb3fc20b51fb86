"""A picture is cut into the patches that published networks want."""

import numpy as np
import pytest

from engine.vision.patches import in_patches


def test_patches_come_square_by_square_from_the_top():
    rows, columns = np.mgrid[0:8, 0:12]
    picture = np.stack([rows, columns, rows * 0]).astype(np.float32)[None]
    made, grid = in_patches(picture, 4, 2 * 3 * 2 * 2)
    assert grid == (4, 6)
    assert made.shape == (24, 24)
    # Each patch holds red, green and blue at two moments; its first red and green numbers are its corner.
    corners = [(int(patch[0]), int(patch[8])) for patch in made]
    assert corners[:8] == [(0, 0), (0, 2), (2, 0), (2, 2), (0, 4), (0, 6), (2, 4), (2, 6)]
    assert corners[-1] == (6, 10)
    assert np.array_equal(made[:, 0:4], made[:, 4:8])


def test_a_network_that_does_not_tell_sees_two_moments():
    made, _ = in_patches(np.zeros((1, 3, 4, 4), np.float32), 4, None)
    assert made.shape == (4, 24)


@pytest.mark.parametrize(("multiple", "numbers"), [(4, 25), (5, 24), (0, 24), (4, 0)])
def test_patches_that_do_not_fit_are_refused(multiple, numbers):
    with pytest.raises(ValueError, match="patches of"):
        in_patches(np.zeros((1, 3, 20, 20), np.float32), multiple, numbers)
