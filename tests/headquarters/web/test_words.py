"""The pages say everything in every language, and carry no words that nothing says."""

import re
import string
from pathlib import Path

import pytest

from headquarters.people.roles import Role
from headquarters.records.listing import Shelf
from headquarters.review.laptop_settings import offered
from headquarters.web.pages import MENU
from headquarters.web.words import LANGUAGES, load_tongues, preferred

WEB = Path(__file__).parents[3] / "headquarters" / "web"
TONGUES = load_tongues()
FAMILIES = {
    "menu": [entry.name for entry in MENU],
    "role": [*(role.value for role in Role), *(f"{role.value}.help" for role in Role)],
    "shelf": [shelf.value for shelf in Shelf],
    "state": ["none", "approved", "returned", "problem"],
    "kind": ["page", "name", "answer", "tag", "case", "comment"],
    "answer": ["accepted", "rejected", "corrected"],
    "correction": ["text", "add", "delete", "split", "merge", "undo", "redo"],
    "standing": ["overruled", "cannot-apply"],
    "conflict": ["hq-field", "laptops", "structure", "undone", "not-applied", "line-gone"],
    "laptops.branch": ["cloned", "restored"],
    "packs.state": ["waiting", "told", "fetched", "installed", "refused"],
    "export.format": ["csv", "hxl", "xlsx", "jsonl", "parquet"],
    "audit.fault": ["missing", "altered", "out-of-chain"],
    "records.none": ["inbox", "conflict", "trash"],
    "setting": [each.name for each in offered()],
    "wish": ["waiting", "told", "taken", "refused"],
    "choice": ["none", "doubtful", "all"],
}
"""Names that templates put together from a word and a value."""


def said() -> set[str]:
    names = {f"{family}.{value}" for family, values in FAMILIES.items() for value in values}
    for file in WEB.glob("templates/*.html"):
        names |= set(re.findall(r'\bt\(\s*"([^"]+)"\s*[,)]', file.read_text(encoding="utf-8")))
        names |= set(re.findall(r'else t\("([^"]+)"\)', file.read_text(encoding="utf-8")))
    for file in WEB.glob("*.py"):
        source = file.read_text(encoding="utf-8")
        names |= set(re.findall(r'(?:say|words)[(\[]"([^"]+)"', source))
        names |= {f"done.{name}" for name in re.findall(r'see_other\([^)]*, "([a-z-]+)"\)', source)}
    return names | {f"done.{state}" for state in FAMILIES["state"]}


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_is_said_in_every_language(code):
    assert said() <= set(TONGUES[code].words)
    assert set(TONGUES[code].words) == set(TONGUES["en"].words)


def test_no_words_are_left_over():
    errors = {name for name in TONGUES["en"].words if name.startswith("error.")}
    assert set(TONGUES["en"].words) - said() - errors == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_fills_in_the_same_values(code):
    def values(text):
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)

    for name, text in TONGUES[code].words.items():
        assert text.strip(), name
        assert values(text) == values(TONGUES["en"].words[name]), name


@pytest.mark.parametrize(
    ("header", "code"),
    [("", "en"), ("de", "en"), ("fr-CA,fr;q=0.9", "fr"), ("de, sw;q=0.5", "sw"), ("*", "en"), ("ar", "ar")],
)
def test_a_browser_gets_the_language_that_it_asks_for(header, code):
    assert preferred(header) == code


def test_a_share_is_never_rounded_up_to_certainty():
    assert TONGUES["en"].percent(0.999) == "99%"
    assert TONGUES["en"].percent(1.0) == "100%"
