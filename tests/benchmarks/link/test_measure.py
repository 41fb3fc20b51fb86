"""What a way over a link brought is counted, and one that takes too long ends with all that it started."""

import subprocess
import sys
import time

import pytest

pytest.importorskip("psycopg")

from benchmarks.link import measure
from benchmarks.link.measure import _Run, _side_by_side, _timed
from benchmarks.link.profiles import PROFILES
from benchmarks.report import Report

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the rig needs Linux")
_PARENT = (
    "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', sys.argv[1]]); time.sleep(60)"
)
_CHILD = "import pathlib, os, time; pathlib.Path({!r}).write_text(str(os.getpid())); time.sleep(60)"


def fill(folder, files):
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def test_what_is_half_there_does_not_count(tmp_path):
    source = fill(
        tmp_path / "source",
        {"1.json": b"{1}", "1.jpg": b"\xff\xd8one", "2.json": b"{2}", "2.jpg": b"\xff\xd8two"},
    )
    target = fill(
        tmp_path / "target", {"a": b"{1}", "b": b"\xff\xd8one", "c": b"\xff\xd8t", "c.info": b"meta"}
    )
    assert measure._arrived(source, target) == 0.5


def test_forms_count_each(tmp_path):
    source = fill(tmp_path / "source", {"1.json": b"{1}", "1.jpg": b"\xff\xd8one"})
    target = fill(tmp_path / "target", {"1.xml": b"<?xml version='1.0'?><data/>"})
    assert measure._arrived(source, target) == 0.5


def test_a_way_that_takes_too_long_ends_with_what_it_started(tmp_path):
    told = tmp_path / "pid"
    assert _timed([sys.executable, "-c", _PARENT, _CHILD.format(str(told))], limit=5) is None
    pid = int(told.read_text())
    for _ in range(100):
        state = subprocess.run(
            ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
        if state.stdout.strip() in ("", "Z"):
            return
        time.sleep(0.1)
    pytest.fail("its child still runs")


def test_a_way_that_fails_is_not_done():
    assert _timed([sys.executable, "-c", "raise SystemExit(3)"], limit=60) is None


def test_all_links_stand_in_one_table_with_how_far_came_what_was_not_done(tmp_path):
    sent = [
        measure.Sent("sanduku", 81.2, 1.0, whole=True, up=500, down=20),
        measure.Sent("tus", 300.0, 0.42, whole=False, up=900, down=20),
    ]
    runs = [_Run(PROFILES[name], [], tmp_path, 300, list(sent)) for name in ("gprs", "vsat")]
    del runs[1].sent[1]
    reports = [
        Report(run.profile.name, [], [], {"ways": {each.name: {"of_ideal": 1.3} for each in run.sent}})
        for run in runs
    ]
    told = _side_by_side(runs, reports)
    assert told.rows == [["sanduku", "81 (1.30)", "81 (1.30)"], ["tus", "42% in 300", ""]]
    assert set(told.figures["links"]) == {"gprs", "vsat"}
