"""Folders whose names are not ASCII are found by a library that opens files by narrow letters."""

import pytest

from engine.ocr.narrow import UTF_8, narrow_name

SHORT = {"C:\\Users\\أمينة\\tessdata": "C:\\Users\\A1B2~1\\tessdata"}


def on_windows(folder, *, code_page=1252):
    return narrow_name(
        folder,
        code_page=lambda: code_page,
        encode=lambda name: name.encode(f"cp{code_page}"),
        shorten=lambda name: SHORT.get(name, name),
    )


def test_where_names_are_utf_8_nothing_changes():
    assert narrow_name("/home/أمينة/tessdata") == "/home/أمينة/tessdata"
    assert on_windows("C:\\Users\\أمينة\\tessdata", code_page=UTF_8) == "C:\\Users\\أمينة\\tessdata"


def test_plain_names_stay_as_they_are():
    assert on_windows("C:\\Users\\Amina\\tessdata") == "C:\\Users\\Amina\\tessdata"


@pytest.mark.parametrize(("code_page", "name"), [(1252, "Zoë"), (1256, "أمينة")])
def test_letters_of_the_computers_code_page_are_said_in_it(code_page, name):
    folder = f"C:\\Users\\{name}\\tessdata"
    assert on_windows(folder, code_page=code_page) == folder.encode(f"cp{code_page}")


def test_other_letters_are_gone_around_by_the_short_name():
    assert on_windows("C:\\Users\\أمينة\\tessdata") == "C:\\Users\\A1B2~1\\tessdata"


def test_without_a_short_name_it_is_left_to_the_library_to_refuse():
    assert on_windows("D:\\أمينة") == "D:\\أمينة"
