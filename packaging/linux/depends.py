"""Which Debian packages hold the libraries that the frozen program needs from the system.

The table says it for Debian 12 and later and Ubuntu 22.04 and later alike, so that the package does not
depend on which of them it is built on. A library that it does not name is an error: then it is either to be
bundled, or to be written down here, after looking whether desktops have it. On a laptop without a network
nothing can be fetched.
"""

import fnmatch
import platform
from typing import NamedTuple

from failing import BuildError

from linux.elf import Needs


class Provider(NamedTuple):
    """The packages that hold a library.

    Attributes:
        packages: Names in order of preference, newest first; any will do.
        use: What the library is needed for.
    """

    packages: tuple[str, ...]
    use: str


class UnknownLibraryError(BuildError):
    """The program needs libraries of the system that no Debian package is known for."""


C_LIBRARY = ("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1",
             "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libresolv.so.2", "libcrypt.so.1")  # fmt: skip

_C = Provider(("libc6",), "everything")
PROVIDERS = {
    **{name: _C for name in C_LIBRARY if name != "libcrypt.so.1"},
    "libcrypt.so.1": Provider(("libcrypt1",), "Python"),
    "libstdc++.so.6": Provider(("libstdc++6",), "reading engines"),
    "libgcc_s.so.1": Provider(("libgcc-s1",), "reading engines"),
    "libz.so.1": Provider(("zlib1g",), "reading engines"),
    "libbz2.so.1.0": Provider(("libbz2-1.0",), "Python"),
    "liblzma.so.5": Provider(("liblzma5",), "Python"),
    "libffi.so.8": Provider(("libffi8",), "Python"),
    "libuuid.so.1": Provider(("libuuid1",), "Python"),
    "libexpat.so.1": Provider(("libexpat1",), "Python"),
    "libzstd.so.1": Provider(("libzstd1",), "window"),
    "libEGL.so.1": Provider(("libegl1",), "window"),
    "libGL.so.1": Provider(("libgl1",), "window"),
    "libGLX.so.0": Provider(("libglx0",), "window"),
    "libOpenGL.so.0": Provider(("libopengl0",), "window"),
    "libglib-2.0.so.0": Provider(("libglib2.0-0t64", "libglib2.0-0"), "window"),
    "libgthread-2.0.so.0": Provider(("libglib2.0-0t64", "libglib2.0-0"), "window"),
    "libgobject-2.0.so.0": Provider(("libglib2.0-0t64", "libglib2.0-0"), "window"),
    "libbrotlidec.so.1": Provider(("libbrotli1",), "window"),
    "libbrotlicommon.so.1": Provider(("libbrotli1",), "window"),
    "libgssapi_krb5.so.2": Provider(("libgssapi-krb5-2",), "window"),
    "libdbus-1.so.3": Provider(("libdbus-1-3",), "window"),
    "libfontconfig.so.1": Provider(("libfontconfig1",), "window: fonts"),
    "libfreetype.so.6": Provider(("libfreetype6",), "window: fonts"),
    "libxkbcommon.so.0": Provider(("libxkbcommon0",), "window: keyboard"),
    "libxkbcommon-x11.so.0": Provider(("libxkbcommon-x11-0",), "window: keyboard"),
    "libX11.so.6": Provider(("libx11-6",), "window: X11"),
    "libX11-xcb.so.1": Provider(("libx11-xcb1",), "window: X11"),
    "libXext.so.6": Provider(("libxext6",), "window: X11"),
    "libSM.so.6": Provider(("libsm6",), "window: X11"),
    "libICE.so.6": Provider(("libice6",), "window: X11"),
    "libxcb.so.1": Provider(("libxcb1",), "window: X11"),
    "libwayland-client.so.0": Provider(("libwayland-client0",), "window: Wayland"),
    "libwayland-cursor.so.0": Provider(("libwayland-cursor0",), "window: Wayland"),
    "libwayland-egl.so.1": Provider(("libwayland-egl1",), "window: Wayland"),
    "libcups.so.2": Provider(("libcups2t64", "libcups2"), "printing"),
    "libgbm.so.1": Provider(("libgbm1",), "window"),
    "libdrm.so.2": Provider(("libdrm2",), "window"),
}

