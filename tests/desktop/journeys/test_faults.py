"""What goes wrong is told in plain words with a remedy, and loses nothing."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from desktop.access import WorkKind, reading_work
from desktop.welcome.unlock import UnlockPage
from desktop.window.frame import Frame
from tests.desktop.elsewhere import elsewhere, with_library
from tests.desktop.journeys.conftest import PASSPHRASE, sound
from tests.desktop.journeys.person import READING_PATIENCE
from tests.desktop.journeys.test_checking import opens, texts, the

ROOT = Path(__file__).parent.parent.parent.parent
FULL = """
import errno, pathlib, sys
from engine.library import disk
writes = disk.Disk.write
def write(self, stream, data):
    if pathlib.Path(sys.argv[0]).exists():
        raise OSError(errno.ENOSPC, "No space left on device")
    writes(self, stream, data)
disk.Disk.write = write
sys.argv[0] = sys.argv.pop(1)
from engine.worker.process import main
sys.exit(main(sys.argv[1:]))
"""


def workers():
    def is_worker(process):
        try:
            return "engine.worker" in process.cmdline()
        except psutil.Error:
            return False

    return [each for each in psutil.Process().children(recursive=True) if is_worker(each)]


def progress(door):
    return with_library(door, lambda library: library.jobs.progress())


def typed(door):
    return [draft.text for draft in with_library(door, lambda library: library.drafts.all())]


def test_a_reader_that_is_killed_is_told_and_every_page_is_read_all_the_same(
    qtbot, open_window, empty, samples
):
    person = open_window(empty, reads=True)
    person.drops([samples / "receipt.jpg", samples / "consent-form.png"])
    person.waits_until(lambda: progress(empty).running == 1, patience=READING_PATIENCE)
    victims = workers()
    assert victims
    for each in victims:
        each.send_signal(signal.SIGKILL)
    person.reads("started again", patience=READING_PATIENCE)
    person.waits_until(lambda: progress(empty).done == 2, patience=READING_PATIENCE)
    crashes = with_library(empty, lambda library: library.jobs.crash_reports())
    assert len(crashes) >= 1
    person.presses("Ctrl+J")
    person.waits_until(lambda: person.drawer.isVisible())


def test_closing_the_window_ends_the_readers_and_the_next_start_goes_on(qtbot, open_window, empty, samples):
    person = open_window(empty, reads=True)
    person.drops([samples / "receipt.jpg"])
    person.waits_until(lambda: progress(empty).running == 1, patience=READING_PATIENCE)
    person.window.close()
    assert workers() == []
    assert progress(empty).queued == 1
    person = open_window(empty, reads=True)
    person.waits_until(lambda: progress(empty).done == 1, patience=READING_PATIENCE)


@pytest.mark.skipif(os.name == "nt", reason="processes are killed another way there")
def test_what_was_typed_a_second_before_the_window_was_killed_is_offered_again(
    qtbot, start_program, filled, filled_places
):
    document = the(filled, "receipt.jpg")
    command = [sys.executable, "-m", "tests.desktop.journeys.typist", filled_places.settings, document]
    process = subprocess.Popen(
        [*map(str, command), "Half a corre"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    with process:
        process.stdin.write(f"{PASSPHRASE}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline().strip() == b"typed"
        # It is kept as soon as the fingers rest.
        qtbot.waitUntil(lambda: typed(filled) == ["Half a corre"])
        process.kill()
    assert sound(filled_places.library)

    _program, person = start_program(filled_places)
    unlocks(person, PASSPHRASE)
    person.reads("You were typing in", "receipt.jpg")
    person.clicks(person.frame.toasts.current.button)
    person.waits_until(lambda: hasattr(person.view, "hand") and person.view.hand.rows)
    person.waits_until(lambda: person.view.strip.field.text() == "Half a corre")
    person.waits_until(lambda: person.view.strip.field.hasFocus())
    person.types("ction")
    person.presses("Return")
    person.waits_until(lambda: texts(person)[0] == "Half a correction")


def test_a_full_disk_stops_the_reading_with_words_and_it_goes_on_when_there_is_room(
    qtbot, open_window, empty, samples, tmp_path, monkeypatch
):
    full = tmp_path / "full"
    full.touch()
    starts = reading_work.worker_command

    def command(folder, settings=None):
        def of(owner):
            words = list(starts(folder, settings)(owner))
            return [sys.executable, "-c", FULL, str(full), *words[words.index("engine.worker") + 1 :]]

        return of

    monkeypatch.setattr(reading_work, "worker_command", command)
    person = open_window(empty, reads=True)
    person.drops([samples / "receipt.jpg"])
    person.waits_until(lambda: person.frame.work.state.kind is WorkKind.WAITING, patience=READING_PATIENCE)
    assert "full" in person.frame.work.state.message.lower()
    assert progress(empty).failed == progress(empty).dead == 0
    full.unlink()
    person.waits_until(lambda: progress(empty).done == 1, patience=READING_PATIENCE)


def test_a_full_disk_keeps_what_was_typed_in_its_field(qtbot, open_window, filled):
    person = open_window(filled)
    opens(person, the(filled, "receipt.jpg"))
    before = texts(person)[0]
    held = []

    def fill(library):
        held.append(library.connection.value("PRAGMA max_page_count"))
        library.connection.value(f"PRAGMA max_page_count = {library.connection.value('PRAGMA page_count')}")

    def free(library):
        library.connection.value(f"PRAGMA max_page_count = {held[0]}")

    person.frame.access.do(fill)
    # So long that no page of the database has room for it: it was copied elsewhere.
    words = "A long correction " * 300
    QGuiApplication.clipboard().setText(words)
    person.presses("Ctrl+Shift+E")
    person.waits_until(lambda: person.view.strip.field.hasFocus())
    person.presses("Ctrl+A")
    person.presses("Ctrl+V")
    assert person.view.strip.field.text() == words
    person.presses("Return")
    person.waits_until(lambda: "disk" in person.message.lower() or "full" in person.message.lower())
    assert "Traceback" not in person.message
    person.waits_until(lambda: person.view.strip.field.text() == words)
    assert texts(person)[0] == before
    person.frame.access.do(free)
    person.presses("Ctrl+Shift+E")
    person.waits_until(lambda: person.view.strip.field.hasFocus())
    person.presses("Return")
    person.waits_until(lambda: texts(person)[0] == words.strip())
    QGuiApplication.clipboard().clear()


def unlocks(person, passphrase):
    person.waits_until(lambda: isinstance(person.window.centralWidget(), UnlockPage))
    page = person.window.centralWidget()
    person.waits_until(lambda: page.passphrase.isEnabled())
    person.window.activateWindow()
    page.passphrase.setFocus()
    person.waits_until(lambda: page.passphrase.hasFocus())
    person.presses("Ctrl+A")
    person.types(passphrase)
    person.presses("Return")
    person.waits_until(lambda: isinstance(person.window.centralWidget(), Frame) or page.trouble.isVisible())


def test_a_locked_library_opens_by_passphrase_and_not_by_another(qtbot, start_program, filled_places):
    program, person = start_program(filled_places)
    unlocks(person, "something else altogether")
    page = person.window.centralWidget()
    assert isinstance(page, UnlockPage)
    assert "Traceback" not in page.trouble.text()
    assert page.trouble.text().endswith(".")
    unlocks(person, PASSPHRASE)
    assert isinstance(person.window.centralWidget(), Frame)
    person.waits_until(
        lambda: person.frame.isAncestorOf(person._keyboard()) and person._keyboard() is not None
    )
    assert person._keyboard() is not person.frame, "the keyboard is where nothing can be done with it"
    person.presses("Ctrl+Shift+L")
    person.waits_until(lambda: isinstance(person.window.centralWidget(), UnlockPage))
    assert program.frame is None
    assert "Sanduku" in person.window.windowTitle()


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_key(qtbot, start_program, filled_places, kept):
    from desktop.preferences.passphrase_dialog import PassphraseDialog

    program, person = start_program(filled_places)
    person.waits_until(lambda: isinstance(person.window.centralWidget(), UnlockPage))
    page = person.window.centralWidget()
    person.clicks(page.other)
    person.types(kept.recovery_key.lower())
    person.presses("Return")
    dialog = person.dialog(PassphraseDialog)
    dialog.first.setFocus()
    person.types("another good passphrase")
    dialog.second.setFocus()
    person.types("another good passphrase")
    person.presses("Return")
    person.waits_until(lambda: not isValid(dialog) or not dialog.isVisible())
    program.lock()
    unlocks(person, PASSPHRASE)
    assert isinstance(person.window.centralWidget(), UnlockPage)
    unlocks(person, "another good passphrase")
    assert isinstance(person.window.centralWidget(), Frame)


@pytest.mark.parametrize("damage", ["altered", "cut off", "empty"])
def test_a_damaged_library_is_told_with_a_remedy(qtbot, start_program, filled_places, damage):
    database = next(path for path in filled_places.library.iterdir() if path.suffix in (".db", ".sqlite"))

    def spoil():
        content = database.read_bytes()
        spoiled = {
            "altered": content[:4096] + os.urandom(16384) + content[20480:],
            "cut off": content[: len(content) // 2],
            "empty": b"",
        }[damage]
        database.write_bytes(spoiled)
        return content, spoiled

    whole, spoiled = elsewhere(spoil)
    _program, person = start_program(filled_places)
    unlocks(person, PASSPHRASE)
    page = person.window.centralWidget()
    assert isinstance(page, UnlockPage), "a damaged library was opened"
    said = page.trouble.text()
    assert "Traceback" not in said
    assert "backup" in said.lower(), said
    # Nothing made it worse; and once the database is brought back, it opens without another start.
    assert damage == "empty" or elsewhere(database.read_bytes) == spoiled
    elsewhere(lambda: database.write_bytes(whole))
    unlocks(person, PASSPHRASE)
    assert isinstance(person.window.centralWidget(), Frame)
    person.waits_until(lambda: person.view.model.known)
    person.goes_to("to-check")
    person.waits_until(lambda: person.view.model.rowCount() == 4)


def test_a_key_file_that_is_gone_is_told(qtbot, start_program, filled_places):
    elsewhere(lambda: shutil.move(filled_places.library / "keys.json", filled_places.data / "away"))
    _program, person = start_program(filled_places)
    person.waits_until(lambda: isinstance(person.window.centralWidget(), UnlockPage))
    page = person.window.centralWidget()
    person.waits_until(lambda: page.trouble.isVisible())
    assert "keys.json" in page.trouble.text()
