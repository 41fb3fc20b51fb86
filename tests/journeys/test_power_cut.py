"""The plug is pulled in the middle, and everything is there."""

import os
import signal
import time
from pathlib import Path

import pytest

from engine.errors import ExitCode

NAMES = ("receipt.jpg", "id-card-mrz.jpg", "referral-letter.tif")


def pull_the_plug(process) -> None:
    """Kill a process and all that it started, at once: the program and its workers."""
    workers = [int(path.name) for path in Path("/proc").glob("[0-9]*") if _parent(path) == process.pid]
    for pid in (process.pid, *workers):
        os.kill(pid, signal.SIGKILL)
    process.communicate()


def _parent(path: Path) -> int:
    try:
        return int((path / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def until(happened, *, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="workers are found through /proc")
def test_work_goes_on_after_a_power_cut(person, scans):
    person.types("add", scans(*NAMES))
    process = person.start("work")
    until(lambda: person.types("jobs", "list", "--state", "running", "--json").json["jobs"])
    pull_the_plug(process)

    listed = person.types("list", "--json").json
    assert listed["total"] == len(NAMES), "what was added is there"
    assert person.types("check", "--json").json["sound"]

    told = person.types("work", "--json").json
    assert (told["waiting"], told["failed"]) == (0, 0)
    listed = person.types("list", "--json").json["documents"]
    assert {document["status"] for document in listed} == {"read"}
    assert person.types("check", "--json").json["sound"]


def test_adding_is_all_or_nothing(person, scans):
    folder = scans(*NAMES)
    person.types("library", "create", "--no-keyring")
    process = person.start("add", folder)
    until(lambda: person.types("list", "--json").json["total"] or process.poll() is not None)
    process.kill()
    process.communicate()
    before = person.types("list", "--json").json["total"]
    assert before >= 1
    assert person.types("check", "--json").json["sound"]
    person.types("add", folder)
    assert person.types("list", "--json").json["total"] == len(NAMES)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent another way there")
def test_ctrl_c_keeps_the_queue(person, scans):
    person.types("add", scans(*NAMES))
    process = person.start("work")
    until(lambda: person.types("jobs", "list", "--state", "running", "--json").json["jobs"])
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == ExitCode.CANCELLED
    assert b"waits in the queue" in err
    counts = person.types("jobs", "list", "--json").json["counts"]
    assert counts["running"] == 0
    assert counts["queued"] > 0
