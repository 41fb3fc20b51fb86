"""Looks a headquarters over: every chain, every stored file, and that no receipt says more than is true."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.canonical import GENESIS, digest
from engine.sync.wire.down import DownEntry
from engine.sync.wire.entries import Entry
from headquarters import audit
from headquarters.blobs.tables import NamedBlob, StoredBlob, WantedBlob
from headquarters.down.tables import DownRow
from headquarters.parts import Headquarters
from headquarters.sync.tables import EntryRow, Stream
from headquarters.teams import Library

_AT_ONCE = 500


@dataclass(slots=True)
class CheckReport:
    """What was looked at, and what is wrong.

    Attributes:
        streams: Lines of change logs.
        entries: Changes in them.
        words: Entries of what goes down.
        files: Stored files.
        problems: What is wrong, as sentences; empty if all is well.
        repaired: Files that laptops are asked for again.
    """

    streams: int = 0
    entries: int = 0
    words: int = 0
    files: int = 0
    problems: list[str] = field(default_factory=list)
    repaired: int = 0


def check(
    headquarters: Headquarters,
    *,
    quick: bool = False,
    repair: bool = False,
    told: Callable[[str], None] = lambda _words: None,
) -> CheckReport:
    """Look a headquarters over.

    Args:
        headquarters: Open; it may go on working meanwhile.
        quick: Look whether files are there and as large as they should be, and do not read them.
        repair: Have laptops send again the files that are missing or damaged.
        told: Hears how far it is.
    """
    report = CheckReport()
    with headquarters.database.snapshot() as session:
        session.execute(text("SET LOCAL statement_timeout = 0"))
        session.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        told("changes")
        for stream in session.scalars(select(Stream).order_by(Stream.number)).all():
            report.streams += 1
            report.problems += _faults_of_stream(session, stream, report)
        told("what goes down")
        for library in session.scalars(select(Library)).all():
            report.problems += _faults_of_log(session, library, report)
        told("audit log")
        report.problems += [
            f"Entry {fault.number} of the audit log is {fault.kind}." for fault in audit.verify(session)[1]
        ]
        stored = session.execute(select(StoredBlob.team_id, StoredBlob.sha256, StoredBlob.size)).all()
    bad = []
    for number, (team_id, sha256, size) in enumerate(stored):
        if number % 1000 == 0:
            told(f"{number} of {len(stored)} files")
        report.files += 1
        fault = _fault_of_file(headquarters, team_id, sha256, size, quick=quick)
        if fault and _still_stored(headquarters, team_id, sha256):
            report.problems.append(f"The file {sha256} {fault}.")
            bad.append((team_id, sha256))
    if repair:
        report.repaired = _ask_again(headquarters, bad)
    return report


def _faults_of_stream(session: Session, stream: Stream, report: CheckReport) -> Iterator[str]:
    name = f"stream {stream.id}"
    if stream.parent_id is not None:
        parent = session.get(Stream, stream.parent_id)
        if stream.base_seq and not (parent and _on_line(session, parent, stream.base_seq, stream.base_hash)):
            yield f"The {name} branches off from an entry that is not there."
    seq, before = stream.base_seq, stream.base_hash
    rows = session.scalars(
        select(EntryRow)
        .where(EntryRow.stream_id == stream.id)
        .order_by(EntryRow.seq)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row in rows:
        report.entries += 1
        if row.seq != seq + 1:
            yield f"Entries {seq + 1} to {row.seq - 1} of {name} are missing."
        if row.previous_hash != before:
            yield f"Entry {row.seq} of {name} does not follow the entry before it."
        if row.hash != _entry(row).expected_hash():
            yield f"Entry {row.seq} of {name} was altered."
        if row.payload is not None and _payload_hash(row.payload) != row.payload_hash:
            yield f"The content of entry {row.seq} of {name} was altered."
        seq, before = row.seq, row.hash
    if (seq, before) != (stream.head_seq, stream.head_hash):
        yield f"The {name} does not end where it says."
    if stream.backed_up_seq > stream.head_seq:
        yield f"More of {name} is said to be backed up than there is."


def _on_line(session: Session, stream: Stream, seq: int, entry_hash: str) -> bool:
    """Return whether the line of a stream has an entry, its parents' among them."""
    each: Stream | None = stream
    while each is not None and seq <= each.base_seq and each.parent_id is not None:
        each = session.get(Stream, each.parent_id)
    row = None if each is None else session.get(EntryRow, (each.id, seq))
    return row is not None and row.hash == entry_hash


