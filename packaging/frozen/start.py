"""Starts the frozen program: the window or the command line, as the executable's own name says."""

import multiprocessing
import sys
from pathlib import Path

from desktop.program import main

WINDOW = "sanduku-desktop"

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:], window=Path(sys.executable).stem.lower() == WINDOW))
