"""The recovery key can be copied from paper by a tired person, and mistakes are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.library import WrongRecoveryKeyError
from engine.library.recovery import ALPHABET, GROUPS, new_recovery_key, parse_recovery_key

keys = st.builds(new_recovery_key)


def test_has_seven_groups_of_five():
    groups = new_recovery_key().split("-")
    assert len(groups) == GROUPS
    assert all(len(group) == 5 and set(group) <= set(ALPHABET) for group in groups)


def test_every_key_is_another():
    assert len({new_recovery_key() for _ in range(200)}) == 200


@given(keys)
def test_is_taken_as_printed(key):
    assert parse_recovery_key(key) == key


@given(keys)
def test_is_taken_however_it_is_typed(key):
    sloppy = key.lower().replace("0", "o").replace("1", "l").replace("-", " – ")
    assert parse_recovery_key(f"\u200f {sloppy}\n") == key
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter.isalnum() else letter for letter in key)
    assert parse_recovery_key(wide) == key
    arabic = "".join(chr(0x660 + int(letter)) if letter.isdigit() else letter for letter in key)
    assert parse_recovery_key(arabic) == key


@given(keys, st.integers(0, GROUPS * 5 - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_told_with_its_group(key, place, letter):
    plain = key.replace("-", "")
    if plain[place] == letter:
        return
    with pytest.raises(WrongRecoveryKeyError, match=f"Group {place // 5 + 1} "):
        parse_recovery_key(plain[:place] + letter + plain[place + 1 :])


@given(keys, st.integers(0, GROUPS * 5 - 2))
def test_swapped_neighbours_are_told(key, place):
    plain = key.replace("-", "")
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    # Two neighbours of different groups change both groups, so one of them shows it.
    if swapped != plain:
        with pytest.raises(WrongRecoveryKeyError):
            parse_recovery_key(swapped)


@given(keys, st.integers(0, GROUPS - 2))
def test_swapped_groups_are_told(key, place):
    groups = key.split("-")
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    with pytest.raises(WrongRecoveryKeyError):
        parse_recovery_key("-".join(groups))


@given(st.text())
def test_any_other_text_is_refused_kindly(text):
    try:
        parsed = parse_recovery_key(text)
    except WrongRecoveryKeyError as error:
        assert error.remedy
    else:
        assert parse_recovery_key(parsed) == parsed
