"""Gives memory that is free within the process back to the computer.

Opening a network leaves as much behind as its file is long, in pieces that the C library keeps for later. A
laptop with little memory needs them now.
"""

import ctypes
import sys


def give_back_memory() -> None:
    """Let the C library return what it keeps; does nothing where it cannot be asked to."""
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
