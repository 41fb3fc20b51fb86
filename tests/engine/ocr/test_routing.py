"""Each line is read in its own script; a Latin page costs little, and Arabic is not read as nonsense."""

from dataclasses import dataclass, replace
from itertools import product
from typing import ClassVar

import numpy as np
import pytest

from engine.errors import MissingDependencyError
from engine.geometry import Quad
from engine.ocr.calibration import Calibration, Reliability, Unit
from engine.ocr.combine import ENGINES_DISAGREE
from engine.ocr.engines import Recognised
from engine.ocr.routing import (
    LOW_CONFIDENCE,
    NUMBER_UNCERTAIN,
    PARTLY_UNREAD,
    SCRIPT_UNCERTAIN,
    LineReader,
)
from engine.reading import Word
from engine.settings import ReadingSettings

PAGE = np.full((2000, 1000, 3), 255, np.uint8)
HEIGHT = 30
STRAIGHT = Reliability((0.0, 1.0), (0.0, 1.0))
LEARNT = product(("ppocr", "tesseract"), ("Latn", "Arab"), Unit)
CALIBRATION = Calibration(dict.fromkeys(LEARNT, STRAIGHT))


@dataclass
class Printed:
    """A word on the paper, between two columns of a row."""

    text: str
    script: str
    left: float
    right: float


class Paper:
    """Rows of words; row n lies at y = 40 n."""

    def __init__(self):
        self.rows = []

    def row(self, *words):
        self.rows.append([Printed(*word) for word in words])
        left, right = min(word[2] for word in words), max(word[3] for word in words)
        top = 40 * (len(self.rows) - 1)
        return Quad.from_box(left, top, right, top + HEIGHT)

    def under(self, quad):
        left, top, right, _ = quad.bounds
        return [
            word for word in self.rows[round(top / 40)] if left - 5 <= word.left and word.right <= right + 5
        ]


class Engine:
    """Reads words of its script surely, and sees in all others what real engines see there."""

    def __init__(self, name, paper, script, *, sure=0.97, slips=None):
        self.name, self.version, self.scripts = name, "1", frozenset({script})
        self.paper, self.script, self.sure_of, self.slips, self.asked = paper, script, sure, slips or {}, 0

    def recognise(self, pixels, quads, *, cancel=lambda: False):
        self.asked += len(quads)
        return [self.read(quad) for quad in quads]

    def read(self, quad):
        words = [(*self.seen(word), word) for word in self.paper.under(quad)]
        words = [(text, sure, place) for text, sure, place in words if text]
        words.sort(key=lambda word: word[2].left, reverse=self.script == "Arab")
        top = quad.bounds[1]
        placed = tuple(Word(t, Quad.from_box(p.left, top, p.right, top + HEIGHT), c) for t, c, p in words)
        return Recognised(
            " ".join(w.text for w in placed), min((w.confidence for w in placed), default=0.0), placed
        )

    def seen(self, word):
        if word.script in (self.script, "both"):
            return self.slips.get(word.text, word.text), self.sure_of
        if word.script == "digits":
            return ("V", 0.98) if self.script == "Latn" else ("لا", 0.3)
        return ("", 0.0) if self.script == "Latn" else ("لالا", 0.2)

    def close(self):
        pass


def read(paper, quads, *, opinion="none", engines=None):
    engines = engines or [Engine("ppocr", paper, "Latn"), Engine("tesseract", paper, "Arab", sure=0.9)]
    settings = replace(ReadingSettings(), second_opinion=opinion, doubt_threshold=0.8)
    return LineReader(engines, settings=settings, calibration=CALIBRATION).read(PAGE, quads), engines


@pytest.fixture
def paper():
    return Paper()


def latin(paper, text="Amina Juma"):
    return paper.row(
        *[(word, "Latn", 100 + 100 * at, 190 + 100 * at) for at, word in enumerate(text.split())]
    )


def arabic(paper, text="الاسم الكامل"):
    return paper.row(
        *[(word, "Arab", 700 - 100 * at, 790 - 100 * at) for at, word in enumerate(text.split())]
    )


def test_a_latin_page_never_asks_the_arabic_engine(paper):
    quads = [latin(paper) for _ in range(30)]
    lines, (_, tesseract) = read(paper, quads)
    assert [line.text for line in lines] == ["Amina Juma"] * 30
    assert tesseract.asked == 0


