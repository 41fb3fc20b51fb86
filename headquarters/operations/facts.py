"""What is true of a running headquarters at this moment: how much there is, what is silent, what is short."""

import shutil
import threading
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import psutil
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from headquarters.blobs.tables import NamedBlob, StoredBlob, UnnamedBlob
from headquarters.devices.tables import Device
from headquarters.operations.tables import BackupRow
from headquarters.parts import Headquarters
from headquarters.sync.tables import Stream

_LIMITS = ((Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")),)


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much there is, of one team or of all.

    Attributes:
        devices: That are not shut out.
        silent_devices: Of these, those that have not come by for longer than is usual.
        longest_silence: Seconds since the most silent of them came by.
        streams: Lines of change logs.
        branches: Of these, lines of copies that went their own way.
        entries: Changes.
        files: Stored files.
        file_bytes: Their bytes.
        missing_files: Files that changes speak of and that are not here.
        files_without_backup: Stored files that no backup holds.
    """

    devices: int
    silent_devices: int
    longest_silence: float
    streams: int
    branches: int
    entries: int
    files: int
    file_bytes: int
    missing_files: int
    files_without_backup: int


def amounts(session: Session, now: datetime, silent_after: timedelta, team_id: str | None = None) -> Amounts:
    """Count what there is.

    Args:
        session: Of the database.
        now: The present moment.
        silent_after: How long a device may stay away.
        team_id: Of one team alone; None for all.
    """
    of_devices = [Device.revoked_at.is_(None), *([] if team_id is None else [Device.team_id == team_id])]
    devices, silent, last = session.execute(
        select(
            func.count(),
            func.count().filter(Device.last_seen_at < now - silent_after),
            func.min(Device.last_seen_at),
        ).where(*of_devices)
    ).one()
    streams, branches, entries = session.execute(
        select(
            func.count(),
            func.count().filter(Stream.parent_id.is_not(None)),
            func.coalesce(func.sum(Stream.head_seq - Stream.base_seq), 0),
        ).where(*([] if team_id is None else [Stream.team_id == team_id]))
    ).one()
    files, size, unsafe = session.execute(
        select(
            func.count(),
            func.coalesce(func.sum(StoredBlob.size), 0),
            func.count().filter(StoredBlob.backed_up_at.is_(None)),
        ).where(*([] if team_id is None else [StoredBlob.team_id == team_id]))
    ).one()
    stored = select(StoredBlob.sha256).where(
        StoredBlob.team_id == NamedBlob.team_id, StoredBlob.sha256 == NamedBlob.sha256
    )
    missing = session.scalar(
        select(func.count(NamedBlob.sha256.distinct())).where(
            ~stored.exists(), *([] if team_id is None else [NamedBlob.team_id == team_id])
        )
    )
    return Amounts(
        devices=devices,
        silent_devices=silent,
        longest_silence=0.0 if last is None else max(0.0, (now - last).total_seconds()),
        streams=streams,
        branches=branches,
        entries=int(entries),
        files=files,
        file_bytes=int(size),
        missing_files=missing or 0,
        files_without_backup=unsafe,
    )


@dataclass(frozen=True, slots=True)
class Health:
    """How the server itself is.

    Attributes:
        uptime: Seconds since the process began.
        memory_bytes: Of the process.
        memory_used: Of what the machine or the container has, in [0, 1].
        disk_free_bytes: Where the data lies.
        disk_used: In [0, 1].
        threads: Of the process.
        database_version: Of PostgreSQL.
        database_bytes: Its size.
        revision: Which tables it has.
        connections: To the database that are in use.
        last_backup: When the last backup was finished, or None.
        entries_since: Changes that no backup holds.
        to_remove: Files whose bytes are still to be removed after an erasure.
    """

    uptime: float
    memory_bytes: int
    memory_used: float
    disk_free_bytes: int
    disk_used: float
    threads: int
    database_version: str
    database_bytes: int
    revision: str | None
    connections: int
    last_backup: datetime | None
    entries_since: int
    to_remove: int


def health_of(headquarters: Headquarters) -> Health:
    """Look how the server is; raises DatabaseUnreachableError."""
    headquarters.database.check()
    process = psutil.Process()
    folder = headquarters.settings.data
    disk = shutil.disk_usage(folder if folder.exists() else folder.parent)
    with headquarters.database.transaction() as session:
        version = str(session.scalar(text("SHOW server_version")))
        size = int(session.scalar(text("SELECT pg_database_size(current_database())")) or 0)
        backup = session.scalar(select(BackupRow).order_by(BackupRow.number.desc()).limit(1))
        since = session.scalar(
            select(
                func.coalesce(
                    func.sum(Stream.head_seq - func.greatest(Stream.backed_up_seq, Stream.base_seq)), 0
                )
            )
        )
        to_remove = session.scalar(select(func.count()).select_from(UnnamedBlob))
    return Health(
        uptime=max(0.0, time.time() - process.create_time()),
        memory_bytes=int(process.memory_info().rss),
        memory_used=memory_used(),
        disk_free_bytes=disk.free,
        disk_used=disk.used / disk.total,
        threads=threading.active_count(),
        database_version=version,
        database_bytes=size,
        revision=headquarters.database.revision(),
        connections=headquarters.database.connections_in_use(),
        last_backup=None if backup is None else backup.finished_at,
        entries_since=int(since or 0),
        to_remove=to_remove or 0,
    )


def memory_used() -> float:
    """Return how much of its memory the container or else the machine uses, in [0, 1]."""
    for bound, used in _LIMITS:
        try:
            most = bound.read_text(encoding="ascii").strip()
            if most.isdigit() and int(most) > 0:
                return int(used.read_text(encoding="ascii")) / int(most)
        except (OSError, ValueError):
            continue
    return float(psutil.virtual_memory().percent) / 100
