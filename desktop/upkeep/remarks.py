"""What a person should know of an update before they decide, in the language of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from desktop.marking import QT_TRANSLATE_NOOP
from engine.language import isolate

CONTEXT = "UpdateDialog"
REMARKS = {
    "clock": QT_TRANSLATE_NOOP(
        "UpdateDialog",
        "The clock of this computer says %today, and said %before earlier: one of the two is wrong.",
    ),
    "clock-may-hide-expiry": QT_TRANSLATE_NOOP(
        "UpdateDialog",
        "The clock of this computer says %today, and said %before earlier: one of the two is wrong. If the"
        " later date was right, the signature should have been renewed.",
    ),
    "expired": QT_TRANSLATE_NOOP(
        "UpdateDialog",
        "%signer should have renewed the signature by %expires. The update is the one that was signed, but a"
        " newer one may exist. Or the clock is wrong: it says %today.",
    ),
    "other-signer": QT_TRANSLATE_NOOP(
        "UpdateDialog", "The version in use was signed by %before, and this one by %signer."
    ),
    "given-up": QT_TRANSLATE_NOOP(
        "UpdateDialog", "This version was installed here before, and was given up."
    ),
}
DETAILS = QT_TRANSLATE_NOOP("UpdateDialog", "To know, in English: %text")
"""For a remark that a later engine makes, of which there are no words here."""


def remark_text(remark: Mapping[str, str]) -> str:
    """Return a remark of ``engine.updates.standard.offer_to_json`` in words."""
    words = QCoreApplication.translate(CONTEXT, REMARKS.get(remark["kind"], DETAILS))
    for name, value in remark.items():
        day = QDate.fromString(value, Qt.DateFormat.ISODate)
        # With the month's name: 3/1/26 is another day for the neighbour.
        shown = QLocale().toString(day, "d MMMM yyyy") if day.isValid() else value
        words = words.replace(f"%{name}", isolate(shown))
    return words
