"""Adding files: a batch goes on past bad ones, and each is told with its remedy."""

import io
import re
import sys

from engine.cli.taking import MOST_ALIKE, Intaken, add_page_problems
from engine.errors import ExitCode
from engine.intake import Intake, Taken
from engine.library import NewDocument


def test_a_known_file_is_said_to_be_known(run, library, scan):
    first, second = run("add", scan), run("add", scan)
    assert (first.code, second.code) == (0, 0)
    assert "1 new document" in first.err
    assert "1 already known" in second.err
    assert library.documents.count() == 1


def test_a_bad_file_does_not_stop_a_batch(run, library, scan, tmp_path):
    bad = tmp_path / "broken.jpg"
    bad.write_bytes(scan.read_bytes()[:200])
    (tmp_path / "notes.txt").write_text("no image")
    told = run("add", bad, tmp_path / "notes.txt", scan)
    assert told.code == ExitCode.SOME_FAILED
    assert library.documents.count() == 1
    assert "broken.jpg" in told.err
    assert "notes.txt" in told.err
    assert "file\twhat is wrong\twhat to do" in told.err


def test_a_lone_bad_file_has_its_own_exit_code(run, library, tmp_path):
    empty = tmp_path / "empty.pdf"
    empty.touch()
    told = run("add", empty)
    assert told.code == ExitCode.BAD_INPUT


def test_a_path_that_is_not_there_is_an_error_and_a_hidden_file_is_not(run, library, scan, tmp_path):
    (tmp_path / ".hidden").write_text("x")
    assert run("add", tmp_path).code == 0
    assert run("add", tmp_path / "nowhere.jpg").code == ExitCode.BAD_INPUT


def test_what_is_skipped_is_named(run, library, scan, tmp_path):
    (tmp_path / "shortcut.jpg").symlink_to(tmp_path / "nowhere.jpg")
    told = run("add", tmp_path)
    assert (
        "Skipped 1 path (shortcut.jpg): There is no such file or folder, or it is a link to nothing."
        in told.err
    )


def test_of_many_that_are_skipped_some_are_named(run, library, scan, tmp_path):
    for number in range(7):
        (tmp_path / f".hidden-{number}").write_text("x")
    told = run("add", tmp_path)
    assert "Skipped 7 paths (" in told.err
    assert told.err.count(".hidden-") == MOST_ALIKE
    assert ", ...)" in told.err


def test_json_tells_documents_problems_and_skips(run, library, scan, tmp_path):
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\nxxxx")
    told = run("add", tmp_path, "--json")
    assert told.code == ExitCode.SOME_FAILED
    assert [each["name"] for each in told.json["documents"]] == ["scan.jpg"]
    [problem] = told.json["problems"]
    assert problem["name"].endswith("bad.png")
    assert {"code", "what", "which", "remedy", "exit_code"} == set(problem["error"])
    assert len(told.json["skipped"]) == 1
    assert told.err == ""


def test_standard_input_is_a_document(run, library, scan, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(scan.read_bytes())))
    told = run("add", "-", "--name", "fax.jpg")
    assert told.code == 0
    assert library.documents.find()[0].name == "fax.jpg"


class Endless(io.RawIOBase):
    """Input that never ends; it counts what was taken of it."""

    taken = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        self.taken += len(buffer)
        return len(buffer)


def test_standard_input_without_an_end_is_refused_before_it_fills_the_memory(run, library, monkeypatch):
    assert run("settings", "set", "pages.max_file_megabytes", "2").code == 0
    endless = Endless()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(endless)))
    told = run("add", "-")
    assert told.code == ExitCode.BAD_INPUT
    assert "the limit is 2 MB" in told.err
    assert endless.taken < 4_000_000
    assert library.documents.count() == 0


def test_the_first_document_makes_the_library_and_shows_its_recovery_key_once(
    run, small_ballast, scan, places
):
    first = run("add", scan)
    assert first.code == 0
    assert "Recovery key" in first.err
    assert "Recovery key" not in first.out
    assert (places.library / "keys.json").exists()
    assert "Recovery key" not in run("add", scan).err


def test_a_library_that_was_named_is_not_made_by_adding(run, scan, tmp_path):
    told = run("add", scan, "--library", tmp_path / "typo")
    assert told.code == ExitCode.LIBRARY
    assert not (tmp_path / "typo").exists()


def test_a_document_in_the_trash_is_said_to_be_there(run, library, scan):
    run("add", scan)
    run("trash", "put", library.documents.find()[0].id)
    assert "in the trash" in run("add", scan).err


