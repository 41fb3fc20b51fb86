"""Originals leave the library as they came in; what lies there already stays."""

import pytest

from desktop.documents.originals import save_originals
from engine.library import LibraryError
from tests.desktop.elsewhere import with_library


def saved(door, ids, folder):
    return with_library(door, lambda library: [each.name for each in save_originals(library, ids, folder)])


def test_originals_are_what_came_in_and_none_takes_the_place_of_another(door, ids, tmp_path):
    (tmp_path / "card.jpg").write_text("of somebody else")
    wanted = [ids["card.jpg"], ids["report.pdf"]]
    assert sorted(saved(door, wanted, tmp_path)) == ["card (2).jpg", "report.pdf"]
    assert (tmp_path / "card.jpg").read_text() == "of somebody else"
    assert (tmp_path / "card (2).jpg").read_bytes() == b"content of card.jpg"
    assert sorted(saved(door, wanted, tmp_path)) == ["card (3).jpg", "report (2).pdf"]


@pytest.mark.parametrize(
    ("name", "file"), [("Aid 3.2024", "Aid 3.2024.jpg"), ("week 1/2", "week 1_2.jpg"), ("صورة", "صورة.jpg")]
)
def test_a_name_becomes_one_that_every_system_takes(door, ids, tmp_path, name, file):
    with_library(door, lambda library: library.documents.rename(ids["card.jpg"], name))
    assert saved(door, [ids["card.jpg"]], tmp_path) == [file]


def test_a_folder_that_is_not_there_is_told(door, ids, tmp_path):
    with pytest.raises(LibraryError):
        saved(door, [ids["card.jpg"]], tmp_path / "gone")
