"""The library is locked by hand and by itself; what was begun goes on when it is opened again."""

import threading

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton

from desktop.preferences.passphrase_dialog import PassphraseDialog
from desktop.preferences.recovery_dialog import RecoveryDialog
from desktop.welcome.unlock import UnlockPage
from desktop.window import shell
from desktop.window.frame import Frame
from engine.intake import Intake
from engine.library import JobState
from tests.desktop.elsewhere import elsewhere, with_library
from tests.desktop.journeys.conftest import PASSPHRASE, sound
from tests.desktop.journeys.person import READING_PATIENCE
from tests.desktop.journeys.test_checking import corrects, opens, texts, the
from tests.desktop.journeys.test_faults import unlocks, workers

ANOTHER = "nine red goats on the hill"


@pytest.fixture
def begun(start_program, filled_places):
    """The program, unlocked, and who is at it."""
    program, person = start_program(filled_places)
    unlocks(person, PASSPHRASE)
    person.waits_until(lambda: person.view.model.known)
    return program, person


def is_locked(person):
    return isinstance(person.window.centralWidget(), UnlockPage)


def is_open(person):
    return isinstance(person.window.centralWidget(), Frame)


def prints_into(person, file):
    """Choose a file in the system's dialog, and print into it."""
    dialog = person.dialog(QPrintDialog)
    name = dialog.findChild(QLineEdit, "filename")
    person.waits_until(lambda: name.isVisible() and name.isEnabled())
    name.setFocus()
    person.presses("Ctrl+A")
    person.types(str(file))
    box = dialog.findChild(QDialogButtonBox)
    go = next(each for each in box.findChildren(QPushButton) if "rint" in each.text())
    person.clicks(go)
    person.waits_until(lambda: file.exists() and file.stat().st_size > 0)


def words_on(file):
    document = pypdfium2.PdfDocument(file)
    try:
        # What stands at the end of a line comes as a mark of its own.
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
    finally:
        document.close()


def test_what_was_begun_goes_on_after_the_lock(qtbot, begun, filled, samples):
    _program, person = begun
    document = the(filled, "receipt.jpg")
    opens(person, document)
    before = texts(person)[0]
    corrects(person, "Half a corre")
    person.drops([samples / "phone-photo.jpg"])
    person.reads("1 document added")
    person.presses("Ctrl+Shift+L")
    person.waits_until(lambda: is_locked(person))
    assert workers() == []
    assert with_library(filled, lambda library: library.jobs.progress()).running == 0

    unlocks(person, PASSPHRASE)
    assert is_open(person)
    person.reads("You were typing in", "receipt.jpg")
    person.clicks(person.frame.toasts.current.button)
    person.waits_until(lambda: person.view.strip.field.text() == "Half a corre")
    person.presses("Return")
    person.waits_until(lambda: texts(person)[0] == "Half a corre" != before)
    # What waited is read, without anybody asking for it.

    def left(library):
        return library.jobs.find((JobState.QUEUED, JobState.RUNNING))

    person.waits_until(lambda: not with_library(filled, left), patience=READING_PATIENCE)
    assert with_library(filled, lambda library: library.documents.shelves()).problems == 0


def test_it_locks_itself_when_nobody_is_there_and_not_while_somebody_types(qtbot, begun, monkeypatch):
    program, person = begun
    program.choices.lock_after_minutes = 1
    left = program.idle._timer
    # The new time counts from the next key on, and each key gives the whole of it again.
    person.presses("Ctrl+F")
    for _ in range(3):
        left.start(shell.MINUTE // 2)  # Half of it is over.
        person.types("a")
        assert left.interval() == shell.MINUTE
    assert is_open(person)
    monkeypatch.setattr(shell, "MINUTE", 200)
    person.types("a")
    person.waits_until(lambda: is_locked(person))
    unlocks(person, PASSPHRASE)
    assert is_open(person)


def test_a_changed_passphrase_opens_the_library_and_the_old_one_no_more(qtbot, begun, filled_places):
    _program, person = begun
    person.presses("Ctrl+,")
    person.view.list.setCurrentRow(list(person.view.pages).index("privacy"))
    person.clicks(person.view.pages["privacy"].passphrase)
    dialog = person.dialog(PassphraseDialog)
    dialog.first.setFocus()
    person.types(ANOTHER)
    dialog.second.setFocus()
    person.types(ANOTHER)
    person.presses("Return")
    person.reads("The passphrase is changed")
    person.presses("Ctrl+Shift+L")
    unlocks(person, PASSPHRASE)
    assert is_locked(person)
    unlocks(person, ANOTHER)
    assert is_open(person)
    assert sound(filled_places.library, ANOTHER)


def test_the_recovery_key_on_paper_opens_the_library(qtbot, begun, tmp_path):
    program, person = begun
    person.presses("Ctrl+,")
    person.view.list.setCurrentRow(list(person.view.pages).index("privacy"))
    person.clicks(person.view.pages["privacy"].recovery)
    dialog = person.dialog(RecoveryDialog)
    person.clicks(dialog.go_on)
    person.waits_until(lambda: dialog.recovery_key)
    person.clicks(dialog.print)
    paper = tmp_path / "key.pdf"
    prints_into(person, paper)
    key = dialog.recovery_key
    printed = elsewhere(lambda: "".join("".join(words_on(paper)).split()))
    assert key in printed, "what stands on paper is not the key"
    person.window.activateWindow()
    person.clicks(dialog.kept)
    person.clicks(dialog.go_on)
    program.lock()
    person.waits_until(lambda: is_locked(person))
    page = person.window.centralWidget()
    person.clicks(page.other)
    person.types(key.lower())
    person.presses("Return")
    person.dialog(PassphraseDialog)
    assert is_open(person)


def test_what_was_being_added_goes_on_after_the_lock(
    empty, settled_places, start_program, samples, monkeypatch
):
    _program, person = start_program(settled_places)
    unlocks(person, PASSPHRASE)
    person.waits_until(lambda: person.view.model.known)
    closing, began, take = person.frame.importing._closing, threading.Event(), Intake.take

    def waits_for_the_lock(self, *arguments, **options):
        began.set()
        assert closing.wait(30)
        return take(self, *arguments, **options)

    monkeypatch.setattr(Intake, "take", waits_for_the_lock)
    person.drops([samples / name for name in ("consent-form.png", "phone-photo.jpg", "receipt.jpg")])
    person.waits_until(began.is_set)
    person.presses("Ctrl+Shift+L")
    person.waits_until(lambda: is_locked(person))
    assert with_library(empty, lambda library: library.documents.count()) == 1
    assert sound(settled_places.library)

    unlocks(person, PASSPHRASE)
    person.waits_until(lambda: with_library(empty, lambda library: library.documents.count()) == 3)
    person.waits_until(lambda: with_library(empty, lambda library: library.left.all()) == [])
