"""The words of build.py are taught, and the build takes its version, its pins and its time from one place."""

import ast
import re
import runpy
import shutil
import subprocess

import pytest

from engine.version import VERSION
from tests.packaging.frozen.conftest import ROOT

BUILD = runpy.run_path(str(ROOT / "packaging" / "build.py"))


def test_help_names_every_word(capsys):
    with pytest.raises(SystemExit) as end:
        BUILD["main"](["--help"])
    assert end.value.code == 0
    told = capsys.readouterr().out
    for word in BUILD["WORDS"]:
        assert word.name in told


def test_every_word_has_a_module_with_both_functions():
    for word in BUILD["WORDS"]:
        file = (ROOT / "packaging").joinpath(*word.module.split(".")).with_suffix(".py")
        named = {
            each.name for each in ast.parse(file.read_text(encoding="utf-8")).body if hasattr(each, "name")
        }
        assert {"arguments", "run"} <= named, word.name


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="asks git what belongs to the project"
)
def test_the_version_stands_in_one_place_alone():
    tracked = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "packaging", "engine", "desktop", "pyproject.toml"],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    quoted = re.compile(rf"""["'>]{re.escape(VERSION)}["'<]""")
    naming = [
        name
        for name in tracked
        if (ROOT / name).suffix in (".py", ".toml", ".spec", ".plist", ".nsi", ".xml", ".in", ".yml", ".sh")
        and (ROOT / name).is_file()
        and not (ROOT / name).name.startswith("prove_")  # stand-ins with versions of their own
        and quoted.search((ROOT / name).read_text(encoding="utf-8"))
    ]
    assert naming == ["engine/version.py"]


def test_windows_is_told_the_version_in_numbers_and_in_words(part):
    resource = part("frozen.freezing").version_resource()
    numbers = ", ".join([*VERSION.split("."), "0"])
    assert f"filevers=({numbers})" in resource
    assert f"StringStruct('ProductVersion', '{VERSION}')" in resource
    compile(resource, "version.txt", "eval")


def test_times_of_a_build_come_from_the_last_commit_or_from_who_builds(part, monkeypatch):
    freezing = part("frozen.freezing")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert freezing.source_date().isdigit()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    assert freezing.source_date() == "12345"


def test_opencv_is_built_with_every_module_that_the_code_uses(part):
    """What of OpenCV is a module of its own stands as ``cv2.module.function`` in the code."""
    modules = part("frozen.opencv").MODULES
    used = {
        found
        for package in ("engine", "desktop")
        for file in (ROOT / package).rglob("*.py")
        for found in re.findall(r"\bcv2\.([a-z]\w*)\.", file.read_text(encoding="utf-8"))
    }
    assert used - {"ipp", "utils"} <= set(modules)


def test_sizes_count_a_file_under_two_names_once(part, tmp_path):
    (tmp_path / "_internal" / "numpy.libs").mkdir(parents=True)
    (tmp_path / "_internal" / "numpy").mkdir()
    (tmp_path / "_internal" / "numpy.libs" / "blas.so").write_bytes(bytes(300))
    (tmp_path / "_internal" / "numpy" / "core.so").write_bytes(bytes(50))
    (tmp_path / "sanduku").write_bytes(bytes(100))
    (tmp_path / "sanduku-desktop").hardlink_to(tmp_path / "sanduku")
    assert part("frozen.sizes").sizes(tmp_path) == {"numpy": 350, "sanduku": 100}
