"""Documents in French: a household registration form and a medical referral letter."""

from pathlib import Path

from making.canvas import GREY, Sheet
from making.layout import grid, labelled, print_cell, section, sun_mark, ticks

TEAL = (20, 108, 120)
LEFT, RIGHT = 80, 1160

MEMBERS = [
    ("01", "KABUYA Espérance", "Chef de ménage", "F", "17/08/1986", "—", "Veuve, allaitante"),
    ("02", "KABUYA Mwamba Noël", "Fils", "M", "25/12/2008", "Oui", ""),
    ("03", "KABUYA Aimée-Grâce", "Fille", "F", "03/05/2012", "Oui", "Carte scolaire perdue"),
    ("04", "KABUYA Léon", "Fils", "M", "11/02/2017", "Non", ""),
    ("05", "KABUYA Désiré", "Fils", "M", "30/09/2023", "—", "Nourrisson"),
    ("06", "NGALULA Thérèse", "Mère", "F", "vers 1957", "—", "Marche avec une canne"),
    ("07", "NGALULA Béatrice", "Nièce", "F", "22/07/2010", "Non", "Séparée de ses parents"),
]


def registration_form() -> Sheet:
    """Household registration form, A4 at 150 dpi, filled in with a typewriter."""
    sheet = Sheet(1240, 1754, "fr", seed=11)
    _registration_head(sheet)
    section(sheet, 312, "1. LOCALISATION", left=LEFT, right=RIGHT)
    labelled(sheet, LEFT, 356, "Site :", "KAYENZI-NORD", 480)
    labelled(sheet, 510, 356, "Bloc :", "C", 650)
    labelled(sheet, 680, 356, "Abri n° :", "114", 880)
    labelled(sheet, 910, 356, "Tente :", "Non", RIGHT)
    labelled(sheet, LEFT, 398, "Localité d'origine :", "Mubondo", 560)
    labelled(sheet, 590, 398, "Date d'arrivée sur le site :", "02/03/2024", RIGHT)
    section(sheet, 450, "2. CHEF DE MÉNAGE", left=LEFT, right=RIGHT)
    labelled(sheet, LEFT, 494, "Nom :", "KABUYA", 480)
    labelled(sheet, 510, 494, "Prénom :", "Espérance", 860)
    sheet.text(890, 494, "Sexe :", "sans", 20)
    ticks(sheet, 964, 494, [("M", False), ("F", True)])
    labelled(sheet, LEFT, 536, "Date de naissance :", "17/08/1986", 480)
    labelled(sheet, 510, 536, "Lieu de naissance :", "Mubondo", 860)
    labelled(sheet, 890, 536, "Âge :", "37 ans", RIGHT)
    sheet.text(LEFT, 578, "État civil :", "sans", 20)
    civil = [("Célibataire", False), ("Marié(e)", False), ("Divorcé(e)", False), ("Veuf / Veuve", True)]
    ticks(sheet, 200, 578, civil)
    labelled(sheet, LEFT, 620, "Pièce d'identité :", "Carte d'électeur", 560)
    labelled(sheet, 590, 620, "Numéro :", "2204-771-0938", 890)
    labelled(sheet, 910, 620, "Tél. :", "555 0142", RIGHT)
    section(sheet, 672, "3. COMPOSITION DU MÉNAGE", left=LEFT, right=RIGHT)
    _members_table(sheet)
    section(sheet, 1096, "4. BESOINS PARTICULIERS (cocher toutes les cases utiles)", left=LEFT, right=RIGHT)
    first = [("Femme enceinte", False), ("Femme allaitante", True), ("Handicap", False)]
    ticks(sheet, LEFT + 4, 1140, first, step=360)
    second = [("Personne âgée (60 ans et plus)", True), ("Enfant séparé", True), ("Maladie chronique", False)]
    ticks(sheet, LEFT + 4, 1180, second, step=360)
    section(sheet, 1234, "5. BESOINS PRIORITAIRES", left=LEFT, right=RIGHT)
    labelled(sheet, LEFT, 1278, "1.", "Bâches et abri", 420)
    labelled(sheet, 450, 1278, "2.", "Vivres", 760)
    labelled(sheet, 790, 1278, "3.", "Eau potable", RIGHT)
    _declaration(sheet)
    return sheet


