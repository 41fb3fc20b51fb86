"""How a laptop joins a team, shows who it is, and goes on under another id and key."""

from dataclasses import dataclass
from typing import Any, Self

from engine.sync.wire.errors import refusing
from engine.sync.wire.hello import MOST_REPLY_BYTES, Hello, HelloReply
from engine.sync.wire.parsing import Fields, json_bytes, parsed_object, to_base64
from engine.sync.wire.signatures import (
    KEY_BYTES,
    SIGNATURE_BYTES,
    auth_message,
    rekey_message,
    sign,
    verifies,
)

_MOST_BYTES = 16 << 10
_MOST_WITH_HELLO = 64 << 10
_MOST_TOKEN = 4096


@dataclass(frozen=True, slots=True)
class EnrolRequest:
    """What a laptop says to join; the same request again gets the same answer.

    Attributes:
        code: Of the invitation; good for one laptop.
        library_id: Id of the library.
        device_id: Id of the device, as the library has it.
        device_name: What people call it.
        public_key: Of the device.
        app: Name and version of the program.
    """

    code: str
    library_id: str
    device_id: str
    device_name: str
    public_key: bytes
    app: str

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes(
            {
                "code": self.code,
                "library_id": self.library_id,
                "device_id": self.device_id,
                "device_name": self.device_name,
                "public_key": to_base64(self.public_key),
                "app": self.app,
            }
        )

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "enrolment")
            return cls(
                code=fields.text("code", least=8, most=200),
                library_id=fields.id("library_id"),
                device_id=fields.id("device_id"),
                device_name=fields.text("device_name", most=200),
                public_key=fields.binary("public_key", size=KEY_BYTES),
                app=fields.text("app", most=200),
            )


@dataclass(frozen=True, slots=True)
class EnrolReply:
    """What headquarters calls a device, and the team and role that it has.

    Attributes:
        device: What it calls it.
        team: Id of the team.
        role: Of the device.
        challenge: What it may sign next, so that it need not ask for that; None where it must.
    """

    device: str
    team: str
    role: str = "device"
    challenge: str | None = None

    def encode(self) -> bytes:
        """Return it as JSON."""
        value = {"device": self.device, "team": self.team, "role": self.role}
        return json_bytes(value | ({"challenge": self.challenge} if self.challenge else {}))

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "enrolment")
            return cls(
                fields.id("device"), fields.id("team"), fields.id("role"), fields.optional_id("challenge")
            )


@dataclass(frozen=True, slots=True)
class DeviceRequest:
    """Asks for a challenge."""

    device: str

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes({"device": self.device})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            return cls(Fields(parsed_object(data, most=_MOST_BYTES), "device").id("device"))


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a device must sign, within some seconds."""

    challenge: str
    expires_in: int

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes({"challenge": self.challenge, "expires_in": self.expires_in})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "challenge")
            return cls(fields.id("challenge"), fields.whole("expires_in"))


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """A challenge, signed.

    Attributes:
        device: As headquarters calls it.
        challenge: As headquarters gave it.
        signature: Of the device.
        hello: What it says next, so that both take one message; None where it says that by itself. It is
            heard only where the signature holds.
    """

    device: str
    challenge: str
    signature: bytes
    hello: Hello | None = None

    @classmethod
    def sign(
        cls, private_key: bytes, *, hq: str, device: str, challenge: str, hello: Hello | None = None
    ) -> Self:
        """Sign a challenge."""
        return cls(device, challenge, sign(private_key, auth_message(hq, device, challenge)), hello)

    def is_by(self, public_key: bytes, *, hq: str) -> bool:
        """Return whether a key has signed it for this headquarters."""
        return verifies(public_key, auth_message(hq, self.device, self.challenge), self.signature)

    def encode(self) -> bytes:
        """Return it as JSON."""
        value: dict[str, Any] = {
            "device": self.device,
            "challenge": self.challenge,
            "signature": to_base64(self.signature),
        }
        return json_bytes(value | ({"hello": self.hello.to_json()} if self.hello else {}))

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_WITH_HELLO), "token request")
            return cls(
                fields.id("device"),
                fields.id("challenge"),
                fields.binary("signature", size=SIGNATURE_BYTES),
                Hello.from_fields(fields.fields("hello")) if fields.has("hello") else None,
            )


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a device shows with each request, and what it gets the next ones with.

    Attributes:
        access: Sent as ``Authorization: Bearer``.
        refresh: Good once; whoever uses one twice loses all.
        expires_in: Seconds for which ``access`` is good, by the clock of headquarters.
        hello: The answer to what was said along with the signature; None where it is to be said again.
    """

    access: str
    refresh: str
    expires_in: int
    hello: HelloReply | None = None

    def encode(self) -> bytes:
        """Return it as JSON."""
        value: dict[str, Any] = {
            "access": self.access,
            "refresh": self.refresh,
            "expires_in": self.expires_in,
        }
        return json_bytes(value | ({"hello": self.hello.to_json()} if self.hello else {}))

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES + MOST_REPLY_BYTES), "tokens")
            return cls(
                fields.text("access", least=1, most=_MOST_TOKEN),
                fields.text("refresh", least=1, most=_MOST_TOKEN),
                fields.whole("expires_in"),
                HelloReply.from_fields(fields.fields("hello")) if fields.has("hello") else None,
            )


@dataclass(frozen=True, slots=True)
class RefreshRequest:
    """Asks for the next tokens."""

    refresh: str

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes({"refresh": self.refresh})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "refresh request")
            return cls(fields.text("refresh", least=1, most=_MOST_TOKEN))


@dataclass(frozen=True, slots=True)
class RekeyRequest:
    """Goes on under another device id and key; the same request again gets the same answer (EnrolReply).

    Attributes:
        former: What headquarters calls the device so far.
        library_id: Id of the library.
        device_id: Id of the device from here on, as the library has it.
        epoch: Of the library from here on.
        public_key: Of the device from here on.
        signature: By the former key.
    """

    former: str
    library_id: str
    device_id: str
    epoch: int
    public_key: bytes
    signature: bytes

    @classmethod
    def sign(
        cls,
        former_key: bytes,
        *,
        hq: str,
        former: str,
        library_id: str,
        device_id: str,
        epoch: int,
        public_key: bytes,
    ) -> Self:
        """Sign with the former key."""
        signature = sign(former_key, rekey_message(hq, former, device_id, epoch, public_key))
        return cls(former, library_id, device_id, epoch, public_key, signature)

    def is_by(self, former_key: bytes, *, hq: str) -> bool:
        """Return whether the former public key has signed it for this headquarters."""
        message = rekey_message(hq, self.former, self.device_id, self.epoch, self.public_key)
        return verifies(former_key, message, self.signature)

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes(
            {
                "former": self.former,
                "library_id": self.library_id,
                "device_id": self.device_id,
                "epoch": self.epoch,
                "public_key": to_base64(self.public_key),
                "signature": to_base64(self.signature),
            }
        )

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=_MOST_BYTES), "rekey request")
            return cls(
                former=fields.id("former"),
                library_id=fields.id("library_id"),
                device_id=fields.id("device_id"),
                epoch=fields.whole("epoch", least=1),
                public_key=fields.binary("public_key", size=KEY_BYTES),
                signature=fields.binary("signature", size=SIGNATURE_BYTES),
            )
