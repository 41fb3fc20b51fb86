"""How a process dies as in a power cut, on every system: at once, with nothing closed and nothing said."""

import os

import psutil

DIED = 15 if os.name == "nt" else -9
"""The code that such a process leaves; psutil chooses it where there are no signals."""


def die() -> None:
    """End this process."""
    psutil.Process().kill()
