"""Measures a headquarters under the visits of many laptops, all of it on one computer."""

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.fleet.laptop import Laptop
from benchmarks.fleet.load import PATHS, Fleet, Measured, Pace
from benchmarks.fleet.plan import Joined, Plan
from benchmarks.fleet.server import ASKING, READY
from benchmarks.fleet.usage import Memory, Processor, Usage
from benchmarks.report import Report, percentile
from benchmarks.store import Words
from engine.progress import SILENT, Progress

REQUESTS_A_VISIT = 3
"""Hello, changes, receipt; a laptop that was here lately needs no new permission."""
RAMP_SECONDS = 20.0
_ROOT = Path(__file__).resolve().parent.parent.parent
_VOCABULARY = 4000
_SHARES = (50, 95, 99)
_LOG = "server.log"


@dataclass(frozen=True, slots=True)
class Run:
    """What is to be held.

    Attributes:
        laptops: How many there are; each comes by in its turn.
        requests_per_minute: Asked of headquarters, whether it is quick or not.
        minutes: For how long.
        ramp: Seconds before, in which the rate grows up to that.
    """

    laptops: int
    requests_per_minute: float
    minutes: float
    ramp: float = RAMP_SECONDS

    @property
    def pace(self) -> Pace:
        """When visits begin."""
        return Pace(self.requests_per_minute / 60 / REQUESTS_A_VISIT, self.ramp, self.minutes * 60)


@dataclass
class Outcome:
    """What a run saw.

    Attributes:
        measured: While the rate was held.
        before: While it grew.
        seconds: From the first visit that was measured to the end of the last.
        processor: Of these seconds.
        memory: Of all of it.
        postgres_memory: At the end.
        entries_told: Changes that headquarters itself counts in its database at the end.
        entries_acknowledged: Changes that it has acknowledged.
        complaints: Lines of its log that are no mere information.
    """

    measured: Measured
    before: Measured
    seconds: float
    processor: Processor
    memory: Memory
    postgres_memory: int
    entries_told: int
    entries_acknowledged: int
    complaints: int

    @property
    def errors(self) -> int:
        """Answers that are errors, and requests without one, from the first visit on."""
        return sum(
            count
            for each in (self.before, self.measured)
            for status, count in each.statuses.items()
            if not 200 <= status < 300
        )

    @property
    def failed(self) -> int:
        """Visits that failed."""
        return sum(self.before.failures.values()) + sum(self.measured.failures.values())


def benchmark_fleet(folder: Path, samples: Path, run: Run, progress: Progress = SILENT) -> Report:
    """Hold a rate of requests for some time.

    Args:
        folder: Empty; the headquarters lies here.
        samples: Whose words the pages say.
        run: What is held.
        progress: Told how far it is.
    """
    words = Words(samples)
    vocabulary = [words.word() for _ in range(_VOCABULARY)]
    laptops = [Laptop(number, vocabulary) for number in range(run.laptops)]
    asking = [[each.library, each.device, each.public_key.hex()] for each in laptops]
    (folder / ASKING).write_text(json.dumps(asking))
    port = _free_port()
    with _server(folder, port) as process:
        told = json.loads((folder / READY).read_text())
        joined = [Joined(stream, access) for stream, access in told["laptops"]]
        with Plan(folder / "visits", run.laptops, run.pace.total) as plan:
            plan.make(lambda number: Laptop(number, vocabulary), joined, 1, progress)
            fleet = Fleet(port, plan, joined, bytes.fromhex(told["key"]))
            usage = Usage(process.pid, folder / "postgres")
            outcome = asyncio.run(_hold(fleet, run.pace, usage, progress))
        outcome.entries_told = _entries(port)
        outcome.complaints = _complaints(folder / _LOG)
    return _report(run, outcome)


async def _hold(fleet: Fleet, pace: Pace, usage: Usage, progress: Progress) -> Outcome:
    before, measured = Measured(), Measured()
    began = time.monotonic()
    with usage.watched() as memory:
        async with asyncio.TaskGroup() as group:
            warming = fleet.begin(pace, range(pace.warming), began, before, progress)
            group.create_task(warming)
            # Visits that began while the rate grew may end later; what they take is then counted too.
            await asyncio.sleep(max(0.0, began + pace.due(pace.warming) - time.monotonic()))
            held, used = time.monotonic(), usage.processor()
            await fleet.begin(pace, range(pace.warming, pace.total), began, measured, progress)
        ended = time.monotonic()
        processor = usage.processor() - used
    return Outcome(
        measured=measured,
        before=before,
        seconds=ended - held,
        processor=processor,
        memory=memory,
        postgres_memory=usage.postgres_memory(),
        entries_told=0,
        entries_acknowledged=fleet.acknowledged(),
        complaints=0,
    )


@contextmanager
def _server(folder: Path, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "benchmarks.fleet.server", str(folder), str(port)]
    with (
        (folder / _LOG).open("wb") as log,
        subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=log) as process,
    ):
        try:
            deadline = time.monotonic() + 240
            while not _answers(port):
                if process.poll() is not None or time.monotonic() > deadline:
                    said = (folder / _LOG).read_text(encoding="utf-8", errors="replace")[-2000:]
                    raise RuntimeError(f"headquarters did not start: {said}")
                time.sleep(0.2)
            yield process
        finally:
            process.terminate()
            process.wait(timeout=300)  # its database writes out what it holds


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/ready", timeout=5).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


def _entries(port: int) -> int:
    """Return how many changes headquarters has, as it counts them in its database."""
    text = httpx.get(f"http://127.0.0.1:{port}/metrics", timeout=120).text
    found = re.search(r"^sanduku_entries (\S+)$", text, re.MULTILINE)
    if found is None:
        raise RuntimeError("headquarters does not say how many changes it has")
    return int(float(found[1]))


