"""A laptop as headquarters sees it: a log made by hand, with entries of the shapes that libraries write."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from engine.canonical import GENESIS, canonical_json, digest
from engine.sync.wire.entries import Entry, TextLine, payload_text
from headquarters.devices.tables import Device
from headquarters.ids import random_id
from headquarters.records.applying import apply_entries
from headquarters.sync.tables import EntryRow, Stream
from headquarters.teams import Library


@dataclass
class FieldLaptop:
    """A library's log that grows by what a test has done in the field.

    Attributes:
        session: Of the database.
        team_id: The team.
        stream: Where headquarters keeps the log.
        author: Who works there.
    """

    session: Session
    team_id: str
    stream: Stream
    author: str = "Juma"
    seq: int = 0
    hash: str = GENESIS
    milliseconds: int = 1_767_000_000_000
    device: str = field(default_factory=random_id)
    waiting: list[Entry] = field(default_factory=list)

    @classmethod
    def joined(cls, session: Session, team_id: str, now: datetime, name: str = "Laptop 1") -> "FieldLaptop":
        """Have a new laptop join a team."""
        library_id, device_id = random_id(), random_id()
        session.add(
            Library(team_id=team_id, library_id=library_id, created_at=now, down_seq=0, down_hash=GENESIS)
        )
        session.add(
            Device(
                id=device_id,
                team_id=team_id,
                library_id=library_id,
                library_device=random_id(),
                epoch=1,
                name=name,
                app="1.0",
                public_key=random_id(),
                enrolled_at=now,
                last_seen_at=now,
                tip_seq=0,
                down_seq=0,
            )
        )
        session.flush()
        stream = cls._stream(session, team_id, library_id, device_id, now, 0, None, 0, GENESIS)
        session.get_one(Device, device_id).stream_id = stream.id
        return cls(session, team_id, stream)

    @staticmethod
    def _stream(
        session: Session,
        team_id: str,
        library_id: str,
        device_id: str,
        now: datetime,
        branch: int,
        parent: str | None,
        base: int,
        base_hash: str,
    ) -> Stream:
        stream = Stream(
            id=random_id(),
            team_id=team_id,
            library_id=library_id,
            branch=branch,
            parent_id=parent,
            base_seq=base,
            base_hash=base_hash,
            head_seq=base,
            head_hash=base_hash,
            backed_up_seq=0,
            reason="cloned" if branch else "",
            opened_at=now,
            opened_by=device_id,
        )
        session.add(stream)
        session.flush()
        return stream

    def cloned(self) -> "FieldLaptop":
        """Return a copy of the library that goes its own way from here."""
        old = self.stream
        stream = self._stream(
            self.session,
            self.team_id,
            old.library_id,
            old.opened_by,
            old.opened_at,
            1,
            old.id,
            self.seq,
            self.hash,
        )
        return FieldLaptop(
            self.session, self.team_id, stream, "Neema", self.seq, self.hash, self.milliseconds
        )

    def note(
        self,
        entity: str,
        entity_id: str,
        kind: str,
        payload: dict[str, Any] | None,
        *,
        document: str | None = None,
        text: tuple[TextLine, ...] | None = None,
        body: str | None = None,
        author: str | None = None,
    ) -> Entry:
        """Append an entry to the log; it waits to be sent."""
        self.seq += 1
        self.milliseconds += 1000
        values = {
            "seq": self.seq,
            "epoch": 1,
            "device": self.device,
            "at": f"{self.milliseconds:015d}.{0:08d}",
            "author": author or self.author,
            "entity": entity,
            "entity_id": entity_id,
            "document_id": document,
            "kind": kind,
            "payload_hash": hashlib.sha256(canonical_json(payload or {}).encode()).hexdigest(),
            "previous_hash": self.hash,
        }
        self.hash = digest(values)
        entry = Entry(**values, payload=payload, hash=self.hash, text=text, body=body)
        self.waiting.append(entry)
        return entry

    def send(self) -> None:
        """Have headquarters take everything that waits."""
        entries, self.waiting = self.waiting, []
        self.session.add_all(self._row(entry) for entry in entries)
        self.session.flush()
        apply_entries(self.session, self.team_id, self.stream, entries)
        self.stream.head_seq, self.stream.head_hash = self.seq, self.hash
        self.session.flush()

    def _row(self, entry: Entry) -> EntryRow:
        return EntryRow(
            stream_id=self.stream.id,
            seq=entry.seq,
            team_id=self.team_id,
            epoch=entry.epoch,
            device=entry.device,
            at=entry.at,
            author=entry.author,
            entity=entry.entity,
            entity_id=entry.entity_id,
            document_id=entry.document_id,
            kind=entry.kind,
            payload=payload_text(entry),
            payload_hash=entry.payload_hash,
            previous_hash=entry.previous_hash,
            hash=entry.hash,
            received_at=self.stream.opened_at,
        )

    # What people do in the field.

    def add(self, name: str = "form.jpg", *, pages: int = 1) -> "FieldDocument":
        """Add a document."""
        document_id = random_id()
        page_ids = [random_id() for _ in range(pages)]
        payload = {
            "name": name,
            "media_type": "image/jpeg",
            "byte_size": 123_456,
            "sha256": hashlib.sha256(document_id.encode()).hexdigest(),
            "pages": page_ids,
            "added_at": "2026-05-04T09:00:00.000Z",
        }
        self.note("document", document_id, "added", payload, document=document_id)
        return FieldDocument(self, document_id, page_ids)


@dataclass
class FieldDocument:
    """A document in a laptop's library."""

    laptop: FieldLaptop
    id: str
    pages: list[str]
    readings: dict[int, str] = field(default_factory=dict)

    def read(self, *lines: str, page: int = 0, confidence: float = 0.9, doubtful: bool = False) -> str:
        """Have a page read."""
        reading_id = random_id()
        self.readings[page] = reading_id
        payload = {
            "page": self.pages[page],
            "pipeline": "test-1",
            "lines": len(lines),
            "body_sha256": hashlib.sha256(reading_id.encode()).hexdigest(),
            "image_sha256": hashlib.sha256(b"image" + reading_id.encode()).hexdigest(),
            "thumbnail_sha256": None,
        }
        text = tuple(TextLine(str(number), line, confidence, doubtful) for number, line in enumerate(lines))
        self.laptop.note("reading", reading_id, "added", payload, document=self.id, text=text)
        return reading_id

    def fail(self, *, page: int = 0, code: object = "page.damaged") -> None:
        """Have a page that cannot be read."""
        payload = {"page": self.pages[page], "code": code}
        self.laptop.note("page", self.pages[page], "unreadable", payload, document=self.id)

    def say(self, kind: str, payload: dict[str, Any] | None = None) -> Entry:
        """Note something about the document."""
        return self.laptop.note(
            "document", self.id, kind, {} if payload is None else payload, document=self.id
        )

    def correct(self, line: str, text: str, *, page: int = 0, author: str | None = None) -> str:
        """Correct a line."""
        return self.change("text", [line], [(line, text)], page=page, author=author)

    def change(
        self,
        kind: str,
        targets: list[str],
        replacement: list[tuple[str, str]],
        *,
        page: int = 0,
        after: str | None = None,
        about: str | None = None,
        carried_from: str | None = None,
        author: str | None = None,
        correction_id: str | None = None,
        reading: str | None = None,
    ) -> str:
        """Change lines in any way."""
        new_id = correction_id or random_id()
        payload = {
            "id": new_id,
            "reading_id": reading or self.readings[page],
            "kind": kind,
            "targets": targets,
            "replacement": [{"id": line_id, "line": line_json(text)} for line_id, text in replacement],
            "previous": [],
            "after": after,
            "about": about,
            "carried_from": carried_from,
            "author": author or self.laptop.author,
            "made_at": "2026-05-04T09:00:00.000Z",
        }
        self.laptop.note("correction", new_id, kind, payload, document=self.id, author=author)
        return new_id

    def answer(self, question: str, text: str, *, page: int = 0, findings: list[Any] | None = None) -> str:
        """Have an image model answer."""
        answer_id = random_id()
        body = json.dumps({"text": text, "findings": findings or [], "evidence": []})
        payload = {
            "page": self.pages[page],
            "reading": self.readings[page],
            "task": "ask",
            "question": question,
            "text": text,
            "asked_by": self.laptop.author,
            "pack": "pack-1",
            "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
        }
        self.laptop.note("answer", answer_id, "added", payload, document=self.id, body=body)
        return answer_id


def line_json(text: str, confidence: float = 1.0) -> dict[str, Any]:
    """Return a line as corrections have it."""
    return {
        "text": text,
        "quad": [[10.0, 10.0], [200.0, 10.0], [200.0, 40.0], [10.0, 40.0]],
        "confidence": confidence,
        "script": "Latn",
        "language": "en",
        "engine": "person",
        "block": 0,
        "cell": None,
        "doubts": [],
        "alternatives": [],
        "words": [],
    }
