"""The pruned alphabet holds what documents in the served languages are written with, and nothing twice."""

import unicodedata

import pytest

from models.characters import kept_classes
from models.reading import recogniser
from models.sources import RAPIDOCR


@pytest.fixture(scope="module")
def characters():
    return recogniser(RAPIDOCR)[1]


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("English", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        ("French", "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»°"),
        ("Spanish", "áéíñóúüÁÉÍÑÓÚÜ¿ªº"),
        ("Swahili", "ng'ombe"),
        ("digits", "0123456789½¼¾²³"),
        ("punctuation", "!\"#%&'()*+,-./:;<=>?@[\\]_{|}~–—’“”…•"),
        ("currencies", "$€£¥₦₵₹"),
        ("forms", "×±°✓✔✘□☐☑☒"),
        ("names", "ßøåłŁşŞğĞıİžŽčČđĐ"),
        ("Hausa and Fula", "ɓɗƙƴƁƊƘ"),
    ],
)
def test_it_holds_what_documents_are_written_with(characters, language, letters):
    assert not set(letters) - set(characters), language


def test_it_holds_no_other_script(characters):
    names = {unicodedata.name(c, "").split()[0] for c in characters if c.isalpha()}
    assert not names & {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH", "HALFWIDTH"}


def test_it_begins_with_nothing_ends_with_the_space_and_has_no_character_twice(characters):
    assert characters[0] == ""
    assert characters[-1] == " "
    assert len(set(characters)) == len(characters)


def test_all_of_it_is_nfc(characters):
    assert all(unicodedata.is_normalized("NFC", c) for c in characters)


def test_what_nfc_writes_otherwise_is_left_out():
    assert kept_classes(["a", "\u212b", "中", "é"]) == [0, 3]
