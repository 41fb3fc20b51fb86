"""Brings a headquarters back from a backup, into an empty database.

It then is an older headquarters than the laptops remember. So its epoch grows: they see from it that
what it had after the backup is to be sent again, which they still have, since they do away with nothing
that no backup holds. The epoch is one that no restore had before, also where one backup is restored twice.

Until a restore is finished a mark lies in the data folder, and nothing opens that headquarters: it would
speak with laptops as if nothing had happened.
"""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from headquarters import audit
from headquarters.blobs.store import BlobStore
from headquarters.blobs.tables import StoredBlob
from headquarters.clock import Clock
from headquarters.database import Database
from headquarters.devices.tables import Challenge, RefreshToken
from headquarters.errors import ConfigurationError
from headquarters.identity import Identity, store_identity
from headquarters.opening import opened_database
from headquarters.operations.backup import BLOBS, DUMP, IDENTITY, backups_in, blob_path, manifest_of
from headquarters.operations.erasure_list import ERASURES, erase_again, listed
from headquarters.operations.postgres_programs import connection_environment, program
from headquarters.operations.sealing import SUFFIX, BackupDamagedError, Seal, force_folder
from headquarters.settings import HeadquartersSettings
from headquarters.sync.tables import Stream
from headquarters.teams import Installation

_FIRST_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


