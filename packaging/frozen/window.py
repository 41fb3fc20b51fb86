"""Starts ``sanduku-desktop``: the window of the frozen program."""

import multiprocessing
import sys

from desktop.program import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:], window=True))
