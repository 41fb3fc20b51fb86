"""The library's data key, and the ways to unwrap it.

A random 32-byte data key encrypts everything. It is kept only wrapped (AES-256-GCM), once for each way to
open the library: a passphrase, the recovery key, a secret in the operating system's keyring, or a secret in a
key file beside the library. The wrapped keys lie in ``keys.json``; to change the passphrase rewrites that
file and nothing else. This module knows nothing of databases.
"""

import base64
import json
import os
import secrets
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from engine.library.crypt import derive
from engine.library.disk import Disk
from engine.library.errors import (
    CorruptLibraryError,
    KeyLostError,
    LibraryLockedError,
    LibraryTooNewError,
    LibraryUnreachableError,
    NotALibraryError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from engine.library.keystore import KeyStore
from engine.library.recovery import new_recovery_key, parse_recovery_key

KEYS_FILE = "keys.json"
KEY_FILE = "library.key"
FORMAT = 1
SHORTEST_PASSPHRASE = 8
_MOST_COST = {"iterations": 100, "lanes": 64, "memory_cost": 4 * 1024 * 1024}
"""Whoever alters the file must not be able to make it eat all memory or take for ever."""
_ARGON2 = {"iterations": 3, "lanes": 4, "memory_cost": 64 * 1024}


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to unwrap the data key.

    Attributes:
        kind: ``passphrase``, ``recovery``, ``keyring`` or ``file``.
        wrapped: Nonce and sealed data key.
        salt: For the passphrase's derivation.
        cost: Parameters of Argon2id, kept so that they can grow in later versions.
    """

    kind: str
    wrapped: bytes
    salt: bytes = b""
    cost: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KeyRing:
    """What ``keys.json`` holds.

    Attributes:
        library_id: The library that it belongs to.
        encrypted: Whether there is a data key at all.
        slots: The ways to unwrap it.
        restored: Whether the library was restored from a backup and not opened since.
    """

    library_id: str
    encrypted: bool
    slots: tuple[Slot, ...] = ()
    restored: bool = False

    def slot(self, kind: str) -> Slot | None:
        """Return the slot of a kind, or None."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, slot: Slot) -> "KeyRing":
        """Return the ring with one slot added, in place of the one of its kind."""
        return replace(self, slots=(*(held for held in self.slots if held.kind != slot.kind), slot))

    def without_slot(self, kind: str) -> "KeyRing":
        """Return the ring without the slot of a kind."""
        return replace(self, slots=tuple(held for held in self.slots if held.kind != kind))


class Keys:
    """Makes, finds and changes the ways to open one library."""

    def __init__(self, folder: Path, store: KeyStore, disk: Disk) -> None:
        """Look after the keys in a library's folder.

        Args:
            folder: The library.
            store: The operating system's keyring.
            disk: How to write.
        """
        self._folder = folder
        self._store = store
        self._disk = disk

    def load(self) -> KeyRing:
        """Read ``keys.json``.

        Raises:
            NotALibraryError: There is none.
            CorruptLibraryError: It cannot be understood.
            LibraryTooNewError: A later version wrote it.
        """
        path = self._folder / KEYS_FILE
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["format"] > FORMAT:
                raise LibraryTooNewError(
                    "A later version of Sanduku made this library.",
                    which=self._folder,
                    remedy="Install the latest Sanduku and open it again.",
                )
            return _ring_from_json(data)
        except (FileNotFoundError, NotADirectoryError):
            if any(self._folder.glob("library.*")):
                # Never an empty place: what lies here would be taken for nothing, and begun anew.
                raise CorruptLibraryError(
                    "The file with the library's keys is missing.",
                    which=path,
                    remedy="Copy keys.json from a backup of this library into the folder.",
                ) from None
            raise NotALibraryError(
                "There is no library in this folder.",
                which=self._folder,
                remedy="Check the folder's name, or begin a new library there.",
            ) from None
        except OSError as error:
            raise LibraryUnreachableError(
                f"The file with the library's keys cannot be read ({error.strerror or error}).",
                which=path,
                remedy="Check that the disk is connected and that you may read the folder.",
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise CorruptLibraryError(
                "The file with the library's keys is damaged.",
                which=path,
                remedy="Copy keys.json from a backup of this library into the folder.",
            ) from error

    def save(self, ring: KeyRing) -> None:
        """Write ``keys.json`` atomically and durably."""
        self._disk.write_file(self._folder / KEYS_FILE, _text_of(ring))

    def for_backup(self) -> bytes:
        """Return ``keys.json`` as it goes into a backup: without the key file, which stays here."""
        ring = replace(self.load().without_slot("file"), restored=True)
        return _text_of(ring)

    def with_passphrase(self, ring: KeyRing, data_key: bytes, passphrase: str) -> KeyRing:
        """Return the ring with a slot for a passphrase, in place of any earlier one.

        Raises:
            WeakPassphraseError: The passphrase is too short.
        """
        if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
            raise WeakPassphraseError(
                f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters.",
                remedy="Use several words that you can remember.",
            )
        salt, cost = os.urandom(16), tuple(_ARGON2.items())
        wrapping = _from_passphrase(passphrase, salt, cost)
        return ring.with_slot(Slot("passphrase", _wrap(ring, "passphrase", wrapping, data_key), salt, cost))

    def with_recovery_key(self, ring: KeyRing, data_key: bytes) -> tuple[KeyRing, str]:
        """Return the ring with a slot for a new recovery key, and the key as it is printed."""
        printed = new_recovery_key()
        wrapping = derive(printed.encode(), "sanduku recovery key")
        return ring.with_slot(Slot("recovery", _wrap(ring, "recovery", wrapping, data_key))), printed

    def with_keyring(self, ring: KeyRing, data_key: bytes) -> KeyRing | None:
        """Return the ring with a slot for the system's keyring, or None where there is no usable one."""
        secret = secrets.token_bytes(32)
        if not self._store.put(ring.library_id, base64.b64encode(secret).decode()):
            return None
        return ring.with_slot(Slot("keyring", _wrap(ring, "keyring", secret, data_key)))

    def with_key_file(self, ring: KeyRing, data_key: bytes) -> KeyRing:
        """Write a key file that only this user can read, and return the ring with a slot for it."""
        secret = secrets.token_bytes(32)
        self._disk.write_file(self._folder / KEY_FILE, base64.b64encode(secret) + b"\n")
        return ring.with_slot(Slot("file", _wrap(ring, "file", secret, data_key)))

    def remove_key_file(self) -> None:
        """Remove the key file, where there is one."""
        (self._folder / KEY_FILE).unlink(missing_ok=True)

    def unlock(
        self, ring: KeyRing, *, passphrase: str | None = None, recovery_key: str | None = None
    ) -> bytes:
        """Return the data key.

        With neither passphrase nor recovery key, the keyring is asked and then the key file.

        Raises:
            WrongPassphraseError: The passphrase does not fit, or the library has none.
            WrongRecoveryKeyError: The recovery key is mistyped or does not fit.
            KeyLostError: What this computer kept is gone or does not fit, and there is no passphrase.
            LibraryLockedError: A passphrase is needed.
        """
        if passphrase is not None:
            return self._by_passphrase(ring, passphrase)
        if recovery_key is not None:
            return self._by_recovery_key(ring, recovery_key)
        for kind, secret in (("keyring", self._from_keyring), ("file", self._from_file)):
            slot = ring.slot(kind)
            wrapping = secret(ring) if slot else None
            data_key = _unwrap(ring, slot, wrapping) if slot and wrapping else None
            if data_key is not None:
                return data_key
        if ring.slot("passphrase"):
            raise LibraryLockedError(
                "The library is locked.", which=self._folder, remedy="Give its passphrase or recovery key."
            )
        raise KeyLostError(
            "The key that this computer kept for the library is gone or does not fit.",
            which=self._folder,
            remedy="Open it with the printed recovery key, then set a new passphrase.",
        )

    def _by_passphrase(self, ring: KeyRing, passphrase: str) -> bytes:
        slot = ring.slot("passphrase")
        if slot is None:
            raise WrongPassphraseError(
                "This library has no passphrase.", which=self._folder, remedy="Open it without one."
            )
        data_key = _unwrap(ring, slot, _from_passphrase(passphrase, slot.salt, slot.cost))
        if data_key is None:
            raise WrongPassphraseError(
                "The passphrase is not right.",
                which=self._folder,
                remedy="Mind upper and lower case and the keyboard's language; or use the recovery key.",
            )
        return data_key

    def _by_recovery_key(self, ring: KeyRing, typed: str) -> bytes:
        slot = ring.slot("recovery")
        wrapping = derive(parse_recovery_key(typed).encode(), "sanduku recovery key")
        data_key = _unwrap(ring, slot, wrapping) if slot else None
        if data_key is None:
            raise WrongRecoveryKeyError(
                "This recovery key belongs to another library, or was replaced by a newer one.",
                which=self._folder,
                remedy="Look for the sheet that was printed last for this library.",
            )
        return data_key

    def _from_keyring(self, ring: KeyRing) -> bytes | None:
        return _decoded(self._store.get(ring.library_id))

    def _from_file(self, _ring: KeyRing) -> bytes | None:
        try:
            return _decoded((self._folder / KEY_FILE).read_text(encoding="ascii"))
        except (OSError, UnicodeDecodeError):
            return None


def _from_passphrase(passphrase: str, salt: bytes, cost: tuple[tuple[str, int], ...]) -> bytes:
    parameters = dict(cost)
    # The same passphrase typed on another keyboard can differ in its code points.
    plain = unicodedata.normalize("NFKC", passphrase.strip()).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=32,
        iterations=parameters["iterations"],
        lanes=parameters["lanes"],
        memory_cost=parameters["memory_cost"],
    ).derive(plain)


def _wrap(ring: KeyRing, kind: str, wrapping: bytes, data_key: bytes) -> bytes:
    nonce = os.urandom(12)
    return nonce + AESGCM(wrapping).encrypt(nonce, data_key, _label(ring, kind))


def _unwrap(ring: KeyRing, slot: Slot, wrapping: bytes) -> bytes | None:
    try:
        return AESGCM(wrapping).decrypt(slot.wrapped[:12], slot.wrapped[12:], _label(ring, slot.kind))
    except (InvalidTag, ValueError):
        return None


def _label(ring: KeyRing, kind: str) -> bytes:
    return f"sanduku data key {ring.library_id} {kind}".encode()


def _decoded(text: str | None) -> bytes | None:
    try:
        return base64.b64decode(text.strip(), validate=True) if text else None
    except ValueError:
        return None


def _text_of(ring: KeyRing) -> bytes:
    return (json.dumps(_ring_to_json(ring), indent=2) + "\n").encode()


def _ring_to_json(ring: KeyRing) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "library_id": ring.library_id,
        "encrypted": ring.encrypted,
        "restored": ring.restored,
        "slots": [
            {
                "kind": slot.kind,
                "wrapped": base64.b64encode(slot.wrapped).decode(),
                "salt": base64.b64encode(slot.salt).decode(),
                "cost": dict(slot.cost),
            }
            for slot in ring.slots
        ],
    }


def _ring_from_json(data: dict[str, Any]) -> KeyRing:
    return KeyRing(
        library_id=str(data["library_id"]),
        encrypted=bool(data["encrypted"]),
        restored=bool(data["restored"]),
        slots=tuple(
            Slot(
                kind=str(slot["kind"]),
                wrapped=base64.b64decode(slot["wrapped"], validate=True),
                salt=base64.b64decode(slot["salt"], validate=True),
                cost=_cost_from_json(slot),
            )
            for slot in data["slots"]
        ),
    )


def _cost_from_json(slot: dict[str, Any]) -> tuple[tuple[str, int], ...]:
    if slot["kind"] != "passphrase":
        return ()
    cost = {name: int(slot["cost"][name]) for name in _MOST_COST}
    if not all(1 <= cost[name] <= most for name, most in _MOST_COST.items()):
        raise ValueError("a cost out of bounds")
    return tuple(cost.items())
