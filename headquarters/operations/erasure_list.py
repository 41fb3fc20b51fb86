"""What people asked to be erased, kept outside of the database: a restore forgets what came after its backup.

The list holds ids and moments alone, and a copy lies beside the backups. After a restore everything on it is
erased again before anybody can see it, and laptops are told once more.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters import audit, down
from headquarters.errors import ConfigurationError
from headquarters.operations.sealing import force_folder
from headquarters.records.tables import Document
from headquarters.review.downward import hold
from headquarters.review.erasing import erase
from headquarters.review.tables import Erasure
from headquarters.teams import Library, Team

ERASURES: Final = "erasures.jsonl"
_AGAIN = "Asked for before headquarters was restored from a backup."


class ErasureListDamagedError(ConfigurationError):
    """The list of what was erased cannot be read."""

    code = "erasures.damaged"


@dataclass(frozen=True, slots=True)
class Erased:
    """One record that somebody asked to be erased.

    Attributes:
        team_id: Its team.
        id: Of the erasure.
        document_id: The record.
        library_id: Whose it was.
        asked_by: Who asked.
        asked_at: When, ISO 8601.
    """

    team_id: str
    id: str
    document_id: str
    library_id: str
    asked_by: str
    asked_at: str


def keep_list(session: Session, file: Path) -> int:
    """Add what the database knows and the list does not; return how many there were.

    Raises:
        ErasureListDamagedError: The list cannot be read; it is left as it is.
        OSError: It cannot be written.
    """
    known = {each.id for each in listed([file])}
    new = [
        Erased(row.team_id, row.id, row.document_id, row.library_id, row.asked_by, _moment(row.asked_at))
        for row in session.scalars(select(Erasure).order_by(Erasure.asked_at, Erasure.id))
        if row.id not in known
    ]
    add(file, new)
    return len(new)


def add(file: Path, erased: Iterable[Erased]) -> None:
    """Write further lines, and force them to the disk."""
    text = "".join(json.dumps(asdict(each)) + "\n" for each in erased)
    if not text:
        return
    there = file.exists()
    with os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as stream:
        stream.seek(0, os.SEEK_END)
        if stream.tell():  # A line that a power cut left unfinished must not swallow the next.
            stream.seek(-1, os.SEEK_END)
            text = text if stream.read(1) == b"\n" else f"\n{text}"
        stream.write(text.encode())
        stream.flush()
        os.fsync(stream.fileno())
    if not there:
        force_folder(file.parent)


def listed(files: Iterable[Path]) -> Iterator[Erased]:
    """Yield what lists say, each once; a list that is not there says nothing.

    Raises:
        ErasureListDamagedError: A line is none, other than an unfinished last one.
    """
    seen: set[str] = set()
    for file in files:
        if not file.exists():
            continue
        lines = file.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, start=1):
            if not line:
                continue
            try:
                erased = Erased(**json.loads(line))
            except (ValueError, TypeError) as error:
                if number == len(lines):  # cut off by the end of the power; the database still knows it
                    continue
                raise ErasureListDamagedError(
                    "The list of what was erased is damaged.",
                    which=f"{file}:{number}",
                    remedy="Take the copy beside the backups, or correct the line.",
                ) from error
            if erased.id not in seen:
                seen.add(erased.id)
                yield erased


def erase_again(session: Session, erased: Iterable[Erased], now: datetime) -> int:
    """Erase what lists name and this database does not know as erased, and tell laptops; return how many.

    What came after the backup is not here; a tombstone is left for it, so that it stays away when its laptop
    sends it again.
    """
    done: list[Erased] = []
    teams = set(session.scalars(select(Team.id)))
    for each in erased:
        if each.team_id in teams and session.get(Erasure, (each.team_id, each.id)) is None:
            _erase_one(session, each, now)
            done.append(each)
    for each in done:  # At the end: who holds the audit log must wait for no library.
        audit.record(
            session,
            team_id=each.team_id,
            actor="system",
            action="record.erased-again",
            subject=each.document_id,
            details={"request": each.id},
            at=now,
        )
    return len(done)


def _erase_one(session: Session, erased: Erased, now: datetime) -> None:
    team_id, document_id = erased.team_id, erased.document_id
    hold(session, team_id, erased.library_id)
    document = session.get(Document, (team_id, document_id))
    if document is None:
        document = Document(
            team_id=team_id, id=document_id, library_id=erased.library_id, received_at=now, changed_at=now
        )
        session.add(document)
        session.flush()
    if document.erased_at is None:
        erase(session, document, now)
    session.add(
        Erasure(
            team_id=team_id,
            id=erased.id,
            document_id=document_id,
            library_id=document.library_id,
            reason=_AGAIN,
            asked_by=erased.asked_by,
            asked_at=datetime.fromisoformat(erased.asked_at),
            confirmed_at=None,
        )
    )
    # Of a laptop that joined after the backup there is nothing here yet; it is to be invited again.
    if session.get(Library, (team_id, document.library_id)) is not None:
        down.append(
            session,
            team_id,
            document.library_id,
            "document",
            document_id,
            "erase",
            {"request": erased.id, "reason": _AGAIN},
            author=erased.asked_by,
            document_id=document_id,
        )


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
