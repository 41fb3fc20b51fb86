"""A release is not built with placeholders in the place of its publisher, and a trial says that it is one."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def build(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    spec = importlib.util.spec_from_file_location("sanduku_build", ROOT / "packaging" / "build.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def published(build, monkeypatch):
    """Say who publishes; returns the publisher's class."""
    from linux import about

    def say(**facts):
        held = {
            "maintainer": "Relief Team <it@relief.example>",
            "homepage": "https://relief.example",
            "application_id": "example.relief.Sanduku",
        } | facts
        monkeypatch.setattr(about, "read_publisher", lambda: about.Publisher(**held))

    return say


@pytest.fixture
def ran(build, monkeypatch):
    """What was built, by a word that builds nothing."""
    from types import SimpleNamespace

    done = []
    stand_in = SimpleNamespace(arguments=lambda parser: None, run=lambda options: done.append(options) or 0)
    monkeypatch.setattr(build.importlib, "import_module", lambda name: stand_in)
    return done


def test_a_trial_is_built_and_names_what_is_missing(build, published, ran, capsys, monkeypatch):
    monkeypatch.delenv("GITHUB_REF_TYPE", raising=False)
    published(
        maintainer="Sanduku maintainers <maintainers@sanduku.invalid>", homepage="https://sanduku.invalid"
    )
    assert build.main(["deb"]) == 0
    assert len(ran) == 1
    said = capsys.readouterr().err
    assert "maintainers@sanduku.invalid" in said and "application_id" in said and "publisher.toml" in said


@pytest.mark.parametrize("words", [["deb", "--release"], ["nsis"], ["sbom"]])
def test_a_release_is_refused(build, published, ran, capsys, monkeypatch, words):
    monkeypatch.setenv("GITHUB_REF_TYPE", "branch" if "--release" in words else "tag")
    published(homepage="https://sanduku.invalid")
    assert build.main(words) == 1
    assert ran == []
    assert "must not be built" in capsys.readouterr().err


def test_with_a_publisher_nothing_is_said(build, published, ran, capsys):
    published()
    assert build.main(["tar", "--release"]) == 0
    assert capsys.readouterr().err == ""


def test_what_names_no_publisher_asks_for_none(build, ran, capsys, monkeypatch):
    monkeypatch.setenv("GITHUB_REF_TYPE", "tag")
    assert build.main(["frozen"]) == 0
    assert capsys.readouterr().err == ""


def test_each_package_that_names_its_publisher_is_asked(build):
    assert {word.name for word in build.WORDS if word.published} == {
        "sbom", "deb", "tar", "appimage", "flatpak", "nsis", "portable", "dmg",
    }  # fmt: skip


def test_a_build_that_cannot_be_ends_with_a_sentence(build, ran, capsys, monkeypatch):
    from failing import BuildError

    from engine.errors import BadInputError, ExitCode

    for error in (BuildError("The program was not built."), BadInputError("No keys.", remedy="Make some.")):

        def fails(options, error=error):
            raise error

        monkeypatch.setattr(build.importlib.import_module(""), "run", fails)
        assert build.main(["frozen"]) == ExitCode.BAD_INPUT
        assert capsys.readouterr().err == f"Error: {error}\n"
