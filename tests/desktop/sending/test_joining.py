"""Somebody joins a team by a file, a text or a photo of a QR code, and compares the fingerprint before."""

from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.sending.join_dialog import JoinDialog
from tests.desktop.sending.conftest import sending
from tests.engine.test_invited import photo_of


def begins(person) -> JoinDialog:
    view = sending(person)
    person.waits_until(lambda: view.empty.isVisible())
    person.clicks(view.first_focus())
    dialog = person.dialog(JoinDialog)
    assert isinstance(dialog, JoinDialog)
    return dialog


def test_a_photo_is_dropped_the_fingerprint_compared_and_the_team_joined(
    filled, sits_down, there, headquarters, tmp_path
):
    photo_of(there.invitation, tmp_path / "photo.jpg")
    person = sits_down(filled)
    dialog = begins(person)
    person.drops([tmp_path / "photo.jpg"], on=dialog)
    person.waits_until(lambda: dialog.fingerprint.isVisible())
    assert there.invitation.fingerprint in dialog.fingerprint.text()
    assert "Goma 2" in dialog.whose.text()
    assert not dialog.join.isEnabled()
    dialog.compared.click()
    person.clicks(dialog.join)
    person.reads("Goma 2")
    assert len(headquarters.contents.devices) == 1
    view = sending(person)
    person.waits_until(lambda: view.to_send.isVisible() and "Goma 2" in view.to_send.team_words.text())


def test_a_text_is_pasted_and_a_half_one_is_told(filled, sits_down, there):
    person = sits_down(filled)
    dialog = begins(person)
    text = there.invitation.encode()
    dialog.text.setPlainText(text[: len(text) // 2])
    assert "part of it is missing" in dialog.problem.text()
    assert not dialog.join.isEnabled()
    dialog.text.setPlainText(text)
    assert dialog.fingerprint.isVisible()
    dialog.reject()


def test_without_a_network_the_team_is_known_and_headquarters_hears_of_it_later(
    filled, sits_down, there, headquarters
):
    person = sits_down(filled)
    dialog = begins(person)
    dialog.text.setPlainText(there.invitation.encode())
    dialog.compared.click()
    dialog.offline.click()
    person.clicks(dialog.join)
    person.reads("first sending")
    assert not headquarters.contents.devices
    view = sending(person)
    person.waits_until(lambda: "not heard of this computer" in view.to_send.team_words.text())
    person.waits_until(lambda: view.to_send.send.isEnabled())
    person.clicks(view.to_send.send)
    person.waits_until(lambda: view.to_send.summary.text() == "Everything is sent.")
    assert len(headquarters.contents.devices) == 1


def test_an_invitation_that_headquarters_does_not_know_is_told_in_the_dialog(filled, sits_down, there):
    from dataclasses import replace

    person = sits_down(filled)
    dialog = begins(person)
    dialog.text.setPlainText(replace(there.invitation, code="ANOTHER-CODE").encode())
    dialog.compared.click()
    person.clicks(dialog.join)
    person.waits_until(lambda: dialog.problem.isVisible())
    assert "does not know this invitation" in dialog.problem.text()
    assert "new invitation" in dialog.problem.text()
    dialog.reject()
    assert person.frame.sending.desk.standing.team is None


def test_a_team_is_left_after_a_question_and_nothing_waits_any_more(joined, sits_down):
    person = sits_down(joined)
    view = sending(person)
    person.waits_until(lambda: view.to_send.isVisible())
    view.to_send.leave.click()
    person.waits_until(lambda: isinstance(QApplication.activeWindow(), QMessageBox))
    question = QApplication.activeWindow()
    assert "Goma 2" in question.text()
    next(button for button in question.buttons() if button.text() == "Leave").click()
    person.waits_until(lambda: view.empty.isVisible())
    assert not person.frame.bar.sending.isVisible()
