import io
import itertools
import shutil
import threading
from pathlib import Path

import pytest
from PIL import Image

from desktop.access import Import, Pasted
from engine.intake import Intake
from tests.desktop.elsewhere import with_library


def take(qtbot, importing, *arguments, **options):
    with qtbot.waitSignal(importing.finished) as end:
        importing.take(*arguments, **options)
    return end.args[0]


def test_files_are_taken_in_and_queued(qtbot, importing, door, small_samples):
    report = take(qtbot, importing, small_samples)
    assert (report.added, report.known, report.refused, report.ended) == (2, 0, (), True)
    assert with_library(door, lambda library: library.jobs.progress(report.batch).queued) == report.pages
    assert not importing.busy


def test_what_is_known_is_told_and_not_taken_twice(qtbot, importing, small_samples):
    first = take(qtbot, importing, small_samples)
    again = take(qtbot, importing, small_samples)
    assert (again.added, again.known) == (0, 2)
    assert set(again.known_documents) == set(first.documents)


def test_a_bad_file_is_refused_with_its_reason_and_the_others_are_taken(
    qtbot, importing, small_samples, tmp_path: Path
):
    bad = tmp_path / "broken.jpg"
    bad.write_bytes(b"\xff\xd8\xff not a picture")
    report = take(qtbot, importing, [bad, *small_samples])
    assert report.added == 2
    assert [each.name for each in report.refused] == ["broken.jpg"]
    assert report.refused[0].error.what


def test_what_is_pasted_needs_no_file(qtbot, importing, samples):
    report = take(
        qtbot, importing, (), [Pasted("Pasted picture.png", (samples / "consent-form.png").read_bytes())]
    )
    assert report.added == 1


def test_a_batch_can_be_stopped_and_what_came_before_stays(qtbot, importing, samples, door):
    with qtbot.waitSignal(importing.finished) as end:
        batch = importing.take([samples / "receipt.jpg", *[samples / "situation-report.pdf"] * 50])
        importing.cancel(batch)
    report = end.args[0]
    assert report.cancelled
    assert with_library(door, lambda library: library.documents.count()) == report.added <= 1


def test_a_full_disk_ends_the_batch_with_what_came_before(qtbot, importing, small_samples, monkeypatch):
    from engine.errors import DiskFullError
    from engine.library import Documents

    def full(self, new, **_options):
        raise DiskFullError("The disk is full.", which=new.name)

    monkeypatch.setattr(Documents, "add", full)
    report = take(qtbot, importing, small_samples)
    assert report.error.code == "disk-full"
    # The file at which it happened, and all after it, are named.
    assert report.left == tuple(path.name for path in small_samples)
    assert report.added == 0


@pytest.fixture
def stop_at_second(monkeypatch):
    """The second file is taken in only once the import is being closed."""
    began, may_go_on = threading.Event(), threading.Event()
    take_in, count = Intake.take, itertools.count(1)

    def slowly(self, *arguments, **options):
        if next(count) == 2:
            began.set()
            assert may_go_on.wait(30)
        return take_in(self, *arguments, **options)

    monkeypatch.setattr(Intake, "take", slowly)
    return began, may_go_on


def left(door):
    return with_library(door, lambda library: library.left.all())


def close_meanwhile(importing, may_go_on):
    """Close as the window does, which waits for the file at hand."""
    importing._closing.set()
    may_go_on.set()
    importing.close()


def test_what_is_left_when_the_library_is_closed_is_kept_and_goes_on_later(
    qtbot, door, samples, tmp_path: Path, stop_at_second
):
    names = ("consent-form.png", "phone-photo.jpg", "receipt.jpg", "vaccination-card.heic")
    for name in names:
        shutil.copy(samples / name, tmp_path)
    files = [tmp_path / name for name in names]
    began, may_go_on = stop_at_second
    importing = Import(door)
    batch = importing.take(files)
    waiting = importing.take([samples / "situation-report.pdf"], [Pasted("Pasted.png", picture())])
    qtbot.waitUntil(began.is_set)
    assert importing.left == (3, 5)
    close_meanwhile(importing, may_go_on)
    # The file at hand and what was pasted are there, although nobody can look for the latter again.
    assert with_library(door, lambda library: library.documents.count()) == 3
    kept = {each.batch: each.paths for each in left(door)}
    assert kept == {batch: tuple(files[2:]), waiting: (samples / "situation-report.pdf",)}

    again = Import(door)
    report = take(qtbot, again, kept[batch], batch=batch)
    assert (report.batch, report.added, report.known) == (batch, 2, 0)
    assert [each.batch for each in left(door)] == [waiting]
    again.close()


def test_after_a_power_cut_it_is_known_what_was_asked_for(qtbot, door, small_samples, stop_at_second):
    began, may_go_on = stop_at_second
    importing = Import(door)
    importing.take(small_samples)
    qtbot.waitUntil(began.is_set)
    assert [each.paths for each in left(door)] == [tuple(small_samples)]
    may_go_on.set()
    importing.close()


def test_what_a_person_stopped_is_not_kept(qtbot, door, small_samples, samples, stop_at_second):
    began, may_go_on = stop_at_second
    importing = Import(door)
    importing.take([*small_samples, samples / "situation-report.pdf"])
    qtbot.waitUntil(began.is_set)
    with qtbot.waitSignal(importing.finished) as end:
        importing.cancel()
        may_go_on.set()
    assert end.args[0].cancelled
    assert left(door) == []
    importing.close()


def picture():
    buffer = io.BytesIO()
    Image.new("L", (24, 24), 255).save(buffer, "PNG")
    return buffer.getvalue()
