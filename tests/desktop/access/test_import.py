from pathlib import Path

from desktop.access import Pasted
from tests.desktop.elsewhere import with_library


def take(qtbot, importing, *arguments, **options):
    with qtbot.waitSignal(importing.finished, timeout=30_000) as end:
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
    with qtbot.waitSignal(importing.finished, timeout=30_000) as end:
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
    assert report.added == 0
