"""To whom a bundle is encrypted, and what opens it.

Headquarters has a key of its own for this and one for recovery, both of age (X25519). A laptop has only the
Ed25519 key that it signs with; age takes such a key in the form in which SSH writes it, so that headquarters
can answer a laptop without asking it for a second key.
"""

from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from pyrage import RecipientError, ssh, x25519

from engine.sync.bundles.errors import BundleError


def headquarters_recipients(recipient: str, recovery_recipient: str) -> list[Any]:
    """Return whom laptops encrypt to: headquarters, and whoever keeps the recovery key if there is one.

    Raises:
        BundleError: The invitation named no such key.
    """
    texts = [recipient, *([recovery_recipient] if recovery_recipient else [])]
    try:
        return [x25519.Recipient.from_str(text) for text in texts]
    except RecipientError as error:
        raise BundleError(
            "The invitation of this team names no key that a bundle could be encrypted to.",
            remedy="Ask headquarters for a new invitation, and join with it.",
        ) from error


def headquarters_identity(decryption_key: str) -> Any:  # noqa: ANN401 - a type of pyrage's
    """Return what opens bundles at headquarters."""
    return x25519.Identity.from_str(decryption_key)


def laptop_recipient(public_key: bytes) -> Any:  # noqa: ANN401
    """Return whom headquarters encrypts to, of a laptop's Ed25519 public key."""
    key = Ed25519PublicKey.from_public_bytes(public_key)
    return ssh.Recipient.from_str(key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode())


def laptop_identity(private_key: bytes) -> Any:  # noqa: ANN401
    """Return what opens answers at a laptop, of its Ed25519 private key."""
    key = Ed25519PrivateKey.from_private_bytes(private_key)
    return ssh.Identity.from_buffer(key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
