"""The long torture: world after world, each of its own seed, until enough was killed on each end."""

import json
import signal
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from benchmarks.link.faults import Boundary
from benchmarks.report import Report
from benchmarks.sync_torture.company import Outcome
from benchmarks.sync_torture.torture import Torture

KILLS_OF_A_WORLD = 50
"""On each end; then everything is compared for the last time, and another world begins."""
EVERYTHING = (
    "laptop backed up", "headquarters said something", "bundles taken", "laptop copied",
    "headquarters backed up", "laptop restored", "disk of laptops full", "headquarters restored",
    "bundles taken", "disk of headquarters full", "database killed", "headquarters said something",
)  # fmt: skip
"""Happens in each world at least once."""


def torture_sync(
    folder: Path,
    progress: Path,
    *,
    kills: int,
    seed: int,
    tell: Callable[[str], None],
) -> Report:
    """Torture until so many were killed on each end, or something was found.

    Args:
        folder: An empty one, for the worlds.
        progress: A file that remembers which worlds are done, so that a run that was stopped goes on there.
        kills: Of laptops, and as many of servers.
        seed: Of the first world; with it every world can be made again.
        tell: Told how far it is.
    """
    # Whoever ends it wants its disks unmounted and its database stopped, too.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(128 + signal.SIGTERM))
    done: list[dict[str, Any]] = json.loads(progress.read_text("utf-8")) if progress.exists() else []
    while _killed(done) < kills and not any(world["faults"] for world in done):
        name = f"{seed}-{len(done) + 1}"
        tell(f"world {name}")
        with Torture(folder / name, seed=name, tell=tell) as world:
            outcome = world.run(min(KILLS_OF_A_WORLD, kills), events=EVERYTHING)
        done.append(_plain(name, outcome))
        progress.parent.mkdir(parents=True, exist_ok=True)
        progress.write_text(json.dumps(done, ensure_ascii=False, indent=1), encoding="utf-8")
    return _report(seed, done)


def _killed(done: list[dict[str, Any]]) -> int:
    """Return how many were killed on the end where fewer were."""
    laptops, servers = (
        sum(int(world["kills"].get(end, 0)) for world in done) for end in ("laptop", "server")
    )
    return min(laptops, servers)


def _plain(name: str, outcome: Outcome) -> dict[str, Any]:
    plain = {each.name: getattr(outcome, each.name) for each in fields(outcome)}
    messages = [[*what, count] for what, count in sorted(outcome.messages.items())]
    return {**plain, "world": name, "messages": messages}


def _report(seed: int, done: list[dict[str, Any]]) -> Report:
    columns = (
        "world",
        "laptops killed",
        "servers",
        "databases",
        "faults on messages",
        "changes",
        "files",
        "found",
    )
    rows, cuts = [], Counter[tuple[str, str]]()
    for world in done:
        kills = world["kills"]
        rows.append(
            (
                world["world"],
                str(kills.get("laptop", 0)),
                str(kills.get("server", 0) + kills.get("stick", 0)),
                str(kills.get("database", 0)),
                str(sum(each[-1] for each in world["messages"])),
                str(world["changes"]),
                str(world["files"]),
                str(len(world["faults"])),
            )
        )
        for message, _fault, boundary, count in world["messages"]:
            cuts[message, boundary] += count
    names = sorted({message for message, _ in cuts})
    notes = [
        f"{name}: " + ", ".join(f"{cuts[name, boundary]} {boundary}" for boundary in Boundary)
        for name in names
    ]
    return Report(f"Sync torture: seed {seed}", columns, rows, {"worlds": done}, notes)
