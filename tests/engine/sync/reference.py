"""A small headquarters for tests: the protocol as docs/sync.md tells it, in memory, without any haste.

It is written for itself, from the specification, and shares the parsers of the wire alone with the real one.
"""

import copy
from dataclasses import dataclass, field, replace

from engine.sync.transport import Reply, Request
from engine.sync.wire.blobs import ZSTD_PACK, FrameReader, HaveReply, HaveRequest, PackReply
from engine.sync.wire.down import DownBatch, DownEntry, ack_of
from engine.sync.wire.enrolment import (
    Challenge,
    DeviceRequest,
    EnrolReply,
    EnrolRequest,
    RekeyRequest,
    TokenRequest,
    Tokens,
)
from engine.sync.wire.entries import Batch, Entry
from engine.sync.wire.errors import ERRORS, ErrorReply, WireError
from engine.sync.wire.hello import Hello, HelloReply, Limits, have_reply
from engine.sync.wire.invitation import Invitation
from engine.sync.wire.parsing import MalformedError
from engine.sync.wire.positions import BEGINNING, Position
from engine.sync.wire.receipts import Receipt, ReceiptRequest, SignedReceipt
from engine.sync.wire.signatures import public_key_of
from engine.sync.wire.streams import BatchReader

HQ, TEAM, CODE = "hq1", "team1", "CODE-CODE"
SIGNING_KEY = bytes(range(32))


@dataclass
class Stream:
    """A line of a library's log."""

    id: str
    entries: list[Entry] = field(default_factory=list)
    twin: tuple[str, int] | None = None
    backed_up: int = 0

    @property
    def head(self) -> Position:
        return self.entries[-1].position if self.entries else BEGINNING

    def at(self, seq: int) -> str | None:
        if seq == 0:
            return BEGINNING.hash
        return self.entries[seq - 1].hash if seq <= len(self.entries) else None


@dataclass
class LibraryThere:
    """What headquarters has of a library."""

    streams: list[Stream] = field(default_factory=list)
    down: list[DownEntry] = field(default_factory=list)
    acknowledged: int = 0

    @property
    def down_head(self) -> Position:
        return self.down[-1].position if self.down else BEGINNING


@dataclass
class Device:
    key: bytes
    library: str
    library_device: str
    revoked: bool = False


@dataclass
class Contents:
    """All that a backup keeps."""

    devices: dict[str, Device] = field(default_factory=dict)
    libraries: dict[str, LibraryThere] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    parts: dict[str, bytearray] = field(default_factory=dict)


