"""``packaging/build.py tar``: a folder that runs from anywhere, without root, as one ``.tar.zst``."""

import argparse
import platform
import sys
import tempfile
from pathlib import Path

from linux.about import HERE, ROOT, About, read_about
from linux.archive import ZSTANDARD_LEVEL, copy_folder, put, write_tar_zst
from linux.elf import Needs, read_needs
from linux.menu import desktop_entry, file_types
from linux.tree import frozen_program, put_icons

README = """\
Sanduku {version} for Linux ({machine})

  ./sanduku-desktop            open the window
  ./sanduku --help             the command line
  ./sanduku --self-test        see whether this copy is whole and runs here
  sh install-here.sh           add it to your menu; with --remove, take it out again

It needs no installation and no network, and runs from any folder or stick that allows programs to be started.
Your documents lie encrypted in ~/.local/share/sanduku, and stay there when this folder is removed.

Pour ouvrir la fenêtre : ./sanduku-desktop ; pour l’ajouter au menu : sh install-here.sh
Para abrir la ventana: ./sanduku-desktop; para añadirlo al menú: sh install-here.sh
لفتح النافذة: ./sanduku-desktop ، ولإضافته إلى القائمة: sh install-here.sh
Kufungua dirisha: ./sanduku-desktop; kuiongeza kwenye menyu: sh install-here.sh

Licences: _internal/shipped/licences. What it is made of: _internal/shipped/sbom.cdx.json.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the word ``tar`` takes."""
    parser.add_argument("--frozen", type=Path, default=ROOT / "build/frozen/sanduku", metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=ROOT / "build/packages", metavar="FOLDER")
    parser.add_argument("--level", type=int, default=ZSTANDARD_LEVEL, help="of compression, 1 to 22")
    parser.add_argument("--threads", type=int, default=2, help="the bytes are the same for any number")


def run(options: argparse.Namespace) -> int:
    """Build it and tell its size."""
    target = build(
        frozen_program(options.frozen),
        options.out,
        read_about(),
        level=options.level,
        threads=options.threads,
    )
    sys.stdout.write(f"{target}: {target.stat().st_size / 1e6:.1f} MB\n")
    return 0


def build(frozen: Path, out: Path, about: About, *, level: int = ZSTANDARD_LEVEL, threads: int = 2) -> Path:
    """Build the archive.

    Args:
        frozen: The folder of the frozen program.
        out: Where the archive goes.
        about: What is said of the program.
        level: Of compression.
        threads: To compress with.

    Returns:
        The archive.

    Raises:
        OSError: The disk is full, or a tool is missing.
    """
    out.mkdir(parents=True, exist_ok=True)
    name = f"sanduku-{about.version}-linux-{platform.machine()}"
    with tempfile.TemporaryDirectory(dir=out, prefix=".tar-") as temporary:
        folder = Path(temporary) / name
        lay_out(frozen, folder, about)
        target = out / f"{name}.tar.zst"
        write_tar_zst(folder, target, about.moment, level=level, threads=threads)
    return target


def lay_out(frozen: Path, folder: Path, about: About) -> None:
    """Write the folder that is archived: the program, and beside it what its menu entry is made of."""
    copy_folder(frozen, folder)
    machine = platform.machine()
    script = (HERE / "install-here.sh").read_text(encoding="utf-8")
    script = script.replace("@GLIBC@", least_glibc(read_needs(frozen))).replace("@MACHINE@", machine)
    put(folder / "install-here.sh", script, 0o755)
    put(folder / "README.txt", README.format(version=about.version, machine=machine))
    put(folder / "share" / "sanduku.desktop", desktop_entry(about, "@PROGRAM@", tried="@TRIED@"))
    put(folder / "share" / "sanduku.xml", file_types(about))
    put_icons(folder / "share" / "icons")


def least_glibc(needs: Needs) -> str:
    """Return the version of the C library that is needed at least."""
    return ".".join(map(str, needs.versions.get("GLIBC", (2, 17))))
