"""The frozen program reads its modules from the file that runs, whatever lies in its place by then."""

import runpy
import shutil
import sys
from types import SimpleNamespace

import pytest

from tests.packaging.frozen.conftest import ROOT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells what runs")


@pytest.fixture
def read_what_runs(monkeypatch):
    """Return the function with the loader of PyInstaller's that it would find."""
    module = runpy.run_path(str(ROOT / "packaging" / "frozen" / "start.py"))

    def read(name):
        archive = SimpleNamespace(_filename=str(name))
        monkeypatch.setitem(sys.modules, "pyimod02_importers", SimpleNamespace(pyz_archive=archive))
        module["read_what_runs"]()
        return archive._filename

    return read


def test_the_archive_within_the_program_is_read_from_what_runs(read_what_runs):
    assert read_what_runs(sys.executable) == "/proc/self/exe"


def test_an_archive_beside_the_program_keeps_its_name(read_what_runs, tmp_path):
    beside = shutil.copy(__file__, tmp_path / "modules.pyz")
    assert read_what_runs(beside) == str(beside)


def test_pyinstaller_keeps_its_archive_where_the_program_looks_for_it():
    from importlib.metadata import distribution

    loader = distribution("pyinstaller").locate_file("PyInstaller/loader")
    assert "pyz_archive = None" in (loader / "pyimod02_importers.py").read_text(encoding="utf-8")
    assert "self._filename = filename" in (loader / "pyimod01_archive.py").read_text(encoding="utf-8")
