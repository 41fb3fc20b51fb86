"""What narrows a list is told in words, and days are the person's own, not those of Greenwich."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from desktop.documents import filter_menu, narrowing
from desktop.documents.query import ListQuery, PlaceName, query_of
from engine.errors import DiskFullError
from engine.library import EVERYTHING, DocumentFilter, Order, Shelf, Status

FILTERS = st.builds(
    DocumentFilter,
    status=st.none() | st.sampled_from(Status),
    shelf=st.none() | st.sampled_from(Shelf),
    language=st.none() | st.sampled_from(["en", "ar", "xx"]),
    media_type=st.none() | st.sampled_from(["image/", "application/pdf", "odd"]),
    tag=st.none() | st.text(max_size=5),
    scene=st.none() | st.sampled_from(["damage-severity:severe", "no such:label", "odd"]),
    case_id=st.none() | st.just("one"),
    below_confidence=st.none() | st.floats(0, 1),
    added_from=st.none() | st.sampled_from(["2026-11-21", "2026-11-20T21:00:00.000Z"]),
    trashed=st.booleans(),
)


@given(FILTERS)
def test_removing_every_chip_leaves_nothing(wanted):
    for chip in narrowing.chips_of(wanted, {}):
        assert chip.text
        wanted = narrowing.without(wanted, chip)
    assert wanted == EVERYTHING


@given(st.dates(min_value=QDate(1990, 1, 1).toPython(), max_value=QDate(2090, 1, 1).toPython()))
def test_a_day_is_told_as_it_was_chosen(day):
    chosen = QDate(day.year, day.month, day.day)
    change = narrowing.between(chosen.addDays(2), chosen)
    assert narrowing._local_day(change["added_from"]) == chosen
    assert narrowing._local_day(change["added_before"]) == chosen.addDays(3)


def test_a_range_of_days_is_one_chip(translation):
    wanted = narrowing.changed(EVERYTHING, narrowing.between(QDate(2026, 11, 1), QDate(2026, 11, 3)))
    (chip,) = narrowing.chips_of(wanted, {})
    assert "11/1/26" in chip.text
    assert "11/3/26" in chip.text


@pytest.mark.parametrize(
    ("argument", "wanted"),
    [
        (None, DocumentFilter(shelf=Shelf.INBOX)),
        ("done", DocumentFilter(shelf=Shelf.DONE)),
        ("trash", DocumentFilter(trashed=True)),
        ("no such place", DocumentFilter(shelf=Shelf.INBOX)),
        ({"case": "one"}, DocumentFilter(case_id="one")),
        ({"search": "x", "filter": {"tag": "y"}}, DocumentFilter(tag="y")),
    ],
)
def test_what_a_list_is_opened_with_says_what_it_shows(argument, wanted):
    query = query_of(argument, ListQuery(order=Order.NAME))
    assert query.wanted == wanted
    assert query.order is Order.NAME


def test_a_search_begun_in_the_trash_stays_there():
    query = query_of({"search": "x"}, ListQuery(PlaceName.TRASH))
    assert query.in_trash


def test_what_could_not_be_looked_up_for_the_menu_is_told_and_looked_up_again(
    qtbot, access, theme, monkeypatch
):
    told, looks, found = [], [], filter_menu.what_there_is

    def fails(library):
        looks.append(library)
        raise DiskFullError("The disk is full.", which="library")

    monkeypatch.setattr(filter_menu, "what_there_is", fails)
    access.failed.connect(told.append)
    parent = QWidget()
    qtbot.addWidget(parent)
    menu = filter_menu.FilterMenu(access, theme, 0.9, ListQuery, parent)
    qtbot.waitUntil(lambda: [error.code for error in told] == ["disk-full"])
    monkeypatch.setattr(filter_menu, "what_there_is", found)
    with qtbot.waitSignal(menu.known):
        menu.look()
    assert len(looks) == 1