def _registration_head(sheet: Sheet) -> None:
    sun_mark(sheet, 128, 118, 42, TEAL)
    sheet.text(190, 106, "AMANI RELIEF", "lato-black", 36, fill=TEAL)
    sheet.text(190, 136, "Organisation humanitaire indépendante", "lato", 20, fill=GREY)
    sheet.text(RIGHT, 100, "Formulaire HH-02 (version 3)", "sans", 18, anchor="rs", fill=GREY)
    sheet.text(800, 136, "N° :", "sans-bold", 20)
    sheet.box(846, 110, RIGHT, 146)
    sheet.typed(858, 137, "KYZ-2024-00318", 24)
    sheet.rule(LEFT, 170, RIGHT, 170, width=4, fill=TEAL)
    sheet.text(620, 224, "FICHE D'ENREGISTREMENT DU MÉNAGE", "sans-bold", 34, anchor="ms")
    sheet.text(
        620,
        260,
        "À remplir par l'agent enregistreur, en présence du chef de ménage",
        "sans-italic",
        19,
        anchor="ms",
    )


def _members_table(sheet: Sheet) -> None:
    widths = [48, 242, 184, 60, 142, 106, 298]
    xs, ys = grid(sheet, LEFT, 692, widths, [44, *[42] * 7])
    heads = ["N°", "Nom et prénom", "Lien de parenté", "Sexe", "Né(e) le", "Scolarisé", "Observations"]
    sheet.draw.rectangle([xs[0] + 2, ys[0] + 2, xs[-1] - 2, ys[1] - 2], fill=(224, 230, 234))
    for x in xs[1:-1]:
        sheet.rule(x, ys[0], x, ys[1])
    for column, head in enumerate(heads):
        print_cell(
            sheet, (xs[column], xs[column + 1]), ys[0] + 29, head, how="sans-bold", size=18, align="middle"
        )
    for row, member in enumerate(MEMBERS):
        for column, value in enumerate(member):
            align = "middle" if column in (0, 3, 5) else "left"
            size = 20 if column in (1, 2, 6) else 21
            span = (xs[column], xs[column + 1])
            print_cell(sheet, span, ys[row + 1] + 28, value, how="typed", size=size, align=align)


def _declaration(sheet: Sheet) -> None:
    sheet.paragraph(
        LEFT,
        1344,
        "Je certifie que les renseignements donnés ci-dessus sont exacts. J'accepte qu'ils soient "
        "enregistrés et utilisés uniquement pour organiser l'assistance à mon ménage.",
        RIGHT - LEFT,
        "serif",
        22,
    )
    sheet.text(LEFT, 1424, "Signature ou empreinte du chef de ménage", "sans", 18)
    sheet.box(LEFT, 1440, 460, 1580)
    sheet.thumbprint(270, 1510, 52)
    sheet.text(760, 1424, "Nom et signature de l'agent", "sans", 18)
    sheet.box(760, 1440, RIGHT, 1580)
    sheet.typed(776, 1472, "B. TSHOMBALWI", 21)
    sheet.signature(800, 1490, 1100, 1570)
    sheet.round_stamp(610, 1510, 92, "AMANI RELIEF * BASE DE KAYENZI * ", ["REÇU LE", "14 MARS", "2024"])
    labelled(sheet, LEFT, 1632, "Fait à :", "Kayenzi-Nord", 420)
    labelled(sheet, 450, 1632, "Date d'enregistrement :", "14/03/2024", 860)
    sheet.rule(LEFT, 1672, RIGHT, 1672, width=1, fill=GREY)
    sheet.text(LEFT, 1698, "Données confidentielles. À conserver sous clé.", "sans", 16, fill=GREY)
    sheet.text(RIGHT, 1698, "Page 1 sur 1", "sans", 16, anchor="rs", fill=GREY)