def _complaints(log: Path) -> int:
    """Return how many lines of the server's log are warnings or worse."""
    with log.open(encoding="utf-8", errors="replace") as lines:
        return sum('"level": "info"' not in line for line in lines)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as trying:
        return int(trying.getsockname()[1])


def _milliseconds(seconds: Sequence[float]) -> dict[str, float]:
    if not seconds:
        return {}
    return {
        **{f"p{share}": percentile(seconds, share) * 1000 for share in _SHARES},
        "most": max(seconds) * 1000,
    }


def _report(run: Run, outcome: Outcome) -> Report:
    measured, seconds = outcome.measured, outcome.seconds
    per_minute = measured.requests / seconds * 60
    due = {**measured.seconds, "all": [each for kind in measured.seconds.values() for each in kind]}
    served = {**measured.served, "all": [each for kind in measured.served.values() for each in kind]}
    rows = [
        [
            path,
            f"{len(due[path]):,}",
            *(f"{_milliseconds(due[path])[f'p{share}']:.0f}" for share in _SHARES),
            *(f"{_milliseconds(served[path])[f'p{share}']:.0f}" for share in _SHARES),
        ]
        for path in (*PATHS, "all")
        if due[path]
    ]
    return Report(
        name=(
            f"Fleet: {run.laptops:,} laptops, {per_minute:,.0f} requests a minute for {seconds / 60:.1f} min"
        ),
        columns=[
            "",
            "requests",
            *(f"p{share} ms" for share in _SHARES),
            *(f"p{share} ms from sending" for share in _SHARES),
        ],
        rows=rows,
        figures=_figures(run, outcome, per_minute, due, served),
        notes=_notes(outcome),
    )


def _figures(
    run: Run,
    outcome: Outcome,
    per_minute: float,
    due: Mapping[str, Sequence[float]],
    served: Mapping[str, Sequence[float]],
) -> dict[str, object]:
    measured, memory, used = outcome.measured, outcome.memory, outcome.processor
    first, last = memory.samples[: len(memory.samples) // 4], memory.samples[-len(memory.samples) // 4 :]
    return {
        "laptops": run.laptops,
        "asked": {
            "requests_per_minute": run.requests_per_minute,
            "minutes": run.minutes,
            "ramp_seconds": run.ramp,
        },
        "seconds": outcome.seconds,
        "requests": measured.requests,
        "requests_per_minute": per_minute,
        "records": measured.records,
        "records_per_second": measured.records / outcome.seconds,
        "entries_per_second": measured.entries / outcome.seconds,
        "sent_bytes": measured.sent_bytes,
        "visits": measured.visits,
        "visits_together_at_most": measured.most_together,
        "errors": outcome.errors,
        "statuses": {str(status): count for status, count in measured.statuses.items()},
        "statuses_before": {str(status): count for status, count in outcome.before.statuses.items()},
        "failures": dict(measured.failures + outcome.before.failures),
        "entries_acknowledged": outcome.entries_acknowledged,
        "entries_at_headquarters": outcome.entries_told,
        "complaints_in_log": outcome.complaints,
        "milliseconds_from_due": {path: _milliseconds(each) for path, each in due.items()},
        "milliseconds_from_sending": {path: _milliseconds(each) for path, each in served.items()},
        "milliseconds_late": _milliseconds(measured.late),
        "cpu_seconds": {"server": used.server, "postgres": used.postgres, "laptops": used.laptops},
        "cpu_milliseconds_a_request": {
            name: value / max(1, measured.requests) * 1000
            for name, value in (
                ("server", used.server),
                ("postgres", used.postgres),
                ("laptops", used.laptops),
            )
        },
        "cpu_share": used.total / outcome.seconds / (os.cpu_count() or 1),
        "server_memory_bytes": memory.server,
        "server_memory_bytes_first_quarter": max(first, default=memory.server),
        "server_memory_bytes_last_quarter": max(last, default=memory.server),
        "postgres_memory_bytes": outcome.postgres_memory,
        "laptops_memory_bytes": memory.laptops,
        "load_of_computer": list(os.getloadavg()),
    }


def _notes(outcome: Outcome) -> list[str]:
    measured, used, memory = outcome.measured, outcome.processor, outcome.memory
    late, requests = _milliseconds(measured.late), max(1, measured.requests)
    each = [f"{value / requests * 1000:.2f}" for value in (used.server, used.postgres, used.laptops)]
    share = used.total / outcome.seconds / (os.cpu_count() or 1)
    return [
        (
            f"{measured.records / outcome.seconds:,.0f} records a second; {outcome.errors} answers were"
            f" errors; {outcome.failed} visits failed; {outcome.complaints} complaints in the server's log."
        ),
        (
            f"Headquarters acknowledged {outcome.entries_acknowledged:,} changes and has"
            f" {outcome.entries_told:,} in its database."
        ),
        (
            f"First requests were sent late by p50 {late.get('p50', 0):.0f}, p99 {late.get('p99', 0):.0f},"
            f" at most {late.get('most', 0):.0f} ms; at most {measured.most_together} visits at once."
        ),
        (
            f"Processor a request: server {each[0]}, PostgreSQL {each[1]}, laptops {each[2]} ms; together"
            f" {share:.0%} of this computer."
        ),
        (
            f"Memory: server {memory.server / 1e6:.0f} MB at most, PostgreSQL"
            f" {outcome.postgres_memory / 1e6:.0f}, laptops {memory.laptops / 1e6:.0f}."
        ),
        "Visits begin when the plan says; a request that should have been sent earlier counts from then.",
        "Laptops had joined before; what they send was hashed and compressed before. No TLS: a proxy's work.",
    ]
