"""ALTO 4.2 XML, the layout format of libraries and archives."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from engine.cells import xml_text
from engine.export.blocks import Block, blocks_of
from engine.export.documents import ExportDocument, ExportPage
from engine.export.placement import words_of
from engine.geometry import Quad
from engine.reading import Line
from engine.version import VERSION

NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="{namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="{namespace} http://www.loc.gov/standards/alto/v4/alto-4-2.xsd">
 <Description>
  <MeasurementUnit>pixel</MeasurementUnit>
  <sourceImageInformation>
   <fileName>{name}</fileName>
  </sourceImageInformation>
  <Processing ID="sanduku">
   <processingCategory>contentGeneration</processingCategory>
   <processingSoftware>
    <softwareName>Sanduku</softwareName>
    <softwareVersion>{version}</softwareVersion>
   </processingSoftware>
  </Processing>
 </Description>
 <Layout>
"""


def write_alto(documents: Iterable[ExportDocument], stream: BinaryIO) -> None:
    """Write one document as ALTO, all of its pages in one layout; takes exactly one document.

    What other engines read goes in as ``ALTERNATIVE`` of single words, and so only where they read as many
    words as the line has; the JSON Lines export holds all alternatives.
    """
    (document,) = documents
    head = _HEAD.format(namespace=NAMESPACE, name=escape(xml_text(document.name)), version=VERSION)
    stream.write(head.encode("utf-8"))
    for page in document.pages:
        stream.write("".join(f"{row}\n" for row in _page(page)).encode("utf-8"))
    stream.write(b" </Layout>\n</alto>\n")


def _page(page: ExportPage) -> Iterator[str]:
    reading, key = page.reading, f"page_{page.index + 1}"
    size = f'WIDTH="{reading.width}" HEIGHT="{reading.height}"'
    yield f'  <Page ID="{key}" PHYSICAL_IMG_NR="{page.index + 1}" {size} PC="{reading.confidence:.4f}">'
    yield f'   <PrintSpace HPOS="0" VPOS="0" {size}>'
    for number, block in enumerate(blocks_of(reading.lines)):
        yield from _block(block, f"{key}_block_{number + 1}")
    yield "   </PrintSpace>"
    yield "  </Page>"


def _block(block: Block, key: str) -> Iterator[str]:
    boxes = [line.quad.bounds for _, line in block.lines]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    around = Quad.from_box(min(lefts), min(tops), max(rights), max(bottoms))
    yield f'    <TextBlock ID="{key}" {_box(around)}>'
    for number, line in block.lines:
        yield from _line(line, f"{key}_line_{number + 1}")
    yield "    </TextBlock>"


def _line(line: Line, key: str) -> Iterator[str]:
    (left, bottom), (right, end) = line.quad.bottom_left, line.quad.bottom_right
    baseline = f"{left:.1f} {bottom:.1f} {right:.1f} {end:.1f}"
    language = "" if line.language == "und" else f" LANG={quoteattr(line.language)}"
    yield f'     <TextLine ID="{key}" BASELINE="{baseline}" {_box(line.quad)}{language}>'
    yield f'      <Shape><Polygon POINTS="{_points(line.quad)}"/></Shape>'
    words = words_of(line)
    if not words:
        # A line has at least one string, also where a person found that there is no text.
        yield f'      <String CONTENT="" {_box(line.quad)} WC="{line.confidence:.4f}"/>'
    others = [other.text.split() for other in line.alternatives]
    for number, word in enumerate(words):
        if number:
            yield "      <SP/>"
        different = dict.fromkeys(
            other[number] for other in others if len(other) == len(words) and other[number] != word.text
        )
        opening = (
            f'      <String CONTENT={_attribute(word.text)} {_box(word.quad)} WC="{word.confidence:.4f}"'
        )
        if different:
            alternatives = "".join(
                f"<ALTERNATIVE>{escape(xml_text(text))}</ALTERNATIVE>" for text in different
            )
            yield f"{opening}>{alternatives}</String>"
        else:
            yield f"{opening}/>"
    yield "     </TextLine>"


def _box(quad: Quad) -> str:
    left, top, right, bottom = quad.bounds
    return f'HPOS="{left:.1f}" VPOS="{top:.1f}" WIDTH="{right - left:.1f}" HEIGHT="{bottom - top:.1f}"'


def _points(quad: Quad) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in quad.points)


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))
