"""Cuts a picture into the patches that some published networks want in its place, in their order."""

import numpy as np
from numpy.typing import NDArray

SQUARE = 2
"""Patches along each edge of what becomes one feature vector."""
MOMENTS = 2
"""How often a picture is repeated for networks that see films too, unless the network tells."""


def in_patches(
    pixels: NDArray[np.float32], multiple: int, numbers: int | None
) -> tuple[NDArray[np.float32], tuple[int, int]]:
    """Return the patches of a picture, and how many there are down and across.

    Args:
        pixels: ``(1, 3, height, width)``, both multiples of ``multiple``.
        multiple: Edge in pixels of what becomes one feature vector.
        numbers: Of each patch, as the network wants them; None if it does not tell.

    Returns:
        ``(patches, numbers)``, square by square from the top, and the grid of patches.

    Raises:
        ValueError: Patches of so many numbers cannot be cut.
    """
    patch = multiple // SQUARE
    flat = 3 * patch * patch
    numbers = flat * MOMENTS if numbers is None else numbers
    if not multiple or multiple % SQUARE or not numbers or numbers % flat:
        raise ValueError(f"patches of {numbers} numbers for squares of {multiple} pixels")
    down, across = pixels.shape[2] // multiple, pixels.shape[3] // multiple
    split = pixels[0].reshape(3, down, SQUARE, patch, across, SQUARE, patch)
    squares = split.transpose(1, 4, 2, 5, 0, 3, 6)[:, :, :, :, :, None]
    shape = (*squares.shape[:5], numbers // flat, patch, patch)
    made = np.broadcast_to(squares, shape).reshape(down * across * SQUARE**2, -1)
    return np.ascontiguousarray(made), (down * SQUARE, across * SQUARE)
