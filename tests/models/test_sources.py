"""Only model files that we know are used."""

import pytest

from engine.errors import ExitCode
from models.sources import RAPIDOCR, SourceMissingError, Wheel


def test_the_pinned_wheel_holds_the_files_that_we_know():
    for name in RAPIDOCR.files:
        assert RAPIDOCR.read(name)


def test_a_package_that_is_not_installed_is_told_with_the_command_that_installs_it():
    with pytest.raises(SourceMissingError, match="not installed") as caught:
        Wheel("no-such-package-here", "1.0", {"a": "0"}).read("a")
    assert "pip install --no-deps no-such-package-here==1.0" in caught.value.remedy
    assert caught.value.exit_code == ExitCode.MISSING_DEPENDENCY


def test_a_file_with_other_content_is_refused():
    name = next(iter(RAPIDOCR.files))
    with pytest.raises(SourceMissingError, match="another"):
        Wheel(RAPIDOCR.package, RAPIDOCR.version, {name: "0" * 64}).read(name)
