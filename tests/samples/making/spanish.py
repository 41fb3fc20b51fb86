"""Documents in Spanish: an identity card, a shop receipt and a damage report with photos."""

import math

import cv2
import numpy as np
from making.canvas import GREY, Sheet
from making.layout import labelled, section, sun_mark, ticks
from making.mrz import Holder, td1
from PIL import Image, ImageDraw, ImageFilter

HOLDER = Holder(
    state="UTO",
    nationality="UTO",
    number="U48213907",
    surname="Robledal Pinto",
    given_names="Lucía Inés",
    born="910714",
    sex="F",
    expires="310203",
)
CARD = (1011, 638)


def identity_card() -> Sheet:
    """Both sides of an identity card of Utopia on one sheet, ID-1 size at 300 dpi."""
    sheet = Sheet(1240, 1560, "es", seed=31)
    for top in (90, 820):
        _blank_card(sheet, 115, top, seed=top)
    _front(sheet, 115, 90)
    _back(sheet, 115, 820)
    return sheet


def _blank_card(sheet: Sheet, left: int, top: int, *, seed: int) -> None:
    """Paste a card with guilloches and rounded corners."""
    width, height = CARD
    yy, xx = np.mgrid[:height, :width].astype(np.float32)
    base = np.stack([222 + 18 * xx / width, 233 - 6 * yy / height, 226 + 16 * yy / height], axis=-1)
    lines = np.zeros((height, width), np.float32)
    for turn in range(3):
        angle = turn * 1.05 + seed % 7
        wave = np.sin(
            (xx * math.cos(angle) + yy * math.sin(angle)) / 9 + 9 * np.sin(yy / 61 + xx / 117 + turn)
        )
        lines += np.exp(-((wave / 0.16) ** 2))
    rings = np.sin(np.hypot(xx - width * 0.72, yy - height * 0.45) / 5 + 3 * np.sin(np.arctan2(yy, xx) * 24))
    lines += 0.8 * np.exp(-((rings / 0.2) ** 2)) * (np.hypot(xx - width * 0.72, yy - height * 0.45) < 190)
    base -= np.clip(lines, 0, 1.6)[..., None] * np.array([22, 9, 15], np.float32)
    card = Image.fromarray(np.clip(base, 0, 255).astype(np.uint8))
    mask = Image.new("L", CARD, 0)
    ImageDraw.Draw(mask).rounded_rectangle([0, 0, width - 1, height - 1], 38, fill=255)
    sheet.image.paste(card, (left, top), mask)
    sheet.draw.rounded_rectangle(
        [left, top, left + width, top + height], 38, outline=(150, 160, 158), width=3
    )


def _pair(sheet: Sheet, x: float, y: float, label: str, value: str, size: int = 33) -> None:
    sheet.text(x, y, label, "sans", 19, fill=(70, 90, 110))
    sheet.text(x, y + 37, value, "sans-bold", size)


def _front(sheet: Sheet, left: int, top: int) -> None:
    sheet.draw.ellipse([left + 40, top + 28, left + 116, top + 104], outline=(120, 30, 50), width=5)
    star = [
        (left + 78 + r * math.sin(a * math.pi / 5), top + 67 - r * math.cos(a * math.pi / 5))
        for a, r in enumerate([30, 12] * 5)
    ]
    sheet.draw.polygon(star, fill=(120, 30, 50))
    sheet.text(left + 140, top + 62, "REPÚBLICA DE UTOPÍA", "serif-bold", 38, fill=(120, 30, 50))
    sheet.text(left + 140, top + 100, "DOCUMENTO NACIONAL DE IDENTIDAD", "sans", 25, fill=(60, 60, 80))
    _portrait(sheet, left + 45, top + 150, 270, 345)
    x = left + 350
    _pair(sheet, x, top + 168, "APELLIDOS", "ROBLEDAL PINTO")
    _pair(sheet, x, top + 250, "NOMBRES", "LUCÍA INÉS")
    _pair(sheet, x, top + 332, "SEXO", "F")
    _pair(sheet, x + 130, top + 332, "NACIONALIDAD", "UTOPIANA")
    _pair(sheet, x + 400, top + 332, "NACIMIENTO", "14/07/1991")
    _pair(sheet, x, top + 414, "EXPEDICIÓN", "03/02/2021")
    _pair(sheet, x + 400, top + 414, "VENCE", "03/02/2031")
    sheet.text(left + 45, top + 530, "DNI", "sans", 19, fill=(70, 90, 110))
    sheet.text(left + 45, top + 578, "U48213907", "mono-bold", 40, fill=(150, 25, 40))
    sheet.text(x, top + 530, "FIRMA DEL TITULAR", "sans", 19, fill=(70, 90, 110))
    sheet.signature(x + 20, top + 536, x + 280, top + 612, ink=(25, 25, 40))
    sheet.text(left + 970, top + 590, "MUESTRA SIN VALOR", "sans-bold", 22, anchor="rs", fill=(150, 25, 40))


