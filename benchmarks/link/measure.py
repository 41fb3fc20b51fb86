"""Sends the same pages over the same bad link: by our protocol, by rsync, by tus, as OpenRosa's forms."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.link.peers import PEERS, PORT, Peer
from benchmarks.link.profiles import Profile
from benchmarks.link.records import (
    Record,
    files_of,
    fill_library,
    ideal_bytes,
    make_records,
    raw_bytes,
    write_files,
)
from benchmarks.link.rig import SERVER, Rig
from benchmarks.report import Report
from engine.library import open_library
from engine.progress import SILENT, Progress
from headquarters.database import EmbeddedPostgres
from headquarters.opening import make_database

OURS = "sanduku"
NAMES = (OURS, *(peer.name for peer in PEERS))
_ROOT = Path(__file__).resolve().parent.parent.parent
_START_SECONDS, _STOP_SECONDS = 60, 15
_LEGEND = (
    "Seconds, and in brackets the bytes on the link over the compressed ideal; or the share that was whole at"
    " the other end when the time was over."
)


@dataclass(frozen=True, slots=True)
class Sent:
    """One way over one link.

    Attributes:
        name: Of the way.
        seconds: Until all was there; the limit where it was not.
        share: Of what was to be sent, whole at the other end, in [0, 1]: files, or entries and pictures.
        whole: Whether all was there in time.
        up: Bytes of IP that the laptop put on the link, lost ones too.
        down: The same of the server.
    """

    name: str
    seconds: float
    share: float
    whole: bool
    up: int
    down: int


@dataclass(slots=True)
class _Run:
    profile: Profile
    records: list[Record]
    folder: Path
    limit: float
    sent: list[Sent] = field(default_factory=list)


def benchmark_link(
    folder: Path,
    samples: Path,
    profiles: Sequence[Profile],
    names: Sequence[str],
    *,
    pages: int,
    pictures: bool,
    limit: float,
    progress: Progress = SILENT,
) -> list[Report]:
    """Measure every way over every link.

    It ends after ``limit`` seconds for each way over each link, and some for starting the servers.

    Args:
        folder: Empty; everything is made here.
        samples: Whose forms are filled in.
        profiles: The links.
        names: Which of ``NAMES``.
        pages: How many pages.
        pictures: Whether each has its small picture.
        limit: Seconds after which a way counts as unfinished.
        progress: Told which way is under way.

    Returns:
        A report on each link; and one on all, where there are several.
    """
    records = make_records(samples, pages, pictures=pictures)
    write_files(records, folder / "files")
    reports, runs, done = list[Report](), list[_Run](), 0
    for profile in profiles:
        run = _Run(profile, records, folder / profile.name, limit)
        run.folder.mkdir()
        missing = [
            f"{peer.name} is left out: {reason}." for peer in PEERS if (reason := peer.missing()) is not None
        ]
        for name in names:
            if any(told.startswith(f"{name} ") for told in missing):
                continue
            progress.update(done=done, total=len(profiles) * len(names), label=f"{profile.name}: {name}")
            peer = next((peer for peer in PEERS if peer.name == name), None)
            run.sent.append(_ours(run) if peer is None else _peer(run, peer, folder / "files"))
            done += 1
        reports.append(_report(run, missing))
        runs.append(run)
    progress.update(done=done, total=done, label="links")
    return [*reports, _side_by_side(runs, reports)] if len(runs) > 1 else reports


def _peer(run: _Run, peer: Peer, source: Path) -> Sent:
    target = run.folder / peer.name.split()[0]
    target.mkdir()
    with Rig(run.profile) as rig, _serving(rig.at("server", peer.serve(target)), lambda: _answers(rig)):
        seconds = _timed(rig.at("laptop", peer.send(source)), run.limit)
        return _sent(rig, peer.name, run, seconds, _arrived(source, target))


def _arrived(source: Path, target: Path) -> float:
    """Return the share of the files that is whole there; tus and OpenRosa name theirs anew.

    What is half there has another content, and OpenRosa's texts are forms in XML, each written in one go.
    """
    wanted = {path.read_bytes() for path in files_of(source)}
    found = {path.read_bytes() for path in files_of(target)}
    forms = sum(content.startswith(b"<?xml") for content in found)
    return min(1.0, (len(wanted & found) + forms) / len(wanted))


def _ours(run: _Run) -> Sent:
    library, data = run.folder / "library", run.folder / "headquarters"
    fill_library(run.records, library)
    data.mkdir()
    what = "thumbnails" if run.records[0].thumbnail is not None else "text"
    server = EmbeddedPostgres(run.folder / "postgres")
    server.start()
    try:
        make_database(server, "link")
        url = server.url("link")
        with Rig(run.profile) as rig, rig.listen("server", PORT) as listening:
            serve = [
                sys.executable,
                "-m",
                "benchmarks.link.our_server",
                str(data),
                url,
                str(listening.fileno()),
            ]
            ready = data / "ready.json"
            with _serving(serve, lambda: ready.exists() and _answers(rig), listening):
                invitation = json.loads((data / "ready.json").read_text())["invitation"]
                send = [sys.executable, "-m", "benchmarks.link.our_client", str(library), invitation, what]
                seconds = _timed(rig.at("laptop", send), run.limit)
                return _sent(rig, OURS, run, seconds, _taken(run, library, url, data))
    finally:
        server.stop()


def _taken(run: _Run, library: Path, url: str, data: Path) -> float:
    """Return the share of entries and pictures that headquarters holds, the entries as the laptop's chain."""
    with open_library(library) as opened:
        mine = [(change.seq, change.hash) for change in opened.changes.since(0, 1_000_000)]
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql")) as connection:
        theirs = connection.execute("SELECT seq, hash FROM entries ORDER BY seq").fetchall()
    if theirs != mine[: len(theirs)]:
        raise RuntimeError("headquarters holds another chain than the laptop")
    blobs = {path.read_bytes() for path in files_of(data / "blobs")}
    pictures = {record.thumbnail for record in run.records if record.thumbnail is not None}
    return (len(theirs) + len(pictures & blobs)) / (len(mine) + len(pictures))


