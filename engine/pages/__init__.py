"""From files to upright page images: find, open, decode, turn, straighten, judge.

Knows files, pixels and the text that a PDF carries; never engines, the pipeline or the library.
"""

from engine.pages.discover import discover
from engine.pages.encode import decode_jpeg, encode_jpeg, thumbnail
from engine.pages.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    NoPagesError,
    TooLargeError,
    TooManyPagesError,
    TruncatedFileError,
    UnreadableFileError,
    UnsupportedTypeError,
    WrongPasswordError,
)
from engine.pages.light import flatten_light
from engine.pages.names import printable
from engine.pages.opening import open_source
from engine.pages.quality import judge_quality
from engine.pages.sheet import find_sheet
from engine.pages.skew import find_skew, tilt_of_lines
from engine.pages.source import PageSource, Pixels, SourcePage
from engine.pages.upright import straighten, turn, warp_quad

__all__ = [
    "DamagedFileError",
    "EmptyFileError",
    "EncryptedFileError",
    "NoPagesError",
    "PageSource",
    "Pixels",
    "SourcePage",
    "TooLargeError",
    "TooManyPagesError",
    "TruncatedFileError",
    "UnreadableFileError",
    "UnsupportedTypeError",
    "WrongPasswordError",
    "decode_jpeg",
    "discover",
    "encode_jpeg",
    "find_sheet",
    "find_skew",
    "flatten_light",
    "judge_quality",
    "open_source",
    "printable",
    "straighten",
    "thumbnail",
    "tilt_of_lines",
    "turn",
    "warp_quad",
]
