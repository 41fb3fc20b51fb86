"""A PDF as an office sends it: a page of real text, and a scan behind it."""

import io
from pathlib import Path

import numpy as np
from making.canvas import FONTS, PrintedLine
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.276, 841.89
DPI = 200

SUMMARY = (
    "Heavy rain between 3 and 6 November caused the Tembo River to leave its banks. Four villages in "
    "the lower part of Sereni District are under water. The district office counts 1,264 displaced "
    "households, most of whom now stay in three schools and with relatives. No deaths have been "
    "confirmed. Two people are still missing."
)
NEEDS = [
    "Shelter: 640 houses are destroyed and 412 are damaged.",
    "Water: nine of fourteen wells are flooded and must be cleaned.",
    "Health: 37 cases of acute watery diarrhoea in the past week.",
    "Food: household stocks are lost; market prices rose by 30 %.",
]
RESPONSE = (
    "Amani Relief registered 518 households on 8 and 9 November. One truck of relief items arrived on "
    "10 November (see the delivery note in French on the next page). Distribution starts on 13 "
    "November at the primary school. A mobile clinic visits each school twice a week, and water "
    "trucking brings 45,000 litres a day."
)
FIGURES = [
    ("Village", "Households", "Displaced", "Registered"),
    ("Lower Tembo", "486", "402", "211"),
    ("Kisima", "390", "351", "164"),
    ("Mwaloni", "318", "297", "143"),
    ("Old Ferry", "240", "214", "0"),
]


class TextPage:
    """Prints lines of text on a PDF page and remembers them in pixels at 200 dpi."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.lines: list[PrintedLine] = []

    def text(self, x: float, y: float, text: str, face: str, size: float, *, right: bool = False) -> None:
        """Print one line; ``y`` is the baseline from the top of the page, in points."""
        self.canvas.setFont(face, size)
        width = pdfmetrics.stringWidth(text, face, size)
        left = x - width if right else x
        self.canvas.drawString(left, HEIGHT - y, text)
        box = np.array(
            [[left, y - size * 0.8], [left + width, y - size * 0.8], [left + width, y + size * 0.22]]
        )
        quad = np.vstack([box, [[left, y + size * 0.22]]]) * DPI / 72
        self.lines.append(PrintedLine(text, quad, "en"))

    def paragraph(self, x: float, y: float, text: str, width: float, face: str, size: float) -> float:
        """Print a wrapped paragraph and return the baseline after it."""
        row = ""
        for word in [*text.split(), None]:
            longer = f"{row} {word}".strip() if word else ""
            if word is None or pdfmetrics.stringWidth(longer, face, size) > width:
                self.text(x, y, row, face, size)
                y += size * 1.4
                row = word or ""
            else:
                row = longer
        return y


def write_report(path: Path, scan_jpeg: bytes) -> list[PrintedLine]:
    """Write the PDF and return the lines of its first page."""
    for face in ("sans", "sans-bold", "serif", "serif-bold"):
        pdfmetrics.registerFont(TTFont(face, FONTS[face]))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1, lang="en")
    canvas.setTitle("Situation report No. 7")
    canvas.setAuthor("Amani Relief")
    page = TextPage(canvas)
    _situation_report(page)
    canvas.showPage()
    canvas.drawImage(ImageReader(io.BytesIO(scan_jpeg)), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    canvas.save()
    path.write_bytes(buffer.getvalue())
    return page.lines


def _situation_report(page: TextPage) -> None:
    canvas, left, right = page.canvas, 60.0, WIDTH - 60
    canvas.setFillColorRGB(0.12, 0.36, 0.28)
    canvas.rect(0, HEIGHT - 34, WIDTH, 34, stroke=0, fill=1)
    canvas.setFillColorRGB(0.1, 0.1, 0.12)
    page.text(left, 84, "Situation report No. 7", "sans-bold", 22)
    page.text(left, 106, "Floods in Sereni District", "sans", 14)
    page.text(right, 84, "Amani Relief", "sans-bold", 12, right=True)
    page.text(right, 106, "11 November 2023", "sans", 11, right=True)
    canvas.line(left, HEIGHT - 118, right, HEIGHT - 118)
    page.text(left, 150, "Summary", "sans-bold", 14)
    y = page.paragraph(left, 172, SUMMARY, right - left, "serif", 12)
    page.text(left, y + 18, "Most urgent needs", "sans-bold", 14)
    y += 40
    for need in NEEDS:
        canvas.circle(left + 4, HEIGHT - y + 4, 2, stroke=0, fill=1)
        page.text(left + 14, y, need, "serif", 12)
        y += 17
    page.text(left, y + 18, "What has been done", "sans-bold", 14)
    y = page.paragraph(left, y + 40, RESPONSE, right - left, "serif", 12)
    page.text(left, y + 18, "Figures by village", "sans-bold", 14)
    y += 46
    for row, cells in enumerate(FIGURES):
        face = "sans-bold" if row == 0 else "sans"
        for column, value in enumerate(cells):
            x = left + 6 if column == 0 else left + 130 + column * 110
            page.text(x, y, value, face, 11, right=column > 0)
        canvas.line(left, HEIGHT - y - 6, right, HEIGHT - y - 6)
        y += 22
    page.text(left, 780, "Contact: Sereni field office, telephone 555 0186", "sans", 10)
    page.text(right, 780, "Page 1 of 2", "sans", 10, right=True)
