"""Every warning that the engine stores with a reading has words in every language."""

import re
from pathlib import Path

import pytest

from desktop.check.page_warnings import NO_TEXT, REASONS, WARNINGS, warnings_to_tell
from engine.pipeline.stages import POOR_IMAGES

ENGINE = Path(__file__).parents[3] / "engine"


def written(*files):
    """Return the code of files of the engine, with sentences that run over several lines in one."""
    code = "".join((ENGINE / file).read_text(encoding="utf-8") for file in files)
    return " ".join(re.sub(r'\bf"', '"', code).split()).replace('" "', "")


@pytest.mark.parametrize("warning", POOR_IMAGES.values())
def test_a_poor_image_is_told_in_the_language_in_force(translation, warning):
    translation.use("fr")
    assert warnings_to_tell((warning,)) != [warning]


@pytest.mark.parametrize("sentence", [*WARNINGS, *REASONS])
def test_the_engine_says_it_so(sentence):
    code = written(
        "pipeline/stages.py", "pages/images.py", "pages/pdf.py", "pages/text_layer.py", "pages/kinds.py"
    )
    assert all(piece.strip() in code for piece in re.split(r"%\d", sentence))


def test_numbers_and_names_are_put_into_the_translation(translation):
    translation.use("es")
    (told,) = warnings_to_tell(("3 places on this page look like text but could not be read.",))
    assert told == "\u20683\u2069 lugares de esta página parecen texto, pero no se pudieron leer."


def test_reasons_are_translated_too(translation):
    translation.use("fr")
    reason = "some of its letters have no known meaning"
    sentence = f"The text that this PDF page carries was not taken, because {reason}; the page was read from"
    (told,) = warnings_to_tell((f"{sentence} its image.",))
    assert "certaines de ses lettres" in told


def test_that_there_is_no_text_is_not_told_twice():
    assert warnings_to_tell((f"{NO_TEXT} Its image is dark: a better one may show more.",)) == []


def test_what_is_not_known_is_told_as_it_is():
    assert warnings_to_tell(("Swahili cannot be read on this computer.",)) == [
        "Swahili cannot be read on this computer."
    ]
