"""The page tells which version runs, finds and installs updates, goes back, and shows diagnostics in full."""

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from desktop.access import WorkKind, WorkState
from desktop.upkeep import restarting
from desktop.upkeep.diagnostics_dialog import DiagnosticsDialog
from desktop.upkeep.notice import tell_notice
from desktop.upkeep.page import ProgramPage
from desktop.upkeep.pictures import GIVEN_UP, OFFER, READY, REMARKED, STATUS, TEXT
from desktop.upkeep.process import DIAGNOSTICS, UPDATES, UpkeepProcess
from desktop.upkeep.remarks import remark_text
from desktop.upkeep.update_dialog import UpdateDialog
from engine.errors import CancelledError, SandukuError
from engine.version import VERSION


class Told(UpkeepProcess):
    """Remembers what it is asked, and answers when the test says so."""

    def __init__(self, door):
        super().__init__(door)
        self.asked, self.stopped = [], False

    def start(self, module, wish, done, failed):
        self.asked.append((module, dict(wish)))
        self.done, self.failed = done, failed
        return True

    def stop(self):
        self.stopped = True


class Work:
    """Readers that can be paused."""

    def __init__(self, kind=WorkKind.READING):
        self.state, self.said = WorkState(kind), []

    def pause(self):
        self.said.append("pause")

    def resume(self):
        self.said.append("resume")


@pytest.fixture
def process(door):
    return Told(door)


@pytest.fixture
def page(qtbot, process, theme, translation):
    made = ProgramPage(process, Work(), theme)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, process, theme, translation):
    parent = QWidget()
    parent.resize(1000, 700)
    qtbot.addWidget(parent)
    made = UpdateDialog(OFFER, process, theme, parent, work=Work())
    made.show()
    yield made
    parent.hide()


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_how_the_versions_stand_is_asked_and_told(page, process):
    page.shown()
    assert process.asked == [(UPDATES, {"verb": "status"})]
    process.done(STATUS)
    assert f"Version {VERSION}" in said(page)
    assert "signed by \u2068Relief Team IT\u2069" in said(page)
    assert page.back.isVisible()
    assert not page.restart.isVisible()


def test_of_a_version_whose_signer_is_not_known_nobody_is_named(page):
    page.take({**STATUS, "signer": ""})
    assert "Installed as an update." in said(page)
    page.take({**STATUS, "signer": "", "can_roll_back": False})
    assert "Installed from a package." in said(page)


def test_a_version_that_waits_is_offered_at_once(qtbot, page):
    page.take(READY)
    assert "0.2.0 is ready" in said(page)
    with qtbot.waitSignal(page.restart_wanted):
        page.restart.click()


def test_a_program_from_source_says_what_to_do_instead(page):
    page.take({**STATUS, "packaged": False, "can_roll_back": False, "signer": ""})
    assert "runs from its source" in said(page)
    assert not page.look.isVisible()
    assert page.show_diagnostics.isVisible()


def test_a_version_that_was_given_up_is_told(page):
    page.take({**STATUS, "notice": {"kind": "gave-up", "version": "0.2.0", "used": VERSION}})
    assert "did not come up here" in said(page)


def test_the_window_tells_it_as_soon_as_it_opens_and_once(home, translation):
    said, opened = [], []

    class Toasts:
        def show(self, text, *, kind, action, do):
            said.append(text)
            do()

    (home / "programs").mkdir()
    (home / "programs" / "told.json").write_text(
        json.dumps({"kind": "gave-up", "version": "0.2.0", "used": VERSION})
    )
    for _ in range(2):
        tell_notice(Toasts(), lambda *place: opened.append(place))
    assert "did not come up here" in said[0]
    assert opened == [("preferences", "program")]


def test_what_lies_on_a_stick_is_shown_before_anything_happens(page, process):
    page.look.click()
    assert process.asked[-1] == (UPDATES, {"verb": "find", "path": ""})
    process.done(OFFER)
    shown = page.window().findChild(UpdateDialog)
    assert "Sanduku 0.2.0" in said(shown)
    assert "signed by \u2068Relief Team IT\u2069" in said(shown)
    assert "new registration" in shown.changes.toPlainText()
    assert "Apache License" in shown.licence.toPlainText()
    shown.reject()


def test_what_is_wrong_with_a_file_is_told(page, process):
    page.look.click()
    error = SandukuError("This update is for Windows.", remedy="Take the other.")
    error.code = "update.other-system"
    process.failed(error)
    assert "for Windows" in page.outcome.text()


def test_going_back_is_asked_first(page, process):
    page.take(STATUS)
    page.back.click()
    question = page.window().findChild(QMessageBox)
    go = next(each for each in question.findChildren(QPushButton) if each.text() == "Go back")
    go.click()
    assert process.asked[-1] == (UPDATES, {"verb": "roll-back"})
    process.done({"version": "", "gave_up": VERSION, "kept": []})
    assert "the version of the package is used" in page.outcome.text()


def test_an_update_is_installed_while_reading_pauses(qtbot, dialog, process):
    dialog.go.click()
    assert process.asked[-1][1] == {"verb": "install", "path": OFFER["path"], "expired": False}
    assert dialog._work.said == ["pause"]
    process.progressed.emit("backup", 40)
    assert "Backing up" in dialog.state.text() and dialog.bar.value() == 40
    assert not dialog.go.isEnabled()
    process.done({"version": "0.2.0", "backups": [{"backup": "/x/y"}], "damaged": 2})
    assert "0.2.0 is ready" in dialog.state.text() and "/x/y" in dialog.state.text()
    assert "2 files were damaged" in dialog.state.text()
    assert dialog._work.said == ["pause", "resume"]
    with qtbot.waitSignal(dialog.restart_wanted):
        dialog.go.click()


