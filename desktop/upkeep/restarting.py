"""Closes the window and starts the program anew, so that the version that was installed is used."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment
from PySide6.QtWidgets import QWidget

from engine.updates.handover import TAKES_OVER, clean_environment


def restart(window: QWidget, words: Sequence[str], *, files: Sequence[Path] = ()) -> bool:
    """Close the window, and start the program anew if it lets itself be closed.

    Args:
        window: That of the program.
        words: With which the program was started; the files among them are left out.
        files: Those that were not opened yet, to be opened then.

    Returns:
        Whether it was started.
    """
    if not window.close():
        return False
    process = QProcess()
    environment = QProcessEnvironment()
    for name, value in clean_environment().items():
        environment.insert(name, value)
    environment.insert(TAKES_OVER, str(os.getpid()))
    process.setProcessEnvironment(environment)
    process.setProgram(sys.executable)
    process.setArguments([*without_files(words), *map(str, files)])
    started = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)


def without_files(words: Sequence[str]) -> list[str]:
    """Return a command line without the files to be opened: an update, say, is not to be offered again."""
    before = ["", *words]
    return [
        word
        for word, option in zip(words, before, strict=False)
        if (option.startswith("--") and "=" not in option) or not Path(word).is_file()
    ]
