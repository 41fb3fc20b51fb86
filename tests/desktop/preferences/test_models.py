"""What can be read is shown with licence and size; what is missing is told with a remedy."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.preferences.inventory import InventoryProcess
from desktop.preferences.models import ModelsPage
from desktop.welcome.speed_page import SpeedPage


@pytest.fixture
def page(qtbot, places, keeper, theme, translation):
    process = InventoryProcess(places.settings)
    made = ModelsPage(process, keeper, theme)
    made.show()
    yield made
    process.close()
    made.deleteLater()


def said(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_models_and_languages_are_shown_and_checked(qtbot, ready_places, page):
    page.shown()
    qtbot.waitUntil(lambda: not page._process.busy, timeout=60_000)
    text = said(page)
    assert "Kiswahili" in text and "Apache-2.0" in text and "PaddleOCR" in text
    page.verify.click()
    assert not page.verify.isEnabled() and "Checking" in page.state.text()
    qtbot.waitUntil(lambda: not page._process.busy, timeout=60_000)
    assert page.state.text() == "Every file is whole."


def test_where_nothing_is_installed_a_remedy_is_told(qtbot, page):
    page.shown()
    qtbot.waitUntil(lambda: not page._process.busy, timeout=60_000)
    assert "run.py setup" in page.state.text()


def test_a_broken_settings_file_is_told(qtbot, places, page):
    places.settings.write_text("[nonsense]\nx = 1\n")
    page.shown()
    qtbot.waitUntil(lambda: not page._process.busy, timeout=60_000)
    assert "no such setting" in page.state.text()


def test_the_test_of_the_first_start_is_offered_again_and_what_it_finds_is_kept(qtbot, page, keeper):
    page.measure.click()
    test = page.findChild(SpeedPage)
    assert test.isVisible() and test.start.isVisible()
    test.processes_found.emit(2)
    assert keeper.settings.worker.processes == 2
    test.skip.click()
    qtbot.waitUntil(lambda: page.findChild(SpeedPage) is None or not test.isVisible())
