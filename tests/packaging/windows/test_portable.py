"""The folder for a stick holds the program, the mark that makes it portable, and what to read first."""

import zipfile

import pytest


@pytest.fixture
def portable(part, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return part("windows.portable")


def test_all_of_the_program_is_in_one_folder_with_its_mark(portable, frozen, tmp_path):
    with zipfile.ZipFile(portable.make_zip(frozen, tmp_path / "out")) as file:
        names = file.namelist()
    assert all(name.startswith("Sanduku/") for name in names)
    assert {"Sanduku/portable.txt", "Sanduku/README.txt", "Sanduku/sanduku-desktop.exe"} <= set(names)
    assert "Sanduku/_internal/shipped/model.onnx" in names


def test_five_languages_say_that_it_stays_encrypted(portable):
    told = portable.readme()
    for word in ("encrypted", "chiffrée", "cifrada", "مشفرة", "imesimbwa"):
        assert word in told
    assert "{" not in told


def test_the_same_files_give_the_same_zip(portable, frozen, tmp_path):
    one = portable.make_zip(frozen, tmp_path / "one").read_bytes()
    assert portable.make_zip(frozen, tmp_path / "two").read_bytes() == one


def test_a_folder_that_was_not_frozen_for_windows_is_refused_and_leaves_nothing(portable, part, tmp_path):
    with pytest.raises(part("windows.nsis").InstallerError, match="on Windows first"):
        portable.make_zip(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()
