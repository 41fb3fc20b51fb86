"""A program notices that another one was put in its place, and works with none of its parts then."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import SandukuError
from engine.replaced import ProgramReplacedError, was_replaced
from engine.worker import EventKind, Supervisor


@pytest.fixture
def program(tmp_path):
    file = tmp_path / "sanduku"
    file.write_text("this version")
    return file


def test_a_file_that_another_one_took_the_name_of_was_replaced(program, tmp_path):
    running = tmp_path / "what runs"
    running.hardlink_to(program)
    assert not was_replaced(program, running)
    (tmp_path / "new").write_text("the next version")
    (tmp_path / "new").replace(program)
    assert was_replaced(program, running)


def test_a_file_that_is_gone_was_replaced(program, tmp_path):
    running = tmp_path / "what runs"
    running.hardlink_to(program)
    program.unlink()
    assert was_replaced(program, running)


def test_where_the_system_does_not_tell_what_runs_nothing_is_claimed(program, tmp_path):
    assert not was_replaced(tmp_path / "nowhere", tmp_path / "no proc")


def test_a_program_that_runs_from_its_source_is_never_replaced():
    assert not was_replaced()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells what runs")
def test_a_running_process_finds_out(tmp_path):
    """With a copy of a real program, replaced as dpkg does it: by a rename."""
    program = tmp_path / "program"

    shutil.copy2("/bin/cat", program)
    with subprocess.Popen([program], stdin=subprocess.PIPE) as process:
        running = Path(f"/proc/{process.pid}/exe")
        assert not was_replaced(program, running)
        shutil.copy2("/bin/cat", tmp_path / "program.dpkg-new")
        (tmp_path / "program.dpkg-new").replace(program)
        assert was_replaced(program, running)


def test_no_worker_of_another_version_is_started():
    started = []
    supervisor = Supervisor(lambda owner: started.append(owner) or [], data_key=None, replaced=lambda: True)
    (event,) = supervisor.start(1)
    assert (event.kind, event.code, started) == (EventKind.REFUSED, "program.replaced", [])
    assert "Close it, and open it again" in event.message
    assert supervisor.poll(work_waiting=True) == []
    assert not supervisor.alive


def test_its_words_say_what_to_do():
    error = ProgramReplacedError()
    assert isinstance(error, SandukuError)
    assert "updated while it was open" in str(error)