NEVER_LINKED = (Provider(("fonts-dejavu-core", "fonts-noto-core"), "window: letters of all its languages"),)
"""What is needed though no library says so: without a font every letter of the window is an empty box."""

WITHOUT_IT_GOES_ON = ("*/printsupport/*",)
"""Plugins that Qt passes over where what they need is missing: that is recommended, and not depended on."""

HELPFUL = (
    Provider(("fonts-noto-core", "fonts-dejavu-extra"), "Arabic that is easier to read"),
    Provider(("gnome-keyring", "kwalletmanager", "keepassxc"), "opens the library without its passphrase"),
    Provider(("xdg-desktop-portal",), "the desktop's own dialogs for files"),
)

_COMPILERS = (
    ((3, 4, 33), "14"), ((3, 4, 32), "13"), ((3, 4, 31), "13"), ((3, 4, 30), "12"), ((3, 4, 29), "11"),
    ((3, 4, 28), "9"), ((3, 4, 26), "9"), ((3, 4, 25), "8"), ((3, 4, 24), "7"), ((3, 4, 22), "6"), ((0,),
    "5"),
)  # fmt: skip
"""From which version of its symbols on libstdc++ came with which version of the compiler."""


PROMISED = {
    "x86_64": ("Ubuntu 22.04", {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 30)}),
    "aarch64": ("Ubuntu 24.04", {"GLIBC": (2, 39), "GLIBCXX": (3, 4, 33)}),
}
"""The oldest system that each kind of processor is promised, and the latest symbols that it has."""


def too_new(needs: Needs, machine: str = "") -> str:
    """Return what keeps the program from the oldest system that is promised; empty if nothing does.

    Args:
        needs: Of the program.
        machine: The kind of processor; empty for this computer's.
    """
    system, has = PROMISED.get(machine or platform.machine(), ("", {}))
    told = [
        f"{name}_{'.'.join(map(str, needs.versions[name]))} (needed by {', '.join(needs.latest[name][:5])})"
        for name, version in has.items()
        if needs.versions.get(name, ()) > version
    ]
    return f"This will not run on {system}, which has no {' and no '.join(told)}." if told else ""


def depends(needs: Needs) -> list[str]:
    """Return what stands in ``Depends`` of a Debian package, sorted.

    Raises:
        UnknownLibraryError: A library is needed that the table does not name.
    """
    unknown = {name: by for name, by in needs.libraries.items() if name not in PROVIDERS}
    if unknown:
        told = "; ".join(f"{name} (needed by {', '.join(by[:3])})" for name, by in unknown.items())
        raise UnknownLibraryError(
            f"The program needs libraries that it does not bring along: {told}. Bundle them"
            " (packaging/frozen/contents.py), or name their Debian packages (packaging/linux/depends.py)."
        )
    vital = {PROVIDERS[name].packages for name, by in needs.libraries.items() if not _can_be_missing(by)}
    found = vital | {each.packages for each in NEVER_LINKED}
    return sorted(" | ".join(_bounded(name, needs) for name in packages) for packages in found)


def recommends(needs: Needs) -> list[str]:
    """Return what stands in ``Recommends`` of a Debian package."""
    missed = {PROVIDERS[name] for name, by in needs.libraries.items() if _can_be_missing(by)}
    return [" | ".join(each.packages) for each in (*sorted(missed), *HELPFUL)]


def _can_be_missing(files: tuple[str, ...]) -> bool:
    return all(any(fnmatch.fnmatchcase(each, pattern) for pattern in WITHOUT_IT_GOES_ON) for each in files)


def _bounded(package: str, needs: Needs) -> str:
    """Return a package's name with the least version that has all symbols."""
    if package == "libc6" and "GLIBC" in needs.versions:
        return f"libc6 (>= {'.'.join(map(str, needs.versions['GLIBC']))})"
    if package == "libstdc++6" and "GLIBCXX" in needs.versions:
        compiler = next(each for symbols, each in _COMPILERS if needs.versions["GLIBCXX"] >= symbols)
        return f"libstdc++6 (>= {compiler})"
    return package
