"""The page of a release says what the changelog says of that version, and of no other."""

import runpy
from pathlib import Path

import pytest

from engine.version import VERSION

ROOT = Path(__file__).parents[2]
CHANGELOG = """\
# Changes

## 0.2.0, 2027-01-02

- Second.

## 0.2.0rc1, not released yet

- Candidate.

## 0.1.0, 2026-12-01

- First.
"""


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(ROOT / "packaging" / "release_notes.py"))


@pytest.mark.parametrize(
    ("version", "notes"),
    [
        ("0.2.0", "- Second."),
        ("0.2.0rc1", "- Candidate."),
        ("0.1.0", "- First."),
        ("0.2", None),
        ("9.9", None),
    ],
)
def test_the_part_of_one_version_is_cut_out(script, version, notes):
    assert script["release_notes"](CHANGELOG, version) == notes


def test_the_changelog_tells_of_the_version_at_hand(script):
    assert script["release_notes"]((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), VERSION)
