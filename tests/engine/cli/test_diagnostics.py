"""``sanduku diagnostics`` shows all that it would save, and saves nothing unasked."""

import zipfile


def test_everything_is_shown_and_nothing_saved(run, document, home):
    told = run("diagnostics")
    assert told.code == 0
    assert "documents: 1" in told.out
    assert "Nothing was saved" in told.err
    assert "Arnina" not in told.out
    assert str(home) not in told.out


def test_what_was_shown_is_saved_when_somebody_says_so(run, document, tmp_path):
    path = tmp_path / "diagnostics.zip"
    told = run("diagnostics", "--out", path)
    assert (told.code, path.exists()) == (2, False)
    told = run("diagnostics", "--out", path, "--yes")
    assert told.code == 0
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["diagnostics.txt", "diagnostics.json"]
        assert "documents: 1" in archive.read("diagnostics.txt").decode()


def test_a_program_reads_the_same(run, document):
    told = run("diagnostics", "--json").json
    assert told["format"] == 1
    assert told["libraries"][0]["counts"]["documents"] == 1


def test_nothing_is_written_over(run, tmp_path):
    path = tmp_path / "x.zip"
    path.touch()
    told = run("diagnostics", "--out", path, "--json")
    assert (told.code, told.error["code"]) == (3, "diagnostics.unwritable")
