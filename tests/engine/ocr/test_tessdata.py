"""Language files are found wherever a system keeps them, and what is missing is told with its remedy."""

import pytest

from engine.ocr.tessdata import find_tessdata, remedy_for, system_folders
from engine.settings import Places


def put(folder, *codes, size=4096):
    folder.mkdir(parents=True, exist_ok=True)
    for code in codes:
        (folder / f"{code}.traineddata").write_bytes(b"x" * size)
    return folder


@pytest.fixture
def places(tmp_path):
    return Places(tmp_path / "home")


def test_our_own_folder_comes_first(places, tmp_path):
    put(places.tessdata, "eng", "ara")
    put(tmp_path / "system", "eng")
    found = find_tessdata(places, {"TESSDATA_PREFIX": str(tmp_path / "system")})
    assert found.folder_of("eng") == places.tessdata


def test_the_prefix_may_name_the_folder_or_its_parent(places, tmp_path):
    put(tmp_path / "system" / "tessdata", "swa")
    found = find_tessdata(places, {"TESSDATA_PREFIX": str(tmp_path / "system")})
    assert found.folder_of("swa") == tmp_path / "system" / "tessdata"


def test_languages_that_are_read_together_must_lie_together(places, tmp_path):
    put(places.tessdata, "ara")
    put(tmp_path, "eng", "fra")
    found = find_tessdata(places, {"TESSDATA_PREFIX": str(tmp_path)})
    assert found.folder_of("eng", "fra") == tmp_path
    assert found.folder_of("eng", "ara") is None
    assert found.missing(("eng", "spa", "ara", "osd")) == ("spa", "osd")


def test_what_a_broken_download_left_is_no_language(places):
    put(places.tessdata, "eng", size=100)
    assert places.tessdata not in [folder for folder, _ in find_tessdata(places, {}).folders]


def test_windows_folders_are_known():
    folders = system_folders({"PROGRAMFILES": "C:/Programs", "LOCALAPPDATA": "C:/Local"})
    assert [folder.as_posix() for folder in folders if "Tesseract-OCR" in folder.parts] == [
        "C:/Programs/Tesseract-OCR/tessdata",
        "C:/Local/Programs/Tesseract-OCR/tessdata",
    ]


def test_the_remedy_names_the_packages():
    assert "sudo apt install tesseract-ocr-ara tesseract-ocr-osd" in remedy_for(["ara", "osd"])
