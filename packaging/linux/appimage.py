"""``packaging/build.py appimage``: one file that runs as it is. The folder is laid out and checked here.

The last step needs ``appimagetool``. The workflow fetches it, and the runtime that goes before the files, and
holds each to its hash; without the tool the checked folder stays.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from failing import BuildError

from linux.about import ROOT, About, read_about
from linux.archive import put
from linux.menu import NAME
from linux.tree import PROGRAMS, frozen_program, lay_out

START = """\
#!/bin/sh
# Opens the window; started by the name 'sanduku' (a link), or with the word 'cli' first, it is the command
# line.
here=${APPDIR:-$(dirname -- "$(readlink -f -- "$0")")}
case $(basename -- "${ARGV0:-$0}") in
    sanduku) exec "$here/usr/lib/sanduku/sanduku" "$@" ;;
esac
case ${1-} in
    cli) shift; exec "$here/usr/lib/sanduku/sanduku" "$@" ;;
    -m|--self-test|--version) exec "$here/usr/lib/sanduku/sanduku" "$@" ;;
esac
exec "$here/usr/lib/sanduku/sanduku-desktop" "$@"
"""


class AppDirError(BuildError):
    """The folder of an AppImage lacks something that it needs."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the word ``appimage`` takes."""
    parser.add_argument("--frozen", type=Path, default=ROOT / "build/frozen/sanduku", metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=ROOT / "build/packages", metavar="FOLDER")
    parser.add_argument(
        "--folder", type=Path, default=ROOT / "build/appimage/Sanduku.AppDir", metavar="FOLDER"
    )
    parser.add_argument("--tool", help="appimagetool; by default the one on the path")
    parser.add_argument(
        "--runtime", type=Path, metavar="FILE", help="what starts it; by default the tool fetches the newest"
    )


def run(options: argparse.Namespace) -> int:
    """Lay out the folder, check it, and make the AppImage if there is the tool for it."""
    about = read_about()
    lay_out_folder(frozen_program(options.frozen), options.folder, about)
    check(options.folder)
    tool = options.tool or shutil.which("appimagetool")
    if tool is None:
        sys.stdout.write(f"{options.folder} is laid out and checked. appimagetool is not here to pack it.\n")
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    target = options.out / f"Sanduku-{about.version}-{platform.machine()}.AppImage"
    runtime = ["--runtime-file", str(options.runtime)] if options.runtime else []
    subprocess.run(
        [tool, "--no-appstream", *runtime, str(options.folder), str(target)],
        env={**os.environ, "ARCH": platform.machine(), "SOURCE_DATE_EPOCH": str(about.moment)},
        check=True,
    )
    sys.stdout.write(f"{target}: {target.stat().st_size / 1e6:.1f} MB\n")
    return 0


def lay_out_folder(frozen: Path, folder: Path, about: About) -> None:
    """Write the folder of an AppImage anew."""
    shutil.rmtree(folder, ignore_errors=True)
    lay_out(frozen, folder / "usr", about)
    put(folder / "AppRun", START, 0o755)
    share = folder / "usr" / "share"
    shutil.copyfile(share / "applications" / f"{NAME}.desktop", folder / f"{NAME}.desktop")
    shutil.copyfile(share / "icons/hicolor/scalable/apps" / f"{NAME}.svg", folder / f"{NAME}.svg")
    (folder / ".DirIcon").symlink_to(f"usr/share/icons/hicolor/256x256/apps/{NAME}.png")


def check(folder: Path) -> None:
    """Look whether all is there by which an AppImage starts and is shown.

    Raises:
        AppDirError: Something is missing.
    """
    wrong = []
    if not os.access(folder / "AppRun", os.X_OK):
        wrong.append("AppRun cannot be started")
    entries = list(folder.glob("*.desktop"))
    if len(entries) != 1:
        wrong.append(f"there are {len(entries)} menu entries at the top, and there must be one")
    wrong += [
        f"{name} is missing" for name in PROGRAMS if not (folder / "usr/bin" / name).resolve().is_file()
    ]
    for entry in entries:
        icon = next(
            line.removeprefix("Icon=")
            for line in entry.read_text(encoding="utf-8").splitlines()
            if line.startswith("Icon=")
        )
        if not any((folder / f"{icon}{ending}").is_file() for ending in (".svg", ".png")):
            wrong.append(f"there is no picture {icon} at the top")
    if not (folder / ".DirIcon").resolve().is_file():
        wrong.append(".DirIcon leads nowhere")
    outside = [path for path in folder.rglob("*") if path.is_symlink() and not _within(path, folder)]
    wrong += [f"{path.relative_to(folder)} leads out of the folder" for path in outside]
    if wrong:
        raise AppDirError(f"{folder}: {'; '.join(wrong)}.")


def _within(link: Path, folder: Path) -> bool:
    return link.resolve().is_relative_to(folder.resolve())
