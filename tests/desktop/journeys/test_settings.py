"""Keys are changed and conflicts told; the watched folder is set; what is changed holds after a restart."""

import shutil

from PySide6.QtGui import QKeySequence

from desktop.documents.dialogs import MarksQuestion
from desktop.watched.dialog import WatchDialog
from tests.desktop.elsewhere import elsewhere, with_library


def opens_settings(person, page):
    person.presses("Ctrl+,")
    row = list(person.view.pages).index(page)
    person.clicks_row(person.view.list, row)
    person.waits_until(person.view.pages[page].isVisible)
    return person.view.pages[page]


def test_keys_are_changed_a_conflict_is_told_and_they_work_after_a_restart(qtbot, open_window, filled):
    person = open_window(filled)
    page = opens_settings(person, "keys")
    page.search.setFocus()
    person.types("Tags")
    person.waits_until(lambda: page.proxy.rowCount() == 1)
    person.clicks_row(page.table, 0)
    assert page.current == "document.tag"
    page.record.setFocus()
    person.presses("Ctrl+E")
    person.waits_until(lambda: "Export" in page.words.text() and page.take.isVisible())
    actions = person.frame.actions_set
    assert actions.keys("document.export") == [QKeySequence("Ctrl+E")], "taken before anybody said so"
    person.clicks(page.take)
    person.waits_until(lambda: actions.keys("document.tag") == [QKeySequence("Ctrl+E")])
    assert actions.keys("document.export") == []
    person.window.close()

    person = open_window(filled)
    person.goes_to("to-check")
    person.waits_until(lambda: person.view.model.rowCount() == 4)
    person.clicks_row(person.view.table, 0)
    person.presses("Ctrl+E")
    person.dialog(MarksQuestion).reject()
    page = opens_settings(person, "keys")
    person.clicks(page.reset_all)
    keys = person.frame.actions_set.keys
    person.waits_until(lambda: keys("document.export") == [QKeySequence("Ctrl+E")])
    assert keys("document.tag") == [QKeySequence("Ctrl+T")]


def test_a_folder_is_watched_from_the_settings_and_still_after_a_restart(
    qtbot, open_window, empty, samples, tmp_path
):
    folder = tmp_path / "scanner"
    folder.mkdir()
    person = open_window(empty)
    page = opens_settings(person, "general")
    assert page.watched.text() == "Choose…"
    person.clicks(page.watched)
    dialog = person.dialog(WatchDialog)
    dialog.take(folder)
    person.clicks(dialog.start)
    person.reads("scanner")
    person.waits_until(lambda: page.watched.text() == "Change…")
    person.window.close()

    person = open_window(empty)
    elsewhere(lambda: shutil.copy(samples / "receipt.jpg", folder))
    person.waits_until(
        lambda: (
            with_library(empty, lambda library: [each.name for each in library.documents.find()])
            == ["receipt.jpg"]
        )
    )
    person.reads("1 document added from the watched folder")
