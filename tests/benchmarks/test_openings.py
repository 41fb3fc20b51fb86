"""The benchmark of the window opens a library that it filled, and tells what it measured."""

import pytest

from benchmarks import openings
from benchmarks.openings import LINES, NAMES, PAGES, benchmark_openings, fill_many
from engine.library import open_library


def test_a_library_is_filled_with_documents_and_some_pages_that_are_read(tmp_path, samples):
    told = []

    class Told:
        def update(self, *, done, total, label):
            told.append((done, total, label))

    key = fill_many(tmp_path / "library", samples / "receipt.jpg", 40, Told())
    with open_library(tmp_path / "library", data_key=key) as library:
        assert library.documents.count() == 40
        assert library.jobs.progress().ended == PAGES
        page = library.documents.pages(library.documents.ids()[-1])[0]
        assert page.reading_id is None or len(library.readings.of_page(page.id).reading.lines) == LINES
        assert library.check().problems == ()
    assert told[-1] == (38, 40, "documents")


@pytest.mark.parametrize("runs", [1])
def test_what_was_measured_is_told_as_a_table_and_as_figures(monkeypatch, samples, runs):
    monkeypatch.setattr(openings, "RUNS", runs)
    monkeypatch.setattr(openings, "fill_many", lambda *_: b"key")
    figures = {"wall": [1.0, 2.0, 30.0], "processor": [1.0, 1.5, 20.0]}
    monkeypatch.setattr(openings, "_one_run", lambda *_: dict.fromkeys(NAMES, figures))
    report = benchmark_openings(samples / "receipt.jpg", documents=50_000)
    assert [row[0] for row in report.rows] == list(NAMES.values())
    assert report.rows[0][1:] == ["2.0", "27.2", "30.0", "1.5"]
    assert report.figures["runs"] == [dict.fromkeys(NAMES, figures)]
