"""What a person is told of an answer: what the guards found, what made it, and what people say of it."""

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.marking import QT_TRANSLATE_NOOP
from engine.answer import Answer, AnswerTask, Concern, Finding
from engine.language import isolate
from engine.library import AnswerReview, AnswerState

CONTEXT = "Asking"

TITLES = {
    AnswerTask.ASK: QT_TRANSLATE_NOOP("Asking", "Question"),
    AnswerTask.DESCRIBE: QT_TRANSLATE_NOOP("Asking", "Description"),
    AnswerTask.EXTRACT: QT_TRANSLATE_NOOP("Asking", "Values for a form"),
    AnswerTask.TRIAGE: QT_TRANSLATE_NOOP("Asking", "What the photo shows"),
}
CONCERNS = {
    Concern.REFUSED_IDENTITY: QT_TRANSLATE_NOOP("Asking", "Sanduku never tells who a person in a photo is."),
    Concern.REFUSED_TRAIT: QT_TRANSLATE_NOOP("Asking", "Sanduku never guesses such things about people."),
    Concern.NOT_FOUND: QT_TRANSLATE_NOOP("Asking", "The page does not tell, says the model."),
    Concern.NOT_ON_PAGE: QT_TRANSLATE_NOOP("Asking", "“%1” stands in no line of the page."),
    Concern.DOUBTFUL_LINE: QT_TRANSLATE_NOOP("Asking", "“%1”: the line that holds this is doubtful itself."),
    Concern.MISREAD: QT_TRANSLATE_NOOP("Asking", "“%1”: a line reads almost so, but not quite."),
    Concern.LANGUAGE: QT_TRANSLATE_NOOP("Asking", "The answer is not in the language that was asked for."),
    Concern.LOOP: QT_TRANSLATE_NOOP("Asking", "The model repeated itself and was stopped."),
    Concern.CUT_OFF: QT_TRANSLATE_NOOP(
        "Asking", "The answer is not complete: it reached its greatest length."
    ),
    Concern.EMPTY: QT_TRANSLATE_NOOP("Asking", "The model said nothing."),
    Concern.TRAIT_TOLD: QT_TRANSLATE_NOOP("Asking", "A part that guessed at somebody’s traits was left out."),
    Concern.WRONG_KIND: QT_TRANSLATE_NOOP("Asking", "“%1”: this is not of the kind that was asked for."),
    Concern.UNSURE: QT_TRANSLATE_NOOP("Asking", "“%1”: the model is unsure."),
}
NO_MODEL = QT_TRANSLATE_NOOP("Asking", "Put together from what was read. No model looked at the page.")
BY_MODEL = QT_TRANSLATE_NOOP("Asking", "By %1, in %2 s. A model can be wrong: compare it with the page.")
SAID = {
    AnswerState.ACCEPTED: QT_TRANSLATE_NOOP("Asking", "%1 says that it is right."),
    AnswerState.REJECTED: QT_TRANSLATE_NOOP("Asking", "%1 says that it is wrong."),
    AnswerState.CORRECTED: QT_TRANSLATE_NOOP("Asking", "%1 corrected it. The model had said: %2"),
}
SOMEBODY = QT_TRANSLATE_NOOP("Asking", "Somebody")


def said(text: str) -> str:
    """Return one of the texts of this module in the language in force."""
    return QCoreApplication.translate(CONTEXT, text)


def title_text(answer: Answer) -> str:
    """Return what was asked."""
    return answer.question if answer.task is AnswerTask.ASK else said(TITLES[answer.task])


def concern_text(finding: Finding) -> str:
    """Return what a guard found, as a sentence; nothing for what is told elsewhere."""
    text = CONCERNS.get(finding.concern)
    return "" if text is None else said(text).replace("%1", isolate(finding.about))


def made_by(answer: Answer) -> str:
    """Return by what an answer was made; nothing if no model was ever asked."""
    if answer.grounded:
        return said(NO_MODEL)
    made = answer.provenance
    if not made.pack_id:
        return ""
    model = isolate(f"{made.pack_name} {made.pack_version} ({made.precision})")
    seconds = QLocale().toString(made.seconds, "f", 1)
    return said(BY_MODEL).replace("%1", model).replace("%2", isolate(seconds))


def review_text(answer: Answer, review: AnswerReview) -> str:
    """Return what people say of an answer; nothing if nobody said anything."""
    text = SAID.get(review.state)
    if text is None:
        return ""
    who = isolate(review.author) if review.author else said(SOMEBODY)
    return said(text).replace("%1", who).replace("%2", isolate(answer.text))
