"""Looks over what a model said before anybody reads it: language, traits of people, quotations, its end.

What must not be told at all is left out; everything else that is wrong is told as a finding beside the words.
"""

import re
from dataclasses import dataclass

from engine.answer import Concern, Evidence, Finding
from engine.language import (
    UNDETERMINED,
    guess_language,
    normalise_for_search,
    script_of,
    script_of_language,
)
from engine.vision.answers import Ended, Generation
from engine.vision.tasks.grounding import Ground
from engine.vision.tasks.page import PageView
from engine.vision.tasks.words import Words

_SENTENCES = re.compile(r"(?<=[.!?؟])\s+|\n+")
_EVASION_WORDS = 12
"""A longer answer that happens to hold such words is an answer."""
_ENDS = {Ended.LOOP: Concern.LOOP, Ended.LENGTH: Concern.CUT_OFF}
_LONGEST = 8000
"""Letters of an answer that are kept; no limit of tokens lets one become so long."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer that was looked over.

    Attributes:
        text: What a person may read.
        evidence: Where its quotations stand.
        findings: What was found against it.
    """

    text: str
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]


def judge(made: Generation, page: PageView, words: Words, *, question: str = "") -> Judged:
    """Look an answer over.

    Args:
        made: What the model gave.
        page: What it is about.
        words: Of the language that was asked for.
        question: What a person asked; empty for a description.
    """
    text = _plain(made.text)
    findings = [Finding(_ENDS[made.ended])] if made.ended in _ENDS else []
    if not text:
        return Judged(words.said["empty"], (), (*findings, Finding(Concern.EMPTY)))
    if question and says_not_found(text, words):
        return Judged(words.said["not-found"], (), (*findings, Finding(Concern.NOT_FOUND)))
    text, left_out = without_traits(text, page, words)
    if left_out:
        findings.append(Finding(Concern.TRAIT_TOLD))
    if not in_language(text, words.language):
        findings.append(Finding(Concern.LANGUAGE))
    ground = Ground(page.lines, page.doubt_threshold).check(text, question=question)
    if left_out:
        text = f"{text} {words.said['left-out']}".strip()
    return Judged(text, ground.evidence, (*findings, *ground.findings))


def says_not_found(text: str, words: Words) -> bool:
    """Tell whether an answer says, in one of the usual ways, that the page does not tell."""
    plain = normalise_for_search(text).strip(" .!")
    if len(plain.split()) > _EVASION_WORDS or any(letter.isdigit() for letter in plain):
        return False  # "12 tents, the rest is not visible" does tell something.
    return any(re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", plain) for sign in words.not_found)


def without_traits(text: str, page: PageView, words: Words) -> tuple[str, bool]:
    """Leave out the sentences that guess at people's traits, unless the page itself has these words.

    Returns:
        The rest, and whether anything was left out.
    """
    guesses: list[tuple[str, list[str]]] = []
    for sentence in _SENTENCES.split(text):
        plain = normalise_for_search(sentence)
        told = [found[0] for pattern in words.trait_told for found in pattern.finditer(plain)]
        guesses.append((sentence, told))
    if not any(told for _, told in guesses):
        return text, False  # As nearly always: asked after each word, so the page is not gone through.
    on_page = normalise_for_search("\n".join(line.text for line in page.lines))
    kept = [sentence for sentence, told in guesses if all(each in on_page for each in told)]
    return (" ".join(kept).strip(), True) if len(kept) < len(guesses) else (text, False)


def in_language(text: str, language: str) -> bool:
    """Tell whether a text may be in a language: names and numbers may be in any."""
    script = script_of(text)
    if script == "Zyyy":
        return True
    if script != script_of_language(language):
        # A name that is quoted in its own script is no sentence in another language.
        return len(text.split()) <= 4
    return guess_language(text, script) in (language, UNDETERMINED)


def _plain(text: str) -> str:
    """Return a text without what no person can read, such as control characters and marks of a tokenizer."""
    readable = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)
    return re.sub(r"[ \t]+", " ", readable.replace("\ufffd", "")).strip()[:_LONGEST]