def test_reading_that_a_person_paused_stays_paused(dialog, process):
    dialog._work = Work(WorkKind.PAUSED)
    dialog.go.click()
    process.done({"version": "0.2.0", "backups": [], "damaged": 0})
    assert dialog._work.said == []


def test_it_can_be_stopped_and_what_there_was_stays(dialog, process):
    dialog.go.click()
    dialog.cancel.click()
    assert process.stopped and "Stopping" in dialog.state.text()
    process.failed(CancelledError("Stopped."))
    assert dialog.state.text() == "The version that you have stays as it is."
    assert dialog.go.isEnabled()


def test_a_signature_out_of_date_needs_a_yes(qtbot, process, theme, translation):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = UpdateDialog(
        {**OFFER, "signing": "expired", "remarks": [{"kind": "late", "text": "It is late."}]},
        process,
        theme,
        parent,
    )
    assert not dialog.go.isEnabled()
    dialog.agree.setChecked(True)
    dialog.begin()
    assert process.asked[-1][1]["expired"] is True
    assert any("It is late." in label.text() for label in dialog.findChildren(QLabel))


def test_diagnostics_are_shown_in_full_and_saved_where_somebody_says(page, process, tmp_path):
    page.show_diagnostics.click()
    assert process.asked[-1] == (DIAGNOSTICS, {})
    process.done({"text": TEXT, "bundle": {"format": 1}})
    dialog = page.window().findChild(DiagnosticsDialog)
    assert dialog.text.toPlainText() == TEXT
    dialog.save_as(tmp_path / "d.zip")
    assert zipfile.is_zipfile(tmp_path / "d.zip")
    assert "Saved as" in dialog.outcome.text()
    dialog.save_as(tmp_path / "d.zip")
    assert "already" in dialog.outcome.text()
    dialog.reject()


def test_the_engine_is_really_asked(qtbot, door, theme, translation):
    process = UpkeepProcess(door)
    page = ProgramPage(process, None, theme)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: not page.busy)
    assert "runs from its source" in said(page)
    page.open_diagnostics()
    qtbot.waitUntil(lambda: not page.busy)
    dialog = page.window().findChild(DiagnosticsDialog)
    assert "which: own" in dialog.text.toPlainText() and "opens: yes" in dialog.text.toPlainText()
    dialog.reject()


def test_the_program_starts_anew_only_where_the_window_lets_itself_be_closed(qtbot, monkeypatch):
    started = []

    class Process(QProcess):
        def startDetached(self):  # noqa: N802 - the name that Qt calls
            started.append(self.arguments())
            return True

    monkeypatch.setattr(restarting, "QProcess", Process)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    monkeypatch.setattr(window, "close", lambda: False)
    assert not restarting.restart(window, ["--language", "fr"])
    monkeypatch.setattr(window, "close", lambda: True)
    assert restarting.restart(window, ["--language", "fr"])
    assert restarting.restart(window, ["--language", "fr"], files=[Path("/scans/not opened yet.jpg")])
    assert started == [["--language", "fr"], ["--language", "fr", str(Path("/scans/not opened yet.jpg"))]]


def test_a_file_that_is_opened_while_the_page_asks_how_things_stand_is_looked_at_after_that(
    qtbot, door, theme, translation, monkeypatch
):
    """As when an update is opened from a file manager: the page has only just been shown."""
    begun = []

    class OneAtATime(UpkeepProcess):
        works = False
        busy = property(lambda self: self.works)

        def start(self, module, wish, done, failed):
            if self.works:
                return False
            self.works = True
            begun.append(wish["verb"])
            self.done = done
            self.busy_changed.emit()
            return True

    process = OneAtATime(door)
    page = ProgramPage(process, None, theme)
    qtbot.addWidget(page)
    page.shown()
    page.take_file("/stick/a.sanduku-update")
    assert begun == ["status"]
    assert page.busy
    process.works = False
    process.busy_changed.emit()
    process.done(STATUS)
    qtbot.waitUntil(lambda: begun == ["status", "find"])


def test_a_version_that_was_given_up_can_be_used_again(page, process):
    page.take(GIVEN_UP)
    assert "did not come up here" in page.outcome.text()
    assert page.again.isVisible()
    page.again.click()
    assert process.asked[-1] == (UPDATES, {"verb": "use-again"})
    process.done({"version": "0.2.0"})
    assert "version 0.2.0" in page.outcome.text()
    page.take(STATUS)
    assert not page.again.isVisible()


def test_a_damaged_version_is_told_as_that(page):
    page.take({**STATUS, "notice": {"kind": "damaged", "version": "?", "used": VERSION}})
    assert "damaged" in page.outcome.text()
    assert "?" not in page.outcome.text()


def test_what_is_to_be_known_of_an_update_is_told_in_the_language_of_the_window(
    qtbot, process, theme, translation
):
    parent = QWidget()
    parent.resize(1000, 700)
    qtbot.addWidget(parent)
    translation.use("fr")
    made = UpdateDialog(REMARKED, process, theme, parent)
    words = "\n".join(label.text() for label in made.findChildren(QLabel))
    assert "Relief Team IT" in words
    assert "should have renewed" not in words
    assert "1 mars 2026" in words


def test_a_remark_of_a_later_engine_is_shown_as_it_is(translation):
    assert "Bring it by Friday." in remark_text({"kind": "deadline", "text": "Bring it by Friday."})


def test_what_was_opened_is_not_opened_again_by_the_next_version(tmp_path):
    update, settings = tmp_path / "a.sanduku-update", tmp_path / "settings.toml"
    for path in (update, settings):
        path.touch()
    words = ["--settings", str(settings), "--library", str(tmp_path), str(update)]
    assert restarting.without_files(words) == words[:-1]
    assert restarting.without_files([]) == []
