"""PostgreSQL's own programs for dumping and restoring: the system's, or those of the wheel."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.engine import URL

from headquarters.errors import ConfigurationError

_VERSION = re.compile(r"\(PostgreSQL\) (\d+)")


class NoProgramError(ConfigurationError):
    """PostgreSQL's programs for backups are missing, or too old for the server."""

    code = "backup.program"


def program(name: str, server_major: int) -> str:
    """Return where a program lies that is not older than the server; raises NoProgramError."""
    for path in (shutil.which(name), _of_wheel(name)):
        if path is not None and _major(path) >= server_major:
            return str(path)
    raise NoProgramError(
        f"There is no {name} for PostgreSQL {server_major} on this computer.",
        remedy=f"Install the client programs of PostgreSQL {server_major} or newer.",
    )


def connection_environment(url: URL) -> Mapping[str, str]:
    """Return the environment in which the programs find a database; no password stands in a command line."""
    query = {name: value if isinstance(value, str) else value[0] for name, value in url.query.items()}
    given = {
        "PGHOST": query.get("host") or url.host,
        "PGPORT": query.get("port") or (None if url.port is None else str(url.port)),
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        "PGSSLMODE": query.get("sslmode"),
        "PGSSLROOTCERT": query.get("sslrootcert"),
    }
    return {**os.environ, **{name: value for name, value in given.items() if value}}


def _major(path: str | Path) -> int:
    try:
        said = subprocess.run(
            [str(path), "--version"], capture_output=True, text=True, check=True, timeout=30
        )
    except (OSError, subprocess.SubprocessError):
        return 0
    found = _VERSION.search(said.stdout)
    return int(found.group(1)) if found else 0


def _of_wheel(name: str) -> Path | None:
    from headquarters.database.embedded import programs_folder

    folder = programs_folder()
    if folder is None:
        return None
    path = folder / (f"{name}.exe" if os.name == "nt" else name)
    return path if path.exists() else None
