"""Starts the frozen program: the window or the command line, as the executable's own name says."""

import multiprocessing
import sys
from pathlib import Path

from desktop.program import main
from engine.errors import ExitCode

WINDOW = "sanduku-desktop"


def read_what_runs() -> None:
    """Have Python's modules read from the file that runs, even when apt has put another in its place.

    PyInstaller opens the file by its name for each module that is imported, at the places which it noted when
    the program was started: of another version's file it would read rubbish.
    """
    if sys.platform.startswith("linux"):
        archive = sys.modules["pyimod02_importers"].pyz_archive
        if Path(archive._filename).samefile("/proc/self/exe"):
            archive._filename = "/proc/self/exe"


if __name__ == "__main__":
    read_what_runs()
    multiprocessing.freeze_support()
    try:
        sys.exit(main(sys.argv[1:], window=Path(sys.executable).stem.lower() == WINDOW))
    except KeyboardInterrupt:
        sys.exit(ExitCode.CANCELLED)
