"""Documents in Arabic: a distribution list, and a consent form in English and Arabic."""
# ruff: noqa: RUF001 - Arabic digits are meant

import csv
import io
from itertools import pairwise
from pathlib import Path

from making.canvas import GREY, Sheet, font, wrapped
from making.layout import grid, print_cell, sun_mark

LIST_COLUMNS = [
    ("م", 52),
    ("اسم رب الأسرة", 268),
    ("رقم البطاقة", 150),
    ("عدد الأفراد", 118),
    ("بطانيات", 100),
    ("فرشات", 92),
    ("دلاء", 80),
    ("التوقيع أو البصمة", 220),
]

FAMILIES = [
    ("١", "خديجة محمود الرندي", "٤٤٠١٢", "٥", "٥", "٣", "١"),
    ("٢", "يوسف إبراهيم القصاب", "٤٤٠١٣", "٧", "٧", "٤", "٢"),
    ("٣", "مريم عبد الله السهلي", "٤٤٠١٧", "٣", "٣", "٢", "١"),
    ("٤", "أحمد سالم الوادعي", "٤٤٠٢٠", "٩", "٩", "٥", "٢"),
    ("٥", "فاطمة حسن النجار", "٤٤٠٢١", "٦", "٦", "٣", "١"),
    ("٦", "عمر طارق الحداد", "٤٤٠٢٨", "٤", "٤", "٢", "١"),
    ("٧", "آمنة سعيد الفخراني", "٤٤٠٣٣", "٨", "٨", "٤", "٢"),
    ("٨", "مصطفى علي الخياط", "٤٤٠٣٤", "٢", "٢", "١", "١"),
    ("٩", "زينب جمال العطار", "٤٤٠٣٩", "٥", "٥", "٣", "١"),
    ("١٠", "إدريس نوح المزيني", "٤٤٠٤٥", "٦", "٦", "٣", "١"),
    ("١١", "هدى كمال البستاني", "٤٤٠٤٦", "٧", "٧", "٤", "٢"),
    ("١٢", "رامي فؤاد الصائغ", "٤٤٠٥٢", "٥", "٥", "٣", "١"),
]


def distribution_list() -> Sheet:
    """A signed list of households that were given relief items, A4 at 150 dpi."""
    sheet = Sheet(1240, 1754, "ar", seed=81)
    left, right, red = 80, 1160, (150, 44, 44)
    sun_mark(sheet, 1106, 116, 44, red)
    sheet.text(1044, 112, "منظمة أماني للإغاثة", "kufi-bold", 34, anchor="rs", fill=red)
    sheet.text(1044, 150, "قسم المأوى والمواد غير الغذائية", "naskh", 22, anchor="rs", fill=GREY)
    sheet.text(left + 190, 112, "رقم الكشف: ٠٠٤٢", "naskh-bold", 24, anchor="rs")
    sheet.rule(left, 176, right, 176, width=4, fill=red)
    sheet.text(620, 240, "كشف توزيع المواد غير الغذائية", "naskh-bold", 40, anchor="ms")
    _facts(sheet, right, 306, [("الموقع:", "مخيم الزيتون الشرقي"), ("القطاع:", "ب")], 620)
    _facts(sheet, right, 352, [("المنطقة:", "وادي السنديان"), ("تاريخ التوزيع:", "١٧/٠٤/٢٠٢٤")], 620)
    sheet.paragraph(
        right,
        406,
        "نشهد نحن الموقعين أدناه بأننا استلمنا المواد المبينة أمام أسمائنا "
        "كاملة وبحالة جيدة ومن دون أي مقابل.",
        right - left,
        "naskh",
        24,
        leading=1.6,
    )
    bottom = _families_table(sheet, left, 446)
    y = bottom + 56
    sheet.text(right, y, "مجموع الأسر: ١٢", "naskh-bold", 25, anchor="rs")
    sheet.text(840, y, "مجموع الأفراد: ٦٧", "naskh-bold", 25, anchor="rs")
    sheet.text(500, y, "مجموع البطانيات: ٦٧", "naskh-bold", 25, anchor="rs")
    y += 74
    sheet.text(right, y, "مسؤول التوزيع: ليلى منصور الكاتب", "naskh", 24, anchor="rs")
    sheet.text(620, y, "ممثل لجنة المخيم: سامر داود النحاس", "naskh", 24, anchor="rs")
    sheet.text(right, y + 54, "التوقيع:", "naskh", 24, anchor="rs")
    sheet.signature(820, y + 14, 1060, y + 84)
    sheet.text(620, y + 54, "التوقيع:", "naskh", 24, anchor="rs")
    sheet.signature(300, y + 16, 520, y + 82)
    sheet.round_stamp(180, y + 70, 90, "AMANI RELIEF * SHELTER * ", ["2024"], ink=(150, 44, 60))
    sheet.rule(left, 1676, right, 1676, width=1, fill=GREY)
    sheet.text(right, 1706, "صفحة ١ من ١", "naskh", 19, anchor="rs", fill=GREY)
    sheet.text(left + 350, 1706, "يحفظ الأصل في مكتب الموقع", "naskh", 19, anchor="rs", fill=GREY)
    return sheet


def _facts(sheet: Sheet, right: float, y: float, facts: list[tuple[str, str]], step: float) -> None:
    for place, (label, value) in enumerate(facts):
        edge = right - place * step
        box = sheet.text(edge, y, label, "naskh-bold", 25, anchor="rs")
        sheet.text(box[0] - 12, y, value, "amiri", 28, anchor="rs")


