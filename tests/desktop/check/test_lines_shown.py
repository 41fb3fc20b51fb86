"""The window does little for each of many lines; what takes long is done in the library's thread."""

import threading

import pytest

from desktop.check import facts as facts_of_a_page
from desktop.check.canvas import boxes
from tests.desktop.check.readings import add, line
from tests.desktop.elsewhere import with_library

MANY = tuple(line(f"Line {place} of many", place) for place in range(120))


@pytest.fixture
def many(door):
    return with_library(door, lambda library: add(library, "many.png", MANY))


def shown(qtbot, view):
    qtbot.waitUntil(lambda: len(view.hand.rows) == len(MANY) and view.hand.image is not None)


def test_rows_are_made_in_the_library_thread(qtbot, make_view, many, monkeypatch):
    where, rows_of = [], facts_of_a_page.rows_of

    def noted(*what):
        where.append(threading.current_thread())
        return rows_of(*what)

    monkeypatch.setattr(facts_of_a_page, "rows_of", noted)
    view = make_view()
    view.opened(many)
    shown(qtbot, view)
    assert where
    assert threading.main_thread() not in where


def test_a_box_takes_its_form_once_for_lines_and_picture(qtbot, make_view, many, monkeypatch):
    formed, form = [], boxes.form
    monkeypatch.setattr(boxes, "form", lambda look: formed.append(look.text) or form(look))
    view = make_view()
    view.opened(many)
    shown(qtbot, view)
    qtbot.wait(50)
    assert len(formed) == len(MANY)


def test_a_line_is_measured_once_at_each_width(qtbot, make_view, many, monkeypatch):
    view = make_view()
    measured, measure = [], view.list._lines._height
    monkeypatch.setattr(
        view.list._lines,
        "_height",
        lambda row, *rest: measured.append((row.text, *rest[1:])) or measure(row, *rest),
    )
    view.opened(many)
    shown(qtbot, view)
    view.desk.lines.step(1)
    view.list.scheduleDelayedItemsLayout()
    qtbot.wait(50)
    assert len(measured) == len(set(measured))
