"""Make the sample documents and their ground truth. See README.md beside this file."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

if __name__ == "__main__":
    from making.workshop import main

    main(HERE, sys.argv[1:])
