"""``packaging/build.py opencv``: OpenCV from its own source, with nothing but the parts that Sanduku uses.

The wheel that OpenCV's makers hand out opens videos, runs networks and solves equations, for which it brings
FFmpeg, AVIF and OpenBLAS: 159 MB. Of it Sanduku uses some fifty functions on pictures, and the reader of QR
codes. The same version is built here without the rest, with tools in an environment of their own, from the
source distribution that the constraints pin. Intel's closed IPP is left out too: it would have to be fetched
from elsewhere. Without it OpenCV reckons as it does on all processors but Intel's.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
WORK = BUILD / "opencv-work"
TARGET = BUILD / "opencv"
PACKAGE = "opencv-python-headless"
TOOLS = ("setuptools", "packaging", "scikit-build==0.19.1", "cmake==4.4.4", "ninja==1.13.2", "distro==1.9.0")
"""What its build asks for, beside numpy; scikit-build only so that pip can tell what the source is."""

MODULES = ("core", "flann", "geometry", "imgproc", "imgcodecs", "features", "objdetect", "python3")
OFF = (
    "IPP", "ITT", "LAPACK", "FFMPEG", "GSTREAMER", "V4L", "OPENCL", "OPENJPEG", "JASPER", "TIFF", "AVIF",
    "OPENEXR", "EIGEN", "PROTOBUF", "VTK", "ADE", "1394", "TBB", "OPENMP", "AVFOUNDATION", "MSMF",
    "DSHOW", "WIN32UI",
)  # fmt: skip
"""What OpenCV can be built with, and is not."""

NOT_BUILT = (
    "ITT",
    "OPENEXR",
    "PROTOBUF",
    "TESTS",
    "PERF_TESTS",
    "DOCS",
    "opencv_apps",
    "opencv_java",
    "opencv_python2",
)

OWN_COPIES = ("JPEG", "PNG", "ZLIB", "WEBP")
"""Decoders for the pictures of invitations, from OpenCV's own source rather than the system's."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.epilog = "Takes ten minutes or more of a processor core; 'frozen' uses what lies in build/opencv."
    parser.add_argument("--again", action="store_true", help="build it though its wheel is there")
    parser.add_argument("--source", type=Path, help="its source distribution, where there is no network")


