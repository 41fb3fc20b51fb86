import ast
import importlib
import itertools
import pkgutil
import re
from pathlib import Path

import pytest

import desktop
import engine
from desktop.error_table import ERRORS, FOUND_BY_CHECK, SPECIAL
from desktop.errors import COMMAND, Fix, Told, fix_of, told, told_problem
from desktop.texts import error_text
from engine.errors import BadInputError, SandukuError
from engine.library import CorruptLibraryError, Problem, checking
from engine.pages import DamagedFileError

NOT_SEEN_AT_THE_WINDOW = ("engine.cli",)


def errors():
    walks = (pkgutil.walk_packages(each.__path__, f"{each.__name__}.") for each in (engine, desktop))
    for module in itertools.chain(*walks):
        if not module.name.endswith("__main__") and not module.name.startswith(NOT_SEEN_AT_THE_WINDOW):
            importlib.import_module(module.name)
    waiting, found = [SandukuError], []
    while waiting:
        error = waiting.pop()
        waiting.extend(error.__subclasses__())
        if error.__module__.startswith(("engine.", "desktop.")) and not error.__module__.startswith(
            NOT_SEEN_AT_THE_WINDOW
        ):
            found.append(error)
    return sorted(found, key=lambda error: error.__name__)


def test_every_error_has_words_in_the_window():
    assert {error.code for error in errors()} - set(ERRORS) == set()
    assert len(errors()) > 50


def test_no_words_stand_for_an_error_that_there_is_not():
    without_a_class = {"worker.crashed"}
    assert set(ERRORS) - {error.code for error in errors()} == without_a_class
    assert {special.code for special in SPECIAL} <= set(ERRORS)


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_words_are_sentences_without_commands(code):
    for text in (ERRORS[code].what, ERRORS[code].remedy):
        assert not text or text.endswith(".")
        assert not COMMAND.search(text)


def test_what_is_shown_keeps_the_name_of_the_file_in_every_language(translation):
    error = DamagedFileError("This JPEG is damaged.", which="a/b/lettre n° 3.jpg", remedy="Copy it again.")
    assert error_text(error) == "\u2068lettre n° 3.jpg\u2069: This JPEG is damaged. Copy it again."
    seen = {error_text(error)}
    for language in ("fr", "es", "ar", "sw"):
        translation.use(language)
        shown = error_text(error)
        assert "lettre n° 3.jpg" in shown
        assert "damaged" not in shown
        seen.add(shown)
    assert len(seen) == 5


def test_english_keeps_the_figures_of_the_engine_but_names_no_command(translation):
    assert told("page.too-large", "This file has 1400 MB; the limit is 1024 MB.", "Split it.").what.endswith(
        "1024 MB."
    )
    remedy = told("library.file-damaged", "A file was cut off.", "Run 'sanduku check' to see more.").remedy
    assert remedy == "Add the original again, or restore a backup."


def test_an_error_without_words_is_told_in_general_and_what_the_engine_says_as_a_detail(translation):
    class UnheardError(BadInputError):
        code = "unheard-of"

    error = UnheardError("No word.", remedy="None.")
    assert error_text(error) == "No word. None."
    translation.use("fr")
    general = told("error", "")
    assert error_text(error) == f"{general.what} {general.remedy} Détails : \u2068No word. None.\u2069"
    assert told("", "") == Told("", "")


def test_whatever_the_check_of_a_library_finds_is_told_in_the_language(translation):
    source = ast.parse(Path(checking.__file__).read_text(encoding="utf-8"))
    words = {node.value for node in ast.walk(source) if isinstance(node, ast.Constant)}
    codes = {word for word in words if isinstance(word, str) and re.fullmatch(r"[a-z]+\.[a-z-]+", word)}
    assert len(codes) > 10
    assert set(FOUND_BY_CHECK) <= codes
    translation.use("fr")
    for code in codes:
        said = told_problem(Problem(code, "Something is amiss.", "that", "Do this."))
        assert said.what
        assert said.remedy
        assert "amiss" not in said.what + said.remedy


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "sw"])
def test_models_that_are_missing_are_told_without_a_command_to_type(translation, language):
    translation.use(language)
    last_words = "/reading: It is not installed. Run 'python3 run.py setup': it makes this pack anew."
    said = told("pack.missing", last_words)
    for words in (said.what, said.remedy):
        assert words
        assert "python" not in words
        assert "run.py" not in words
    if language == "en":
        assert said.what == "The models for reading are missing on this computer."


def test_what_shares_a_name_is_told_apart(translation):
    translation.use("fr")
    index = CorruptLibraryError("The search index is damaged; documents and readings are not.")
    assert error_text(index) != error_text(CorruptLibraryError("The database is damaged."))


def test_each_error_that_a_button_can_mend_has_one():
    assert fix_of("page.encrypted") is Fix.PASSWORD
    assert fix_of("disk-full") is Fix.FREE_SPACE
    assert fix_of("page.damaged") is Fix.REMOVE
    assert fix_of("something.else") is Fix.TRY_AGAIN
