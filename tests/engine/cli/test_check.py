"""Checking from the command line: what is damaged, and how a backup is brought back."""

import pytest

from engine.errors import ExitCode


def test_a_sound_library_is_said_to_be_sound(run, document):
    told = run("check")
    assert told.code == 0
    assert "1 documents, 2 pages" in told.out
    assert told.out.endswith("The library is sound.\n")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 500, None])
@pytest.mark.parametrize("name", ["library.db", "keys.json"])
def test_a_library_that_cannot_be_opened_is_told_with_the_way_back(run, library, document, name, content):
    library.close()
    path = library.folder / name
    path.unlink() if content is None else path.write_bytes(content)
    told = run("check")
    assert told.code == ExitCode.LIBRARY
    assert "Run 'sanduku check'" not in told.out + told.err
    if (name, content) != ("keys.json", None):
        assert name in told.out
        assert "backup" in told.out
        assert "1 problem found." in told.out
        found = run("check", "--json")
        assert found.code == ExitCode.LIBRARY
        assert not found.json["sound"]
        [problem] = found.json["problems"]
        assert problem["remedy"]


def test_the_way_back_can_be_gone(run, library, document, tmp_path):
    """What the remedy says, done word for word."""
    assert run("backup", tmp_path / "backup").code == 0
    library.close()
    (library.folder / "library.db").write_bytes(b"\0" * 8192)
    assert "sanduku restore BACKUP --into NEWFOLDER" in run("check").out
    told = run("restore", tmp_path / "backup", "--into", tmp_path / "new")
    assert told.code == 0
    assert f"--library {tmp_path / 'new'}" in told.err.replace('"', "")


def test_a_warning_leaves_the_library_sound(run, library, document):
    with library.connection.transaction():
        library.connection.run("DROP TRIGGER changes_are_not_altered")
        library.connection.run(
            "UPDATE changes SET at = '009000000000000.00000000' WHERE sequence ="
            " (SELECT max(sequence) FROM changes)"
        )
    found = run("check", "--json").json
    assert [each["code"] for each in found["warnings"]] == ["clock.ahead"]
    assert "Note: change log" in run("check").out


def test_doctor_judges_the_disk_that_the_library_lies_on(run, library, tmp_path):
    elsewhere = tmp_path / "other disk" / "library"
    found = {
        each["name"]: each for each in run("doctor", "--quick", "--json", "-L", elsewhere).json["findings"]
    }
    assert str(elsewhere) in found["disk of the library"]["detail"]
    assert "disk" in found
