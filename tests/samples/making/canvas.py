"""A sheet of paper to print on, which remembers what was printed where.

Whatever is printed with :meth:`Sheet.text` and its kin becomes a line of the ground truth. What is only drawn
(signatures, thumbprints, stamps) becomes an ignored place. Coordinates are pixels of the sheet.
"""

import math
import random
import unicodedata
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONTS = {
    "sans": "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
    "sans-bold": "/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf",
    "sans-italic": "/usr/share/fonts/truetype/liberation2/LiberationSans-Italic.ttf",
    "narrow": "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed.ttf",
    "narrow-bold": "/usr/share/fonts/truetype/dejavu/DejaVuSansCondensed-Bold.ttf",
    "serif": "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "serif-bold": "/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf",
    "serif-italic": "/usr/share/fonts/truetype/liberation2/LiberationSerif-Italic.ttf",
    "lato": "/usr/share/fonts/truetype/lato/Lato-Regular.ttf",
    "lato-bold": "/usr/share/fonts/truetype/lato/Lato-Bold.ttf",
    "lato-black": "/usr/share/fonts/truetype/lato/Lato-Black.ttf",
    "mono": "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
    "mono-bold": "/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf",
    "typewriter": "/usr/share/fonts/opentype/courier-prime/Courier Prime.otf",
    "typewriter-bold": "/usr/share/fonts/opentype/courier-prime/Courier Prime Bold.otf",
    "hand": "/usr/share/fonts/truetype/klee/KleeOne-SemiBold.ttf",
    "ocr-b": "/usr/share/fonts/opentype/ocr-b/OCRB.otf",
    "naskh": "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf",
    "naskh-bold": "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Bold.ttf",
    "kufi-bold": "/usr/share/fonts/truetype/noto/NotoKufiArabic-Bold.ttf",
    "amiri": "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf",
    "amiri-bold": "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Bold.ttf",
}

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]
BLACK: Colour = (28, 27, 30)
GREY: Colour = (95, 95, 100)
BLUE_INK: Colour = (20, 36, 108)
WHITE: Colour = (255, 255, 255)


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a font of the table at a size in pixels."""
    return ImageFont.truetype(FONTS[name], size, layout_engine=ImageFont.Layout.RAQM)


@dataclass
class PrintedLine:
    """A line of the ground truth: logical text, quad of shape (4, 2) from the text's own top left."""

    text: str
    quad: np.ndarray
    language: str


