"""``packaging/build.py numpy``: NumPy from its own source, without OpenBLAS, for the frozen program of Linux.

The wheel that NumPy's makers hand out multiplies large matrices by OpenBLAS, which takes 28 MB with Fortran's
library, and keeps a way to reckon for every processor. Sanduku hardly multiplies large matrices: its models
are reckoned by ONNX Runtime. The same version is built here with NumPy's own plain routines instead, and with
two ways to reckon, as OpenCV is: what comes out should not depend on the newest processors. What that costs
and saves stands in ``packaging/README.md``.
"""

import argparse
import platform
import shutil
import sys
import zipfile
from pathlib import Path

from frozen.source import LINKED, Library, Workshop, build_once, take_options

NUMPY = Library(
    package="numpy",
    place="numpy",
    tools=("meson-python==0.22.1", "meson==1.12.1", "ninja==1.13.2", "Cython==3.3.1"),
    minutes=6,
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    take_options(parser, NUMPY)


def run(options: argparse.Namespace) -> int:
    """Build it, unless it is there.

    Raises:
        SystemExit: This is not Linux, where alone it was tried: the wheel's own is to be used elsewhere.
    """
    if not sys.platform.startswith("linux"):
        raise SystemExit(
            "On this system the program takes NumPy's own wheel: 'build.py frozen' needs nothing for that."
        )
    return build_once(NUMPY, meson_arguments(), options, _build)


def meson_arguments() -> list[str]:
    """Return what Meson is told."""
    told = ["-Dblas=none", "-Dlapack=none", "-Dallow-noblas=true", "-Ddisable-svml=true"]
    # What only NumPy's own tests of its arithmetic ask for; they are no part of the program.
    told.append("-Dtest-simd=BASELINE")
    if platform.machine().lower() in ("x86_64", "amd64"):
        told.append("-Dcpu-dispatch=X86_V3")
    # With the library of C++ linked in it would not run on Ubuntu 22.04: Debian's copy of that needs glibc
    # 2.36. The system's own is there, since Qt needs it.
    return [*told, f"-Dc_link_args={LINKED}", f"-Dcpp_link_args={LINKED}"]


def _build(source: Path | None) -> None:
    wheel = Workshop(NUMPY).pip_of_source("wheel", source, meson_arguments())
    shutil.rmtree(NUMPY.target, ignore_errors=True)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(NUMPY.target)
