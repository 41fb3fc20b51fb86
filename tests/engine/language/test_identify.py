"""The language of a short text is told where the text tells it, and left open where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language import guess_language, script_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Name of the household head", "en"),
        ("Date of birth", "en"),
        ("All human beings are born free and equal in dignity and rights.", "en"),
        ("Nom et prénoms du chef de ménage", "fr"),
        ("Date de naissance", "fr"),
        ("Tous les êtres humains naissent libres et égaux en dignité et en droits.", "fr"),
        ("Nombre y apellidos", "es"),
        ("Fecha de nacimiento", "es"),
        ("Todos los seres humanos nacen libres e iguales en dignidad y derechos", "es"),
        ("Jina la mkuu wa kaya", "sw"),
        ("Tarehe ya kuzaliwa", "sw"),
        ("Watu wote wamezaliwa huru, hadhi na haki zao ni sawa.", "sw"),
        ("تاريخ الميلاد", "ar"),
    ],
)
def test_telling_words_tell_the_language(text, language):
    assert guess_language(text, script_of(text)) == language


@pytest.mark.parametrize(
    "text", ["", "12/03/1987", "Kenya", "Total", "X", "Mohamed Ali", "نام پدر چيست گچ", "Имя"]
)
def test_without_evidence_the_language_stays_open(text):
    assert guess_language(text, script_of(text)) == "und"


@given(st.text(), st.sampled_from(["Latn", "Arab", "Zyyy", "Cyrl"]))
def test_any_text_gets_an_answer(text, script):
    assert guess_language(text, script) in {"en", "fr", "es", "ar", "sw", "und"}
