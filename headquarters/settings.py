"""How one headquarters is set up: declared once, taken from the environment, and never from a global.

Containers and systemd units give settings as environment variables; all begin with ``SANDUKU_HQ_`` but
``DATABASE_URL``, which every hosting service knows by that name.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

import platformdirs

from headquarters.errors import ConfigurationError

PREFIX = "SANDUKU_HQ_"
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class HeadquartersSettings:
    """The settings of one headquarters.

    Attributes:
        data: Folder for the keys, the spool of half-sent files, and, by default, the stored files and the
            embedded database.
        database_url: PostgreSQL server; empty for the embedded one within the data folder.
        host: Address to listen on.
        port: Port to listen on.
        urls: Addresses under which laptops reach it, the first one first; they stand in invitations.
        blobs: Folder, or ``s3://bucket/prefix``, where files are stored; empty for one in the data folder.
        rate_store: Where rates are counted: ``memory://``, or a ``redis://`` URL shared by several processes.
        trusted_proxies: Addresses of proxies whose word on the client's address is taken, with commas.
        secure_cookies: Whether cookies of the pages are sent over TLS alone.
        identity: The keys, as the text of ``identity.json``; empty: they lie in the data folder.
        metrics_token: Whoever asks for ``/metrics`` from another computer must show it; empty: nobody may.
        tls_pin: SHA-256 of the public key of the server's certificate, where no authority vouches for it.
        packs_root: SHA-256 of the root that signs this headquarters' model packs.
        access_minutes: How long a laptop's permission lasts.
        refresh_days: How long a laptop that does not come by can renew its permission without its key.
        invitation_days: How long an invitation can be used.
        batch_bytes: Largest batch of changes, compressed, that laptops are told to send.
        pack_bytes: Largest pack of small files that they are told to send.
        chunk_bytes: Largest piece of a large file that they are told to send.
        blob_bytes: Largest file that is taken.
        stall_seconds: A request that sends nothing for so long is ended.
        silent_hours: A device that has not come by for so long is told as silent.
        requests_per_minute: Of one device.
        strangers_per_minute: Requests of one address that nobody has signed: enrolment, challenges, sign-in.
        half_sent: Folder of half-sent files, which several processes may share; empty for one in the data
            folder.
        spool_days: Half-sent files that nobody went on with for so long are removed.
    """

    data: Path
    database_url: str = ""
    host: str = "127.0.0.1"
    port: int = 8440
    urls: tuple[str, ...] = ()
    blobs: str = ""
    rate_store: str = "memory://"
    trusted_proxies: str = "127.0.0.1"
    secure_cookies: bool = True
    identity: str = field(default="", repr=False)
    metrics_token: str = field(default="", repr=False)
    tls_pin: str = ""
    packs_root: str = ""
    access_minutes: int = 30
    refresh_days: int = 30
    invitation_days: int = 14
    batch_bytes: int = MEGABYTE
    pack_bytes: int = 4 * MEGABYTE
    chunk_bytes: int = MEGABYTE
    blob_bytes: int = 2048 * MEGABYTE
    stall_seconds: int = 60
    silent_hours: int = 72
    requests_per_minute: int = 600
    strangers_per_minute: int = 30
    half_sent: str = ""
    spool_days: int = 30

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Take the settings from environment variables; raises ConfigurationError."""
        given = os.environ if environment is None else environment
        settings = cls(data=Path(given.get(f"{PREFIX}DATA") or _default_data()).expanduser().absolute())
        changes: dict[str, Any] = {}
        for each in fields(cls):
            name = "DATABASE_URL" if each.name == "database_url" else f"{PREFIX}{each.name.upper()}"
            if each.name != "data" and given.get(name):
                changes[each.name] = _parsed(name, given[name], getattr(settings, each.name))
        return replace(settings, **changes)

    @property
    def address(self) -> str:
        """The first address under which laptops reach it."""
        return self.urls[0] if self.urls else f"http://{self.host}:{self.port}"

    @property
    def embedded_folder(self) -> Path:
        """Where the embedded PostgreSQL keeps its files."""
        return self.data / "postgres"

    @property
    def identity_file(self) -> Path:
        """The file with the keys of this headquarters."""
        return self.data / "identity.json"

    @property
    def restoring(self) -> Path:
        """A file that lies there while a restore is not finished."""
        return self.data / "restore-unfinished"

    @property
    def erasures(self) -> Path:
        """What was asked to be erased, for a restore, which knows nothing of what came after its backup."""
        return self.data / "erasures.jsonl"

    @property
    def spool(self) -> Path:
        """Where half-sent files lie until they are whole."""
        return Path(self.half_sent).expanduser().absolute() if self.half_sent else self.data / "spool"


def _default_data() -> str:
    home = os.environ.get("SANDUKU_HOME")
    base = Path(home) if home else Path(platformdirs.user_data_dir("sanduku", appauthor=False))
    return str(base / "headquarters")


def _parsed(name: str, text: str, present: Any) -> Any:  # noqa: ANN401
    if isinstance(present, bool):
        if text.lower() in ("1", "true", "yes", "on", "0", "false", "no", "off"):
            return text.lower() in ("1", "true", "yes", "on")
        raise ConfigurationError(f"'{text}' is neither yes nor no.", which=name, remedy="Write yes or no.")
    if isinstance(present, int):
        if text.isascii() and text.isdigit() and int(text) > 0:
            return int(text)
        raise ConfigurationError(
            f"'{text}' is no whole number above 0.", which=name, remedy="Write a whole number."
        )
    if isinstance(present, tuple):
        return tuple(part.strip().rstrip("/") for part in text.split(",") if part.strip())
    return text
