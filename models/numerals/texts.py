"""What training lines say: numbers as forms and registers hold them, and what is none.

A text here is a row of characters as they stand on the paper from left to right, not in logical order. This
module knows no fonts and no pixels.
"""
# ruff: noqa: RUF001 - Arabic digits and signs are meant

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

FOREIGN = "\N{REPLACEMENT CHARACTER}"
"""The class for whatever is no part of a number in Arabic-Indic digits."""
SIGNS = "/-.:,+()%٪٫٬ "
DIGITS = "٠١٢٣٤٥٦٧٨٩"
ALPHABET = ("", *DIGITS, *SIGNS, FOREIGN)
"""What each class of the network stands for; class 0 is "nothing"."""

_EASTERN = "۴۶"
"""Persian forms that look like no digit of the Arabic ones: a page with them is for another reader."""
_LATIN_WORDS = """
    household registration water blanket clinic vaccine mother village camp ration worker measles because
    ménage enregistrement reçu eau dispensaire rougeole santé où août élève français forêt garçon déjà œuvre
    hogar registro agua manta sarampión niño corazón también según dirección teléfono mañana señora
    kaya usajili maji blanketi zahanati chanjo kijiji kambi surua mfanyakazi dharura ng'ombe watoto mahindi
    Amina Juma Khamis Abdallah Wanjiru Espérance Thérèse Noël José Núñez Gómez Fatuma Nyota Okello Traoré
"""
_ARABIC_WORDS = """
    الاسم الكامل تاريخ الميلاد مكان الإقامة رقم الهاتف رب الأسرة عدد الأفراد المخيم القرية المنطقة الماء
    البطانيات العيادة اللقاح الأم الطفل الصحة المدرسة الغذاء المأوى التوزيع التسجيل التوقيع المستلم الجنسية
    الذكر الأنثى العمر السنة الشهر اليوم المساعدة العاملون الطوارئ الحصبة التغذية السوق الطريق محمد أحمد
    فاطمة خديجة يوسف مريم إبراهيم عائشة سعيد ليلى حسن زينب عمر سلمى طارق هدى إلى على من عن مع هذا هذه التي
    كان يكون بعد قبل بين كل لا ما أو ثم حتى منظمة إنسانية مستقلة تقدم خدمات آمن
"""
_LATIN_LONE = "IlOoVvAaEerTtYLMSsCcxXHNabdhmnpquwZ"

Random = np.random.Generator


@dataclass(frozen=True, slots=True)
class Piece:
    """Some neighbouring characters of a line.

    Attributes:
        text: As it is drawn: from left to right, or a word of Arabic in logical order.
        shaped: Whether the text is Arabic letters, which join.
        labels: What the network should give for it.
    """

    text: str
    shaped: bool
    labels: str


def line(random: Random) -> tuple[Piece, ...]:
    """Return one line for training, from left to right; without pieces for paper that holds only marks."""
    kind = random.random()
    if kind < 0.64:
        return (number(random),)
    if kind < 0.72:
        return _mixed(random)
    if kind < 0.93:
        return foreign(random)
    return ()


def number(random: Random) -> Piece:
    """Return a number, date, amount or the like in Arabic-Indic digits."""
    shapes, weights = zip(*_SHAPES, strict=True)
    shape = shapes[int(random.choice(len(shapes), p=np.array(weights) / sum(weights)))]
    text = shape(random)
    return Piece(text, shaped=False, labels=text)


def foreign(random: Random) -> tuple[Piece, ...]:
    """Return a line without any number in Arabic-Indic digits."""
    kind = random.random()
    if kind < 0.36:
        return (_european(random),)
    if kind < 0.46:
        lone = _pick(random, _LATIN_LONE)
        return (_spelt(lone),)
    if kind < 0.6:
        return (_spelt(_latin(random)),)
    if kind < 0.7:
        return (_eastern(random),)
    return _arabic(random, int(random.integers(1, 4)))


def _mixed(random: Random) -> tuple[Piece, ...]:
    """A label and its number; the label stands to the right, or to the left where it is Latin."""
    value = number(random)
    gap = Piece(" ", shaped=False, labels=" ")
    if random.random() < 0.25:
        return (_spelt(_latin(random)), gap, value)
    words = _arabic(random, int(random.integers(1, 3)))
    return (value, gap, *words) if random.random() < 0.8 else (*words, gap, value)


def _spelt(text: str) -> Piece:
    return Piece(text, shaped=False, labels="".join(" " if letter == " " else FOREIGN for letter in text))


def _european(random: Random) -> Piece:
    text = number(random).text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩٪٫٬", "0123456789%.,"))
    # Signs are the same in both; only the digits tell them apart.
    labels = "".join(FOREIGN if letter.isdigit() else letter for letter in text)
    return Piece(text, shaped=False, labels=labels)


def _eastern(random: Random) -> Piece:
    """A number with Persian digits among those that both have; in Arabic-Indic fonts they all have both."""
    text = "".join(_pick(random, _EASTERN if random.random() < 0.5 else DIGITS) for _ in range(_few(random)))
    text += _pick(random, _EASTERN)
    return Piece(text, shaped=False, labels="".join(FOREIGN if c in _EASTERN else c for c in text))


