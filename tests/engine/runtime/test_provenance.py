"""A library that the program brings, and that came from elsewhere all the same, is found."""

import sys
from pathlib import Path

import pytest

from engine.runtime.provenance import is_library, loaded_libraries, strangers


@pytest.fixture
def program(tmp_path):
    folder = tmp_path / "program"
    (folder / "_internal").mkdir(parents=True)
    for name in ("libonnxruntime.so.1", "own.so"):
        (folder / "_internal" / name).write_bytes(b"")
    return folder


def test_what_came_with_the_program_is_no_stranger(program):
    assert strangers(program, [program / "_internal" / "own.so"]) == []


def test_the_computers_own_libraries_are_no_strangers(program):
    assert strangers(program, [Path("/usr/lib/libc.so.6")]) == []


def test_another_of_the_same_name_is_told(program, tmp_path):
    other = tmp_path / "elsewhere" / "libonnxruntime.so.1"
    assert strangers(program, [other, program / "_internal" / "own.so"]) == [other]


def test_a_library_that_is_reached_by_a_link_is_its_own(program):
    link = program / "_internal" / "sub" / "own.so"
    link.parent.mkdir()
    link.symlink_to("../own.so")
    assert strangers(program, [link]) == []


@pytest.mark.parametrize(
    ("name", "native"),
    [
        ("a.dll", True),
        ("A.DLL", True),
        ("a.pyd", True),
        ("liba.so", True),
        ("liba.so.1.2", True),
        ("a.py", False),
    ],
)
def test_libraries_are_told_by_their_names(name, native):
    assert is_library(Path(name)) is native


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not tell")
def test_the_libraries_of_this_process_are_told():
    import numpy._core._multiarray_umath as module

    assert Path(module.__file__).resolve() in {path.resolve() for path in loaded_libraries()}
