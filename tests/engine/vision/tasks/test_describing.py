"""A description carries how it came about, and what is to be said against it."""

import pytest

from engine.answer import Concern
from engine.errors import CancelledError, SettingError
from engine.vision import Ended
from engine.vision.tasks.describing import STYLES, describe
from engine.vision.tasks.speaking import Manner, name_and_version
from engine.vision.tasks.words import LANGUAGES, words_of

from .conftest import ScriptedModel


def concerns(answer):
    return [finding.concern for finding in answer.findings]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_style_is_asked_for_in_each_language(photo, style, language):
    model = ScriptedModel(["x"])
    describe(model, photo, style=style, manner=Manner(language))
    assert model.asked == [(f"describe.{style}", words_of(language).prompts[f"describe.{style}"])]
    assert model.limits == [STYLES[style]]


def test_a_description_tells_all_that_is_needed_to_make_it_again(photo):
    model = ScriptedModel(["Three tents stand in a row."])
    answer = describe(model, photo, manner=Manner("en", "fast"))
    assert (answer.text, answer.findings, answer.doubtful) == ("Three tents stand in a row.", (), False)
    told = answer.provenance
    assert (told.pack_id, told.pack_name, told.pack_version) == (model.facts.pack_id, "smol-vlm", 3)
    assert (told.precision, told.prompt_version, told.tokens) == ("int8", "en-2", 6)
    assert told.prompt == model.asked[0][1]
    assert told.settings == {"profile": "fast", "max_tokens": 80, "task": "describe.short"}
    assert (told.seconds, told.prefill_seconds) == (1.25, 0.75)
    assert told.token_probability == pytest.approx(0.5)


def test_the_balanced_profile_is_usual_and_the_image_is_named_by_its_hash(photo):
    model = ScriptedModel(["x"])
    describe(model, photo, manner=Manner())
    assert model.looked == [("key", "balanced", (140, 100, 3))]


def test_what_is_said_so_far_is_shown_and_each_token_can_be_the_last(photo):
    shown = []
    model = ScriptedModel(["one two three four five"])
    describe(model, photo, manner=Manner(on_text=shown.append))
    assert shown == ["one", "one two"]
    model, shown = ScriptedModel(["one two three four five six"]), []
    with pytest.raises(CancelledError):
        describe(model, photo, manner=Manner(on_text=shown.append, cancel=lambda: len(shown) == 2))
    assert shown == ["one", "one two"]


def test_no_guess_at_traits_is_shown_while_the_model_speaks(photo):
    shown = []
    model = ScriptedModel(["Tents stand here. A Muslim looking young woman waits. It rains on the tents."])
    describe(model, photo, manner=Manner(on_text=shown.append))
    assert not any("Muslim" in text for text in shown)
    assert shown[-1] == "Tents stand here. It rains"


@pytest.mark.parametrize(
    ("text", "ended", "language", "told"),
    [
        ("", Ended.STOP, "en", [Concern.EMPTY]),
        (" \x00\ufffd ", Ended.STOP, "en", [Concern.EMPTY]),
        ("The water the water", Ended.LOOP, "en", [Concern.LOOP]),
        ("The road to the", Ended.LENGTH, "en", [Concern.CUT_OFF]),
        ("Une route avec des tentes et une maison.", Ended.STOP, "en", [Concern.LANGUAGE]),
        ("The tents stand in a row and there is water.", Ended.STOP, "sw", [Concern.LANGUAGE]),
        ("The tents stand in a row and there is water.", Ended.STOP, "ar", [Concern.LANGUAGE]),
        ("خيام في صف واحد وماء على الطريق", Ended.STOP, "en", [Concern.LANGUAGE]),
        ("خيام في صف واحد وماء على الطريق", Ended.STOP, "ar", []),
        ("Mahema yako katika mstari na kuna maji.", Ended.STOP, "sw", []),
        ("A photo from Garissa County.", Ended.STOP, "en", [Concern.NOT_ON_PAGE]),
    ],
)
def test_what_is_wrong_with_an_answer_is_told(photo, text, ended, language, told):
    answer = describe(ScriptedModel([text], ended), photo, manner=Manner(language))
    assert concerns(answer) == told


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "Tents stand in a row. A Muslim woman waits. It rains.", "Tents stand in a row. It rains."),
        ("en", "The man appears to be of African descent.", ""),
        ("fr", "Des tentes. Une femme musulmane attend.", "Des tentes."),
        ("es", "Hay tiendas. Un hombre africano espera.", "Hay tiendas."),
        ("ar", "توجد خيام. امرأة مسلمة تنتظر.", "توجد خيام."),
        ("sw", "Kuna mahema. Mwanamke mwislamu anasubiri.", "Kuna mahema."),
    ],
)
def test_guesses_at_traits_are_left_out_and_that_is_said(photo, language, text, kept):
    answer = describe(ScriptedModel([text]), photo, manner=Manner(language))
    assert Concern.TRAIT_TOLD in concerns(answer)
    assert answer.text == f"{kept} {words_of(language).said['left-out']}".strip()


@pytest.mark.parametrize(
    "text",
    [
        "A white tent with a black pipe stands by the African Union sign.",
        "A woman in a white dress carries water.",
        "People wait beside a blue truck.",
    ],
)
def test_colours_of_things_are_no_traits(photo, text):
    answer = describe(ScriptedModel([text]), photo, manner=Manner())
    assert answer.text == text


def test_there_are_no_other_styles_and_languages(photo):
    with pytest.raises(SettingError):
        describe(ScriptedModel(["x"]), photo, style="funny", manner=Manner())
    with pytest.raises(SettingError):
        describe(ScriptedModel(["x"]), photo, manner=Manner("xx"))


def test_a_packs_id_tells_its_name_and_version():
    assert name_and_version("smol-vlm-3-0123456789ab") == ("smol-vlm", 3)
    assert name_and_version("odd") == ("odd", 0)


def test_all_languages_have_the_same_words():
    parts = ("prompts", "said", "known", "remarks", "kinds", "names")
    for part in parts:
        assert len({frozenset(getattr(words_of(language), part)) for language in LANGUAGES}) == 1
    for language in LANGUAGES:
        words = words_of(language)
        assert words.not_found
        assert words.trait_told
        english = words_of("en")
        for name, prompt in words.prompts.items():
            assert ("{" in prompt) == ("{" in english.prompts[name])