def test_a_page_of_scribbles_costs_a_few_trials_at_most(paper):
    quads = [paper.row(("~", "scribble", 100, 300)) for _ in range(30)]
    lines, (_, tesseract) = read(paper, quads)
    assert tesseract.asked <= 6
    assert not [line for line in lines if line.confidence > 0.5]


def test_poor_print_in_many_latin_letters_is_not_tried_in_arabic(paper):
    quads = [latin(paper, "Usambazaji wa chakula kijijini") for _ in range(9)]
    engines = [Engine("ppocr", paper, "Latn", sure=0.55), Engine("tesseract", paper, "Arab")]
    lines, (_, tesseract) = read(paper, quads, engines=engines)
    assert [line.text for line in lines] == ["Usambazaji wa chakula kijijini"] * 9
    assert tesseract.asked == 0


@pytest.mark.parametrize("text", ["Ab cd", "Usambazaji"])
def test_few_letters_or_a_short_part_of_a_line_may_still_be_arabic(paper, text):
    words = [(word, "Latn", 100 + 100 * at, 190 + 100 * at) for at, word in enumerate(text.split())]
    quad = paper.row(*words, ("", "Latn", 900, 990)) if text == "Usambazaji" else paper.row(*words)
    engines = [Engine("ppocr", paper, "Latn", sure=0.55), Engine("tesseract", paper, "Arab")]
    _, (_, tesseract) = read(paper, [quad], engines=engines)
    assert tesseract.asked > 0


def test_arabic_lines_are_read_in_arabic(paper):
    quads = [arabic(paper) for _ in range(12)]
    lines, _ = read(paper, quads)
    assert [(line.text, line.script, line.engine) for line in lines] == [
        ("الاسم الكامل", "Arab", "tesseract")
    ] * 12


def test_lines_of_both_scripts_stand_side_by_side(paper):
    quads = [latin(paper), arabic(paper), latin(paper, "Date of birth"), arabic(paper, "تاريخ الميلاد")]
    lines, _ = read(paper, quads)
    assert [line.text for line in lines] == ["Amina Juma", "الاسم الكامل", "Date of birth", "تاريخ الميلاد"]
    assert [line.doubts for line in lines] == [()] * 4


def test_a_bilingual_label_is_read_in_two(paper):
    quad = paper.row(
        ("Date", "Latn", 100, 180), ("of", "Latn", 190, 220), ("birth:", "Latn", 230, 320),
        ("الميلاد", "Arab", 420, 510),
    )  # fmt: skip
    (line,), _ = read(paper, [quad])
    assert line.text == "Date of birth: الميلاد"
    assert line.engine == "ppocr+tesseract"
    assert [word.text for word in line.words] == line.text.split()


def test_a_latin_word_in_an_arabic_sentence_keeps_logical_order(paper):
    quad = paper.row(
        ("منظمة", "Arab", 820, 900), ("إنسانية", "Arab", 720, 810), ("UNHCR", "Latn", 600, 700),
        ("مستقلة", "Arab", 480, 580), ("للأسر", "Arab", 380, 470),
    )  # fmt: skip
    (line,), _ = read(paper, [quad])
    assert line.text == "منظمة إنسانية UNHCR مستقلة للأسر"
    assert line.script == "Arab"


def test_lone_numbers_on_an_arabic_page_are_doubtful(paper):
    quads = [arabic(paper), paper.row(("٤٧", "digits", 100, 190))]
    lines, _ = read(paper, quads)
    assert SCRIPT_UNCERTAIN in lines[1].doubts
    assert lines[1].confidence <= 0.5


def test_a_latin_name_on_an_arabic_page_is_not_put_in_question(paper):
    quads = [arabic(paper), latin(paper, "Samira Haddar")]
    lines, _ = read(paper, quads)
    assert lines[1].doubts == ()


@pytest.mark.parametrize(("wanted", "asked"), [("none", 0), ("doubtful", 1), ("all", 2)])
def test_second_opinions_are_asked_as_the_settings_say(paper, wanted, asked):
    quads = [latin(paper), latin(paper, "smudged Juma")]
    first = Engine("ppocr", paper, "Latn", slips={"smudged": "srnudged"})
    sure = first.seen
    first.seen = lambda word: ("srnudged", 0.7) if word.text == "smudged" else sure(word)
    second = Engine("tesseract", paper, "Latn")
    lines, _ = read(paper, quads, opinion=wanted, engines=[first, second])
    assert second.asked == asked
    assert (ENGINES_DISAGREE in lines[1].doubts) == (asked > 0)
    assert LOW_CONFIDENCE in lines[1].doubts


