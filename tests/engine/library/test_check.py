"""A check finds what is wrong, names it and says what to do; a repair mends what can be made anew."""

import pytest

from engine.library import CorruptLibraryError, open_library
from engine.settings import LibrarySettings

PLAIN = LibrarySettings(ballast_megabytes=0)


@pytest.fixture
def filled(created, add, read_all):
    library = created.library
    for number in range(3):
        add(library, f"form{number}.pdf", pages=2, content=b"%d" % number * 70_000)
    read_all(library, "Hello world", image=b"image" * 1000)
    return library


def codes(library, **more):
    return {problem.code for problem in library.check(**more).problems}


def test_a_sound_library_has_no_problems_and_is_counted(filled):
    report = filled.check()
    assert report.sound
    assert report.counts["documents"] == 3
    assert report.counts["pages"] == report.counts["jobs"] == report.counts["readings"] == 6
    assert report.counts["files"] == 4
    assert report.counts["unused_files"] == 0


def test_a_check_looks_at_what_other_processes_wrote(filled, reopen, add, read_all):
    """SQLite's own check takes a search index for damaged that it remembers from before."""
    assert filled.check().sound
    other = reopen(filled)
    for number in range(40):
        add(other, f"more{number}")
    read_all(other, "Other words")
    assert filled.check().sound


def test_a_missing_file_is_named_with_its_document(filled):
    document = filled.documents.find()[0]
    filled.files.path(document.sha256).unlink()
    for quick in (True, False):
        (problem,) = filled.check(quick=quick).problems
        assert problem.code == "library.file-missing"
        assert document.name in problem.which
        assert "original" in problem.which
        assert problem.remedy


def test_a_flipped_bit_in_a_file_is_found(filled):
    path = filled.files.path(filled.documents.find()[0].sha256)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert codes(filled) == {"library.file-damaged"}


def test_files_left_by_a_crash_are_counted_and_collected_but_no_problem(filled):
    filled.files.put(b"nobody refers to this")
    report = filled.check()
    assert report.sound
    assert report.counts["unused_files"] == 1
    assert filled.repair() == 1
    assert filled.check().counts["unused_files"] == 0
    assert filled.search.find("hello").total == 6


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("DELETE FROM page_texts WHERE page = 1", "search.missing"),
        ("DELETE FROM words_data WHERE id > 10", "search.damaged"),
        ("DELETE FROM word_ends WHERE rowid = 1", "search.damaged"),
        ("DELETE FROM jobs WHERE page = 1", "page.job"),
        ("UPDATE pages SET reading = NULL WHERE number = 1", "page.result"),
        ("UPDATE pages SET reading = 2 WHERE number = 1", "page.reading"),
        ("UPDATE jobs SET held = 1 WHERE number = 1", "job.held"),
        ("DELETE FROM pages WHERE number = 2", "document.pages"),
    ],
)
def test_each_broken_rule_is_found(filled, damage, code):
    with filled.connection.transaction():
        filled.connection.run(damage)
    assert code in codes(filled)


@pytest.mark.parametrize("damage", ["DELETE FROM page_texts", "DELETE FROM word_ends_data WHERE id > 10"])
def test_a_repair_makes_the_search_anew(filled, damage):
    with filled.connection.transaction():
        filled.connection.run(damage)
    assert not filled.check().sound
    filled.repair()
    assert filled.check().sound
    assert filled.search.find("hello").total == 6
    assert filled.search.find("ello").total == 6


def test_a_damaged_search_index_is_told_with_the_repair_that_helps(filled):
    with filled.connection.transaction():
        filled.connection.run("DELETE FROM words_data WHERE id > 10")
    with pytest.raises(CorruptLibraryError, match="search index") as told:
        filled.search.find("hello")
    assert "check --repair" in told.value.remedy
    filled.repair()
    assert filled.search.find("hello").total == 6


def test_a_damaged_page_of_the_database_is_found_and_the_rest_still_looked_at(filled):
    folder, key = filled.folder, filled.data_key
    page = filled.connection.value("SELECT rootpage FROM sqlite_schema WHERE name = 'corrections'")
    filled.close()
    database = folder / "library.db"
    content = bytearray(database.read_bytes())
    start = (page - 1) * 4096
    content[start : start + 200] = b"\xa5" * 200
    database.write_bytes(content)
    with open_library(folder, data_key=key, settings=PLAIN) as library:
        report = library.check()
        assert "database.damaged" in {problem.code for problem in report.problems}
        assert all(problem.remedy for problem in report.problems)
        assert report.counts["files"] == 4


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 500, b"\0" * 8192])
def test_a_database_that_is_none_is_told_when_it_is_opened(filled, content):
    folder, key = filled.folder, filled.data_key
    filled.close()
    (folder / "library.db").write_bytes(content)
    with pytest.raises(CorruptLibraryError) as told:
        open_library(folder, data_key=key, settings=PLAIN)
    assert "restore" in told.value.remedy
    (folder / "library.db").unlink()
    with pytest.raises(CorruptLibraryError):
        open_library(folder, data_key=key, settings=PLAIN)
