"""Programs of the engine that the window starts beside itself, for what it must never do within itself."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from engine.worker import worker_environment


def engine_program(module: str, words: Sequence[str], parent: QObject) -> QProcess:
    """Return a program that is ready to be started.

    Args:
        module: Of the engine, such as ``engine.inventory``.
        words: What it is told on its command line.
        parent: Qt's owner.
    """
    # A frozen program handles ``-m engine...`` itself; see the worker's command.
    python = [] if getattr(sys, "frozen", False) else ["-P"]
    process = QProcess(parent)
    environment = QProcessEnvironment()
    for name, value in worker_environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.setProgram(sys.executable)
    process.setArguments([*python, "-m", module, *words])
    return process
