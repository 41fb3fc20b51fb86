"""Says what was lost, doubled, reordered or altered between laptops and headquarters.

It reads the journals, the bytes of both databases and the stored files, and computes every hash itself: no
code of either side has a part in its verdict.
"""

import hashlib
import json
import sqlite3
import zlib
from base64 import urlsafe_b64decode
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from psycopg.rows import dict_row

GENESIS = "0" * 64
_HASHED = (
    "seq", "epoch", "device", "at", "author", "entity", "entity_id", "document_id", "kind", "payload_hash",
    "previous_hash",
)  # fmt: skip
Row = dict[str, Any]


@dataclass
class FieldSide:
    """What one laptop's library holds."""

    name: str
    library: str
    log: list[Row]
    team: Row
    receipts: list[Row]
    released: set[str]
    arrivals: Counter[str]
    comments: Counter[str]
    journal: list[list[Any]]

    @property
    def hashes(self) -> list[str]:
        """Of its log, in order."""
        return [row["hash"] for row in self.log]


@dataclass
class HeadquartersSide:
    """What headquarters holds."""

    entries: list[Row]
    streams: dict[str, Row]
    stored: dict[str, int]
    readings: dict[str, Row]
    down: list[Row]
    epoch: int
    blobs: Path

    def line(self, stream: str) -> list[Row]:
        """Return the entries of a stream from the first on, with those that it shares with its parent."""
        row = self.streams[stream]
        before = self.line(row["parent_id"]) if row["parent_id"] else []
        own = [entry for entry in self.entries if entry["stream_id"] == stream]
        return before[: row["base_seq"]] + sorted(own, key=lambda entry: int(entry["seq"]))


@dataclass
class Memory:
    """What the oracle has seen before.

    Attributes:
        ever: Hashes of all entries that any laptop ever committed, also of those that are no more.
        promised: Hashes of entries that headquarters confirmed to laptops that are no more.
        purged: Documents that somebody removed for good, or had begun to.
        said: Ids of what headquarters has said.
        kept: Hashes that headquarters had at the last look; it must never forget them.
        backed_up: Hashes of the entries, and of the files, that any of its backups holds.
    """

    ever: set[str] = field(default_factory=set)
    promised: set[str] = field(default_factory=set)
    purged: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    backed_up: set[str] = field(default_factory=set)

    def forget_laptop(self, side: FieldSide) -> None:
        """Remember a laptop that goes back to an old state, or is lost."""
        self.ever |= set(side.hashes)
        self.promised |= set(side.hashes[: side.team["have_seq"]])
        self.purged |= purged_of(side)

    def headquarters_restored(self, there: HeadquartersSide) -> None:
        """Remember that headquarters has lost what came after its backup."""
        held = {row["hash"] for row in there.entries}
        self.promised &= held
        self.kept = held
        self.said &= {row["id"] for row in there.down}


def look_at_laptop(name: str, folder: Path, journal: Path) -> FieldSide:
    """Read what a laptop holds; nothing may write there meanwhile."""
    with closing(sqlite3.connect(folder / "library.db")) as database:
        database.row_factory = sqlite3.Row

        def rows(statement: str) -> list[Row]:
            return [dict(row) for row in database.execute(statement)]

        log = rows("SELECT *, sequence AS seq FROM changes ORDER BY sequence")
        bodies = rows("SELECT body FROM receipts ORDER BY number")
        receipts = [json.loads(zlib.decompress(row["body"])) for row in bodies]
        team = rows("SELECT * FROM team")[0]
        arrivals = Counter(row["id"] for row in rows("SELECT id FROM arrivals"))
        comments = Counter(row["id"] for row in rows("SELECT id FROM hq_comments"))
        released = {row["sha256"] for row in rows("SELECT sha256 FROM released_files")}
        library = rows("SELECT library_id FROM library")[0]["library_id"]
    return FieldSide(name, library, log, team, receipts, released, arrivals, comments, journal_of(journal))


