"""A list is narrowed, sorted and laid out as one likes it, and is so again after a restart."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from desktop.check.check_view import CheckView
from desktop.documents.columns import COLUMNS
from tests.desktop.elsewhere import with_library
from tests.desktop.journeys.test_checking import the

PLACES = {column.name: place for place, column in enumerate(COLUMNS)}


@pytest.fixture
def person(open_window, filled):
    """Somebody before the list of what is to be checked."""
    made = open_window(filled)
    made.window.resize(1280, 760)
    made.goes_to("to-check")
    made.waits_until(lambda: made.view.model.rowCount() == 4)
    return made


def names(person):
    model = person.view.model
    documents = [model.document(row) for row in range(model.rowCount())]
    return [each.name for each in documents] if all(documents) else None


def heads(person):
    """The columns that are seen, in order."""
    header = person.view.table.horizontalHeader()
    seen = [header.logicalIndex(at) for at in range(header.count())]
    return [COLUMNS[place].name for place in seen if not header.isSectionHidden(place)]


def place_of_head(person, name, *, share=0.5):
    header = person.view.table.horizontalHeader()
    place = PLACES[name]
    x = header.sectionViewportPosition(place) + round(header.sectionSize(place) * share)
    return QPoint(x, header.height() // 2)


def chooses_from(person, menu, *path):
    """Choose an entry of a menu by its words; submenus on the way are opened."""
    for word in path[:-1]:
        menu = next(each.menu() for each in menu.actions() if word in each.text().replace("&", ""))
    action = next(each for each in menu.actions() if path[-1] in each.text())
    person.waits_until(action.isEnabled)
    action.trigger()


def filters(person):
    """The menu of the filters, as it is when it opens; open, it would wait for the person."""
    menu = person.view.head.filter.menu()
    menu.aboutToShow.emit()
    return menu


def test_a_list_is_narrowed_and_each_part_of_that_is_taken_away_again(qtbot, person, filled):
    with_library(filled, lambda library: library.bulk.add_tag([the(filled, "receipt.jpg")], "urgent"))
    person.waits_until(
        lambda: any("Tag" in each.text().replace("&", "") for each in filters(person).actions())
    )
    chooses_from(person, filters(person), "Type", "PDF")
    person.waits_until(lambda: names(person) == ["situation-report.pdf"])
    assert person.view.chips.isVisible()
    (chip,) = person.view.chips.chips
    assert "PDF" in chip.accessibleName()
    person.clicks(chip)
    person.waits_until(lambda: person.view.model.rowCount() == 4)
    chooses_from(person, filters(person), "Tag", "urgent")
    person.waits_until(lambda: names(person) == ["receipt.jpg"])
    chooses_from(person, filters(person), "Language", "French")
    person.waits_until(lambda: person.view.empty.isVisible())
    person.clicks(person.view.chips.clear)
    person.waits_until(lambda: person.view.model.rowCount() == 4)


def test_order_and_columns_are_as_they_were_left_after_a_restart(qtbot, open_window, person, filled):
    header = person.view.table.horizontalHeader()
    # Sorted by a click on a head, a column moved by dragging its head, another one taken away.
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place_of_head(person, "name"))
    person.waits_until(lambda: names(person) == sorted(names(person) or [""]))
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place_of_head(person, "name"))
    person.waits_until(lambda: names(person) == sorted(names(person) or [""], reverse=True))
    assert "language" in heads(person)
    person.drags(
        header.viewport(), place_of_head(person, "added"), place_of_head(person, "status", share=0.2)
    )
    person.waits_until(lambda: heads(person).index("added") < heads(person).index("status"))
    columns = QMenu()
    chooses_from(person, person.view.head.columns_menu(columns), "Language")
    columns.deleteLater()
    person.waits_until(lambda: "language" not in heads(person))
    left, order = heads(person), names(person)
    person.window.close()

    person = open_window(filled)
    person.window.resize(1280, 760)
    person.goes_to("to-check")
    person.waits_until(lambda: person.view.model.rowCount() == 4 and names(person) == order)
    assert heads(person) == left


def test_the_list_is_shown_as_pictures_gone_through_by_keys_and_is_so_after_a_restart(
    qtbot, open_window, person, filled
):
    person.presses("Ctrl+2")
    pictures = person.view.pictures
    person.waits_until(pictures.isVisible)
    model = person.view.model
    person.waits_until(lambda: all(pictures.image(model.index(row, 0)) is not None for row in range(4)))
    person.window.close()

    person = open_window(filled)
    person.goes_to("to-check")
    person.waits_until(lambda: person.view.pictures.isVisible() and names(person) is not None)
    person.clicks_row(person.view.pictures, 0)
    person.presses("Right")
    person.waits_until(lambda: len(person.view.chosen_documents()) == 1)
    second = person.view.model.listing.ids[1]
    assert person.view.chosen_documents() == [second]
    person.presses("Return")
    person.waits_until(lambda: isinstance(person.view, CheckView) and person.view.hand.facts is not None)
    assert person.view.hand.facts.document.id == second
