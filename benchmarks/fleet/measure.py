"""Measures a headquarters under the visits of many laptops, all of it on one computer."""

import asyncio
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

from benchmarks.fleet.laptop import Laptop
from benchmarks.fleet.load import Fleet, Measured, few_pages
from benchmarks.fleet.server import READY
from benchmarks.report import Report, percentile
from benchmarks.store import Words
from engine.progress import SILENT, Progress

REQUESTS_A_VISIT = 3
"""Hello, changes, receipt; a laptop that was here lately needs no new permission."""
_ROOT = Path(__file__).resolve().parent.parent.parent
_VOCABULARY = 4000


def benchmark_fleet(
    folder: Path,
    samples: Path,
    *,
    laptops: int,
    requests_per_minute: float,
    minutes: float,
    progress: Progress = SILENT,
) -> Report:
    """Hold a rate of requests for some time.

    Args:
        folder: Empty; the headquarters lies here.
        samples: Whose words the pages say.
        laptops: How many there are; each comes by in its turn.
        requests_per_minute: Asked of headquarters, whether it is quick or not.
        minutes: For how long.
        progress: Told how far it is.
    """
    port = _free_port()
    measured = Measured()
    with _server(folder, port, laptops) as process:
        told = json.loads((folder / READY).read_text())
        words = Words(samples)
        vocabulary = [words.word() for _ in range(_VOCABULARY)]
        key = bytes.fromhex(told["key"])
        fleet = Fleet(
            f"http://127.0.0.1:{port}",
            [Laptop(number, told["hq"], key, vocabulary) for number in range(laptops)],
            measured,
        )
        asyncio.run(_run(fleet, told["codes"], measured, requests_per_minute, minutes, progress))
        used = psutil.Process(process.pid)
        memory, times = used.memory_info().rss, used.cpu_times()
    return _report(measured, laptops, memory, times.user + times.system)


async def _run(
    fleet: Fleet,
    codes: list[str],
    measured: Measured,
    requests_per_minute: float,
    minutes: float,
    progress: Progress,
) -> None:
    await fleet.join(codes, progress)
    measured.seconds.clear()
    measured.statuses.clear()
    visits = requests_per_minute / 60 / REQUESTS_A_VISIT
    await fleet.hold(visits, minutes * 60, few_pages(), progress)


@contextmanager
def _server(folder: Path, port: int, laptops: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "benchmarks.fleet.server", str(folder), str(port), str(laptops)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + 60 + laptops / 20
            while not _answers(port):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("headquarters did not start")
                time.sleep(0.2)
            yield process
        finally:
            process.terminate()
            process.wait(timeout=60)


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/ready", timeout=5).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as trying:
        return int(trying.getsockname()[1])


def _report(measured: Measured, laptops: int, memory: int, processor: float) -> Report:
    seconds = measured.ended - measured.began
    errors = sum(count for status, count in measured.statuses.items() if not 200 <= status < 300)
    rows = {**dict(sorted(measured.seconds.items())), "all": measured.all_seconds}
    figures = {
        "laptops": laptops,
        "seconds": seconds,
        "requests": measured.requests,
        "requests_per_minute": measured.requests / seconds * 60,
        "records_per_second": measured.records / seconds,
        "visits": measured.visits,
        "statuses": {str(status): count for status, count in measured.statuses.items()},
        "failures": dict(measured.failures),
        "server_memory_bytes": memory,
        "server_cpu_seconds": processor,
        "milliseconds": {
            path: {f"p{share}": percentile(each, share) * 1000 for share in (50, 95, 99)}
            for path, each in rows.items()
            if each
        },
    }
    told = (
        f"{measured.records / seconds:,.0f} records a second; {errors} answers were errors;"
        f" {sum(measured.failures.values())} visits failed."
    )
    return Report(
        name=f"Fleet: {laptops:,} laptops, {measured.requests / seconds * 60:,.0f} requests a minute"
        f" for {seconds / 60:.1f} min",
        columns=["", "requests", "p50 ms", "p95 ms", "p99 ms"],
        rows=[
            [
                path,
                f"{len(each):,}",
                *(f"{percentile(each, share) * 1000:.0f}" for share in (50, 95, 99)),
            ]
            for path, each in rows.items()
            if each
        ],
        figures=figures,
        notes=[
            told,
            f"The server's Python took {memory / 1e6:.0f} MB and {processor:.0f} s of processor, joins too.",
            "Visits begin when the plan says; a request that should have been sent earlier counts from then.",
            "Server, PostgreSQL and the laptops shared this computer.",
        ],
    )
