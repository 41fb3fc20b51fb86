"""The library's keys are changed, it is checked and backed up, without the window waiting."""

import pytest

from desktop.access import LibraryAccess
from desktop.preferences.passphrase_dialog import PassphraseDialog
from desktop.preferences.privacy import PrivacyPage
from desktop.preferences.recovery_dialog import RecoveryDialog
from desktop.preferences.upkeep import Upkeep
from desktop.window.toasts import Toasts
from engine.library import open_library
from tests.desktop.elsewhere import elsewhere


@pytest.fixture
def page(qtbot, door, access: LibraryAccess, choices, theme, translation):
    upkeep = Upkeep(door)
    from PySide6.QtWidgets import QWidget

    over = QWidget()
    made = PrivacyPage(door, access, upkeep, choices, Toasts(over, theme), theme)
    made.show()
    yield made
    upkeep.close()
    made.deleteLater()
    over.deleteLater()


def opens(folder, **key) -> bool:
    def work():
        with open_library(folder, **key) as library:
            return library.encrypted

    return elsewhere(work)


def test_another_passphrase_opens_the_library_from_now_on(qtbot, page, access, theme, door):
    dialog = PassphraseDialog(access, theme, page)
    dialog.first.setText("short")
    dialog.first.textEdited.emit("")
    assert "Too short" in dialog.words.text() and not dialog.change.isEnabled()
    dialog.first.setText("seven clay pots by the river")
    dialog.second.setText("seven clay pots by the rivr")
    dialog.second.textEdited.emit("")
    assert "not the same" in dialog.words.text() and not dialog.change.isEnabled()
    dialog.second.setText("seven clay pots by the river")
    dialog.second.textEdited.emit("")
    assert "Strong" in dialog.words.text()
    with qtbot.waitSignal(dialog.accepted):
        dialog.change.click()
    assert dialog.first.text() == ""
    assert opens(door.folder, passphrase="seven clay pots by the river")


def test_a_new_recovery_key_is_shown_once_and_opens_the_library(qtbot, page, access, theme, door):
    dialog = RecoveryDialog(access, theme, page)
    dialog.show()
    assert "earlier backups" in dialog.words.text()
    dialog.go_on.click()
    qtbot.waitUntil(lambda: bool(dialog.recovery_key))
    assert not dialog.go_on.isEnabled()
    dialog.reject()
    assert dialog.isVisible(), "a key that nobody kept is not thrown away"
    dialog.kept.click()
    dialog.go_on.click()
    assert not dialog.isVisible()
    assert opens(door.folder, recovery_key=dialog.recovery_key)


def test_the_library_is_checked(qtbot, page):
    page.check.click()
    assert not page.check.isEnabled() and page.progress.isVisible()
    qtbot.waitUntil(page.outcome.isVisible)
    assert page.outcome.text().startswith("The library is sound: 0 documents")
    assert page.check.isEnabled()


def test_a_backup_is_made_in_a_new_folder(qtbot, page, tmp_path):
    page.back_up_into(tmp_path)
    qtbot.waitUntil(page.outcome.isVisible)
    assert "The backup is whole" in page.outcome.text()
    [folder] = tmp_path.glob("sanduku-*")
    assert opens(folder, passphrase="a good passphrase")


def test_a_backup_that_cannot_be_written_is_told(qtbot, page, tmp_path):
    (tmp_path / "file").write_text("no folder")
    page.back_up_into(tmp_path / "file")
    qtbot.waitUntil(page.outcome.isVisible)
    assert page.outcome.text() and "whole" not in page.outcome.text()


def test_the_minutes_until_the_lock_hold_at_once_and_can_be_reset(page, choices):
    page.minutes.setValue(0)
    assert choices.lock_after_minutes == 0 and page.minutes.text() == "Never"
    page._minutes_row.reset.click()
    assert choices.lock_after_minutes == 15


def test_tab_goes_from_the_new_passphrase_to_its_repetition(access, theme, page):
    dialog = PassphraseDialog(access, theme, page)
    assert dialog.first.nextInFocusChain() is dialog.second
    assert dialog.second.nextInFocusChain() is dialog.first.eye
    dialog.deleteLater()
