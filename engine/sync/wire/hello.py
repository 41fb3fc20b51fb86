"""The first message of each session: who has what, and where both go on."""

from dataclasses import dataclass, field
from typing import Any, Self

from engine.sync.wire.errors import refusing
from engine.sync.wire.parsing import Fields, MalformedError, json_bytes, parsed_object
from engine.sync.wire.positions import (
    BEGINNING,
    MOST_CHECKPOINTS,
    Position,
    positions_from_json,
    positions_to_json,
)

PROTOCOLS = (1,)
"""The versions of the protocol that this program speaks."""
_MOST_BYTES = 64 << 10
MOST_REPLY_BYTES = 256 << 10
_MOST_WANTS = 1000
REASONS = ("", "cloned", "restored")


@dataclass(frozen=True, slots=True)
class Hello:
    """What a laptop has.

    Attributes:
        app: Name and version of the program.
        library: Id of the library.
        device: Id of the device, as the library has it.
        epoch: Of the library.
        tip: The end of its log.
        checkpoints: Places of its log, from the last to the first, see ``checkpoint_numbers``.
        down: The place up to which it has applied what headquarters sent.
        down_checkpoints: Places of what headquarters sent, from the last to the first.
        protocols: Versions of the protocol that it speaks.
    """

    app: str
    library: str
    device: str
    epoch: int
    tip: Position
    checkpoints: tuple[Position, ...]
    down: Position
    down_checkpoints: tuple[Position, ...]
    protocols: tuple[int, ...] = PROTOCOLS

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "protocols": list(self.protocols),
            "app": self.app,
            "library": self.library,
            "device_id": self.device,
            "epoch": self.epoch,
            "tip": self.tip.to_json(),
            "checkpoints": positions_to_json(self.checkpoints),
            "down": self.down.to_json(),
            "down_checkpoints": positions_to_json(self.down_checkpoints),
        }

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes(self.to_json())

    @classmethod
    def from_fields(cls, fields: Fields) -> Self:
        """Read it; raises MalformedError, with ``protocol.unsupported`` for another version alone."""
        protocols = _protocols(fields)
        return cls(
            app=fields.text("app", most=200),
            library=fields.id("library"),
            device=fields.id("device_id"),
            epoch=fields.whole("epoch", least=1),
            tip=Position.from_fields(fields.fields("tip")),
            checkpoints=_checkpoints(fields, "checkpoints"),
            down=Position.from_fields(fields.fields("down")),
            down_checkpoints=_checkpoints(fields, "down_checkpoints"),
            protocols=protocols,
        )

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError, with ``protocol.unsupported`` for another version alone."""
        with refusing("request.malformed"):
            return cls.from_fields(Fields(parsed_object(data, most=_MOST_BYTES), "hello"))


@dataclass(frozen=True, slots=True)
class Limits:
    """What headquarters takes at once.

    Attributes:
        batch_bytes: Of a batch of changes, compressed; one entry alone may be larger.
        pack_bytes: Of a pack of small files.
        chunk_bytes: Of a piece of a large file.
        stream_bytes: Of a stream of batches; 0 where headquarters takes one batch at a time alone.
    """

    batch_bytes: int = 1 << 20
    pack_bytes: int = 4 << 20
    chunk_bytes: int = 1 << 20
    stream_bytes: int = 0

    def to_json(self) -> dict[str, int]:
        """Return it as plain JSON values."""
        return {
            "batch_bytes": self.batch_bytes,
            "pack_bytes": self.pack_bytes,
            "chunk_bytes": self.chunk_bytes,
            **({"stream_bytes": self.stream_bytes} if self.stream_bytes else {}),
        }

    @classmethod
    def from_fields(cls, fields: Fields) -> Self:
        """Read it; raises MalformedError."""
        least, most = 4096, 1 << 30
        return cls(
            fields.whole("batch_bytes", least=least, most=most),
            fields.whole("pack_bytes", least=least, most=most),
            fields.whole("chunk_bytes", least=least, most=most),
            fields.whole("stream_bytes", most=most, default=0),
        )


@dataclass(frozen=True, slots=True)
class HelloReply:
    """What headquarters has, and where both go on.

    Attributes:
        hq: Id of headquarters.
        hq_epoch: Grows when headquarters is restored from a backup.
        stream: Id of the stream that takes the laptop's changes.
        have: The place up to which the stream has them.
        backed_up_seq: The number up to which the backup of headquarters has them.
        down_have: The end of what headquarters has for this library.
        down_resume: Where the laptop goes on with it; before its own place if headquarters was restored.
        limits: What headquarters takes at once.
        branched: Whether the laptop's log had gone another way than the one at headquarters, so that a
            stream of its own was opened.
        reason: Then ``cloned`` (two copies of the library with one id) or ``restored``; else empty.
        wants: SHA-256 of files that headquarters asks for.
        protocol: The version of the protocol that both speak from here on.
    """

    hq: str
    hq_epoch: int
    stream: str
    have: Position
    backed_up_seq: int
    down_have: Position
    down_resume: Position
    limits: Limits = field(default_factory=Limits)
    branched: bool = False
    reason: str = ""
    wants: tuple[str, ...] = ()
    protocol: int = PROTOCOLS[-1]

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        value: dict[str, Any] = {
            "protocol": self.protocol,
            "hq": {"id": self.hq, "epoch": self.hq_epoch},
            "stream": self.stream,
            "have": self.have.to_json(),
            "backed_up": {"seq": self.backed_up_seq},
            "down": {"have": self.down_have.to_json(), "resume": self.down_resume.to_json()},
            "limits": self.limits.to_json(),
            "wants": list(self.wants),
        }
        if self.branched:
            value |= {"branched": True, "reason": self.reason}
        return value

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes(self.to_json())

    @classmethod
    def from_fields(cls, fields: Fields) -> Self:
        """Read it; raises MalformedError, with ``protocol.unsupported`` for another version alone."""
        hq, down = fields.fields("hq"), fields.fields("down")
        branched = fields.flag("branched", default=False)
        reason = fields.text("reason", most=40, default="")
        if (reason not in REASONS) or branched != bool(reason):
            raise MalformedError("why a stream was opened does not fit")
        protocol = fields.whole("protocol", least=1)
        if protocol not in PROTOCOLS:
            raise MalformedError("another protocol", code="protocol.unsupported")
        return cls(
            hq=hq.id("id"),
            hq_epoch=hq.whole("epoch", least=1),
            stream=fields.id("stream"),
            have=Position.from_fields(fields.fields("have")),
            backed_up_seq=fields.fields("backed_up").whole("seq"),
            down_have=Position.from_fields(down.fields("have")),
            down_resume=Position.from_fields(down.fields("resume")),
            limits=Limits.from_fields(fields.fields("limits")),
            branched=branched,
            reason=reason,
            wants=fields.hashes("wants", most=_MOST_WANTS, default=()) if fields.has("wants") else (),
            protocol=protocol,
        )

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            return cls.from_fields(Fields(parsed_object(data, most=MOST_REPLY_BYTES), "hello reply"))


def _protocols(fields: Fields) -> tuple[int, ...]:
    versions = fields.list("protocols", most=20)
    if not all(isinstance(version, int) and not isinstance(version, bool) for version in versions):
        raise MalformedError("versions of the protocol are numbers")
    if not set(versions) & set(PROTOCOLS):
        raise MalformedError("no protocol in common", code="protocol.unsupported")
    return tuple(versions)


def _checkpoints(fields: Fields, key: str) -> tuple[Position, ...]:
    positions = positions_from_json(fields.list(key, most=MOST_CHECKPOINTS))
    if not positions or positions[-1] != BEGINNING:
        raise MalformedError("checkpoints reach back to the beginning")
    return positions


def have_reply(position: Position) -> bytes:
    """Return what answers a batch of changes: the place up to which headquarters has them."""
    return json_bytes({"have": position.to_json()})


def have_of(data: bytes) -> Position:
    """Read what :func:`have_reply` gave; raises WireError."""
    with refusing("request.malformed"):
        return Position.from_fields(Fields(parsed_object(data, most=4096), "reply").fields("have"))


def position_in(details: dict[str, Any]) -> Position | None:
    """Return ``have`` of the details of an error, None where there is none; raises WireError."""
    if "have" not in details:
        return None
    with refusing("request.malformed"):
        return Position.from_fields(Fields(details, "error").fields("have"))
