"""Answers a free question about a page, or says why it is not answered."""

from collections.abc import Mapping

from engine.answer import LENGTHS, Answer, AnswerTask, Finding, Provenance
from engine.errors import SettingError
from engine.vision import ImageTextModel
from engine.vision.tasks.errors import QuestionError
from engine.vision.tasks.guards import judge
from engine.vision.tasks.page import PageView
from engine.vision.tasks.refusal import refused
from engine.vision.tasks.speaking import Manner, speak
from engine.vision.tasks.words import words_of

LONGEST_QUESTION = 1000
"""Letters."""
USUAL = "usual"
MOST_TOKENS: Mapping[str, int] = dict(zip(LENGTHS[AnswerTask.ASK], (200, 40, 500), strict=True))
"""Name of each length -> most tokens that an answer may take."""


def refusal(page: PageView, question: str, *, language: str) -> Answer | None:
    """Return the answer to a question that is put to no model, None for one that is.

    Args:
        page: What is asked about.
        question: As a person asked it.
        language: BCP 47 code of the answer.

    Raises:
        QuestionError: It is empty or too long.
        SettingError: There are no answers in this language.
    """
    words = words_of(language)
    if not question.strip():
        raise QuestionError(
            "The question is empty.", remedy="Write what you want to know, such as 'What does it show?'."
        )
    if len(question) > LONGEST_QUESTION:
        raise QuestionError(
            f"The question has {len(question)} letters; {LONGEST_QUESTION} is the most.",
            remedy="Ask less at once.",
        )
    concern = refused(question, on_document=page.is_document)
    if concern is None:
        return None
    return Answer(
        AnswerTask.ASK,
        question,
        language,
        words.said[concern.value],
        findings=(Finding(concern),),
        provenance=Provenance(prompt_version=words.prompt_version),
    )


def ask(
    model: ImageTextModel, page: PageView, question: str, *, length: str = USUAL, manner: Manner
) -> Answer:
    """Have a model answer a question about a page.

    Args:
        model: Opened.
        page: What is asked about.
        question: As a person asked it.
        length: How much is to be said: ``short``, ``usual`` or ``long``.
        manner: How it is asked.

    Returns:
        The answer; or the one that tells that this question is never put to a model.

    Raises:
        QuestionError: The question is empty or too long.
        SettingError: There is no such length, or there are no answers in this language.
        CancelledError: ``manner.cancel`` said so.
        BadInputError: The page and the question do not fit the model.
        ModelMemoryError: There was not enough memory.
    """
    words = words_of(manner.language)
    if length not in MOST_TOKENS:
        raise SettingError(
            "There is no such length of an answer.",
            which=length,
            remedy=f"Choose one of: {', '.join(MOST_TOKENS)}.",
        )
    no_answer = refusal(page, question, language=manner.language)
    if no_answer is not None:
        return no_answer
    asked = " ".join(question.split())
    prompt = words.prompts["ask" if length == USUAL else f"ask.{length}"]
    spoken = speak(
        model,
        page,
        prompt.replace("{question}", _ended(asked)),
        task="ask",
        words=words,
        manner=manner,
        max_tokens=MOST_TOKENS[length],
        bare=asked,
        settings={"length": length},
    )
    judged = judge(spoken.made, page, words, question=question)
    return Answer(
        AnswerTask.ASK,
        question,
        manner.language,
        judged.text,
        judged.evidence,
        judged.findings,
        provenance=spoken.provenance,
    )


def _ended(question: str) -> str:
    return question if question[-1] in ".?!؟" else f"{question}?"
