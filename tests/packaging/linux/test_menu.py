"""Menu entry, file types, metadata and manual are what their specifications ask for."""

import configparser
import gzip
import shutil
import subprocess
from xml.etree import ElementTree

import pytest


@pytest.fixture
def entry(part, about):
    parser = configparser.RawConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(part("linux.menu").desktop_entry(about, "sanduku-desktop"))
    return parser["Desktop Entry"]


def test_the_menu_entry_speaks_five_languages(entry, about):
    for key in ("GenericName", "Comment", "Keywords"):
        assert {key, *(f"{key}[{language}]" for language in about.words if language != "en")} <= set(entry)


def test_the_menu_entry_goes_by_the_name_of_the_window(entry):
    assert entry["Icon"] == entry["StartupWMClass"] == "sanduku"
    assert entry["Exec"] == "sanduku-desktop %F"


def test_the_menu_entry_opens_our_own_files(entry, part):
    types = entry["MimeType"].rstrip(";").split(";")
    assert "application/pdf" in types
    assert set(part("linux.menu").OWN_TYPES) <= set(types)
    assert len(types) == len(set(types))


def test_invitations_are_known_by_the_ending_that_the_program_gives_them(part):
    from engine.sync.wire.invitation import SUFFIX

    assert f"*{SUFFIX}" in {pattern for _, pattern in part("linux.menu").OWN_TYPES.values()}


def test_every_file_type_is_named_in_five_languages(part, about):
    root = ElementTree.fromstring(part("linux.menu").file_types(about))
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    for kind in root:
        assert len(kind.findall(f"{space}comment")) == len(about.words)


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils")
def test_the_menu_entry_is_valid(part, about, tmp_path):
    path = tmp_path / "sanduku.desktop"
    path.write_text(part("linux.menu").desktop_entry(about, "sanduku-desktop"), encoding="utf-8")
    subprocess.run(["desktop-file-validate", path], check=True)


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstream")
def test_the_metadata_is_valid(part, about, tmp_path):
    path = tmp_path / f"{about.publisher.application_id}.metainfo.xml"
    path.write_text(part("linux.metainfo").component(about), encoding="utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_metadata_tells_of_every_release(part, about):
    root = ElementTree.fromstring(part("linux.metainfo").component(about))
    releases = root.findall("releases/release")
    assert [each.get("version") for each in releases] == [each.version for each in about.releases]
    assert releases[0].findall("description/ul/li")


def test_the_manual_has_every_command(part, about):
    from engine.cli.commands import COMMANDS

    page = part("linux.manual").command_line_page(about)
    for name in COMMANDS:
        assert f"\n.SS sanduku {name}" in page


def test_the_manual_has_every_exit_code(part, about):
    from engine.errors import ExitCode

    page = part("linux.manual").command_line_page(about)
    said = {
        int(line.split()[1])
        for line in page.partition("EXIT STATUS")[2].splitlines()
        if line.startswith(".B ")
    }
    assert {int(code) for code in ExitCode} <= said


def test_the_manual_has_every_option_of_the_window(part, about):
    page = part("linux.manual").window_page(about)
    for option in ("library", "language", "settings"):
        assert f"\\-\\-{option}" in page


@pytest.mark.skipif(shutil.which("man") is None, reason="needs man")
def test_the_manual_can_be_shown(part, about, tmp_path):
    path = tmp_path / "sanduku.1.gz"
    path.write_bytes(gzip.compress(part("linux.manual").command_line_page(about).encode()))
    done = subprocess.run(
        ["man", "-l", str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )
    assert "sanduku read scans/ --language fr,ar --json > found.json" in done.stdout
