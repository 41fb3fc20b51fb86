"""Learns what the engines' confidences are worth, on lines of text that we draw ourselves.

Each line is drawn, worn like a scan or a photo, and read by every engine. From how often each was right at
what confidence come the tables of :mod:`engine.ocr.calibration`; from lines held out, by how much a second
engine must outweigh the first to replace its words. No document that accuracy is measured on takes part.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from engine.errors import MissingDependencyError
from engine.geometry import Quad
from engine.ocr.calibration import Calibration, Reliability, Unit
from engine.ocr.combine import Opinion, combine, plain
from engine.ocr.engines import Pixels, Recognised, Recogniser
from engine.ocr.routing import readers_of

LINES = 3000
"""Lines of each script."""

MARGINS = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
"""What is tried as the lead that a second engine needs."""

FONTS = {
    "Latn": (
        "DejaVuSans.ttf",
        "DejaVuSansMono.ttf",
        "DejaVuSerif.ttf",
        "LiberationMono-Regular.ttf",
        "LiberationSans-Regular.ttf",
        "LiberationSans-Bold.ttf",
        "LiberationSans-Italic.ttf",
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Italic.ttf",
        "NotoSans-Regular.ttf",
        "NotoSerif-Regular.ttf",
    ),
    "Arab": (
        "Amiri-Regular.ttf",
        "Amiri-Bold.ttf",
        "DejaVuSans.ttf",
        "KacstBook.ttf",
        "KacstOffice.ttf",
        "NotoNaskhArabic-Regular.ttf",
        "NotoSansArabic-Regular.ttf",
        "Scheherazade-Regular.ttf",
    ),
}
FEWEST_FONTS = 5

WORDS = {
    "Latn": {
        "en": """
            household registration received water blanket clinic vaccine mother village camp ration
            health worker measles nutrition shelter transport monthly emergency signature witness
            because through another
        """,
        "fr": """
            ménage enregistrement reçu eau couverture dispensaire vaccin mère village rougeole santé
            où août élève français naïve forêt garçon déjà œuvre être après quartier personne âgée
            besoin distribution
        """,
        "es": """
            hogar registro recibido agua manta clínica vacuna madre pueblo sarampión niño año corazón
            también según salud dirección teléfono mañana pequeño señora próxima distribución albergue
        """,
        "sw": """
            kaya usajili maji blanketi zahanati chanjo mama kijiji kambi surua afya mfanyakazi mwezi
            dharura sahihi ng'ombe shule watoto chakula mahindi unga nyumba barabara mkutano
        """,
    },
    "Arab": {
        "ar": """
            الاسم الكامل تاريخ الميلاد مكان الإقامة رقم الهاتف رب الأسرة عدد الأفراد المخيم القرية
            المنطقة الماء البطانيات العيادة اللقاح الأم الطفل الصحة المدرسة الغذاء المأوى التوزيع
            التسجيل التوقيع الشاهد المستلم الجنسية الذكر الأنثى العمر السنة الشهر اليوم المساعدة
            العاملون الطوارئ الحصبة التغذية السوق الطريق محمد أحمد فاطمة خديجة يوسف مريم إبراهيم
            عائشة سعيد ليلى حسن زينب عمر سلمى طارق هدى إلى على من عن مع هذا هذه التي الذي كان يكون
            بعد قبل بين كل لا ما أو ثم حتى منظمة إنسانية مستقلة تقدم خدمات للأسر المتضررة وتحفظ
            المعلومات في مكان آمن ولا تشاركها
        """
    },
}
"""By script (ISO 15924) and language (BCP 47)."""
NAMES = """
    Amina Juma Khamis Hassan Mwinyi Abdallah Wanjiru Kamau Espérance Kabuya Thérèse Mbala Noël José Núñez
    Ibáñez María Gómez Fatuma Nyota Okello Achieng Diallo Traoré Chipo Zawadi Salum Bakari
