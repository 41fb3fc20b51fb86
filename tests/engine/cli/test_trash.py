"""Trash, check, backup and restore from the command line."""

from engine.errors import ExitCode


def test_a_document_goes_into_the_trash_and_comes_back(run, document):
    run("trash", "put", document[:6])
    assert run("list", "--json").json["total"] == 0
    assert run("search", "Kalobeyei", "--json").json["total"] == 0
    assert run("trash", "list", "--json").json["documents"][0]["id"] == document
    run("trash", "restore", document)
    assert run("search", "Kalobeyei", "--json").json["total"] == 1


def test_the_trash_is_emptied_for_good(run, document):
    run("trash", "put", document)
    kept = run("trash", "empty", "--yes")
    assert "0 documents removed" in kept.out, "it was put away just now, and is kept for 30 days"
    assert "'sanduku trash empty --all'" in kept.err
    assert "1 document removed" in run("trash", "empty", "--all", "--yes").out
    assert run("show", document).code == ExitCode.NOT_FOUND


def test_only_what_was_chosen_is_removed(run, document):
    assert run("trash", "empty", document, "--yes").code == ExitCode.NOT_FOUND, "it is not in the trash"
    run("trash", "put", document)
    assert "0 documents removed" in run("trash", "empty", "--days", "7", "--yes").out
    assert "1 document removed" in run("trash", "empty", document, "--yes").out


def test_a_sound_library_is_said_to_be_sound(run, document):
    found = run("check", "--json")
    assert found.code == 0
    assert found.json["sound"]
    assert "sound" in run("check", "--quick", "--repair").out


def test_a_damaged_file_is_found_and_named(run, document, library):
    path = library.files.path(library.documents.get(document).sha256)
    path.write_bytes(path.read_bytes()[:-1])
    told = run("check", "--json")
    assert told.code == ExitCode.LIBRARY
    assert told.json["problems"][0]["remedy"]


def test_a_backup_is_restored_and_opened_with_the_recovery_key(run, document, tmp_path, library):
    key = tmp_path / "key"
    key.write_text(library.new_recovery_key())
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / "other").touch()
    made = run("backup", tmp_path / "usb", "--json").json
    assert made["damaged"] == []
    assert run("restore", made["folder"]).code == ExitCode.LIBRARY, "a library that is there is never touched"
    told = run("restore", made["folder"], "--into", tmp_path / "back", "--json").json
    assert told["folder"] == str(tmp_path / "back")
    found = run("--recovery-key-file", key, "-L", tmp_path / "back", "show", document, "--plain")
    assert "Kalobeyei" in found.out


def test_what_is_to_go_is_said_in_one_way(run, library):
    assert run("trash", "empty", "--all", "--days", "7", "--yes").code == ExitCode.USAGE