def _latin(random: Random) -> str:
    words = _LATIN_WORDS.split()
    text = " ".join(str(random.choice(words)) for _ in range(int(random.integers(1, 3))))
    how = random.random()
    return text.upper() if how < 0.3 else text.title() if how < 0.6 else text


def _arabic(random: Random, words: int) -> tuple[Piece, ...]:
    """Words that stand from right to left: in logical order within each, one label for each."""
    pool = _ARABIC_WORDS.split()
    pieces: list[Piece] = []
    for _ in range(words):
        if pieces:
            pieces.append(Piece(" ", shaped=False, labels=" "))
        word = str(random.choice(pool))
        if random.random() < 0.15:  # Abbreviations: "م" for metres, "هـ" and "أ" in lists.
            word = _pick(random, "أابتجحدرسصطعفقكلمنهوي")
        pieces.append(Piece(word + (":" if random.random() < 0.15 else ""), shaped=True, labels=FOREIGN))
    return tuple(pieces)


def _digits(random: Random, count: int) -> str:
    return "".join(_pick(random, DIGITS) for _ in range(count))


def _few(random: Random) -> int:
    return int(random.integers(1, 5))


def _between(random: Random, least: int, most: int) -> int:
    return int(random.integers(least, most + 1))


def _pick(random: Random, letters: str) -> str:
    return letters[int(random.integers(len(letters)))]


def _indic(number: int, width: int = 0) -> str:
    return str(number).zfill(width).translate(str.maketrans("0123456789", DIGITS))


def _lone(random: Random) -> str:
    return _pick(random, DIGITS)


def _pair(random: Random) -> str:
    return _digits(random, 2)


def _integer(random: Random) -> str:
    return _digits(random, int(random.integers(3, 8)))


def _identity(random: Random) -> str:
    return _digits(random, int(random.integers(7, 15)))


def _repeated(random: Random) -> str:
    """Equal digits next to each other: what a network of this kind loses most easily."""
    return "".join(
        _pick(random, DIGITS) * int(random.integers(1, 4)) for _ in range(int(random.integers(1, 4)))
    )


def _date(random: Random) -> str:
    day, month, year = _between(random, 1, 31), _between(random, 1, 12), _between(random, 1925, 2030)
    wide = 2 if random.random() < 0.6 else 0
    parts = [_indic(day, wide), _indic(month, wide), _indic(year if random.random() < 0.8 else year % 100, 2)]
    if random.random() < 0.35:
        parts.reverse()
    return _pick(random, "//////--..:").join(parts)


def _year(random: Random) -> str:
    return _indic(_between(random, 1900, 2034))


def _time(random: Random) -> str:
    hour, minute = _between(random, 0, 23), _between(random, 0, 59)
    return f"{_indic(hour, 2 if random.random() < 0.6 else 0)}:{_indic(minute, 2)}"


def _telephone(random: Random) -> str:
    text = _digits(random, int(random.integers(7, 12)))
    text = ("٠" + text) if random.random() < 0.6 else text
    how = random.random()
    if how < 0.4:
        cuts = sorted({int(cut) for cut in random.integers(2, len(text) - 1, 2)})
        mark = _pick(random, "  --")
        text = mark.join(text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True))
    if random.random() < 0.15:
        text = f"+{text}" if random.random() < 0.5 else f"{text}+"
    return text


def _amount(random: Random) -> str:
    groups = [
        _digits(random, int(random.integers(1, 4))),
        *(_digits(random, 3) for _ in range(int(random.integers(0, 3)))),
    ]
    thousand, decimal = (("٬", "٫"), (",", "."), ("٬", "."), (".", ","))[
        int(random.choice(4, p=(0.5, 0.3, 0.1, 0.1)))
    ]
    text = thousand.join(groups)
    if len(groups) == 1 or random.random() < 0.4:
        text += decimal + _digits(random, int(random.integers(1, 4)))
    return text


def _share(random: Random) -> str:
    text = _indic(_between(random, 0, 100))
    if random.random() < 0.3:
        text += "٫" + _digits(random, 1)
    sign = "٪" if random.random() < 0.7 else "%"
    return text + sign if random.random() < 0.5 else sign + text


def _listed(random: Random) -> str:
    text = _digits(random, int(random.integers(1, 3)))
    how = random.random()
    if how < 0.4:
        return f"({text})"
    return text + _pick(random, ".-)") if how < 0.6 else _pick(random, ".-(") + text


def _fraction(random: Random) -> str:
    return _pick(random, "/-/ ").join((_digits(random, _few(random)), _digits(random, _few(random))))


_SHAPES: tuple[tuple[Callable[[Random], str], float], ...] = (
    (_lone, 0.18),
    (_pair, 0.14),
    (_integer, 0.22),
    (_identity, 0.06),
    (_repeated, 0.09),
    (_date, 0.12),
    (_year, 0.03),
    (_time, 0.03),
    (_telephone, 0.06),
    (_amount, 0.05),
    (_share, 0.03),
    (_listed, 0.03),
    (_fraction, 0.03),
)
