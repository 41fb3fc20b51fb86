"""Backups of a headquarters: the database at one moment, all files that it then speaks of, and the keys.

Files are kept once for all backups of a folder, since they never change. A backup counts when it has
been read back; only then are its changes and files marked as backed up, and only what is marked so may a
laptop do away with.
"""

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, text, tuple_, update
from sqlalchemy.orm import Session

from headquarters import audit
from headquarters.blobs.tables import StoredBlob
from headquarters.errors import HeadquartersError
from headquarters.operations.erasure_list import ERASURES, keep_list
from headquarters.operations.postgres_programs import connection_environment, program
from headquarters.operations.sealing import BackupDamagedError, Hashing, Pieces, Seal, force_folder
from headquarters.operations.tables import BackupRow
from headquarters.parts import Headquarters
from headquarters.sync.tables import Stream

FORMAT = 1
MANIFEST = "manifest.json"
DUMP = "database.dump"
IDENTITY = "identity.json"
BLOBS = "blobs"
_LOCK = 7_263_548_190_115_007
_AT_ONCE = 1000


class BackupError(HeadquartersError):
    """The backup was not finished; nothing is marked as backed up."""

    code = "backup.failed"
    status = 500


@dataclass(frozen=True, slots=True)
class Moment:
    """What a database holds at the moment of its dump.

    Attributes:
        snapshot: By which PostgreSQL's programs find that moment.
        heads: Stream -> number of its last change.
        blobs: Team and hash of each stored file, with its size.
        entries: Changes, of all streams.
    """

    snapshot: str
    heads: dict[str, int]
    blobs: tuple[tuple[str, str, int], ...]
    entries: int


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A finished backup.

    Attributes:
        folder: Where it lies.
        entries: Changes in it.
        blobs: Files in it.
        blob_bytes: Their bytes.
        new_blobs: Of these, those that earlier backups did not hold.
        removed: Earlier backups that went.
    """

    folder: Path
    entries: int
    blobs: int
    blob_bytes: int
    new_blobs: int
    removed: int = 0


def make_backup(
    headquarters: Headquarters,
    folder: Path,
    *,
    encrypted: bool = True,
    keep: int = 0,
    told: Callable[[str], None] = lambda _words: None,
) -> BackupReport:
    """Back a headquarters up into a folder, beside earlier backups of it.

    Args:
        headquarters: Open; it goes on working meanwhile.
        folder: Made if need be.
        encrypted: Whether to encrypt it, to the server's own key and to the recovery key.
        keep: Remove all but so many backups then, while no other is being made: it may count on files that
            would go. 0 keeps all.
        told: Hears how far it is.

    Raises:
        BackupError: It was not finished, or another headquarters keeps its backups there; nothing is marked
            as backed up.
        NoProgramError: PostgreSQL's own programs are missing.
    """
    with headquarters.database.alone(_LOCK) as held:
        if not held:
            raise BackupError("Another backup is being made.", remedy="Wait until it is finished.")
        report = _made(headquarters, folder, told, encrypted=encrypted)
        with headquarters.database.looking() as session:
            for file in (headquarters.settings.erasures, folder / ERASURES):
                keep_list(session, file)
        return replace(report, removed=keep_only(folder, keep))


def _made(
    headquarters: Headquarters,
    folder: Path,
    told: Callable[[str], None],
    *,
    encrypted: bool,
) -> BackupReport:
    identity, began = headquarters.identity, headquarters.clock.now()
    _refuse_others(folder, identity.hq_id)
    recipients = (identity.recipient, identity.recovery_recipient) if encrypted else None
    seal = Seal(recipients, identity.decryption_key)
    target = folder / began.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    draft = target.with_name(f".{target.name}.part")
    if target.exists() or draft.exists():
        raise BackupError(
            "There is a backup of this very second, or an unfinished one.",
            which=str(draft),
            remedy="Remove the unfinished one, and try again.",
        )
    draft.mkdir(mode=0o700, parents=True)
    with headquarters.database.snapshot() as session:
        moment = _moment(session)
        told(f"{moment.entries} changes, {len(moment.blobs)} files")
        dump = _dump(headquarters, session, moment.snapshot, draft / f"{DUMP}{seal.suffix}", seal)
    keys = seal.write(Pieces(iter([identity.to_text().encode()])), draft / f"{IDENTITY}{seal.suffix}")
    kept, new = _keep_blobs(headquarters, moment.blobs, folder / BLOBS, seal, told)
    for name, written in ((DUMP, dump), (IDENTITY, keys)):
        if seal.read(draft / f"{name}{seal.suffix}").hexdigest() != written.hexdigest():
            raise BackupError("What was written does not read back.", which=name, remedy="Use another disk.")
    manifest = {
        "format": FORMAT,
        "hq_id": identity.hq_id,
        "epoch": headquarters.epoch,
        "revision": headquarters.database.revision(),
        "began_at": began.astimezone(UTC).isoformat(),
        "encrypted": encrypted,
        "files": {
            DUMP: [dump.hexdigest(), dump.size],
            IDENTITY: [keys.hexdigest(), keys.size],
        },
        "heads": moment.heads,
        "blobs": kept,
    }
    plain = Seal(None, None)
    plain.write(Pieces(iter([json.dumps(manifest).encode()])), draft / MANIFEST)
    draft.replace(target)
    force_folder(folder)
    _mark(headquarters, moment, kept, began)
    return BackupReport(target, moment.entries, len(kept), sum(size for _, _, size in kept), new)


def _refuse_others(folder: Path, hq_id: str) -> None:
    """Raise BackupError where another headquarters keeps its backups.

    A server that was started with wrong settings would otherwise remove the backups of the right one as the
    older ones, and with them what laptops have done away with.
    """
    for each in backups_in(folder):
        try:
            other = manifest_of(each).get("hq_id") != hq_id
        except BackupDamagedError:
            continue
        if other:
            raise BackupError(
                "Backups of another headquarters lie in this folder. Nothing was written or removed.",
                which=str(each),
                remedy="See that DATABASE_URL and SANDUKU_HQ_DATA name the headquarters that you mean, as"
                " they do for 'sanduku-hq serve'; or back this one up into a folder of its own.",
            )


def manifest_of(folder: Path) -> dict[str, Any]:
    """Return what a backup says that it holds; raises BackupDamagedError."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT or not isinstance(manifest["blobs"], list):
            raise ValueError("another format")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackupDamagedError(
            "There is no whole backup in this folder.",
            which=folder,
            remedy=f"Choose the folder of a backup, which holds the file {MANIFEST}.",
        ) from error
    return manifest


