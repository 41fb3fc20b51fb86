"""``python -m engine.worker``: the worker process.

Numeric libraries choose their number of threads when they are loaded, so it is set before anything else is
imported: several workers with several threads each are slower than one thread each, and starve the person.
"""

import os
import sys

from engine.worker.threads import ONE_THREAD


def _main() -> int:
    os.environ.update(ONE_THREAD)
    from engine.worker.process import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(_main())
