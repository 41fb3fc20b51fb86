import pytest

from desktop.welcome.strength import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "worth"),
    [
        ("", Strength.TOO_SHORT),
        ("seven77", Strength.TOO_SHORT),
        ("password", Strength.WEAK),
        ("password123!", Strength.WEAK),
        ("12345678", Strength.WEAK),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("bienvenue", Strength.WEAK),
        ("seven clay pots by the river", Strength.STRONG),
        ("صندوق قمر جبل نهر شجرة كتاب", Strength.STRONG),
    ],
)
def test_a_passphrase_is_judged_as_somebody_who_attacks_it_would(passphrase, worth):
    assert strength(passphrase) is worth


def test_more_words_are_never_worse():
    words, last = "", Strength.TOO_SHORT
    for word in ("river", "lantern", "seven", "clay", "goat", "market"):
        words = f"{words} {word}".strip()
        assert strength(words) >= last
        last = strength(words)
