"""Lays out what packages hold: the program below ``lib``, and around it what a desktop looks for."""

import tempfile
from pathlib import Path

from failing import BuildError
from frozen.drawing import PNG_SIZES, draw_icons

from linux.about import ROOT, About
from linux.archive import copy_folder, gzipped, put
from linux.manual import command_line_page, window_page
from linux.menu import NAME, desktop_entry, file_types
from linux.metainfo import component

PROGRAMS = ("sanduku", "sanduku-desktop")
DRAWING = ROOT / "desktop" / "style" / "program.svg"


class NotFrozenError(BuildError):
    """There is no frozen program where it should be."""


def frozen_program(folder: Path) -> Path:
    """Return the folder of the frozen program.

    Raises:
        NotFrozenError: One of its two programs is missing there.
    """
    missing = [name for name in PROGRAMS if not (folder / name).is_file()]
    if missing:
        raise NotFrozenError(
            f"{folder} lacks {' and '.join(missing)}."
            " Build the frozen program first: packaging/build.py frozen"
        )
    return folder


def lay_out(frozen: Path, prefix: Path, about: About) -> None:
    """Write all that goes below a prefix such as ``/usr``.

    Args:
        frozen: The folder of the frozen program.
        prefix: Where to write; ``lib/sanduku`` must not be there yet.
        about: What is said of the program.

    Raises:
        OSError: It cannot be written.
    """
    copy_folder(frozen, prefix / "lib" / "sanduku")
    for name in PROGRAMS:
        link = prefix / "bin" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(f"../lib/sanduku/{name}")
    share = prefix / "share"
    put(share / "applications" / f"{NAME}.desktop", desktop_entry(about, "sanduku-desktop"))
    put(share / "mime" / "packages" / f"{NAME}.xml", file_types(about))
    put(share / "metainfo" / f"{about.publisher.application_id}.metainfo.xml", component(about))
    put(share / "man" / "man1" / "sanduku.1.gz", gzipped(command_line_page(about).encode()))
    put(share / "man" / "man1" / "sanduku-desktop.1.gz", gzipped(window_page(about).encode()))
    put_icons(share / "icons" / "hicolor")


def put_icons(theme: Path) -> None:
    """Write the icon in every size, and as the drawing that it is."""
    with tempfile.TemporaryDirectory() as temporary:
        draw_icons(DRAWING, Path(temporary))
        for size in PNG_SIZES:
            picture = Path(temporary) / f"{NAME}-{size}.png"
            put(theme / f"{size}x{size}" / "apps" / f"{NAME}.png", picture.read_bytes())
    put(theme / "scalable" / "apps" / f"{NAME}.svg", DRAWING.read_bytes())
