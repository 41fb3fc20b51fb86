"""Nobody in a photo is named and no trait is guessed; what is written on a page can be asked for."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.answer import Concern
from engine.vision.tasks.naming import _places, _words, names_a_person
from engine.vision.tasks.refusal import refused

from .phrasings import (
    HARMLESS_OF_A_PHOTO,
    IDENTITY_IN_PHOTO,
    ON_A_DOCUMENT,
    ONLY_WITHOUT_TEXT,
    TRAIT_IN_PHOTO,
)


def every(phrasings):
    return [
        pytest.param(each, id=f"{language}: {each}")
        for language, asked in phrasings.items()
        for each in asked
    ]


@pytest.mark.parametrize("question", every(IDENTITY_IN_PHOTO))
@pytest.mark.parametrize("text", [True, False], ids=["with text", "without text"])
def test_nobody_in_a_photo_is_identified(question, text):
    assert refused(question, on_document=text) is Concern.REFUSED_IDENTITY


@pytest.mark.parametrize("question", every(TRAIT_IN_PHOTO))
@pytest.mark.parametrize("text", [True, False], ids=["with text", "without text"])
def test_no_protected_trait_is_guessed(question, text):
    assert refused(question, on_document=text) is not None


@pytest.mark.parametrize("question", every(ONLY_WITHOUT_TEXT))
def test_what_asks_for_the_written_on_a_form_asks_to_guess_on_a_photo(question):
    assert refused(question, on_document=False) is not None
    assert refused(question, on_document=True) is None


@pytest.mark.parametrize("question", every(ON_A_DOCUMENT))
def test_what_is_written_on_a_page_may_be_asked_for(question):
    assert refused(question, on_document=True) is None


@pytest.mark.parametrize("question", every(HARMLESS_OF_A_PHOTO))
@pytest.mark.parametrize("text", [True, False], ids=["with text", "without text"])
def test_what_a_photo_shows_may_be_asked_for(question, text):
    assert refused(question, on_document=text) is None


def test_all_five_languages_have_the_same_lists():
    import tomllib

    file = resources.files("engine.vision.tasks").joinpath("words/refusals.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    languages = {name: words for name, words in data.items() if isinstance(words, dict)}
    assert set(languages) == {"en", "fr", "es", "ar", "sw"}
    assert len({frozenset(words) for words in languages.values()}) == 1


PLACES = sorted(_places())
GIVEN = sorted(word for word in _words("given") if word.isascii() and word not in _places())
ARABIC = sorted(word for word in _words("given") if not word.isascii())


@given(st.sampled_from(PLACES), st.sampled_from(["Is this {}?", "Est-ce {} ?", "¿Es {}?", "Hii ni {}?"]))
def test_no_place_is_taken_for_a_person(place, asked):
    assert not names_a_person(asked.format(place.title()))


@given(
    st.sampled_from(GIVEN),
    st.sampled_from(["Is this {}?", "is {} here", "Est-ce {} ?", "¿Es {}?", "Huyu ni {}?", "{} yuko wapi?"]),
    st.booleans(),
)
def test_common_names_are_known_with_and_without_capitals(name, asked, capital):
    assert names_a_person(asked.format(name.title() if capital else name))


@given(st.sampled_from(ARABIC), st.sampled_from(["هل هذا {}؟", "هل هي {}؟", "أين {}؟", "هل ترى {}؟"]))
def test_common_names_are_known_in_arabic_letters(name, asked):
    assert names_a_person(asked.format(name))


@given(st.text(max_size=200))
def test_whatever_is_asked_is_judged(question):
    refused(question, on_document=False)


def test_a_name_that_says_more_of_a_thing_is_not_asked_for():
    things = ("card", "house", "tent", "name", "signature")
    assert not any(names_a_person(f"Is this Amina's {thing}?") for thing in things)
    assert not any(refused(f"Is this Amina's {thing}?", on_document=True) for thing in things)
    assert names_a_person("Is this Amina?")
