"""How long and how many, in words that a person uses."""

from PySide6.QtCore import QCoreApplication

MINUTE, HOUR = 60, 3600


def about(seconds: float) -> str:
    """Return a time that is still to come, rounded up: nobody is angry at what is done early."""
    if seconds < MINUTE:
        return QCoreApplication.translate("Amounts", "less than a minute")
    if seconds < 2 * HOUR:
        return QCoreApplication.translate("Amounts", "about %n minute(s)", "", -(-int(seconds) // MINUTE))
    return QCoreApplication.translate("Amounts", "about %n hour(s)", "", -(-int(seconds) // HOUR))
