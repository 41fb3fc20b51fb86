"""What is under the GPL ends the build under whatever name it comes, and so does a library without a row."""

from pathlib import PurePosixPath

import pytest


@pytest.fixture
def parts(part, frozen, owners, monkeypatch):
    monkeypatch.setattr(part("sbom.parts"), "version_of", lambda *_: "9")
    return lambda: part("sbom.parts").parts_of(part("sbom.inside").look_inside(frozen), owners())


@pytest.fixture
def wheel(site, frozen):
    """Have a wheel bring a file, and the program take it."""

    def bring(place, content=b"x"):
        site("kind", files=["kind/__init__.py", place])
        path = frozen / "_internal" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return bring


@pytest.mark.parametrize(
    "place",
    [
        "kind.libs/libnew-1a2b3c4d.so.2.1",
        "kind/libnew.so",
        "kind/libnew.so.5",
        "kind/new.dll",
        "kind/.dylibs/libnew.2.dylib",
        "kind/__dot__dylibs/libnew.dylib",
    ],
)
def test_a_library_that_a_wheel_brings_needs_a_row_of_its_own(part, parts, wheel, place):
    """That the wheel itself is allowed says nothing of it."""
    wheel(place)
    with pytest.raises(part("sbom.parts").UnaccountedError, match="new"):
        parts()


@pytest.mark.parametrize(
    "place",
    ["kind/part.cpython-312-x86_64-linux-gnu.so", "kind/part.abi3.so", "kind/part.so", "kind/part.pyd"],
)
def test_a_module_of_a_wheel_is_the_wheels(parts, wheel, place):
    wheel(place)
    found = next(each for each in parts() if each.name == "kind")
    assert f"_internal/{place}" in [each.as_posix() for each in found.files]


@pytest.mark.parametrize(
    ("place", "content", "named"),
    [
        ("kind/part.abi3.so", b"\x7fELF..JBIG-KIT 2.1 -- (c) Markus Kuhn..", "JBIG-KIT"),
        ("tesserocr.libs/libtiff-76fbcf36.so.5", b"JBIG-KIT 2.1 -- (c)", "JBIG-KIT"),
        ("kind/part.pyd", b"\0rl_readline_state\0", "Readline"),
        ("opencv_python_headless.libs/libavcodec-1.so.62", b"--enable-gpl --enable-libx264", "FFmpeg"),
        ("PySide6/Qt/lib/libQt6Charts.so.6", b"x", "Qt modules"),
        ("PySide6/Qt6VirtualKeyboard.dll", b"x", "Qt modules"),
    ],
)
def test_the_gpl_is_found_by_what_stands_within_and_by_names(part, parts, wheel, place, content, named):
    wheel(place, content)
    with pytest.raises(part("sbom.licensing").LicenceRefusedError, match=named) as told:
        parts()
    assert PurePosixPath(place).name in str(told.value)


def test_what_stands_in_for_a_library_passes_under_its_name(parts, wheel):
    wheel("tesserocr.libs/libjbig-2504a0c3.so.2.1", b"JBIG is not included")
    assert "Stand-in for JBIG-KIT" in [each.name for each in parts()]


def test_every_refused_library_can_be_found(part):
    refused = part("sbom.refusing").refused_libraries()
    assert refused
    assert all(each.files or each.tells for each in refused)
    assert all(part("sbom.licensing").is_refused(each.licence) for each in refused)


def test_an_empty_library_holds_nothing(part, tmp_path):
    (tmp_path / "none.so").touch()
    assert not part("sbom.refusing").holds(tmp_path / "none.so", (b"x",))


def test_our_own_build_of_a_library_speaks_for_itself_where_it_went_in(part, tmp_path):
    built, program = tmp_path / "numpy", tmp_path / "sanduku"
    for folder in (built, program / "_internal"):
        (folder / "numpy").mkdir(parents=True)
        (folder / "numpy/core.cpython-311.so").write_bytes(b"ours")
    (built / "numpy/tests.cpython-311.so").write_bytes(b"what no program takes")
    find = part("sbom.shipping").built_inside
    assert list(find(program, [built, tmp_path / "nowhere"])) == [built]
    (program / "_internal/numpy/core.cpython-311.so").write_bytes(b"the wheel's")
    assert list(find(program, [built])) == []