@contextmanager
def _serving(command: list[str], ready: Callable[[], bool], *sockets: socket.socket) -> Iterator[None]:
    """Keep a server running, with some sockets of ours; it is stopped by its process id."""
    handed = [each.fileno() for each in sockets]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.DEVNULL, pass_fds=handed) as server:
        try:
            began = time.monotonic()
            while not ready():
                if server.poll() is not None or time.monotonic() - began > _START_SECONDS:
                    raise RuntimeError(f"the server did not start: {' '.join(command[-4:])}")
                time.sleep(0.1)
            yield
        finally:
            server.terminate()
            try:
                server.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:  # It waits for a client that is gone.
                server.kill()


def _answers(rig: Rig) -> bool:
    """Return whether the server takes connections, asked at its own end: nothing goes over the link."""
    ask = f"import socket; socket.create_connection(('{SERVER}', {PORT}), timeout=5).close()"
    command = rig.at("server", [sys.executable, "-c", ask])
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


def _timed(command: list[str], limit: float) -> float | None:
    """Run a command; return its seconds, or None if it was not done within the limit.

    What it has started itself ends with it.
    """
    began = time.monotonic()
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            done = process.wait(limit)
        except subprocess.TimeoutExpired:
            return None
        finally:
            with suppress(ProcessLookupError):  # All have ended.
                os.killpg(process.pid, signal.SIGKILL)
    return time.monotonic() - began if done == 0 else None


def _sent(rig: Rig, name: str, run: _Run, seconds: float | None, share: float) -> Sent:
    carried = rig.finish()
    return Sent(
        name,
        run.limit if seconds is None else seconds,
        share,
        share == 1.0 and seconds is not None,
        carried["up"]["sent_bytes"],
        carried["down"]["sent_bytes"],
    )


def _report(run: _Run, missing: list[str]) -> Report:
    profile = run.profile
    ideal = ideal_bytes(run.records)
    at_best = ideal * 8 / profile.up
    figures: dict[str, Any] = {
        "pages": len(run.records),
        "pictures": run.records[0].thumbnail is not None,
        "raw_bytes": raw_bytes(run.records),
        "ideal_bytes": ideal,
        "ideal_seconds": at_best,
        "ways": {
            each.name: {
                "seconds": each.seconds,
                "whole": each.whole,
                "share": each.share,
                "bytes_up": each.up,
                "bytes_down": each.down,
                "of_ideal": (each.up + each.down) / ideal,
            }
            for each in run.sent
        },
    }
    outages = f", out for {profile.outage:.0f} s of {profile.outage_every:.0f}" if profile.outage else ""
    link = (
        f"{profile.up / 1000:.0f}/{profile.down / 1000:.0f} kbit/s up/down,"
        f" {profile.round_trip * 1000:.0f} ms there and back, {profile.loss:.1%} lost{outages}"
    )
    told = (
        f"Ideal: {ideal / 1e6:.2f} MB (text in one stream of zstd -19, pictures as they are), {at_best:.0f} s"
        f" at the rate of the link without any outage; the files take {raw_bytes(run.records) / 1e6:.2f} MB."
    )
    what = "text and a small picture each" if figures["pictures"] else "text"
    return Report(
        name=f"Link {profile.name}: {len(run.records):,} pages, {what}; {link}",
        columns=["", "seconds", "to ours", "MB up", "MB down", "of ideal"],
        rows=[
            [
                each.name,
                _time_of(each),
                f"{each.seconds / run.sent[0].seconds:.2f}" if each.whole else "",
                f"{each.up / 1e6:.2f}",
                f"{each.down / 1e6:.2f}",
                f"{(each.up + each.down) / ideal:.2f}" if each.whole else "",
            ]
            for each in run.sent
        ],
        figures=figures,
        notes=[
            told,
            "Bytes are those of IP packets that went onto the link, both ways, with those that it lost.",
            "Ours goes over TLS and sends the change log with it; its peers send files in the clear.",
            *missing,
        ],
    )


def _time_of(sent: Sent) -> str:
    """Return how long a way took, or how far it came."""
    return f"{sent.seconds:.0f}" if sent.whole else f"{sent.share:.0%} in {sent.seconds:.0f}"


def _side_by_side(runs: list[_Run], reports: list[Report]) -> Report:
    """Return one table of all ways over all links: seconds, and bytes over the ideal."""
    names = [name for name in NAMES if any(each.name == name for run in runs for each in run.sent)]
    rows = []
    for name in names:
        ways = [next((each for each in run.sent if each.name == name), None) for run in runs]
        cells = [
            ""
            if way is None
            else _time_of(way)
            if not way.whole
            else f"{way.seconds:.0f} ({report.figures['ways'][name]['of_ideal']:.2f})"
            for way, report in zip(ways, reports, strict=True)
        ]
        rows.append([name, *cells])
    figures = {run.profile.name: report.figures for run, report in zip(runs, reports, strict=True)}
    return Report(
        name=f"Links: {len(runs[0].records):,} pages over each",
        columns=["", *(run.profile.name for run in runs)],
        rows=rows,
        figures={"links": figures},
        notes=[_LEGEND],
    )
