"""How long and how many, in words that a person uses."""

from PySide6.QtCore import QCoreApplication, QObject

MINUTE, HOUR = 60, 3600


class Amounts(QObject):
    """Says numbers of minutes and hours; lupdate sees plurals in ``tr`` alone."""

    def minutes(self, count: int) -> str:
        """Return "about 5 minutes"."""
        return self.tr("about %Ln minute(s)", "", count)

    def hours(self, count: int) -> str:
        """Return "about 3 hours"."""
        return self.tr("about %Ln hour(s)", "", count)


def about(seconds: float) -> str:
    """Return a time that is still to come, rounded up: nobody is angry at what is done early."""
    if seconds < MINUTE:
        return QCoreApplication.translate("Amounts", "less than a minute")
    if seconds < 2 * HOUR:
        return Amounts().minutes(-(-int(seconds) // MINUTE))
    return Amounts().hours(-(-int(seconds) // HOUR))
