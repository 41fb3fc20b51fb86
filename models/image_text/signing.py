"""Signs packs with The Update Framework (TUF), from files alone, as ``engine.packs.trust`` reads it.

An organisation has a folder of keys, each locked with a passphrase. Root keys belong to people, and several
of them must sign whom to trust; a key for releases signs packs. New versions of the program are signed by
keys of their own, of which there are none until somebody makes them. A stolen key is replaced by a new
root, which computers follow from the one that they know. Keep root keys away from the computer that makes
packs, and keys for programs away from whoever makes packs alone.
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
from engine.packs.trust.uses import PROGRAMS_FIELD, ProgramKeys, Use, program_keys

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

    def create(
        self,
        name: str,
        people: int,
        threshold: int,
        ask: AskPassphrase,
        *,
        programs: int = 0,
        programs_threshold: int = 1,
    ) -> bytes:
        """Make the keys and the first root, and return that.

        Args:
            name: Of the organisation, as people will see it.
            people: How many have a root key.
            threshold: How many of them must sign a root.
            ask: Gives the passphrase of each new key.
            programs: How many people have a key for new versions of the program; 0 for packs alone.
            programs_threshold: How many of them must sign each version.

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
        state = {"name": name, "threshold": threshold, "people": people, "signed": 0}
        if programs:
            _refuse_threshold(programs_threshold, programs)
            state |= {"program_keys": programs, "program_threshold": programs_threshold}
        names = (*_root_names(people), RELEASE_KEY, *_program_names(programs))
        # Before anything is written: whoever gives up at the last passphrase leaves no half of the keys.
        given = {name: _long_enough(ask(name)) for name in names}
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        for name in names:
            self._make_key(name, given.__getitem__)
        self._write_state(state)
        return self.renew_root(given.__getitem__)

    def create_program_keys(
        self, keys: int, threshold: int, ask: AskPassphrase, ask_new: AskPassphrase
    ) -> bytes:
        """Make keys that sign programs, in place of those that did so, and the root that lists them.

        Args:
            keys: How many people have one.
            threshold: How many of them must sign each program.
            ask: Gives the passphrases of the root keys.
            ask_new: Gives the passphrase of each new key.

        Raises:
            SigningError: The numbers make no sense, or not enough root keys are in the folder.
        """
        _refuse_threshold(threshold, keys)
        state = self._state()
        signers = self._root_signers(state, ask)  # first: who cannot sign a root loses no key
        # Before the old keys go: whoever gives up at the last passphrase must still have them.
        given = {name: _long_enough(ask_new(name)) for name in _program_names(keys)}
        for old in _program_names(state.get("program_keys", 0)):
            self._file(old).unlink(missing_ok=True)
        for name in given:
            self._make_key(name, given.__getitem__)
        self._write_state({**state, "program_keys": keys, "program_threshold": threshold})
        return self._next_root(signers)

    def renew_root(self, ask: AskPassphrase, *, replace_release_key: bool = False) -> bytes:
        """Make the next root: with a new time of expiry, or another release key. Return it.

        Raises:
            SigningError: Not enough root keys are in the folder.
        """
        signers = self._root_signers(self._state(), ask)
        if replace_release_key:
            # Only now: who cannot sign a root must not lose the key that is in use.
            given = _long_enough(ask(RELEASE_KEY))
            self._file(RELEASE_KEY).unlink(missing_ok=True)
            self._make_key(RELEASE_KEY, lambda _name: given)
        return self._next_root(signers)

    def _root_signers(self, state: Mapping[str, Any], ask: AskPassphrase) -> list[CryptoSigner]:
        names = [name for name in _root_names(state["people"]) if self._file(name).exists()]
        if len(names) < state["threshold"]:
            raise SigningError(
                f"{len(names)} root keys are here, and {state['threshold']} must sign.",
                which=self.folder,
                remedy="Bring the keys of more people together in this folder.",
            )
        return [self._signer(name, ask) for name in names]

    def _next_root(self, signers: Sequence[CryptoSigner]) -> bytes:
        state = self._state()
        version = len(self.roots()) + 1
        root = Root(version=version, expires=self._in(ROOT_DAYS), consistent_snapshot=False)
        root.unrecognized_fields[NAME_FIELD] = state["name"]
        for name in _root_names(state["people"]):
            root.add_key(self._public(name), Root.type)
        root.roles[Root.type].threshold = state["threshold"]
        for role in RELEASE_ROLES:
            root.add_key(self._public(RELEASE_KEY), role)
        for_programs = [self._public(name) for name in _program_names(state.get("program_keys", 0))]
        if for_programs:
            root.keys.update({each.keyid: each for each in for_programs})
            listed = ProgramKeys(tuple(each.keyid for each in for_programs), state["program_threshold"])
            root.unrecognized_fields[PROGRAMS_FIELD] = listed.to_field()
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
        self, path: str, content: bytes, ask: AskPassphrase, *, at_least: int = 1, use: Use = Use.PACKS
    ) -> dict[str, bytes]:
        """Sign one file, and return the files of metadata that vouch for it by name, the roots among them.

        Args:
            path: Under which the metadata name it, such as ``NAME/pack.json``.
            content: Of the file.
            ask: Gives the passphrases of the keys that sign.
            at_least: Number of the signature, unless this folder has counted further. Whoever signs with
                copies of the folder, which count each for itself, gives later things higher numbers by it.
            use: What it is: packs are signed by the release key, programs by keys of their own.

        Raises:
            SigningError: A key is missing or stays locked, or there is no root that knows it.
        """
        state, roots = self._state(), self.roots()
        if not roots:
            raise SigningError(
                "There is no root in this folder that could be trusted.",
                which=self.folder / ROOTS,
                remedy="Bring the folder back, or run 'models sign root renew'.",
            )
        counted = "signed" if use is Use.PACKS else "signed_programs"
        signers, version = self._signers_for(use, ask), max(state.get(counted, 0) + 1, at_least)
        expires = self._in(RELEASE_DAYS)
        targets = _signed(
            Targets(version, None, expires, {path: TargetFile.from_data(path, content, ["sha256"])}), signers
        )
        meta = {"targets.json": MetaFile.from_data(version, targets, ["sha256"])}
        snapshot = _signed(Snapshot(version, None, expires, meta), signers)
        stamp = MetaFile.from_data(version, snapshot, ["sha256"])
        timestamp = _signed(Timestamp(version, None, expires, stamp), signers)
        self._write_state({**state, counted: version})
        return {
            **{f"{number}.root.json": root for number, root in enumerate(roots, start=1)},
            "targets.json": targets,
            "snapshot.json": snapshot,
            "timestamp.json": timestamp,
        }

    def _signers_for(self, use: Use, ask: AskPassphrase) -> list[CryptoSigner]:
        """Return the keys here that the newest root lists for a use, as many as must sign at least."""
        newest = Metadata[Root].from_bytes(self.roots()[-1]).signed
        if use is Use.PACKS:
            signer = self._signer(RELEASE_KEY, ask)
            if signer.public_key.keyid not in newest.roles[Targets.type].keyids:
                raise SigningError(
                    "The newest root does not know this release key.", remedy="Renew the root first."
                )
            return [signer]
        listed = program_keys(newest)
        if listed is None:
            raise SigningError(
                "The newest root lists no keys for programs: whoever trusts it takes packs from you, and no"
                " new versions of Sanduku.",
                which=self.folder,
                remedy="Make keys for programs once: 'models sign keys programs --keys KEYS'. The people with"
                " root keys are needed for that.",
            )
        names = [
            name for name in _program_names(self._state().get("program_keys", 0)) if self._file(name).exists()
        ]
        signers = [
            each
            for each in (self._signer(name, ask) for name in names)
            if each.public_key.keyid in listed.ids
        ]
        if len(signers) < listed.threshold:
            raise SigningError(
                f"{len(signers)} keys for programs are here, and {listed.threshold} must sign.",
                which=self.folder,
                remedy="Bring the keys of more people together in this folder.",
            )
        return signers

    def _make_key(self, name: str, ask: AskPassphrase) -> None:
        passphrase = _long_enough(ask(name))
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


def _long_enough(passphrase: str) -> str:
    if len(passphrase) < SHORTEST:
        raise SigningError("The passphrase is too short.", remedy=f"Take {SHORTEST} characters or more.")
    return passphrase


def _refuse_threshold(threshold: int, keys: int) -> None:
    if not 1 <= threshold <= keys:
        raise SigningError(
            f"{threshold} of {keys} keys for programs cannot sign.", remedy="Let one key sign, or 2 of 3."
        )


def _program_names(keys: int) -> list[str]:
    return [f"programs-{number}" for number in range(1, keys + 1)]


def _signed(part: Any, signers: Sequence[CryptoSigner]) -> bytes:
    metadata = Metadata(part)
    for signer in signers:
        metadata.sign(signer, append=True)
    return metadata.to_bytes()
