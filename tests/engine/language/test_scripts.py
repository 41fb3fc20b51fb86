"""Which script a text is in, and which way it runs."""

import pytest

from engine.language import is_right_to_left, script_of, scripts_in


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Jina la mtoto", "Latn"),
        ("الاسم الكامل", "Arab"),
        ("١٩٨٧", "Arab"),
        ("1987", "Zyyy"),
        ("- / .", "Zyyy"),
        ("", "Zyyy"),
        ("Nom / الاسم الكامل", "Arab"),
        ("Date de naissance / الاسم", "Latn"),
        ("ﻣﺤﻤﺪ", "Arab"),
        ("Имя", "Cyrl"),
        ("ስም", "Ethi"),
        ("𐐀", "Zzzz"),
    ],
)
def test_script_is_that_of_most_letters(text, script):
    assert script_of(text) == script


def test_scripts_are_counted_in_order_of_appearance():
    assert list(scripts_in("Nom الاسم 12").items()) == [("Latn", 3), ("Arab", 5)]


def test_arabic_runs_from_right_to_left():
    assert is_right_to_left("Arab")
    assert not is_right_to_left("Latn")
