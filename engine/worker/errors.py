"""What can go wrong with a page in the worker that is not the file's own fault."""

from engine.errors import ExitCode, SandukuError


class PageTooSlowError(SandukuError):
    """Reading the page took longer than the settings allow."""

    exit_code = ExitCode.SOME_FAILED
    code = "worker.too-slow"


class OutOfMemoryError(SandukuError):
    """Reading the page needs more memory than there is."""

    exit_code = ExitCode.SOME_FAILED
    code = "worker.out-of-memory"
    retryable = True


class FaultError(SandukuError):
    """A fault in Sanduku itself kept the page from being read."""

    code = "bug"
    retryable = True


class KeyLineError(SandukuError):
    """The first line of standard input is no library key."""

    exit_code = ExitCode.USAGE
    code = "worker.key-line"
