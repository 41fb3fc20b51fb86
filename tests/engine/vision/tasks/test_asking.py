"""A question is answered from the page, or it is said why not."""

from dataclasses import replace

import pytest

from engine.answer import LENGTHS, AnswerTask, Concern
from engine.errors import SettingError
from engine.vision.tasks.asking import LONGEST_QUESTION, ask
from engine.vision.tasks.errors import QuestionError
from engine.vision.tasks.speaking import Manner
from engine.vision.tasks.words import LANGUAGES, words_of

from .conftest import ScriptedModel, page_of


def test_an_answer_comes_with_the_line_that_it_quotes(form):
    model = ScriptedModel(["The head of household is Amina Yusuf."])
    answer = ask(model, form, "Who is the head of household", manner=Manner())
    assert (answer.task, answer.answered, answer.doubtful) == (AnswerTask.ASK, True, False)
    assert [(each.quoted, each.line) for each in answer.evidence] == [("Amina Yusuf", 1)]
    assert answer.evidence[0].quad == form.lines[1].quad
    task, prompt = model.asked[0]
    assert task == "ask"
    assert prompt.startswith("Who is the head of household? Answer in English")


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_or_less_can_be_said(photo, language):
    prompts, most = {}, {}
    for length in LENGTHS[AnswerTask.ASK]:
        model = ScriptedModel(["ok"])
        told = ask(model, photo, "What?", length=length, manner=Manner(language)).provenance
        ((_task, prompts[length]),) = model.asked
        most[length] = told.settings["max_tokens"]
        assert told.settings["length"] == length
    assert len(set(prompts.values())) == 3
    assert most["short"] < most["usual"] < most["long"]


def test_a_length_that_there_is_not_is_refused(photo):
    with pytest.raises(SettingError, match="length"):
        ask(ScriptedModel(["ok"]), photo, "What?", length="endless", manner=Manner())


def test_what_the_model_makes_up_is_told(form):
    model = ScriptedModel(["It was signed by Juma Okoth on 12/12/2020."])
    answer = ask(model, form, "Who signed the form?", manner=Manner())
    told = {(finding.concern, finding.about) for finding in answer.findings}
    assert told == {(Concern.NOT_ON_PAGE, "Juma Okoth"), (Concern.NOT_ON_PAGE, "12/12/2020")}
    assert answer.doubtful


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Not found."),
        ("en", "The picture does not tell."),
        ("fr", "Non trouvé."),
        ("es", "No encontrado"),
        ("ar", "غير موجود."),
        ("sw", "Haipatikani."),
    ],
)
def test_not_found_is_an_answer_of_its_own(form, language, text):
    answer = ask(ScriptedModel([text]), form, "?!", manner=Manner(language))
    assert [finding.concern for finding in answer.findings] == [Concern.NOT_FOUND]
    assert answer.text == words_of(language).said["not-found"]
    assert not answer.answered


def test_a_long_answer_that_holds_such_words_is_an_answer(form):
    text = "The lost and not found property is listed in the table with the head and the blankets."
    answer = ask(ScriptedModel([text]), form, "What is it?", manner=Manner())
    assert answer.text == text


def test_an_answer_with_a_number_tells_something_though_it_leaves_a_part_open(photo):
    text = "12 tents, the road is not visible."
    answer = ask(ScriptedModel([text]), photo, "What is it?", manner=Manner())
    assert (answer.text, answer.answered) == (text, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_somebody_is_and_what_traits_they_have_is_put_to_no_model(photo, form, language):
    for page in (photo, form):
        for question, concern in (
            ("Who is the person in the photo?", Concern.REFUSED_IDENTITY),
            ("What religion are these people?", Concern.REFUSED_TRAIT),
        ):
            model = ScriptedModel([])
            answer = ask(model, page, question, manner=Manner(language))
            assert (model.looked, model.asked) == ([], [])
            assert [finding.concern for finding in answer.findings] == [concern]
            assert answer.text == words_of(language).said[concern.value]
            assert not answer.answered
            assert answer.provenance.pack_id == ""


def test_a_sign_in_a_photo_makes_no_document_of_it():
    answer = ask(ScriptedModel([]), page_of("STOP"), "Who is he?", manner=Manner())
    assert not answer.answered


def test_a_question_must_be_one_and_not_a_book(photo):
    for question in (" ", "?" * (LONGEST_QUESTION + 1)):
        with pytest.raises(QuestionError):
            ask(ScriptedModel([]), photo, question, manner=Manner())


def test_a_model_that_follows_no_instructions_gets_the_bare_question(photo):
    model = ScriptedModel(["two tents"])
    model.facts = replace(model.facts, family="encoder-decoder")
    answer = ask(model, photo, "What is  there?", manner=Manner())
    assert model.asked == [("ask", "What is there?")]
    assert answer.provenance.prompt == "What is there?"


def test_braces_of_a_question_are_plain_words(photo):
    model = ScriptedModel(["x"])
    ask(model, photo, "What is {question} and {names}", manner=Manner())
    assert model.asked[0][1].startswith("What is {question} and {names}? ")
