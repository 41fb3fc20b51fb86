"""Real worker processes that crash, hang and are asked to end, under a real supervisor."""

import importlib.util
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from engine.errors import ExitCode
from engine.library import JobState, Library, NewDocument
from engine.settings import LibrarySettings, Places, Settings, WorkerSettings, save_settings
from engine.worker import EventKind, Supervisor, worker_command, worker_environment

SCRIPT = Path(__file__).parent / "odd_worker.py"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and process groups of POSIX")


def _odd():
    spec = importlib.util.spec_from_file_location("odd_worker", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


odd = _odd()


class Shop:
    """A library, a supervisor for odd workers, and what happened."""

    def __init__(self, folder: Path, key: bytes, open_library, settings: Path) -> None:
        self.folder, self.key, self.settings = folder, key, settings
        self.open = open_library
        self.library: Library = open_library()
        self.supervisor = Supervisor(self.command, data_key=key, on_crash=self.library.jobs.crashed)
        self.events = []

    def command(self, owner: str) -> list[str]:
        return [
            sys.executable, str(SCRIPT), "--library", str(self.folder),
            "--settings", str(self.settings), "--owner", owner,
        ]  # fmt: skip

    def add(self, *colours: int, name: str = "form.tif") -> str:
        data = pages(colours, seed=name)
        return self.library.documents.add(NewDocument(name, "image/tiff", len(colours), data)).document_id

    def until(self, done, seconds: float = 200) -> None:
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, (self.events, self.library.jobs.find())
            # Pauses between attempts are there for people, not for tests.
            self.library.connection.run("UPDATE jobs SET not_before = 0 WHERE not_before > 0")
            self.events += self.supervisor.poll(work_waiting=self.library.jobs.progress().queued > 0)
            time.sleep(0.02)

    def all_ended(self) -> bool:
        progress = self.library.jobs.progress()
        return progress.queued == progress.running == 0

    def kinds(self) -> set[EventKind]:
        return {event.kind for event in self.events}

    def spawn(self) -> "subprocess.Popen[bytes]":
        """Start one worker without a supervisor."""
        process = subprocess.Popen(
            self.command("lone"), stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
        process.stdin.write(self.key.hex().encode() + b"\n")
        process.stdin.flush()
        return process


def pages(colours, seed: str) -> bytes:
    green = sum(seed.encode()) % 256
    images = [Image.new("RGB", (40, 30), (red, green, number)) for number, red in enumerate(colours)]
    stream = io.BytesIO()
    images[0].save(stream, "TIFF", save_all=True, append_images=images[1:])
    return stream.getvalue()


@pytest.fixture
def shop(library_folder, opened, tmp_path, home):
    settings = Settings(
        worker=WorkerSettings(lease_seconds=5, idle_seconds=1, memory_megabytes=500, page_seconds=10),
        library=LibrarySettings(ballast_megabytes=0),
    )
    save_settings(settings, tmp_path / "settings.toml")
    made = Shop(*library_folder, opened, tmp_path / "settings.toml")
    yield made
    made.supervisor.stop()
    assert_sound(made)


def assert_sound(shop: Shop) -> None:
    """Every page that is done has exactly one reading, and no other page has any."""
    report = shop.library.check()
    assert report.problems == ()
    connection = shop.library.connection
    assert connection.value("SELECT count(*) FROM readings") == connection.value(
        "SELECT count(*) FROM jobs WHERE state = 'done'"
    )


def wait_running(shop: Shop) -> None:
    shop.until(lambda: shop.library.jobs.progress().running == 1)


def test_two_workers_read_one_library_together(shop):
    shop.add(*[odd.NORMAL] * 30)
    shop.supervisor.start(2)
    shop.until(shop.all_ended)
    assert shop.library.jobs.progress().done == 30
    assert EventKind.CRASHED not in shop.kinds()


def test_a_poison_page_is_given_up_after_three_crashes_and_the_others_are_read(shop):
    shop.add(odd.NORMAL, odd.ABORT, odd.NORMAL)
    shop.supervisor.start(1)
    shop.until(shop.all_ended)
    progress = shop.library.jobs.progress()
    assert (progress.done, progress.dead) == (2, 1)
    (dead,) = shop.library.jobs.find([JobState.DEAD])
    assert (dead.crashes, dead.error_code) == (3, "worker.crashed")
    assert "SIGABRT" in dead.error_message
    crashes = [event for event in shop.events if event.kind is EventKind.CRASHED]
    assert [event.jobs for event in crashes] == [1, 1, 1]


def test_a_native_crash_is_told_in_the_log(shop, home):
    shop.add(odd.ABORT)
    shop.supervisor.start(1)
    shop.until(shop.all_ended)
    log = (home / "logs" / "worker.log").read_text()
    assert "Fatal Python error: Aborted" in log
    assert "odd_worker.py" in log


def test_a_killed_worker_loses_nothing(shop):
    shop.add(odd.SLOW, odd.NORMAL)
    shop.events += shop.supervisor.start(1)
    wait_running(shop)
    os.kill(shop.events[0].pid, signal.SIGKILL)
    shop.until(lambda: EventKind.CRASHED in shop.kinds())
    crash = next(event for event in shop.events if event.kind is EventKind.CRASHED)
    assert "SIGKILL" in crash.message
    assert shop.library.jobs.find()[0].crashes == 1
    shop.library.jobs.cancel([shop.library.jobs.find()[0].id])
    shop.until(shop.all_ended)
    progress = shop.library.jobs.progress()
    assert (progress.done, progress.cancelled) == (1, 1)


def test_a_worker_without_a_supervisor_gets_its_job_back_by_its_lease(shop):
    """As after a crash of the whole program: nobody tells the library that the worker died."""
    shop.add(odd.KILL)
    lone = shop.spawn()
    with lone.stdin, lone.stderr:
        assert lone.wait(timeout=120) == -signal.SIGKILL
    (record,) = shop.library.jobs.find()
    assert record.state is JobState.RUNNING
    shop.library.connection.run("UPDATE jobs SET lease_until = 0")
    assert shop.library.jobs.reap() == 1
    assert shop.library.jobs.find()[0].crashes == 1


def test_a_page_that_fails_by_a_fault_does_not_end_the_worker(shop, home):
    shop.add(odd.RAISE, odd.NORMAL)
    shop.supervisor.start(1)
    shop.until(shop.all_ended)
    progress = shop.library.jobs.progress()
    assert (progress.done, progress.failed) == (1, 1)
    assert EventKind.CRASHED not in shop.kinds()
    log = (home / "logs" / "worker.log").read_text()
    assert "ValueError" in log
    assert "what the document says" not in log


def test_a_worker_over_its_memory_budget_is_started_anew_at_once(shop):
    shop.add(odd.GREEDY, odd.NORMAL)
    shop.supervisor.start(1)
    shop.until(shop.all_ended)
    recycled = [event for event in shop.events if event.kind is EventKind.RECYCLED]
    assert [event.pause for event in recycled] == [0.0]
    assert shop.library.jobs.progress().done == 2


@pytest.mark.parametrize("page", [odd.SLOW, odd.STUCK])
@pytest.mark.parametrize("way", ["ctrl-c", "terminate", "end of input"])
def test_a_lone_worker_ends_soon_when_asked_and_gives_its_page_back(shop, page, way):
    shop.add(page)
    lone = shop.spawn()
    with lone.stdin, lone.stderr:
        wait_running(shop)
        if way == "end of input":
            lone.stdin.close()
        else:
            os.kill(lone.pid, signal.SIGINT if way == "ctrl-c" else signal.SIGTERM)
        assert lone.wait(timeout=50) == 0  # The page would take a minute.
    (record,) = shop.library.jobs.find()
    assert (record.state, record.attempts, record.crashes) == (JobState.QUEUED, 0, 0)


def test_workers_die_with_their_supervisor(shop, tmp_path):
    """The supervising program is killed; its worker sees the end of its input."""
    shop.add(odd.SLOW)
    program = tmp_path / "program.py"
    program.write_text(
        "import sys, time\n"
        "from engine.worker import Supervisor\n"
        f"command = {shop.command('orphan')!r}\n"
        f"supervisor = Supervisor(lambda owner: command, data_key=bytes.fromhex({shop.key.hex()!r}))\n"
        "print(supervisor.start(1)[0].pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    root = Path(__file__).parent.parent.parent.parent
    with subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(root)}
    ) as parent:
        worker = int(parent.stdout.readline())
        wait_running(shop)
        parent.kill()
    shop.until(lambda: not _lives(worker))
    (record,) = shop.library.jobs.find()
    assert (record.state, record.attempts) == (JobState.QUEUED, 0)


def _lives(pid: int) -> bool:
    import psutil

    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_a_stuck_worker_is_ended_by_its_supervisor_in_bounded_time(shop):
    shop.add(odd.STUCK)
    shop.events += shop.supervisor.start(1)
    wait_running(shop)
    events = shop.supervisor.stop()
    assert [event.kind for event in events] == [EventKind.ENDED]
    assert shop.supervisor.running == 0
    assert not shop.supervisor.alive
    assert shop.library.jobs.find()[0].state is JobState.QUEUED


def test_a_worker_that_cannot_open_the_library_says_why_and_is_not_started_again(shop):
    shop.supervisor = Supervisor(shop.command, data_key=b"x" * 32)
    shop.supervisor.start(1)
    shop.until(lambda: EventKind.REFUSED in shop.kinds())
    refused = next(event for event in shop.events if event.kind is EventKind.REFUSED)
    assert str(shop.folder) in refused.message
    assert not shop.supervisor.alive


def test_a_first_line_that_is_no_key_is_refused(shop):
    process = subprocess.run(shop.command("x"), input=b"no key\n", capture_output=True, timeout=200)
    assert process.returncode == 2
    assert b"no library key" in process.stderr


def test_workers_let_other_programs_go_first(shop):
    import psutil

    shop.add(odd.SLOW)
    shop.events += shop.supervisor.start(1)
    wait_running(shop)
    process = psutil.Process(shop.events[0].pid)
    assert process.nice() >= 10
    if sys.platform == "linux":
        assert int(Path(f"/proc/{process.pid}/oom_score_adj").read_text()) == 500


def run_real_worker(shop, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run ``python -m engine.worker`` until it ends by itself, with its input open all the while."""
    command = [*worker_command(shop.folder, shop.settings)("real"), *arguments]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=worker_environment()
    ) as process:
        process.stdin.write(shop.key.hex().encode() + b"\n")
        process.stdin.flush()
        code = process.wait(timeout=200)
        return subprocess.CompletedProcess(command, code, stderr=process.stderr.read())


def test_the_real_worker_ends_by_itself_when_there_is_no_work(shop):
    done = run_real_worker(shop)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_models_the_real_worker_says_so_and_blames_no_page(shop):
    shop.add(odd.NORMAL)
    done = run_real_worker(shop)
    assert done.returncode == ExitCode.MISSING_DEPENDENCY
    assert len(done.stderr.splitlines()) == 1
    (record,) = shop.library.jobs.find()
    assert (record.state, record.attempts, record.errors) == (JobState.QUEUED, 0, 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_a_log_for_which_there_is_no_room_ends_no_worker(shop, home):
    log = Places.of_this_user().logs / "worker.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.unlink(missing_ok=True)
    log.symlink_to("/dev/full")
    done = run_real_worker(shop)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_page_that_hoards_memory_is_stopped_and_told(shop):
    shop.add(odd.HOARD, odd.NORMAL)
    shop.supervisor.start(1)
    shop.until(shop.all_ended)
    (record,) = shop.library.jobs.find([JobState.FAILED])
    assert record.error_code == "worker.out-of-memory"
    assert shop.library.jobs.progress().done == 1
    assert EventKind.CRASHED not in shop.kinds()
