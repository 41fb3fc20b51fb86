"""What packages say of the program comes from one place each, in five languages."""

import datetime

import pytest


def test_the_version_is_that_of_the_program(about):
    from engine.version import VERSION

    assert about.version == VERSION
    assert about.releases[0].version == VERSION


def test_every_language_of_the_window_says_everything(about):
    from desktop.choices import LANGUAGES

    assert set(about.words) == set(LANGUAGES)
    paragraphs = {len(words.description) for words in about.words.values()}
    assert len(paragraphs) == 1
    for words in about.words.values():
        assert words.generic and words.summary and words.keywords and words.team and words.update
        assert not words.summary.endswith(".")


def test_it_opens_what_the_engine_can_read(about):
    from engine.pages.kinds import KINDS

    assert {kind.media_type for kind in KINDS} <= set(about.document_types)


def test_releases_come_without_markup(part):
    releases = part("linux.about").read_releases(
        "# Changes\n\nWords.\n\n## 2.0.0, not released yet\n\nMore.\n\n"
        "- `sync` is\n  quicker ([how](docs/x.md)).\n\n"
        "## 1.0.0, 2026-03-04\n\n- First.\n"
    )
    assert [(each.version, each.date) for each in releases] == [
        ("2.0.0", None),
        ("1.0.0", datetime.date(2026, 3, 4)),
    ]
    assert releases[0].notes == ("sync is quicker (how).",)


@pytest.mark.parametrize("changelog", ["", "# Changes\n", "## 1.0.0\n\n- First.\n", "## 1.0.0, 4 March\n"])
def test_a_changelog_that_tells_of_no_release_is_refused(part, changelog):
    module = part("linux.about")
    with pytest.raises(module.ReleaseNotesError):
        module.read_releases(changelog)


def test_the_moment_of_the_sources_can_be_given(part, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert part("linux.about").source_moment() == 1700000000
