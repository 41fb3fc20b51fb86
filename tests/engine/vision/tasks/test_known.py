"""Without a model a page is described from what was read on it, and nothing is invented."""

import pytest

from engine.answer import Concern
from engine.vision.tasks.known import describe_known, kind_of_document
from engine.vision.tasks.words import LANGUAGES, words_of

from .conftest import line, page_of


def test_a_form_is_described_by_its_own_words(form):
    answer = describe_known(form)
    assert answer.text == (
        "From what was read; no image model looked at this page. Kind of document, by its words: registration"
        " form. Languages: English. Lines of text: 5; to be checked: 1. Dates: 04/03/1987. Numbers: 1,200;"
        " 0712 345 678."
    )
    assert answer.grounded
    assert [(each.quoted, each.line) for each in answer.evidence] == [
        ("04/03/1987", 2),
        ("1,200", 3),
        ("0712 345 678", 4),
    ]
    assert [(each.concern, each.about) for each in answer.findings] == [
        (Concern.NO_MODEL, ""),
        (Concern.DOUBTFUL_LINE, "0712 345 678"),
    ]


def test_a_photo_without_text_is_told_to_be_just_that():
    answer = describe_known(page_of(remarks=("blurred", "dark")))
    assert answer.text == (
        "From what was read; no image model looked at this page. No text was read on this page."
        " Image: 1000 × 1400 pixels. Quality of the image: blurred, dark."
    )
    assert not answer.doubtful


def test_a_longer_description_begins_to_read_and_tells_tables(form):
    assert "It begins: “Household registration Head" in describe_known(form, style="blind").text
    table = page_of(*(line(f"{r} {c}", r * 3 + c, cell=(r, c)) for r in range(4) for c in range(3)))
    assert "A table with 4 rows and 3 columns." in describe_known(table).text


def test_a_sheet_in_a_photo_is_told():
    page = page_of("x", warnings=("This is a photo of a sheet: the sheet was straightened, and ...",))
    assert "It is a photo of a sheet of paper." in describe_known(page).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_said_in_the_language_that_was_asked_for(form, language):
    text = describe_known(form, language=language).text
    assert text.startswith(words_of(language).known["head"])
    assert "{" not in text


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Household registration", "Head of household: A"], "registration"),
        (["Acte de naissance", "Lieu de naissance : Goma", "Nom du père : J"], "birth"),
        (["فاتورة", "المبلغ"], "receipt"),
        (["Jina la baba: J", "Jina la mama: M", "Cheti cha kuzaliwa"], "birth"),
        (["Receipt"], None),
        (["Patient: A", "Receipt", "Cash", "Clinic"], None),
        (["A letter to a friend"], None),
        ([], None),
    ],
)
def test_a_kind_is_told_only_beyond_doubt(lines, kind):
    assert kind_of_document(page_of(*lines)) == kind


def test_of_many_numbers_some_are_told_and_the_rest_counted():
    page = page_of(*(f"{number}" for number in range(100, 120)))
    assert "and 12 more." in describe_known(page).text
    assert len(describe_known(page).evidence) == 8
