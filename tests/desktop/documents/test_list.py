"""A person looks at the list: sorts, narrows, chooses columns, sees it change."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from desktop.documents.columns import COLUMNS
from desktop.documents.layout import TableLayout
from desktop.views import HOME, VIEWS
from desktop.window.frame import Frame
from engine.library import Order
from tests.desktop.documents.conftest import add_read, opened, shown, wait_for_rows
from tests.desktop.elsewhere import with_library


def click_heading(qtbot, view, name):
    header = view.table.horizontalHeader()
    place = next(place for place, column in enumerate(COLUMNS) if column.name == name)
    at = header.sectionViewportPosition(place) + 12
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 8))


def test_the_home_of_the_window_is_the_inbox(frame):
    assert frame.view.title() == "Inbox"
    assert next(button for button in frame.rail.buttons if button.isChecked()).place.name == "inbox"


def test_the_newest_stand_first_until_a_heading_is_clicked(qtbot, view):
    assert shown(view)[0] == "report.pdf"
    click_heading(qtbot, view, "name")
    qtbot.waitUntil(lambda: shown(view) == ["card.jpg", "form.png", "letter Amina.pdf", "report.pdf"])
    click_heading(qtbot, view, "name")
    qtbot.waitUntil(lambda: shown(view)[0] == "report.pdf")


def test_the_most_doubtful_can_stand_first(qtbot, view):
    view.sort(Order.LEAST_CONFIDENT)
    qtbot.waitUntil(lambda: shown(view)[0] == "card.jpg")
    view.sort(Order.MOST_CONFIDENT)
    qtbot.waitUntil(lambda: shown(view)[0] == "letter Amina.pdf")


def test_order_and_columns_are_remembered(qtbot, view, frame, door, theme, choices):
    view.sort(Order.NAME)
    view.table.show_column("reviewed", wanted=True)
    view.table.show_column("type", wanted=False)
    again = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False)
    other = opened(qtbot, again, "to-check", rows=4)
    assert shown(other)[0] == "card.jpg"
    assert {"reviewed"} <= other.table.columns.shown
    assert "type" not in other.table.columns.shown
    again.close_all()
    again.deleteLater()


def test_columns_give_way_where_there_is_no_room(qtbot, view, theme):
    def visible():
        header = view.table.horizontalHeader()
        return [column.name for place, column in enumerate(COLUMNS) if not header.isSectionHidden(place)]

    view.table.resize(theme.line * 100, 300)
    assert "pages" in visible()
    view.table.resize(theme.line * 26, 300)
    assert visible() == ["name", "status"]


def test_kept_columns_that_nobody_understands_are_as_they_come():
    for text in (
        "",
        "[]",
        "{",
        '{"order": 3, "shown": {}}',
        '{"order": ["no"], "shown": ["no"], "widths": {"no": 3}}',
    ):
        layout = TableLayout.from_text(text)
        assert sorted(layout.order) == list(range(len(COLUMNS)))
        assert "name" in layout.shown
    assert TableLayout.from_text(TableLayout().to_text()) == TableLayout()


def test_a_new_document_comes_in_and_what_was_chosen_stays_chosen(qtbot, view, door):
    view.choose([view.model.listing.ids[0], view.model.listing.ids[2]])
    chosen = view.chosen_documents()
    with_library(door, lambda library: add_read(library, "new.jpg", "A new one", 0.9))
    wait_for_rows(qtbot, view, 5)
    assert view.chosen_documents() == chosen
    assert shown(view)[0] == "new.jpg"


def test_what_was_chosen_stays_chosen_when_the_order_turns(qtbot, view, ids):
    view.choose([ids["card.jpg"], ids["report.pdf"]])
    view.sort(Order.NAME)
    qtbot.waitUntil(lambda: shown(view)[0] == "card.jpg")
    assert set(view.chosen_documents()) == {ids["card.jpg"], ids["report.pdf"]}


def test_the_place_that_is_scrolled_to_stays_when_rows_come_above(qtbot, view, door, frame):
    frame.resize(1280, 300)
    bar = view.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    view.table.scrollToBottom()
    top = view.model.listing.ids[view.table.rowAt(2)]
    offset = view.table.rowViewportPosition(view.table.rowAt(2))
    with_library(door, lambda library: [add_read(library, f"{n}.jpg", "x", 0.9) for n in range(3)])
    wait_for_rows(qtbot, view, 7)
    assert view.model.listing.ids[view.table.rowAt(2)] == top
    assert view.table.rowViewportPosition(view.table.rowAt(2)) == offset


def test_another_place_begins_with_nothing_chosen(qtbot, view, frame):
    view.choose(list(view.model.listing.ids))
    assert view.head.count.text() == "4 of 4 chosen"
    frame.open_view("documents", "problems")
    qtbot.waitUntil(lambda: view.model.known)
    assert view.chosen_documents() == []


def test_a_filter_is_a_chip_and_goes_with_a_click(qtbot, view):
    view.narrow({"language": "ar"})
    wait_for_rows(qtbot, view, 1)
    (chip,) = view.chips.chips
    assert chip.text() == "Arabic"
    assert chip.accessibleName() == "Remove “Arabic”"
    chip.click()
    wait_for_rows(qtbot, view, 4)
    assert view.chips.chips == []


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(qtbot, view):
    view.narrow({"media_type": "application/pdf"})
    view.narrow({"below_confidence": 0.5})
    qtbot.waitUntil(lambda: view.empty.isVisible())
    assert len(view.chips.chips) == 2
    view.chips.clear.click()
    wait_for_rows(qtbot, view, 4)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("inbox", "Everything here is read"),
        ("done", "Nothing approved yet"),
        ("problems", "No problems"),
        ("trash", "The trash is empty"),
    ],
)
def test_an_empty_list_speaks(qtbot, view, frame, place, words):
    frame.open_view("documents", place)
    qtbot.waitUntil(lambda: view.empty.isVisible())
    qtbot.waitUntil(
        lambda: (
            words
            in [
                label.text()
                for label in view.empty.currentWidget().findChildren(object)
                if hasattr(label, "text")
            ]
        )
    )


def test_pictures_show_the_same_and_keep_what_is_chosen(qtbot, view, frame, ids):
    view.choose([ids["card.jpg"]])
    frame.actions_set["list.thumbnails"].trigger()
    assert view.pictures.isVisible()
    assert view.chosen_documents() == [ids["card.jpg"]]
    assert frame.actions_set["list.thumbnails"].isChecked()
    frame.actions_set["list.table"].trigger()
    assert view.table.isVisible()
    assert view.chosen_documents() == [ids["card.jpg"]]


def test_the_details_tell_of_the_chosen_document(qtbot, view, frame, ids):
    frame.actions_set["list.details"].trigger()
    view.choose([ids["card.jpg"]])
    qtbot.waitUntil(lambda: any("card.jpg" in text for text in view.details.words()))
    assert "55%" in view.details.words()


def test_every_control_of_the_view_has_a_name(qtbot, view, frame):
    view.narrow({"language": "ar"})
    nameless = [
        each
        for each in view.findChildren(QAbstractButton)
        if each.isVisible() and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]
    assert nameless == []
    for part in (view.table, view.pictures, view.details):
        assert part.accessibleName()


def test_a_row_is_read_aloud(qtbot, view):
    table = QAccessible.queryAccessibleInterface(view.table)
    names = [table.child(at).text(QAccessible.Text.Name) for at in range(len(COLUMNS) * 2)]
    assert "report.pdf, To check, lowest confidence 90%" in names
    assert "Status: To check" in names


def test_the_keyboard_goes_through_the_rows_and_out_again(qtbot, view, ids, frame):
    frame.activateWindow()
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_End)
    assert view.chosen_documents() == [ids["letter Amina.pdf"]]
    qtbot.keyClick(view.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    frame.actions_set["list.select-all"].trigger()
    assert len(view.chosen_documents()) == 4
    qtbot.keyClick(view.table, Qt.Key.Key_Tab)
    assert frame.focusWidget() is not view.table


@pytest.mark.parametrize("way", ["table", "pictures"])
def test_a_letter_looks_for_no_name_in_the_list(qtbot, view, monkeypatch, way):
    asked = []
    monkeypatch.setattr(view.model, "match", lambda *what: asked.append(what) or [])
    view.show_as(way)
    qtbot.keyClick(view.stage.view, Qt.Key.Key_R)
    assert asked == []