"""


class TooFewFontsError(MissingDependencyError):
    """Too few of the fonts that lines are drawn with are on this computer."""

    code = "models.fonts"


@dataclass(frozen=True, slots=True)
class Example:
    """One line that was drawn: what it says, and what each engine read in it, best engine first."""

    truth: str
    opinions: tuple[Opinion, ...]


def learn_calibration(
    engines: Sequence[Recogniser],
    *,
    fonts: Path,
    lines: int = LINES,
    on_line: Callable[[int], None] = lambda _done: None,
) -> Calibration:
    """Draw lines, have the engines read them, and return the tables.

    Args:
        engines: As the table of engines orders them.
        fonts: Folder that is searched for the fonts.
        lines: How many lines of each script to draw.
        on_line: Told after each line how many are done.

    Raises:
        TooFewFontsError: Too few of the fonts are there.
    """
    learnt = Calibration()
    for start, script in enumerate(FONTS):
        if readers_of(engines, script):
            found = find_fonts(fonts, script)
            examples = []
            for number, (text, language, pixels, quad) in enumerate(
                drawn_lines(script, found, count=lines, seed=start)
            ):
                # As the routing does it where a page tells its language.
                readers = readers_of(engines, script, language)
                opinions = (Opinion(r.name, r.recognise(pixels, [quad])[0]) for r in readers)
                examples.append(Example(text, tuple(opinions)))
                on_line(start * lines + number + 1)
            learnt = _merged(learnt, learn_script(script, examples))
    return learnt


def learn_script(script: str, examples: Sequence[Example]) -> Calibration:
    """Learn the tables and margins of one script.

    The margins are chosen with tables that were learnt on other lines, and kept only if on a third part of
    the lines the result is better than the first engine's alone.
    """
    thirds = [examples[part::3] for part in range(3)]
    tables, margins = _tables(script, thirds[0]), {}
    first = examples[0].opinions[0].engine
    for other in [opinion.engine for opinion in examples[0].opinions[1:]]:
        chosen, held_out = (_of_pair(third, first, other) for third in thirds[1:])

        def errors(lines: Sequence[Example], margin: float, other: str = other) -> int:
            calibration = Calibration(tables, {(first, other, script): margin})
            return sum(distance(e.truth, combine(e.opinions, calibration, script=script).text) for e in lines)

        never = float("inf")
        # Of margins that do equally well the largest is taken: the first engine stands where nothing speaks
        # against it.
        best = min((never, *reversed(MARGINS)), key=lambda margin: errors(chosen, margin))
        if best < never and errors(held_out, best) < errors(held_out, never):
            margins[first, other, script] = best
    return Calibration(_tables(script, examples), margins)


def find_fonts(folder: Path, script: str) -> list[Path]:
    """Return those of :data:`FONTS` that lie anywhere in a folder; raises TooFewFontsError."""
    found = {path.name: path for path in sorted(folder.rglob("*.ttf")) if path.name in FONTS[script]}
    if len(found) < FEWEST_FONTS:
        raise TooFewFontsError(
            f"Only {len(found)} of the fonts for the script {script} are here.",
            which=folder,
            remedy="Install fonts-dejavu, fonts-liberation, fonts-noto-core, fonts-hosny-amiri, fonts-kacst.",
        )
    return [found[name] for name in FONTS[script] if name in found]


def drawn_lines(
    script: str, fonts: Sequence[Path], *, count: int, seed: int
) -> Iterator[tuple[str, str, Pixels, Quad]]:
    """Yield lines as scanners and phones would show them: text, language, the pixels, and the place."""
    random = np.random.default_rng(seed)
    languages = [(language, words.split()) for language, words in WORDS[script].items()]
    for _ in range(count):
        language, words = languages[int(random.integers(len(languages)))]
        text = _sentence(words, script, random)
        font = ImageFont.truetype(
            str(fonts[int(random.integers(len(fonts)))]),
            int(random.integers(13, 46)),
            layout_engine=ImageFont.Layout.RAQM,
        )
        yield text, language, *drawn(text, font, random)


def distance(truth: str, text: str) -> int:
    """Return the least number of letters to insert, delete or replace (Levenshtein), typography apart."""
    first, second = plain(truth), plain(text)
    letters = np.array([ord(letter) for letter in second])
    steps = np.arange(len(second) + 1)
    row = steps.copy()
    for index, letter in enumerate(first, start=1):
        following = np.minimum(row[1:] + 1, row[:-1] + (letters != ord(letter)))
        row = np.minimum.accumulate(np.concatenate([[index], following]) - steps) + steps
    return int(row[-1])


def _tables(script: str, examples: Sequence[Example]) -> dict[tuple[str, str, Unit], Reliability]:
    said: dict[tuple[str, str, Unit], list[tuple[float, bool]]] = {}

    def note(engine: str, unit: Unit, confidence: float, *, right: bool) -> None:
        said.setdefault((engine, script, unit), []).append((confidence, right))

    for example in examples:
        heard = [opinion for opinion in example.opinions if opinion.reading.text]
        for opinion in heard:
            reading = opinion.reading
            note(opinion.engine, Unit.LINE, reading.confidence, right=_is_right(example.truth, reading))
            for word, right in _words(example.truth, reading):
                note(opinion.engine, Unit.WORD, word, right=right)
        if len(heard) > 1:
            first = heard[0]
            alike = len({plain(opinion.reading.text) for opinion in heard}) == 1
            unit = Unit.AGREED if alike else Unit.DISPUTED
            right = _is_right(example.truth, first.reading)
            note(first.engine, unit, first.reading.confidence, right=right)
    return {
        key: Reliability.learn([confidence for confidence, _ in pairs], [right for _, right in pairs])
        for key, pairs in said.items()
    }


def _is_right(truth: str, reading: Recognised) -> bool:
    return plain(truth) == plain(reading.text)


def _words(truth: str, reading: Recognised) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each word that was read, and whether it stands in the truth at that place."""
    read = [plain(word.text) for word in reading.words]
    blocks = SequenceMatcher(None, plain(truth).split(), read, autojunk=False).get_matching_blocks()
    right = {block.b + offset for block in blocks for offset in range(block.size)}
    for index, word in enumerate(reading.words):
        yield word.confidence, index in right


