"""What headquarters signs to have: changes up to a place, files, and how far its own backup reaches.

Only what stands in a verified receipt, within what is backed up, may be removed from a laptop.
"""

from dataclasses import dataclass
from typing import Any, Self

from engine.sync.wire.errors import WireError, refusing
from engine.sync.wire.parsing import Fields, MalformedError, from_base64, json_bytes, parsed_object, to_base64
from engine.sync.wire.positions import Position
from engine.sync.wire.signatures import KEY_BYTES, SIGNATURE_BYTES, receipt_message, sign, verifies

VERSION = 1
MOST_BLOBS = 20_000
"""That one receipt is asked for; a laptop with more asks for several."""
_MOST_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class ReceiptRequest:
    """What a laptop wants a receipt for.

    Attributes:
        stream: Id of the stream at headquarters.
        seq: The last change that it has sent.
        blobs: SHA-256 of the files that it has sent, of any time.
    """

    stream: str
    seq: int
    blobs: tuple[str, ...] = ()

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes({"stream": self.stream, "seq": self.seq, "blobs": list(self.blobs)})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "receipt request")
            return cls(fields.id("stream"), fields.whole("seq"), fields.hashes("blobs", most=MOST_BLOBS))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What headquarters has, durably.

    Attributes:
        hq: Its id.
        hq_epoch: Grows when headquarters is restored from a backup: earlier receipts then prove nothing more.
        team: Id of the team.
        library: Id of the library.
        stream: Id of the stream.
        position: The place up to which it has all changes.
        blobs: SHA-256 of those files asked about that it has, sorted.
        backed_up_seq: The number up to which its backup has the changes of the stream.
        backed_up_blobs: Those of ``blobs`` that its backup has, sorted.
        at: When, by the clock of headquarters; ISO 8601, UTC.
    """

    hq: str
    hq_epoch: int
    team: str
    library: str
    stream: str
    position: Position
    blobs: tuple[str, ...]
    backed_up_seq: int
    backed_up_blobs: tuple[str, ...]
    at: str

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "v": VERSION,
            "hq": self.hq,
            "hq_epoch": self.hq_epoch,
            "team": self.team,
            "library": self.library,
            "stream": self.stream,
            "seq": self.position.seq,
            "hash": self.position.hash,
            "blobs": list(self.blobs),
            "backed_up": {"seq": self.backed_up_seq},
            "backed_up_blobs": list(self.backed_up_blobs),
            "at": self.at,
        }

    @classmethod
    def from_json(cls, value: Any) -> Self:  # noqa: ANN401
        """Read what :meth:`to_json` gave; raises MalformedError."""
        fields = Fields(value, "receipt")
        fields.only(
            "v", "hq", "hq_epoch", "team", "library", "stream", "seq", "hash", "blobs", "backed_up",
            "backed_up_blobs", "at",
        )  # fmt: skip
        fields.whole("v", least=VERSION, most=VERSION)
        backed_up = fields.fields("backed_up")
        backed_up.only("seq")
        receipt = cls(
            hq=fields.id("hq"),
            hq_epoch=fields.whole("hq_epoch", least=1),
            team=fields.id("team"),
            library=fields.id("library"),
            stream=fields.id("stream"),
            position=Position.from_fields(fields),
            blobs=fields.hashes("blobs", most=MOST_BLOBS),
            backed_up_seq=backed_up.whole("seq"),
            backed_up_blobs=fields.hashes("backed_up_blobs", most=MOST_BLOBS),
            at=fields.text("at", most=40, least=10),
        )
        if receipt.backed_up_seq > receipt.position.seq:
            raise MalformedError("a receipt tells of more in the backup than there is")
        if not set(receipt.backed_up_blobs) <= set(receipt.blobs):
            raise MalformedError("a receipt tells of more in the backup than there is")
        return receipt


@dataclass(frozen=True, slots=True)
class SignedReceipt:
    """A receipt with the signature of headquarters."""

    receipt: Receipt
    signature: bytes

    @classmethod
    def sign(cls, receipt: Receipt, private_key: bytes) -> Self:
        """Sign a receipt."""
        return cls(receipt, sign(private_key, receipt_message(receipt.to_json())))

    def verify(self, public_key: bytes) -> Receipt:
        """Return the receipt if the key has signed it; raises WireError otherwise."""
        if not verifies(public_key, receipt_message(self.receipt.to_json()), self.signature):
            raise WireError("auth.refused", "the signature of a receipt does not hold")
        return self.receipt

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes({"receipt": self.receipt.to_json(), "signature": to_base64(self.signature)})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it, unverified; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "signed receipt")
            return cls(
                Receipt.from_json(fields.object("receipt")), fields.binary("signature", size=SIGNATURE_BYTES)
            )


def public_key(text: str) -> bytes:
    """Return a public key of its base64url form; raises WireError."""
    with refusing("request.malformed"):
        key = from_base64(text)
        if len(key) != KEY_BYTES:
            raise MalformedError("a key has another length")
    return key
