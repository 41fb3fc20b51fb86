"""What the window tells when the fault is its own."""

import logging

from engine.errors import SandukuError
from engine.worker.faults import describe_fault

LOG = logging.getLogger("sanduku.desktop")


class ShellFaultError(SandukuError):
    """A fault in Sanduku itself; the log tells where."""

    code = "bug"


def told(error: BaseException) -> SandukuError:
    """Return an error as a person can be shown it; a bug goes to the log, without anybody's data, first."""
    if isinstance(error, SandukuError):
        return error
    LOG.error("A fault in Sanduku:\n%s", describe_fault(error))
    return ShellFaultError(
        "Something went wrong in Sanduku itself. Your documents are safe.",
        remedy="Try again. If it happens again, send the log file to whoever supports you.",
    )
