"""Starts the frozen program: the window or the command line, as the executable's own name says."""

import multiprocessing
import sys
from pathlib import Path

from desktop.program import main
from engine.errors import ExitCode

WINDOW = "sanduku-desktop"

if __name__ == "__main__":
    multiprocessing.freeze_support()
    try:
        sys.exit(main(sys.argv[1:], window=Path(sys.executable).stem.lower() == WINDOW))
    except KeyboardInterrupt:
        sys.exit(ExitCode.CANCELLED)