@pytest.mark.parametrize(
    ("rows", "language"),
    [
        (["The name of the child and of the mother", "Kabuya"], "en"),
        (["Le nom de l'enfant et de sa mère", "Kabuya"], "fr"),
        (["The name of the child and of the mother", "Le nom de l'enfant et de sa mère"], None),
        (["Kabuya", "4711"], None),
    ],
)
def test_second_opinions_come_from_a_reader_of_the_language_that_the_page_is_in(paper, rows, language):
    class Polyglot(Engine):
        asked_for: ClassVar[list[str | None]] = []

        def in_script(self, script, language=None):
            self.asked_for.append(language)
            return self

    quads = [paper.row((text, "Latn", 20, 400)) for text in rows]
    Polyglot.asked_for.clear()
    engines = [Engine("ppocr", paper, "Latn"), Polyglot("tesseract", paper, "Latn")]
    reader = LineReader(
        engines, settings=replace(ReadingSettings(), second_opinion="all"), calibration=CALIBRATION
    )
    reader.read(PAGE, quads)
    assert Polyglot.asked_for[-1] == language


class Quick(Engine):
    """Glances first; some words it sees otherwise at a glance, and of those it is not sure."""

    def __init__(self, paper, *, at_a_glance, glance_sure=0.9):
        super().__init__("ppocr", paper, "Latn")
        self.at_a_glance, self.glance_sure, self.glancing, self.closer = at_a_glance, glance_sure, False, 0

    def glance(self, pixels, quads, *, cancel=lambda: False):
        self.glancing = True
        found = self.recognise(pixels, quads, cancel=cancel)
        self.glancing = False
        return found

    def suffices(self, reading):
        return reading.confidence >= 0.95

    def look_closer(self, pixels, quads, *, cancel=lambda: False):
        self.closer += len(quads)
        return self.recognise(pixels, quads, cancel=cancel)

    def seen(self, word):
        if self.glancing and word.text in self.at_a_glance:
            return self.at_a_glance[word.text], self.glance_sure
        return super().seen(word)


def second(paper, *, slips=None):
    return Engine("tesseract", paper, "Latn", sure=0.9, slips=slips)


def strict_read(paper, quads, engines, *, opinion="doubtful"):
    """Read with a threshold of doubt that a glance alone does not reach."""
    tables = {("ppocr", "Latn", Unit.AGREED): Reliability((0.0, 0.9, 1.0), (0.0, 0.96, 1.0))}
    settings = replace(ReadingSettings(), second_opinion=opinion, doubt_threshold=0.94)
    calibration = Calibration({**CALIBRATION.tables, **tables})
    return LineReader(engines, settings=settings, calibration=calibration).read(PAGE, quads)


def test_what_is_read_at_a_glance_as_another_engine_reads_it_is_not_looked_at_again(paper):
    quads = [latin(paper), latin(paper, "Kijiji")]
    quick = Quick(paper, at_a_glance={"Kijiji": "Kijiji"})
    lines = strict_read(paper, quads, [quick, second(paper)])
    assert [(line.text, line.doubts) for line in lines] == [("Amina Juma", ()), ("Kijiji", ())]
    assert quick.closer == 0


def test_where_another_engine_reads_otherwise_the_first_looks_closer(paper):
    quick = Quick(paper, at_a_glance={"Kijiji": "Kijlji"})
    (line,) = strict_read(paper, [latin(paper, "Kijiji")], [quick, second(paper)])
    assert (line.text, line.doubts, quick.closer) == ("Kijiji", (), 1)


def test_engines_that_still_disagree_after_a_closer_look_make_a_doubt(paper):
    quick = Quick(paper, at_a_glance={"Kijiji": "Kijlji"})
    quick.sure_of = 0.93
    (line,) = strict_read(paper, [latin(paper, "Kijiji")], [quick, second(paper, slips={"Kijiji": "Kijili"})])
    assert line.text == "Kijiji"
    assert ENGINES_DISAGREE in line.doubts


@pytest.mark.parametrize("opinion", ["none", "doubtful"])
def test_a_glance_suffices_only_where_another_engine_will_be_asked(paper, opinion):
    quick = Quick(paper, at_a_glance={"Kijiji": "Kijlji"})
    engines = [quick] if opinion == "doubtful" else [quick, second(paper)]
    (line,) = strict_read(paper, [latin(paper, "Kijiji")], engines, opinion=opinion)
    assert line.text == "Kijiji"


