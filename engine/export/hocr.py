"""hOCR 1.2: XHTML that carries the layout, for programs that take OCR results."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from engine.cells import xml_text
from engine.export.blocks import Block, blocks_of
from engine.export.documents import ExportDocument, ExportPage, letters_by_language, most_spoken
from engine.export.placement import runs_right_to_left, words_of
from engine.geometry import Quad
from engine.reading import Line
from engine.version import VERSION

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
 <head>
  <title>{title}</title>
  <meta http-equiv="Content-Type" content="text/html;charset=utf-8" />
  <meta name="ocr-system" content="Sanduku {version}" />
  <meta name="ocr-capabilities"
   content="ocr_page ocr_carea ocr_line ocrx_word ocrp_wconf ocrp_lang ocrp_dir" />
 </head>
 <body>
"""


def write_hocr(documents: Iterable[ExportDocument], stream: BinaryIO) -> None:
    """Write one document as hOCR; takes exactly one document."""
    (document,) = documents
    stream.write(_HEAD.format(title=_text(document.name), version=VERSION).encode("utf-8"))
    for page in document.pages:
        stream.write("".join(f"{row}\n" for row in _page(document, page)).encode("utf-8"))
    stream.write(b" </body>\n</html>\n")


def _page(document: ExportDocument, page: ExportPage) -> Iterator[str]:
    reading, key = page.reading, page.index + 1
    title = (
        f"image {_property(document.name)}; bbox 0 0 {reading.width} {reading.height}; ppageno {page.index}"
    )
    if reading.dpi:
        title += f"; scan_res {reading.dpi:.0f} {reading.dpi:.0f}"
    language = most_spoken(letters_by_language(reading.lines))
    yield f"  <div class='ocr_page' id='page_{key}' title={quoteattr(title)}{_language(language)}>"
    for number, block in enumerate(blocks_of(reading.lines)):
        yield from _area(block, f"{key}_{number + 1}")
    yield "  </div>"


def _area(block: Block, key: str) -> Iterator[str]:
    boxes = [line.quad.bounds for _, line in block.lines]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    around = Quad.from_box(min(lefts), min(tops), max(rights), max(bottoms))
    yield f"   <div class='ocr_carea' id='block_{key}' title='{_box(around)}'>"
    for number, line in block.lines:
        yield from _line(line, f"{key}_{number + 1}")
    yield "   </div>"


def _line(line: Line, key: str) -> Iterator[str]:
    direction = "rtl" if runs_right_to_left(line.text) else "ltr"
    about = f"title='{_place(line.quad, line.confidence)}' dir='{direction}'{_language(line.language)}"
    yield f"    <span class='ocr_line' id='line_{key}' {about}>"
    for number, word in enumerate(words_of(line)):
        about = f"id='word_{key}_{number + 1}' title='{_place(word.quad, word.confidence)}'"
        yield f"     <span class='ocrx_word' {about}>{_text(word.text)}</span>"
    yield "    </span>"


def _box(quad: Quad) -> str:
    return "bbox " + " ".join(f"{max(edge, 0):.0f}" for edge in quad.bounds)


def _place(quad: Quad, confidence: float) -> str:
    return f"{_box(quad)}; x_wconf {round(100 * confidence)}"


def _language(code: str) -> str:
    return "" if code == "und" else f" lang={quoteattr(code)} xml:lang={quoteattr(code)}"


def _text(text: str) -> str:
    return escape(xml_text(text))


def _property(name: str) -> str:
    """A string within a title: quotes are doubled away, for hOCR has no escapes."""
    return '"' + xml_text(name).replace('"', "'").replace(";", ",") + '"'
