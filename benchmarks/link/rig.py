"""Two ends and the link between them, for as long as a ``with`` lasts."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from benchmarks.link.profiles import Profile

LAPTOP = "10.77.0.1"
SERVER = "10.77.0.2"
_ROOT = Path(__file__).resolve().parent.parent.parent


_LISTEN = """
import socket, sys
channel, address, port = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with socket.create_server((address, port)) as server, socket.socket(fileno=channel) as stream:
    socket.send_fds(stream, [b"."], [server.fileno()])
"""


class RigUnavailableError(Exception):
    """This computer does not let its users make network namespaces with TUN devices."""


def why_unavailable() -> str | None:
    """Return why no link can be made here, as a sentence; None if one can."""
    if sys.platform != "linux":
        return "The link rig needs Linux."
    for program in ("unshare", "nsenter", "ip"):
        if shutil.which(program) is None:
            return f"The link rig needs the program {program} (packages util-linux and iproute2)."
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        return "The link rig needs the device /dev/net/tun."
    tried = subprocess.run(["unshare", *_NAMESPACES, "true"], capture_output=True, text=True, check=False)
    return f"No network namespace can be made here: {tried.stderr.strip()}" if tried.returncode else None


_NAMESPACES = ("--user", "--map-root-user", "--net")


class Rig:
    """A laptop's end, a server's end, and a link.

    Commands started at an end see the usual files, and of networks only their own loopback and the link.
    """

    def __init__(self, profile: Profile, *, seed: int = 1) -> None:
        """Prepare; entering makes it."""
        self._profile = profile
        self._seed = seed
        self._stack = ExitStack()
        self._ends: dict[str, subprocess.Popen[bytes]] = {}
        self._emulator: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Make the ends and join them; raises RigUnavailableError."""
        reason = why_unavailable()
        if reason:
            raise RigUnavailableError(reason)
        try:
            devices = [self._end("laptop", LAPTOP), self._end("server", SERVER)]
            self._emulator = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "benchmarks.link.emulator",
                    *(str(device) for device in devices),
                    str(self._seed),
                    json.dumps(asdict(self._profile)),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                pass_fds=devices,
                cwd=_ROOT,
            )
            for device in devices:
                os.close(device)
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def at(self, end: str, command: Sequence[str | Path]) -> list[str]:
        """Return the command line that runs a command at an end: ``laptop`` or ``server``."""
        pid = str(self._ends[end].pid)
        enter = ["nsenter", "--target", pid, "--user", "--net", "--preserve-credentials", "--"]
        return [*enter, *(str(part) for part in command)]

    def listen(self, end: str, port: int) -> socket.socket:
        """Return a socket that listens at an end, for a server that runs outside of it.

        A socket stays in the network in which it was made, whoever holds it; so a server can use files and
        a database that an end's own user may not touch.
        """
        address = {"laptop": LAPTOP, "server": SERVER}[end]
        ours, theirs = socket.socketpair()
        with ours, theirs:
            command = self.at(end, [sys.executable, "-c", _LISTEN, str(theirs.fileno()), address, str(port)])
            subprocess.run(command, pass_fds=(theirs.fileno(),), check=True)
            _, descriptors, _, _ = socket.recv_fds(ours, 1, 1)
        return socket.socket(fileno=descriptors[0])

    def finish(self) -> dict[str, Any]:
        """Take the link down and return what each way carried (see ``emulator.Carried``)."""
        assert self._emulator is not None
        output, _ = self._emulator.communicate(timeout=30)
        self._emulator = None
        carried: dict[str, Any] = json.loads(output)
        return carried

    def _end(self, name: str, address: str) -> int:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            end = subprocess.Popen(
                [
                    "unshare",
                    *_NAMESPACES,
                    sys.executable,
                    "-m",
                    "benchmarks.link.end",
                    str(theirs.fileno()),
                    address,
                ],
                stdin=subprocess.PIPE,
                pass_fds=(theirs.fileno(),),
                cwd=_ROOT,
            )
            self._ends[name] = end
            theirs.close()
            _, devices, _, _ = socket.recv_fds(ours, 1, 1)
        if not devices:
            raise RigUnavailableError(f"The {name}'s end of the link could not be made.")
        return devices[0]

    def _stop(self) -> None:
        for process in (self._emulator, *self._ends.values()):
            if process is None:
                continue
            if process.stdin and not process.stdin.closed:
                process.stdin.close()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()
        self._emulator = None
        self._ends.clear()