@dataclass
class Sheet:
    """Paper, ink and the truth about it."""

    width: int
    height: int
    language: str
    seed: int
    paper: Colour = WHITE
    lines: list[PrintedLine] = field(default_factory=list)
    ignored: list[np.ndarray] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", (self.width, self.height), self.paper)
        self.draw = ImageDraw.Draw(self.image)
        self.random = random.Random(self.seed)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        name: str = "sans",
        size: int = 20,
        *,
        fill: Colour = BLACK,
        anchor: str = "ls",
        language: str | None = None,
        known: bool = True,
    ) -> Box:
        """Print one line at its baseline and return its box; Arabic script runs from right to left.

        Args:
            x: Left, middle or right of the text, as ``anchor`` says.
            y: Baseline.
            text: In logical order.
            name: A font of the table.
            size: In pixels.
            fill: Colour of the ink.
            anchor: ``ls``, ``ms`` or ``rs``.
            language: Where it is not the sheet's.
            known: Whether it belongs to the ground truth.
        """
        language = language or self.language
        way = {"direction": "rtl", "language": "ar"} if language == "ar" else {"direction": "ltr"}
        face = font(name, size)
        box = self.draw.textbbox((x, y), text, font=face, anchor=anchor, **way)
        self.draw.text((x, y), text, font=face, fill=fill, anchor=anchor, **way)
        if known:
            self.know(text, box, language)
        return box

    def know(self, text: str, box: Box, language: str | None = None) -> None:
        """Write a line and its box into the ground truth."""
        left, top, right, bottom = box
        quad = np.array(
            [[left - 2, top - 2], [right + 2, top - 2], [right + 2, bottom + 2], [left - 2, bottom + 2]]
        )
        text = unicodedata.normalize("NFC", " ".join(text.split()))
        self.lines.append(PrintedLine(text, quad, language or self.language))

    def ignore(self, box: Box) -> None:
        """Mark a place as not to be scored."""
        left, top, right, bottom = box
        self.ignored.append(np.array([[left, top], [right, top], [right, bottom], [left, bottom]]))

    def typed(
        self,
        x: float,
        y: float,
        text: str,
        size: int = 22,
        *,
        name: str = "typewriter",
        fill: Colour = (24, 22, 36),
        rise: float = 0.8,
    ) -> Box:
        """Print character by character with the unevenness of a machine or of a neat hand."""
        face = font(name, size)
        box = self.draw.textbbox((x, y), text, font=face, anchor="ls")
        for place, letter in enumerate(text):
            shade = self.random.randint(0, 28)
            colour = (fill[0] + shade, fill[1] + shade, fill[2] + shade)
            along = x + self.draw.textlength(text[:place], font=face)
            across = y + self.random.uniform(-rise, rise)
            self.draw.text((along, across), letter, font=face, fill=colour, anchor="ls")
        self.know(text, box)
        return box

    def written(self, x: float, y: float, text: str, size: int = 24, *, fill: Colour = BLUE_INK) -> Box:
        """Print in a legible hand; it counts as printed text."""
        return self.typed(x, y, text, size, name="hand", fill=fill, rise=1.1)

    def paragraph(
        self,
        x: float,
        y: float,
        text: str,
        width: float,
        name: str,
        size: int,
        *,
        leading: float = 1.35,
        language: str | None = None,
        fill: Colour = BLACK,
    ) -> float:
        """Print a wrapped paragraph and return the baseline after it; ``x`` is the right edge for Arabic."""
        language = language or self.language
        anchor = "rs" if language == "ar" else "ls"
        for row in wrapped(text, width, name, size):
            self.text(x, y, row, name, size, anchor=anchor, language=language, fill=fill)
            y += size * leading
        return y

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, *, width: int = 2, fill: Colour = BLACK
    ) -> None:
        """Draw a straight line."""
        self.draw.line([(x1, y1), (x2, y2)], fill=fill, width=width)

    def box(self, left: float, top: float, right: float, bottom: float, **style: object) -> None:
        """Draw a rectangle."""
        self.draw.rectangle([left, top, right, bottom], **{"outline": BLACK, "width": 2, **style})

    def checkbox(self, x: float, y: float, *, ticked: bool, side: int = 18, ink: Colour = BLUE_INK) -> None:
        """Draw a box standing on the baseline, crossed by pen where ticked."""
        self.box(x, y - side, x + side, y, width=2)
        if ticked:
            nudge = [self.random.uniform(-4, 4) for _ in range(8)]
            self.draw.line(
                [(x - 2 + nudge[0], y - side - 2 + nudge[1]), (x + side + 2 + nudge[2], y + 2 + nudge[3])],
                fill=ink,
                width=3,
            )
            self.draw.line(
                [(x - 1 + nudge[4], y + 1 + nudge[5]), (x + side + 3 + nudge[6], y - side - 3 + nudge[7])],
                fill=ink,
                width=3,
            )

    def signature(self, left: float, top: float, right: float, bottom: float, ink: Colour = BLUE_INK) -> None:
        """Scribble a signature into a box and mark the place as ignored."""
        steps, height = 160, bottom - top
        waves = [(self.random.uniform(2, 11), self.random.uniform(0, 6.3)) for _ in range(4)]
        strength = [self.random.uniform(0.25, 1) / (1 + rate / 4) for rate, _ in waves]
        points = []
        for step in range(steps):
            part = step / steps
            swing = sum(
                weight * math.sin(rate * part * 6.3 + phase)
                for weight, (rate, phase) in zip(strength, waves, strict=True)
            ) / sum(strength)
            fade = 1 - 0.65 * part
            loop = math.sin(part * 55 + waves[0][1]) * (right - left) * 0.03
            points.append(
                (left + part * (right - left) + loop, (top + bottom) / 2 + swing * fade * height / 2)
            )
        strokes = [points]
        if self.random.random() < 0.6:
            rise = self.random.uniform(0.15, 0.4)
            strokes.append([(left, bottom - height * 0.12), (right, bottom - height * rise)])
        self._stroke(strokes, ink, width=3)
        xs, ys = zip(*points, strict=True)
        self.ignore((min(xs) - 4, min(top, *ys) - 4, max(right, *xs) + 4, max(bottom, *ys) + 4))

    def _stroke(self, strokes: list[list[tuple[float, float]]], ink: Colour, width: int) -> None:
        """Draw lines smoothly, twice as large and then reduced."""
        large = Image.new("L", (self.width * 2, self.height * 2), 0)
        pen = ImageDraw.Draw(large)
        for stroke in strokes:
            pen.line([(x * 2, y * 2) for x, y in stroke], fill=235, width=width * 2, joint="curve")
        self.image.paste(ink, (0, 0), large.resize(self.image.size, Image.Resampling.BOX))

    def thumbprint(self, x: float, y: float, radius: float, ink: Colour = (70, 50, 140)) -> None:
        """Press an inked thumb, centred at a point, and mark the place as ignored."""
        layer = Image.new("L", (int(radius * 4), int(radius * 4)), 0)
        pen = ImageDraw.Draw(layer)
        middle = radius * 2
        drift = self.random.uniform(-0.3, 0.3) * radius
        for ring in range(1, int(radius / 2.4)):
            reach = ring * 2.6
            pen.ellipse(
                [
                    middle - reach + drift,
                    middle - reach * 1.3,
                    middle + reach * 0.9 + drift,
                    middle + reach * 1.5,
                ],
                outline=self.random.randint(110, 220),
                width=1,
            )
        grain = np.random.default_rng(self.random.randrange(2**31)).random((layer.height, layer.width))
        yy, xx = np.mgrid[: layer.height, : layer.width]
        oval = ((xx - middle) / (radius * 0.85)) ** 2 + ((yy - middle) / (radius * 1.1)) ** 2 < 1
        alpha = np.array(layer) * (grain > 0.3) * oval
        mask = Image.fromarray(alpha.astype(np.uint8)).rotate(
            self.random.uniform(-25, 25), Image.Resampling.BICUBIC
        )
        self.image.paste(ink, (round(x - middle), round(y - middle)), mask)
        self.ignore((x - radius, y - radius * 1.1, x + radius, y + radius * 1.1))

    def round_stamp(
        self, x: float, y: float, radius: int, around: str, inside: list[str], ink: Colour = (60, 60, 160)
    ) -> None:
        """Press a round rubber stamp, tilted and patchy, and mark the place as ignored."""
        side = radius * 2 + 20
        layer = Image.new("L", (side, side), 0)
        pen, middle = ImageDraw.Draw(layer), side / 2
        for reach, width in ((radius, 4), (radius - 7, 1), (radius * 0.62, 2)):
            pen.ellipse(
                [middle - reach, middle - reach, middle + reach, middle + reach], outline=230, width=width
            )
        face = font("sans-bold", round(radius * 0.2))
        for place, letter in enumerate(around):
            angle = 2 * math.pi * place / len(around)
            glyph = Image.new("L", (40, 40), 0)
            ImageDraw.Draw(glyph).text((20, 20), letter, font=face, fill=230, anchor="mm")
            glyph = glyph.rotate(-math.degrees(angle), Image.Resampling.BICUBIC)
            reach = radius * 0.79
            at = (
                round(middle + reach * math.sin(angle) - 20),
                round(middle - reach * math.cos(angle) - 20),
            )
            layer.paste(230, at, glyph)
        for row, text in enumerate(inside):
            offset = (row - (len(inside) - 1) / 2) * radius * 0.3
            pen.text(
                (middle, middle + offset),
                text,
                font=font("sans-bold", round(radius * 0.22)),
                fill=230,
                anchor="mm",
            )
        self._press(layer, x, y, ink)

    def square_stamp(
        self, x: float, y: float, rows: list[str], ink: Colour = (170, 40, 50), size: int = 26
    ) -> None:
        """Press a boxed rubber stamp, tilted and patchy, and mark the place as ignored."""
        face = font("sans-bold", size)
        width = round(max(face.getlength(row) for row in rows)) + 36
        height = round(len(rows) * size * 1.3) + 26
        layer = Image.new("L", (width + 40, height + 40), 0)
        pen = ImageDraw.Draw(layer)
        pen.rectangle([20, 20, width + 20, height + 20], outline=230, width=4)
        for row, text in enumerate(rows):
            pen.text(
                (width / 2 + 20, 20 + 13 + size * 0.65 + row * size * 1.3),
                text,
                font=face,
                fill=230,
                anchor="mm",
            )
        self._press(layer, x, y, ink)

    def _press(self, layer: Image.Image, x: float, y: float, ink: Colour) -> None:
        turned = layer.rotate(self.random.uniform(-14, 14), Image.Resampling.BICUBIC, expand=True)
        seed = np.random.default_rng(self.random.randrange(2**31))
        coarse = Image.fromarray((seed.random((12, 12)) * 255).astype(np.uint8)).resize(
            turned.size, Image.Resampling.BICUBIC
        )
        patchy = 0.45 + 0.55 * np.array(coarse) / 255
        speckle = seed.random((turned.height, turned.width)) > 0.1
        alpha = np.array(turned) * patchy * speckle * 0.85
        left, top = round(x - turned.width / 2), round(y - turned.height / 2)
        self.image.paste(ink, (left, top), Image.fromarray(alpha.astype(np.uint8)))
        inked = turned.getbbox()
        assert inked is not None
        self.ignore((left + inked[0], top + inked[1], left + inked[2], top + inked[3]))


def wrapped(text: str, width: float, name: str, size: int) -> list[str]:
    """Break a text into rows that fit a width."""
    face, rows, row = font(name, size), [], ""
    for word in text.split():
        longer = f"{row} {word}".strip()
        if row and face.getlength(longer) > width:
            rows.append(row)
            row = word
        else:
            row = longer
    return [*rows, row] if row else rows
