"""The library is locked, or the window closed, while something is sent: it goes on, or ends cleanly."""

import os
import signal
import sys

import pytest

from desktop.sending.behind import BehindTheLock
from desktop.sending.stick_dialog import SendByStickDialog
from desktop.welcome.opening import Opening
from desktop.welcome.unlock import UnlockPage
from tests.desktop.sending.conftest import sending
from tests.desktop.sending.test_sending_work import pill


@pytest.fixture
def behind(qapp):
    """Keeps what goes on behind the lock."""
    made = BehindTheLock()
    yield made
    made.close()
    made.deleteLater()


def entries(headquarters) -> list[int]:
    [library] = headquarters.contents.libraries.values()
    return [entry.seq for entry in library.streams[0].entries]


def begins(person, there):
    """Send while headquarters is silent."""
    there.hold()
    view = sending(person)
    there.asked.clear()
    person.clicks(view.to_send.send)
    person.waits_until(there.asked.is_set)


def test_after_a_lock_by_itself_the_sending_goes_on_and_is_told_later(
    joined, sits_down, there, behind, headquarters
):
    person = sits_down(joined, behind)
    begins(person, there)
    person.frame.close_all(goes_on=True)
    assert behind.busy
    there.let_go()
    person.waits_until(lambda: not behind.busy)
    sits_down.again(person, joined, behind)
    person.reads("Everything is sent")
    person.waits_until(lambda: pill(person) == "All sent")
    assert entries(headquarters) == sorted(set(entries(headquarters)))


def test_what_still_goes_on_is_shown_again_after_unlocking_and_can_be_stopped(
    joined, sits_down, there, behind
):
    person = sits_down(joined, behind)
    begins(person, there)
    person.frame.close_all(goes_on=True)
    sits_down.again(person, joined, behind)
    view = sending(person)
    person.waits_until(lambda: view.to_send.stop.isVisible())
    assert not behind.busy
    person.clicks(view.to_send.stop)
    person.reads("Stopped")
    there.let_go()
    person.waits_until(lambda: pill(person) == "Ready to send 2")


def test_a_lock_by_hand_stops_it_and_it_goes_on_once_the_library_is_open(
    joined, sits_down, there, behind, headquarters
):
    person = sits_down(joined, behind)
    begins(person, there)
    person.frame.close_all(goes_on=False)
    assert not behind.busy
    there.let_go()
    sits_down.again(person, joined, behind)
    person.reads("Sending goes on")
    person.waits_until(lambda: pill(person) == "All sent")
    assert entries(headquarters) == sorted(set(entries(headquarters)))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot halt a program")
def test_a_stick_that_is_written_while_somebody_locks_is_left_empty_and_that_is_told(
    joined, sits_down, there, behind, tmp_path
):
    person = sits_down(joined, behind)
    view = sending(person)
    person.waits_until(lambda: view.to_send.export.isVisible() and view.to_send.export.isEnabled())
    view.to_send.export.click()
    dialog = person.dialog(SendByStickDialog)
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog.use(stick)
    dialog.go.click()
    process = person.frame.sending.desk._process._process
    assert process.waitForStarted()
    os.kill(process.processId(), signal.SIGSTOP)
    dialog.hide()
    person.frame.close_all(goes_on=False)
    os.kill(process.processId(), signal.SIGCONT)
    sits_down.again(person, joined, behind)
    person.reads("Nothing is left on it")
    assert list(stick.iterdir()) == []
    person.waits_until(lambda: pill(person) == "Ready to send 2")


def test_closing_the_window_asks_first_and_ends_cleanly(joined, sits_down, there, headquarters):
    person = sits_down(joined)
    closed = []
    assert person.frame.may_close(lambda: closed.append(1))
    begins(person, there)
    assert not person.frame.may_close(lambda: closed.append(1))
    question = person.frame.sending.closing.question
    assert "not finished" in question.text()
    question.escapeButton().click()
    assert person.frame.sending.desk.busy
    assert not person.frame.may_close(lambda: closed.append(1))
    question = person.frame.sending.closing.question
    next(button for button in question.buttons() if button is not question.escapeButton()).click()
    person.waits_until(lambda: closed)
    assert not person.frame.sending.desk.busy
    there.let_go()
    person.waits_until(lambda: pill(person) == "Ready to send 2")


def test_what_is_sent_by_itself_holds_no_window_open(joined, sits_down, there):
    person = sits_down(joined)
    there.hold()
    person.frame.settings.set("network.use", "automatic")
    there.asked.clear()
    person.frame.sending.desk.send_if_due()
    person.waits_until(there.asked.is_set)
    assert person.frame.may_close(lambda: None)
    there.let_go()
    person.waits_until(lambda: pill(person) == "All sent")


def test_the_locked_page_says_that_something_is_sent_meanwhile(
    qtbot, joined, sits_down, there, behind, theme
):
    person = sits_down(joined, behind)
    begins(person, there)
    person.frame.close_all(goes_on=True)
    page = UnlockPage(Opening(joined.folder, joined.settings, joined.settings_file), theme)
    qtbot.addWidget(page)
    page.follow(behind)
    assert not page.meanwhile.isHidden()
    there.let_go()
    person.waits_until(page.meanwhile.isHidden)
