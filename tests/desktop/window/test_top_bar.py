"""The bar at the top says why nothing is read, as far as that fits into it."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.access import WorkKind, WorkState
from desktop.actions import ACTIONS, ActionSet
from desktop.window.top_bar import TopBar


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(theme, choices, window):
    return TopBar(ActionSet(ACTIONS, theme, choices, window), theme, window)


def test_a_program_that_was_updated_while_it_was_open_asks_to_be_opened_again(bar):
    bar.set_work(WorkState(WorkKind.REFUSED, message="Whatever it said.", code="program.replaced"))
    assert bar.reading.text().strip() == "Updated: close it and open it again"


def test_what_else_keeps_the_readers_from_working_is_told_as_that(bar):
    bar.set_work(WorkState(WorkKind.REFUSED, message="No model pack is installed.", code="pack.missing"))
    assert bar.reading.text().strip() == "Reading is not possible"
