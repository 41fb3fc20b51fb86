import io

import pikepdf
import pytest

from tests.desktop.elsewhere import with_library


@pytest.fixture
def protected(tmp_path, samples):
    """Two PDFs with the same password, and one file without."""
    made = []
    for number in range(2):
        with pikepdf.open(samples / "situation-report.pdf") as pdf:
            del pdf.pages[number:1]
            buffer = io.BytesIO()
            pdf.save(buffer, encryption=pikepdf.Encryption(owner="o", user="karibu"))
        path = tmp_path / f"payroll {number}.pdf"
        path.write_bytes(buffer.getvalue())
        made.append(path)
    return [*made, samples / "receipt.jpg"]


def added(door):
    return with_library(door, lambda library: library.documents.count())


def test_the_password_is_asked_once_for_all_files_of_a_batch(qtbot, frame, door, protected):
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add(protected)
    dialog = frame.adding._password
    assert dialog is not None
    assert "payroll 0.pdf" in dialog.files.text()
    assert "payroll 1.pdf" in dialog.files.text()
    assert added(door) == 1
    assert not dialog.add.isEnabled()
    dialog.field.setText("karibu")
    with qtbot.waitSignal(frame.importing.finished):
        dialog.add.click()
    assert added(door) == 3
    assert frame.adding._password is None
    assert frame.queue.refused.files == ()


def test_a_wrong_password_is_asked_for_again_and_said_to_be_wrong(qtbot, frame, door, protected):
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add(protected[:1])
    frame.adding._password.field.setText("wrong")
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding._password.add.click()
    dialog = frame.adding._password
    assert "did not open" in dialog.hint.text()
    dialog.field.setText("karibu")
    with qtbot.waitSignal(frame.importing.finished):
        dialog.add.click()
    assert added(door) == 1


def test_not_now_leaves_the_files_among_the_problems(qtbot, frame, door, protected):
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add(protected[:2])
    frame.adding._password.reject()
    problems = frame.queue.drawer.problems
    assert problems.count == 2
    assert problems.passwords.text() == "Give one password for 2 files…"
    problems.passwords.click()
    dialog = frame.adding._password
    dialog.field.setText("karibu")
    with qtbot.waitSignal(frame.importing.finished):
        dialog.add.click()
    assert problems.count == 0
    assert added(door) == 2


def test_the_eye_shows_what_is_typed_by_keyboard(qtbot, frame, protected):
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add(protected[:1])
    dialog = frame.adding._password
    field = dialog.field
    field.setFocus()
    field.setText("karibu")
    assert field.displayText() != "karibu"
    field.focusNextPrevChild(True)
    assert dialog.focusWidget() is field.eye
    field.eye.click()
    assert field.displayText() == "karibu"
    dialog.reject()
