"""Ed25519: keys as 32 raw bytes, signatures as 64, each over what it is for and then what it says.

What a signature is for stands before the message, so that none can be passed off as another.
"""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from engine.canonical import canonical_json
from engine.sync.wire.parsing import to_base64

KEY_BYTES = 32
SIGNATURE_BYTES = 64

_AUTH = b"sanduku-auth-1"
_REKEY = b"sanduku-rekey-1"
_RECEIPT = b"sanduku-receipt-1"
_DOWN = b"sanduku-down-1"


def new_private_key() -> bytes:
    """Return a new private key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key_of(private_key: bytes) -> bytes:
    """Return the public key of a private one."""
    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def sign(private_key: bytes, message: bytes) -> bytes:
    """Return the signature of a message that one of the functions below made."""
    return Ed25519PrivateKey.from_private_bytes(private_key).sign(message)


def verifies(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether a signature is that of a message, by a key."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def auth_message(hq: str, device: str, challenge: str) -> bytes:
    """Return what a device signs to show that it is that device."""
    return _joined(_AUTH, hq, device, challenge)


def rekey_message(hq: str, former: str, device: str, epoch: int, public_key: bytes) -> bytes:
    """Return what a device signs, with its old key, to go on under another id and key."""
    return _joined(_REKEY, hq, former, device, str(epoch), to_base64(public_key))


def down_message(hq: str, team: str, library: str, seq: int, last_hash: str) -> bytes:
    """Return what headquarters signs of what it sends down to a library."""
    return _joined(_DOWN, hq, team, library, str(seq), last_hash)


def receipt_message(receipt: dict[str, object]) -> bytes:
    """Return what headquarters signs of a receipt."""
    return _RECEIPT + b"\0" + canonical_json(receipt).encode()


def fingerprint(content: bytes) -> str:
    """Return the beginning of a hash, as people compare it: four times four hexadecimal digits."""
    digits = hashlib.sha256(content).hexdigest()[:16].upper()
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))


def _joined(purpose: bytes, *parts: str) -> bytes:
    # Ids, hashes and numbers hold no zero byte, so the parts cannot run into one another.
    if any("\0" in part for part in parts):
        raise ValueError("a part of a signed message holds a zero")
    return b"\0".join([purpose, *(part.encode() for part in parts)])