def test_a_document_that_is_known_by_another_name_is_told_by_both(run, library, scan, tmp_path):
    (tmp_path / "copy.jpg").write_bytes(scan.read_bytes())
    told = run("add", scan, tmp_path / "copy.jpg")
    assert "copy.jpg is the same as scan.jpg" in told.err


def test_a_document_that_is_named_twice_is_given_once(run, library, scan, tmp_path):
    (tmp_path / "copy.jpg").write_bytes(scan.read_bytes())
    told = run("read", scan, tmp_path / "copy.jpg", "--no-wait", "--json")
    assert len(told.json["documents"]) == 1
    assert len(told.json["added"]) == 2


def test_many_foreign_files_of_a_kind_are_told_in_one_row(run, library, scan, tmp_path):
    for number in range(50):
        (tmp_path / f"note{number:02}.txt").write_text(f"no image {number}")
    (tmp_path / "song.mp3").write_bytes(b"ID3" + b"\0" * 100)
    told = run("add", tmp_path)
    rows = told.err.splitlines()
    assert [row.split("\t")[0] for row in rows if "\t" in row][1:] == [
        "50 .txt files: note00.txt, note01.txt, note02.txt, ...",
        "song.mp3",
    ]
    assert "51 files could not be read" in told.err
    assert len(run("add", tmp_path, "--json").json["problems"]) == 51


def test_a_few_bad_files_are_told_one_by_one(run, library, tmp_path):
    for number in range(3):
        (tmp_path / f"note{number}.txt").write_text(f"no image {number}")
    rows = [row.split("\t")[0] for row in run("add", tmp_path).err.splitlines() if "\t" in row]
    assert rows == ["file", "note0.txt", "note1.txt", "note2.txt"]


def test_the_recovery_key_is_shown_again_at_the_very_end(run, small_ballast, scan):
    told = run("add", scan).err
    [first, again] = re.findall(r"^ +((?:[0-9A-Z]{5}-)+[0-9A-Z]{5})$", told, re.M)
    assert first == again
    assert told.strip().endswith(again)


def test_the_recovery_key_is_shown_again_however_the_run_ends(run, small_ballast, tmp_path, monkeypatch):
    (tmp_path / "bad.txt").write_text("no image")
    assert run("add", tmp_path / "bad.txt").err.count("Recovery key") == 2


def test_making_a_library_by_itself_shows_its_key_once(run, small_ballast, tmp_path):
    assert run("library", "create", "-L", tmp_path / "clinic", "--no-keyring").err.count("Recovery key") == 1


def test_of_very_many_files_a_few_are_listed_and_the_rest_counted(run, library, scan, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["engine.cli.commands.add"], "MOST_LISTED", 2)
    for number in range(5):
        (tmp_path / f"{number}.jpg").write_bytes(scan.read_bytes() + bytes([number]))
    told = run("add", *sorted(tmp_path.glob("?.jpg")))
    assert told.code == 0, told.err
    assert len(told.out.splitlines()) == 3
    assert "... and 3 more documents" in told.err
    assert "5 new documents" in told.err


def test_a_damaged_document_that_stays_is_told_with_how_to_take_it_out(library):
    added = library.documents.add(NewDocument("torn.jpg", "image/jpeg", 1, content=b"torn"))
    job = library.jobs.claim("a test", lease_seconds=60)
    library.jobs.fail(job, "page.damaged", "It is damaged.", "Scan it again.", retryable=False)
    found = Intaken([Taken(None, "torn.jpg", added.document_id, 1)])
    add_page_problems(found, library)
    [problem] = found.problems
    assert problem.error.remedy.startswith("Scan it again. It stays in the library")
    assert f"'sanduku trash put {added.document_id[:8]}'" in problem.error.remedy


def test_stopping_in_the_middle_of_adding_says_how_to_go_on(run, library, scan, tmp_path, monkeypatch):
    whole = Intake.take

    def stopped_at_the_second(self, content, **more):
        if content != scan:
            raise KeyboardInterrupt
        return whole(self, content, **more)

    monkeypatch.setattr(Intake, "take", stopped_at_the_second)
    (tmp_path / "other.jpg").write_bytes(scan.read_bytes() + b"x")
    told = run("add", scan, tmp_path / "other.jpg")
    assert told.code == ExitCode.CANCELLED
    assert "Stopped. 1 file taken in so far" in told.err
    assert library.documents.count() == 1
