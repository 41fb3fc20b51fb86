"""What readings warn of, in the language in force; the engine stores its sentences in English."""

import re

from PySide6.QtCore import QCoreApplication

from desktop.texts import QT_TRANSLATE_NOOP
from engine.language import isolate

NO_TEXT = "No text was found on this page."
"""Begins warnings of pages without text, over which the window says by itself that there is none."""
WARNINGS = (
    QT_TRANSLATE_NOOP(
        "Notices",
        "This is a photo of a sheet: the sheet was straightened, and what lies around it was left out.",
    ),
    QT_TRANSLATE_NOOP(
        "Notices", "This page may have been turned the wrong way: it is not certain which way is up."
    ),
    QT_TRANSLATE_NOOP(
        "Notices",
        "The image is blurred: letters and whole lines may be missing or wrong. Take a sharper one if you"
        " can, or compare every line.",
    ),
    QT_TRANSLATE_NOOP("Notices", "The image is dark: some of the text may have been overlooked."),
    QT_TRANSLATE_NOOP("Notices", "Light is reflected from the page: what lies under it cannot be read."),
    QT_TRANSLATE_NOOP("Notices", "One place on this page looks like text but could not be read."),
    QT_TRANSLATE_NOOP("Notices", "%1 places on this page look like text but could not be read."),
    QT_TRANSLATE_NOOP("Notices", "This is an animation; only its first picture is read."),
    QT_TRANSLATE_NOOP("Notices", "Page %1 is damaged, and pages after it cannot be reached."),
    QT_TRANSLATE_NOOP(
        "Notices", "Part of the additional data in this file is damaged; the image itself was read."
    ),
    QT_TRANSLATE_NOOP("Notices", "The name ends in %1, but the content is a %2; it was read as that."),
    QT_TRANSLATE_NOOP(
        "Notices", "The end of this PDF is missing; pages or parts of pages may have been lost."
    ),
    QT_TRANSLATE_NOOP(
        "Notices",
        "This PDF is a dynamic (XFA) form; what is filled in may not be visible."
        " Print it to a new PDF to be sure.",
    ),
    QT_TRANSLATE_NOOP(
        "Notices",
        "The text that this PDF page carries was not taken, because %1; the page was read from its image.",
    ),
    QT_TRANSLATE_NOOP("Notices", "This PDF carries %1 attached file(s), which are not read."),
    QT_TRANSLATE_NOOP(
        "Notices",
        "This page is very large (%1 × %2 inches); it was read at %3 instead of %4 dpi, so small text may be"
        " lost.",
    ),
)
"""Word by word as the engine says it, with places for what it puts in."""
REASONS = (
    QT_TRANSLATE_NOOP("Notices", "an image covers much of the page and may hold other text"),
    QT_TRANSLATE_NOOP("Notices", "fields are filled in or notes were added, which it does not hold"),
    QT_TRANSLATE_NOOP("Notices", "part of it is invisible, as an earlier OCR leaves it"),
    QT_TRANSLATE_NOOP("Notices", "its letters seem to have no known meaning"),
    QT_TRANSLATE_NOOP("Notices", "some of its letters have no known meaning"),
)
"""What the engine puts into sentences and is no name or number."""


def warnings_to_tell(warnings: tuple[str, ...]) -> list[str]:
    """Return what a reading warns of; a sentence that is not known is told as it is."""
    return [_told(warning) for warning in warnings if not warning.startswith(NO_TEXT)]


def _told(warning: str) -> str:
    for known in WARNINGS:
        found = re.fullmatch(re.sub(r"%\d", "(.+)", re.escape(known)), warning)
        if found is not None:
            text = QCoreApplication.translate("Notices", known)
            for place, value in enumerate(found.groups(), 1):
                text = text.replace(f"%{place}", isolate(QCoreApplication.translate("Notices", value)))
            return text
    return warning