def _faults_of_log(session: Session, library: Library, report: CheckReport) -> Iterator[str]:
    name = f"what goes down to library {library.library_id}"
    seq, before = 0, GENESIS
    rows = session.scalars(
        select(DownRow)
        .where(DownRow.team_id == library.team_id, DownRow.library_id == library.library_id)
        .order_by(DownRow.seq)
        .execution_options(yield_per=_AT_ONCE)
    )
    for row in rows:
        report.words += 1
        if row.seq != seq + 1 or row.previous_hash != before:
            yield f"Entry {row.seq} of {name} does not follow the entry before it."
        if row.hash != _word(row).expected_hash():
            yield f"Entry {row.seq} of {name} was altered."
        if row.payload is not None and _payload_hash(row.payload) != row.payload_hash:
            yield f"The content of entry {row.seq} of {name} was altered."
        seq, before = row.seq, row.hash
    if (seq, before) != (library.down_seq, library.down_hash):
        yield f"The end of {name} is missing."


def _fault_of_file(headquarters: Headquarters, team_id: str, sha256: str, size: int, *, quick: bool) -> str:
    """Return what is wrong with a stored file, or nothing."""
    there = headquarters.blobs.size(team_id, sha256)
    if there is None:
        return "is missing"
    if there != size:
        return "has another size than it should"
    if quick:
        return ""
    digest_of_file = hashlib.sha256()
    for piece in headquarters.blobs.read(team_id, sha256):
        digest_of_file.update(piece)
    return "" if digest_of_file.hexdigest() == sha256 else "is damaged"


def _still_stored(headquarters: Headquarters, team_id: str, sha256: str) -> bool:
    with headquarters.database.transaction() as session:
        return session.get(StoredBlob, (team_id, sha256)) is not None


def _ask_again(headquarters: Headquarters, bad: list[tuple[str, str]]) -> int:
    """Forget that files are here, and ask the laptops that named them for them; return how many.

    Without being asked a laptop does not offer what it once had a receipt for.
    """
    now = headquarters.clock.now()
    with headquarters.database.transaction() as session:
        for team_id, sha256 in bad:
            session.execute(
                delete(StoredBlob).where(StoredBlob.team_id == team_id, StoredBlob.sha256 == sha256)
            )
            named = select(NamedBlob.library_id).where(
                NamedBlob.team_id == team_id, NamedBlob.sha256 == sha256, NamedBlob.library_id != ""
            )
            for library_id in session.scalars(named.distinct()).all():
                session.execute(
                    insert(WantedBlob)
                    .values(team_id=team_id, library_id=library_id, sha256=sha256, asked_at=now)
                    .on_conflict_do_nothing()
                )
                session.execute(
                    update(Library)
                    .where(Library.team_id == team_id, Library.library_id == library_id)
                    .values(has_wishes=True)
                )
    return len(bad)


def _payload_hash(payload: str) -> str:
    """Return the hash of a payload; of its canonical form, so that it tells what it says and not how."""
    try:
        value = json.loads(payload)
    except ValueError:
        return ""
    return digest(value)


def _entry(row: EntryRow) -> Entry:
    return Entry(
        seq=row.seq,
        epoch=row.epoch,
        device=row.device,
        at=row.at,
        author=row.author,
        entity=row.entity,
        entity_id=row.entity_id,
        document_id=row.document_id,
        kind=row.kind,
        payload=None,
        payload_hash=row.payload_hash,
        previous_hash=row.previous_hash,
        hash=row.hash,
    )


def _word(row: DownRow) -> DownEntry:
    return DownEntry(
        seq=row.seq,
        id=row.id,
        at=row.at,
        author=row.author,
        entity=row.entity,
        entity_id=row.entity_id,
        document_id=row.document_id,
        kind=row.kind,
        payload=None,
        payload_hash=row.payload_hash,
        previous_hash=row.previous_hash,
        hash=row.hash,
    )
