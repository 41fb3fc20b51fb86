"""A laptop as headquarters sees one: a change log with a chain, a key, and the requests of the protocol.

It has no library and no reading; its log is made here, by the same rules. What the real client does is tested
with the client.
"""

import hashlib
from dataclasses import dataclass, field, replace

from fastapi.testclient import TestClient
from httpx import Response

from engine.canonical import digest
from engine.sync.wire.blobs import BlobOffer, HaveReply, HaveRequest
from engine.sync.wire.down import DownBatch
from engine.sync.wire.enrolment import (
    Challenge,
    DeviceRequest,
    EnrolReply,
    EnrolRequest,
    TokenRequest,
    Tokens,
)
from engine.sync.wire.entries import Batch, Entry
from engine.sync.wire.hello import Hello, HelloReply, have_of
from engine.sync.wire.positions import BEGINNING, Position, checkpoint_numbers
from engine.sync.wire.receipts import ReceiptRequest, SignedReceipt
from engine.sync.wire.signatures import new_private_key, public_key_of
from headquarters.enrolment.invitations import invite
from headquarters.ids import random_id
from headquarters.parts import Headquarters
from headquarters.teams import Team, add_team, find_team

JSON = {"Content-Type": "application/json"}
ZSTD = {"Content-Type": "application/zstd"}


@dataclass
class Log:
    """A change log that grows entry by entry."""

    library: str = field(default_factory=random_id)
    device: str = field(default_factory=random_id)
    epoch: int = 1
    entries: list[Entry] = field(default_factory=list)

    def __post_init__(self):
        if not self.entries:
            self.add("library", self.library, "created", {"device": self.device})

    @property
    def tip(self) -> Position:
        return self.entries[-1].position if self.entries else BEGINNING

    def at(self, seq: int) -> Position:
        return self.entries[seq - 1].position if seq else BEGINNING

    def add(self, entity, entity_id, kind, payload, *, document=None, author="asha") -> Entry:
        seq = len(self.entries) + 1
        entry = Entry(
            seq=seq,
            epoch=self.epoch,
            device=self.device,
            at=f"{1_700_000_000_000 + seq:015d}.00000000",
            author=author,
            entity=entity,
            entity_id=entity_id,
            document_id=document,
            kind=kind,
            payload=payload,
            payload_hash=digest(payload),
            previous_hash=self.tip.hash,
            hash="",
        )
        entry = replace(entry, hash=entry.expected_hash())
        self.entries.append(entry)
        return entry

    def tag(self, word: str) -> Entry:
        """Add an entry that means little: what it says does not matter here."""
        return self.add("saved-search", random_id(), "saved", {"name": word, "query": word})

    def tags(self, count: int, word: str = "note") -> None:
        for number in range(count):
            self.tag(f"{word} {number}")

    def document(self, content: bytes = b"%PDF-1.7 original", name: str = "card.pdf") -> str:
        document = random_id()
        self.add(
            "document",
            document,
            "added",
            {
                "name": name,
                "media_type": "application/pdf",
                "byte_size": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
                "pages": [random_id()],
                "added_at": "2026-05-04T10:00:00.000Z",
            },
            document=document,
        )
        return document

    def copy(self) -> "Log":
        return Log(self.library, self.device, self.epoch, list(self.entries))

    def begin_epoch(self, kind: str = "restored") -> None:
        former, self.device = self.device, random_id()
        self.epoch += 1
        self.add("library", self.library, kind, {"device": self.device, "former_device": former})

    def batch(self, stream: str, after: int, last: int | None = None) -> Batch:
        return Batch(stream, self.at(after), tuple(self.entries[after:last]))


