from desktop.window.refusals import Refusals


def test_what_was_refused_is_shown_with_its_reason(qtbot, frame, tmp_path):
    for name in ("one.jpg", "two.jpg"):
        (tmp_path / name).write_bytes(b"\xff\xd8\xff no picture")
    with qtbot.waitSignal(frame.importing.finished, timeout=20_000):
        frame.adding.add([tmp_path])
    assert frame.toasts.current.words.text() == "2 files could not be added."
    frame.toasts.current.button.click()
    shown = frame.findChild(Refusals)
    texts = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert "one.jpg" in texts[0]
    assert "two.jpg" in texts[1]
    shown.close()