def journal_of(path: Path) -> list[list[Any]]:
    """Return what a laptop wrote down; a line that a kill cut off was not acknowledged."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines[:-1]]


def look_at_headquarters(url: str, blobs: Path) -> HeadquartersSide:
    """Read what headquarters holds, all at one moment."""
    with psycopg.connect(url, row_factory=dict_row) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ

        def rows(statement: str) -> list[Row]:
            return connection.execute(statement.encode()).fetchall()

        return HeadquartersSide(
            entries=rows("SELECT * FROM entries"),
            streams={row["id"]: row for row in rows("SELECT * FROM streams")},
            stored={row["sha256"]: row["size"] for row in rows("SELECT sha256, size FROM blobs")},
            readings={row["id"]: row for row in rows("SELECT id, lines FROM readings")},
            down=rows("SELECT * FROM down_entries ORDER BY library_id, seq"),
            epoch=rows("SELECT epoch FROM installation")[0]["epoch"],
            blobs=blobs,
        )


def faults(laptops: list[FieldSide], there: HeadquartersSide, memory: Memory) -> Iterator[str]:
    """Yield everything that is wrong, after every laptop has sent all it has."""
    for laptop in laptops:
        memory.ever |= set(laptop.hashes)
        memory.purged |= purged_of(laptop)
    yield from _faults_of_headquarters(there, memory)
    for laptop in laptops:
        for sha256 in laptop.released - (set(there.stored) & memory.backed_up):
            yield f"{laptop.name}: let the file {sha256[:12]} go, which headquarters or its backup has not"
        yield from _faults_of_chain(laptop.name, laptop.log, GENESIS, 0)
        yield from _faults_of_journal(laptop)
        yield from _faults_between(laptop, there)
        yield from _faults_of_files(laptop, there, memory)
        yield from _faults_of_receipts(laptop, there, memory)
        yield from _faults_of_words(laptop, there, memory)
    memory.kept = {row["hash"] for row in there.entries}


def purged_of(laptop: FieldSide) -> set[str]:
    """Return the documents that a laptop removed for good, or was about to."""
    told = {values[1] for values in laptop.journal if values[0] == "purging"}
    return told | {row["entity_id"] for row in laptop.log if row["kind"] == "purged"}


def _faults_of_headquarters(there: HeadquartersSide, memory: Memory) -> Iterator[str]:
    for name, count in Counter(row["hash"] for row in there.entries).items():
        if count > 1:
            yield f"headquarters has the change {name[:12]} {count} times"
    held = {row["hash"] for row in there.entries}
    for lost in memory.kept - held:
        yield f"headquarters has forgotten the change {lost[:12]}"
    for lost in memory.promised - held:
        yield f"headquarters confirmed the change {lost[:12]} to a laptop that is gone, and has it not"
    for invented in held - memory.ever:
        yield f"headquarters has a change {invented[:12]} that no laptop ever committed"
    for stream, row in there.streams.items():
        own = sorted((e for e in there.entries if e["stream_id"] == stream), key=lambda e: int(e["seq"]))
        yield from _faults_of_chain(f"stream {stream}", own, row["base_hash"], row["base_seq"])
        if own and (own[-1]["seq"], own[-1]["hash"]) != (row["head_seq"], row["head_hash"]):
            yield f"stream {stream} says to end elsewhere than it does"
        if [e["number"] for e in own] != sorted(e["number"] for e in own):
            yield f"stream {stream} was taken out of order"
    for sha256, size in there.stored.items():
        yield from _faults_of_blob(there, sha256, size)


def _faults_of_blob(there: HeadquartersSide, sha256: str, size: int) -> Iterator[str]:
    found = list(there.blobs.glob(f"*/{sha256[:2]}/{sha256}"))
    if len(found) != 1:
        yield f"headquarters says to have the file {sha256[:12]}, and {len(found)} are there"
        return
    content = found[0].read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256 or len(content) != size:
        yield f"the file {sha256[:12]} at headquarters has another content"


def _faults_of_chain(name: str, log: list[Row], before: str, base: int) -> Iterator[str]:
    for seq, row in enumerate(log, base + 1):
        if row["seq"] != seq or row["previous_hash"] != before:
            yield f"{name}: the change {seq} is missing, doubled or out of order"
            return
        if canonical_hash({key: row[key] for key in _HASHED}) != row["hash"]:
            yield f"{name}: the change {seq} was altered"
        if row["payload"] is not None and _hash(row["payload"].encode()) != row["payload_hash"]:
            yield f"{name}: the content of the change {seq} was altered"
        before = row["hash"]


def _faults_of_journal(laptop: FieldSide) -> Iterator[str]:
    """Yield what a library acknowledged and does not hold, once, and at the place where it was made."""
    for values in laptop.journal:
        if values[0] != "did":
            continue
        _, before, upto, entity, kind, entity_id, _more = values
        found = [
            row for row in laptop.log[before:upto]
            if (row["entity"], row["kind"], row["entity_id"]) == (entity, kind, entity_id)
        ]  # fmt: skip
        if len(found) != 1:
            what = f"{entity} {entity_id} {kind}"
            yield f"{laptop.name}: {what} was acknowledged at {upto}, and is there {len(found)} times"


def _faults_between(laptop: FieldSide, there: HeadquartersSide) -> Iterator[str]:
    """Yield how a laptop's log differs from its line at headquarters."""
    stream = laptop.team["stream"]
    if stream not in there.streams:
        yield f"{laptop.name}: headquarters does not know its stream"
        return
    line = there.line(stream)
    if len(line) != len(laptop.log):
        yield f"{laptop.name}: has {len(laptop.log)} changes, headquarters has {len(line)}"
    for mine, theirs in zip(laptop.log, line, strict=False):
        for key in (*_HASHED, "hash"):
            if mine[key] != theirs[key]:
                yield f"{laptop.name}: the change {mine['seq']} differs in {key}"
                return
        if None not in (mine["payload"], theirs["payload"]) and mine["payload"] != theirs["payload"]:
            yield f"{laptop.name}: the content of the change {mine['seq']} differs"
    have = (laptop.team["have_seq"], laptop.team["have_hash"])
    if have != (len(laptop.log), laptop.hashes[-1]):
        yield f"{laptop.name}: believes that headquarters has {have[0]} of {len(laptop.log)} changes"


