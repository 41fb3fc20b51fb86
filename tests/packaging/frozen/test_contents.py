"""Whatever the program needs goes in, and what it must not have stays out."""

import pytest

from tests.packaging.frozen.conftest import ROOT


@pytest.fixture(scope="module")
def contents(part):
    return part("frozen.contents")


def test_every_module_of_ours_that_is_started_by_its_name_goes_in(contents):
    modules = contents.own_modules(ROOT)
    for name in (
        "engine.worker.__main__",
        "engine.cli.__main__",
        "engine.inventory.__main__",
        "engine.inventory.changing",
        "engine.sync.__main__",
        "engine.selftest.__main__",
        "desktop.selftest",
        "desktop.program",
    ):
        assert name in modules


def test_what_developers_start_stays_out_and_nothing_that_goes_in_needs_it_when_it_is_loaded(contents):
    modules = contents.own_modules(ROOT)
    assert not [name for name in modules if name.startswith(contents.FOR_DEVELOPERS)]
    for name in modules:
        file = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        file = file if file.is_file() else file.with_suffix("") / "__init__.py"
        for line in file.read_text(encoding="utf-8").splitlines():
            for left_out in contents.FOR_DEVELOPERS:
                assert not line.startswith((f"from {left_out} ", f"import {left_out}")), f"{name}: {line}"


def test_every_file_that_lies_beside_our_code_goes_in_unless_it_is_known_to_stay(contents):
    taken = {source for source, _ in contents.own_data(ROOT)}
    left = [
        file.relative_to(ROOT).as_posix()
        for package in contents.OWN
        for file in (ROOT / package).rglob("*")
        if file.is_file() and str(file) not in taken and "__pycache__" not in file.parts
    ]
    assert {name.rpartition(".")[2] for name in left} <= {"py", "ts", "typed", "qm", "md", "html", "css"}
    assert {source.rpartition(".")[2] for source in taken} >= {"sql", "toml", "json", "svg", "qss", "jpg"}


def test_data_lies_where_the_code_looks_for_it(contents):
    places = dict(contents.own_data(ROOT))
    assert places[str(ROOT / "desktop" / "style" / "program.svg")].replace("\\", "/") == "desktop/style"
    assert places[str(ROOT / "engine" / "taxonomy.toml")] == "engine"


@pytest.mark.parametrize(
    ("target", "goes_in"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/unheard-of/libnew.so", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/translations/qtbase_ar.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("cv2/opencv_videoio_ffmpeg500_64.dll", False),
        ("onnxruntime/capi/libonnxruntime.1.31.1.dylib", False),
        ("onnxruntime/capi/onnxruntime.dll", False),
        ("onnxruntime/capi/onnxruntime_pybind11_state.so", True),
        ("numpy-2.4.6.dist-info/RECORD", False),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("shipped/packs/reading/pack.json", True),
    ],
)
def test_files_go_in_by_their_place(contents, target, goes_in):
    assert contents.wanted(target) is goes_in


def test_libraries_that_fit_the_system_are_left_to_it_on_linux(contents, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name in (
        "libstdc++.so.6",
        "libfontconfig.so.1",
        "libxcb.so.1",
        "libGL.so.1",
        "libwayland-client.so.0",
    ):
        assert not contents.wanted(name)
    for name in ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libpython3.11.so.1.0", "libcrypto.so.3"):
        assert contents.wanted(name)


@pytest.mark.parametrize(
    "name", ["readline", "_gdbm", "numpy.f2py.crackfortran", "numpy._core.tests._locales"]
)
def test_modules_under_the_gpl_and_tests_stay_out(contents, name):
    assert not contents.wanted_module(name)


@pytest.mark.parametrize(
    "name", ["numpy.random", "pygments.lexers", "pygments.lexers._mapping", "PIL.ImageCms"]
)
def test_modules_that_others_load_go_in(contents, name):
    assert contents.wanted_module(name)


def test_nothing_that_builds_takes_the_name_of_a_library():
    """PyInstaller looks beside the program's first file before it looks anywhere else."""
    import importlib.util

    beside = [file.stem for file in (ROOT / "packaging" / "frozen").glob("*.py")]
    assert [name for name in beside if importlib.util.find_spec(name)] == []
