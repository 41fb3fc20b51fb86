"""The sentences of the queue: which pages, how long, how it stands; in the language in force.

What is counted is said by :class:`QueueCounts`: lupdate sees plurals in ``tr`` alone.
"""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject

from desktop.access import WorkState
from desktop.errors import told
from desktop.queue.state import Finished, Problem, QueueState, Running, Waiting
from desktop.window.amounts import HOUR, MINUTE, about
from engine.language import isolate


class QueueCounts(QObject):
    """Says how many, in the language in force; ``%1`` is left to the caller."""

    def pages_of(self, count: int) -> str:
        """Return "3 pages of 12"."""
        return self.tr("%Ln page(s) of %1", "", count)

    def read(self, count: int) -> str:
        """Return "3 pages read"."""
        return self.tr("%Ln page(s) read", "", count)

    def read_of(self, count: int) -> str:
        """Return "3 pages of 12 read"."""
        return self.tr("%Ln page(s) of %1 read", "", count)

    def left(self, count: int) -> str:
        """Return "3 pages left"."""
        return self.tr("%Ln page(s) left", "", count)

    def a_minute(self, count: int) -> str:
        """Return "3 pages a minute"."""
        return self.tr("%Ln page(s) a minute", "", count)

    def seconds(self, count: int) -> str:
        """Return "3 seconds"."""
        return self.tr("%Ln second(s)", "", count)

    def minutes(self, count: int) -> str:
        """Return "3 minutes"."""
        return self.tr("%Ln minute(s)", "", count)

    def hours(self, count: int) -> str:
        """Return "3 hours"."""
        return self.tr("%Ln hour(s)", "", count)


def running(row: Running, now: datetime) -> tuple[str, str]:
    """Return the two lines of a page that is being read.

    Args:
        row: The page.
        now: The moment, with its zone.
    """
    if row.box:
        where = QCoreApplication.translate("QueueTelling", "A box of page %1").replace("%1", number(row.page))
    elif row.asked:
        where = QCoreApplication.translate("QueueTelling", "A model looks at page %1")
        where = where.replace("%1", number(row.page))
    else:
        where = QCoreApplication.translate("QueueTelling", "Page %1 of %2")
        where = where.replace("%1", number(row.page)).replace("%2", number(row.pages))
    if row.stopping:
        state = QCoreApplication.translate("QueueTelling", "is being stopped")
    else:
        state = lasting(max(0.0, (now - moment(row.started_at)).total_seconds()))
    return isolate(row.name), joined(where, state)


def waiting(row: Waiting, now: float) -> tuple[str, str]:
    """Return the two lines of a document that waits.

    Args:
        row: The document.
        now: Seconds since 1970.
    """
    if row.of_pages == 1:
        where = QCoreApplication.translate("QueueTelling", "1 page")
    elif row.pages == 1:
        where = QCoreApplication.translate("QueueTelling", "Page %1 of %2")
        where = where.replace("%1", number(row.page)).replace("%2", number(row.of_pages))
    else:
        where = QueueCounts().pages_of(row.pages)
        where = where.replace("%1", number(row.of_pages))
    if row.paused:
        return isolate(row.name), joined(
            where, QCoreApplication.translate("QueueTelling", "waits until you go on")
        )
    if row.again_at > now:
        when = QCoreApplication.translate("QueueTelling", "is tried again in %1")
        return isolate(row.name), joined(where, when.replace("%1", seconds(row.again_at - now)))
    return isolate(row.name), where


def problem(row: Problem) -> tuple[str, str, str]:
    """Return name, what happened and what to do of a problem."""
    said = told(row.code, row.what, row.remedy)
    name = isolate(row.name)
    if row.of_pages > 1:
        first = isolate(QLocale().createSeparatedList([number(page) for page in row.pages[:6]]))
        pages = QCoreApplication.translate("QueueTelling", "page %1")
        if len(row.pages) > 1:
            pages = QCoreApplication.translate("QueueTelling", "pages %1")
        name = joined(name, pages.replace("%1", first + ("…" if len(row.pages) > 6 else "")))
    return name, said.what, said.remedy


def finished(row: Finished) -> tuple[str, str]:
    """Return the two lines of a document that came to its end."""
    if row.cancelled:
        return isolate(row.name), QCoreApplication.translate("QueueTelling", "Not read, as you wished")
    if row.pages == row.of_pages:
        words = QueueCounts().read(row.pages)
    else:
        words = QueueCounts().read_of(row.pages)
        words = words.replace("%1", number(row.of_pages))
    return isolate(row.name), words


def summary(state: QueueState, work: WorkState | None) -> str:
    """Return how the whole queue stands, in a line."""
    left = state.progress.queued + state.progress.running
    if not left:
        return QCoreApplication.translate("QueueTelling", "Nothing waits to be read")
    words = QueueCounts().left(left)
    if state.outlook.paused:
        return joined(words, QCoreApplication.translate("QueueTelling", "paused"))
    pace, rest = state.outlook.pages_per_minute, state.outlook.seconds_left
    if work is not None and work.per_minute is not None:
        pace, rest = work.per_minute, work.seconds_left
    if pace is None or rest is None or not state.progress.running:
        return words
    speed = QueueCounts().a_minute(max(1, round(pace)))
    return joined(words, about(rest), speed)


def lasting(length: float) -> str:
    """Return for how long something has been going on."""
    return QCoreApplication.translate("QueueTelling", "for %1").replace("%1", seconds(length))


def seconds(length: float) -> str:
    """Return a length of time."""
    if length < MINUTE:
        return QueueCounts().seconds(int(length))
    if length < HOUR:
        return QueueCounts().minutes(int(length) // MINUTE)
    return QueueCounts().hours(int(length) // HOUR)


def clock(at: str) -> str:
    """Return the time of day of a moment."""
    local = QDateTime.fromSecsSinceEpoch(int(moment(at).timestamp()))
    return QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)


def moment(text: str) -> datetime:
    """Return the moment that ISO 8601 text names."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def number(value: int) -> str:
    """Return a number as it is written."""
    return QLocale().toString(value)


def joined(*parts: str) -> str:
    """Return parts beside each other, as in a line of facts."""
    return " · ".join(part for part in parts if part)
