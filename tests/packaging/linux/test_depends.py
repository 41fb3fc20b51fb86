"""What the package depends on is what the program really needs from the system."""

import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's libraries")


@pytest.fixture
def needs(part):
    def of(libraries, **versions):
        numbers = {name: tuple(map(int, each.split("."))) for name, each in versions.items()}
        return part("linux.elf").Needs(dict.fromkeys(libraries, ("a",)), numbers, {})

    return of


def test_each_package_is_named_once_with_the_least_version_that_does(part, needs):
    found = part("linux.depends").depends(
        needs(["libc.so.6", "libm.so.6", "libstdc++.so.6", "libz.so.1"], GLIBC="2.35", GLIBCXX="3.4.29")
    )
    assert "libc6 (>= 2.35)" in found
    assert "libstdc++6 (>= 11)" in found
    assert "zlib1g" in found
    assert found == sorted(set(found))


def test_packages_that_were_renamed_are_named_by_both_names(part, needs):
    assert "libglib2.0-0t64 | libglib2.0-0" in part("linux.depends").depends(needs(["libglib-2.0.so.0"]))


def test_without_letters_there_is_no_window(part, needs):
    assert any("fonts-dejavu-core" in each for each in part("linux.depends").depends(needs([])))


def test_a_library_that_nobody_wrote_down_is_an_error_that_says_what_to_do(part, needs):
    module = part("linux.depends")
    with pytest.raises(module.UnknownLibraryError, match=r"libnew\.so\.3 \(needed by a\).*Bundle"):
        module.depends(needs(["libc.so.6", "libnew.so.3"]))


def test_what_only_printing_needs_is_recommended(part):
    module = part("linux.depends")
    plugin = "_internal/PySide6/Qt/plugins/printsupport/libcupsprintersupport.so"
    needs = part("linux.elf").Needs({"libcups.so.2": (plugin,)}, {}, {})
    assert "libcups2t64 | libcups2" not in module.depends(needs)
    assert "libcups2t64 | libcups2" in module.recommends(needs)


def test_all_that_set_up_looks_for_is_known_here(part):
    import runpy
    from pathlib import Path

    root = Path(__file__).parents[3]
    wanted = runpy.run_path(str(root / "run.py"), run_name="looked_at")["SYSTEM_LIBRARIES"]
    providers = part("linux.depends").PROVIDERS
    bundled = {"libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxcb-shape.so.0"}
    for library in wanted:
        if library.file not in bundled:
            assert library.package in providers[library.file].packages


def test_needs_are_read_from_the_files_themselves(part, tmp_path):
    import shutil

    program = shutil.which("true") or "/bin/true"
    shutil.copy(program, tmp_path / "true")
    (tmp_path / "words.txt").write_text("no program")
    needs = part("linux.elf").read_needs(tmp_path)
    assert needs.libraries["libc.so.6"] == ("true",)
    assert needs.versions["GLIBC"] >= (2, 2)


def test_what_is_bundled_is_not_asked_of_the_system(part, tmp_path):
    import shutil

    shutil.copy(shutil.which("true") or "/bin/true", tmp_path / "true")
    (tmp_path / "libc.so.6").write_bytes(b"stands for the library")
    needs = part("linux.elf").read_needs(tmp_path)
    assert "libc.so.6" not in needs.libraries
    assert "GLIBC" not in needs.versions


def test_what_the_oldest_system_lacks_is_named_with_the_files_that_need_it(part):
    depends, elf = part("linux.depends"), part("linux.elf")
    latest = {"GLIBC": ("numpy/core.so",), "GLIBCXX": ("numpy/core.so",)}
    fits = elf.Needs({}, {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 30)}, latest)
    assert depends.too_new(fits, "x86_64") == ""
    newer = elf.Needs({}, {"GLIBC": (2, 36), "GLIBCXX": (3, 4, 30)}, latest)
    told = depends.too_new(newer, "x86_64")
    assert "will not run on Ubuntu 22.04" in told
    assert "GLIBC_2.36 (needed by numpy/core.so)" in told
    assert "GLIBCXX" not in told
    assert depends.too_new(newer, "aarch64") == ""
    assert depends.too_new(newer, "riscv64") == ""
