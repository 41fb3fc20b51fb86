import shutil

import pytest

from desktop.access import watched_folder
from desktop.access.watched_folder import Watch
from desktop.watched.dialog import WatchDialog
from desktop.window.frame import Frame
from tests.desktop.elsewhere import with_library


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Files are steady at the second look, and looks follow each other at once."""
    monkeypatch.setattr(watched_folder, "STEADY_SECONDS", 0.05)
    monkeypatch.setattr(watched_folder, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(watched_folder, "SOON_SECONDS", 0.1)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "scans"
    made.mkdir()
    return made


def documents(door):
    return with_library(door, lambda library: library.documents.count())


def test_it_is_off_until_a_folder_is_chosen(frame):
    assert frame.queue.watching.watch is None
    assert frame.actions_set["add.watch"].isVisible()


def test_what_is_put_into_the_folder_is_added_and_told_and_stays_where_it_is(
    qtbot, frame, door, folder, small_samples
):
    frame.queue.watching.use(Watch(folder))
    for path in small_samples:
        shutil.copy(path, folder / path.name)
    with qtbot.waitSignal(frame.importing.finished):
        pass
    qtbot.waitUntil(lambda: documents(door) == 2)
    qtbot.waitUntil(lambda: "from the watched folder" in frame.toasts.current.words.text())
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in small_samples)


def test_what_is_here_already_is_not_worth_a_word(qtbot, frame, folder, small_samples):
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add(small_samples[:1])
    frame.queue.watching.use(Watch(folder))
    frame.toasts.current.vanish()
    frame.toasts.current = None
    shutil.copy(small_samples[0], folder / "copy.jpg")
    with qtbot.waitSignal(frame.importing.finished) as end:
        pass
    assert end.args[0].known == 1
    assert frame.toasts.current is None


def test_what_cannot_be_added_is_told_and_waits_among_the_problems(qtbot, frame, folder):
    frame.queue.watching.use(Watch(folder))
    (folder / "letter.docx").write_bytes(b"PK no document")
    qtbot.waitUntil(lambda: frame.queue.drawer.problems.count == 1)
    assert "1 file in the watched folder could not be added." in frame.toasts.current.words.text()
    frame.toasts.current.button.click()
    assert frame.queue.drawer.isVisible()
    assert frame.queue.drawer.pages.currentWidget() is frame.queue.drawer.problems


def test_the_folder_is_watched_again_after_the_next_start(
    qtbot, frame, door, theme, choices, folder, small_samples
):
    frame.queue.watching.use(Watch(folder, below=False))
    frame.close_all()
    from desktop.views import HOME, VIEWS

    again = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False)
    assert again.queue.watching.watch == Watch(folder, below=False)
    shutil.copy(small_samples[0], folder / "late.jpg")
    qtbot.waitUntil(lambda: documents(door) == 1)
    again.queue.watching.use(None)
    assert again.queue.watching.watch is None
    again.close_all()
    again.deleteLater()


def test_a_folder_that_is_gone_is_told_until_it_is_back(qtbot, frame, folder):
    frame.queue.watching.use(Watch(folder))
    folder.rmdir()
    notices = frame.queue.drawer.notices
    qtbot.waitUntil(lambda: "watched" in notices.cards)
    assert "scans" in notices.cards["watched"].text.text()
    folder.mkdir()
    qtbot.waitUntil(lambda: "watched" not in notices.cards)


def test_the_folder_of_the_library_is_not_watched(qtbot, frame, theme, door, folder):
    dialog = WatchDialog("", on=False, below=True, library=door.folder, theme=theme, parent=frame)
    assert not dialog.start.isEnabled()
    for each in (door.folder, door.folder.parent, door.folder / "files"):
        dialog.take(each)
        assert not dialog.start.isEnabled()
        assert not dialog.trouble.isHidden()
    dialog.take(folder)
    assert dialog.start.isEnabled()
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.accept()
    assert told.args[0] == Watch(folder, below=True)
    dialog.deleteLater()
