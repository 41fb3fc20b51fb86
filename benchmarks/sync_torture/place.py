"""A headquarters that is tortured: its database, its disk, its backups, and the people who work there."""

import errno
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import select

from benchmarks.sync_torture.server import settings_of
from headquarters.clock import SystemClock
from headquarters.database import EmbeddedPostgres
from headquarters.down.log import append
from headquarters.enrolment.invitations import invite
from headquarters.ids import random_id
from headquarters.opening import make_database, opened_headquarters
from headquarters.operations.backup import BackupReport, make_backup, manifest_of
from headquarters.operations.restore import restore
from headquarters.parts import Headquarters
from headquarters.records.tables import Document, Page, PageReading
from headquarters.teams import Library, Team, add_team, all_teams

POSTGRES = {"shared_buffers": "64MB", "max_wal_size": "96MB", "min_wal_size": "32MB", "wal_recycle": "off"}
_FILL = "filler"


class Disk:
    """A small disk of its own, in memory, that can really be full; a plain folder where none can be had."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        """Mount it; ``real`` tells whether that could be done."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.real = os.path.ismount(folder)
        if not self.real and sys.platform == "linux" and os.geteuid() == 0:
            options = f"size={megabytes}m,mode=755"
            command = ["mount", "-t", "tmpfs", "-o", options, "sanduku-torture", str(folder)]
            self.real = subprocess.run(command, capture_output=True, check=False).returncode == 0

    @contextmanager
    def full(self) -> Iterator[None]:
        """Have no room on it while the block lasts."""
        filler = self.folder / _FILL
        with filler.open("wb", buffering=0) as stream:
            try:
                while self.real:
                    stream.write(bytes(1 << 16))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
        try:
            yield
        finally:
            filler.unlink()

    def close(self) -> None:
        """Unmount it; what was on it is gone."""
        if self.real:
            subprocess.run(["umount", "--lazy", str(self.folder)], capture_output=True, check=True)


class Place:
    """One headquarters, through all that happens to it."""

    def __init__(self, disk: Disk, backups: Path, server: EmbeddedPostgres, *, port: int) -> None:
        """Begin with an empty database in a running PostgreSQL."""
        self.backups: list[Path] = []
        self.backed_up: set[str] = set()
        """Hashes of the changes and of the files that any backup holds."""
        self.lives = 0
        """How often it was brought back from a backup."""
        self.postgres = server
        self.disk = disk
        self._backup_folder = backups
        self._name = f"torture_{random_id()}"
        self._port = port
        self._began()

    @property
    def arguments(self) -> dict[str, Any]:
        """What its processes must know."""
        return {
            "data": str(self.disk.folder / "data"),
            "database_url": self.postgres.url(self._database),
            "blobs": str(self.blobs),
            "port": self._port,
        }

    @property
    def blobs(self) -> Path:
        """Where files are stored."""
        return self.disk.folder / f"blobs-{self.lives}"

    @property
    def url(self) -> str:
        """Of the database."""
        return self.postgres.url(self._database)

    @contextmanager
    def opened(self) -> Iterator[Headquarters]:
        """Open it in this process, as a command does beside the server."""
        with opened_headquarters(settings_of(self.arguments)) as headquarters:
            yield headquarters

    def found_team(self) -> str:
        """Make the team; return its id."""
        with self.opened() as headquarters, headquarters.database.transaction() as session:
            return add_team(session, "Kigoma", headquarters.clock).id

    def invitation(self) -> str:
        """Make an invitation."""
        with self.opened() as headquarters, headquarters.database.transaction() as session:
            team: Team = all_teams(session)[0]
            return invite(session, headquarters, team, label="torture", actor="torture")[1].encode()

    def back_up(self) -> BackupReport:
        """Make a backup, and remember what it promises."""
        with self.opened() as headquarters:
            report = make_backup(headquarters, self._backup_folder, encrypted=False)
        self.backups.append(report.folder)
        manifest = manifest_of(report.folder)
        self.backed_up |= {sha256 for _team, sha256, _size in manifest["blobs"]}
        with psycopg.connect(self.url) as connection:
            for name, stream, seq in connection.execute("SELECT hash, stream_id, seq FROM entries"):
                if seq <= manifest["heads"].get(stream, 0):
                    self.backed_up.add(name)
        return report

    def bring_back(self, chance: random.Random) -> None:
        """Lose database and files, and restore one of the backups, not always the latest."""
        source = chance.choice(self.backups[-3:])
        former = self.blobs
        self.lives += 1
        self._began()
        restore(settings_of(self.arguments), source, SystemClock())
        shutil.rmtree(former, ignore_errors=True)

    def say_something(self, chance: random.Random) -> list[str]:
        """Have people at headquarters correct, review and comment; return the ids of what goes down."""
        said = []
        with self.opened() as headquarters, headquarters.database.transaction() as session:
            team = all_teams(session)[0].id
            found = session.execute(
                select(Document.id, Document.library_id, Page.id, PageReading.id, PageReading.lines)
                .join(Page, (Page.team_id == Document.team_id) & (Page.document_id == Document.id))
                .join(
                    PageReading,
                    (PageReading.team_id == Page.team_id) & (PageReading.id == Page.reading_id),
                )
                .limit(300)
            ).all()
            libraries = set(session.scalars(select(Library.library_id)))
            for document, library, page, reading, lines in chance.sample(found, min(3, len(found))):
                if library not in libraries:
                    continue
                entity, entity_id, kind, payload = chance.choice(
                    [
                        (
                            "correction", random_id(), "text",
                            {"document": document, "page": page, "reading": reading, "line": lines[0][0],
                             "previous": lines[0][1], "text": f"hq {chance.random()}", "reason": "card"},
                        ),
                        ("document", document, "review", {"state": "returned", "reason": "date?"}),
                        ("comment", random_id(), "added", {"document": document, "text": "well done"}),
                    ]
                )  # fmt: skip
                entry = append(
                    session, team, library, entity, entity_id, kind, payload, "rita", document_id=document
                )
                said.append(entry.id)
        return said

    def _began(self) -> None:
        self._database = f"{self._name}_{self.lives}"
        make_database(self.postgres, self._database)
        self.blobs.mkdir(parents=True, exist_ok=True)
