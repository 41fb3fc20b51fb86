"""What a file is, told by its first bytes; its name is only looked at to tell that it lies."""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of file that can be read.

    Attributes:
        media_type: As registered with IANA.
        title: How a person calls it.
        suffixes: Endings that names of such files have, lower case.
    """

    media_type: str
    title: str
    suffixes: frozenset[str]


JPEG = Kind("image/jpeg", "JPEG image", frozenset({".jpg", ".jpeg", ".jpe", ".jfif"}))
PNG = Kind("image/png", "PNG image", frozenset({".png", ".apng"}))
GIF = Kind("image/gif", "GIF image", frozenset({".gif"}))
BMP = Kind("image/bmp", "BMP image", frozenset({".bmp", ".dib"}))
TIFF = Kind("image/tiff", "TIFF image", frozenset({".tif", ".tiff"}))
WEBP = Kind("image/webp", "WebP image", frozenset({".webp"}))
HEIF = Kind("image/heif", "HEIF image", frozenset({".heic", ".heif", ".hif"}))
PDF = Kind("application/pdf", "PDF", frozenset({".pdf"}))

KINDS = (JPEG, PNG, GIF, BMP, TIFF, WEBP, HEIF, PDF)
HEAD_BYTES = 2048
"""As many first bytes as :func:`detect` looks at."""

_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"BM", BMP),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)
_HEIF_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
)
_FOREIGN_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an Office file (Word, Excel, OpenDocument)"),
    (b"\xd0\xcf\x11\xe0", "an older Office file (Word, Excel, PowerPoint)"),
    (b"{\\rtf", "an RTF text"),
    (b"%!PS", "a PostScript file"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL image"),
    (b"\xff\x0a", "a JPEG XL image"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 image"),
    (b"8BPS", "a Photoshop image"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


def detect(head: bytes) -> Kind | None:
    """Tell what a file is.

    Args:
        head: Its first ``HEAD_BYTES`` bytes, or all if it has fewer.

    Returns:
        The kind, or None if it is none that can be read.
    """
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return HEIF
    # Mail and print programs put lines before the header; readers accept it anywhere in the first kilobyte.
    return PDF if b"%PDF-" in head[:1024] else None


def describe_foreign(head: bytes) -> str | None:
    """Name a type that cannot be read, so that a message can say more than "unknown"; None if unknown."""
    for start, title in _FOREIGN_STARTS:
        if head.startswith(start):
            return title
    if head[4:8] == b"ftyp":
        return "an AVIF image" if head[8:12] in (b"avif", b"avis") else "a video or sound file"
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if text.startswith((b"<svg", b"<?xml")):
        return "an XML or SVG file"
    if head and not any(byte < 9 or 13 < byte < 32 for byte in head):
        return "plain text"
    return None


def lying_name(name: str, kind: Kind) -> str | None:
    """Return a sentence for a person if the name promises another type than the content has."""
    suffix = PurePath(name).suffix.lower()
    promised = next((other for other in KINDS if suffix in other.suffixes), None)
    if promised is None or promised is kind:
        return None
    return f"The name ends in {suffix}, but the content is a {kind.title}; it was read as that."
