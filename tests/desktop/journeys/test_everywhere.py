"""What holds in every view and dialog: names, the way of the keyboard, room for large text, languages."""

import re
import xml.etree.ElementTree as ElementTree
from contextlib import suppress
from functools import partial

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop.style import ThemeChoice
from desktop.texts import LANGUAGE_NAMES, sources
from tests.desktop.journeys.every_view import SIGHTS, seen
from tests.desktop.journeys.looking import blind_spots, controls, cut_off, missed_by_tab, tab_way, told, words

NAMES = re.compile(
    # Names of things that are called the same in every language, and of keys as they stand on keyboards.
    r"\b(Sanduku|EasyOCR|Tesseract|PDF|QR|HEIF|HEIC|JPEG|PNG|USB|Excel|CSV|JSON Lines|hOCR|ALTO"
    r"|proxy|none|Markdown|dpi|MB|GB|[0-9A-Z]{5}(-\s?[0-9A-Z]{5})+"
    r"|sanduku restore FOLDER --from BACKUP|sanduku [\w -]+|sanduku"
    r"|Ctrl|Alt|Shift|Return|Enter|Del|Esc|Tab|Space|Home|End|PgUp|PgDown|Ins|Backspace|F\d+|[A-Z])\b"
)
ISOLATED = re.compile("\u2068[^\u2069]*\u2069")
"""Names, texts and folders that came from people and documents."""
LATIN, ARABIC = re.compile("[A-Za-zÀ-ÿ]{2,}"), re.compile("[\u0621-\u064a]{2,}")


@pytest.fixture
def person(open_window, filled):
    made = open_window(filled)
    made.window.resize(1024, 640)
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield made
    QApplication.setCursorFlashTime(flash)


def walk(qtbot, person):
    """Yield the name of everything that a person can see, and the widget; dialogs are closed again."""
    for sight in SIGHTS:
        top = seen(person, sight)
        qtbot.wait(20)
        yield sight.name, top
        if sight.dialog:
            top.reject()
            person.window.activateWindow()
            qtbot.wait(1)
        if person.drawer.isVisible():
            person.presses("Ctrl+J")


def in_the_end(qtbot, wrong):
    """Return what is wrong, once what came this moment had its words and its room."""
    found = []

    def right():
        found[:] = wrong()
        return not found

    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(right)
    return found


def test_every_control_says_what_it_is(qtbot, person):
    nameless = [
        f"{name}: {told(each)}"
        for name, top in walk(qtbot, person)
        for each in controls(top)
        if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []


def test_tab_reaches_every_control_forwards_and_backwards_and_leads_out_of_each(qtbot, person):
    missed = []
    for name, top in walk(qtbot, person):
        way, back = tab_way(), tab_way(backwards=True)
        missed += [f"{name}: {told(each)}" for each in missed_by_tab(top, way)]
        missed += [f"{name}, in one direction: {told(each)}" for each in {*way} ^ {*back}]
    assert missed == []


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK], ids=str)
def test_what_has_the_keyboard_looks_different(qtbot, person, theme, choice):
    theme.apply(choice, 100)
    assert [f"{name}: {each}" for name, _top in walk(qtbot, person) for each in blind_spots()] == []


@pytest.mark.parametrize("language", ["en", "fr", "sw", "ar"])
def test_nothing_is_cut_off_with_text_twice_as_large_in_a_small_window(
    qtbot, person, theme, choices, translation, language
):
    translation.use(language)
    theme.apply(choices.theme, 200)
    cut = []
    for name, top in walk(qtbot, person):
        size = top.window().size()
        if size.width() > 1024 or size.height() > 640:
            cut.append(f"{name}: {size.width()} x {size.height()}")
        cut += [f"{name}: {each}" for each in in_the_end(qtbot, partial(cut_off, top))]
    assert cut == []


def test_every_word_changes_with_the_language(qtbot, person, translation):
    list(walk(qtbot, person))
    for language in ("fr", "es", "sw"):
        translation.use(language)
        english = untranslated(language)
        said = {(name, *each) for name, top in walk(qtbot, person) for each in words(top)}
        assert {each for each in said if each[2].strip() in english} == set(), language


def test_in_arabic_no_word_is_left_in_latin_letters_and_back_none_in_arabic(qtbot, person, translation):
    list(walk(qtbot, person))
    translation.use("ar")
    own = data(person)
    found = (
        each
        for name, top in walk(qtbot, person)
        for each in in_the_end(qtbot, partial(left_over, name, top, LATIN, own))
    )
    assert set(found) == set()
    # What is in front changes at once, and not only when it is opened again.
    for sight in (each for each in SIGHTS if not each.dialog):
        top = seen(person, sight)
        for language, letters in (("en", ARABIC), ("ar", LATIN)):
            translation.use(language)
            qtbot.wait(20)
            wrong = partial(left_over, sight.name, top, letters, own)
            assert in_the_end(qtbot, wrong) == []
        if person.drawer.isVisible():
            person.presses("Ctrl+J")


def untranslated(language):
    """Return the English words that say something else in a language."""
    return {
        message.findtext("source")
        for file in sources(language)
        for message in ElementTree.parse(file).getroot().iter("message")
        if message.findtext("source") not in (message.findtext("translation"), *LANGUAGE_NAMES.values())
    }


def data(person):
    """Return the texts of the document that is checked: they stand in its own language."""
    seen(person, next(each for each in SIGHTS if each.name == "checking"))
    rows = person.view.hand.rows
    found = {text for row in rows for text in (row.text, row.model_text or "", *row.alternatives)}
    return sorted(found | set(LANGUAGE_NAMES.values()), key=len, reverse=True)


def left_over(name, top, letters, own):
    """Yield what is said in letters that the language in force does not have."""
    for where, said in words(top):
        rest = ISOLATED.sub(" ", said)
        for text in own:
            rest = rest.replace(text, " ") if text else rest
        rest = re.sub(r"\S+\.(jpg|png|pdf|heic)\b", " ", NAMES.sub(" ", rest))
        if letters.search(rest):
            yield name, where, said


def test_arabic_mirrors_the_window_and_not_the_page(qtbot, person, translation, theme):
    _check = next(each for each in SIGHTS if each.name == "checking")
    seen(person, _check)
    rail, stack = person.frame.rail, person.frame.stack
    assert rail.x() < stack.mapTo(person.frame, stack.rect().topLeft()).x()
    canvas = person.view.canvas
    canvas.fit_page()
    quad = person.view.hand.rows[0].line.quad
    before = [canvas.mapFromScene(*point) for point in quad.points]
    translation.use("ar")
    theme.again()
    qtbot.wait(80)
    canvas.fit_page()
    after = [canvas.mapFromScene(*point) for point in quad.points]
    assert rail.x() > stack.mapTo(person.frame, stack.rect().topLeft()).x()
    assert (before[0].x() < before[1].x()) == (after[0].x() < after[1].x())
