"""The installer speaks five languages, and says the same in each."""

import re
from pathlib import Path

import pytest

WINDOWS = Path(__file__).parents[3] / "packaging" / "windows"


@pytest.fixture(scope="module")
def words(part):
    return part("windows.words")


def test_every_language_has_every_word(words):
    table = words.read_words()
    assert set(table) == {"en", "fr", "es", "ar", "sw"}
    assert all(text.strip() for row in table.values() for text in row.values())


@pytest.mark.parametrize("language", ["fr", "es", "ar", "sw"])
def test_a_translation_leaves_out_nothing_that_is_put_in(words, language):
    table = words.read_words()
    for name, text in table["en"].items():
        assert set(re.findall(r"\{\w+\}", table[language][name])) == set(re.findall(r"\{\w+\}", text)), name


def test_what_the_script_says_is_a_word_and_each_word_is_said(words):
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    said = set(re.findall(r"\$\(([A-Z][A-Z0-9_]+)\)", script))
    assert said - {"SUMMARY"} == set(words.read_words()["en"])


def test_quotes_dollars_and_lines_survive(words):
    assert words.quoted('a "b" $c\nd') == 'a $\\"b$\\" $$c$\\r$\\nd'


def test_a_place_that_nobody_fills_is_refused(words):
    with pytest.raises(words.WordsError, match="braces"):
        words.quoted("in {nowhere}")


def test_swahili_has_every_line_of_the_format(words):
    lines = (WINDOWS / "language" / "Swahili.nlf").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:4] == ["# Swahili for NSIS, which brings none", "NLF v6", "# Language ID", "1089"]
    names = [line for line in lines if line.startswith("# ^")]
    assert len(names) == len(set(names)) == 89
    texts = [line for line in lines if not line.startswith("#")]
    assert len(texts) == 1 + 1 + 2 + 1 + 1 + len(names)
