"""How model packs are told to a person: tasks, signatures, languages, memory and speed in plain words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from desktop.marking import QT_TRANSLATE_NOOP
from desktop.texts import LANGUAGE_NAMES
from engine.language import isolate

CONTEXT = "Packs"
RIGHT = Qt.LayoutDirection.RightToLeft
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"

TASKS = {
    "describe": QT_TRANSLATE_NOOP("Packs", "Describe photos"),
    "ask": QT_TRANSLATE_NOOP("Packs", "Answer questions"),
    "extract": QT_TRANSLATE_NOOP("Packs", "Find values for a form"),
    "read": QT_TRANSLATE_NOOP("Packs", "Read doubtful lines again"),
    "embed": QT_TRANSLATE_NOOP("Packs", "Find photos by words"),
    "triage": QT_TRANSLATE_NOOP("Packs", "Sort photos of disasters"),
}
SERVED = {
    "good": QT_TRANSLATE_NOOP("Packs", "%1: good"),
    "some": QT_TRANSLATE_NOOP("Packs", "%1: so-so"),
    "untried": QT_TRANSLATE_NOOP("Packs", "%1: never tried"),
}
SIGNED = QT_TRANSLATE_NOOP("Packs", "Signed by %1.")
EXPIRED = QT_TRANSLATE_NOOP("Packs", "Signed by %1, but the signature should have been renewed by now.")
UNSIGNED = QT_TRANSLATE_NOOP("Packs", "Unsigned: nobody vouches for what it answers.")
UNTRUSTED = QT_TRANSLATE_NOOP("Packs", "Signed by somebody who is not trusted on this computer.")
BROKEN = QT_TRANSLATE_NOOP("Packs", "The signature does not hold: somebody may have altered it.")
OF_SET_UP = QT_TRANSLATE_NOOP("Packs", "Made when Sanduku was set up.")

FITS = QT_TRANSLATE_NOOP("Packs", "Fits into memory: needs %1, %2 are free.")
TIGHT = QT_TRANSLATE_NOOP(
    "Packs", "Just fits into memory: needs %1, %2 are free. Close other programs first."
)
TOO_BIG = QT_TRANSLATE_NOOP("Packs", "Too big for the memory that is free: needs %1, only %2 are free.")
SMALLER = QT_TRANSLATE_NOOP("Packs", "Its smaller form “%1” fits.")
ABOUT = QT_TRANSLATE_NOOP("Packs", "about %1")
MEASURED = QT_TRANSLATE_NOOP("Packs", "Measured on “%1”: %2.")
NOT_MEASURED = QT_TRANSLATE_NOOP("Packs", "Nobody has measured its speed.")
TOKENS = QT_TRANSLATE_NOOP("Packs", "%1 pieces of words a second")
PART = QT_TRANSLATE_NOOP("Packs", "%1 s for each part of a photo")
PEAK = QT_TRANSLATE_NOOP("Packs", "%1 of memory at most")
ANOTHER = QT_TRANSLATE_NOOP("Packs", "another computer")


def said(text: str) -> str:
    """Return one of the texts of this module in the language in force."""
    return QCoreApplication.translate(CONTEXT, text)


def task_text(task: str) -> str:
    """Return what people call a task."""
    return said(TASKS[task]) if task in TASKS else isolate(task)


def purpose_text(purpose: Mapping[str, str], language: str) -> str:
    """Return what a pack is good for, in a language or else in English."""
    return purpose.get(language) or purpose.get("en") or next(iter(purpose.values()), "")


def languages_text(languages: Mapping[str, str]) -> str:
    """Return how well each language is served."""
    text = " · ".join(
        said(SERVED.get(how, SERVED["untried"])).replace("%1", isolate(LANGUAGE_NAMES.get(code, code)))
        for code, how in languages.items()
    )
    # Qt takes the direction of a paragraph from its first letter, which may be of another language's name.
    return text and (RIGHT_TO_LEFT_MARK if QLocale().textDirection() is RIGHT else LEFT_TO_RIGHT_MARK) + text


def signing_text(signing: str, signer: str) -> str:
    """Return who vouches for a pack."""
    texts = {
        "signed": SIGNED, "expired": EXPIRED, "unsigned": UNSIGNED, "untrusted": UNTRUSTED,
        "broken": BROKEN, "of-set-up": OF_SET_UP,
    }  # fmt: skip
    return said(texts.get(signing, UNTRUSTED)).replace("%1", isolate(signer))


def fit_text(fit: Mapping[str, Any] | None) -> str:
    """Return whether a pack fits the memory that is free now; nothing for packs that are small."""
    if fit is None:
        return ""
    text = said({"fits": FITS, "tight": TIGHT}.get(fit["verdict"], TOO_BIG))
    need = size_text(fit["needed"])
    need = need if fit["measured"] else said(ABOUT).replace("%1", need)
    text = text.replace("%1", isolate(need)).replace("%2", isolate(size_text(fit["available"])))
    smaller = said(SMALLER).replace("%1", isolate(fit["smaller"])) if fit["smaller"] else ""
    return f"{text} {smaller}".strip()


def speed_text(measured: Mapping[str, Any] | None) -> str:
    """Return what whoever made the pack measured, and on which machine."""
    if measured is None:
        return said(NOT_MEASURED)
    figures = [
        said(text).replace("%1", isolate(number_text(measured[name])))
        for name, text in (("tokens_per_second", TOKENS), ("seconds_per_tile", PART))
        if measured.get(name)
    ]
    if measured.get("peak_bytes"):
        figures.append(said(PEAK).replace("%1", isolate(size_text(measured["peak_bytes"]))))
    machine = isolate(str(measured.get("machine") or said(ANOTHER)))
    return said(MEASURED).replace("%1", machine).replace("%2", ", ".join(figures))


def size_text(byte_size: int) -> str:
    """Return a number of bytes as people say it."""
    text = QLocale().formattedDataSize(byte_size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return text.replace("{0}", "").strip()  # Qt's Swahili has this left in its units


def number_text(value: float) -> str:
    """Return a figure with as many digits as it is worth."""
    return QLocale().toString(value, "f", 0 if value >= 10 else 1)
