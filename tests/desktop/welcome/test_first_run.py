import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.application import Application, Start
from desktop.preferences.passphrase_dialog import PassphraseDialog
from desktop.welcome.first_run import FirstRun
from desktop.welcome.recovery_sheet import sheet
from desktop.welcome.unlock import UnlockPage
from desktop.window.frame import Frame
from engine.settings import Settings
from tests.desktop.elsewhere import elsewhere

WORDS = "seven clay pots by the river"


@pytest.fixture
def program(qtbot, qapp, theme, places):
    """The program over no library, with workers that find nothing to read."""
    font = QApplication.font()
    made = Application(qapp, Start(places, places.library, Settings(), places.settings, "en"))
    made.begin()
    yield made
    made.end()
    made.window.close()
    made.window.deleteLater()
    made.translation.use("en")
    made.deleteLater()
    qapp.setFont(font)
    theme.again()
    qtbot.wait(1)


def content(program, kind):
    return isinstance(program.window.centralWidget(), kind)


def make_library(qtbot, program):
    """Go through the first start as a person does; return the recovery key."""
    qtbot.waitUntil(lambda: content(program, FirstRun))
    first = program.window.centralWidget()
    first.language.buttons["en"].click()
    page = first.passphrase
    assert not page.go_on.isEnabled()
    page.first.setText(WORDS)
    page.second.setText("seven clay pots")
    page.second.textEdited.emit("")
    assert page.words.text() == "The two are not the same."
    assert not page.go_on.isEnabled()
    page.second.setText(WORDS)
    page.second.textEdited.emit("")
    page.go_on.click()
    qtbot.waitUntil(lambda: first.recovery is not None)
    key = first.recovery.key.text().replace("\n", "")
    assert not first.recovery.go_on.isEnabled()
    first.recovery.kept.setChecked(True)
    first.recovery.go_on.click()
    assert first.pages.currentWidget() is first.speed
    first.speed.skip.click()
    assert first.pages.currentWidget() is first.team
    first.team.skip.click()
    qtbot.waitUntil(lambda: content(program, Frame))
    return key


def test_from_the_first_start_to_the_library_and_through_the_lock(qtbot, program):
    key = make_library(qtbot, program)
    frame = program.frame
    frame.actions_set["window.lock"].trigger()
    assert program.frame is None
    assert content(program, UnlockPage)
    assert frame.access.ask(lambda library: library.documents.count()).cancelled
    page = program.window.centralWidget()
    page.passphrase.setText("something else")
    page.unlock.click()
    qtbot.waitUntil(lambda: page.trouble.isVisible())
    assert page.trouble.text().startswith("The passphrase is not right.")
    page.passphrase.setText(WORDS)
    page.unlock.click()
    qtbot.waitUntil(lambda: content(program, Frame))
    program.lock()
    page = program.window.centralWidget()
    page.other.click()
    page.key.setText(key)
    page.unlock.click()
    qtbot.waitUntil(lambda: content(program, Frame))
    dialog = program.frame.findChild(PassphraseDialog)
    assert dialog.isVisible()
    assert "recovery key" in program.frame.toasts.current.words.text()
    for field in (dialog.first, dialog.second):
        field.setText("another river of clay pots")
        field.textEdited.emit("")
    with qtbot.waitSignal(dialog.accepted):
        dialog.change.click()


def test_tab_goes_from_the_passphrase_to_its_repetition_and_then_to_the_eyes(qtbot, program):
    qtbot.waitUntil(lambda: content(program, FirstRun))
    first = program.window.centralWidget()
    first.language.buttons["en"].click()
    page = first.passphrase
    program.window.activateWindow()
    page.first.setFocus()
    reached = []
    for _ in range(4):
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(program.window.focusWidget())
    assert reached == [page.second, page.first.eye, page.second.eye, page.back]


def test_whoever_took_the_wrong_language_goes_back_to_it(qtbot, program):
    qtbot.waitUntil(lambda: content(program, FirstRun))
    first = program.window.centralWidget()
    first.language.buttons["sw"].click()
    assert first.pages.currentWidget() is first.passphrase
    first.passphrase.back.click()
    assert first.pages.currentWidget() is first.language
    first.language.buttons["en"].click()
    assert first.passphrase.heading.text() == "Protect your documents"


def test_a_folder_that_cannot_be_a_library_is_told_and_nothing_is_lost(qtbot, places, program):
    qtbot.waitUntil(lambda: content(program, FirstRun))
    places.library.mkdir()
    (places.library / "other.txt").write_text("something")
    told = []
    program.opening.make(WORDS, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code == "library.exists"
    assert elsewhere(lambda: (places.library / "other.txt").read_text()) == "something"


def test_the_sheet_carries_the_key_and_how_to_use_it(translation):
    html = sheet("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG")
    assert "DDDDD-<br>EEEEE" in html
    assert "forgot the passphrase" in html
