"""What errors say in the window: sentences that can be translated, what to do, and which button does it.

The engine tells each error in English, with figures, and now and then with a command for a terminal. Here
each of its stable names has a sentence and a remedy for a person at the window. In English the engine's words
are kept, since they are more exact; its remedy gives way where it names a command. In other languages an
error that has no words here is told in a general sentence, with the engine's own under "details".
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.error_table import ERRORS, FOUND_BY_CHECK, SPECIAL
from desktop.error_words import Words
from desktop.marking import QT_TRANSLATE_NOOP
from engine.errors import SandukuError
from engine.language import isolate
from engine.library import Problem

CONTEXT = "Errors"
DETAILS = QT_TRANSLATE_NOOP("Errors", "Details: %1")
COMMAND = re.compile(r"'sanduku |'python3? |sqlcipher3|setting \w+\.|--\w")
"""By this a remedy for a terminal is known."""


@dataclass(frozen=True, slots=True)
class Told:
    """An error as it is shown.

    Attributes:
        what: What happened, one sentence.
        remedy: What can be done; may be empty.
    """

    what: str
    remedy: str


class Fix(StrEnum):
    """What a button beside an error does."""

    NONE = ""
    PASSWORD = "password"  # noqa: S105 - the name of a button
    FREE_SPACE = "free-space"
    SETTINGS = "settings"
    REMOVE = "remove"
    TRY_AGAIN = "try-again"
    STRAIGHTEN = "straighten"


_FIXES = {
    "page.encrypted": Fix.PASSWORD,
    "page.wrong-password": Fix.PASSWORD,
    "disk-full": Fix.FREE_SPACE,
    "page.too-large": Fix.SETTINGS,
    "page.too-many-pages": Fix.SETTINGS,
    "worker.too-slow": Fix.SETTINGS,
    "setting": Fix.SETTINGS,
    "page.empty": Fix.REMOVE,
    "page.damaged": Fix.REMOVE,
    "page.truncated": Fix.REMOVE,
    "page.unsupported": Fix.REMOVE,
    "page.none": Fix.REMOVE,
    "worker.crashed": Fix.TRY_AGAIN,
    "page.adjustment-outside": Fix.STRAIGHTEN,
}


def fix_of(code: str) -> Fix:
    """Return what helps against an error; where nothing special does, trying again may."""
    return _FIXES.get(code, Fix.TRY_AGAIN)


def told(code: str, what: str, remedy: str = "") -> Told:
    """Return an error in the language in force.

    Args:
        code: Stable name, as of :class:`engine.errors.SandukuError`.
        what: What the engine says, in English; where the name is not known, it is told as a detail.
        remedy: What the engine advises.
    """
    words = _words(code, what)
    if _english() and words is None:
        return Told(what, remedy)
    if words is None:
        return _unknown(f"{what} {remedy}".strip())
    if _english():
        is_own = not remedy or bool(COMMAND.search(remedy))
        # A worker's last words are the sentence and the remedy in one.
        is_told = bool(what) and not COMMAND.search(what)
        return Told(what if is_told else words.what, words.remedy if is_own else remedy)
    return Told(_translated(words.what), _translated(words.remedy))


def told_error(error: SandukuError) -> Told:
    """Return an error in the language in force."""
    return told(error.code, error.what, error.remedy)


def told_problem(problem: Problem) -> Told:
    """Return what the library's check found, in the language in force."""
    known = problem.code in ERRORS or problem.code in FOUND_BY_CHECK
    return told(problem.code if known else "library.corrupt", problem.what, problem.remedy)


def _unknown(details: str) -> Told:
    if not details:
        return Told("", "")
    general, words = ERRORS["error"], _translated(DETAILS).replace("%1", isolate(details))
    return Told(_translated(general.what), f"{_translated(general.remedy)} {words}")


def _words(code: str, what: str) -> Words | None:
    for special in SPECIAL:
        if special.code == code and what.startswith(special.begins):
            return special.words
    return ERRORS.get(code) or FOUND_BY_CHECK.get(code)


def _english() -> bool:
    """Whether nothing is translated: the words for a known error stand for all of them."""
    known = ERRORS["disk-full"].what
    return QCoreApplication.translate(CONTEXT, known) == known


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text) if text else ""
