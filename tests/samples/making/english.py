"""Documents in English: a needs assessment form and a situation report with an annex in French."""

from making.canvas import GREY, Sheet
from making.layout import grid, labelled, print_cell, sun_mark, ticks

GREEN = (30, 92, 70)


def needs_assessment() -> Sheet:
    """A household needs assessment form filled in by hand, to be photographed on a table."""
    sheet = Sheet(1500, 2100, "en", seed=101)
    left, right = 100, 1400
    sun_mark(sheet, 160, 138, 54, GREEN)
    sheet.text(240, 132, "AMANI RELIEF", "lato-black", 46, fill=GREEN)
    sheet.text(240, 178, "Flood response, Sereni District", "lato", 28, fill=GREY)
    sheet.text(right, 132, "Form NA-4", "sans-bold", 30, anchor="rs")
    sheet.rule(left, 214, right, 214, width=5, fill=GREEN)
    sheet.text(750, 290, "HOUSEHOLD NEEDS ASSESSMENT", "sans-bold", 46, anchor="ms")
    pairs = [
        [("Date:", "09/11/2023", 640), ("Village:", "Lower Tembo", right)],
        [("Assessor:", "R. Okellanga", 640), ("House no.:", "27-B", right)],
        [("Head of household:", "Hadija Wamasika", right)],
        [("Age:", "44", 420), ("Phone:", "555 0186", 900), ("Sex:", "F", right)],
        [("People in the house:", "8", 640), ("Children under five:", "3", right)],
    ]
    for row, fields in enumerate(pairs):
        x = left
        for label, value, until in fields:
            labelled(sheet, x, 386 + row * 78, label, value, until, hand=True, size=31)
            x = until + 40
    y = 810
    for title, options in [
        ("House:", [("Safe", False), ("Damaged", False), ("Destroyed", True)]),
        ("Water:", [("Piped", False), ("Well", False), ("River", True)]),
        ("Latrine:", [("Own", False), ("Shared", True), ("None", False)]),
    ]:
        sheet.text(left, y, title, "sans-bold", 31)
        for place, (label, ticked) in enumerate(options):
            x = left + 230 + place * 330
            sheet.checkbox(x, y, ticked=ticked, side=28)
            sheet.text(x + 46, y - 1, label, "sans", 31)
        y += 72
    _needs_table(sheet, left, y + 20)
    y = 1610
    sheet.text(left, y, "Remarks", "sans-bold", 31)
    for row, text in enumerate(
        [
            "Family sleeps at the primary school since 6 Nov.",
            "Grandmother needs her blood pressure tablets.",
            "Goats lost, maize store is under water.",
        ]
    ):
        sheet.written(left + 10, y + 66 + row * 62, text, 36)
        sheet.rule(left, y + 78 + row * 62, right, y + 78 + row * 62, width=1, fill=GREY)
    sheet.text(left, 1930, "Signed:", "sans", 31)
    sheet.signature(left + 140, 1860, left + 560, 1970)
    sheet.square_stamp(1170, 1910, ["ENTERED", "12 NOV 2023"], size=34)
    sheet.text(left, 2040, "Give the pink copy to the household.", "sans-italic", 25, fill=GREY)
    return sheet


def _needs_table(sheet: Sheet, left: float, top: float) -> None:
    xs, ys = grid(sheet, left, top, [110, 590, 260, 340], [64, *[68] * 5])
    needs = [
        ("Rank", "Item needed most", "Quantity", "Already received"),
        ("1", "Plastic sheeting", "2", "No"),
        ("2", "Jerrycans, 20 litres", "3", "1"),
        ("3", "Blankets", "8", "No"),
        ("4", "Maize flour", "50 kg", "25 kg"),
        ("5", "Mosquito nets", "4", "2"),
    ]
    for row, cells in enumerate(needs):
        for column, value in enumerate(cells):
            how, size = ("sans-bold", 29) if row == 0 else ("written", 35)
            span = (xs[column] + 8, xs[column + 1])
            print_cell(sheet, span, ys[row] + 47, value, how=how, size=size)


