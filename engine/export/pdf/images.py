"""A PDF made of page images, each with its invisible text over it."""

import struct
from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

from engine.export.documents import ExportDocument, ExportPage, letters_by_language, most_spoken
from engine.export.errors import NothingReadError, PageImageMissingError
from engine.export.pdf.content import FONT_NAME, invisible_text
from engine.export.pdf.font import ADVANCE, ASCENT, DESCENT, GlyphlessFont, font_program
from engine.export.pdf.writer import PdfWriter, producer, text_string
from engine.geometry import Quad
from engine.reading import Reading

_A4_LONG_SIDE = 842.0
"""Points; what the longer side of a page becomes whose resolution is unknown."""
_LARGEST_SIDE = 14400.0
_COLOR_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


@dataclass(frozen=True, slots=True)
class JpegHeader:
    """What a PDF must tell about an embedded JPEG."""

    width: int
    height: int
    bits: int
    components: int


def write_image_pdf(document: ExportDocument, stream: BinaryIO) -> None:
    """Write a document as page images with invisible text.

    Raises:
        PageImageMissingError: A page has no JPEG image.
        NothingReadError: No page of it is read.
    """
    pdf, font = PdfWriter(stream), GlyphlessFont()
    tree, font_number = pdf.reserve(), pdf.reserve()
    pages: list[int] = []
    letters: Counter[str] = Counter()
    for page in document.pages:
        pages.append(_add_page(pdf, document, page, font, tree=tree, font_number=font_number))
        letters += letters_by_language(page.reading.lines)
    if not pages:
        raise NothingReadError(
            "No page of this document is read yet; a PDF of it would have none.",
            which=document.name,
            remedy="Have it read first, then export it.",
        )
    kids = " ".join(f"{number} 0 R" for number in pages)
    pdf.write(tree, f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
    _add_font(pdf, font, font_number)
    language = most_spoken(letters)
    tongue = "" if language == "und" else f" /Lang {text_string(language)}"
    root = pdf.add(
        f"<< /Type /Catalog /Pages {tree} 0 R{tongue} /ViewerPreferences << /DisplayDocTitle true >> >>"
    )
    title, maker = text_string(document.name), text_string(producer())
    info = pdf.add(f"<< /Title {title} /Producer {maker} /Creator {maker} >>")
    pdf.finish(root=root, info=info)


def read_jpeg_header(data: bytes) -> JpegHeader | None:
    """Find size and number of components in a JPEG's start-of-frame segment; None if it is no JPEG."""
    if data[:2] != b"\xff\xd8":
        return None
    position = 2
    while position + 9 < len(data):
        if data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            bits, height, width, components = struct.unpack(">BHHB", data[position + 4 : position + 10])
            return JpegHeader(width, height, bits, components) if components in _COLOR_SPACES else None
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return None


def points_per_pixel(reading: Reading) -> float:
    """Size of a pixel on paper, in points of 1/72 inch."""
    longest = max(reading.width, reading.height, 1)
    scale = 72 / reading.dpi if reading.dpi else _A4_LONG_SIDE / longest
    return min(scale, _LARGEST_SIDE / longest)


def _add_page(
    pdf: PdfWriter,
    document: ExportDocument,
    page: ExportPage,
    font: GlyphlessFont,
    *,
    tree: int,
    font_number: int,
) -> int:
    reading = page.reading
    header = read_jpeg_header(page.image_jpeg or b"")
    if header is None or page.image_jpeg is None:
        raise PageImageMissingError(
            f"The image of page {page.index + 1} is missing or is not a JPEG.",
            which=document.name,
            remedy="Export the text in another format, or fetch the document's files first.",
        )
    scale = points_per_pixel(reading)
    width, height = reading.width * scale, reading.height * scale

    def to_pdf(quad: Quad) -> Quad:
        return Quad(*((x * scale, height - y * scale) for x, y in quad.points))

    # Adobe's CMYK JPEGs hold inverted values.
    inverted = " /Decode [1 0 1 0 1 0 1 0]" if header.components == 4 else ""
    image = pdf.add_stream(
        page.image_jpeg,
        f"/Type /XObject /Subtype /Image /Width {header.width} /Height {header.height} /BitsPerComponent "
        f"{header.bits} /ColorSpace {_COLOR_SPACES[header.components]}{inverted} /Filter /DCTDecode",
        compress=False,
    )
    drawing = f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Page Do Q\n".encode("ascii")
    content = pdf.add_stream(drawing + invisible_text(reading.lines, to_pdf, font))
    own = pdf.add(f"<< /XObject << /Page {image} 0 R >> /Font << /{FONT_NAME} {font_number} 0 R >> >>")
    return pdf.add(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {width:.4f} {height:.4f}] "
        f"/Resources {own} 0 R /Contents {content} 0 R >>"
    )


def _add_font(pdf: PdfWriter, font: GlyphlessFont, number: int) -> None:
    program = font_program()
    file = pdf.add_stream(program, f"/Length1 {len(program)}")
    descriptor = pdf.add(
        f"<< /Type /FontDescriptor /FontName /{FONT_NAME} /Flags 5 /FontBBox [0 {-DESCENT * 1000:.0f} "
        f"{ADVANCE * 1000:.0f} {ASCENT * 1000:.0f}] /ItalicAngle 0 /Ascent {ASCENT * 1000:.0f} /Descent "
        f"{-DESCENT * 1000:.0f} /CapHeight {ASCENT * 1000:.0f} /StemV 80 /FontFile2 {file} 0 R >>"
    )
    glyphs = pdf.add_stream(font.glyphs())
    descendant = pdf.add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{FONT_NAME} /CIDSystemInfo << /Registry (Adobe) "
        f"/Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW {ADVANCE * 1000:.0f} "
        f"/CIDToGIDMap {glyphs} 0 R >>"
    )
    to_unicode = pdf.add_stream(font.to_unicode())
    pdf.write(
        number,
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{FONT_NAME} /Encoding /Identity-H "
        f"/DescendantFonts [{descendant} 0 R] /ToUnicode {to_unicode} 0 R >>",
    )
