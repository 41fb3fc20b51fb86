"""The measure of the built program says what it lacks, instead of giving figures of something else."""

from pathlib import Path

import pytest

from benchmarks import frozen
from benchmarks.frozen import NotMeasurableError, Start, benchmark_frozen

PAGE = Path(__file__).parents[1] / "samples" / "receipt.jpg"


@pytest.fixture
def built(tmp_path):
    (tmp_path / "sanduku-desktop").write_text("#!/bin/sh\nexit 1\n")
    return tmp_path


def test_without_a_built_program_nothing_is_measured(tmp_path):
    with pytest.raises(NotMeasurableError, match=r"build\.py frozen"):
        benchmark_frozen(tmp_path, PAGE, rounds=1)


def test_without_a_virtual_screen_nothing_is_measured(built, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(NotMeasurableError, match="xvfb"):
        benchmark_frozen(built, PAGE, rounds=1)


def test_memory_that_cannot_be_limited_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(frozen, "LIMITS", tmp_path / "none")
    monkeypatch.setattr(frozen, "UNIFIED", tmp_path / "none")
    with pytest.raises(NotMeasurableError, match="cannot be limited"), frozen._limited(1_000_000):
        pass


def test_the_first_start_is_shown_and_does_not_count(built, monkeypatch):
    starts = iter(
        [Start(9, 9, 9, 9, 9_000_000), Start(2, 1, 4, 3, 600_000_000), Start(1, 1, 5, 2, 500_000_000)]
    )
    monkeypatch.setattr(frozen, "measure_start", lambda *_given: next(starts))
    report = benchmark_frozen(built, PAGE, rounds=2)
    assert len(report.rows) == 3
    assert report.figures["window_seconds"] == 1
    assert report.figures["read_seconds"] == 4
    assert report.figures["read_cpu_seconds"] == 2
    assert report.figures["peak_pss_megabytes"] == 600