def test_what_does_not_convince_at_a_glance_is_looked_at_before_another_script_is_tried(paper):
    quick = Quick(paper, at_a_glance={"Kijiji": "K1j"}, glance_sure=0.3)
    arabic_too = Engine("tesseract", paper, "Arab")
    arabic_too.scripts = frozenset({"Latn", "Arab"})
    (line,) = strict_read(paper, [latin(paper, "Kijiji")], [quick, arabic_too])
    assert (line.text, quick.closer, arabic_too.asked) == ("Kijiji", 1, 0)


def test_a_line_with_something_unread_is_doubtful_however_sure_its_text_is(paper):
    class PassingOver(Engine):
        def read(self, quad):
            return replace(super().read(quad), complete=False)

    quad = paper.row(("Grave", "Latn", 20, 120))
    (line,), _ = read(paper, [quad], engines=[PassingOver("ppocr", paper, "Latn")])
    assert PARTLY_UNREAD in line.doubts
    assert line.confidence <= 0.5


def test_where_nothing_is_read_there_is_no_line(paper):
    quads = [latin(paper), paper.row(("", "Latn", 100, 200))]
    lines, _ = read(paper, quads)
    assert len(lines) == 1


def test_without_any_engine_it_is_said_at_once(paper):
    with pytest.raises(MissingDependencyError, match="doctor"):
        LineReader([Engine("cyrillic", paper, "Cyrl")], settings=ReadingSettings(), calibration=CALIBRATION)


def test_a_number_that_only_the_arabic_engine_has_read_is_doubtful(paper):
    quad = paper.row(("مجموع", "Arab", 700, 790), ("الأسر:", "Arab", 590, 690), ("١٢", "Arab", 480, 580))
    (line,), _ = read(paper, [quad])
    assert NUMBER_UNCERTAIN in line.doubts
    assert line.confidence <= 0.5


def test_a_number_in_the_arabic_part_of_a_line_that_is_mostly_latin_is_doubtful(paper):
    quad = paper.row(
        ("Registration", "Latn", 100, 250), ("number", "Latn", 260, 400),
        ("١٢٣٤", "Arab", 600, 690), ("الرقم", "Arab", 700, 790),
    )  # fmt: skip
    (_, line), _ = read(paper, [arabic(paper), quad])
    assert (line.text, line.script) == ("Registration number الرقم ١٢٣٤", "Latn")
    assert NUMBER_UNCERTAIN in line.doubts
    assert line.confidence <= 0.5


def test_a_number_in_the_latin_part_of_such_a_line_is_confirmed(paper):
    quad = paper.row(
        ("Household", "Latn", 100, 250), ("8005550", "both", 260, 400), ("الرقم", "Arab", 700, 790)
    )
    (_, line), _ = read(paper, [arabic(paper), quad])
    assert line.text == "Household 8005550 الرقم"
    assert line.doubts == ()


def test_a_number_in_european_digits_is_confirmed_by_the_latin_engine(paper):
    quad = paper.row(("هاتف:", "Arab", 590, 690), ("8005550", "both", 480, 580))
    (_, line), _ = read(paper, [arabic(paper), quad])
    assert line.text == "هاتف: 8005550"
    assert line.doubts == ()


class Numerals:
    """Reads words of the script "digits" surely, and nothing else."""

    def __init__(self, paper, *, sure=0.97, slips=None):
        self.name, self.version, self.scripts = "numerals", "1", frozenset()
        self.numbering_systems = frozenset({"arab"})
        self.paper, self.sure, self.slips, self.asked = paper, sure, slips or {}, 0

    def recognise(self, pixels, quads, *, cancel=lambda: False):
        self.asked += len(quads)
        return [self.read(quad) for quad in quads]

    def read(self, quad):
        words = self.paper.under(quad)
        if not words or any(word.script not in ("digits", "indic") for word in words):
            return Recognised("", 0.0)
        return Recognised(" ".join(self.slips.get(word.text, word.text) for word in words), self.sure)

    def reliability(self, confidence):
        return confidence

    def close(self):
        pass


def with_numerals(paper, **how):
    return [
        Engine("ppocr", paper, "Latn"), Engine("tesseract", paper, "Arab", sure=0.9), Numerals(paper, **how)
    ]  # fmt: skip


def column(paper, *texts):
    return [paper.row((text, "digits", 100, 190)) for text in texts]