def run(options: argparse.Namespace) -> int:
    """Build it, unless it is there."""
    version = pinned_version((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    mark = TARGET / "built.txt"
    wanted = "\n".join([version, *cmake_arguments(), ""])
    if options.again or not mark.is_file() or mark.read_text(encoding="utf-8") != wanted:
        _build(version, options.source)
        mark.write_text(wanted, encoding="utf-8")
    size = sum(file.stat().st_size for file in TARGET.rglob("*") if file.is_file())
    print(f"OpenCV {version} lies in {TARGET}: {size / 1e6:.1f} MB")
    return 0


def pinned_version(constraints: str, package: str = PACKAGE) -> str:
    """Return the version of a package that the constraints pin."""
    found = re.search(rf"^{re.escape(package)}==(\S+)", constraints, re.MULTILINE)
    if found is None:
        raise SystemExit(f"constraints.txt does not pin {package}.")
    return found[1]


def cmake_arguments() -> list[str]:
    """Return what CMake is told."""
    told = [f"-DBUILD_LIST={','.join(MODULES)}", "-DPYTHON3_LIMITED_API=ON", "-DCMAKE_BUILD_TYPE=Release"]
    told += [f"-DWITH_{name}=OFF" for name in OFF]
    told += [f"-DBUILD_{name}=ON" for name in OWN_COPIES]
    told += [f"-DBUILD_{name}=OFF" for name in NOT_BUILT]
    told += ["-DBUILD_SHARED_LIBS=OFF", "-DBUILD_opencv_python3=ON", "-DOPENCV_PYTHON3_INSTALL_PATH=python"]
    told += ["-DINSTALL_CREATE_DISTRIB=ON", "-DENABLE_CCACHE=OFF", "-DOPENCV_SKIP_PYTHON_LOADER=OFF"]
    if platform.machine().lower() in ("x86_64", "amd64"):
        # Two paths are enough: what is read should not depend on the newest processors, and each takes room.
        told.append("-DCPU_DISPATCH=SSE4_2;AVX2")
    if sys.platform.startswith("linux"):
        # The library stands on nothing but the C library, as the wheel's does.
        linked = "-Wl,--gc-sections,--as-needed,-s -static-libstdc++ -static-libgcc"
        told += [f"-DCMAKE_SHARED_LINKER_FLAGS={linked}", f"-DCMAKE_MODULE_LINKER_FLAGS={linked}"]
    return told


def _build(version: str, source: Path | None) -> None:
    shutil.rmtree(WORK, ignore_errors=True)
    venv.create(WORK / "tools", with_pip=True)
    folder = WORK / "tools" / ("Scripts" if os.name == "nt" else "bin")
    python = folder / ("python.exe" if os.name == "nt" else "python")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    numpy = f"numpy=={pinned_version((ROOT / 'constraints.txt').read_text(encoding='utf-8'), 'numpy')}"
    subprocess.run([*pip, "install", "--quiet", numpy, *TOOLS], check=True)
    tree = _unpacked(source or _downloaded(pip, version))
    environment = {**os.environ, "PATH": os.pathsep.join([str(folder), os.environ.get("PATH", "")])}
    cmake, made, place = str(folder / "cmake"), WORK / "made", WORK / "installed"
    told = [*cmake_arguments(), f"-DCMAKE_INSTALL_PREFIX={place}", *_for_python(python, environment)]
    for command in (
        [cmake, "-G", "Ninja", "-S", str(tree / "opencv"), "-B", str(made), *told],
        [cmake, "--build", str(made), "--parallel", str(os.cpu_count() or 2)],
        [cmake, "--install", str(made)],
    ):
        subprocess.run(command, env=environment, check=True)
    _arrange(place / "python" / "cv2", tree)
    shutil.rmtree(WORK)


def _downloaded(pip: list[str], version: str) -> Path:
    what = [f"{PACKAGE}=={version}", "--no-binary", PACKAGE, "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "download", "--quiet", "--dest", str(WORK), *what], check=True)
    return next(WORK.glob("opencv*.tar.gz"))


def _unpacked(source: Path) -> Path:
    with tarfile.open(source) as archive:
        archive.extractall(WORK / "source", filter="data")
    return next((WORK / "source").iterdir())


def _for_python(python: Path, environment: dict[str, str]) -> list[str]:
    """Return for which Python it is built: by the stable interface, so for later ones too."""
    asked = "import numpy, sysconfig; print(sysconfig.get_path('include')); print(numpy.get_include())"
    done = subprocess.run(
        [str(python), "-c", asked], env=environment, capture_output=True, text=True, check=True
    )
    include, numpy = done.stdout.split("\n")[:2]
    return [
        f"-DPYTHON3_EXECUTABLE={python}",
        f"-DPYTHON_DEFAULT_EXECUTABLE={python}",
        f"-DPYTHON3_INCLUDE_DIR={include}",
        f"-DPYTHON3_NUMPY_INCLUDE_DIRS={numpy}",
    ]


def _arrange(built: Path, tree: Path) -> None:
    """Lay out what was built as OpenCV's own wheel does: the library beside the code that loads it."""
    shutil.rmtree(TARGET, ignore_errors=True)
    shutil.copytree(built, TARGET / "cv2", ignore=shutil.ignore_patterns("python-3*", "typing", "*.pyi"))
    library = next(built.glob("python-3*/cv2*"))
    shutil.copyfile(library, TARGET / "cv2" / library.name)
    for name in ("LICENSE.txt", "LICENSE-3RD-PARTY.txt"):
        shutil.copyfile(tree / name, TARGET / "cv2" / name)
    for old in (TARGET / "cv2").glob("config-3*.py"):
        old.unlink()
    (TARGET / "cv2" / "config-3.py").write_text(
        "PYTHON_EXTENSIONS_PATHS = [LOADER_DIR] + PYTHON_EXTENSIONS_PATHS\n", encoding="utf-8"
    )