class RestoreRefusedError(ConfigurationError):
    """There is something in the place that a backup was to be restored into."""

    code = "restore.refused"


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was brought back.

    Attributes:
        epoch: Of headquarters from here on.
        entries: Changes.
        blobs: Files.
        lost_blobs: Files that the backup speaks of and does not hold whole; laptops are asked for them again.
        erased: Records that were erased again, since somebody asked for that after the backup.
    """

    epoch: int
    entries: int
    blobs: int
    lost_blobs: int
    erased: int


def restore(
    settings: HeadquartersSettings,
    source: Path,
    clock: Clock,
    *,
    recovery_key: str | None = None,
    told: Callable[[str], None] = lambda _words: None,
) -> RestoreReport:
    """Bring a headquarters back.

    Args:
        settings: Of the headquarters that is to be: its data folder, its empty database, its store of files.
        source: The folder of one backup, or of several: then the latest counts.
        clock: Tells the time.
        recovery_key: Opens an encrypted backup where the keys of headquarters are lost.
        told: Hears how far it is.

    Raises:
        BackupDamagedError: The backup is not whole, or the key does not open it.
        RestoreRefusedError: The database is not empty, or the keys are those of another headquarters.
    """
    folder = _chosen(source)
    manifest = manifest_of(folder)
    suffix = SUFFIX if manifest["encrypted"] else ""
    identity = _identity(settings, folder, manifest, suffix, recovery_key)
    seal = Seal(None, identity.decryption_key)
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with opened_database(settings, upgrade=False) as database:
        _refuse_used(database)
        settings.restoring.touch()
        force_folder(settings.data)
        told("database")
        _load(database, folder / f"{DUMP}{suffix}", seal, manifest["files"][DUMP])
        database.upgrade()
        store = BlobStore.at(settings.blobs or settings.data / "blobs")
        lost = _bring_files(store, settings.data, folder.parent / BLOBS, manifest, suffix, seal, told)
        epoch, entries = _begin_epoch(database, clock, lost, told_before=_latest_epoch(folder.parent))
        with database.transaction() as session:
            session.execute(text("SET LOCAL statement_timeout = 0"))
            erased = erase_again(session, listed([settings.erasures, folder.parent / ERASURES]), clock.now())
        settings.restoring.unlink()
    return RestoreReport(epoch, entries, len(manifest["blobs"]) - len(lost), len(lost), erased)


def _chosen(source: Path) -> Path:
    if (source / "manifest.json").exists():
        return source
    backups = backups_in(source)
    if not backups:
        raise BackupDamagedError(
            "There is no finished backup in this folder.", which=source, remedy="Choose another folder."
        )
    return backups[-1]


def _identity(
    settings: HeadquartersSettings, folder: Path, manifest: dict[str, Any], suffix: str, key: str | None
) -> Identity:
    """Return the keys of headquarters: those that are here, or else those of the backup, stored here."""
    file = settings.identity_file
    if settings.identity or file.exists():
        text_here = settings.identity or file.read_text(encoding="utf-8")
        identity = Identity.from_text(text_here, str(file))
    else:
        if suffix and key is None:
            raise BackupDamagedError(
                "The backup is encrypted, and the keys of this headquarters are not here.",
                which=folder,
                remedy="Give the recovery key with --recovery-key-file.",
            )
        held: list[bytes] = []
        passed = Seal(None, key).read(folder / f"{IDENTITY}{suffix}", held.append)
        if passed.hexdigest() != manifest["files"][IDENTITY][0]:
            raise BackupDamagedError("The keys in the backup are damaged.", which=folder)
        identity = Identity.from_text(b"".join(held).decode(), str(folder))
        store_identity(file, identity)
    if identity.hq_id != manifest["hq_id"]:
        raise RestoreRefusedError(
            "The backup is of another headquarters than the keys that are here.",
            which=str(file),
            remedy="Restore it into a new data folder.",
        )
    return identity


def _refuse_used(database: Database) -> None:
    database.check()
    with database.engine.connect() as connection:
        there = connection.scalar(
            text("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
        )
    if there:
        raise RestoreRefusedError(
            "The database is not empty.",
            which=str(database.url.database),
            remedy="Make a new database, and name it in DATABASE_URL.",
        )


def _load(database: Database, dump: Path, seal: Seal, stated: list[Any]) -> None:
    if seal.read(dump).hexdigest() != stated[0]:
        raise BackupDamagedError("The database in the backup is damaged.", which=dump, remedy="Use another.")
    with database.engine.connect() as connection:
        major = int(connection.scalar(text("SELECT current_setting('server_version_num')::int")) or 0)
    command = [
        program("pg_restore", major // 10_000),
        "--exit-on-error",
        "--single-transaction",
        "--no-owner",
        "--no-privileges",
        f"--dbname={database.url.database}",
    ]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=connection_environment(database.url),
    ) as loading:
        assert loading.stdin is not None
        assert loading.stderr is not None
        try:
            seal.read(dump, loading.stdin.write)
            loading.stdin.close()
        except BrokenPipeError:  # What it says tells why.
            pass
        said = loading.stderr.read().decode(errors="replace")
    if loading.returncode != 0:
        raise BackupDamagedError(
            "PostgreSQL's pg_restore did not finish.",
            which=said.strip()[-500:],
            remedy="Look at what it says.",
        )


def _bring_files(
    store: BlobStore,
    scratch: Path,
    blobs: Path,
    manifest: dict[str, Any],
    suffix: str,
    seal: Seal,
    told: Callable[[str], None],
) -> list[tuple[str, str]]:
    """Bring the files back into the store; return those that the backup does not hold whole."""
    lost = []
    for number, (team_id, sha256, size) in enumerate(manifest["blobs"]):
        if number % 1000 == 0:
            told(f"{number} of {len(manifest['blobs'])} files")
        if store.size(team_id, sha256) == size:
            continue
        path = blob_path(blobs, team_id, sha256, suffix)
        with TemporaryDirectory(dir=scratch) as held:
            copy = Path(held, "file")
            if _copied(seal, path, copy) == sha256:
                store.put(team_id, sha256, copy)
            else:
                lost.append((team_id, sha256))
    return lost


def _copied(seal: Seal, path: Path, copy: Path) -> str:
    """Copy a file of a backup in the clear, and return its hash; nothing if it cannot be read."""
    with copy.open("wb") as file:
        try:
            return seal.read(path, file.write).hexdigest()
        except BackupDamagedError:
            return ""


def _latest_epoch(folder: Path) -> int:
    """Return the greatest epoch that any backup beside the restored one tells of."""
    return max((int(manifest_of(each).get("epoch", 0)) for each in backups_in(folder)), default=0)


def _begin_epoch(
    database: Database, clock: Clock, lost: list[tuple[str, str]], *, told_before: int
) -> tuple[int, int]:
    """Begin a new epoch; return it and the number of changes.

    A backup knows only the epoch that it was made in. Were the next one counted from there, a second restore
    from it would bear the number of the first, and laptops would not notice; so the clock has its say too.
    """
    with database.transaction() as session:
        session.execute(text("SET LOCAL statement_timeout = 0"))
        installation = session.scalars(select(Installation)).one()
        by_clock = int((clock.now() - _FIRST_EPOCH).total_seconds())
        installation.epoch = max(installation.epoch + 1, told_before + 1, by_clock)
        for table in (Challenge, RefreshToken):
            session.execute(delete(table))
        session.execute(update(Stream).values(backed_up_seq=Stream.head_seq))
        session.execute(update(StoredBlob).values(backed_up_at=clock.now()))
        for team_id, sha256 in lost:
            session.execute(
                delete(StoredBlob).where(StoredBlob.team_id == team_id, StoredBlob.sha256 == sha256)
            )
        audit.record(
            session,
            team_id=None,
            actor="system",
            action="headquarters.restored",
            details={"epoch": installation.epoch, "lost_files": len(lost)},
        )
        return installation.epoch, _entries(session)


def _entries(session: Session) -> int:
    return int(session.scalar(select(func.coalesce(func.sum(Stream.head_seq - Stream.base_seq), 0))) or 0)