def delivery_note() -> Sheet:
    """A delivery note in French, to be scanned as the second page of a PDF, A4 at 150 dpi."""
    sheet = Sheet(1240, 1754, "fr", seed=111)
    left, right = 90, 1150
    sheet.text(left, 116, "TRANSPORTS MBALIKO", "sans-bold", 34)
    sheet.text(left, 150, "Route du Port, Sereni", "sans", 21)
    sheet.text(right, 116, "BON DE LIVRAISON", "sans-bold", 32, anchor="rs")
    sheet.text(right, 152, "N° 0719", "mono-bold", 30, anchor="rs", fill=(170, 30, 40))
    sheet.rule(left, 178, right, 178, width=3)
    labelled(sheet, left, 244, "Destinataire :", "Amani Relief, entrepôt de Sereni", right, size=22)
    labelled(sheet, left, 296, "Date :", "10/11/2023", 560, size=22)
    labelled(sheet, 600, 296, "Camion :", "SR 4417 T", right, size=22)
    labelled(sheet, left, 348, "Chauffeur :", "J. Kasongwe", 560, size=22)
    labelled(sheet, 600, 348, "Départ :", "6 h 15", right, size=22)
    xs, ys = grid(sheet, left, 396, [110, 460, 160, 150, 180], [52, *[50] * 7])
    rows = [
        ("Réf.", "Désignation", "Quantité", "Unité", "Reçu"),
        ("B-11", "Bâche plastique 4 x 6 m", "250", "pièce", "250"),
        ("C-02", "Couverture moyenne", "900", "pièce", "898"),
        ("J-20", "Jerrycan pliable 20 litres", "600", "pièce", "600"),
        ("S-05", "Savon de lessive 250 g", "40", "carton", "40"),
        ("M-08", "Moustiquaire imprégnée", "500", "pièce", "500"),
        ("F-25", "Farine de maïs 25 kg", "320", "sac", "317"),
        ("P-10", "Pastilles de chlore", "12", "boîte", "12"),
    ]
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            how = "sans-bold" if row == 0 else "written" if column == 4 else "typed"
            align = "right" if column == 2 and row else "left"
            size = 26 if how == "written" else 21
            print_cell(
                sheet, (xs[column], xs[column + 1]), ys[row] + 34, value, how=how, size=size, align=align
            )
    sheet.text(left, 862, "Réserves du destinataire", "sans-bold", 24)
    sheet.written(left + 6, 912, "Deux couvertures déchirées, trois sacs de farine mouillés.", 27)
    sheet.rule(left, 924, right, 924, width=1, fill=GREY)
    sheet.written(left + 6, 962, "Le reste est en bon état.", 27)
    sheet.rule(left, 974, right, 974, width=1, fill=GREY)
    sheet.text(left, 1030, "État du chargement :", "sans", 21)
    ticks(sheet, 330, 1030, [("Complet", False), ("Incomplet", True), ("Refusé", False)], step=220)
    for x, title, name in [(left, "Le chauffeur", "J. Kasongwe"), (640, "Le magasinier", "A. Lubengo")]:
        sheet.box(x, 1090, x + 510, 1320, width=1)
        sheet.text(x + 16, 1124, title, "sans-bold", 21)
        sheet.typed(x + 16, 1162, name, 23)
    sheet.signature(left + 40, 1180, left + 420, 1300)
    sheet.signature(680, 1190, 900, 1300)
    sheet.round_stamp(1020, 1212, 88, "AMANI RELIEF * ENTREPOT * ", ["REÇU", "10 NOV"])
    sheet.paragraph(
        left,
        1392,
        "Toute réserve doit être écrite sur ce bon avant le départ du camion. L'original reste au "
        "magasin, une copie est remise au chauffeur et une autre est jointe au rapport de situation.",
        right - left,
        "sans",
        21,
    )
    return sheet
