"""Runs the new version as a program of its own, within a time limit, and understands what it says."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from engine.errors import CancelledError, SandukuError
from engine.updates.errors import RehearsalFailedError, SelfTestFailedError
from engine.updates.handover import NO_HANDOVER, clean_environment

TEST_SECONDS = 900.0
"""An old laptop reads the sample in half a minute; what takes longer than this hangs."""
REHEARSAL_SECONDS = 4 * 3600.0
"""A large library is brought up to date in minutes; a very large one on an old disk takes an hour."""
STOP_SECONDS = 10.0
LOOK_EVERY = 0.25
MOST_SAID = 1_000_000


def program_in(version: Path) -> Path:
    """Return the command line of a version that lies in a folder."""
    return version / ("sanduku.exe" if sys.platform == "win32" else "sanduku")


def self_test(
    version: Path, expected: str, cancelled: Callable[[], bool], *, seconds: float = TEST_SECONDS
) -> None:
    """Let a version test itself on this computer.

    Args:
        version: Where it lies.
        expected: The version that it must say to be.
        cancelled: Asked now and then.
        seconds: How long it may take.

    Raises:
        SelfTestFailedError: It fails, ends otherwise, says nothing sensible, or hangs.
        CancelledError: ``cancelled`` said so.
    """
    said = _run(version, ["--self-test", "--json"], "", cancelled, seconds)
    if said is None:
        raise _failed(f"it did not end within {seconds / 60:.0f} minutes")
    code, out, err = said
    try:
        told = json.loads(out)
        failed = [f"{each['name']}: {each['detail']}" for each in told["checks"] if not each["ok"]]
        sound, found = told["ok"] is True and code == 0, told["version"]
    except (ValueError, KeyError, TypeError) as error:
        raise _failed(_last_line(err) or f"it ended with code {code}") from error
    if failed or not sound:
        raise _failed("; ".join(failed)[:1000] or _last_line(err) or f"it ended with code {code}")
    if found != expected:
        raise _failed(f"it says to be version {found}")


def rehearse(
    version: Path, wish: dict[str, Any], cancelled: Callable[[], bool], *, seconds: float = REHEARSAL_SECONDS
) -> dict[str, Any]:
    """Let a version bring a copy of a library up to date; return what became of it.

    Args:
        version: Where it lies.
        wish: What :mod:`engine.updates.rehearsal` takes.
        cancelled: Asked now and then.
        seconds: How long it may take.

    Raises:
        RehearsalFailedError: It could not.
        CancelledError: ``cancelled`` said so.
    """
    said = _run(version, ["-m", "engine.updates.rehearsal"], json.dumps(wish), cancelled, seconds)
    if said is None:
        raise _unrehearsed(wish, f"it did not end within {seconds / 3600:.0f} hours")
    code, out, err = said
    try:
        told = json.loads(out)
        if told.get("error"):
            raise _unrehearsed(wish, str(told["error"]["what"]))
        found: dict[str, Any] = told["result"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unrehearsed(wish, _last_line(err) or f"it ended with code {code}") from error
    return found


def _run(
    version: Path, words: Sequence[str], given: str, cancelled: Callable[[], bool], seconds: float
) -> tuple[int, str, str] | None:
    """Return exit code and what was said on both streams; None where it took too long."""
    environment = {**clean_environment(), NO_HANDOVER: "1", "PYTHONIOENCODING": "utf-8"}
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows alone knows it: no console flashes up
    until = time.monotonic() + seconds
    try:
        child = subprocess.Popen(
            [str(program_in(version)), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            cwd=version,
            creationflags=flags,
        )
    except OSError as error:
        return -1, "", f"it cannot be started ({error.strerror or error})"
    with child:
        sent: bytes | None = given.encode()
        while True:
            try:
                out, err = child.communicate(sent, timeout=LOOK_EVERY)
                break
            except subprocess.TimeoutExpired:
                sent = None
            if cancelled() or time.monotonic() > until:
                _end(child)
                _stop_if(cancelled)
                return None
    _stop_if(cancelled)  # also where it ended before anybody looked
    said = (out[-MOST_SAID:].decode("utf-8", "replace"), err[-MOST_SAID:].decode("utf-8", "replace"))
    return child.returncode, *said


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise CancelledError("Stopped, as you asked. The version that you have stays as it is.")


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End a program and whatever it has started."""
    import psutil

    try:
        family = [psutil.Process(child.pid), *psutil.Process(child.pid).children(recursive=True)]
    except psutil.Error:
        family = []
    for each in family:
        try:
            each.kill()
        except psutil.Error:
            continue
    child.communicate(timeout=STOP_SECONDS)


def _last_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[-1][:300] if lines else ""


def _failed(why: str) -> SandukuError:
    return SelfTestFailedError(
        f"The new version does not work on this computer: {why}. Nothing was changed, and the version that"
        " you have is used as before.",
        remedy="Tell this to whoever gave you the update, with the file of 'sanduku diagnostics'.",
    )


def _unrehearsed(wish: dict[str, Any], why: str) -> SandukuError:
    return RehearsalFailedError(
        f"The new version could not bring a copy of this library up to date: {why}. The library itself was"
        " not touched, and the version that you have is used as before.",
        which=wish.get("library", ""),
        remedy="Look the library over with 'sanduku check', and tell whoever gave you the update.",
    )
