"""What narrows a list, in words, and how a part of it is put in and taken out. Knows no widget."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime, QTimeZone

from desktop.documents import telling
from desktop.texts import LANGUAGE_NAMES
from engine.language import isolate
from engine.library import DocumentFilter, ReviewState, Shelf, Status
from engine.taxonomy import Aspect, taxonomy

Change = Mapping[str, Any]
"""Parts of a filter and what they become; None takes one out."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of what narrows a list.

    Attributes:
        parts: The fields of the filter that are taken out with it.
        text: In the language in force.
    """

    parts: tuple[str, ...]
    text: str


def chips_of(wanted: DocumentFilter, case_names: Mapping[str, str]) -> list[Chip]:
    """Return what narrows a list in words, each to be removed by itself.

    Args:
        wanted: What narrows it.
        case_names: Id of a case -> its name.
    """
    translate = QCoreApplication.translate
    chips = []
    if wanted.trashed:
        chips.append(Chip(("trashed",), translate("Narrowing", "In the trash")))
    if wanted.shelf is not None:
        chips.append(Chip(("shelf",), shelf_text(wanted.shelf)))
    if wanted.status is not None:
        chips.append(Chip(("status",), status_text(wanted.status)))
    if wanted.review is not None:
        chips.append(Chip(("review",), review_text(wanted.review)))
    if wanted.language is not None:
        chips.append(Chip(("language",), telling.language(wanted.language)))
    if wanted.media_type is not None:
        chips.append(Chip(("media_type",), type_text(wanted.media_type)))
    if wanted.below_confidence is not None or wanted.from_confidence is not None:
        chips.append(Chip(("below_confidence", "from_confidence"), confidence_text(wanted)))
    if wanted.added_from is not None or wanted.added_before is not None:
        chips.append(Chip(("added_from", "added_before"), added_text(wanted)))
    if wanted.tag is not None:
        chips.append(Chip(("tag",), translate("Narrowing", "Tag: %1").replace("%1", isolate(wanted.tag))))
    if wanted.case_id is not None:
        name = case_names.get(wanted.case_id, "…")
        chips.append(Chip(("case_id",), translate("Narrowing", "Case: %1").replace("%1", isolate(name))))
    if wanted.name_contains is not None:
        words = translate("Narrowing", "Name has: %1")
        chips.append(Chip(("name_contains",), words.replace("%1", isolate(wanted.name_contains))))
    if wanted.scene is not None:
        chips.append(Chip(("scene",), scene_text(wanted.scene)))
    if wanted.batch is not None:
        chips.append(Chip(("batch",), translate("Narrowing", "Added together")))
    return chips


def changed(wanted: DocumentFilter, change: Change) -> DocumentFilter:
    """Return a filter with some parts as they should become."""
    clean: dict[str, Any] = {
        name: False if name == "trashed" and value is None else value for name, value in change.items()
    }
    return replace(wanted, **clean)


def without(wanted: DocumentFilter, chip: Chip) -> DocumentFilter:
    """Return a filter without what a chip stands for."""
    return changed(wanted, dict.fromkeys(chip.parts))


def scene_text(scene: str) -> str:
    """Return a question that photos are sorted by, with its answer."""
    name, _, label = scene.partition(":")
    question = next((question_text(each) for each in taxonomy().aspects if each.name == name), name)
    return f"{question} {isolate(label_text(name, label))}"


def question_text(aspect: Aspect) -> str:
    """Return a question that photos are sorted by."""
    return aspect.question[_language()]


def label_text(aspect: str, label: str) -> str:
    """Return what people call a label of photos."""
    return taxonomy().words(aspect, label, _language())


def _language() -> str:
    language = QLocale().name().partition("_")[0]
    return language if language in LANGUAGE_NAMES else "en"


def shelf_text(shelf: Shelf) -> str:
    """Return what a shelf is called."""
    translate = QCoreApplication.translate
    return {
        Shelf.INBOX: translate("Narrowing", "In the inbox"),
        Shelf.TO_CHECK: translate("Narrowing", "To check"),
        Shelf.DONE: translate("Narrowing", "Approved"),
        Shelf.PROBLEMS: translate("Narrowing", "With a problem"),
    }[shelf]


def status_text(status: Status) -> str:
    """Return how far a reading is."""
    translate = QCoreApplication.translate
    return {
        Status.QUEUED: translate("Narrowing", "Waiting"),
        Status.READING: translate("Narrowing", "Being read"),
        Status.READ: translate("Narrowing", "Read"),
        Status.PARTLY_READ: translate("Narrowing", "Partly read"),
        Status.PROBLEM: translate("Narrowing", "Not readable"),
        Status.CANCELLED: translate("Narrowing", "Cancelled"),
    }[status]


def review_text(review: ReviewState) -> str:
    """Return what a person says of a document."""
    translate = QCoreApplication.translate
    return {
        ReviewState.NONE: translate("Narrowing", "Not checked"),
        ReviewState.APPROVED: translate("Narrowing", "Approved"),
        ReviewState.PROBLEM: translate("Narrowing", "With a problem"),
    }[review]


def type_text(media_type: str) -> str:
    """Return what a type, or a family of types, is called."""
    if media_type == "image/":
        return QCoreApplication.translate("Narrowing", "Pictures")
    return telling.media_type(media_type)


def confidence_text(wanted: DocumentFilter) -> str:
    """Return what is asked of the confidence."""
    if wanted.below_confidence is not None:
        words = QCoreApplication.translate("Narrowing", "Doubts: below %1")
        return words.replace("%1", telling.percent(wanted.below_confidence))
    words = QCoreApplication.translate("Narrowing", "Sure: from %1")
    return words.replace("%1", telling.percent(wanted.from_confidence or 0.0))


def added_text(wanted: DocumentFilter) -> str:
    """Return what is asked of the day on which documents were added."""
    translate, locale = QCoreApplication.translate, QLocale()
    first = None if wanted.added_from is None else _local_day(wanted.added_from)
    # What is asked for ends before a day; people name the last day that counts.
    last = None if wanted.added_before is None else _local_day(wanted.added_before).addDays(-1)

    def shown(day: QDate) -> str:
        return isolate(locale.toString(day, QLocale.FormatType.ShortFormat))

    if first is not None and last is not None:
        if first == last:
            return translate("Narrowing", "Added on %1").replace("%1", shown(first))
        words = translate("Narrowing", "Added %1 to %2")
        return words.replace("%1", shown(first)).replace("%2", shown(last))
    if first is not None:
        return translate("Narrowing", "Added since %1").replace("%1", shown(first))
    assert last is not None
    return translate("Narrowing", "Added until %1").replace("%1", shown(last))


def since(day: QDate) -> Change:
    """Return the change that asks for what was added on a local day or later."""
    return {"added_from": utc(day), "added_before": None}


def between(first: QDate, last: QDate) -> Change:
    """Return the change that asks for what was added on local days, both of them included."""
    first, last = min(first, last), max(first, last)
    return {"added_from": utc(first), "added_before": utc(last.addDays(1))}


def utc(day: QDate) -> str:
    """Return the moment at which a local day begins, as the library writes moments."""
    begins = QDateTime(day, QTime(0, 0)).toUTC()
    return begins.toString("yyyy-MM-ddTHH:mm:ss.zzz") + "Z"


def _local_day(moment: str) -> QDate:
    full = moment if len(moment) > len("2026-11-21") else f"{moment}T00:00:00Z"
    read = QDateTime.fromString(full.removesuffix("Z"), "yyyy-MM-ddTHH:mm:ss.zzz")
    if not read.isValid():
        read = QDateTime.fromString(full.removesuffix("Z"), "yyyy-MM-ddTHH:mm:ss")
    read.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
    return read.toLocalTime().date()