def referral_letter() -> Sheet:
    """First page of a referral letter, A4 at 200 dpi."""
    sheet = Sheet(1654, 2339, "fr", seed=21)
    left, right = 170, 1490
    sun_mark(sheet, 230, 190, 54, (0, 0, 0))
    sheet.text(320, 176, "CENTRE DE SANTÉ DE MUBONDO", "serif-bold", 44)
    sheet.text(320, 222, "Zone de santé de Kayenzi, avec l'appui d'Amani Relief", "serif", 30)
    sheet.text(320, 262, "Tél. : 555 0117", "serif", 30)
    sheet.rule(left, 296, right, 296, width=3)
    sheet.text(right, 360, "Mubondo, le 6 mai 2024", "serif", 34, anchor="rs")
    sheet.text(left, 430, "À l'attention du médecin de garde", "serif", 34)
    sheet.text(left, 476, "Maternité, Hôpital général de Kayenzi", "serif", 34)
    sheet.text(left, 570, "Objet : lettre de référence médicale (urgence)", "serif-bold", 36)
    rows = [
        ("Nom et prénom :", "MWAMINI FURAHA Joséphine"),
        ("Date de naissance :", "19 novembre 1997 (26 ans)"),
        ("Adresse :", "Village de Lusenda-Haut, avenue du Marché"),
        ("N° de dossier :", "CPN 0457/24"),
    ]
    for row, (label, value) in enumerate(rows):
        sheet.text(left, 640 + row * 52, label, "serif", 34)
        sheet.text(left + 340, 640 + row * 52, value, "serif-bold", 34)
    y = 900.0
    for paragraph in Path(__file__).with_name("letter.txt").read_text(encoding="utf-8").splitlines():
        y = sheet.paragraph(left, y, paragraph, right - left, "serif", 34) + 22
    sheet.text(left + 800, y + 60, "Dr Anselme KITOKOMBE", "serif-bold", 34)
    sheet.text(left + 800, y + 104, "Médecin responsable", "serif", 34)
    sheet.signature(left + 800, y + 120, left + 1180, y + 240, ink=(0, 0, 0))
    sheet.round_stamp(left + 480, y + 130, 120, "CENTRE DE SANTÉ * MUBONDO * ", ["VU"], ink=(0, 0, 0))
    return sheet


def counter_referral() -> Sheet:
    """The back of the letter: a form to be sent back, partly filled in."""
    sheet = Sheet(1654, 2339, "fr", seed=22)
    left, right = 170, 1490
    sheet.text(827, 220, "FICHE DE CONTRE-RÉFÉRENCE", "sans-bold", 48, anchor="ms")
    sheet.text(827, 274, "À remplir par la structure d'accueil et à renvoyer", "sans", 30, anchor="ms")
    fields = [
        ("Structure d'accueil :", "Hôpital général de Kayenzi"),
        ("Service :", "Maternité"),
        ("Date et heure d'arrivée :", "06/05/2024 à 13 h 45"),
        ("Diagnostic retenu :", "Prééclampsie sévère"),
        ("Intervention :", "Césarienne sous rachianesthésie"),
        ("Issue pour la mère :", "Favorable, sortie le 12/05/2024"),
        ("Issue pour l'enfant :", "Garçon vivant, 2 150 g"),
    ]
    for row, (label, value) in enumerate(fields):
        labelled(sheet, left, 380 + row * 82, label, value, right, size=33)
    sheet.text(left, 1010, "Traitement de sortie", "sans-bold", 36)
    xs, ys = grid(sheet, left, 1040, [500, 350, 470], [64, *[62] * 4])
    drugs = [
        ("Médicament", "Dose", "Durée"),
        ("Nifédipine LP 20 mg", "2 fois par jour", "14 jours"),
        ("Fer + acide folique", "1 fois par jour", "3 mois"),
        ("Paracétamol 1 g", "si douleur", "5 jours"),
        ("Vitamine A 200 000 UI", "dose unique", "donnée le 12/05"),
    ]
    for row, cells in enumerate(drugs):
        for column, value in enumerate(cells):
            how = "sans-bold" if row == 0 else "typed"
            print_cell(sheet, (xs[column], xs[column + 1]), ys[row] + 43, value, how=how, size=32)
    sheet.text(left, 1450, "Recommandations", "sans-bold", 36)
    sheet.paragraph(
        left,
        1510,
        "Contrôler la tension tous les deux jours pendant deux semaines. Peser l'enfant chaque "
        "semaine. Revoir la mère en consultation post-natale le 20 mai. En cas de convulsions, de "
        "fièvre ou de saignement, la ramener sans attendre à l'hôpital.",
        right - left,
        "sans",
        33,
    )
    sheet.text(left, 1850, "Nom du médecin :", "sans", 33)
    sheet.typed(left + 300, 1850, "Dr R. MASIKOLA", 36)
    sheet.signature(left + 300, 1880, left + 680, 2000, ink=(0, 0, 0))
    sheet.square_stamp(1260, 1900, ["HÔPITAL GÉNÉRAL", "DE KAYENZI"], ink=(0, 0, 0), size=32)
    return sheet
