"""Folders are shown by the computer's own programs, which find their own libraries."""

import sys

import pytest

from desktop import outside

OPENER = """#!/bin/sh
printf '%s\\n' "$1" "${LD_LIBRARY_PATH-none}" "${QT_PLUGIN_PATH-none}" > "$TOLD.new"
mv "$TOLD.new" "$TOLD"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere programs do not inherit where libraries lie")
def test_a_file_manager_does_not_take_the_libraries_of_the_packaged_program(qtbot, tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    opener = tmp_path / "bin" / "xdg-open"
    opener.write_text(OPENER)
    opener.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/sanduku/_internal", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/sanduku/_internal")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/opt/sanduku/_internal/PySide6/Qt/plugins")
    monkeypatch.setenv("TOLD", str(tmp_path / "told"))
    assert outside.open_folder(tmp_path / "a folder")
    qtbot.waitUntil((tmp_path / "told").exists)
    assert (tmp_path / "told").read_text().splitlines() == [str(tmp_path / "a folder"), "none", "none"]


def test_a_program_from_source_leaves_it_to_qt(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(outside.QDesktopServices, "openUrl", lambda url: asked.append(url) or True)
    assert outside.open_folder(tmp_path)
    assert asked[0].toLocalFile() == str(tmp_path)