class ReferenceHeadquarters:
    """Answers requests."""

    def __init__(self, *, limits: Limits | None = None) -> None:
        self.epoch = 1
        self.contents = Contents()
        self.limits = limits or Limits(stream_bytes=4 << 20)
        self.applied: list[str] = []
        """Hashes of entries in the order in which they were applied, each once in a team."""
        self.merges = True
        """Whether it answers a hello along with a signature; the first headquarters did not."""
        self.tokens_expire = False
        self.backup: Contents | None = None
        self.counter = 0
        self.enrolled = 0

    def invitation(self) -> Invitation:
        return Invitation(
            ("https://hq.example.org",), TEAM, "Team", CODE, HQ, public_key_of(SIGNING_KEY), "age1x", "",
            "2030",
        )  # fmt: skip

    # As its people use it

    def send_down(
        self, library: str, entity: str, kind: str, payload: dict, *, document: str | None = None
    ) -> str:
        there = self.contents.libraries[library]
        self.counter += 1
        number = f"down{self.counter}"
        there.down.append(
            DownEntry.make(
                there.down_head, id=number, at="2026-11-21T10:00:00.000Z", author="Rita", entity=entity,
                entity_id=f"about{self.counter}", document_id=document, kind=kind, payload=payload,
            )
        )  # fmt: skip
        return number

    def back_up(self) -> None:
        self.backup = copy.deepcopy(self.contents)
        for there in (*self.contents.libraries.values(), *self.backup.libraries.values()):
            for stream in there.streams:
                stream.backed_up = len(stream.entries)

    def restore(self) -> None:
        """Come back from the backup, as after a fire."""
        assert self.backup is not None
        self.contents = copy.deepcopy(self.backup)
        self.epoch += 1

    # As laptops see it

    def handle(self, request: Request, *, cut: int | None = None) -> Reply:
        """Answer a request; ``cut``: only so many bytes of its body arrive, and nobody reads the answer."""
        body = request.body if cut is None else request.body[:cut]
        whole = cut is None
        path = request.path.split("?")[0]
        try:
            if path.startswith("/v1/auth") or path in ("/v1/enrol", "/v1/devices/rekey"):
                data, status, headers = (self._unsigned(path, body), 200, {}) if whole else (b"", 400, {})
            else:
                data, status, headers = self._signed(path, request, body, whole=whole)
        except WireError as error:
            data, status, headers = ErrorReply.of(error).encode(), ERRORS[error.code].status, {}
        except MalformedError as error:
            raise AssertionError("a parser let something out") from error
        return Reply(status, data, headers, len(body) + 200, len(data) + 200, 0.1)

    def _unsigned(self, path: str, body: bytes) -> bytes:
        devices = self.contents.devices
        if path == "/v1/enrol":
            asked = EnrolRequest.decode(body)
            if asked.code != CODE:
                raise WireError("enrol.code-unknown")
            name = next((name for name, each in devices.items() if each.key == asked.public_key), None)
            name = name or self._new_device(Device(asked.public_key, asked.library_id, asked.device_id))
            self.contents.libraries.setdefault(asked.library_id, LibraryThere())
            return EnrolReply(name, TEAM, challenge="c0" if self.merges else None).encode()
        if path == "/v1/devices/rekey":
            rekey = RekeyRequest.decode(body)
            former = self._device(rekey.former)
            if not rekey.is_by(former.key, hq=HQ):
                raise WireError("auth.refused")
            for name, each in devices.items():
                if each.key == rekey.public_key:
                    if each.library_device != rekey.device_id:
                        raise WireError("device.key-taken")
                    return EnrolReply(name, TEAM).encode()
            return EnrolReply(
                self._new_device(Device(rekey.public_key, rekey.library_id, rekey.device_id)), TEAM
            ).encode()
        if path == "/v1/auth/challenge":
            DeviceRequest.decode(body)
            return Challenge("c1", 60).encode()
        token = TokenRequest.decode(body)
        if not token.is_by(public_key := self._device(token.device).key, hq=HQ):
            raise WireError("auth.refused")
        heard = None
        if self.merges and token.hello is not None:
            heard = self._hello(self.contents.libraries[self._device(token.device).library], token.hello)
        return Tokens(f"{token.device} {public_key.hex()}", "refresh", 60, heard).encode()

    def _new_device(self, device: Device) -> str:
        self.enrolled += 1
        name = f"device{self.enrolled}"
        self.contents.devices[name] = device
        return name

    def _device(self, name: str) -> Device:
        if name not in self.contents.devices:
            raise WireError("device.unknown")
        if self.contents.devices[name].revoked:
            raise WireError("device.revoked")
        return self.contents.devices[name]

    def _signed(
        self, path: str, request: Request, body: bytes, *, whole: bool
    ) -> tuple[bytes, int, dict[str, str]]:
        token = request.headers.get("authorization", "").removeprefix("Bearer ").split(" ")
        if self.tokens_expire or not token[0]:
            self.tokens_expire = False
            raise WireError("auth.expired")
        device = self._device(token[0])
        there = self.contents.libraries[device.library]
        if path == "/v1/sync/stream":
            return have_reply(self._stream(there, body, whole=whole)), 200, {}
        if path == "/v1/blobs/pack":
            return self._pack(request, body, whole=whole), 200, {}
        if path.startswith("/v1/blobs/") and request.method == "PATCH":
            return b"", 204, self._piece(path.rpartition("/")[2], request, body)
        if not whole:
            return b"", 400, {}
        if path == "/v1/sync/hello":
            return self._hello(there, Hello.decode(body)).encode(), 200, {}
        if path == "/v1/sync/changes":
            return have_reply(self._changes(there, Batch.decode(body))), 200, {}
        if path == "/v1/sync/down":
            values = dict(part.split("=") for part in request.path.split("?")[1].split("&"))
            return self._down(device, there, Position(int(values["after"]), values["hash"])), 200, {}
        if path == "/v1/sync/down/ack":
            there.acknowledged = max(there.acknowledged, ack_of(body).seq)
            return b"", 204, {}
        if path == "/v1/blobs/have":
            return self._have(HaveRequest.decode(body)), 200, {}
        if path == "/v1/sync/receipt":
            return self._receipt(device, there, ReceiptRequest.decode(body)), 200, {}
        raise WireError("not-found")

    def _hello(self, there: LibraryThere, hello: Hello) -> HelloReply:
        stream, have = self._line(there, hello)
        told = stream.twin == (hello.device, hello.epoch)
        known = {entry.seq: entry.hash for entry in there.down} | {0: BEGINNING.hash}
        same = [each for each in (hello.down, *hello.down_checkpoints) if known.get(each.seq) == each.hash]
        return HelloReply(
            HQ, self.epoch, stream.id, have, stream.backed_up, there.down_head,
            max(same, key=lambda each: each.seq), self.limits, told, "cloned" if told else "",
        )  # fmt: skip

    def _line(self, there: LibraryThere, hello: Hello) -> tuple[Stream, Position]:
        def common(stream: Stream) -> Position:
            return next(each for each in hello.checkpoints if stream.at(each.seq) == each.hash)

        def parts(stream: Stream) -> bool:
            known = [each for each in hello.checkpoints if each.seq <= len(stream.entries)]
            return len(stream.entries) > hello.tip.seq or any(
                stream.at(each.seq) != each.hash for each in known
            )

        if not there.streams:
            there.streams.append(Stream("s1"))
        fitting = [stream for stream in there.streams if not parts(stream)]
        if fitting:
            best = max(fitting, key=lambda stream: common(stream).seq)
            return best, common(best)
        best = max(there.streams, key=lambda stream: common(stream).seq)
        have = common(best)
        twin = any(
            (entry.device, entry.epoch) == (hello.device, hello.epoch)
            for stream in there.streams
            for entry in stream.entries[have.seq :]
        )
        branch = Stream(
            f"s{len(there.streams) + 1}",
            best.entries[: have.seq],
            (hello.device, hello.epoch) if twin else None,
            min(best.backed_up, have.seq),
        )
        there.streams.append(branch)
        return branch, have

    def _changes(self, there: LibraryThere, batch: Batch) -> Position:
        stream = next((each for each in there.streams if each.id == batch.stream), None)
        if stream is None:
            raise WireError("sync.stream-unknown")
        have = {"have": stream.head.to_json()}
        if batch.after.seq > stream.head.seq:
            raise WireError("sync.gap", details=have)
        for place in (batch.after, *(entry.position for entry in batch.entries)):
            if place.seq <= stream.head.seq and stream.at(place.seq) != place.hash:
                raise WireError("sync.forked", details=have)
        known = set(self.applied)
        for entry in batch.entries[max(0, stream.head.seq - batch.after.seq) :]:
            stream.entries.append(entry)
            if entry.hash not in known:
                self.applied.append(entry.hash)
        return stream.head

    def _stream(self, there: LibraryThere, body: bytes, *, whole: bool) -> Position:
        reader, have = BatchReader(), BEGINNING
        for batch in reader.feed(body):
            have = self._changes(there, batch)
        if whole:
            reader.end()
        return have

    def _down(self, device: Device, there: LibraryThere, after: Position) -> bytes:
        if after.seq and (after.seq > len(there.down) or there.down[after.seq - 1].hash != after.hash):
            raise WireError("down.unknown")
        entries = there.down[after.seq : after.seq + 2]
        return DownBatch.sign(
            after, entries, there.down_head, hq=HQ, team=TEAM, library=device.library, private_key=SIGNING_KEY
        ).encode()

    def _named(self) -> set[str]:
        return {
            sha256
            for there in self.contents.libraries.values()
            for stream in there.streams
            for entry in stream.entries
            for sha256, _tier in entry.named_blobs()
        }

    def _have(self, asked: HaveRequest) -> bytes:
        contents = self.contents
        named = self._named()
        missing = [blob for blob in asked.blobs if blob.sha256 in named and blob.sha256 not in contents.blobs]
        return HaveReply(
            tuple((blob.sha256, len(contents.parts.get(blob.sha256, b""))) for blob in missing),
            tuple((blob.sha256, "blob.unwanted") for blob in asked.blobs if blob.sha256 not in named),
        ).encode()

    def _pack(self, request: Request, body: bytes, *, whole: bool) -> bytes:
        reader, stored, refused = FrameReader(compressed=request.content_type == ZSTD_PACK), [], []
        for frame in reader.feed(body):
            if frame.sha256 in self._named():
                self.contents.blobs[frame.sha256] = frame.content
                stored.append(frame.sha256)
            else:
                refused.append((frame.sha256, "blob.unwanted"))
        if whole:
            reader.end()
        return PackReply(tuple(stored), tuple(refused)).encode()

    def _piece(self, sha256: str, request: Request, body: bytes) -> dict[str, str]:
        import hashlib

        if sha256 not in self._named():
            raise WireError("blob.unwanted")
        if sha256 in self.contents.blobs:
            return {"upload-offset": str(len(self.contents.blobs[sha256]))}
        part = self.contents.parts.setdefault(sha256, bytearray())
        if int(request.headers["upload-offset"]) != len(part):
            raise WireError("blob.offset", details={"offset": len(part)})
        part += body
        if len(part) == int(request.headers["upload-length"]):
            if hashlib.sha256(part).hexdigest() != sha256:
                del self.contents.parts[sha256]
                raise WireError("blob.damaged")
            self.contents.blobs[sha256] = bytes(self.contents.parts.pop(sha256))
            return {"upload-offset": str(len(self.contents.blobs[sha256]))}
        return {"upload-offset": str(len(part))}

    def _receipt(self, device: Device, there: LibraryThere, asked: ReceiptRequest) -> bytes:
        stream = next((each for each in there.streams if each.id == asked.stream), None)
        if stream is None:
            raise WireError("sync.stream-unknown")
        if asked.seq > len(stream.entries):
            raise WireError("receipt.behind")
        safe = set(self.backup.blobs) if self.backup is not None else set()
        blobs = sorted(set(asked.blobs) & set(self.contents.blobs))
        receipt = Receipt(
            HQ, self.epoch, TEAM, device.library, stream.id, Position(asked.seq, stream.at(asked.seq) or ""),
            tuple(blobs), min(stream.backed_up, asked.seq), tuple(sha for sha in blobs if sha in safe),
            "2026-11-21T10:00:00.000Z",
        )  # fmt: skip
        return SignedReceipt.sign(receipt, SIGNING_KEY).encode()


def forged(reply: Reply) -> Reply:
    """A receipt that somebody else signed."""
    signed = SignedReceipt.decode(reply.body)
    return replace(reply, body=SignedReceipt.sign(signed.receipt, bytes(32)).encode())
