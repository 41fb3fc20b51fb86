"""A laptop that is not there: it speaks the protocol with a change log of its own, over real HTTP."""

import hashlib
import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import count

import httpx

from engine.canonical import canonical_json
from engine.sync.wire.enrolment import (
    Challenge,
    DeviceRequest,
    EnrolReply,
    EnrolRequest,
    TokenRequest,
    Tokens,
)
from engine.sync.wire.entries import Batch, Entry, TextLine
from engine.sync.wire.hello import Hello, HelloReply, have_of
from engine.sync.wire.positions import BEGINNING, Position
from engine.sync.wire.receipts import ReceiptRequest, SignedReceipt
from engine.sync.wire.signatures import new_private_key, public_key_of

APP = "sanduku-fleet 1"
LINES = 20

Send = Callable[[str, str, bytes, dict[str, str]], Awaitable[httpx.Response]]
"""Sends method, path, body and headers, and measures."""


class WrongAnswerError(Exception):
    """Headquarters said something that cannot be."""


class Laptop:
    """One simulated device of a team."""

    def __init__(
        self, number: int, hq: str, headquarters_key: bytes, words: list[str], *, seed: int = 0
    ) -> None:
        """Make one that has not joined yet.

        Args:
            number: Which of them.
            hq: Id of headquarters.
            headquarters_key: What receipts are verified with.
            words: What its pages say.
            seed: Of what it makes up.
        """
        self._chance = random.Random(seed * 1_000_003 + number)  # noqa: S311 - no secret hangs on it
        self._key = new_private_key()
        self._hq = hq
        self._headquarters_key = headquarters_key
        self._words = words
        self._library = self._id()
        self._device_id = self._id()
        self._device = ""
        self._tokens: Tokens | None = None
        self._clock = count(1_780_000_000_000)
        self._places: list[Position] = [BEGINNING]
        self._acknowledged = BEGINNING
        self._unsent: list[Entry] = []
        self.sent = 0
        """Records (pages) that headquarters has acknowledged."""

    @property
    def tip(self) -> Position:
        """The end of its log."""
        return self._places[-1]

    async def join(self, send: Send, code: str) -> None:
        """Use an invitation, and get the first tokens."""
        request = EnrolRequest(
            code, self._library, self._device_id, "simulated", public_key_of(self._key), APP
        )
        reply = await send("POST", "/v1/enrol", request.encode(), {})
        self._device = EnrolReply.decode(reply.content).device
        await self._sign_in(send)

    async def visit(self, send: Send, pages: int) -> None:
        """Send some pages that were read since the last visit, and fetch a receipt for them."""
        self._read(pages)
        if self._tokens is None:
            await self._sign_in(send)
        assert self._tokens is not None
        headers = {"authorization": f"Bearer {self._tokens.access}"}
        hello = Hello(
            APP, self._library, self._device_id, 1, self.tip, self._checkpoints(), BEGINNING, (BEGINNING,)
        )
        greeted = HelloReply.decode((await send("POST", "/v1/sync/hello", hello.encode(), headers)).content)
        if greeted.have != self._acknowledged:
            raise WrongAnswerError(f"headquarters has {greeted.have}, and said {self._acknowledged} before")
        batch = Batch(greeted.stream, greeted.have, tuple(self._unsent))
        packed = {**headers, "content-type": "application/zstd"}
        have = have_of((await send("POST", "/v1/sync/changes", batch.encode(), packed)).content)
        if have != self.tip:
            raise WrongAnswerError(f"headquarters has {have} after {self.tip} was sent")
        self._acknowledged, self._unsent = have, []
        wanted = ReceiptRequest(greeted.stream, have.seq)
        answer = await send("POST", "/v1/sync/receipt", wanted.encode(), headers)
        receipt = SignedReceipt.decode(answer.content).verify(self._headquarters_key)
        if receipt.position != have:
            raise WrongAnswerError("the receipt is for something else")
        self.sent += pages

    async def _sign_in(self, send: Send) -> None:
        asked = await send("POST", "/v1/auth/challenge", DeviceRequest(self._device).encode(), {})
        challenge = Challenge.decode(asked.content).challenge
        signed = TokenRequest.sign(self._key, hq=self._hq, device=self._device, challenge=challenge)
        self._tokens = Tokens.decode((await send("POST", "/v1/auth/token", signed.encode(), {})).content)

    def _read(self, pages: int) -> None:
        """Add what a laptop writes down when a document of one page is added and read, so many times."""
        for _ in range(pages):
            document, page, reading = self._id(), self._id(), self._id()
            self._append(
                "document", document, document, "added",
                {
                    "name": f"form-{self.tip.seq}.jpg", "media_type": "image/jpeg", "byte_size": 180_000,
                    "sha256": self._hash(), "pages": [page], "added_at": "2026-11-21T08:00:00.000Z",
                },
            )  # fmt: skip
            lines = [" ".join(self._chance.choices(self._words, k=5)) for _ in range(LINES)]
            self._append(
                "reading", reading, document, "added",
                {
                    "page": page, "pipeline": "fleet", "lines": LINES, "body_sha256": self._hash(),
                    "image_sha256": self._hash(), "thumbnail_sha256": self._hash(),
                },
                lines,
            )  # fmt: skip

    def _append(
        self, entity: str, entity_id: str, document: str, kind: str, payload: dict[str, object],
        lines: list[str] | None = None,
    ) -> None:  # fmt: skip
        entry = Entry(
            seq=self.tip.seq + 1,
            epoch=1,
            device=self._device_id,
            at=f"{next(self._clock):015d}.00000000",
            author="fleet",
            entity=entity,
            entity_id=entity_id,
            document_id=document,
            kind=kind,
            payload=payload,
            payload_hash=_payload_hash(payload),
            previous_hash=self.tip.hash,
            hash="",
            text=None
            if lines is None
            else tuple(TextLine(str(n), line, 0.9) for n, line in enumerate(lines)),
        )
        entry = replace(entry, hash=entry.expected_hash())
        self._unsent.append(entry)
        self._places.append(entry.position)

    def _checkpoints(self) -> tuple[Position, ...]:
        last = self.tip.seq
        wanted = {last, self._acknowledged.seq, 0, *(last - (1 << power) for power in range(12))}
        return tuple(self._places[seq] for seq in sorted(wanted, reverse=True) if 0 <= seq <= last)

    def _id(self) -> str:
        return f"{self._chance.getrandbits(128):032x}"

    def _hash(self) -> str:
        return f"{self._chance.getrandbits(256):064x}"


def _payload_hash(payload: dict[str, object]) -> str:
    return hashlib.sha256(canonical_json(payload).encode()).hexdigest()
