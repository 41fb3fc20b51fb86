"""Who this headquarters is: its id, the key it signs with, and the keys that bundles are encrypted to.

They are made at the first start and never change. Whoever loses them loses the trust of all laptops; whoever
else has them can speak in the name of headquarters. So the file is its owner's alone, backups take it
along, and the key that recovers bundles is put away somewhere else.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyrage
from pyrage import x25519

from engine.sync.wire.parsing import MalformedError, from_base64, to_base64
from engine.sync.wire.signatures import KEY_BYTES, new_private_key, public_key_of
from headquarters.errors import ConfigurationError
from headquarters.ids import random_id

FORMAT = 1
_NO_KEY = (pyrage.IdentityError, pyrage.RecipientError)
RECOVERY_FILE = "recovery-key.txt"
_RECOVERY_WORDS = """\
# The recovery key of headquarters {hq_id}.
# It opens bundles and backups should the server's own key be lost. Print it or copy it to a stick, put that
# into a safe, and remove this file from the server.
{key}
"""


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """The keys of a headquarters.

    Attributes:
        hq_id: Its id.
        signing_key: Ed25519, private, 32 bytes.
        decryption_key: What bundles are opened with, as age writes it.
        recovery_recipient: The public half of the recovery key, as age writes it.
    """

    hq_id: str
    signing_key: bytes
    decryption_key: str
    recovery_recipient: str

    @property
    def public_key(self) -> bytes:
        """What its signatures are checked with, 32 bytes."""
        return public_key_of(self.signing_key)

    @property
    def recipient(self) -> str:
        """What bundles are encrypted to."""
        return str(x25519.Identity.from_str(self.decryption_key).to_public())

    @classmethod
    def new(cls) -> tuple[Self, str]:
        """Make the keys of a new headquarters; return them with the secret recovery key."""
        recovery = x25519.Identity.generate()
        identity = cls(
            random_id(), new_private_key(), str(x25519.Identity.generate()), str(recovery.to_public())
        )
        return identity, str(recovery)

    def to_text(self) -> str:
        """Return it as JSON, all secrets in it."""
        value = {
            "format": FORMAT,
            "hq_id": self.hq_id,
            "signing_key": to_base64(self.signing_key),
            "decryption_key": self.decryption_key,
            "recovery_recipient": self.recovery_recipient,
        }
        return json.dumps(value, indent=2) + "\n"

    @classmethod
    def from_text(cls, text: str, where: str) -> Self:
        """Read what :meth:`to_text` gave; raises ConfigurationError, which tells no secret."""
        try:
            value = json.loads(text)
            if value["format"] != FORMAT:
                raise ValueError("another format")
            signing_key = from_base64(value["signing_key"])
            if len(signing_key) != KEY_BYTES:
                raise ValueError("a key of another length")
            x25519.Identity.from_str(value["decryption_key"])
            x25519.Recipient.from_str(value["recovery_recipient"])
            return cls(str(value["hq_id"]), signing_key, value["decryption_key"], value["recovery_recipient"])
        except (ValueError, KeyError, TypeError, MalformedError, *_NO_KEY):
            raise ConfigurationError(
                "The keys of this headquarters cannot be read.",
                which=where,
                remedy="Bring the file back from a backup; without it no laptop trusts this headquarters.",
            ) from None  # what is wrong with a key must not show the key


def load_identity(file: Path, given: str = "") -> Identity:
    """Return the keys of this headquarters, made and stored first where there are none.

    Args:
        file: Where they lie; the recovery key is written beside them when they are made.
        given: Their text, from the environment; then the file is neither read nor made.

    Raises:
        ConfigurationError: They cannot be read.
    """
    if given:
        return Identity.from_text(given, "SANDUKU_HQ_IDENTITY")
    try:
        return Identity.from_text(file.read_text(encoding="utf-8"), str(file))
    except FileNotFoundError:
        pass
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    identity, recovery_key = Identity.new()
    words = _RECOVERY_WORDS.format(hq_id=identity.hq_id, key=recovery_key)
    _write_secret(file.with_name(RECOVERY_FILE), words)
    store_identity(file, identity)
    return identity


def store_identity(file: Path, identity: Identity) -> None:
    """Store the keys of a headquarters, as when it is brought back from a backup."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_secret(file, identity.to_text())


def _write_secret(file: Path, text: str) -> None:
    """Write a file that its owner alone can read, whole or not at all."""
    draft = file.with_name(f".{file.name}.new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
    if os.name != "nt":  # or a power cut could take back the name that laptops trust already
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
