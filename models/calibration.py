"""Measures the ranges for the recogniser's 8-bit arithmetic, on lines of text that we draw ourselves.

The lines are like those of field documents, in the languages of Latin script that we serve, on light and dark
paper, blurred, noisy, shaded and badly compressed. No document that accuracy is measured on takes part. The
result is committed, because fonts and their drawing differ between computers; it need only be measured anew
when the network changes.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
import onnx
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from engine.errors import MissingDependencyError
from engine.ocr.crops import network_input
from engine.runtime import open_session
from models.graphs import Ranges

Pixels = NDArray[np.uint8]

HEIGHT = 48
LINES = 360
CUT = 5.0
"""Percent of the lines whose extremes are cut off at either end: odd lines must not coarsen all others."""

FONTS = (
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
    "DejaVuSansCondensed.ttf",
    "DejaVuSansMono.ttf",
    "DejaVuSerif.ttf",
    "DejaVuSerif-Bold.ttf",
    "DejaVuSerif-Italic.ttf",
    "Lato-Regular.ttf",
    "Lato-Bold.ttf",
    "Lato-Italic.ttf",
    "LiberationMono-Regular.ttf",
    "LiberationMono-Bold.ttf",
    "LiberationSans-Regular.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSans-Italic.ttf",
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "NotoSans-Regular.ttf",
    "NotoSerif-Regular.ttf",
    "NotoSerif-Italic.ttf",
    "OCRB.otf",
    "cmunrm.ttf",
    "cmuntt.ttf",
)
FEWEST_FONTS = 12

SENTENCES = tuple(
    """\
