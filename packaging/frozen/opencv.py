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
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from frozen.source import ALONE, CONSTRAINTS, Library, Workshop, build_once, pinned_version, take_options

OPENCV = Library(
    package="opencv-python-headless",
    place="opencv",
    # What its build asks for, beside numpy; scikit-build only that pip can tell what the source is.
    tools=(
        "setuptools", "packaging", "scikit-build==0.19.1", "cmake==4.4.4", "ninja==1.13.2", "distro==1.9.0",
    ),
    minutes=15,
)  # fmt: skip

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
    take_options(parser, OPENCV)


def run(options: argparse.Namespace) -> int:
    """Build it, unless it is there."""
    return build_once(OPENCV, cmake_arguments(), options, _build)


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
        told += [f"-DCMAKE_SHARED_LINKER_FLAGS={ALONE}", f"-DCMAKE_MODULE_LINKER_FLAGS={ALONE}"]
    return told


def generator() -> list[str]:
    """Return what builds it: Microsoft's tools on Windows, where Ninja would take any gcc on the path."""
    return ["-A", "x64"] if sys.platform == "win32" else ["-G", "Ninja"]


def _build(source: Path | None) -> None:
    workshop = Workshop(OPENCV)
    numpy = pinned_version(CONSTRAINTS.read_text(encoding="utf-8"), "numpy")
    workshop.pip("install", "--quiet", f"numpy=={numpy}")
    tree = _unpacked(workshop.pip_of_source("download", source))
    cmake, made, place = str(workshop.programs / "cmake"), OPENCV.work / "made", OPENCV.work / "installed"
    told = [*cmake_arguments(), f"-DCMAKE_INSTALL_PREFIX={place}", *_for_python(workshop)]
    for command in (
        [cmake, *generator(), "-S", str(tree / "opencv"), "-B", str(made), *told],
        [cmake, "--build", str(made), "--config", "Release", "--parallel", str(os.cpu_count() or 2)],
        [cmake, "--install", str(made), "--config", "Release"],
    ):
        subprocess.run(command, env=workshop.environment, check=True)
    _arrange(place / "python" / "cv2", tree)


def _unpacked(source: Path) -> Path:
    with tarfile.open(source) as archive:
        archive.extractall(OPENCV.work / "source", filter="data")
    return next((OPENCV.work / "source").iterdir())


def _for_python(workshop: Workshop) -> list[str]:
    """Return for which Python it is built: by the stable interface, so for later ones too."""
    asked = "import numpy, sysconfig; print(sysconfig.get_path('include')); print(numpy.get_include())"
    python = workshop.python
    done = subprocess.run(
        [str(python), "-c", asked], env=workshop.environment, capture_output=True, text=True, check=True
    )
    include, numpy = done.stdout.split("\n")[:2]
    # Elsewhere an extension module is linked with no library of Python's.
    stable = Path(sys.base_prefix) / "libs" / "python3.lib"
    return [
        *([f"-DPYTHON3_LIBRARY={stable}"] if sys.platform == "win32" else []),
        f"-DPYTHON3_EXECUTABLE={python}",
        f"-DPYTHON_DEFAULT_EXECUTABLE={python}",
        f"-DPYTHON3_INCLUDE_DIR={include}",
        f"-DPYTHON3_NUMPY_INCLUDE_DIRS={numpy}",
    ]


def _arrange(built: Path, tree: Path) -> None:
    """Lay out what was built as OpenCV's own wheel does: the library beside the code that loads it."""
    shutil.rmtree(OPENCV.target, ignore_errors=True)
    target = OPENCV.target / "cv2"
    shutil.copytree(built, target, ignore=shutil.ignore_patterns("python-3*", "typing", "*.pyi"))
    library = next(built.glob("python-3*/cv2*"))
    shutil.copyfile(library, target / library.name)
    for name in ("LICENSE.txt", "LICENSE-3RD-PARTY.txt"):
        shutil.copyfile(tree / name, target / name)
    for old in target.glob("config-3*.py"):
        old.unlink()
    (target / "config-3.py").write_text(
        "PYTHON_EXTENSIONS_PATHS = [LOADER_DIR] + PYTHON_EXTENSIONS_PATHS\n", encoding="utf-8"
    )
