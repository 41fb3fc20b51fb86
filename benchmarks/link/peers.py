"""What others send files with: rsync, tus, and forms by multipart as ODK's OpenRosa has it.

Each is a server's command and a laptop's, which begins anew until all is there, as its users' programs do.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

PORT = 8730
STALL = 30
"""Seconds without a byte after which each client begins anew."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to send a folder of files.

    Attributes:
        name: What it is called.
        missing: Returns why it cannot be run here, None if it can.
        serve: Gives the command that takes files into a folder.
        send: Gives the command that sends a folder and ends with 0 when all is there.
    """

    name: str
    missing: Callable[[], str | None]
    serve: Callable[[Path], list[str]]
    send: Callable[[Path], list[str]]


def _program(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", f"benchmarks.link.{module}", *arguments]


def _rsync_missing() -> str | None:
    return None if shutil.which("rsync") else "rsync is not installed"


def _tus_missing() -> str | None:
    lacking = [name for name in ("tusclient", "tuspyserver") if find_spec(name) is None]
    return "tuspy and tuspyserver are not installed (extra sync-peers)" if lacking else None


PEERS = (
    Peer(
        "rsync -z",
        _rsync_missing,
        lambda target: _program("remote_shell", "--serve", str(target)),
        lambda source: _program("rsync_client", str(source)),
    ),
    Peer(
        "tus",
        _tus_missing,
        lambda target: _program("receivers", "tus", str(target)),
        lambda source: _program("tus_client", str(source)),
    ),
    Peer(
        "OpenRosa multipart",
        lambda: None,
        lambda target: _program("receivers", "openrosa", str(target)),
        lambda source: _program("openrosa_client", str(source)),
    ),
)