def _portrait(sheet: Sheet, left: int, top: int, width: int, height: int) -> None:
    """Paste a blurred head and shoulders that look like nobody."""
    picture = Image.new("RGB", (width, height), (205, 212, 216))
    pen = ImageDraw.Draw(picture)
    pen.ellipse([width * 0.2, height * 0.1, width * 0.8, height * 0.72], fill=(52, 40, 36))
    pen.rectangle([width * 0.2, height * 0.4, width * 0.8, height * 0.68], fill=(52, 40, 36))
    pen.ellipse([width * 0.02, height * 0.74, width * 0.98, height * 1.5], fill=(88, 104, 132))
    pen.rectangle([width * 0.42, height * 0.6, width * 0.58, height * 0.8], fill=(158, 116, 92))
    pen.ellipse([width * 0.29, height * 0.19, width * 0.71, height * 0.68], fill=(176, 131, 104))
    for eye in (0.41, 0.59):
        pen.ellipse(
            [width * (eye - 0.035), height * 0.40, width * (eye + 0.035), height * 0.425], fill=(60, 44, 40)
        )
    pen.arc([width * 0.42, height * 0.48, width * 0.58, height * 0.58], 25, 155, fill=(130, 72, 66), width=4)
    picture = picture.filter(ImageFilter.GaussianBlur(4))
    sheet.image.paste(picture, (left, top))
    sheet.box(left, top, left + width, top + height, outline=(120, 130, 135))
    sheet.ignore((left, top, left + width, top + height))


def _back(sheet: Sheet, left: int, top: int) -> None:
    _pair(sheet, left + 50, top + 62, "DOMICILIO", "CALLE DEL MOLINO 27, BARRIO LA CEIBA", 30)
    _pair(sheet, left + 50, top + 144, "LUGAR DE NACIMIENTO", "VILLA SERENA, PROVINCIA DEL SUR", 30)
    _pair(sheet, left + 50, top + 226, "ESTADO CIVIL", "SOLTERA", 30)
    _pair(sheet, left + 330, top + 226, "AUTORIDAD", "REGISTRO CIVIL DE UTOPÍA", 30)
    _pair(sheet, left + 50, top + 308, "DONACIÓN DE ÓRGANOS", "SÍ", 30)
    _fingerprint_panel(sheet, left + 800, top + 50)
    sheet.draw.rectangle([left + 3, top + 395, left + CARD[0] - 3, top + 600], fill=(240, 243, 240))
    for row, zone in enumerate(td1(HOLDER)):
        sheet.text(left + 46, top + 452 + row * 58, zone, "ocr-b", 42)


def _fingerprint_panel(sheet: Sheet, left: int, top: int) -> None:
    sheet.box(left, top, left + 150, top + 180, outline=(140, 150, 150), fill=(246, 248, 246))
    sheet.thumbprint(left + 75, top + 90, 62, ink=(60, 60, 70))


RECEIPT: list[str] = [
    "CANT DESCRIPCION          IMPORTE",
    "---------------------------------",
    "  12 PLANCHA ZINC 3.6 M    342.00",
    "  40 LISTON MADERA 2X2     180.00",
    "   6 CLAVO 3 PULG. (KG)     39.60",
    "   4 ALAMBRE N.16 (KG)      30.00",
    "   8 LONA 4X6 M            236.00",
    "   2 MARTILLO               44.50",
    "   1 SERRUCHO 22 PULG.      31.90",
    "---------------------------------",
    "SUBTOTAL                   904.00",
    "DESCUENTO ONG 5 %          -45.20",
    "IMPUESTO 12 %              103.06",
]


