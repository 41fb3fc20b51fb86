"""Sending by command, as a person sees it: when it is stopped, when another sends, and what time it tells."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.cli.sync_showing import local_moment
from tests.engine.sync.conftest import (  # noqa: F401 - fixtures
    add,
    clock,
    headquarters,
    laptop,
    read_all,
)
from tests.engine.sync.test_turn import WAIT, folder, sending, there  # noqa: F401 - fixtures

pytestmark = pytest.mark.usefixtures("small_ballast")


def command(*words: object) -> list[str]:
    return [sys.executable, "-P", "-m", "engine.cli", *(str(word) for word in words)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_says_that_what_arrived_counts_and_prints_json(folder: Path, there):  # noqa: F811
    there.hold()
    there.asked.clear()
    with subprocess.Popen(
        command("sync", "run", "--json", "--library", folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            assert there.asked.wait(WAIT)
            os.kill(process.pid, signal.SIGINT)
            out, err = process.communicate(timeout=WAIT)
        finally:
            process.kill()
    assert process.returncode == 130, err
    told = json.loads(out)
    assert told["stopped"] is True
    assert told["changes"] == 0


def test_a_second_command_says_who_sends(folder: Path, there, run):  # noqa: F811
    with sending(folder, there) as first:
        refused = run("sync", "run", "--json", "--library", folder)
        assert refused.error["code"] == "sync.running"
        assert str(first.pid) in refused.error["what"]
        assert run("settings", "set", "network.use", "automatic").code == 0
        timer = run("sync", "run", "--by-itself", "--json", "--library", folder)
        assert timer.code == 0
        assert timer.json["changes"] == 0
        assert "Another Sanduku" in run("sync", "run", "--by-itself", "--library", folder).err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot change the time zone of one process")
def test_moments_are_told_in_the_time_of_this_computer(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Africa/Nairobi")
    time.tzset()
    try:
        assert local_moment("2026-11-21T18:37:11.115Z") == "2026-11-21 21:37"
    finally:
        monkeypatch.undo()
        time.tzset()
    assert local_moment(None) == ""
    assert local_moment("damaged") == "damaged"


def test_a_library_in_no_team_says_what_to_do(laptop, run):  # noqa: F811
    laptop.close()
    refused = run("sync", "run", "--json", "--library", laptop.folder)
    assert "team join" in refused.error["remedy"]
