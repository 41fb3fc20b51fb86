"""Opens folders with the computer's own programs.

On Linux those must find their own libraries: a packaged program finds its libraries by variables that every
program inherits which it starts, and a file manager that took its Qt from here would not come up. It must
never know what is in the folders.
"""

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment, QUrl
from PySide6.QtGui import QDesktopServices

from engine.updates.handover import clean_environment

OPENER = "xdg-open"


def open_folder(folder: Path) -> bool:
    """Show a folder in the file manager; return whether one was asked to."""
    opener = shutil.which(OPENER) if _packaged_for_linux() else None
    if opener is None:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    environment = QProcessEnvironment()
    for name, value in clean_environment().items():
        environment.insert(name, value)
    process = QProcess()
    process.setProcessEnvironment(environment)
    process.setProgram(opener)
    process.setArguments([str(folder)])
    started = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)


def _packaged_for_linux() -> bool:
    return sys.platform == "linux" and bool(getattr(sys, "frozen", False))
