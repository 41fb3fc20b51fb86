"""``packaging/build.py dmg``: the disk image for macOS, signed and notarised where there is an identity.

Runs on macOS, with Apple's own tools alone. Without an identity the application is signed ad hoc: it runs
where it was built, and elsewhere after the person allowed it in the settings of the system. How Apple's
notary knows us is kept in the keychain before (``notarytool store-credentials``), and SANDUKU_NOTARY_PROFILE
names it.
"""

import argparse
import os
import plistlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from failing import BuildError

from engine.version import VERSION

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENTITLEMENTS = HERE / "entitlements.plist"
AD_HOC = "-"
ARCHITECTURES = {"arm64", "x86_64"}


class ImageError(BuildError):
    """The disk image cannot be made."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.epilog = (
        "SANDUKU_CODESIGN_IDENTITY names the identity, SANDUKU_NOTARY_PROFILE the notary's profile."
    )
    application = ROOT / "build" / "frozen" / "Sanduku.app"
    parser.add_argument("--application", type=Path, default=application, help="what PyInstaller built")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "packages", help="folder for the image")


def run(options: argparse.Namespace) -> int:
    """Make it; return the exit code."""
    if sys.platform != "darwin":
        print("A disk image can be made on macOS alone: hdiutil and codesign are Apple's.", file=sys.stderr)
        return 1
    made = make_image(
        options.application,
        options.out,
        identity=os.environ.get("SANDUKU_CODESIGN_IDENTITY") or AD_HOC,
        profile=os.environ.get("SANDUKU_NOTARY_PROFILE"),
    )
    print(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")
    return 0


def make_image(application: Path, out: Path, *, identity: str, profile: str | None) -> Path:
    """Sign the application, and pack it beside a link to the folder that it is dragged to.

    Args:
        application: ``Sanduku.app``.
        out: Where to put the image.
        identity: That signs; ``-`` for ad hoc.
        profile: Of the notary, in the keychain; None for no notarisation.

    Returns:
        The disk image.

    Raises:
        ImageError: The application is missing or of another version, or one of Apple's tools refused.
    """
    check_application(application)
    sign(application, identity)
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"Sanduku-{VERSION}-macos-{architecture(application)}.dmg"
    with tempfile.TemporaryDirectory(prefix="sanduku-dmg-") as name:
        folder = Path(name) / "Sanduku"
        folder.mkdir()
        shutil.copytree(application, folder / application.name, symlinks=True)
        (folder / "Applications").symlink_to("/Applications")
        made = ["hdiutil", "create", "-volname", f"Sanduku {VERSION}", "-srcfolder", str(folder)]
        tell([*made, "-fs", "HFS+", "-format", "ULMO", "-ov", str(target)])
    if identity != AD_HOC:
        tell(["codesign", "--sign", identity, "--timestamp", str(target)])
        if profile:
            tell(["xcrun", "notarytool", "submit", str(target), "--keychain-profile", profile, "--wait"])
            tell(["xcrun", "stapler", "staple", str(target)])
    return target


def check_application(application: Path) -> None:
    """Raise unless the application is there, and of this version."""
    told = application / "Contents" / "Info.plist"
    if not told.is_file():
        raise ImageError(f"There is no {application}: run 'packaging/build.py frozen' first.")
    version = plistlib.loads(told.read_bytes()).get("CFBundleShortVersionString")
    if version != VERSION:
        raise ImageError(f"{application} is version {version}, not {VERSION}: build it anew.")


def sign(application: Path, identity: str) -> None:
    """Sign from the inside outwards, as the system will check it, with the hardened runtime.

    ``codesign --deep`` is not for signing (Apple says so): entitlements belong to the programs alone.
    """
    hardened = ["codesign", "--force", "--sign", identity]
    if identity != AD_HOC:
        hardened += ["--options", "runtime", "--timestamp"]
    inner = application / "Contents"
    libraries = sorted(
        path
        for path in inner.rglob("*")
        if path.suffix in (".dylib", ".so") and path.is_file() and not path.is_symlink()
    )
    for start in range(0, len(libraries), 50):
        tell([*hardened, *(str(path) for path in libraries[start : start + 50])])
    for framework in sorted(inner.rglob("*.framework")):
        if not framework.is_symlink():
            tell([*hardened, str(framework)])
    for program in ("sanduku", "sanduku-desktop"):
        tell([*hardened, "--entitlements", str(ENTITLEMENTS), str(inner / "MacOS" / program)])
    tell([*hardened, "--entitlements", str(ENTITLEMENTS), str(application)])
    tell(["codesign", "--verify", "--strict", "--deep", str(application)])


def architecture(application: Path) -> str:
    """Return what the application was built for.

    Raises:
        ImageError: It is for none or several of those we know.
    """
    told = tell(["lipo", "-archs", str(application / "Contents" / "MacOS" / "sanduku-desktop")])
    found = told.split()
    if len(found) != 1 or found[0] not in ARCHITECTURES:
        raise ImageError(f"{application} is built for {told!r}, not for one of {sorted(ARCHITECTURES)}.")
    return found[0]


def tell(command: Sequence[str]) -> str:
    """Run one of Apple's tools and return what it said.

    Raises:
        ImageError: It refused.
    """
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        raise ImageError(
            f"{command[0]} refused ({done.returncode}): {(done.stdout + done.stderr).strip()[-2000:]}"
        )
    return done.stdout.strip()
