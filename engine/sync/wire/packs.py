"""The roots that sign a team's model packs, as headquarters hands them to its laptops.

They are public, and believed by nobody because headquarters sent them: the invitation names one of them by
its fingerprint, and each signs the next.
"""

from dataclasses import dataclass
from typing import Self

from engine.sync.wire.errors import refusing
from engine.sync.wire.parsing import (
    Fields,
    MalformedError,
    from_base64,
    json_bytes,
    parsed_object,
    to_base64,
)

MOST_ROOTS = 256
MOST_ROOT_BYTES = 250_000
MOST_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class PackRoots:
    """A chain of roots.

    Attributes:
        roots: The files, byte for byte, the first one first; empty where nobody signs the team's packs.
    """

    roots: tuple[bytes, ...] = ()

    def encode(self) -> bytes:
        """Return it as JSON."""
        return json_bytes({"roots": [to_base64(each) for each in self.roots]})

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read it; raises WireError."""
        with refusing("request.malformed"):
            fields = Fields(parsed_object(data, most=MOST_BYTES), "pack roots")
            roots = []
            for each in fields.list("roots", most=MOST_ROOTS):
                if not isinstance(each, str) or len(each) > MOST_ROOT_BYTES * 4 // 3 + 4:
                    raise MalformedError("a root is no text in base64, or too long")
                roots.append(from_base64(each))
            return cls(tuple(roots))