def _faults_of_files(laptop: FieldSide, there: HeadquartersSide, memory: Memory) -> Iterator[str]:
    """Yield files and texts that did not arrive, of documents that nobody removed for good."""
    for values in laptop.journal:
        if values[0] != "did" or values[4] != "added":
            continue
        entity, entity_id, more = values[3], values[5], values[6]
        if more.get("document", entity_id) in memory.purged:
            continue
        wanted = [more["sha256"]] if entity == "document" else more["files"]
        for sha256 in wanted:
            if sha256 not in there.stored:
                yield f"{laptop.name}: the file {sha256[:12]} of {entity} {entity_id} did not arrive"
        if entity == "reading":
            there_read = there.readings.get(entity_id)
            if there_read is None or [line[1] for line in there_read["lines"]] != more["texts"]:
                yield f"{laptop.name}: the text of the reading {entity_id} did not arrive as it was"
    for row in laptop.log:
        if row["entity"] == "reading" and row["kind"] == "added" and row["document_id"] not in memory.purged:
            body = json.loads(row["payload"] or "{}").get("body_sha256")
            if body is not None and body not in there.stored:
                yield f"{laptop.name}: the boxes {body[:12]} did not arrive"


def _faults_of_receipts(laptop: FieldSide, there: HeadquartersSide, memory: Memory) -> Iterator[str]:
    key = Ed25519PublicKey.from_public_bytes(laptop.team["signing_key"])
    gone = _files_of(laptop, memory.purged)
    for signed in laptop.receipts:
        receipt = signed["receipt"]
        try:
            key.verify(_binary(signed["signature"]), b"sanduku-receipt-1\0" + canonical(receipt))
        except InvalidSignature:
            yield f"{laptop.name}: a receipt is not signed by headquarters"
        seq, name = receipt["seq"], receipt["hash"]
        if receipt["hq_epoch"] == there.epoch:
            if name not in {row["hash"] for row in there.entries} and seq:
                yield f"{laptop.name}: a receipt tells of the change {seq}, which headquarters has not"
            for sha256 in set(receipt["blobs"]) - set(there.stored) - gone:
                yield f"{laptop.name}: a receipt tells of the file {sha256[:12]}, which headquarters has not"
        held = receipt["backed_up"]["seq"]
        if held and laptop.hashes[held - 1] not in memory.backed_up:
            yield f"{laptop.name}: a receipt tells that the change {held} is backed up, which it is not"
        for sha256 in set(receipt["backed_up_blobs"]) - memory.backed_up:
            yield f"{laptop.name}: a receipt tells that the file {sha256[:12]} is backed up, which it is not"


def _files_of(laptop: FieldSide, documents: set[str]) -> set[str]:
    """Return the files that a laptop ever named of some documents."""
    found = set[str]()
    for values in laptop.journal:
        if values[0] == "did" and values[4] == "added":
            more = values[6]
            if more.get("document", values[5]) in documents:
                found |= {more["sha256"]} if "sha256" in more else set(more["files"])
    return found


def _faults_of_words(laptop: FieldSide, there: HeadquartersSide, memory: Memory) -> Iterator[str]:
    """Yield what headquarters said and a laptop has not heard, or heard twice."""
    for row in there.down:
        if row["library_id"] != laptop.library or row["id"] not in memory.said:
            continue
        if laptop.arrivals[row["id"]] != 1:
            yield f"{laptop.name}: has heard {row['id']} {laptop.arrivals[row['id']]} times"
        if laptop.comments[row["id"]] > 1:
            yield f"{laptop.name}: shows the comment {row['id']} {laptop.comments[row['id']]} times"
    for identity, count in Counter(
        row["entity_id"] for row in laptop.log if (row["entity"], row["kind"]) == ("correction", "text")
    ).items():
        if count > 1:
            yield f"{laptop.name}: the correction {identity} was applied {count} times"


def canonical(value: object) -> bytes:
    """Return the one form of JSON that hashes and signatures are of."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def canonical_hash(value: object) -> str:
    """Return the SHA-256 of that form."""
    return _hash(canonical(value))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _binary(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
