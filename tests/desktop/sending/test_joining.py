"""Somebody joins a team by a file, a text or a photo of a QR code, and compares the fingerprint before."""

import cv2
import numpy as np
import pytest
import segno
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.sending.invitations import NoCodeError, NoInvitationError, invitation_in
from desktop.sending.join_dialog import JoinDialog
from desktop.texts import error_text
from tests.desktop.sending.conftest import sending


def photo_of(invitation, path, *, turned: float = 4.0, noise: int = 18) -> None:
    """Write a photo as of paper: turned, from the side, unevenly lit, with noise and the traces of JPEG."""
    segno.make(invitation.encode(), error="m").save(str(path.with_suffix(".png")), scale=7, border=6)
    code = cv2.imread(str(path.with_suffix(".png")), cv2.IMREAD_GRAYSCALE)
    height, width = code.shape
    sheet = np.full((height + 500, width + 700), 235, np.uint8)
    sheet[250 : 250 + height, 350 : 350 + width] = code
    height, width = sheet.shape
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    seen = np.float32([[30, 20], [width - 10, 60], [width - 70, height - 20], [10, height - 50]])
    view = cv2.warpPerspective(
        sheet, cv2.getPerspectiveTransform(corners, seen), (width, height), borderValue=90
    )
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), turned, 1.0)
    view = cv2.warpAffine(view, turn, (width, height), borderValue=90).astype(np.float32)
    light = np.linspace(0.55, 1.0, width, dtype=np.float32)
    view = view * light + np.random.default_rng(1).normal(0, noise, view.shape)
    view = cv2.GaussianBlur(np.clip(view, 0, 255).astype(np.uint8), (3, 3), 0)
    cv2.imwrite(str(path), view, [cv2.IMWRITE_JPEG_QUALITY, 70])


@pytest.mark.parametrize("turned", [0.0, 4.0, 90.0, 183.0])
def test_an_invitation_is_read_from_a_photo_of_its_code(there, tmp_path, turned):
    photo_of(there.invitation, tmp_path / "photo.jpg", turned=turned)
    assert invitation_in(tmp_path / "photo.jpg") == there.invitation


def test_an_invitation_is_read_from_a_file_with_line_breaks(there, tmp_path):
    text = there.invitation.encode()
    (tmp_path / "a.sanduku-team").write_text(f"{text[:50]}\n {text[50:]}\n")
    assert invitation_in(tmp_path / "a.sanduku-team") == there.invitation


@pytest.mark.parametrize("name", ["a.jpg", "a.sanduku-team", "a.png"])
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff\xe0 no picture", b"sanduku-team:1:AAAA", bytes(5000)]
)
def test_what_is_no_invitation_is_refused_in_plain_words(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NoInvitationError):
        invitation_in(tmp_path / name)


def test_a_photo_without_a_code_says_how_to_take_a_better_one(samples):
    with pytest.raises(NoCodeError) as error:
        invitation_in(samples / "receipt.jpg")
    assert "in good light" in error_text(error.value)


def test_a_code_of_something_else_is_no_invitation(tmp_path):
    segno.make("https://example.org").save(str(tmp_path / "a.png"), scale=5)
    with pytest.raises(NoCodeError):
        invitation_in(tmp_path / "a.png")


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
