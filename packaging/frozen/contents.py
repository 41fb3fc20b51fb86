"""What goes into the frozen program and what stays out: lists alone, which the spec and the tests read.

Sanduku's own modules all go in, but for those that only developers start. Of the libraries, PyInstaller takes
what is imported; named here is what it takes too much of, and why that can go.
"""

import re
import sys
from pathlib import Path, PurePosixPath

OWN = ("engine", "desktop")

FOR_DEVELOPERS = (
    "desktop.screenshots",
    "desktop.real_screen",
    "desktop.studio",
    "desktop.translations.__main__",
)
"""Of our own: what draws the pictures of the manual and keeps translations in step."""

OWN_DATA = {
    "engine": ("**/*.sql", "**/*.toml", "**/*.json"),
    "desktop": ("**/*.svg", "**/*.qss", "samples/*"),
}
"""Patterns of the files that our packages read, by package; compiled translations are added by the build."""

EXCLUDED = (
    "tkinter", "_tkinter", "test", "lib2to3", "idlelib", "pydoc_data", "ensurepip", "venv",
    "pip", "setuptools", "wheel", "pkg_resources", "_distutils_hack", "distutils",
    "IPython", "pytest", "_pytest", "hypothesis", "mypy", "doctest",
    "torch", "transformers", "onnx", "rapidocr", "easyocr", "scipy", "pandas", "pyarrow", "matplotlib",
    "shapely", "huggingface_hub", "hf_xet", "tqdm", "yaml", "sympy", "networkx", "lxml", "openpyxl",
    "models", "headquarters", "benchmarks", "fastapi", "sqlalchemy", "psycopg", "uvicorn", "playwright",
    "attr", "attrs", "charset_normalizer", "click", "readline",
    "gdbm", "_gdbm", "_dbm", "curses", "PIL.ImageTk", "PIL.ImageQt", "PIL._imagingtk", "PIL._avif",
    "PIL.ImageFont", "PIL._imagingft",
    "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtDesigner", "PySide6.QtHelp",
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtUiTools",
    "PySide6.QtXml", "PySide6.QtConcurrent", "PySide6.QtNetwork", "PySide6.QtDBus",
    "numpy.linalg.lapack_lite", "zstandard._cffi", "zstandard.backend_cffi",
)  # fmt: skip
"""Modules that something names but nothing of ours needs: tools, servers, and other windows' parts."""

LEFT_OUT_MODULES = re.compile(
    r"^(pygments\.(lexers|styles|formatters|filters)\.(?!_mapping$|default$|python$|_builtin)"
    r"|numpy\.(.*\.)?tests(\.|$)|numpy\.(f2py|testing|typing\.mypy_plugin|distutils)(\.|$)"
    r"|anyio\._backends\._trio|PIL\.(Avif|Blp|Dds|Fli|Fpx|Ftex|Gbr|Mic|Mpeg|Pixar|Psd|Spider|Sun|Wal|Xpm)"
    r"|unittest(\.|$)|xmlrpc(\.|$)|pydoc(\.|$)|readline$|_?gdbm|_dbm|dbm\.|curses|_curses)"
)
"""Modules that come with what is imported: tests, lexers of languages for programs, what is under the GPL."""

SYSTEM_LIBRARIES = re.compile(
    r"^(libstdc\+\+|libgcc_s|libfontconfig|libfreetype|libglib-2|libgobject-2|libgio-2|libgmodule-2|libgthread-2"
    r"|libdbus-1|libGL|libEGL|libGLX|libGLdispatch|libOpenGL|libgbm|libdrm\.|libX|libxcb\.so|libwayland-"
    r"|libxkbcommon\.|libz\.so|libexpat|libuuid|libffi|libselinux|libmount|libblkid|libpcre2|libsystemd|libcap\.|libgcrypt|libcups\.|libjpeg\.so|libpixman|libcairo|libpango"
    r"|libgpg-error|liblz4|libzstd\.so|liblzma|libbz2|libpng16\.so\.16$|libbrotli|libbsd|libmd\.|libICE|libSM)"
)
"""Linux: what every desktop has in the edition that fits its own drivers, fonts and keyboards."""

QT_PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "imageformats": ("qjpeg", "qsvg", "qico"),
    "iconengines": ("qsvgicon",),
    "styles": ("qmodernwindowsstyle", "qmacstyle"),
    "tls": (),
    "networkinformation": (),
    "generic": (),
    "egldeviceintegrations": (),
    "sqldrivers": (),
    "qmltooling": (),
    "platformthemes": ("qxdgdesktopportal",),
    "platforminputcontexts": ("composeplatforminputcontext", "ibusplatforminputcontext"),
    "xcbglintegrations": (),
    "wayland-graphics-integration-client": (),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell", "wl-shell-plugin", "fullscreen-shell"),
    "printsupport": ("cups",),
}
"""Qt's plugins that go in, by their folder, by what the file's name begins with (after ``lib``)."""

QT_LIBRARIES_OUT = (
    "Qt6Qml", "Qt6QmlMeta", "Qt6QmlModels", "Qt6QmlWorkerScript", "Qt6Quick", "Qt6VirtualKeyboard",
    "Qt6OpenGL", "Qt6Network", "Qt6Sql", "Qt6Test", "Qt6Designer", "Qt6Help", "Qt6UiTools",
    "Qt6EglFSDeviceIntegration", "Qt6EglFsKmsSupport", "opengl32sw", "Qt6WaylandEglClientHwIntegration",
)  # fmt: skip
"""Qt's libraries that only plugins which stay out need, by what the file's name begins with."""

SECOND_COPIES = ("opencv_videoio_ffmpeg", "onnxruntime.dll", "libonnxruntime.")
"""Libraries that nothing opens: videos, and ONNX Runtime once more, which its Python module holds whole."""

LANGUAGES = ("ar", "en", "es", "fr", "sw")


def wanted(target: str) -> bool:
    """Tell whether a file that PyInstaller found goes in, by its place in the program's folder."""
    place = PurePosixPath(target.replace("\\", "/"))
    name = place.name
    stem = name.removeprefix("lib")
    if sys.platform.startswith("linux") and len(place.parts) == 1 and SYSTEM_LIBRARIES.match(name):
        return False
    if "PySide6" in place.parts:
        if stem.startswith(QT_LIBRARIES_OUT):
            return False
        if "plugins" in place.parts:
            allowed = QT_PLUGINS.get(place.parent.name)
            return allowed is not None and stem.startswith(allowed) and bool(allowed)
        if "translations" in place.parts:
            return name.startswith("qtbase_") and name[len("qtbase_") : -len(".qm")] in LANGUAGES
        if "qml" in place.parts:
            return False
    if name.startswith(SECOND_COPIES):
        return False
    return not (
        ".dist-info" in str(place) and name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
    )


def wanted_module(name: str) -> bool:
    """Tell whether a Python module that PyInstaller found goes in."""
    return LEFT_OUT_MODULES.match(name) is None


def own_data(root: Path) -> list[tuple[str, str]]:
    """Return our packages' own files, each with the folder that it goes to."""
    return [
        (str(file), str(file.parent.relative_to(root)))
        for package, patterns in OWN_DATA.items()
        for pattern in patterns
        for file in sorted((root / package).glob(pattern))
        if file.is_file()
    ]


def own_modules(root: Path) -> list[str]:
    """Return the names of all our modules that go in."""
    names = []
    for package in OWN:
        for file in sorted((root / package).rglob("*.py")):
            parts = file.relative_to(root).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            if not name.startswith(FOR_DEVELOPERS):
                names.append(name)
    return names