def receipt() -> Sheet:
    """A narrow thermal receipt, 80 mm at 203 dpi."""
    sheet = Sheet(640, 1560, "es", seed=41)
    ink = (46, 44, 58)
    y = 84
    sheet.text(320, y, "FERRETERÍA EL TAPIAL", "mono-bold", 36, anchor="ms", fill=ink)
    for row in ("Av. Los Almendros 415, Puerto Sereno", "RUC 20999000417   Tel. 555-0173"):
        y += 36
        sheet.text(320, y, row, "mono", 22, anchor="ms", fill=ink)
    y += 58
    sheet.text(320, y, "COMPROBANTE DE VENTA", "mono-bold", 28, anchor="ms", fill=ink)
    y += 38
    sheet.text(320, y, "N.º B001-0027416", "mono", 25, anchor="ms", fill=ink)
    for row in ("Fecha: 21/05/2024    Hora: 10:42", "Cliente: AMANI RELIEF", "Cajera: Y. Sotomar   Caja: 02"):
        y += 40
        sheet.text(42, y, row, "mono", 25, fill=ink)
    y += 56
    for row in RECEIPT:
        _receipt_row(sheet, y, row, ink)
        y += 35
    y += 22
    sheet.text(42, y, "TOTAL", "mono-bold", 40, fill=ink)
    sheet.text(598, y, "961.86", "mono-bold", 40, anchor="rs", fill=ink)
    y += 48
    for row in ("EFECTIVO                   970.00", "VUELTO                       8.14"):
        _receipt_row(sheet, y, row, ink)
        y += 35
    y += 12
    for row in ("SON: NOVECIENTOS SESENTA Y UNO", "CON 86/100"):
        sheet.text(42, y, row, "mono", 25, fill=ink)
        y += 35
    y += 30
    sheet.text(42, y, "Recibí conforme:", "mono", 25, fill=ink)
    sheet.signature(300, y - 44, 590, y + 40)
    sheet.rule(290, y + 42, 598, y + 42, width=2, fill=ink)
    y += 88
    sheet.text(42, y, "Nombre: T. Aldunarte", "mono", 25, fill=ink)
    y += 66
    sheet.text(320, y, "Conserve este comprobante", "mono", 25, anchor="ms", fill=ink)
    y += 36
    sheet.text(320, y, "¡Gracias por su compra!", "mono", 25, anchor="ms", fill=ink)
    _barcode(sheet, 120, y + 34, 400, 90, ink)
    sheet.text(320, y + 158, "7750027416052", "mono", 24, anchor="ms", fill=ink)
    return sheet


def _receipt_row(sheet: Sheet, y: float, row: str, ink: tuple[int, int, int]) -> None:
    """Print an article as two lines of truth, name and price, since a wide gap parts them."""
    if row.startswith("---"):
        for x in range(42, 598, 17):
            sheet.rule(x, y - 8, x + 11, y - 8, fill=ink)
        return
    name, price = row.rsplit(maxsplit=1)
    sheet.text(
        42 if row[0] != " " else 42 + 15.05 * (len(row) - len(row.lstrip())),
        y,
        name.strip(),
        "mono",
        25,
        fill=ink,
    )
    sheet.text(598, y, price, "mono", 25, anchor="rs", fill=ink)


def _barcode(
    sheet: Sheet, left: float, top: float, width: float, height: float, ink: tuple[int, int, int]
) -> None:
    x = left
    while x < left + width:
        bar = sheet.random.choice((3, 3, 6, 9))
        sheet.draw.rectangle([x, top, x + bar - 1, top + height], fill=ink)
        x += bar + sheet.random.choice((3, 3, 6))
    sheet.ignore((left, top, left + width, top + height))


def damage_report() -> Sheet:
    """A page of a damage assessment with two photos, A4 at 150 dpi."""
    sheet = Sheet(1240, 1754, "es", seed=51)
    left, right, orange = 80, 1160, (190, 84, 20)
    sun_mark(sheet, 124, 112, 38, orange)
    sheet.text(182, 104, "AMANI RELIEF", "lato-black", 32, fill=orange)
    sheet.text(182, 134, "Equipo de alojamiento y asentamientos", "lato", 20, fill=GREY)
    sheet.text(right, 104, "Informe n.º DA-0061", "lato-bold", 22, anchor="rs")
    sheet.text(right, 134, "Visita: 18 de junio de 2024", "lato", 20, anchor="rs", fill=GREY)
    sheet.text(620, 214, "EVALUACIÓN DE DAÑOS EN VIVIENDA", "lato-black", 36, anchor="ms")
    labelled(sheet, left, 274, "Municipio:", "Puerto Sereno", 600)
    labelled(sheet, 640, 274, "Barrio:", "La Ceiba", right)
    labelled(sheet, left, 318, "Propietaria:", "Edelmira Tocachi", 600)
    labelled(sheet, 640, 318, "Personas en la casa:", "6", right)
    sheet.text(left, 362, "Nivel de daño:", "sans-bold", 20)
    levels = [("Leve", False), ("Moderado", False), ("Grave", True), ("Destruida", False)]
    ticks(sheet, 250, 362, levels, step=190)
    section(sheet, 416, "REGISTRO FOTOGRÁFICO", left=left, right=right, fill=orange)
    for place, (x, caption) in enumerate(
        [
            (left, ["Foto 1. Fachada norte. Grieta diagonal", "en el muro, de la ventana al suelo."]),
            (640, ["Foto 2. Techo. Faltan nueve planchas", "de zinc y dos vigas están partidas."]),
        ]
    ):
        _photo(sheet, x, 446, 520, 390, roofless=bool(place))
        for row, text in enumerate(caption):
            sheet.text(x, 872 + row * 30, text, "lato", 21)
    section(sheet, 966, "DESCRIPCIÓN", left=left, right=right, fill=orange)
    y = sheet.paragraph(
        left,
        1014,
        "La vivienda es de bloque de cemento con techo de zinc. El viento levantó la mitad del techo "
        "y el muro norte quedó agrietado. El agua entró en las dos habitaciones y dañó los colchones "
        "y los alimentos. La familia duerme por ahora en la escuela del barrio. La letrina sigue en "
        "uso y el pozo está limpio.",
        right - left,
        "lato",
        23,
    )
    section(sheet, y + 50, "RECOMENDACIONES", left=left, right=right, fill=orange)
    advice = [
        "1. Entregar un juego de reparación de techo y dos lonas.",
        "2. Apuntalar el muro norte antes de que la familia vuelva.",
        "3. Incluir a la familia en la lista de ayuda en efectivo.",
    ]
    for row, text in enumerate(advice):
        sheet.text(left, y + 104 + row * 40, text, "lato", 23)
    sheet.text(left, 1490, "Evaluador:", "sans", 20)
    sheet.typed(left + 120, 1490, "Nicanor Urdapal", 23)
    sheet.signature(left + 120, 1514, left + 420, 1600)
    sheet.square_stamp(960, 1510, ["REVISADO", "20 JUN 2024"], ink=(40, 70, 150))
    sheet.rule(left, 1672, right, 1672, width=1, fill=GREY)
    sheet.text(left, 1698, "Uso interno. No difundir fotos sin permiso de la familia.", "sans", 16, fill=GREY)
    sheet.text(right, 1698, "1 de 1", "sans", 16, anchor="rs", fill=GREY)
    return sheet


