"""Ids are unlike each other, and codes are understood however people write them."""

from hypothesis import given
from hypothesis import strategies as st

from headquarters.ids import ALPHABET, plain_code, random_id, secret_code


def test_ids_have_their_length_and_letters_and_are_not_alike():
    ids = {random_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert all(len(each) == 26 and set(each) <= set(ALPHABET) for each in ids)
    for place in range(26):
        assert len({each[place] for each in ids}) == 32


def test_a_code_is_four_groups_of_four():
    code = secret_code()
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert plain_code(code) == code.replace("-", "").lower()


@given(st.integers(0, 2**16), st.sampled_from([" ", "-", "", "\n", " . "]), st.booleans())
def test_a_code_is_the_same_however_it_is_written(seed, between, upper):
    code = f"{seed:016x}".replace("b", "1").replace("e", "0")
    written = between.join(code[place : place + 4] for place in range(0, 16, 4))
    written = written.replace("1", "I" if seed % 2 else "l").replace("0", "O")
    assert plain_code(written.upper() if upper else written) == plain_code(code)
