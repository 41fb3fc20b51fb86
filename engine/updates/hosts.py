"""What a version of the program was built for, and what this computer is."""

import platform
import re
import sys
from dataclasses import dataclass

from engine.updates.errors import OtherSystemError, SystemTooOldError

SYSTEMS = {"linux": "Linux", "windows": "Windows", "macos": "macOS"}
PROCESSORS = {"x86_64": "x86-64 (Intel, AMD)", "arm64": "ARM (64 bits)"}
PLATFORMS = tuple(f"{system}-{processor}" for system in SYSTEMS for processor in PROCESSORS)
NEEDS = {"glibc": "the C library of Linux", "windows": "Windows", "macos": "macOS"}
"""What a version can need at least, and how people call it."""
_ALIASES = {"amd64": "x86_64", "aarch64": "arm64"}
_NUMBERS = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}", re.ASCII)


def numbers_of(version: str) -> tuple[int, ...] | None:
    """Return the numbers of a version such as ``10.0.17763``; None for what is none."""
    return tuple(map(int, version.split("."))) if _NUMBERS.fullmatch(version) else None


@dataclass(frozen=True, slots=True)
class Host:
    """A computer, as far as it matters to what can run on it.

    Attributes:
        platform: One of :data:`PLATFORMS`, or something else that no update is for.
        has: Versions of what a program can need, by the names of :data:`NEEDS`.
    """

    platform: str
    has: dict[str, str]

    def refuse_other(self, made_for: str, needs: dict[str, str], which: str) -> None:
        """Raise an error unless a program can run here.

        Args:
            made_for: The platform that it was built for.
            needs: What it needs at least.
            which: Names it in errors.

        Raises:
            OtherSystemError: It is for another system or processor.
            SystemTooOldError: The system here is too old for it.
        """
        if made_for != self.platform:
            raise OtherSystemError(
                f"This update is for {_spoken(made_for)}, and this computer has {_spoken(self.platform)}.",
                which=which,
                remedy=f"Take the update whose name ends in {self.platform}.sanduku-update.",
            )
        for name, least in needs.items():
            here = self.has.get(name, "")
            found, wanted = numbers_of(here), numbers_of(least)
            if found is None or (wanted is not None and found < wanted):
                raise SystemTooOldError(
                    f"The new version needs {NEEDS[name]} {least} or later, and this computer has"
                    f" {here or 'none that is known'}.",
                    which=which,
                    remedy="Go on with the version that you have: it stays as it is. To use the new one, the"
                    " system of this computer must be renewed first.",
                )


def this_host() -> Host:
    """Return this computer."""
    system = {"linux": "linux", "win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    machine = platform.machine().lower()
    has = {}
    if system == "linux":
        library, version = platform.libc_ver()
        if library == "glibc":
            has["glibc"] = version
    elif system == "windows":
        has["windows"] = platform.version()
    elif system == "macos":
        has["macos"] = platform.mac_ver()[0]
    return Host(f"{system}-{_ALIASES.get(machine, machine)}", has)


def _spoken(name: str) -> str:
    system, _, processor = name.partition("-")
    return f"{SYSTEMS.get(system, system)} on {PROCESSORS.get(processor, processor)}"
