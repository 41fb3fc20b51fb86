"""Which other programs of Sanduku run on this computer: none may use the library while versions change."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import psutil

PROGRAMS = {"sanduku": "command", "sanduku-desktop": "window"}
MODULES = {
    "engine.worker": "worker",
    "engine.cli": "command",
    "engine.sync": "worker",
    "desktop": "window",
    "desktop.__main__": "window",
}
GRACE_SECONDS = 20.0


class Kind(StrEnum):
    """What a program does."""

    WINDOW = "window"
    WORKER = "worker"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Other:
    """Another program of Sanduku.

    Attributes:
        process: Its number.
        kind: What it does.
    """

    process: int
    kind: Kind


def others_running(data: Path) -> list[Other]:
    """Return the other programs of Sanduku that use a data folder; those that started this one are none.

    Args:
        data: The user's data folder.
    """
    me = psutil.Process()
    mine = {me.pid, *(each.pid for each in me.children(recursive=True))}
    for parent in me.parents():
        mine.add(parent.pid)
        with suppress(psutil.Error, OSError):
            # The window that started this one looks after its own workers.
            if _kind(parent.name(), parent.cmdline()) is Kind.WINDOW:
                mine |= {each.pid for each in parent.children(recursive=True)}
    found = []
    for process in psutil.process_iter():
        if process.pid in mine:
            continue
        with suppress(psutil.Error, OSError):
            kind = _kind(process.name(), process.cmdline()) if _same_person(process, me) else None
            if kind is not None and _home(process) in ("", str(data), None):
                found.append(Other(process.pid, kind))
    return found


def end_well(others: Sequence[Other]) -> list[Other]:
    """Ask commands and workers to end, which give back what they have in hand; return those that did not.

    A window is never ended from outside: somebody may be typing in it.
    """
    asked = []
    for each in others:
        if each.kind is not Kind.WINDOW:
            with suppress(psutil.Error):
                process = psutil.Process(each.process)
                process.terminate()
                asked.append(process)
    until = time.monotonic() + GRACE_SECONDS
    _gone, alive = psutil.wait_procs(asked, timeout=max(0.0, until - time.monotonic()))
    left = {each.pid for each in alive}
    return [each for each in others if each.kind is Kind.WINDOW or each.process in left]


def _same_person(process: psutil.Process, me: psutil.Process) -> bool:
    return (
        bool(process.uids().real == me.uids().real)
        if hasattr(me, "uids")
        else (process.username() == me.username())
    )


def _kind(name: str, words: Sequence[str]) -> Kind | None:
    if "-m" in words[:-1]:
        module = words[list(words).index("-m") + 1]
        return Kind(MODULES[module]) if module in MODULES else None
    programs = {Path(each).name.removesuffix(".exe") for each in (name, *words[:2])}
    known = sorted(programs & set(PROGRAMS))
    return Kind(PROGRAMS[known[-1]]) if known else None


def _home(process: psutil.Process) -> str | None:
    """Return the data folder that a program was told of; empty for none, None where nobody may look."""
    try:
        told: str = process.environ().get("SANDUKU_HOME", "")
    except (psutil.Error, OSError):
        return None
    if told or not os.environ.get("SANDUKU_HOME"):
        return told
    return "elsewhere"  # it uses the folder of every user, and this program one of its own
