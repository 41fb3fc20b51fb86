"""What is under the GPL goes out of the program, and what stands in for it refuses all it is asked."""

import ctypes
import shutil
import sys

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("cc") is None, reason="needs a C compiler for Linux"
)


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "_internal/tesserocr.libs/libjbig-2504a0c3.so.2.1"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"JBIG-KIT")
    return path


def test_the_library_is_replaced_by_one_of_the_same_name(part, library, tmp_path):
    assert part("sbom.replacing").replace_gpl(tmp_path) == [library]
    loaded = ctypes.CDLL(str(library))
    assert loaded.jbg_dec_in(None, b"", 0, None) != 0
    loaded.jbg_strerror.restype = ctypes.c_char_p
    assert loaded.jbg_strerror(32) == b"JBIG is not included"


def test_what_was_replaced_stays_as_it_is(part, library, tmp_path):
    part("sbom.replacing").replace_gpl(tmp_path)
    before = library.read_bytes()
    assert part("sbom.replacing").replace_gpl(tmp_path) == []
    assert library.read_bytes() == before


def test_it_has_all_that_the_wheel_of_tesserocr_asks_of_it(part, library, tmp_path):
    import subprocess
    from importlib.metadata import distribution

    found = distribution("tesserocr")
    asking = [found.locate_file(each) for each in found.files if "libtiff" in each.name]
    if not asking:
        pytest.skip("this wheel of tesserocr brings no TIFF library")
    part("sbom.replacing").replace_gpl(tmp_path)
    shown = subprocess.run(
        ["nm", "-D", "--undefined-only", asking[0]], capture_output=True, text=True, check=True
    )
    wanted = {line.split()[-1].partition("@")[0] for line in shown.stdout.splitlines() if "jbg_" in line}
    given = subprocess.run(
        ["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True
    )
    assert wanted <= {line.split()[-1] for line in given.stdout.splitlines()}


def test_without_a_compiler_it_says_what_to_do(part, library, tmp_path, monkeypatch):
    module = part("sbom.replacing")
    monkeypatch.setattr(module.shutil, "which", lambda _name: None)
    with pytest.raises(module.NoCompilerError, match="Install one"):
        module.replace_gpl(tmp_path)
    assert library.read_bytes() == b"JBIG-KIT"
