"""The PostgreSQL within the data folder stays while anybody uses it, and goes with the last."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from headquarters.database import embedded
from headquarters.database.embedded import EmbeddedPostgres, EmbeddedPostgresError

OTHER = """
import sys
from pathlib import Path
from headquarters.database.embedded import EmbeddedPostgres

server = EmbeddedPostgres(Path(sys.argv[1]))
server.start()
print("started", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def server() -> Iterator[EmbeddedPostgres]:
    """A running server in a folder of its own, which the database's own user may enter."""
    with tempfile.TemporaryDirectory(prefix="sanduku-embedded-") as folder:
        Path(folder).chmod(0o755)
        made = EmbeddedPostgres(Path(folder, "pg"), {"fsync": "off"})
        made.start()
        yield made
        made.stop()


def answers(server: EmbeddedPostgres) -> bool:
    """Return whether it takes a connection."""
    with psycopg.connect(server.url()) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def postmaster(server: EmbeddedPostgres) -> psutil.Process:
    """The server's own process."""
    return psutil.Process(int((server.folder / "postmaster.pid").read_text().split()[0]))


def test_it_stays_for_a_second_user_in_the_same_process(server: EmbeddedPostgres) -> None:
    second = EmbeddedPostgres(server.folder)
    second.start()
    second.stop()
    assert answers(server)


def test_it_stays_for_another_process_though_the_clock_has_moved(
    server: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-c", OTHER, str(server.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "started\n"
        # What the system tells of the time of a process's start goes with its clock.
        monkeypatch.setattr(psutil.Process, "create_time", lambda _self: 0.0)
        server.stop()
        assert not server.abandoned()
        server.start()
        assert answers(server)
        other.kill()
    server.stop()
    assert server.abandoned()
    assert not (server.folder / "postmaster.pid").exists()


def test_stopping_one_that_was_killed_is_no_failure(server: EmbeddedPostgres) -> None:
    process = postmaster(server)
    process.kill()
    psutil.wait_procs([process], timeout=60)
    server.stop()
    assert server.abandoned()


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be held there")
def test_one_that_does_not_stop_is_told(server: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch) -> None:
    process = postmaster(server)
    monkeypatch.setattr(embedded, "PATIENCE", 1.0)
    os.kill(process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(EmbeddedPostgresError, match="does not stop"):
            server.stop()
    finally:
        os.kill(process.pid, signal.SIGCONT)
