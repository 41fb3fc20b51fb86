"""What is sent over the link is the same by every way, and new on each page."""

import json
from pathlib import Path

from benchmarks.link.records import fill_library, ideal_bytes, make_records, raw_bytes, write_files
from engine.library import open_library

SAMPLES = Path(__file__).parents[2] / "samples"


def test_the_same_seed_gives_the_same_pages():
    assert make_records(SAMPLES, 3, pictures=True) == make_records(SAMPLES, 3, pictures=True)


def test_no_two_pages_or_pictures_are_the_same():
    records = make_records(SAMPLES, 30, pictures=True)
    assert len({record.as_json() for record in records}) == 30
    assert len({record.thumbnail for record in records}) == 30


def test_files_and_library_hold_the_same_text(tmp_path):
    records = make_records(SAMPLES, 4, pictures=True)
    write_files(records, tmp_path / "files")
    fill_library(records, tmp_path / "library")
    files = [json.loads(path.read_bytes()) for path in sorted((tmp_path / "files").rglob("*.json"))]
    with open_library(tmp_path / "library") as library:
        documents = sorted(library.documents.find(limit=10), key=lambda document: document.name)
        texts = []
        for document in documents:
            (page,) = library.documents.pages(document.id)
            stored = library.readings.of_page(page.id)
            texts.append([line.text for line in stored.reading.lines])
    assert texts == [[text for text, _ in file["lines"]] for file in files]


def test_the_ideal_is_less_than_the_files_and_more_than_the_pictures():
    records = make_records(SAMPLES, 10, pictures=True)
    pictures = sum(len(record.thumbnail) for record in records)
    assert pictures < ideal_bytes(records) < raw_bytes(records)
