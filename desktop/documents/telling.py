"""What is told of a document: status, confidence, type, language and dates in words, with icon and colour.

One place for all of it, so that table, pictures, details and screen readers say the same.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject, Qt

from desktop.errors import told
from desktop.photos.likeness import MARKS, Sighting
from engine.language import UNDETERMINED, isolate
from engine.library import Document, Page, ReviewState, Shelf, Status
from engine.library.arrivals import HEADQUARTERS

NOTHING = "–"
"""Stands where there is nothing to tell."""

_TYPES = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG", "image/tiff": "TIFF"}


@dataclass(frozen=True, slots=True)
class Told:
    """Something told, with a drawing: never by colour alone.

    Attributes:
        words: In the language in force.
        icon: Name of the drawing.
        colour: Name of a colour of the palette.
    """

    words: str
    icon: str
    colour: str


def status(document: Document) -> Told:
    """Return where a document stands on its way."""
    translate = QCoreApplication.translate
    if document.days_left is not None:
        return _in_trash(document.days_left)
    if document.shelf is Shelf.DONE:
        return Told(translate("Telling", "Approved"), "done", "sure")
    if document.review.state is ReviewState.PROBLEM:
        return Told(translate("Telling", "Problem"), "problem", "wrong")
    if _was_sent_back(document) and document.status is Status.READ:
        return Told(translate("Telling", "Sent back"), "warning", "doubt")
    match document.status:
        case Status.QUEUED if document.paused:
            return Told(translate("Telling", "Paused"), "pause", "doubt")
        case Status.QUEUED:
            return Told(translate("Telling", "Waiting"), "queue", "muted")
        case Status.READING:
            return Told(translate("Telling", "Being read"), "speed", "link")
        case Status.READ:
            return Told(translate("Telling", "To check"), "to-check", "doubt")
        case Status.PARTLY_READ:
            return Told(translate("Telling", "Partly read"), "warning", "wrong")
        case Status.PROBLEM:
            return Told(translate("Telling", "Not readable"), "problem", "wrong")
        case _:
            return Told(translate("Telling", "Cancelled"), "cancel", "muted")


def sighting(seen: Sighting) -> Told:
    """Return how far a photo fits what was sought."""
    icon, colour = MARKS[seen.likeness]
    return Told(seen.words, icon, colour)


def _in_trash(days: int) -> Told:
    if days:
        return Told(DaysLeft().words(days), "trash", "muted")
    return Told(QCoreApplication.translate("Telling", "Its time is over"), "warning", "doubt")


class DaysLeft(QObject):
    """Says how long the trash still keeps something; lupdate sees plurals in ``tr`` alone."""

    def words(self, days: int) -> str:
        """Return "12 days left"."""
        return self.tr("%Ln day(s) left", "", days)


def explanation(document: Document) -> str:
    """Return what happened to a document and what to do about it; empty if all is well."""
    if document.review.state is ReviewState.PROBLEM:
        return _reason(document)
    if document.problem is not None and document.shelf is not Shelf.DONE:
        problem = document.problem
        said = told(problem.code, problem.message, problem.remedy)
        both = f"{said.what} {said.remedy}".strip()
        if document.page_count == 1:
            return both
        page = QLocale().toString(document.problem.page_index + 1)
        words = QCoreApplication.translate("Telling", "Page %1: %2")
        return words.replace("%1", page).replace("%2", both)
    if document.status is Status.CANCELLED:
        return QCoreApplication.translate("Telling", "Its reading was cancelled. Choose “Read again”.")
    return _reason(document)


def _was_sent_back(document: Document) -> bool:
    """Return whether headquarters wants it to be checked again, and nobody here has since."""
    return document.review.state is ReviewState.NONE and (document.review.by or "").startswith(HEADQUARTERS)


def _reason(document: Document) -> str:
    """Return the reason that somebody gave, and that it was headquarters."""
    reason = document.review.reason
    if reason and (document.review.by or "").startswith(HEADQUARTERS):
        words = QCoreApplication.translate("Telling", "Headquarters: %1")
        return words.replace("%1", isolate(reason))
    return reason


def confidence(value: float | None, threshold: float) -> Told:
    """Return how sure the least sure line is.

    Args:
        value: 0 to 1; None before anything is read.
        threshold: Less than this is a doubt.
    """
    if value is None:
        return Told(NOTHING, "", "muted")
    if value >= threshold:
        return Told(percent(value), "check", "sure")
    return Told(percent(value), "warning", "doubt")


def percent(value: float) -> str:
    """Return a share as a person reads it; never more than it is."""
    locale = QLocale()
    return f"{locale.toString(int(value * 100))}{locale.percent()}"


def confidence_aloud(value: float | None) -> str:
    """Return the confidence as a screen reader says it."""
    if value is None:
        return QCoreApplication.translate("Telling", "not read yet")
    return QCoreApplication.translate("Telling", "lowest confidence %1").replace("%1", percent(value))


def media_type(value: str) -> str:
    """Return a type of file as people call it."""
    return _TYPES.get(value) or value.rpartition("/")[2].upper()


def language(code: str) -> str:
    """Return what a language is called."""
    translate = QCoreApplication.translate
    names = {
        "en": translate("Telling", "English"),
        "fr": translate("Telling", "French"),
        "es": translate("Telling", "Spanish"),
        "ar": translate("Telling", "Arabic"),
        "sw": translate("Telling", "Swahili"),
        UNDETERMINED: translate("Telling", "Not known"),
    }
    return names.get(code) or QLocale(code).nativeLanguageName() or code


def languages(codes: tuple[str, ...]) -> str:
    """Return what languages are called, in a row."""
    return listed([language(code) for code in codes]) or NOTHING


def listed(texts: list[str]) -> str:
    """Return texts in a row, as the language in force separates them."""
    return QCoreApplication.translate("Telling", ", ").join(texts)


def day(moment: str | None) -> str:
    """Return a day, or the time if it is today.

    Args:
        moment: ISO 8601, UTC; None for nothing.
    """
    if moment is None:
        return NOTHING
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()
    locale = QLocale()
    if local.date() == QDateTime.currentDateTime().date():
        return isolate(locale.toString(local.time(), QLocale.FormatType.ShortFormat))
    return isolate(locale.toString(local.date(), QLocale.FormatType.ShortFormat))


def moment(when: str) -> str:
    """Return a day with its time; ``when`` is ISO 8601, UTC."""
    local = QDateTime.fromString(when, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return isolate(QLocale().toString(local, QLocale.FormatType.ShortFormat))


def pages_read(document: Document) -> str:
    """Return how many pages there are, and how many are read while some are not."""
    locale = QLocale()
    if document.pages_read in (0, document.page_count):
        return locale.toString(document.page_count)
    words = QCoreApplication.translate("Telling", "%1 of %2")
    return words.replace("%1", locale.toString(document.pages_read)).replace(
        "%2", locale.toString(document.page_count)
    )


def page_aloud(page: Page) -> str:
    """Return a page as a screen reader says it."""
    words = QCoreApplication.translate("Telling", "Page %1").replace("%1", QLocale().toString(page.index + 1))
    return listed([words, confidence_aloud(page.confidence)])


def aloud(document: Document) -> str:
    """Return a document as a screen reader says it: name, status, confidence, and what is wrong."""
    parts = [document.name, status(document).words, confidence_aloud(document.lowest_confidence)]
    return listed([*parts, *([explanation(document)] if explanation(document) else [])])


def file_name(name: str) -> str:
    """Return a name for showing, kept apart from the direction of what stands around it."""
    return isolate(name)
