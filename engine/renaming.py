"""Gives finished files their names, also where a virus scanner looks at every new file first.

Windows refuses to rename what anybody has open, and scanners and indexers open every new file for a moment.
It must never know what is in the files.
"""

import os
import time
from pathlib import Path

PATIENCE: tuple[float, ...] = (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
"""Seconds to wait before each further try."""


def give_name(draft: Path, target: Path, *, patience: tuple[float, ...] = PATIENCE) -> None:
    """Give a finished file or folder its name, atomically; a file of that name is replaced.

    Args:
        draft: What is finished, on the same volume.
        target: Its name; a folder of that name must not be there.
        patience: Seconds to wait before each further try, where the system says that it is in use.

    Raises:
        PermissionError: It stayed in use, or may not be renamed.
        OSError: It cannot be renamed.
    """
    for pause in patience:
        try:
            draft.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    draft.replace(target)
