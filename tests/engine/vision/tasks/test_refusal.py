"""Nobody in a photo is named and no trait is guessed; what is written on a page can be asked for."""

from importlib import resources

import pytest

from engine.answer import Concern
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
