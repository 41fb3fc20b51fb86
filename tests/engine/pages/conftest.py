"""What the tests of pages are made from: images, PDFs with drawn letters, and the hostile corpus."""

import importlib.util
import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import cv2
import pikepdf
import pytest

from engine.pages import PageSource, SourcePage, open_source
from engine.settings import PageSettings

_TESTS = Path(__file__).parents[2]
_ADVANCE, _HEIGHT = 600, 700


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    cv2.setNumThreads(1)


@pytest.fixture(scope="session")
def hostile() -> ModuleType:
    """The module that makes hostile files."""
    name = "sanduku_tests_hostile"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, _TESTS / "hostile.py")
        assert spec is not None and spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="session")
def hostile_corpus(hostile: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """Over sixty files that no program likes."""
    return hostile.make_hostile_corpus(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def opened() -> Callable[..., PageSource]:
    """Opens bytes or a path with default settings, changed by keyword."""

    def open_(
        source: Path | bytes, *, name: str = "file", password: str | None = None, **changed: Any
    ) -> PageSource:
        return open_source(source, name=name, settings=PageSettings(**changed), password=password)

    return open_


@pytest.fixture
def loaded(opened: Callable[..., PageSource]) -> Callable[..., SourcePage]:
    """Opens and loads one page."""

    def load(source: Path | bytes, index: int = 0, **options: Any) -> SourcePage:
        with opened(source, **options) as pages:
            return pages.load(index)

    return load


@pytest.fixture
def encoded() -> Callable[..., bytes]:
    """Encodes a Pillow image in a format."""

    def encode(image: Any, format_: str, **options: Any) -> bytes:
        buffer = io.BytesIO()
        image.save(buffer, format_, **options)
        return buffer.getvalue()

    return encode


@dataclass(frozen=True)
class Drawn:
    """Letters of a PDF, drawn one after the other from a place on the page."""

    x: float
    y: float
    text: str
    size: float = 12.0
    quarter: int = 0
    """Anticlockwise quarter turns of the writing."""
    mode: int = 0
    """PDF text rendering mode; 3 is invisible."""


@pytest.fixture(scope="session")
def drawn() -> type[Drawn]:
    return Drawn


@pytest.fixture(scope="session")
def text_pdf() -> Callable[..., bytes]:
    """Makes a one-page PDF whose letters are boxes with a known meaning: each stands where it is told."""
    return _text_pdf


def _text_pdf(
    pieces: Iterable[Drawn],
    *,
    box: tuple[float, float, float, float] = (0, 0, 595, 842),
    crop: tuple[float, float, float, float] | None = None,
    rotate: int = 0,
    extra: bytes = b"",
    meanings: dict[str, str | None] | None = None,
) -> bytes:
    """Make the PDF.

    Args:
        pieces: What is drawn, in this order.
        box: The MediaBox.
        crop: The CropBox.
        rotate: The page's /Rotate.
        extra: More content stream.
        meanings: For some letters, the text that the font's map gives instead; None for no entry.
    """
    pieces = list(pieces)
    letters = sorted({letter for piece in pieces for letter in piece.text} | {" "})
    codes = {letter: code for code, letter in enumerate(letters, start=33)}
    pdf = pikepdf.new()
    font = _box_font(pdf, codes, meanings or {})
    content = extra
    for piece in pieces:
        cos, sin = [(1, 0), (0, 1), (-1, 0), (0, -1)][piece.quarter % 4]
        hexes = "".join(f"{codes[letter]:02x}" for letter in piece.text)
        content += (
            f"BT {piece.mode} Tr /F {piece.size} Tf {cos} {sin} {-sin} {cos} {piece.x} {piece.y} Tm "
            f"<{hexes}> Tj ET\n"
        ).encode()
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=list(box),
        Rotate=rotate,
        Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)),
        Contents=pdf.make_stream(content),
    )
    if crop is not None:
        page.CropBox = pikepdf.Array(list(crop))
    pdf.pages.append(pikepdf.Page(page))
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def _box_font(pdf: pikepdf.Pdf, codes: dict[str, int], meanings: dict[str, str | None]) -> Any:
    procs, widths, mapped = {}, [], []
    for letter, code in codes.items():
        mark = letter in "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
        width = 0 if mark else _ADVANCE // 2 if letter == " " else _ADVANCE
        # Frames rather than filled boxes: a filled box is no letter to whoever looks at the page.
        shape = {True: b"200 800 200 100 re f", False: b"40 0 500 700 re 140 100 300 500 re f*"}[mark]
        drawing = b"" if letter == " " else b"\n" + shape
        procs[f"/g{code}"] = pdf.make_stream(f"{width} 0 0 0 600 900 d1".encode() + drawing)
        widths.append(width)
        meaning = meanings.get(letter, letter)
        if meaning is not None:
            mapped.append(f"<{code:02x}> <{meaning.encode('utf-16-be').hex()}>")
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(mapped)} beginbfchar {' '.join(mapped)} endbfchar endcmap end end"
    )
    first = min(codes.values())
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type3,
            FontBBox=[0, -200, 600, 900],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=pikepdf.Dictionary(procs),
            Encoding=pikepdf.Dictionary(
                Type=pikepdf.Name.Encoding,
                Differences=[first, *(pikepdf.Name(f"/g{code}") for code in codes.values())],
            ),
            FirstChar=first,
            LastChar=max(codes.values()),
            Widths=widths,
            ToUnicode=pdf.make_stream(cmap.encode()),
        )
    )
