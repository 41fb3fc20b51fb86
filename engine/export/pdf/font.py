"""A font without visible glyphs, which gives a PDF's invisible text its characters and its widths.

Every distinct character of a file gets a number of its own and all numbers show the same glyph; the ToUnicode
map says which character each number is. So any script works and nothing but a few hundred bytes is embedded.
The idea of a glyphless font for recognised text comes from Tesseract's PDF renderer; this one is made here.

The one glyph has a bounding box but no area: MuPDF leaves out invisible text whose glyphs have no extent.
"""

import struct

ASCENT = 0.8
"""Height of the glyph's box above the baseline, in em."""
DESCENT = 0.2
"""Depth of the glyph's box below the baseline, in em."""
ADVANCE = 0.5
"""Width of every character, in em."""
_UNITS = 1000
_MOST_CHARACTERS = 0xFFFF
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""


class GlyphlessFont:
    """Collects the characters of one file and tells how the file must describe them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def encode(self, text: str) -> str:
        """Return the character codes of a text as a PDF hexadecimal string.

        A file with more distinct characters than a font can number, which no document has, shows the
        surplus as U+FFFD.
        """
        return f"<{''.join(f'{self._number(character):04x}' for character in text)}>"

    def to_unicode(self) -> bytes:
        """The ToUnicode character map (ISO 32000-1, 9.10.3)."""
        entries = [
            f"<{number:04x}> <{character.encode('utf-16-be').hex()}>"
            for character, number in self._numbers.items()
        ]
        parts = [_CMAP_HEAD]
        for start in range(0, len(entries), 100):
            some = entries[start : start + 100]
            parts.append("\n".join([f"{len(some)} beginbfchar", *some, "endbfchar"]))
        parts.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        return "\n".join(parts).encode("ascii")

    def glyphs(self) -> bytes:
        """The map from character codes to glyphs: glyph 1 for all but code 0."""
        return b"\x00\x00" + b"\x00\x01" * len(self._numbers)

    def _number(self, character: str) -> int:
        if character not in self._numbers and len(self._numbers) >= _MOST_CHARACTERS - 1:
            character = "\N{REPLACEMENT CHARACTER}"
        return self._numbers.setdefault(character, len(self._numbers) + 1)


def font_program() -> bytes:
    """The TrueType file: glyph 0 is empty, glyph 1 a line without area across its box."""
    top, bottom, advance = (round(em * _UNITS) for em in (ASCENT, -DESCENT, ADVANCE))
    half = advance // 2
    outline = struct.pack(">hhhhhHH", 1, 0, bottom, advance, top, 2, 0) + b"\x01\x01\x01"
    # Out to the far corner, back to the middle, back to the start: three points on one line.
    outline += struct.pack(">hhhhhh", 0, advance, -half, bottom, top - bottom, -(top - bottom) // 2)
    outline += b"\0" * (-len(outline) % 4)
    tables = {
        b"glyf": outline,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0, _UNITS, 0, 0),
            *(0, bottom, advance, top, 0, 8, 2, 0, 0),
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", 0x00010000, top, bottom, 0, advance, *(0,) * 3, 1, *(0,) * 7, 2
        ),
        b"hmtx": struct.pack(">HhHh", advance, 0, advance, 0),
        b"loca": struct.pack(">HHH", 0, 0, len(outline) // 2),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x00010000, 2, 3, 1, 0, 0, 1, *(0,) * 8),
    }
    directory, body = struct.pack(">IHHHH", 0x00010000, len(tables), 64, 2, 32), b""
    start = len(directory) + 16 * len(tables)
    for tag, table in tables.items():
        padded = table + b"\0" * (-len(table) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += tag + struct.pack(">III", checksum, start + len(body), len(table))
        body += padded
    return directory + body