def backups_in(folder: Path) -> list[Path]:
    """Return the finished backups in a folder, the oldest first."""
    return sorted(
        path.parent for path in folder.glob(f"*/{MANIFEST}") if not path.parent.name.startswith(".")
    )


def keep_only(folder: Path, count: int) -> int:
    """Remove all but the latest backups and the files that only those removed speak of; return how many went.

    Not to be done while a backup is being made. What was erased at headquarters is gone for good when the
    last backup goes that still holds it.
    """
    import shutil

    backups = backups_in(folder)
    gone = backups[:-count] if count > 0 else []
    if not gone:
        return 0
    for each in gone:
        (each / MANIFEST).unlink()
        shutil.rmtree(each)
    spoken_of = {
        f"{team}/{sha256}"
        for each in backups_in(folder)
        for team, sha256, _size in manifest_of(each)["blobs"]
    }
    for path in (folder / BLOBS).glob("*/*/*"):
        if f"{path.parent.parent.name}/{path.name.removesuffix('.age')}" not in spoken_of:
            path.unlink()
    return len(gone)


def blob_path(blobs: Path, team_id: str, sha256: str, suffix: str) -> Path:
    """Return where a file lies among those of all backups of a folder."""
    return blobs / team_id / sha256[:2] / f"{sha256}{suffix}"