Registration form for households displaced by the flood
Full name of the head of household: Amina Juma Khamis
Date of birth 14/07/1986   Sex: F   Nationality: Kenyan
Clinic register, March 2024: ward 3, bed 12, weight 8.4 kg
Prénom et nom de l'élève : Aïcha Ngo Bilong, née le 3 août 2011
Reçu n° 00427 — Total à payer : 12 500 FCFA (douze mille cinq cents)
Où êtes-vous né(e) ? À Bangui, près du marché central
Nombre y apellidos: María José Núñez Ibáñez
¿Cuántas personas viven en el hogar? Siete niños y tres adultos
Dirección: calle 8 nº 25, Bogotá; teléfono +57 310 555 0199
Jina kamili la mkuu wa kaya: Hassan Mwinyi Abdallah
Tarehe ya kuzaliwa: 02/11/1979, kijiji cha Mtakuja
Ng'ombe watano, mbuzi kumi na kuku ishirini
P<KENKHAMIS<<AMINA<JUMA<<<<<<<<<<<<<<<<<<<<<
A1234567<8KEN8607142F2912316<<<<<<<<<<<<<<04
TOTAL: $1,284.50  VAT 16%  (incl.)  Ref. #A-77/b
1 2 3 4 5 6 7 8 9 10
the quick brown fox jumps over the lazy dog
VOIX AMBIGUË D'UN CŒUR QUI AU ZÉPHYR PRÉFÈRE LES JATTES DE KIWIS
yes no n/a ok
Signature
42
"I consent to the use of my data," she said; he didn't.
Vaccination : BCG × Polio ° Rougeole ±""".splitlines()
)


class FontsMissingError(MissingDependencyError):
    """Too few of the fonts that calibration draws with are on this computer."""

    code = "models.fonts"


def measure_ranges(model: onnx.ModelProto, tensors: Sequence[str], *, fonts: Path) -> Ranges:
    """Run the network on drawn lines and return the range of each tensor.

    Args:
        model: The recogniser in floating point.
        tensors: Names of its tensors.
        fonts: Folder that is searched for the fonts.

    Raises:
        FontsMissingError: Too few of them are there.
    """
    watched = onnx.ModelProto.FromString(model.SerializeToString())
    given = {tensor.name for tensor in (*model.graph.input, *model.graph.output)}
    watched.graph.output.extend(
        onnx.helper.make_empty_tensor_value_info(name) for name in tensors if name not in given
    )
    session = open_session(watched.SerializeToString())
    entry = model.graph.input[0].name
    outputs = [output.name for output in watched.graph.output]
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in tensors}
    for line in drawn_lines(find_fonts(fonts), count=LINES, seed=0):
        values = {entry: network_input(line)}
        values.update(zip(outputs, session.run(outputs, values), strict=True))
        for name in tensors:
            seen[name].append((float(values[name].min()), float(values[name].max())))
    return {name: _range(np.array(extremes)) for name, extremes in seen.items()}


def find_fonts(folder: Path) -> list[Path]:
    """Return those of :data:`FONTS` that lie anywhere in a folder; raises FontsMissingError."""
    found = {path.name: path for path in sorted(folder.rglob("*.[ot]tf")) if path.name in FONTS}
    if len(found) < FEWEST_FONTS:
        raise FontsMissingError(
            f"Only {len(found)} of the fonts that calibration draws with are here.",
            which=folder,
            remedy="Install fonts-dejavu, fonts-liberation, fonts-lato, fonts-noto-core, fonts-cmu.",
        )
    return [found[name] for name in FONTS if name in found]


def drawn_lines(fonts: Sequence[Path], *, count: int, seed: int) -> Iterator[Pixels]:
    """Yield lines of text as scanners and phones would show them, uint8 of shape (48, width, 3)."""
    random = np.random.default_rng(seed)
    for index in range(count):
        size = int(random.integers(18, 60))
        font = ImageFont.truetype(str(fonts[int(random.integers(len(fonts)))]), size)
        yield _worn(_drawn(SENTENCES[index % len(SENTENCES)], font, random), random)


def _drawn(text: str, font: ImageFont.FreeTypeFont, random: np.random.Generator) -> NDArray[np.float32]:
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text))
    margin = int(random.integers(2, 10))
    paper, ink = int(random.integers(170, 256)), int(random.integers(0, 110))
    if random.random() < 0.12:
        paper, ink = ink, paper
    image = Image.new(
        "RGB", (right - left + 2 * margin, bottom - top + 2 * margin), _tinted(paper, 20, random)
    )
    ImageDraw.Draw(image).text((margin - left, margin - top), text, font=font, fill=_tinted(ink, 60, random))
    width = max(1, round(image.width * HEIGHT / image.height))
    scaled = cv2.resize(np.asarray(image, np.float32), (width, HEIGHT), interpolation=cv2.INTER_AREA)
    return np.asarray(scaled, np.float32)


def _tinted(level: int, most: int, random: np.random.Generator) -> tuple[int, int, int]:
    red, green, blue = (int(np.clip(level + random.integers(-20, most), 0, 255)) for _ in range(3))
    return (red, green, blue)


def _worn(line: NDArray[np.float32], random: np.random.Generator) -> Pixels:
    if random.random() < 0.6:
        line = np.asarray(cv2.GaussianBlur(line, (0, 0), 0.3 + 1.6 * random.random()), np.float32)
    if random.random() < 0.4:
        shade = np.linspace(1, random.uniform(0.5, 1), line.shape[1], dtype=np.float32)
        line = line * shade[None, :, None]
    if random.random() < 0.6:
        line = line + random.normal(0, random.uniform(1, 14), line.shape).astype(np.float32)
    pixels = np.clip(line, 0, 255).astype(np.uint8)
    if random.random() < 0.5:
        _, jpeg = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(25, 80))])
        pixels = np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), np.uint8)
    return pixels


def _range(extremes: NDArray[np.float64]) -> tuple[float, float]:
    low = np.percentile(extremes[:, 0], CUT)
    high = np.percentile(extremes[:, 1], 100 - CUT)
    # Six digits are far finer than the 256 steps, and keep the file readable.
    return (float(f"{low:.6g}"), float(f"{high:.6g}"))
