"""Packs made on the spot, whole, with networks that ONNX Runtime opens; signers with their own keys."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from engine.packs.installer import TRUST, Consent, Installer
from engine.packs.networks import NetworkHead, smallest_network
from engine.packs.trust import Anchors
from engine.packs.trust.anchors import NAME_FIELD

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
YES = Consent(licence=True, unsigned=True, expired=True)
PRECISION = {
    "variants": {"image_encoder": "int8", "text_encoder": "int8"},
    "measured": {"peak_bytes": 300_000_000},
}


def network(number: int = 0) -> bytes:
    """A network that ONNX Runtime opens, another one for each number."""
    head = NetworkHead(8, {"": 13})
    # Field 6 of a model is its documentation: it makes networks differ.
    return (
        smallest_network(head) + b"\x32" + bytes([20]) + f"network number {number:05}".encode()[:20].ljust(20)
    )


def write_pack(
    folder: Path, *, version: int = 1, name: str = "finder", files: dict[str, bytes] | None = None, **changes
) -> Path:
    """Write a pack of a dual encoder and return its folder."""
    files = files or {
        "image.onnx": network(version),
        "text.onnx": network(1000 + version),
        "weights.data": b"w" * 3_000_000 + bytes([version % 256]),
        "tokenizer.json": b"{}",
        "LICENSE.txt": b"You may use it.",
    }
    manifest = {
        "format": 2,
        "name": name,
        "version": version,
        "recipe": f"by hand {version}",
        "licence": "MIT",
        "licence_file": "LICENSE.txt",
        "source": {"package": "nobody/finder", "version": "1", "files": {}},
        "files": {
            each: {"sha256": hashlib.sha256(content).hexdigest(), "byte_size": len(content)}
            for each, content in files.items()
        },
        "models": {
            "image": {
                "variants": {"int8": "image.onnx"},
                "default": "int8",
                "companions": {"int8": ["weights.data"]},
            },
            "text": {"variants": {"int8": "text.onnx"}, "default": "int8"},
        },
        "title": "Finder",
        "tasks": ["embed", "triage"],
        "image_text": {
            "family": "dual-encoder",
            "components": {"image_encoder": "image", "text_encoder": "text"},
            "precisions": {"int8": PRECISION},
            "default_precision": "int8",
            "preprocess": {"mode": "exact", "size": [224, 224]},
            "text": {"max_length": 77},
        },
    } | changes
    folder.mkdir(parents=True, exist_ok=True)
    for each, content in files.items():
        (folder / each).write_bytes(content)
    (folder / "pack.json").write_text(json.dumps(manifest))
    return folder


@pytest.fixture
def brought(tmp_path) -> Path:
    """A folder as it lies on a stick, with an unsigned pack."""
    return write_pack(tmp_path / "stick" / "finder")


@pytest.fixture
def packs(tmp_path) -> Path:
    return tmp_path / "packs"


@pytest.fixture
def anchors(packs) -> Anchors:
    return Anchors(packs / TRUST, now=lambda: NOW)


@pytest.fixture
def installer(packs, anchors) -> Installer:
    return Installer(packs, anchors, now=lambda: NOW, available=lambda: 8_000_000_000)


@dataclass
class Signer:
    """An organisation that signs packs: keys for each role, and a chain of roots."""

    name: str = "Headquarters"
    threshold: int = 1
    version: int = 1
    expires: datetime = NOW + timedelta(days=365)
    keys: dict[str, list[CryptoSigner]] = field(default_factory=dict)
    roots: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        count = max(self.threshold, 1)
        self.keys = self.keys or {
            role: [CryptoSigner.generate_ed25519() for _ in range(count)]
            for role in ("root", "timestamp", "snapshot", "targets")
        }
        if not self.roots:
            self.renew_root(by=self.keys["root"])

    def renew_root(self, *, by: list[CryptoSigner], **new_keys: list[CryptoSigner]) -> None:
        """Make the next root of the chain, with other keys for some roles."""
        self.keys |= new_keys
        root = Root(version=len(self.roots) + 1, expires=self.expires, consistent_snapshot=False)
        root.unrecognized_fields[NAME_FIELD] = self.name
        for role, signers in self.keys.items():
            for signer in signers:
                root.add_key(signer.public_key, role)
            root.roles[role].threshold = self.threshold
        metadata = Metadata(root)
        for signer in {each.public_key.keyid: each for each in [*by, *self.keys["root"]]}.values():
            metadata.sign(signer, append=True)
        self.roots.append(metadata.to_bytes())

    def sign(
        self, folder: Path, *, target: Callable[[bytes], bytes] = bytes, signatures: int | None = None
    ) -> Path:
        """Sign the pack in a folder."""
        name = json.loads((folder / "pack.json").read_bytes())["name"]
        content = target((folder / "pack.json").read_bytes())
        path = f"{name}/pack.json"
        facts = TargetFile.from_data(path, content, ["sha256"])
        targets = self._signed(
            Targets(self.version, None, self.expires, {path: facts}), "targets", signatures
        )
        snapshot = self._signed(
            Snapshot(
                self.version,
                None,
                self.expires,
                {"targets.json": MetaFile.from_data(self.version, targets, ["sha256"])},
            ),
            "snapshot",
            signatures,
        )
        timestamp = self._signed(
            Timestamp(
                self.version, None, self.expires, MetaFile.from_data(self.version, snapshot, ["sha256"])
            ),
            "timestamp",
            signatures,
        )
        home = folder / "metadata"
        home.mkdir(exist_ok=True)
        for number, root in enumerate(self.roots, start=1):
            (home / f"{number}.root.json").write_bytes(root)
        for role, held in (("targets", targets), ("snapshot", snapshot), ("timestamp", timestamp)):
            (home / f"{role}.json").write_bytes(held)
        return folder

    def _signed(self, part: Targets | Snapshot | Timestamp, role: str, signatures: int | None) -> bytes:
        metadata = Metadata(part)
        for signer in self.keys[role][:signatures]:
            metadata.sign(signer, append=True)
        return metadata.to_bytes()


@pytest.fixture
def signer() -> Signer:
    return Signer()