def _moment(session: Session) -> Moment:
    session.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    session.execute(text("SET LOCAL statement_timeout = 0"))
    streams = session.execute(select(Stream.id, Stream.base_seq, Stream.head_seq)).all()
    blobs = session.execute(
        select(StoredBlob.team_id, StoredBlob.sha256, StoredBlob.size).order_by(
            StoredBlob.team_id, StoredBlob.sha256
        )
    )
    return Moment(
        snapshot=str(session.scalar(text("SELECT pg_export_snapshot()"))),
        heads={stream_id: head for stream_id, _base, head in streams},
        blobs=tuple((team_id, sha256, size) for team_id, sha256, size in blobs),
        entries=sum(head - base for _id, base, head in streams),
    )


def _dump(headquarters: Headquarters, session: Session, snapshot: str, target: Path, seal: Seal) -> Hashing:
    major = int(session.scalar(text("SELECT current_setting('server_version_num')::int")) or 0) // 10_000
    command = [
        program("pg_dump", major),
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        "--lock-wait-timeout=60s",
        f"--snapshot={snapshot}",
    ]
    url = headquarters.database.url
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=connection_environment(url),
    ) as dumping:
        assert dumping.stdout is not None
        assert dumping.stderr is not None
        written = seal.write(dumping.stdout, target)
        said = dumping.stderr.read().decode(errors="replace")
    if dumping.returncode != 0:
        raise BackupError(
            "PostgreSQL's pg_dump did not finish.", which=said.strip()[-500:], remedy="Look at what it says."
        )
    return written


def _keep_blobs(
    headquarters: Headquarters,
    blobs: Sequence[tuple[str, str, int]],
    folder: Path,
    seal: Seal,
    told: Callable[[str], None],
) -> tuple[list[tuple[str, str, int]], int]:
    """Copy the files that earlier backups do not hold; return all that are held, and how many were new."""
    kept, new = [], 0
    for team_id, sha256, size in blobs:
        path = blob_path(folder, team_id, sha256, seal.suffix)
        if not path.exists():
            try:
                written = seal.write(Pieces(headquarters.blobs.read(team_id, sha256)), path)
            except FileNotFoundError:
                path.with_name(f"{path.name}.part").unlink(missing_ok=True)
                _refuse_missing(headquarters, team_id, sha256)
                continue
            if written.hexdigest() != sha256 or seal.read(path).hexdigest() != sha256:
                path.unlink()
                raise BackupError(
                    "A stored file is damaged.",
                    which=sha256,
                    remedy="Run 'sanduku-hq check --repair', which has the laptop send it again.",
                )
            new += 1
            if new % _AT_ONCE == 0:
                told(f"{new} new files")
        kept.append((team_id, sha256, size))
    return kept, new


def _refuse_missing(headquarters: Headquarters, team_id: str, sha256: str) -> None:
    """Raise BackupError for a file that ought to be here; one that was erased meanwhile ought not."""
    with headquarters.database.transaction() as session:
        if session.get(StoredBlob, (team_id, sha256)) is not None:
            raise BackupError(
                "A stored file is missing.",
                which=sha256,
                remedy="Run 'sanduku-hq check --repair', which has the laptop send it again.",
            )


def _mark(
    headquarters: Headquarters, moment: Moment, kept: Sequence[tuple[str, str, int]], began: datetime
) -> None:
    """Mark what the backup holds, so that receipts tell it."""
    finished = headquarters.clock.now()
    with headquarters.database.transaction() as session:
        session.execute(text("SET LOCAL statement_timeout = 0"))
        for stream_id, head in sorted(moment.heads.items()):
            session.execute(
                update(Stream)
                .where(Stream.id == stream_id, Stream.backed_up_seq < head)
                .values(backed_up_seq=head)
            )
        for start in range(0, len(kept), _AT_ONCE):
            held = [(team_id, sha256) for team_id, sha256, _size in kept[start : start + _AT_ONCE]]
            session.execute(
                update(StoredBlob)
                .where(
                    tuple_(StoredBlob.team_id, StoredBlob.sha256).in_(held),
                    StoredBlob.backed_up_at.is_(None),
                )
                .values(backed_up_at=finished)
            )
        session.add(
            BackupRow(
                began_at=began,
                finished_at=finished,
                entries=moment.entries,
                blobs=len(kept),
                blob_bytes=sum(size for _team, _sha, size in kept),
            )
        )
        audit.record(session, team_id=None, actor="system", action="backup.made")
