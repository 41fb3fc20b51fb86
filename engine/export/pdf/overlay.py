"""The original PDF with invisible text laid over its scanned pages.

Nothing of the original is drawn anew or compressed again: a page keeps its own content, and one more content
stream is put *before* it, so that no graphics state which the original leaves behind can move the text.
"""

from collections import Counter
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from engine.export.documents import ExportDocument, ExportPage, letters_by_language, most_spoken
from engine.export.pdf.content import FONT_NAME, invisible_text
from engine.export.pdf.font import ADVANCE, ASCENT, DESCENT, GlyphlessFont, font_program
from engine.export.pdf.writer import producer
from engine.geometry import Point, Quad
from engine.reading import Line, Origin, Reading


def write_over_original(document: ExportDocument, pdf: pikepdf.Pdf, stream: BinaryIO) -> None:
    """Write the original PDF with text over the pages that were recognised.

    Pages with a text layer of their own stay as they are; of a line that a person corrected there, the new
    text is added, so that it is found. Pages that were not read stay too.
    """
    font = GlyphlessFont()
    reference = pdf.make_indirect(Dictionary())
    letters: Counter[str] = Counter()
    for page in document.pages:
        letters += letters_by_language(page.reading.lines)
        lines = _lines_to_add(page)
        if page.index < len(pdf.pages) and lines:
            _add_text(pdf, pdf.pages[page.index], page.reading, lines, font, reference)
    _describe_font(pdf, font, reference)
    if (language := most_spoken(letters)) != "und" and Name.Lang not in pdf.Root:
        pdf.Root.Lang = pikepdf.String(language)
    pdf.docinfo[Name.Producer] = pikepdf.String(producer())
    if Name.Title not in pdf.docinfo:
        pdf.docinfo[Name.Title] = pikepdf.String(document.name)
    pdf.save(stream, deterministic_id=True)


def _lines_to_add(page: ExportPage) -> tuple[Line, ...]:
    if page.reading.origin is Origin.RECOGNISED:
        return page.reading.lines
    return tuple(page.reading.lines[number] for number in sorted(page.corrected))


def _add_text(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    reading: Reading,
    lines: tuple[Line, ...],
    font: GlyphlessFont,
    reference: pikepdf.Object,
) -> None:
    left, bottom, right, top = _visible_box(page)
    turns = _inherited(page, "/Rotate", 0) // 90 % 4
    width, height = (right - left, top - bottom) if turns % 2 == 0 else (top - bottom, right - left)
    scale = 72 / reading.dpi if reading.dpi else _scale_from_extent(reading, width, height)

    def to_user_space(point: Point) -> Point:
        # From the page as it is shown, y down, to the page as it is stored, y up.
        x, y = point[0] * scale, height - point[1] * scale
        stored = [(x, y), (right - left - y, x), (right - left - x, top - bottom - y), (y, top - bottom - x)]
        return (stored[turns][0] + left, stored[turns][1] + bottom)

    def to_pdf(quad: Quad) -> Quad:
        return Quad(*(to_user_space(point) for point in reading.to_source.apply_quad(quad).points))

    content = invisible_text(lines, to_pdf, font)
    _own_resources(page)
    fonts = page.obj.Resources.get(Name.Font, Dictionary())
    page.obj.Resources.Font = Dictionary({**dict(fonts.items()), f"/{FONT_NAME}": reference})
    page.contents_add(pdf.make_stream(content), prepend=True)


def _own_resources(page: pikepdf.Page) -> None:
    """Give a page resources of its own, for it may share them with others or inherit them."""
    resources = _inherited(page, "/Resources", None)
    page.obj.Resources = Dictionary({} if resources is None else dict(resources.items()))


def _scale_from_extent(reading: Reading, width: float, height: float) -> float:
    """Points per pixel of a page rendered at an unknown resolution, from the extent of the upright page."""
    left, top, right, bottom = reading.to_source.apply_quad(
        Quad.from_box(0, 0, reading.width, reading.height)
    ).bounds
    return min(width / max(right - left, 1.0), height / max(bottom - top, 1.0))


def _visible_box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """The part of a page that viewers show: its crop box within its media box."""
    media = _box(_inherited(page, "/MediaBox", Array([0, 0, 612, 792])))
    crop = _box(_inherited(page, "/CropBox", Array(list(media))))
    inner = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return inner if inner[0] < inner[2] and inner[1] < inner[3] else media


def _box(array: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - a PDF object
    x1, y1, x2, y2 = (float(number) for number in array)
    return (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _inherited(page: pikepdf.Page, key: str, default: Any) -> Any:  # noqa: ANN401 - a PDF object
    node: Any = page.obj
    for _ in range(64):  # a damaged tree may run in circles
        if key in node:
            return node[key]
        if "/Parent" not in node:
            break
        node = node["/Parent"]
    return default


def _describe_font(pdf: pikepdf.Pdf, font: GlyphlessFont, reference: pikepdf.Object) -> None:
    """Fill in the font that pages already refer to."""
    name, program = Name(f"/{FONT_NAME}"), pdf.make_stream(font_program())
    program.Length1 = len(font_program())
    box = [0, round(-DESCENT * 1000), round(ADVANCE * 1000), round(ASCENT * 1000)]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=5,
        FontBBox=Array(box),
        ItalicAngle=0,
        Ascent=box[3],
        Descent=box[1],
        CapHeight=box[3],
        StemV=80,
        FontFile2=program,
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=box[2],
        CIDToGIDMap=pdf.make_stream(font.glyphs()),
    )
    entries = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(font.to_unicode()),
    )
    for key, value in entries.items():
        reference[key] = value