class Laptop:
    """A laptop that speaks with headquarters."""

    def __init__(self, client: TestClient, headquarters: Headquarters, log: Log | None = None) -> None:
        self.client = client
        self.headquarters = headquarters
        self.log = log or Log()
        self.key = new_private_key()
        self.device = ""
        self.team = ""
        self.tokens: Tokens | None = None
        self.down = BEGINNING
        self.down_seen: list[Position] = []

    @classmethod
    def enrolled(cls, client: TestClient, headquarters: Headquarters, team: Team, log: Log | None = None):
        laptop = cls(client, headquarters, log)
        answer = laptop.enrol(code_for(headquarters, team))
        assert answer.status_code == 201, answer.text
        reply = EnrolReply.decode(answer.content)
        laptop.device, laptop.team = reply.device, reply.team
        laptop.sign_in()
        return laptop

    def enrol(self, code: str, **changes) -> Response:
        request = EnrolRequest(
            code=code,
            library_id=self.log.library,
            device_id=self.log.device,
            device_name="Laptop of Asha",
            public_key=public_key_of(self.key),
            app="sanduku 0.1",
        )
        return self.client.post("/v1/enrol", content=replace(request, **changes).encode(), headers=JSON)

    def challenge(self) -> str:
        answer = self.client.post(
            "/v1/auth/challenge", content=DeviceRequest(self.device).encode(), headers=JSON
        )
        assert answer.status_code == 200, answer.text
        return Challenge.decode(answer.content).challenge

    def token(self, challenge: str, key: bytes | None = None, hq: str | None = None) -> Response:
        request = TokenRequest.sign(
            key or self.key,
            hq=hq or self.headquarters.identity.hq_id,
            device=self.device,
            challenge=challenge,
        )
        return self.client.post("/v1/auth/token", content=request.encode(), headers=JSON)

    def sign_in(self) -> None:
        answer = self.token(self.challenge())
        assert answer.status_code == 200, answer.text
        self.tokens = Tokens.decode(answer.content)

    @property
    def permission(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens.access}"} if self.tokens else {}

    def post(self, path: str, body: bytes, kind: dict[str, str] = JSON) -> Response:
        return self.client.post(path, content=body, headers={**kind, **self.permission})

    def say_hello(self, *, extra: tuple[int, ...] = (), log: Log | None = None) -> Response:
        log = log or self.log
        numbers = sorted({*checkpoint_numbers(log.tip.seq), *extra}, reverse=True)
        hello = Hello(
            app="sanduku 0.1",
            library=log.library,
            device=log.device,
            epoch=log.epoch,
            tip=log.tip,
            checkpoints=tuple(log.at(number) for number in numbers),
            down=self.down,
            down_checkpoints=tuple(sorted({BEGINNING, *self.down_seen}, key=lambda place: -place.seq)),
        )
        return self.post("/v1/sync/hello", hello.encode())

    def hello(self, *, extra: tuple[int, ...] = (), log: Log | None = None) -> HelloReply:
        answer = self.say_hello(extra=extra, log=log)
        assert answer.status_code == 200, answer.text
        return HelloReply.decode(answer.content)

    def send(self, stream: str, after: int, last: int | None = None) -> Response:
        return self.post("/v1/sync/changes", self.log.batch(stream, after, last).encode(), ZSTD)

    def send_all(self) -> HelloReply:
        """Say hello and send what is missing, as a client does; return the hello's answer."""
        extra: tuple[int, ...] = ()
        for _attempt in range(3):
            reply = self.hello(extra=extra)
            if reply.have.seq == self.log.tip.seq:
                return reply
            answer = self.send(reply.stream, reply.have.seq)
            if answer.status_code == 200:
                assert have_of(answer.content) == self.log.tip
                return reply
            assert answer.json()["code"] == "sync.forked", answer.text
            extra = (answer.json()["have"]["seq"],)
        raise AssertionError("forked again and again")

    def receipt(self, stream: str, seq: int, blobs: tuple[str, ...] = ()) -> SignedReceipt:
        answer = self.post("/v1/sync/receipt", ReceiptRequest(stream, seq, blobs).encode())
        assert answer.status_code == 200, answer.text
        return SignedReceipt.decode(answer.content)

    def need(self, stream: str, *blobs: tuple[bytes, int]) -> dict[str, int]:
        offers = tuple(
            BlobOffer(hashlib.sha256(content).hexdigest(), len(content), tier) for content, tier in blobs
        )
        answer = self.post("/v1/blobs/have", HaveRequest(stream, offers).encode())
        assert answer.status_code == 200, answer.text
        return dict(HaveReply.decode(answer.content).need)

    def fetch_down(self, after: Position | None = None) -> DownBatch:
        place = after or self.down
        answer = self.client.get(
            "/v1/sync/down", params={"after": place.seq, "hash": place.hash}, headers=self.permission
        )
        assert answer.status_code == 200, answer.text
        return DownBatch.decode(answer.content)


def code_for(headquarters: Headquarters, team: Team, **details) -> str:
    """Return the code of a new invitation."""
    with headquarters.database.transaction() as session:
        _id, invitation = invite(
            session, headquarters, team, label=details.get("label", "Asha"), actor="hq:test"
        )
        return invitation.code


def team_called(headquarters: Headquarters, name: str) -> Team:
    """Return a team, made if need be."""
    from headquarters.errors import NoSuchThingError

    with headquarters.database.transaction() as session:
        try:
            return find_team(session, name)
        except NoSuchThingError:
            return add_team(session, name, headquarters.clock)
