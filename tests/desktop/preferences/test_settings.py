"""Settings hold at once, are saved, can be reset, and are explained in every language."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.access.settings_keeper import SettingsKeeper
from desktop.choices import LANGUAGES
from desktop.preferences.advanced import AdvancedPage
from desktop.preferences.network import SHOWN as NETWORK
from desktop.preferences.reading import ReadingPage
from desktop.preferences.setting_rows import SettingRows
from desktop.preferences.view import ELSEWHERE
from desktop.preferences.words import known, words_of
from engine.settings import Settings, declarations, load_settings


@pytest.fixture
def holder(qapp):
    made = QWidget()
    yield made
    made.deleteLater()


@pytest.fixture
def reading(keeper, theme, translation, holder):
    page = ReadingPage(keeper, SettingRows(keeper, theme, holder), theme)
    yield page
    page.deleteLater()


@pytest.fixture
def advanced(keeper, theme, translation, holder):
    page = AdvancedPage(keeper, SettingRows(keeper, theme, holder), theme, elsewhere=ELSEWHERE)
    yield page
    page.deleteLater()


def saved(qtbot, keeper):
    with qtbot.waitSignal(keeper.settled):
        pass
    return load_settings(keeper.file)


def test_every_setting_of_the_engine_has_words_in_every_language(translation):
    every = list(declarations(Settings()))
    assert [each.name for each in every if not known(each.name)] == []
    english = {each.name: words_of(each) for each in every}
    for language in set(LANGUAGES) - {"en"}:
        translation.use(language)
        same = [each.name for each in every if words_of(each).help == english[each.name].help]
        assert same == []


def test_every_setting_stands_on_a_page(advanced, reading):
    network = {name for names in NETWORK for name in names}
    shown = {*advanced._rows.rows, *reading._rows.rows, *network, "library.author"}
    assert shown == {each.name for each in declarations(Settings())}


def test_a_change_holds_at_once_and_is_saved(qtbot, keeper, reading):
    combo = reading._rows.rows["reading.second_opinion"].field.combo
    combo.setCurrentIndex(combo.findData("all"))
    combo.activated.emit(combo.currentIndex())
    assert keeper.settings.reading.second_opinion == "all"
    assert saved(qtbot, keeper).reading.second_opinion == "all"


def test_doubt_is_set_in_per_cent_with_an_example(qtbot, keeper, reading):
    reading._rows.rows["reading.doubt_threshold"].field.spin.setValue(80)
    assert keeper.settings.reading.doubt_threshold == 0.8
    assert "79 %" in reading.example.text() and "80 %" in reading.example.text()


def test_the_last_language_cannot_be_taken_away(keeper, reading):
    boxes = reading._rows.rows["reading.languages"].field.boxes
    for code in ("en", "fr", "es", "sw"):
        boxes[code].click()
    assert keeper.settings.reading.languages == ("ar",)
    assert not boxes["ar"].isEnabled()


def test_reset_gives_the_default_back_and_goes(keeper, reading):
    row = reading._rows.rows["pages.orient"]
    assert row.reset.isHidden()
    row.field.box.click()
    assert not keeper.settings.pages.orient and not row.reset.isHidden()
    row.reset.click()
    assert keeper.settings == Settings() and row.reset.isHidden()
    assert row.field.box.isChecked()


def test_numbers_keep_to_their_bounds(keeper, advanced):
    spin = advanced._rows.rows["worker.processes"].field.spin
    spin.setValue(1000)
    assert keeper.settings.worker.processes == 64


def test_advanced_settings_are_found_by_their_words(keeper, advanced):
    advanced.search.setText("trash")
    seen = [name for name, row in advanced._rows.rows.items() if not row.isHidden()]
    assert seen == ["library.trash_days"]
    advanced.search.setText("no such thing")
    assert not advanced.none.isHidden()


def test_all_advanced_settings_are_reset_at_once(keeper, advanced):
    assert not advanced.reset_all.isEnabled()
    keeper.set("worker.processes", "2")
    keeper.set("pages.max_pages", "7")
    advanced.reset_all.click()
    assert keeper.settings == Settings() and not advanced.reset_all.isEnabled()


def test_settings_that_cannot_be_saved_are_told_and_hold_all_the_same(qtbot, places):
    places.settings.with_suffix(".new").mkdir(parents=True)
    keeper = SettingsKeeper(Settings(), places.settings)
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.set("worker.processes", "2")
    assert "cannot be saved" in failed.args[0].what and failed.args[0].remedy
    assert keeper.settings.worker.processes == 2
    keeper.close()


def test_closing_saves_what_was_changed_last(keeper):
    keeper.set("worker.processes", "3")
    keeper.close()
    assert load_settings(keeper.file).worker.processes == 3


def test_the_window_reads_and_takes_in_with_the_settings_that_hold(qtbot, frame):
    frame.settings.set("pages.max_pages", "7")
    with qtbot.waitSignal(frame.settings.settled):
        pass
    QCoreApplication.processEvents()
    assert frame.importing._door.settings.pages.max_pages == 7
