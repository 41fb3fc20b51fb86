"""``python -m engine.sync``: sends and takes for a window, in a process of its own; see ``program``."""

import sys

from engine.sync.program import main

if __name__ == "__main__":
    sys.exit(main())
