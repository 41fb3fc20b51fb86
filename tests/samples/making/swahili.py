"""Documents in Swahili: an outpatient register and a child's vaccination card."""

import csv
import io
from pathlib import Path

from making.canvas import BLACK, GREY, Sheet, font
from making.layout import grid, labelled, print_cell, sun_mark

HAND = 22


def _visits() -> tuple[list[str], list[list[str]]]:
    """Return the register's column heads and its rows (sex: KE is mwanamke, ME is mwanamume)."""
    text = Path(__file__).with_name("visits.csv").read_text(encoding="utf-8")
    heads, *rows = csv.reader(io.StringIO(text))
    return heads, rows


def _column_widths(names: list[str], visits: list[list[str]]) -> list[int]:
    """Return widths that fit the longest entry of each column."""
    heads = [font("narrow-bold", 20).getlength(head) for head in names]
    entries = [
        max(font("hand", HAND).getlength(visit[place]) for visit in visits) for place in range(len(heads))
    ]
    return [round(max(pair)) + 18 for pair in zip(heads, entries, strict=True)]


def clinic_register() -> Sheet:
    """A landscape page of an outpatient register, filled in by a neat hand, A4 at 183 dpi."""
    sheet = Sheet(2140, 1513, "sw", seed=61)
    names, visits = _visits()
    widths = _column_widths(names, visits)
    left, right = 80, 80 + sum(widths)
    sheet.text(left, 92, "KITUO CHA AFYA MWANGAZA", "narrow-bold", 30)
    sheet.text(left, 126, "Kwa msaada wa Amani Relief", "narrow", 20, fill=GREY)
    sheet.text(1070, 100, "DAFTARI LA WAGONJWA WA NJE", "narrow-bold", 36, anchor="ms")
    sheet.text(right, 92, "Ukurasa 27", "narrow-bold", 22, anchor="rs")
    labelled(sheet, left, 180, "Wilaya:", "Pwani Mpya", 560, hand=True)
    labelled(sheet, 600, 180, "Kata:", "Mto wa Chumvi", 1060, hand=True)
    labelled(sheet, 1100, 180, "Mwezi:", "Machi 2024", 1440, hand=True)
    labelled(sheet, 1480, 180, "Mhudumu:", "Muuguzi S. Kapilimbo", right, hand=True)
    xs, ys = grid(sheet, left, 212, widths, [58, *[70] * len(visits)], ink=(70, 90, 120))
    for column, head in enumerate(names):
        print_cell(
            sheet, (xs[column], xs[column + 1]), ys[0] + 38, head, how="narrow-bold", size=20, align="middle"
        )
    for row, visit in enumerate(visits):
        for column, value in enumerate(visit):
            align = "middle" if column in (0, 4) else "left"
            span = (xs[column], xs[column + 1])
            print_cell(sheet, span, ys[row + 1] + 46, value, how="written", size=HAND, align=align)
    foot = ys[-1] + 48
    sheet.text(left, foot, "Jumla ya wagonjwa: 15", "narrow-bold", 21)
    sheet.text(left + 360, foot, "Chini ya miaka 5: 4", "narrow", 21)
    sheet.text(left + 640, foot, "Waliopewa rufaa: 2", "narrow", 21)
    sheet.text(right - 520, foot, "Sahihi ya mhudumu:", "narrow", 21)
    sheet.signature(right - 280, foot - 40, right - 20, foot + 28)
    return sheet


DOSES = [
    ("BCG", "Kuzaliwa", "14/11/2023", "21/11/2023"),
    ("Polio 0", "Kuzaliwa", "14/11/2023", "21/11/2023"),
    ("Penta 1, Polio 1, PCV 1, Rota 1", "Wiki 6", "26/12/2023", "28/12/2023"),
    ("Penta 2, Polio 2, PCV 2, Rota 2", "Wiki 10", "23/01/2024", "23/01/2024"),
    ("Penta 3, Polio 3, PCV 3", "Wiki 14", "20/02/2024", "27/02/2024"),
    ("Vitamini A", "Miezi 6", "14/05/2024", "16/05/2024"),
    ("Surua na Rubela 1", "Miezi 9", "14/08/2024", ""),
    ("Surua na Rubela 2", "Miezi 18", "14/05/2025", ""),
]


def vaccination_card() -> Sheet:
    """A child's vaccination card, printed on yellow card, to be photographed."""
    sheet = Sheet(1100, 1480, "sw", seed=71, paper=(246, 226, 158))
    left, right, green = 70, 1030, (22, 96, 60)
    sun_mark(sheet, 120, 112, 44, green)
    sheet.text(190, 104, "KADI YA CHANJO YA MTOTO", "lato-black", 42, fill=green)
    sheet.text(190, 144, "Kituo cha Afya Mwangaza, Wilaya ya Pwani Mpya", "lato", 24, fill=(60, 60, 50))
    sheet.rule(left, 176, right, 176, width=4, fill=green)
    labelled(sheet, left, 232, "Namba ya kadi:", "MWZ-2023-0719", 560, hand=True, size=24)
    labelled(sheet, 590, 232, "Jinsia:", "KE", right, hand=True, size=24)
    labelled(sheet, left, 286, "Jina la mtoto:", "Furaha Makame Upepo", right, hand=True, size=24)
    labelled(sheet, left, 340, "Tarehe ya kuzaliwa:", "14/11/2023", 560, hand=True, size=24)
    labelled(sheet, 590, 340, "Uzito:", "Kilo 3.1", right, hand=True, size=24)
    labelled(sheet, left, 394, "Jina la mama:", "Zuhura Makame", 560, hand=True, size=24)
    labelled(sheet, 590, 394, "Kijiji:", "Mtakuja", right, hand=True, size=24)
    xs, ys = grid(sheet, left, 436, [400, 150, 205, 205], [58, *[64] * len(DOSES)], ink=green)
    for column, head in enumerate(("Chanjo", "Umri", "Apewe tarehe", "Alipewa tarehe")):
        print_cell(
            sheet, (xs[column], xs[column + 1]), ys[0] + 39, head, how="lato-bold", size=24, fill=green
        )
    for row, dose in enumerate(DOSES):
        for column, value in enumerate(dose):
            how = "lato" if column < 2 else "written"
            span = (xs[column], xs[column + 1])
            print_cell(
                sheet, span, ys[row + 1] + 42, value, how=how, size=25 if column > 1 else 24, fill=BLACK
            )
    sheet.text(left, 1074, "Ushauri kwa mama na baba", "lato-bold", 27, fill=green)
    advice = [
        "1. Leta kadi hii kila unapokuja kliniki.",
        "2. Mnyonyeshe mtoto maziwa ya mama pekee hadi miezi sita.",
        "3. Mlete mtoto mara moja akiwa na homa kali au degedege.",
        "4. Mtoto alale ndani ya chandarua chenye dawa kila usiku.",
    ]
    for row, text in enumerate(advice):
        sheet.text(left, 1118 + row * 42, text, "lato", 25)
    labelled(sheet, left, 1322, "Tarehe ya kurudi:", "14/08/2024", 480, hand=True, size=24)
    sheet.text(left, 1400, "Sahihi ya muuguzi:", "lato", 24)
    sheet.signature(left + 220, 1350, left + 470, 1430)
    sheet.round_stamp(860, 1348, 92, "KITUO CHA AFYA * MWANGAZA * ", ["CHANJO"], ink=(110, 40, 120))
    return sheet
