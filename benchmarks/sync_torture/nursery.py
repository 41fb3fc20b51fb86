"""Starts processes quickly: one process imports everything, and each laptop and server is a fork of it.

``python -m benchmarks.sync_torture.nursery LOGS`` reads what to start from its standard input and tells on
its standard output what ended. When its input ends, all that it started ends.
"""

import gc
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
_LOOK_SECONDS = 0.02


class Nursery:
    """The process that forks, seen from outside."""

    def __init__(self, logs: Path) -> None:
        """Start it; what its children say goes into files of a folder."""
        self._logs = logs
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.sync_torture.nursery", str(logs)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._ended: dict[int, int] = {}
        self._started: list[int] = []
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._listen, name="nursery", daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._reader.join(timeout=60)
        self._process.stdout.close()

    def start(self, role: str, **arguments: object) -> int:
        """Fork a process and return its id."""
        assert self._process.stdin is not None
        with self._changed:
            self._process.stdin.write(json.dumps({"role": role, **arguments}) + "\n")
            self._process.stdin.flush()
            if not self._changed.wait_for(lambda: self._started, timeout=120):
                raise RuntimeError("the nursery does not answer")
            return self._started.pop()

    def status(self, pid: int) -> int | None:
        """Return how a process ended, as ``Popen.returncode``; None while it lives."""
        with self._changed:
            return self._ended.get(pid)

    def wait(self, pid: int, timeout: float) -> int:
        """Wait for the end of a process; raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: pid in self._ended, timeout=timeout):
                raise TimeoutError(f"process {pid} has not ended after {timeout} s")
            return self._ended[pid]

    def kill(self, pid: int) -> None:
        """End a process with SIGKILL; nothing happens if it has ended."""
        if self.status(pid) is None:
            os.kill(pid, signal.SIGKILL)

    def said(self, pid: int) -> str:
        """Return what a process said."""
        try:
            return Path(self._logs, f"{pid}.log").read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return ""

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            told = json.loads(line)
            with self._changed:
                if "started" in told:
                    self._started.append(told["started"])
                else:
                    self._ended[told["ended"]] = told["status"]
                self._changed.notify_all()


def roles() -> dict[str, Callable[[dict[str, Any]], None]]:
    """Import everything, and return what a process can be."""
    import headquarters.app
    import headquarters.bundles.taking
    import headquarters.operations.maintenance
    import headquarters.routers
    import headquarters.tables  # noqa: F401
    from benchmarks.sync_torture import field, server

    return {"laptop": field.live, "server": server.serve, "stick": server.take_stick}


def main(logs: str) -> None:
    """Fork what is asked for until nobody asks any more."""
    known, living = roles(), set[int]()
    gc.freeze()
    looking = selectors.DefaultSelector()
    looking.register(0, selectors.EVENT_READ)
    waiting = b""
    while True:
        if looking.select(timeout=_LOOK_SECONDS):
            piece = os.read(0, 1 << 16)
            if not piece:
                break
            *lines, waiting = (waiting + piece).split(b"\n")
            for line in lines:
                wanted = json.loads(line)
                living.add(_fork(known[wanted.pop("role")], wanted, Path(logs)))
        _reap(living)
    for pid in living:
        os.kill(pid, signal.SIGKILL)
    while living:
        _reap(living)
        time.sleep(_LOOK_SECONDS)


def _fork(work: Callable[[dict[str, Any]], None], arguments: dict[str, Any], logs: Path) -> int:
    pid = os.fork()
    if pid:
        _tell({"started": pid})
        return pid
    status = 1
    try:
        log = os.open(logs / f"{os.getpid()}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.close(0)
        os.dup2(log, 1)
        os.dup2(log, 2)
        work(arguments)
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it is: it is told, and the process ends
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _reap(living: set[int]) -> None:
    for pid in list(living):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            living.discard(pid)
            _tell({"ended": pid, "status": os.waitstatus_to_exitcode(status)})


def _tell(values: dict[str, int]) -> None:
    os.write(1, (json.dumps(values) + "\n").encode())


if __name__ == "__main__":
    main(sys.argv[1])