def _photo(sheet: Sheet, left: int, top: int, width: int, height: int, *, roofless: bool) -> None:
    """Paste a picture of a damaged house, drawn, textured and blurred like a small phone photo."""
    rng = np.random.default_rng(sheet.seed + roofless)
    picture = Image.new("RGB", (width, height))
    pen = ImageDraw.Draw(picture)
    for y in range(height):
        part = y / height
        pen.line(
            [(0, y), (width, y)], fill=(int(160 + 70 * part), int(185 + 40 * part), int(215 + 10 * part))
        )
    pen.polygon(
        [(0, 210), (120, 150), (260, 190), (400, 140), (520, 200), (520, 300), (0, 300)], fill=(92, 112, 84)
    )
    pen.rectangle([0, 285, width, height], fill=(148, 120, 88))
    pen.rectangle([90, 150, 440, 320], fill=(196, 184, 164))
    for row in range(150, 320, 17):
        pen.line([(90, row), (440, row)], fill=(176, 164, 146))
        for column in range(90 + (row // 17 % 2) * 17, 440, 35):
            pen.line([(column, row), (column, row + 17)], fill=(176, 164, 146))
    pen.rectangle([140, 195, 205, 255], fill=(52, 60, 66))
    pen.rectangle([300, 205, 360, 320], fill=(88, 62, 44))
    pen.polygon([(65, 152), (120, 82), (410, 82), (465, 152)], fill=(134, 92, 74))
    for step in range(70, 465, 13):
        pen.line([(step, 152), (120 + (step - 65) * 290 / 400, 82)], fill=(112, 74, 60))
    crack = [(205, 255)]
    while crack[-1][1] < 318:
        crack.append((crack[-1][0] + int(rng.integers(-2, 13)), crack[-1][1] + int(rng.integers(5, 11))))
    pen.line(crack, fill=(58, 50, 44), width=5)
    if roofless:
        pen.polygon([(240, 82), (330, 82), (380, 152), (225, 152)], fill=(40, 36, 36))
        for beam in (250, 290, 330):
            pen.line([(beam, 84), (beam + int(rng.integers(-12, 30)), 150)], fill=(120, 90, 60), width=6)
        pen.polygon([(380, 345), (470, 312), (500, 330), (405, 366)], fill=(150, 104, 84))
    for _ in range(70):
        x, y, side = int(rng.integers(60, 480)), int(rng.integers(312, 360)), int(rng.integers(3, 15))
        shade = int(rng.integers(110, 190))
        pen.polygon(
            [(x, y), (x + side, y - side // 2), (x + side + 4, y + side // 2)],
            fill=(shade, shade - 8, shade - 20),
        )
    pixels = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.9)), np.float32)
    rough = cv2.resize(
        rng.random((40, 52)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    yy, xx = np.mgrid[:height, :width].astype(np.float32)
    vignette = 1.05 - 0.35 * np.hypot(xx / width - 0.5, yy / height - 0.5)
    pixels = pixels * (0.95 + 0.1 * rough[..., None]) * vignette[..., None]
    pixels += rng.standard_normal((height, width, 1)).astype(np.float32) * 7
    sheet.image.paste(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)), (left, top))
    sheet.ignore((left, top, left + width, top + height))