def test_lone_numbers_on_an_arabic_page_are_read_by_the_engine_for_digits(paper):
    quads = [arabic(paper), *column(paper, "٤٧", "٤", "٢٣")]
    lines, _ = read(paper, quads, engines=with_numerals(paper))
    assert [(line.text, line.engine, line.doubts) for line in lines[1:]] == [
        (text, "numerals", ()) for text in ("٤٧", "٤", "٢٣")
    ]
    assert [line.confidence for line in lines[1:]] == [0.97] * 3


def test_a_number_that_the_engine_for_digits_is_not_sure_of_is_doubtful(paper):
    quads = [arabic(paper), *column(paper, "٤٧")]
    lines, _ = read(paper, quads, engines=with_numerals(paper, sure=0.6))
    assert (lines[1].text, lines[1].doubts) == ("٤٧", (LOW_CONFIDENCE,))


def test_a_number_that_it_finds_unlikely_stays_as_it_was_read_and_doubtful(paper):
    quads = [arabic(paper), *column(paper, "٤٧")]
    lines, _ = read(paper, quads, engines=with_numerals(paper, sure=0.3))
    assert lines[1].text == "V"
    assert SCRIPT_UNCERTAIN in lines[1].doubts


def test_a_number_whose_groups_may_stand_in_either_order_is_doubtful(paper):
    quads = [arabic(paper), *column(paper, "٢٠٢٤-٠٣-١٢")]
    lines, _ = read(paper, quads, engines=with_numerals(paper))
    assert lines[1].text == "٢٠٢٤-٠٣-١٢"
    assert NUMBER_UNCERTAIN in lines[1].doubts
    assert lines[1].confidence <= 0.5


def test_a_long_number_that_the_latin_engine_takes_for_words_is_read(paper):
    quads = [arabic(paper), *column(paper, "٣٨٧٧٨٤")]
    engines = with_numerals(paper)
    seen = engines[0].seen
    engines[0].seen = lambda word: ("YAVVAL", 0.02) if word.script == "digits" else seen(word)
    lines, _ = read(paper, quads, engines=engines)
    assert (lines[1].text, lines[1].doubts) == ("٣٨٧٧٨٤", ())


def test_where_nothing_but_arabic_is_expected_a_single_number_is_read(paper):
    quads = column(paper, "٤", "٣")
    lines, _ = read(paper, quads, engines=with_numerals(paper)[1:])
    assert [(line.text, line.engine) for line in lines] == [("٤", "numerals"), ("٣", "numerals")]


def test_a_latin_page_never_asks_the_engine_for_digits(paper):
    quads = [latin(paper) for _ in range(9)] + [paper.row(("23", "Latn", 100, 190))]
    _, (*_, numerals) = read(paper, quads, engines=with_numerals(paper))
    assert numerals.asked == 0


def test_on_an_arabic_page_it_is_asked_about_no_line_that_is_surely_written_in_letters(paper):
    quads = [arabic(paper), latin(paper), latin(paper, "2024"), arabic(paper, "تاريخ الميلاد")]
    lines, (*_, numerals) = read(paper, quads, engines=with_numerals(paper))
    assert [line.text for line in lines] == ["الاسم الكامل", "Amina Juma", "2024", "تاريخ الميلاد"]
    assert numerals.asked == 0


def test_a_number_within_a_line_of_arabic_is_confirmed_by_the_engine_for_digits(paper):
    row = [("مجموع", "Arab", 700, 790), ("١٢", "indic", 480, 580)]
    quads = [arabic(paper), paper.row(*row)]
    engines = with_numerals(paper)
    seen = engines[1].seen
    engines[1].seen = lambda word: (word.text, 0.9) if word.script == "indic" else seen(word)
    lines, _ = read(paper, quads, engines=engines)
    assert (lines[1].text, lines[1].doubts) == ("مجموع ١٢", ())


@pytest.mark.parametrize(("sure", "text"), [(0.97, "مجموع ١٢"), (0.7, "مجموع 117")])
def test_a_number_within_a_line_of_arabic_that_engines_dispute_is_doubtful(paper, sure, text):
    quads = [arabic(paper), paper.row(("مجموع", "Arab", 700, 790), ("١٢", "indic", 480, 580))]
    engines = with_numerals(paper, sure=sure)
    seen = engines[1].seen
    engines[1].seen = lambda word: ("117", 0.9) if word.script == "indic" else seen(word)
    lines, _ = read(paper, quads, engines=engines)
    assert lines[1].text == text
    assert [word.text for word in lines[1].words] == text.split()
    assert NUMBER_UNCERTAIN in lines[1].doubts
    assert lines[1].confidence <= 0.5
