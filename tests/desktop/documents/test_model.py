"""The model: ids at once, rows as they come into view, and what is chosen stays chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.access import LibraryChange
from desktop.documents.listing import Difference, difference
from desktop.documents.model import AROUND, DocumentModel, Role
from desktop.documents.query import ListQuery, PlaceName
from engine.library import Order
from tests.desktop.documents.conftest import add_read
from tests.desktop.elsewhere import with_library


@pytest.fixture
def model(qtbot, many):
    made = DocumentModel(many)
    made.show_query(ListQuery(PlaceName.INBOX, order=Order.NAME))
    qtbot.waitUntil(lambda: made.known)
    return made


def fetched(model):
    return sum(model.known_document(each) is not None for each in model.listing.ids)


def test_all_rows_are_there_at_once_and_only_those_in_view_are_fetched(qtbot, model):
    assert model.rowCount() == 5000
    before = fetched(model)
    assert model.index(2500, 0).data() == "…"
    qtbot.waitUntil(lambda: model.index(2500, 0).data(Role.DOCUMENT) is not None)
    assert "scan 02500.jpg" in model.index(2500, 0).data()
    assert fetched(model) - before <= 2 * AROUND + 1


def test_qt_finds_no_fault_in_the_model_while_rows_come_and_go(qtbot, access, door, ids):
    made = DocumentModel(access)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_query(ListQuery(PlaceName.TO_CHECK))
    qtbot.waitUntil(lambda: made.rowCount() == 4)
    with_library(door, lambda library: library.bulk.approve([ids["card.jpg"], ids["report.pdf"]]))
    qtbot.waitUntil(lambda: made.rowCount() == 2)
    with_library(door, lambda library: add_read(library, "new.pdf", "text", 0.9))
    qtbot.waitUntil(lambda: made.rowCount() == 3)
    tester.deleteLater()


def test_rows_far_apart_do_not_bring_all_that_lies_between(qtbot, model):
    for row in (1000, 4000):
        model.document(row)
    qtbot.waitUntil(lambda: all(model.document(row) is not None for row in (1000, 4000)))
    assert fetched(model) < 500


def test_another_order_turns_the_list(qtbot, model):
    with qtbot.waitSignal(model.changed):
        model.show_query(ListQuery(PlaceName.INBOX, order=Order.NAME_DESCENDING))
    qtbot.waitUntil(lambda: model.document(0) is not None)
    assert model.document(0).name == "scan 04999.jpg"


def test_a_query_that_is_asked_for_later_wins(qtbot, model):
    model.show_query(ListQuery(PlaceName.DONE))
    model.show_query(ListQuery(PlaceName.TRASH))
    model.show_query(ListQuery(PlaceName.INBOX, order=Order.NAME_DESCENDING))
    qtbot.waitUntil(lambda: model.known)
    assert model.rowCount() == 5000


def test_a_search_shows_its_beginning_first_and_then_all(qtbot, model):
    counts = []
    model.changed.connect(lambda: counts.append(model.rowCount()))
    model.show_query(ListQuery(PlaceName.LIBRARY, "scan"))
    qtbot.waitUntil(lambda: model.listing.whole and model.query.words == "scan" and len(counts) == 2)
    assert counts == [60, 3000]
    assert model.listing.total == 5000


def test_each_cell_speaks(qtbot, model):
    qtbot.waitUntil(lambda: model.document(0) is not None)
    aloud = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(aloud) == "scan 00000.jpg, Waiting, not read yet"
    assert model.index(0, 3).data(aloud) == "Pages: 1"


def test_a_change_of_the_queue_has_the_rows_fetched_anew_while_they_stay_shown(qtbot, model, many):
    qtbot.waitUntil(lambda: model.document(0) is not None)
    before = model.document(0)
    many.changed.emit(LibraryChange())
    assert model.document(0) is before
    qtbot.waitUntil(lambda: model.document(0) is not before)
    assert model.document(0) == before


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("abc", "abc", None),
        ("", "", None),
        ("abc", "xabc", Difference(0, 0, 1)),
        ("abc", "ab", Difference(2, 1, 0)),
        ("abcd", "axyd", Difference(1, 2, 2)),
        ("abc", "", Difference(0, 3, 0)),
        ("aa", "aaa", Difference(2, 0, 1)),
    ],
)
def test_the_difference_of_two_lists_is_one_piece_in_the_middle(before, after, told):
    assert difference(before, after) == told
