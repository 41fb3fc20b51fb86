"""Writes the audit log, reads it, and proves that it is whole.

What is taken out or altered breaks the chain. What is cut off at the end does not: so number and hash of
each entry also go to the server's own log once it is committed, and whoever keeps that, or an export, sees
it there.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event, select, text
from sqlalchemy.orm import Session

from engine.canonical import GENESIS, digest
from headquarters.audit.tables import AuditRow

_LOCK = 7_263_548_190_115_003
"""Number of the lock that lets one transaction at a time append; it is held until the commit."""
_AT_ONCE = 1000
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing that was done.

    Attributes:
        number: From 1, without gaps, over all teams.
        at: When, by the server's clock.
        team_id: The team; None if it concerns all of headquarters.
        actor: Who: ``hq:<login>``, ``device:<id>`` or ``system``.
        action: What, such as ``record.corrected``.
        subject: The id of what it was done to.
        details: Plain JSON values; nothing that a record says.
        previous_hash: Of the entry before.
        hash: SHA-256 of the canonical JSON of all the above.
    """

    number: int
    at: datetime
    team_id: str | None
    actor: str
    action: str
    subject: str
    details: dict[str, Any]
    previous_hash: str
    hash: str

    def expected_hash(self) -> str:
        """Return the hash that the entry must have."""
        return digest({name: value for name, value in self.to_json().items() if name != "hash"})

    def to_json(self) -> dict[str, Any]:
        """Return it as it is exported; anybody can compute the hashes anew from that."""
        return {
            "number": self.number,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "team": self.team_id,
            "actor": self.actor,
            "action": self.action,
            "subject": self.subject,
            "details": self.details,
            "previous_hash": self.previous_hash,
            "hash": self.hash,
        }


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the log is not whole.

    Attributes:
        number: Of the entry.
        kind: ``missing``, ``altered`` or ``out-of-chain``.
    """

    number: int
    kind: str


def record(
    session: Session,
    *,
    team_id: str | None,
    actor: str,
    action: str,
    subject: str = "",
    details: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> None:
    """Append an entry, in the transaction of what it tells of; best at its end, since others wait for it.

    Args:
        session: Of the database.
        team_id: The team that it concerns; None for all of headquarters.
        actor: Who did it.
        action: What, as a stable name.
        subject: The id of what it was done to.
        details: Plain JSON values, numbers and ids; nothing that a record says.
        at: When; None takes the time of the transaction at the database.
    """
    session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    last = session.execute(
        select(AuditRow.number, AuditRow.hash).order_by(AuditRow.number.desc()).limit(1)
    ).first()
    moment = at or session.scalar(text("SELECT clock_timestamp()"))
    assert moment is not None
    entry = AuditEntry(
        number=last.number + 1 if last else 1,
        at=moment,
        team_id=team_id,
        actor=actor,
        action=action,
        subject=subject,
        details=details or {},
        previous_hash=last.hash if last else GENESIS,
        hash="",
    )
    made = entry.expected_hash()
    session.add(
        AuditRow(
            number=entry.number,
            at=entry.at,
            team_id=team_id,
            actor=actor,
            action=action,
            subject=subject,
            details=entry.details,
            previous_hash=entry.previous_hash,
            hash=made,
        )
    )
    session.flush()

    def tell(_session: Session) -> None:
        _LOG.info("audited", extra={"seq": entry.number, "event": made})

    event.listen(session, "after_commit", tell, once=True)


def entries(
    session: Session, *, team_id: str | None = None, before: int | None = None, limit: int = 100
) -> list[AuditEntry]:
    """Return entries, the latest first.

    Args:
        session: Of the database.
        team_id: Of one team alone; None for all.
        before: Those before this number.
        limit: At most so many.
    """
    wanted = select(AuditRow).order_by(AuditRow.number.desc()).limit(limit)
    if team_id is not None:
        wanted = wanted.where(AuditRow.team_id == team_id)
    if before is not None:
        wanted = wanted.where(AuditRow.number < before)
    return [_entry(row) for row in session.scalars(wanted)]


def every(session: Session, *, team_id: str | None = None) -> Iterator[AuditEntry]:
    """Yield all entries in order, for export and proof; those of one team alone have gaps."""
    after = 0
    while True:
        wanted = select(AuditRow).where(AuditRow.number > after).order_by(AuditRow.number).limit(_AT_ONCE)
        if team_id is not None:
            wanted = wanted.where(AuditRow.team_id == team_id)
        rows = list(session.scalars(wanted))
        if not rows:
            return
        for row in rows:
            yield _entry(row)
            session.expunge(row)
        after = rows[-1].number


def verify(session: Session) -> tuple[int, list[Fault]]:
    """Compute all hashes anew; return how many entries there are, and where the log is not whole.

    That the last entry is the last one ever made, only the server's log or an earlier export can tell.
    """
    faults, expected, previous, count = [], 1, GENESIS, 0
    for entry in every(session):
        if entry.number != expected:
            faults.append(Fault(expected, "missing"))
        if entry.previous_hash != previous:
            faults.append(Fault(entry.number, "out-of-chain"))
        if entry.hash != entry.expected_hash():
            faults.append(Fault(entry.number, "altered"))
        expected, previous, count = entry.number + 1, entry.hash, count + 1
    return count, faults


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        row.number,
        row.at,
        row.team_id,
        row.actor,
        row.action,
        row.subject,
        row.details,
        row.previous_hash,
        row.hash,
    )
