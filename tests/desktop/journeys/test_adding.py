"""Documents come in every way that there is, and are told when they are there already."""

import shutil

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop.watched.dialog import WatchDialog
from tests.desktop.elsewhere import elsewhere, with_library
from tests.desktop.journeys.person import READING_PATIENCE


def names(door):
    return with_library(door, lambda library: {each.name for each in library.documents.find()})


def count(door):
    return with_library(door, lambda library: library.documents.count())


def test_files_are_dropped_anywhere(qtbot, open_window, empty, samples):
    person = open_window(empty)
    person.drops([samples / "receipt.jpg"], on=person.frame.rail)
    person.reads("1 document added")
    person.drops([samples / "consent-form.png"], on=person.frame.bar.search)
    person.waits_until(lambda: names(empty) == {"receipt.jpg", "consent-form.png"})


def test_files_are_chosen_with_the_keyboard(qtbot, open_window, empty, samples):
    person = open_window(empty)
    person.presses("Ctrl+O")
    dialog = person.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setFocus()
    person.types(str(samples / "receipt.jpg"))
    person.presses("Return")
    person.reads("1 document added")


def test_a_folder_is_added_with_all_below_it(qtbot, open_window, empty, samples, tmp_path):
    below = tmp_path / "March" / "week 1"
    below.mkdir(parents=True)
    shutil.copy(samples / "receipt.jpg", below)
    shutil.copy(samples / "consent-form.png", below.parent)
    person = open_window(empty)
    person.drops([tmp_path / "March"])
    person.reads("2 documents added")


def test_what_was_copied_elsewhere_is_pasted(qtbot, open_window, empty, samples):
    person = open_window(empty)
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(picture)
    person.presses("Ctrl+V")
    person.reads("1 document added")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(samples / "receipt.jpg"))])
    QGuiApplication.clipboard().setMimeData(files)
    person.presses("Ctrl+V")
    person.waits_until(lambda: count(empty) == 2)
    QGuiApplication.clipboard().clear()
    person.presses("Ctrl+V")
    person.reads("no picture and no file")


def test_a_picture_that_is_dragged_from_a_browser_is_added(qtbot, open_window, empty):
    person = open_window(empty)
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    data = QMimeData()
    data.setImageData(picture)
    data.setUrls([QUrl("https://example.org/scan.png")])
    person.drops_data(data)
    person.reads("1 document added")


def test_what_is_there_already_is_told_and_not_read_again(qtbot, open_window, filled, samples):
    person = open_window(filled)
    person.drops([samples / "receipt.jpg"])
    person.reads("1 file was here already")
    progress = with_library(filled, lambda library: library.jobs.progress())
    assert (progress.queued, progress.running) == (0, 0)


def test_what_is_put_into_a_watched_folder_is_added_by_itself(qtbot, open_window, empty, samples, tmp_path):
    person = open_window(empty)
    folder = tmp_path / "scanner"
    folder.mkdir()
    person.chooses("add.watch")
    dialog = person.dialog(WatchDialog)
    dialog.take(folder)
    person.clicks(dialog.start)
    person.reads("scanner")
    elsewhere(lambda: shutil.copy(samples / "receipt.jpg", folder))
    person.waits_until(lambda: names(empty) == {"receipt.jpg"})


def test_a_file_that_cannot_be_read_is_named_with_a_remedy_and_the_others_come_in(
    qtbot, open_window, empty, samples, tmp_path
):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    person = open_window(empty)
    person.drops([broken, samples / "receipt.jpg"])
    said = person.reads("1 document added", "broken.pdf")
    assert "Traceback" not in said
    assert names(empty) == {"receipt.jpg"}


def test_three_samples_can_be_tried_from_an_empty_library(qtbot, open_window, empty):
    person = open_window(empty)
    documents = person.view
    person.waits_until(lambda: documents.empty.isVisible())
    person.clicks(documents.empty.samples)
    person.reads("3 documents added")


def test_two_thousand_files_can_be_stopped_while_the_window_answers_and_then_all_come_in(
    qtbot, open_window, empty, tmp_path
):
    # Each is a picture of its own, of a few bytes: what is measured is the window, not the pictures.
    head = b"P5 24 24 255\n"
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(2000):
        picture = bytearray(576)
        picture[0], picture[1] = number % 256, number // 256
        (folder / f"{number:04}.pgm").write_bytes(head + bytes(picture))
    _convert(folder)
    person = open_window(empty)
    person.drops([folder])
    person.waits_until(lambda: "so far" in person.message)
    # The window goes on answering: another place is gone to, and something is searched for.
    person.goes_to("to-check")
    person.presses("Ctrl+F")
    person.types("0001")
    person.waits_until(lambda: person.view.title().startswith("Search"))
    assert person.frame.importing.busy
    person.waits_until(lambda: person.frame.toasts.current is not None and person.frame.toasts.current.button)
    person.clicks(person.frame.toasts.current.button)
    person.reads("Adding was stopped")
    there = count(empty)
    assert 0 < there < 2000
    person.clicks(next(each for each in person.frame.rail.buttons if each.place.name == "inbox"))
    person.waits_until(lambda: person.view.model.rowCount() == there)
    # Dropped once more, what is there already is not added twice, and all the others are.
    person.drops([folder])
    person.waits_until(lambda: not person.frame.importing.busy, patience=READING_PATIENCE)
    person.reads(f"{there:,} files were here already" if there > 1 else "1 file was here already")
    assert count(empty) == 2000
    person.waits_until(lambda: person.view.model.rowCount() == 2000)


def _convert(folder):
    from PIL import Image

    for path in folder.iterdir():
        with Image.open(path) as image:
            image.save(path.with_suffix(".png"))
        path.unlink()
