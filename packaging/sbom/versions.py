"""Which versions of native libraries are inside: they are asked themselves, or the wheel's own bill is."""

import json
import re
import sqlite3
import ssl
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import Distribution, distribution, version
from pathlib import PurePosixPath
from typing import Any

from failing import BuildError

from engine.version import VERSION

_IN_NAME = re.compile(r"(?:\.so\.|[.-])(\d+(?:\.\d+)*[a-z]?)(?:\.so|\.dylib|\.dll)?$")


class UnknownVersionError(BuildError):
    """Nobody knows which version of a library lies in the program."""


def version_of(asked: str, file: PurePosixPath | None) -> str:
    """Return the version of a native library.

    Args:
        asked: Who knows it, as in ``libraries.toml``.
        file: The library, or None where it has none of its own.

    Raises:
        UnknownVersionError: It cannot be told.
    """
    kind, _, rest = asked.partition(":")
    try:
        if kind == "pil":
            return _of_pillow(rest)
        if kind == "wheel":
            return _of_wheel(*rest.split(":"))
        if kind == "name":
            return _of_name(file)
        if kind == "png":
            series, _, release = _of_name(file).partition(".")  # libpng16.so.16.58.0 is libpng 1.6.58
            return ".".join(filter(None, (series[0], series[1:], release.partition(".")[0])))
        if kind == "debian":
            return debian_package(file)[1]
        return _ASKED[kind]()
    except (KeyError, LookupError, ImportError, TypeError, subprocess.CalledProcessError) as error:
        raise UnknownVersionError(f"The version of {file or asked} cannot be told ({error}).") from error


def _of_pillow(feature: str) -> str:
    from PIL import features

    found = features.version(feature)
    if found is None:
        raise LookupError(f"Pillow does not know {feature}")
    return str(found)


def _of_wheel(name: str, library: str) -> str:
    components = components_of_wheel(distribution(name))
    for component in components:
        if component["name"].casefold().removesuffix("-libs") == library.casefold():
            return str(component["version"])
    if not components:
        return f"as in {name} {version(name)}"  # wheels for Windows and macOS say nothing of their parts
    raise LookupError(f"the wheel of {name} does not tell its {library}")


def components_of_wheel(found: Distribution) -> list[dict[str, Any]]:
    """Return what a wheel says of itself that it is made of (PEP 770), without itself."""
    components: list[dict[str, Any]] = []
    for file in found.files or ():
        if ".dist-info/sboms/" in file.as_posix() and file.suffix == ".json":
            components += json.loads(file.read_text(encoding="utf-8")).get("components", [])
    return [each for each in components if each.get("version") and not _is_itself(each, found)]


def _is_itself(component: dict[str, Any], found: Distribution) -> bool:
    return str(component.get("purl", "")).startswith("pkg:pypi/") or component["name"] == found.name


def _of_name(file: PurePosixPath | None) -> str:
    match = None if file is None else _IN_NAME.search(file.name)
    if match is None:
        raise LookupError("its name has no version")
    return match[1]


def debian_package(file: PurePosixPath | None) -> tuple[str, str]:
    """Return name and version of the system's package that a library came from.

    Raises:
        subprocess.CalledProcessError: No package has such a file.
    """
    name = "" if file is None else file.name
    shown = subprocess.run(["dpkg", "-S", f"*/{name}"], capture_output=True, text=True, check=True).stdout
    package = shown.splitlines()[0].partition(": ")[0].partition(":")[0]
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", package], capture_output=True, text=True, check=True
    )
    return package, told.stdout.splitlines()[0]


def _tesseract() -> list[str]:
    import tesserocr

    return str(tesserocr.tesseract_version()).split()


def _sqlcipher(statement: str) -> str:
    import sqlcipher3

    connection = sqlcipher3.connect(":memory:")
    try:
        return str(connection.execute(statement).fetchone()[0])
    finally:
        connection.close()


def _sqlcipher_openssl() -> str:
    import sqlcipher3

    connection = sqlcipher3.connect(":memory:")
    try:
        connection.execute("pragma key = 'any'")  # it loads its cryptography no earlier
        return str(connection.execute("pragma cipher_provider_version").fetchone()[0]).split()[1]
    finally:
        connection.close()


def _cryptography_openssl() -> str:
    from cryptography.hazmat.backends.openssl import backend

    return backend.openssl_version_text().split()[1]


def _heif(field: str) -> str:
    import pi_heif

    told = pi_heif.libheif_info()
    return str(told["libheif"] if field == "libheif" else told["decoders"][field].rpartition(" ")[2])


def _pdfium() -> str:
    import pypdfium2

    return str(pypdfium2.version.PDFIUM_INFO).partition("@")[0]


def _openblas() -> str:
    import numpy

    told: Any = numpy.show_config(mode="dicts")
    return str(told["Build Dependencies"]["blas"]["version"])


def _qt() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def _qpdf() -> str:
    import pikepdf

    return pikepdf.__libqpdf_version__


def _zstandard() -> str:
    import zstandard

    return ".".join(map(str, zstandard.ZSTD_VERSION))


def _opencv() -> str:
    import cv2

    return str(cv2.__version__)


_ASKED: dict[str, Callable[[], str]] = {
    "own": lambda: VERSION,
    "msvc": lambda: "14",  # the series, in which each takes the place of all before it
    "python": lambda: ".".join(map(str, sys.version_info[:3])),
    "pyinstaller": lambda: version("pyinstaller"),
    "openssl": lambda: ssl.OPENSSL_VERSION.split()[1],
    "sqlite": lambda: sqlite3.sqlite_version,
    "sqlcipher": lambda: _sqlcipher("pragma cipher_version").split()[0],
    "sqlcipher-sqlite": lambda: _sqlcipher("select sqlite_version()"),
    "sqlcipher-openssl": _sqlcipher_openssl,
    "tesseract": lambda: _tesseract()[1],
    "leptonica": lambda: _tesseract()[2].removeprefix("leptonica-"),
    "cryptography-openssl": _cryptography_openssl,
    "libheif": lambda: _heif("libheif"),
    "libde265": lambda: _heif("libde265"),
    "pdfium": _pdfium,
    "onnxruntime": lambda: version("onnxruntime"),
    "opencv": _opencv,
    "openblas": _openblas,
    "qt": _qt,
    "qpdf": _qpdf,
    "zstandard": _zstandard,
}
