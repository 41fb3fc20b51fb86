"""One program at a time sends a library's work; one that is killed leaves no lock, and its bytes count."""

import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from engine.library import Library, open_library
from engine.library.held import Held, read_about
from engine.settings import NetworkSettings, Settings
from engine.sync.errors import RefusedError
from engine.sync.running import synchronise
from engine.worker import worker_environment
from tests.engine.sync.conftest import NO_BALLAST
from tests.engine.sync.served import ServedHeadquarters, served
from tests.engine.sync.test_program import done, told, wish

WAIT = 60
SETTINGS = Settings(network=NetworkSettings(use="manual"))


@pytest.fixture
def there(headquarters) -> Iterator[ServedHeadquarters]:
    with served(headquarters) as made:
        yield made


@pytest.fixture
def folder(laptop: Library, add, there: ServedHeadquarters) -> Path:
    """A library that has joined, with work to send, closed."""
    add(laptop)
    laptop.close()
    done(laptop.folder, "join", invitation=there.invitation.encode())
    return laptop.folder


@contextmanager
def sending(folder: Path, there: ServedHeadquarters) -> Iterator[subprocess.Popen[bytes]]:
    """A process that sends, and waits for an answer that headquarters holds back; killed at the end."""
    there.hold()
    there.asked.clear()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "engine.sync"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=worker_environment(),
    ) as process:
        assert process.stdin is not None
        try:
            process.stdin.write(wish(folder, "run"))
            process.stdin.flush()
            assert there.asked.wait(WAIT)
            yield process
        finally:
            process.kill()


def test_a_second_program_is_told_who_sends_and_since_when(folder, there, headquarters):
    with sending(folder, there) as first:
        error = told(folder, "run")[-1]["error"]
        assert error["code"] == "sync.running"
        assert f"process {first.pid}" in error["what"]
        there.let_go()
        assert json.loads(first.stdout.readlines()[-1])["result"]["receipt"] is True
    assert done(folder, "run")[-1]["result"]["changes"] == 0  # The first one has sent it all.


def test_one_that_begins_by_itself_leaves_it_to_the_one_that_sends(folder, there):
    with sending(folder, there):
        lines = done(folder, "run", by="program", settings={"network.use": "automatic"})
    assert lines[-1]["result"] == {"due": False}


def test_whoever_waits_sends_what_is_left_once_the_other_has_ended(folder, there):
    with sending(folder, there) as first:
        reports = []

        def send() -> None:
            with open_library(folder, settings=NO_BALLAST) as library:
                reports.append(synchronise(library, SETTINGS, wait=True))

        second = threading.Thread(target=send)
        second.start()
        first.kill()
        first.wait(WAIT)
        there.let_go()
        second.join(WAIT)
    [report] = reports
    assert report.outcomes.receipt and report.outcomes.changes > 0


def test_a_killed_program_leaves_no_lock_and_its_bytes_in_the_log_as_interrupted(folder, there):
    with sending(folder, there) as first, open_library(folder, settings=NO_BALLAST) as library:
        for _ in range(600):
            if library.exchange.network_log.latest()[0].bytes_sent:
                break
            time.sleep(0.1)
        first.kill()
        first.wait(WAIT)
        [killed, *_] = library.exchange.network_log.latest()
        used = library.exchange.network_log.used_today()
        assert killed.outcome == "interrupted"
        assert killed.bytes_sent > 0
        assert used >= killed.bytes_sent
        there.let_go()
        assert done(folder, "run")[-1]["result"]["receipt"] is True
    with open_library(folder, settings=NO_BALLAST) as library:
        stored = library.connection.rows("SELECT outcome FROM connections ORDER BY number")
        assert [row[0] for row in stored] == ["done", "interrupted", "done"]
    assert [path.name for path in (folder / "running").iterdir()] == ["sending"]


def test_what_is_under_way_elsewhere_is_not_called_interrupted(joined):
    number = joined.exchange.network_log.begin("hq.example.org", "sync", asked_by="person")
    with open_library(joined.folder, settings=NO_BALLAST) as other:
        log = other.exchange.network_log
        assert log.latest()[0].outcome == "begun"
        log.end(log.begin("hq.example.org", "fetch", asked_by="person"), "done")
        assert [each.outcome for each in log.latest()[:2]] == ["done", "begun"]
        joined.exchange.network_log.end(number, "done")
        assert [each.outcome for each in log.latest()[:2]] == ["done", "done"]


def test_a_folder_that_is_copied_while_it_sends_brings_no_lock_along(joined, tmp_path):
    held = joined.exchange.turn.take(asked_by="person", process=1)
    assert joined.exchange.turn.take(asked_by="person", process=2) is None
    shutil.copytree(joined.folder / "running", tmp_path / "copy")
    copied = Held.take(tmp_path / "copy" / "sending")
    assert None not in (held, copied)


def test_who_holds_a_file_can_be_read_by_others_meanwhile(tmp_path):
    held = Held.take(tmp_path / "running" / "x", {"process": "7"})
    assert held is not None
    assert Held.take(tmp_path / "running" / "x") is None
    assert read_about(tmp_path / "running" / "x") == {"process": "7"}
    held.let_go(remove=True)
    assert read_about(tmp_path / "running" / "x") == {}


def test_the_turn_is_given_back_where_sending_fails(folder, there, headquarters):
    with open_library(folder, settings=NO_BALLAST) as library:
        headquarters.contents.devices["device1"].revoked = True
        with pytest.raises(RefusedError):
            synchronise(library, SETTINGS)
        headquarters.contents.devices["device1"].revoked = False
        assert synchronise(library, SETTINGS).outcomes.receipt
