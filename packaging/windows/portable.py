"""``packaging/build.py portable``: the program in a zip, which is unpacked on a stick and runs from there.

The mark ``portable.txt`` beside the program has it keep everything on the stick (``desktop/portable.py``). It
is for Windows; the folder for Linux becomes portable by a file of that name, too.
"""

import argparse
import tempfile
import time
import tomllib
import zipfile
from pathlib import Path

from linux.about import source_moment

from desktop.portable import DATA, MARK
from engine.version import VERSION
from windows.nsis import InstallerError, measure
from windows.runtime import check_runtime

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
README = "README.txt"
NAME = "Sanduku"
"""Of the folder on the stick."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.epilog = f"Unpack it on a stick and open the folder {NAME}. The library lies in it too, encrypted."
    frozen = ROOT / "build" / "frozen" / "sanduku"
    parser.add_argument("--frozen", type=Path, default=frozen, help="folder of the frozen program")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "build" / "packages", help="folder for the zip file"
    )
    parser.add_argument("--stand-in", action="store_true", help="take a program that brings no libraries")


def run(options: argparse.Namespace) -> int:
    """Make it; return the exit code."""
    made = make_zip(options.frozen, options.out, whole=not options.stand_in)
    print(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")
    return 0


def make_zip(frozen: Path, out: Path, *, whole: bool = True) -> Path:
    """Pack the program with its mark and what to read first; the same files give the same bytes.

    Args:
        frozen: The folder of the frozen program.
        out: Where to put the zip file.
        whole: Whether to insist on the libraries of Microsoft's that all others need.

    Returns:
        The zip file.

    Raises:
        InstallerError: Something of the program is missing, or Windows would refuse a name.
    """
    if not (frozen / "sanduku-desktop.exe").is_file():
        raise InstallerError(f"{frozen} lacks sanduku-desktop.exe: build the program on Windows first.")
    lacking = check_runtime(frozen) if whole else []
    if lacking:
        raise InstallerError(
            f"{frozen} lacks {', '.join(lacking)}: no Python would start where they are missing."
        )
    measure(frozen)
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"sanduku-{VERSION}-windows-x86_64-portable.zip"
    when = time.gmtime(source_moment())[:6]
    with tempfile.NamedTemporaryFile(dir=out, prefix=".portable-", delete=False) as draft:
        place = Path(draft.name)
        try:
            with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
                for path in sorted(frozen.rglob("*")):
                    if path.is_file():
                        _put(file, path.relative_to(frozen).as_posix(), path.read_bytes(), when)
                _put(file, MARK, mark().encode("utf-8-sig"), when)
                _put(file, README, readme().encode("utf-8-sig"), when)
        except BaseException:
            draft.close()
            place.unlink()
            raise
    place.chmod(0o644)
    return place.replace(target)


def mark() -> str:
    """Return what stands in the mark, for whoever opens it."""
    return _lines(
        [f"Sanduku keeps everything in the folder '{DATA}' beside it as long as this file is here."]
    )


def readme() -> str:
    """Return what to read first, in the five languages."""
    words = tomllib.loads((HERE / "portable.toml").read_text(encoding="utf-8"))
    parts = [f"Sanduku {VERSION}"]
    parts += [
        table["text"].strip().replace("{data}", DATA).replace("{mark}", MARK) for table in words.values()
    ]
    return _lines("\n\n----\n\n".join(parts).split("\n"))


def _lines(lines: list[str]) -> str:
    return "\r\n".join(lines) + "\r\n"


def _put(file: zipfile.ZipFile, name: str, content: bytes, when: tuple[int, ...]) -> None:
    entry = zipfile.ZipInfo(f"{NAME}/{name}", (max(when[0], 1980), *when[1:]))  # type: ignore[arg-type]
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    file.writestr(entry, content)
