"""Signs packs with The Update Framework (TUF), from files alone, as ``engine.packs.trust`` reads it.

An organisation has a folder of keys, each locked with a passphrase. Root keys belong to people, and several
of them must sign whom to trust; a key for releases signs packs. A stolen release key is replaced by a new
root, which computers follow from the one that they know. Keep root keys away from the computer that makes
packs.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner, SSlibKey  # type: ignore[attr-defined]
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from engine.errors import BadInputError
from engine.packs import MANIFEST_NAME, load_pack
from engine.packs.manifest import METADATA
from engine.packs.trust import read_root
from engine.packs.trust.anchors import NAME_FIELD

ROOT_DAYS, RELEASE_DAYS = 3 * 365, 365
STATE_FILE, ROOTS = "signer.json", "roots"
RELEASE_ROLES = (Targets.type, Snapshot.type, Timestamp.type)
RELEASE_KEY = "release"
SHORTEST = 12

AskPassphrase = Callable[[str], str]
"""Given the name of a key, returns its passphrase."""


class SigningError(BadInputError):
    """Keys are missing, locked with another passphrase, or too few for what is to be signed."""

    code = "models.signing"


@dataclass(frozen=True)
class Keys:
    """A folder with the keys of an organisation.

    Attributes:
        folder: Where they lie.
        now: The clock, in UTC.
    """

    folder: Path
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def create(self, name: str, people: int, threshold: int, ask: AskPassphrase) -> bytes:
        """Make the keys and the first root, and return that.

        Args:
            name: Of the organisation, as people will see it.
            people: How many have a root key.
            threshold: How many of them must sign a root.
            ask: Gives the passphrase of each new key.

        Raises:
            SigningError: There are keys already, or the numbers make no sense.
        """
        if (self.folder / STATE_FILE).exists() or any(self.folder.glob("*.pem")):
            raise SigningError(
                "There are keys in this folder already.", which=self.folder, remedy="Name another."
            )
        if not 1 <= threshold <= people:
            raise SigningError(
                f"{threshold} of {people} people cannot sign.",
                remedy="Let 2 of 3 sign: then one key can be lost.",
            )
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        for key in (*_root_names(people), RELEASE_KEY):
            self._make_key(key, ask)
        self._write_state({"name": name, "threshold": threshold, "people": people, "signed": 0})
        return self.renew_root(ask)

    def renew_root(self, ask: AskPassphrase, *, replace_release_key: bool = False) -> bytes:
        """Make the next root: with a new time of expiry, or another release key. Return it.

        Raises:
            SigningError: Not enough root keys are in the folder.
        """
        state = self._state()
        names = [name for name in _root_names(state["people"]) if self._file(name).exists()]
        if len(names) < state["threshold"]:
            raise SigningError(
                f"{len(names)} root keys are here, and {state['threshold']} must sign.",
                which=self.folder,
                remedy="Bring the keys of more people together in this folder.",
            )
        signers = [self._signer(name, ask) for name in names]
        if replace_release_key:
            # Only now: who cannot sign a root must not lose the key that is in use.
            self._file(RELEASE_KEY).unlink(missing_ok=True)
            self._make_key(RELEASE_KEY, ask)
        version = len(self.roots()) + 1
        root = Root(version=version, expires=self._in(ROOT_DAYS), consistent_snapshot=False)
        root.unrecognized_fields[NAME_FIELD] = state["name"]
        for name in _root_names(state["people"]):
            root.add_key(self._public(name), Root.type)
        root.roles[Root.type].threshold = state["threshold"]
        for role in RELEASE_ROLES:
            root.add_key(self._public(RELEASE_KEY), role)
        metadata = Metadata(root)
        for signer in signers:
            metadata.sign(signer, append=True)
        content = metadata.to_bytes()
        read_root(content, self.folder)  # what we give out, we can read
        home = self.folder / ROOTS
        home.mkdir(exist_ok=True)
        (home / f"{version}.root.json").write_bytes(content)
        return content

    def roots(self) -> Sequence[bytes]:
        """Return all roots, the first one first."""
        found, number = [], 1
        while (path := self.folder / ROOTS / f"{number}.root.json").exists():
            found.append(path.read_bytes())
            number += 1
        return found

    def sign(self, pack: Path, ask: AskPassphrase) -> Path:
        """Sign the pack in a folder; its folder ``metadata`` is written anew.

        Raises:
            SigningError: The release key is missing or stays locked, or there is no root that knows it.
            engine.packs.PackDamagedError: The pack is not whole.
        """
        loaded = load_pack(pack)
        loaded.verify()
        content = (pack / MANIFEST_NAME).read_bytes()
        signed = self.sign_file(f"{loaded.manifest.name}/{MANIFEST_NAME}", content, ask)
        home = pack / METADATA
        home.mkdir(exist_ok=True)
        for name, held in signed.items():
            (home / name).write_bytes(held)
        return home

    def sign_file(
        self, path: str, content: bytes, ask: AskPassphrase, *, at_least: int = 1
    ) -> dict[str, bytes]:
        """Sign one file, and return the files of metadata that vouch for it by name, the roots among them.

        Args:
            path: Under which the metadata name it, such as ``NAME/pack.json``.
            content: Of the file.
            ask: Gives the passphrase of the release key.
            at_least: Number of the signature, unless this folder has counted further. Whoever signs with
                copies of the folder, which count each for itself, gives later things higher numbers by it.

        Raises:
            SigningError: The release key is missing or stays locked, or there is no root that knows it.
        """
        state, roots = self._state(), self.roots()
        if not roots:
            raise SigningError(
                "There is no root in this folder that could be trusted.",
                which=self.folder / ROOTS,
                remedy="Bring the folder back, or run 'models sign root renew'.",
            )
        signer, version = self._signer(RELEASE_KEY, ask), max(state["signed"] + 1, at_least)
        if signer.public_key.keyid not in Metadata[Root].from_bytes(roots[-1]).signed.keys:
            raise SigningError(
                "The newest root does not know this release key.", remedy="Renew the root first."
            )
        expires = self._in(RELEASE_DAYS)
        targets = _signed(
            Targets(version, None, expires, {path: TargetFile.from_data(path, content, ["sha256"])}), signer
        )
        meta = {"targets.json": MetaFile.from_data(version, targets, ["sha256"])}
        snapshot = _signed(Snapshot(version, None, expires, meta), signer)
        stamp = MetaFile.from_data(version, snapshot, ["sha256"])
        timestamp = _signed(Timestamp(version, None, expires, stamp), signer)
        self._write_state({**state, "signed": version})
        return {
            **{f"{number}.root.json": root for number, root in enumerate(roots, start=1)},
            "targets.json": targets,
            "snapshot.json": snapshot,
            "timestamp.json": timestamp,
        }

    def _make_key(self, name: str, ask: AskPassphrase) -> None:
        passphrase = ask(name)
        if len(passphrase) < SHORTEST:
            raise SigningError("The passphrase is too short.", remedy=f"Take {SHORTEST} characters or more.")
        key = Ed25519PrivateKey.generate()
        locked = serialization.BestAvailableEncryption(passphrase.encode())
        path = self._file(name)
        path.touch(mode=0o600)
        path.write_bytes(
            key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
        )
        public = key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        path.with_suffix(".pub").write_bytes(public)

    def _signer(self, name: str, ask: AskPassphrase) -> CryptoSigner:
        path = self._file(name)
        try:
            key = serialization.load_pem_private_key(path.read_bytes(), ask(name).encode())
        except FileNotFoundError:
            raise SigningError(
                f"The key '{name}' is not in the folder.", which=self.folder, remedy="Bring its file here."
            ) from None
        except ValueError:
            raise SigningError(
                f"The passphrase does not open the key '{name}'.", remedy="Try again."
            ) from None
        assert isinstance(key, Ed25519PrivateKey), type(key)
        return CryptoSigner(key)

    def _public(self, name: str) -> SSlibKey:
        public = serialization.load_pem_public_key(self._file(name).with_suffix(".pub").read_bytes())
        return SSlibKey.from_crypto(public)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.pem"

    def _in(self, days: int) -> datetime:
        return (self.now() + timedelta(days=days)).replace(microsecond=0)

    def _state(self) -> Mapping[str, Any]:
        try:
            found = json.loads((self.folder / STATE_FILE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise SigningError(
                "There are no keys in this folder.",
                which=self.folder,
                remedy="Make them with 'models sign keys create'.",
            ) from None
        return dict(found)

    def _write_state(self, state: Mapping[str, Any]) -> None:
        path = self.folder / STATE_FILE
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")
        draft.replace(path)


def _root_names(people: int) -> list[str]:
    return [f"root-{number}" for number in range(1, people + 1)]


def _signed(part: Any, signer: CryptoSigner) -> bytes:
    metadata = Metadata(part)
    metadata.sign(signer)
    return metadata.to_bytes()
