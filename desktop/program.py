"""The installed program: one entry for the window, the command line, and every process of the engine.

Two executables come here and share all else: ``sanduku`` has a console and is the command line, and
``sanduku-desktop`` has none and is the window. Both also are what they themselves start: a frozen program has
no Python beside it, so ``-m engine.worker`` means this program again. Nothing heavy is imported before it is
known what is asked.
"""

import os
import runpy
import sys
from collections.abc import Sequence

OWN_PACKAGES = ("engine", "desktop")
"""Packages whose modules may be started with ``-m``; a word of the command line runs no other code."""


def main(arguments: Sequence[str], *, window: bool) -> int:
    """Do what is asked.

    Args:
        arguments: Without the program's own name.
        window: Whether no word at all means the window, instead of the command line.

    Returns:
        The exit code.
    """
    _open_missing_streams()
    if getattr(sys, "frozen", False):
        from desktop.portable import use_portable_folder
        from engine.updates.handover import hand_over

        use_portable_folder()

        hand_over(list(arguments))
    first = arguments[0] if arguments else ""
    if first == "-m" and len(arguments) > 1 and arguments[1].partition(".")[0] in OWN_PACKAGES:
        return run_module(arguments[1], arguments[2:])
    if first == "--self-test":
        from desktop.selftest import main as test

        return test(list(arguments[1:]))
    if window and first != "--version":
        return _open_window(list(arguments))
    from engine.cli import main as obey

    return obey(list(arguments))


def _open_window(arguments: list[str]) -> int:
    """Open the window; where it tells its words or has no screen, that is no fault of this version."""
    from desktop.__main__ import main as open_window
    from engine.updates.handover import stand_by

    if _has_no_screen() and not {"-h", "--help"}.intersection(arguments):
        stand_by()
        sys.stderr.write(
            "There is no screen to open the window on. Start it on the desktop, or use the command line:"
            " 'sanduku --help'.\n"
        )
        return 1
    try:
        return open_window(arguments)
    except SystemExit:
        stand_by()
        raise


def _has_no_screen() -> bool:
    """Whether Qt would end the process for want of a screen, which is no fault of this version."""
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in known)


def run_module(name: str, arguments: Sequence[str]) -> int:
    """Run a module of ours as ``python -m`` does; return its exit code."""
    sys.argv = [name, *arguments]
    try:
        runpy.run_module(name, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        raise
    return 0


def _open_missing_streams() -> None:
    """Give a program without a console somewhere to write: on Windows its streams are None."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
