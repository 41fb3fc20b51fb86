from desktop.window.refusals import Refusals
from engine.errors import DiskFullError
from engine.library import Documents


def test_what_was_refused_is_shown_with_its_reason(qtbot, frame, tmp_path):
    for name in ("one.jpg", "two.jpg"):
        (tmp_path / name).write_bytes(b"\xff\xd8\xff no picture")
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add([tmp_path])
    assert frame.toasts.current.words.text() == "2 files could not be added."
    frame.toasts.current.button.click()
    shown = frame.findChild(Refusals)
    texts = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert "one.jpg" in texts[0]
    assert "two.jpg" in texts[1]
    shown.close()


def test_on_a_full_disk_the_files_that_did_not_get_in_are_named_one_by_one(
    qtbot, frame, small_samples, monkeypatch
):
    added, takes = [], Documents.add

    def full_at_second(self, new, **options):
        if added:
            raise DiskFullError("The disk is full.", which=new.name)
        added.append(new.name)
        return takes(self, new, **options)

    monkeypatch.setattr(Documents, "add", full_at_second)
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add(small_samples)
    words = frame.toasts.current.words.text()
    assert "The disk is full" in words and "1 document added." in words and "1 file did not get in." in words
    frame.toasts.current.button.click()
    shown = frame.findChild(Refusals)
    (text,) = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert small_samples[1].name in text and "did not get in" in text
    shown.close()