def _families_table(sheet: Sheet, left: float, top: float) -> float:
    """Print the table from right to left and return its lower edge."""
    widths = [width for _, width in reversed(LIST_COLUMNS)]
    xs, ys = grid(sheet, left, top, widths, [62, *[70] * len(FAMILIES)])
    spans = list(pairwise(xs))[::-1]
    sheet.draw.rectangle([xs[0] + 2, ys[0] + 2, xs[-1] - 2, ys[1] - 2], fill=(236, 226, 222))
    for x in xs[1:-1]:
        sheet.rule(x, ys[0], x, ys[1])
    for (head, _), span in zip(LIST_COLUMNS, spans, strict=True):
        sheet.text(sum(span) / 2, ys[0] + 40, head, "naskh-bold", 22, anchor="ms")
    for row, family in enumerate(FAMILIES):
        baseline = ys[row + 1] + 46
        for column, value in enumerate(family):
            span = spans[column]
            if column == 1:
                print_cell(sheet, span, baseline, value, how="amiri", size=30, align="right")
            else:
                sheet.text(sum(span) / 2, baseline, value, "naskh", 27, anchor="ms")
        place = spans[-1]
        if row in (2, 6, 9):
            sheet.thumbprint(sum(place) / 2, ys[row + 1] + 36, 26)
        else:
            inset = sheet.random.uniform(12, 40)
            sheet.signature(place[0] + inset, ys[row + 1] + 12, place[1] - inset, ys[row + 2] - 10)
    return ys[-1]


def _points() -> list[list[str]]:
    """Return title and text in English, then in Arabic, of each point of the form."""
    text = Path(__file__).with_name("consent.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text)))[1:]


def consent_form() -> Sheet:
    """A consent form with English on the left and Arabic on the right, A4 at 150 dpi."""
    sheet = Sheet(1240, 1754, "en", seed=91)
    left, right, blue = 80, 1160, (28, 74, 128)
    sun_mark(sheet, 620, 96, 44, blue)
    sheet.text(left, 104, "AMANI RELIEF", "lato-black", 36, fill=blue)
    sheet.text(right, 104, "أماني للإغاثة", "kufi-bold", 32, anchor="rs", language="ar", fill=blue)
    sheet.rule(left, 158, right, 158, width=4, fill=blue)
    sheet.text(left, 214, "CONSENT TO THE USE OF YOUR", "sans-bold", 26)
    sheet.text(left, 248, "PERSONAL INFORMATION", "sans-bold", 26)
    y, places = 316.0, []
    for _, english, _, arabic in _points():
        places.append(y)
        rows = len(wrapped(english, 500, "sans", 21)), len(wrapped(arabic, 490, "naskh", 24))
        y += max(36 + rows[0] * 21 * 1.42, 40 + rows[1] * 24 * 1.5) + 30
    # One column is read to its end before the other, so it is printed first.
    for top, (title, text, _, _) in zip(places, _points(), strict=True):
        sheet.text(left, top, title, "sans-bold", 22, fill=blue)
        sheet.paragraph(left, top + 36, text, 500, "sans", 21, leading=1.42)
    for row, text in enumerate(("الموافقة على استخدام", "معلوماتك الشخصية")):
        sheet.text(right, 214 + row * 40, text, "naskh-bold", 32, anchor="rs", language="ar")
    for top, (_, _, title, text) in zip(places, _points(), strict=True):
        sheet.text(right, top, title, "naskh-bold", 25, anchor="rs", language="ar", fill=blue)
        sheet.paragraph(right, top + 40, text, 490, "naskh", 24, leading=1.5, language="ar")
    sheet.rule(620, 190, 620, y - 44, width=1, fill=GREY)
    _choices(sheet, left, right, y + 34)
    return sheet


def _choices(sheet: Sheet, left: float, right: float, y: float) -> None:
    choices = [
        ("I agree.", "أوافق.", True),
        ("I agree, but do not share it with others.", "أوافق بشرط عدم مشاركتها مع غيركم.", False),
        ("I do not agree.", "لا أوافق.", False),
    ]
    sheet.box(left - 14, y - 40, right + 14, y + 128, outline=GREY, width=1)
    for row, (english, arabic, ticked) in enumerate(choices):
        baseline = y + row * 50
        sheet.checkbox(left, baseline, ticked=ticked)
        sheet.text(left + 34, baseline - 1, english, "sans", 21)
        sheet.text(right, baseline, arabic, "naskh", 24, anchor="rs", language="ar")
    y += 196
    rows = [
        ("Name:", "Samira Haddar", "الاسم:"),
        ("Date:", "23/04/2024", "التاريخ:"),
        ("Signature:", "", "التوقيع:"),
    ]
    for row, (english, value, arabic) in enumerate(rows):
        baseline = y + row * 64
        sheet.text(left, baseline, english, "sans-bold", 22)
        sheet.rule(left + 130, baseline + 6, right - 130, baseline + 6, width=1)
        if value:
            width = font("hand", 27).getlength(value)
            sheet.written(620 - width / 2, baseline - 2, value, 27)
        else:
            sheet.signature(500, baseline - 52, 740, baseline + 16)
        sheet.text(right, baseline, arabic, "naskh-bold", 25, anchor="rs", language="ar")
    sheet.text(left, 1706, "Form PR-01, one copy for the person, one for the file", "sans", 17, fill=GREY)
