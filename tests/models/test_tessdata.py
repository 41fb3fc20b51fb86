"""Language files come from this computer or from the distribution, whole or not at all."""

from pathlib import Path

import pytest

from engine.settings import Places
from models.tessdata import fetch_tessdata

BIG = b"x" * 4096


class Distribution:
    """Stands for apt-get and dpkg-deb: packages by name, with what each of them unpacks to."""

    def __init__(self, *codes, lists=True, installed=True):
        self.codes, self.lists, self.installed, self.commands = codes, lists, installed, []

    def __call__(self, command, folder):
        self.commands.append(tuple(command[:2]))
        if not self.installed:
            return 127
        if command[:2] == ["apt-get", "update"]:
            self.lists = True
            return 0
        if command[:2] == ["apt-get", "download"]:
            wanted = [package.removeprefix("tesseract-ocr-") for package in command[2:]]
            if not self.lists or not set(wanted) <= set(self.codes):
                return 100
            for code in wanted:
                (folder / f"tesseract-ocr-{code}_1%3a4.1.0-2_all.deb").write_bytes(code.encode())
            return 0
        code = (folder / command[2]).read_text()
        data = folder / command[3] / "usr/share/tesseract-ocr/5/tessdata"
        papers = folder / command[3] / f"usr/share/doc/tesseract-ocr-{code}"
        data.mkdir(parents=True, exist_ok=True)
        papers.mkdir(parents=True)
        (data / f"{code}.traineddata").write_bytes(BIG)
        (papers / "copyright").write_text("Apache-2.0")
        return 0


@pytest.fixture
def places(tmp_path):
    return Places(tmp_path / "home")


@pytest.fixture(autouse=True)
def bare_system(monkeypatch):
    """Whatever this computer has installed must not change these tests."""
    monkeypatch.setattr(
        "engine.ocr.tessdata.system_folders", lambda environ: tuple(map(Path, environ.values()))
    )


def fetch(places, distribution, **environ):
    return fetch_tessdata(places, codes=("eng", "ara"), environ=environ, run=distribution)


def names(places):
    return sorted(file.name for file in places.tessdata.iterdir())


def test_packages_are_unpacked_with_their_licences(places):
    fetched = fetch(places, Distribution("eng", "ara"))
    assert fetched.downloaded == ("eng", "ara")
    assert fetched.remedy == ""
    assert names(places) == ["ara.copyright", "ara.traineddata", "eng.copyright", "eng.traineddata"]


def test_a_second_run_does_nothing(places):
    fetch(places, Distribution("eng", "ara"))
    again = Distribution("eng", "ara")
    assert fetch(places, again).present == ("eng", "ara")
    assert again.commands == []


def test_what_the_system_has_is_not_downloaded(places, tmp_path):
    system = tmp_path / "system"
    system.mkdir()
    (system / "eng.traineddata").write_bytes(BIG)
    fetched = fetch(places, Distribution("eng", "ara"), TESSDATA_PREFIX=str(system))
    assert (fetched.copied, fetched.downloaded) == (("eng",), ("ara",))


def test_missing_package_lists_are_fetched_first(places):
    distribution = Distribution("eng", "ara", lists=False)
    assert fetch(places, distribution).missing == ()
    assert ("apt-get", "update") in distribution.commands


def test_a_package_that_the_release_lacks_does_not_cost_the_others(places):
    fetched = fetch(places, Distribution("eng"))
    assert (fetched.downloaded, fetched.missing) == (("eng",), ("ara",))
    assert "tesseract-ocr-ara" in fetched.remedy


@pytest.mark.parametrize("distribution", [Distribution(installed=False), Distribution()])
def test_without_a_source_the_answer_says_what_to_install(places, distribution):
    fetched = fetch(places, distribution)
    assert fetched.missing == ("eng", "ara")
    assert "sudo apt install tesseract-ocr-eng tesseract-ocr-ara" in fetched.remedy
    assert names(places) == []


def test_what_a_killed_run_left_is_removed(places):
    (places.tessdata / ".draft-old").mkdir(parents=True)
    (places.tessdata / ".draft-file").write_bytes(b"half")
    fetch(places, Distribution("eng", "ara"))
    assert not [name for name in names(places) if name.startswith(".")]


def test_no_draft_is_ever_seen_under_a_final_name(places):
    """A broken copy must not be taken for a language: every file appears by a rename."""
    places.tessdata.mkdir(parents=True)
    seen = []

    class Watching(Distribution):
        def __call__(self, command, folder):
            seen.extend(file.name for file in places.tessdata.glob("*.traineddata"))
            return super().__call__(command, folder)

    fetch(places, Watching("eng", "ara"))
    assert seen == []
