"""The one JSON text of a value and its hash, by which logs are chained; imports nothing of Sanduku's."""

import hashlib
import json
from typing import Any

GENESIS = "0" * 64
"""What the first entry of a chain names as the hash before it."""


def canonical_json(value: dict[str, Any]) -> str:
    """Return the one JSON text of a value: sorted keys, no spaces, no NaN, UTF-8 as it is."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(value: dict[str, Any]) -> str:
    """Return the SHA-256 of a value's canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()
