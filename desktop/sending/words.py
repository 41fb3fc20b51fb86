"""What the parts of sending say of amounts, moments and states, in the language in force."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject

from desktop.texts import QT_TRANSLATE_NOOP
from engine.language import isolate
from engine.library.arrivals import HEADQUARTERS

TRADITIONAL = QLocale.DataSizeFormat.DataSizeTraditionalFormat
CONTEXT = "Sending"

PARTS = {
    "changes": QT_TRANSLATE_NOOP("Sending", "Text and corrections"),
    "boxes of readings": QT_TRANSLATE_NOOP("Sending", "Where the text stands"),
    "small images": QT_TRANSLATE_NOOP("Sending", "Small images"),
    "parts of pages asked for": QT_TRANSLATE_NOOP("Sending", "Parts of pages that headquarters asked for"),
    "page images and originals": QT_TRANSLATE_NOOP("Sending", "Page images and originals"),
}
"""Name of a part of a plan -> what people call it."""

STATES = {
    "hello": QT_TRANSLATE_NOOP("Sending", "Calling headquarters"),
    "changes": QT_TRANSLATE_NOOP("Sending", "Sending text and corrections"),
    "down": QT_TRANSLATE_NOOP("Sending", "Taking what headquarters says"),
    "crops": QT_TRANSLATE_NOOP("Sending", "Cutting parts of pages"),
    "offer": QT_TRANSLATE_NOOP("Sending", "Asking what headquarters needs"),
    "files": QT_TRANSLATE_NOOP("Sending", "Sending images"),
    "receipt": QT_TRANSLATE_NOOP("Sending", "Waiting for the receipt"),
    "done": QT_TRANSLATE_NOOP("Sending", "Done"),
}

KINDS = {
    "document.added": QT_TRANSLATE_NOOP("Sending", "Document added"),
    "document.renamed": QT_TRANSLATE_NOOP("Sending", "Renamed"),
    "document.trashed": QT_TRANSLATE_NOOP("Sending", "Moved to the trash"),
    "document.restored": QT_TRANSLATE_NOOP("Sending", "Taken out of the trash"),
    "document.purged": QT_TRANSLATE_NOOP("Sending", "Removed for good"),
    "document.tagged": QT_TRANSLATE_NOOP("Sending", "Tag added"),
    "document.untagged": QT_TRANSLATE_NOOP("Sending", "Tag taken away"),
    "document.put-in-case": QT_TRANSLATE_NOOP("Sending", "Put into a case"),
    "document.taken-from-case": QT_TRANSLATE_NOOP("Sending", "Taken out of a case"),
    "document.reviewed.approved": QT_TRANSLATE_NOOP("Sending", "Approved"),
    "document.reviewed.problem": QT_TRANSLATE_NOOP("Sending", "Marked as a problem"),
    "document.reviewed.none": QT_TRANSLATE_NOOP("Sending", "To be checked again"),
    "reading.added": QT_TRANSLATE_NOOP("Sending", "Page read"),
    "page.unreadable": QT_TRANSLATE_NOOP("Sending", "Page could not be read"),
    "correction.text": QT_TRANSLATE_NOOP("Sending", "Text corrected"),
    "correction.add": QT_TRANSLATE_NOOP("Sending", "Line added"),
    "correction.delete": QT_TRANSLATE_NOOP("Sending", "Line deleted"),
    "correction.split": QT_TRANSLATE_NOOP("Sending", "Line split"),
    "correction.merge": QT_TRANSLATE_NOOP("Sending", "Lines joined"),
    "case.created": QT_TRANSLATE_NOOP("Sending", "Case made"),
    "case.changed": QT_TRANSLATE_NOOP("Sending", "Case changed"),
    "answer.added": QT_TRANSLATE_NOOP("Sending", "Question answered"),
}
"""Entity and kind of an entry -> what happened; others are told as "Other change"."""
OTHER = QT_TRANSLATE_NOOP("Sending", "Other change")


def said(text: str) -> str:
    """Return a text of the tables above in the language in force."""
    return QCoreApplication.translate(CONTEXT, text)


def size_text(count: float) -> str:
    """Return a number of bytes as people say it."""
    return isolate(QLocale().formattedDataSize(int(count), 1, TRADITIONAL))


def moment_text(moment: str) -> str:
    """Return a moment, ISO 8601 in UTC, in the time and the manner of this computer; as it is if unknown."""
    try:
        there = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    local = QDateTime.fromSecsSinceEpoch(int(there.timestamp()))
    return isolate(QLocale().toString(local, QLocale.FormatType.ShortFormat))


def at_side(text: str, *, right_to_left: bool) -> str:
    """Return a text that stands at the side where the window's words begin, whatever it begins with."""
    mark = "\u200f" if right_to_left else "\u200e"
    return mark + text if text else ""


def who_text(author: str) -> str:
    """Return who did something; people of headquarters have a mark of their own before the name."""
    return isolate(author.removeprefix(HEADQUARTERS))


class Counts(QObject):
    """Says numbers of things; lupdate sees plurals in ``tr`` alone."""

    def documents(self, count: int) -> str:
        """Return "7 documents"."""
        return self.tr("%Ln document(s)", "", count)

    def changes(self, count: int) -> str:
        """Return "7 changes"."""
        return self.tr("%Ln change(s)", "", count)

    def files(self, count: int) -> str:
        """Return "7 files"."""
        return self.tr("%Ln file(s)", "", count)

    def waiting(self, documents: int, changes: int) -> str:
        """Return "Ready to send 7"; of nothing, that everything is sent."""
        if documents:
            return self.tr("Ready to send %Ln", "", documents)
        # Such as a new case, which is no document.
        return self.tr("Ready to send") if changes else self.tr("All sent")
