"""Whether another program was put in the place of the one that runs, as apt does under an open window.

What runs goes on: Linux keeps the files that it has open. What it would start, or read from its own folder,
is of the other version by then, and the two must not work on one library. Windows does not let the file of a
running program be replaced, and macOS is not asked.
"""

import os
import sys
from pathlib import Path

from engine.errors import ExitCode, SandukuError

RUNNING = Path("/proc/self/exe")
"""Linux: the file that this process runs, even after another one took its name."""


class ProgramReplacedError(SandukuError):
    """Another version of Sanduku was installed over the one that runs, or this one was removed."""

    exit_code = ExitCode.MISSING_DEPENDENCY
    code = "program.replaced"

    def __init__(self) -> None:
        """Say what everybody has to do."""
        super().__init__(
            "Sanduku was updated while it was open.",
            remedy="Close it, and open it again; nothing is lost.",
        )


def was_replaced(program: Path | None = None, running: Path = RUNNING) -> bool:
    """Tell whether this program's file is another one than when it was started, or is gone.

    Args:
        program: The file; None for that of the frozen program, and False for one that is not frozen.
        running: The file that this process runs.
    """
    if program is None:
        if not (getattr(sys, "frozen", False) and sys.platform.startswith("linux")):
            return False
        program = Path(sys.executable)
    try:
        return not os.path.samestat(program.stat(), running.stat())
    except FileNotFoundError:
        return running.exists()
    except OSError:
        return False
