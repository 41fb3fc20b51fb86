"""Sanduku on a stick: everything that it writes lies beside the program, and nothing stays on the computer.

A frozen program is portable where a file ``portable.txt`` lies beside it. Then the data folder is the folder
``Sanduku data`` beside it, the keyring of the borrowed computer is left alone, and a library needs a
passphrase: a key that lay on the stick too would open the library to whoever finds the stick. Comes before
all else that the program does, so that it imports the standard library alone.
"""

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

MARK = "portable.txt"
DATA = "Sanduku data"
NO_KEYRING = "keyring.backends.fail.Keyring"


def use_portable_folder(
    program: Path | None = None, environment: MutableMapping[str, str] | None = None
) -> Path | None:
    """Keep everything beside the program, if it is a portable one.

    The environment tells it to all that the program starts. Who names another data folder by ``SANDUKU_HOME``
    gets that one.

    Args:
        program: The program's file; by default this program's own, which must be a frozen one.
        environment: To change; this process's own by default.

    Returns:
        The data folder, or None where the program is no portable one.
    """
    environment = os.environ if environment is None else environment
    if program is None:
        if not getattr(sys, "frozen", False):
            return None
        program = Path(sys.executable)
    folder = program.absolute().parent
    if not (folder / MARK).is_file():
        return None
    environment.setdefault("SANDUKU_HOME", str(folder / DATA))
    environment["SANDUKU_PORTABLE"] = "1"
    environment["PYTHON_KEYRING_BACKEND"] = NO_KEYRING
    return Path(environment["SANDUKU_HOME"])
