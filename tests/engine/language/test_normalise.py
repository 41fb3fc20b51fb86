"""One form for searching: what differs only in marks, forms or digits meets."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language import fold_digits, nfc, normalise_for_search


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("مُحَمَّد", "محمد"),  # short vowels
        ("محـــمد", "محمد"),  # tatweel
        ("أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله"),
        ("فاطمة", "فاطمه"),
        ("مصطفى", "مصطفي"),
        ("مسؤول شئون", "مسوول شيون"),
        ("سماء", "سما"),
        ("علی کریم", "علي كريم"),  # Persian yeh and kaf
        ("١٢/٠٣/١٩٨٧", "12/03/1987"),
        ("۱۲۳", "123"),
        ("ﻣﺤﻤﺪ", "محمد"),  # presentation forms
        ("ﻻ", "لا"),
        ("Prénom : Zoë Œuvre", "prenom : zoe oeuvre"),
        ("Đorđe Søren Łukasz", "dorde soren lukasz"),
        ("STRASSE Straße", "strasse strasse"),
        ("oﬃce", "office"),
        ("l’âge — “total”", 'l\'age - "total"'),
        ("a\u200fb\u2066c\u2069", "abc"),
        ("  Two \t words\n", "two words"),
        ("Ng'ombe", "ng’ombe"),
    ],
)
def test_forms_of_the_same_word_meet(printed, typed):
    assert normalise_for_search(printed) == normalise_for_search(typed)


def test_different_words_stay_apart():
    words = ["محمد", "محمود", "علي", "عالي", "paid", "said", "12", "21", "ñandu"]
    assert len({normalise_for_search(word) for word in words}) == len(words)


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    once = normalise_for_search(text)
    assert normalise_for_search(once) == once


@given(st.text())
def test_composed_and_decomposed_text_meet(text):
    forms = {normalise_for_search(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@given(st.text())
def test_digits_fold_one_for_one(text):
    folded = fold_digits(text)
    assert len(folded) == len(text)
    assert not any(letter.isdecimal() and not letter.isascii() for letter in folded)


def test_nfc_composes():
    assert nfc("e\u0301") == "é"
