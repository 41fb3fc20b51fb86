"""``packaging/build.py flatpak``: the tree and manifest of a Flatpak, which ``flatpak-builder`` builds.

The sandbox has no network unless somebody gives it one: reading needs none, and so a lost laptop or a faulty
library can send nothing. Whoever works with a headquarters over the network says so once for their computer::

    flatpak override --user --share=network org.sanduku.Sanduku

Sticks work without it. The key store of the desktop is reached by its own door, and printers by theirs.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from linux.about import ROOT, About, read_about
from linux.menu import NAME
from linux.tree import frozen_program, lay_out

RUNTIME = "org.freedesktop.Platform"
SDK = "org.freedesktop.Sdk"
RUNTIME_VERSION = "25.08"

PERMISSIONS = (
    "--socket=wayland",
    "--socket=fallback-x11",
    "--share=ipc",                            # X11 is slow without shared memory
    "--device=dri",
    "--socket=cups",                          # printing
    "--talk-name=org.freedesktop.secrets",    # the passphrase in the desktop's own key store
    "--filesystem=xdg-documents",             # folders that are watched, and exports
    "--filesystem=xdg-pictures:ro",
    "--filesystem=xdg-download",
    "--filesystem=/media",                    # sticks: bundles go onto them and come from them
    "--filesystem=/run/media",
    "--filesystem=xdg-data/sanduku:create",   # the same library as that of the other packages
)  # fmt: skip
"""What the program may do; each but for the library's folder can be taken away by whoever uses it."""

ENVIRONMENT = (
    "--env=SANDUKU_HOME=~/.local/share/sanduku",  # the program takes ~ for the home that is mounted
    "--env=SANDUKU_NO_HANDOVER=1",                # Flatpak brings newer versions by itself
)  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the word ``flatpak`` takes."""
    parser.add_argument("--frozen", type=Path, default=ROOT / "build/frozen/sanduku", metavar="FOLDER")
    parser.add_argument("--folder", type=Path, default=ROOT / "build/flatpak", metavar="FOLDER")


def run(options: argparse.Namespace) -> int:
    """Write both, and say what is to be run."""
    about = read_about()
    path = write(frozen_program(options.frozen), options.folder, about)
    sys.stdout.write(f"{path} is written. Where flatpak-builder is:\n")
    sys.stdout.write(
        f"  flatpak-builder --force-clean --repo={options.folder}/repo {options.folder}/made {path}\n"
    )
    identity = about.publisher.application_id
    sys.stdout.write(f"  flatpak build-bundle {options.folder}/repo {identity}.flatpak {identity}\n")
    return 0


def write(frozen: Path, folder: Path, about: About) -> Path:
    """Write the tree and the manifest.

    Returns:
        The manifest.
    """
    shutil.rmtree(folder / "tree", ignore_errors=True)
    lay_out(frozen, folder / "tree", about)
    path = folder / f"{about.publisher.application_id}.json"
    path.write_text(json.dumps(manifest(about), indent=2) + "\n", encoding="utf-8")
    return path


def manifest(about: About) -> dict[str, Any]:
    """Return the manifest; its tree lies beside it."""
    identity = about.publisher.application_id
    metainfo = f"{identity}.metainfo.xml"
    return {
        "id": identity,
        "runtime": RUNTIME,
        "runtime-version": RUNTIME_VERSION,
        "sdk": SDK,
        "command": "sanduku-desktop",
        "finish-args": [*PERMISSIONS, *ENVIRONMENT],
        "rename-desktop-file": f"{NAME}.desktop",
        "rename-icon": NAME,
        "modules": [
            {
                "name": NAME,
                "buildsystem": "simple",
                "build-options": {"no-debuginfo": True},
                "build-commands": [
                    "cp -a bin lib share /app/",
                    # Only what bears the program's whole name is shown to the desktop outside.
                    f"mv /app/share/mime/packages/{NAME}.xml /app/share/mime/packages/{identity}.xml",
                    f"test -f /app/share/metainfo/{metainfo}",
                ],
                "sources": [{"type": "dir", "path": "tree"}],
            }
        ],
    }
