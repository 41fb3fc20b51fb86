"""Errors that a person can do something about.

Every error here says three things: what happened, to which file or thing, and what to do next. Whatever is
not a ``SandukuError`` is a bug: it goes to the log with its traceback, and the worker survives it.
This module imports nothing of Sanduku's.
"""

import sys
from enum import IntEnum
from pathlib import Path


def how_to_mend() -> str:
    """Return what a person does where something of Sanduku itself is missing or damaged, as a sentence."""
    if getattr(sys, "frozen", False):
        return "Install Sanduku again from where you have it; your library stays as it is."
    return "Run 'python3 run.py setup'."


class ExitCode(IntEnum):
    """What the command line returns to the shell."""

    OK = 0
    BUG = 1
    USAGE = 2
    BAD_INPUT = 3
    SOME_FAILED = 4
    MISSING_DEPENDENCY = 5
    LIBRARY = 6
    LOCKED = 7
    DISK_FULL = 8
    NOT_FOUND = 9
    CANCELLED = 130


class SandukuError(Exception):
    """Something went wrong that a person can mend."""

    exit_code: ExitCode = ExitCode.BUG
    code: str = "error"
    """Stable name for programs and logs, for instance ``page.damaged``."""
    retryable: bool = False
    """Whether the same work may succeed later without anybody mending the input."""

    def __init__(self, what: str, *, which: str | Path | None = None, remedy: str = "") -> None:
        """Tell what happened.

        Args:
            what: One sentence in plain language, without the file's name.
            which: The file, page, document or setting that it happened to.
            remedy: What the person can do next, as one sentence.
        """
        super().__init__(what)
        self.what = what
        self.which = None if which is None else str(which)
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the whole message: which, what, and the remedy."""
        head = f"{self.which}: {self.what}" if self.which else self.what
        return f"{head} {self.remedy}".rstrip()

    def to_json(self) -> dict[str, str | None]:
        """Return it as one process tells it to another."""
        return {"code": self.code, "what": self.what, "which": self.which, "remedy": self.remedy}


class BadInputError(SandukuError):
    """A file that a person gave cannot be used as it is."""

    exit_code = ExitCode.BAD_INPUT
    code = "input"


class MissingDependencyError(SandukuError):
    """A model, language file or system library is not installed."""

    exit_code = ExitCode.MISSING_DEPENDENCY
    code = "missing"


class DiskFullError(SandukuError):
    """There is no room left on the disk; nothing was half written."""

    exit_code = ExitCode.DISK_FULL
    code = "disk-full"
    retryable = True


class CancelledError(SandukuError):
    """A person stopped the work."""

    exit_code = ExitCode.CANCELLED
    code = "cancelled"


class SettingError(SandukuError):
    """A setting has a value that it cannot take."""

    exit_code = ExitCode.USAGE
    code = "setting"


class NotFoundError(SandukuError):
    """No such document, page, line or job."""

    exit_code = ExitCode.NOT_FOUND
    code = "not-found"
