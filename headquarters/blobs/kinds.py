"""What a file is by its first bytes: what is taken for an image, and as what a browser is shown it."""

from engine.sync.wire.blobs import BODIES, CROPS, THUMBNAILS

_MAGIC = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (8, b"WEBP", "image/webp"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"%PDF-", "application/pdf"),
    (4, b"ftyphei", "image/heic"),
    (4, b"ftypmif1", "image/heif"),
    (0, b"{", "application/json"),
)
SHOWN = frozenset({"image/jpeg", "image/png", "image/webp"})
"""What a browser shows; all else is only ever saved."""
UNKNOWN = "application/octet-stream"


def kind_of(head: bytes) -> str:
    """Return the media type that the first bytes of a file tell."""
    for offset, magic, kind in _MAGIC:
        if head[offset : offset + len(magic)] == magic:
            return kind
    return UNKNOWN


def fits(tier: int, head: bytes) -> bool:
    """Return whether a file that begins so can be one of a tier."""
    kind = kind_of(head)
    if tier == BODIES:
        return kind == "application/json"
    if tier in (THUMBNAILS, CROPS):
        return kind in SHOWN
    return True  # an original can be any file that a person added
