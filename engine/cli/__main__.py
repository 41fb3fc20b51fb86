"""``python -m engine.cli`` is the same as ``sanduku``."""

import sys

from engine.cli import main

sys.exit(main())