def _of_pair(examples: Sequence[Example], first: str, other: str) -> list[Example]:
    return [
        Example(e.truth, tuple(opinion for opinion in e.opinions if opinion.engine in (first, other)))
        for e in examples
    ]


def _merged(one: Calibration, two: Calibration) -> Calibration:
    return Calibration({**one.tables, **two.tables}, {**one.margins, **two.margins})


def _sentence(words: Sequence[str], script: str, random: np.random.Generator) -> str:
    """Return a few words as forms hold them: prose, a label with a value, a name, a number, a date."""
    some = [str(random.choice(words)) for _ in range(int(random.integers(1, 8)))]
    day, month, year = random.integers(1, 29), random.integers(1, 13), random.integers(1930, 2025)
    number = int(random.integers(1, 10 ** int(random.integers(1, 9))))
    kind = random.random()
    if kind < 0.1:
        return f"{day:02}/{month:02}/{year}" if kind < 0.05 else str(number)
    if kind < 0.25:
        value = f"{day:02}/{month:02}/{year}" if kind < 0.18 else str(number)
        return f"{' '.join(some[:2])}: {value}"
    if kind < 0.4 and script == "Latn":
        return " ".join(str(random.choice(NAMES.split())) for _ in range(int(random.integers(1, 4))))
    if kind < 0.55 and script == "Latn":
        return " ".join(some).upper() if kind < 0.45 else " ".join(some).capitalize() + "."
    return " ".join(some)


def drawn(text: str, font: ImageFont.FreeTypeFont, random: np.random.Generator) -> tuple[Pixels, Quad]:
    """Draw one line on worn paper and return the page with the place a detector might give it."""
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text))
    width, height = right - left, bottom - top
    margin = 12 + height
    paper, ink = int(random.integers(170, 256)), int(random.integers(0, 110))
    image = Image.new("L", (width + 2 * margin, height + 2 * margin), paper)
    ImageDraw.Draw(image).text((margin - left, margin - top), text, font=font, fill=ink)
    if random.random() < 0.2:  # a form's rule under the line
        under = margin + height + max(2, height // 8)
        ImageDraw.Draw(image).line((margin, under, margin + width, under), fill=ink, width=2)
    # A detector draws its boxes a little too wide or too narrow.
    wide, high = height * random.uniform(0.0, 0.25), height * random.uniform(0.0, 0.2)
    quad = Quad.from_box(margin - wide, margin - high, margin + width + wide, margin + height + high)
    pixels = worn(np.asarray(image, np.float32), height, random)
    return np.ascontiguousarray(np.repeat(pixels[:, :, None], 3, axis=2)), quad


def worn(page: NDArray[np.float32], height: int, random: np.random.Generator) -> NDArray[np.uint8]:
    """Tilt, blur, shade, coarsen, sprinkle with noise and compress a drawn page, each now and then.

    Args:
        page: Brightness from 0 to 255, float32 of shape (height, width).
        height: Of the text on it, in pixels.
        random: Decides.
    """
    rows, columns = page.shape
    if random.random() < 0.5:
        tilt = cv2.getRotationMatrix2D((columns / 2, rows / 2), random.uniform(-0.7, 0.7), 1)
        page = np.asarray(cv2.warpAffine(page, tilt, (columns, rows), borderMode=cv2.BORDER_REPLICATE))
    if random.random() < 0.6:
        page = np.asarray(cv2.GaussianBlur(page, (0, 0), height * random.uniform(0.005, 0.07)))
    if random.random() < 0.4:
        page = page * np.linspace(1, random.uniform(0.4, 1), columns, dtype=np.float32)[None, :]
    if random.random() < 0.3:
        share = random.uniform(0.35, 0.8)
        small = cv2.resize(page, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        page = np.asarray(cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR))
    if random.random() < 0.6:
        page = page + random.normal(0, random.uniform(1, 16), page.shape).astype(np.float32)
    pixels = np.clip(page, 0, 255).astype(np.uint8)
    if random.random() < 0.5:
        _, jpeg = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(20, 80))])
        pixels = np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_GRAYSCALE), np.uint8)
    return pixels
