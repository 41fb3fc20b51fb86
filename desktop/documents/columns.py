"""The table of columns: what each tells, how wide it is, and how the list is sorted by it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.documents import telling
from desktop.texts import QT_TRANSLATE_NOOP
from engine.library import Document, Order


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Stable name.
        text: In English.
        cell: Returns what it tells of a document.
        width: In heights of a line of text; 0 takes what is left.
        up: Order by it, the least first; None if the list cannot be sorted by it.
        down: Order by it, the greatest first.
        weight: Which columns stay where there is little room: the greater, the sooner it goes.
        shown: Whether it is shown until a person chooses.
    """

    name: str
    text: str
    cell: Callable[[Document], str]
    width: float
    up: Order | None
    down: Order | None
    weight: int
    shown: bool = True


COLUMNS: tuple[Column, ...] = (
    Column(
        "name", QT_TRANSLATE_NOOP("Columns", "Name"), lambda document: telling.file_name(document.name), 0,
        Order.NAME, Order.NAME_DESCENDING, 0,
    ),
    Column(
        "status", QT_TRANSLATE_NOOP("Columns", "Status"), lambda document: telling.status(document).words, 8,
        Order.STATUS, Order.STATUS_DESCENDING, 1,
    ),
    Column(
        "confidence", QT_TRANSLATE_NOOP("Columns", "Confidence"),
        lambda document: telling.NOTHING
        if document.lowest_confidence is None
        else telling.percent(document.lowest_confidence),
        8, Order.LEAST_CONFIDENT, Order.MOST_CONFIDENT, 2,
    ),
    Column(
        "pages", QT_TRANSLATE_NOOP("Columns", "Pages"), telling.pages_read, 4.5,
        Order.FEWEST_PAGES, Order.MOST_PAGES, 5,
    ),
    Column(
        "language", QT_TRANSLATE_NOOP("Columns", "Language"),
        lambda document: telling.languages(document.languages), 8,
        Order.LANGUAGE, Order.LANGUAGE_DESCENDING, 4,
    ),
    Column(
        "type", QT_TRANSLATE_NOOP("Columns", "Type"),
        lambda document: telling.media_type(document.media_type), 4.5,
        Order.TYPE, Order.TYPE_DESCENDING, 6,
    ),
    Column(
        "added", QT_TRANSLATE_NOOP("Columns", "Added"), lambda document: telling.day(document.added_at), 6.5,
        Order.OLDEST, Order.NEWEST, 3,
    ),
    Column(
        "reviewed", QT_TRANSLATE_NOOP("Columns", "Checked"),
        lambda document: telling.day(document.review.at), 6.5,
        Order.EARLIEST_REVIEW, Order.LATEST_REVIEW, 8, shown=False,
    ),
    Column(
        "tags", QT_TRANSLATE_NOOP("Columns", "Tags"),
        lambda document: telling.listed(list(document.tags)) or telling.NOTHING, 9,
        None, None, 7,
    ),
)  # fmt: skip

NAME = 0
STATUS = 1


def heading(column: Column) -> str:
    """Return what a column is called in the language in force."""
    return QCoreApplication.translate("Columns", column.text)


def sorted_column(order: Order) -> tuple[int, bool]:
    """Return the column that a list in this order is sorted by, and whether the least comes first."""
    for place, column in enumerate(COLUMNS):
        if order in (column.up, column.down):
            return place, order is column.up
    raise ValueError(f"no column has the order {order}")


def number(value: int) -> str:
    """Return a number as the language in force writes it."""
    return QLocale().toString(value)
