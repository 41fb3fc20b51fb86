"""A worker process whose pipeline does odd things, told by the colour of the page; for tests alone.

``python odd_worker.py --library FOLDER …`` takes the same arguments as ``python -m engine.worker``.
"""

import os
import sys
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parent.parent.parent.parent))

from engine.errors import CancelledError
from engine.geometry import Quad, Transform
from engine.pipeline import PageResult
from engine.reading import Line, Origin, Reading
from engine.worker.process import main

NORMAL, ABORT, KILL, SLOW, STUCK, GREEDY, RAISE, HOARD = range(0, 80, 10)
"""Red value of a page's pixels -> what reading it does."""


class OddPipeline:
    id = "odd-1"

    def __init__(self, _settings, _places, *, threads) -> None:
        del threads
        self.hoard: list[bytes] = []

    def read(self, source, index, *, cancel, threads=None, adjustment=None):
        pixels = source.load(index).pixels
        red, _, blue = (int(value) for value in pixels[0, 0])
        if red == ABORT:
            os.abort()
        if red == KILL:
            psutil.Process().kill()
        if red == RAISE:
            raise ValueError("what the document says")
        if red == GREEDY:
            self.hoard.append(b"x" * 600_000_000)
        if red == HOARD:
            self.hoard.append(b"x" * 1_100_000_000)
            time.sleep(60)
        if red == SLOW:
            wait_until(cancel, 60)
        if red == STUCK:
            time.sleep(60)
        line = Line(f"page {index}", Quad.from_box(0, 0, 10, 5), 0.9, "Latn", "odd")
        height, width = pixels.shape[:2]
        read = Reading(self.id, width, height, Transform.identity(), Origin.RECOGNISED, (line,))
        return PageResult(read, b"image %d" % blue, b"small")

    def close(self) -> None:
        self.hoard.clear()


def wait_until(cancel, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if cancel():
            raise CancelledError("stopped")
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], make_pipeline=OddPipeline))
