"""Two teams with laptops, records and people: what tests of pages and of programs walk through."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from engine.geometry import Quad, Transform
from engine.reading import Line, Origin, Reading
from headquarters.devices.tables import Device
from headquarters.parts import Headquarters
from headquarters.people.roles import Role
from headquarters.teams import add_team
from tests.headquarters.field import FieldDocument, FieldLaptop
from tests.headquarters.persons import add_person

SIZE = (800, 1000)


@dataclass
class World:
    """What there is.

    Attributes:
        team: Id of the team that is looked at.
        other_team: Id of another.
        laptop: Of the team.
        documents: Of the team, by a short name.
        theirs: A document of the other team.
        logins: Role -> login of the team; ``stranger`` is an admin of the other.
    """

    team: str
    other_team: str
    laptop: FieldLaptop
    documents: dict[str, FieldDocument]
    theirs: FieldDocument
    logins: dict[str, str] = field(default_factory=dict)


def build_world(headquarters: Headquarters, session: Session) -> World:
    """Make the world, in a transaction."""
    now = headquarters.clock.now()
    team = add_team(session, "Kakuma", headquarters.clock).id
    other = add_team(session, "Dadaab", headquarters.clock).id
    laptop = FieldLaptop.joined(session, team, now, "Registration desk 2")
    english = laptop.add("registration-form.jpg")
    read(headquarters, english, "Nmae: Amina Hassan", "Date of birth: 04/05/1991", "Household size: 6")
    arabic = laptop.add("بطاقة التسجيل.jpg")
    read(headquarters, arabic, "الاسم: آمنة حسن", "عدد أفراد الأسرة: ٦")
    hostile = laptop.add('<script>alert("x")</script>\u202egpj.exe')
    read(headquarters, hostile, "<img src=x onerror=alert(1)>", "{{ 7 * 7 }} \u202eevil")
    hostile.say("tagged", {"tag": '"><script>alert(2)</script>'})
    bare = laptop.add("without an image.jpg")
    read(
        headquarters,
        bare,
        "Nmae: Yusuf Ali",
        "A line that is long enough to be wrapped on a phone",
    )
    headquarters.blobs.remove(team, image_of(bare))
    two = laptop.add("situation report.pdf", pages=2)
    two.read("Flood in the camp", "Two wells are closed")
    laptop.send()
    stranger = FieldLaptop.joined(session, other, now, "Their laptop")
    theirs = stranger.add("their secret.jpg")
    theirs.read("Secret of the other team")
    stranger.send()
    logins = {role.value: add_person(session, team, role, now) for role in Role}
    logins["stranger"] = add_person(session, other, Role.ADMIN, now, login="stranger@example.org")
    documents = {"english": english, "arabic": arabic, "hostile": hostile, "bare": bare, "two": two}
    return World(team, other, laptop, documents, theirs, logins)


def read(headquarters: Headquarters, document: FieldDocument, *lines: str) -> None:
    """Have the first page of a document read, with its places and its image at headquarters."""
    placed = tuple(
        Line(
            text,
            Quad.from_box(60, 80 + 90 * number, 60 + 18 * len(text), 120 + 90 * number),
            0.55 if number == 0 else 0.97,
            "Latn",
            "test",
            doubts=("low-confidence",) if number == 0 else (),
        )
        for number, text in enumerate(lines)
    )
    reading = Reading("test-1", *SIZE, Transform.identity(), Origin.RECOGNISED, placed)
    body = json.dumps(reading.to_json()).encode()
    image = picture(lines)
    team = document.laptop.team_id
    hashes = [hashlib.sha256(content).hexdigest() for content in (body, image)]
    for sha256, content in zip(hashes, (body, image), strict=True):
        headquarters.blobs.put(team, sha256, content)
    document.read(*lines, confidence=0.97)
    # The entry names the files that lie here, and its first line is a doubtful one.
    entry = document.laptop.waiting.pop()
    document.laptop.seq, document.laptop.hash = entry.seq - 1, entry.previous_hash
    payload = {**(entry.payload or {}), "body_sha256": hashes[0], "image_sha256": hashes[1]}
    assert entry.text is not None
    first = type(entry.text[0])("0", lines[0], 0.55, doubtful=True)
    document.laptop.note(
        "reading",
        entry.entity_id,
        "added",
        payload,
        document=document.id,
        text=(first, *entry.text[1:]),
    )


def add_copy(session: Session, former_id: str, copy_id: str, now: datetime) -> str:
    """Have a device join by the key of another, as a restored copy does; return its id."""
    former = session.get_one(Device, former_id)
    copy = Device(
        id=copy_id,
        team_id=former.team_id,
        library_id=former.library_id,
        library_device=copy_id,
        epoch=former.epoch + 1,
        name=f"Called {copy_id}",
        app=former.app,
        public_key=copy_id,
        enrolled_at=now,
        former_id=former_id,
        last_seen_at=now,
        tip_seq=0,
        down_seq=0,
    )
    session.add(copy)
    session.flush()
    return copy.id


def image_of(document: FieldDocument) -> str:
    """Return the hash of the page image that the last reading in the log names."""
    entry = document.laptop.waiting[-1]
    return str((entry.payload or {})["image_sha256"])


def picture(lines: tuple[str, ...]) -> bytes:
    """Return a page image as PNG, a grey bar where each line stands."""
    import io

    from PIL import Image, ImageDraw

    image = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(image)
    for number, text in enumerate(lines):
        top = 80 + 90 * number
        pen.rectangle((62, top + 8, 58 + 18 * len(text), top + 32), fill="#8a94a6")
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
