"""Folders are searched lazily, in order, without endless loops, and every skip is told."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.pages import discover


@pytest.fixture
def found():
    """Runs discover and returns the files and what was skipped."""

    def run(*paths: Path) -> tuple[list[Path], dict[Path, str]]:
        skipped: dict[Path, str] = {}
        return list(discover(paths, on_skip=skipped.__setitem__)), skipped

    return run


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode("utf-8", "surrogateescape"))


def test_files_come_sorted_with_those_of_subfolders_in_place(found, tmp_path: Path) -> None:
    make(tmp_path, "c.jpg", "a.jpg", "b/2.jpg", "b/1.jpg")
    files, skipped = found(tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in files] == [
        "a.jpg",
        str(Path("b/1.jpg")),
        str(Path("b/2.jpg")),
        "c.jpg",
    ]
    assert skipped == {}


def test_files_of_any_type_come_since_content_decides_later(found, tmp_path: Path) -> None:
    make(tmp_path, "notes.txt", "scan")
    assert len(found(tmp_path)[0]) == 2


def test_the_first_file_comes_before_later_folders_are_listed(tmp_path: Path, monkeypatch) -> None:
    make(tmp_path, "a/1.jpg", "b/1.jpg")
    listed: list[str] = []
    scandir = os.scandir

    def spy(folder: Path) -> Iterator[os.DirEntry[str]]:
        listed.append(Path(folder).name)
        return scandir(folder)

    walk = discover([tmp_path], on_skip=lambda *_: None)
    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", spy)
        assert listed == []
        assert next(walk) == tmp_path / "a" / "1.jpg"
        assert "b" not in listed


def test_hidden_and_system_files_are_skipped_and_told(found, tmp_path: Path) -> None:
    make(tmp_path, ".secret.jpg", "Thumbs.db", "~$form.docx", "__MACOSX/x.jpg", "a.jpg")
    files, skipped = found(tmp_path)
    assert [path.name for path in files] == ["a.jpg"]
    assert len(skipped) == 4 and all("idden" in reason for reason in skipped.values())


def test_a_hidden_file_that_is_named_is_taken(found, tmp_path: Path) -> None:
    make(tmp_path, ".secret.jpg")
    assert found(tmp_path / ".secret.jpg")[0] == [tmp_path / ".secret.jpg"]


def test_what_is_not_there_is_told_and_the_rest_goes_on(found, tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    files, skipped = found(tmp_path / "gone", tmp_path / "a.jpg")
    assert files == [tmp_path / "a.jpg"]
    assert "no such" in skipped[tmp_path / "gone"]


def test_the_same_file_named_twice_comes_once(found, tmp_path: Path) -> None:
    make(tmp_path, "a.jpg")
    files, skipped = found(tmp_path, tmp_path / "a.jpg")
    assert len(files) == 1
    assert "already" in skipped[tmp_path / "a.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights that not everybody has there")
def test_links_in_a_circle_end(found, tmp_path: Path) -> None:
    make(tmp_path, "a/b/1.jpg")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to("self")
    files, skipped = found(tmp_path)
    assert [path.name for path in files] == ["1.jpg"]
    assert len(skipped) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_skipped_and_not_waited_for(found, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    files, skipped = found(tmp_path)
    assert files == []
    assert "pipe" in skipped[tmp_path / "pipe.jpg"]


def test_a_folder_that_may_not_be_listed_is_told(found, tmp_path: Path, monkeypatch) -> None:
    make(tmp_path, "a.jpg", "closed/b.jpg")
    scandir = os.scandir

    def refuse(folder: Path) -> Iterator[os.DirEntry[str]]:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refuse)
        files, skipped = found(tmp_path)
    assert [path.name for path in files] == ["a.jpg"]
    assert "permission" in skipped[tmp_path / "closed"]


@pytest.mark.parametrize(
    "name", ["استمارة.jpg", "👩🏽‍⚕️.jpg", "n" * 251 + ".jpg", os.fsdecode(b"caf\xe9.jpg")]
)
def test_odd_names_are_found(found, tmp_path: Path, name: str) -> None:
    try:
        make(tmp_path, name)
    except OSError:
        return  # this system refuses the name, so it cannot come up
    assert [path.name for path in found(tmp_path)[0]] == [name]


def test_a_deep_tree_is_no_deeper_than_the_program_can_go(found, tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(150):
        folder /= "d"
    make(folder, "x.jpg")
    assert len(found(tmp_path)[0]) == 1


def test_ten_thousand_files_are_found(found, tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05}.jpg").touch()
    assert len(found(tmp_path)[0]) == 10_000
