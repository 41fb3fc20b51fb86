"""Names can always be shown, stored and sent, on one line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.pages import printable


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_any_name_becomes_one_line_that_can_be_encoded(name: str) -> None:
    shown = printable(name)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1


@pytest.mark.parametrize("name", ["scan 01.jpg", "استمارة ١٢.pdf", "👩🏽‍⚕️.png", "fiche d'identité.tif"])
def test_ordinary_names_stay_as_they_are(name: str) -> None:
    assert printable(name) == name


def test_bytes_that_are_no_text_are_shown_as_bytes() -> None:
    assert printable(Path("caf\udce9.jpg")) == "caf\\xe9.jpg"


def test_marks_that_turn_direction_are_shown() -> None:
    assert printable("fdp.\u202egpj") == "fdp.\\u202egpj"
