"""``packaging/build.py frozen``: the program with Python, its libraries and its models in one folder.

Prepares what goes in beside the code, has PyInstaller put all together, adds licences and the list of parts,
writes down what is shipped, and lets the result test itself. Equal inputs give equal files as far as the
tools allow it: times come from the last commit, and Python's hashes are pinned.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from frozen.drawing import draw_icons
from frozen.opencv import OPENCV
from frozen.plain_numpy import NUMPY
from frozen.shipped import bring_together
from frozen.sizes import print_sizes
from frozen.slimming import slim
from frozen.source import Library
from macos.dressing import dress

from engine.selftest.contents import write_list
from engine.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
SPEC = Path(__file__).with_name("sanduku.spec")
BUILD = ROOT / "build"
ONEDIR = BUILD / "frozen" / "sanduku"
OWN = {"opencv": OPENCV, "numpy": NUMPY}
"""Libraries that go in as we built them where they were, by the word that builds them."""
SUFFIX = ".exe" if sys.platform == "win32" else ""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.epilog = f"It lies in {ONEDIR.relative_to(ROOT)} then; begin with 'sanduku --self-test' in it."
    parser.add_argument("--tessdata", type=Path, help="folder with Tesseract's language files")
    parser.add_argument(
        "--sizes", action="store_true", help="tell what takes how much room, and build nothing"
    )
    parser.add_argument("--no-self-test", action="store_true", help="do not let the result test itself")
    parser.add_argument("--target", type=Path, default=BUILD / "frozen", help="folder to build it in")
    for word in OWN:
        parser.add_argument(
            f"--{word}", choices=("own", "wheel", "auto"), default="auto",
            help=f"as 'build.py {word}' made it, as its wheel has it, or our own where it is there (auto)",
        )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Build it; return the exit code of its self-test."""
    target = options.target.absolute()
    if options.sizes:
        print_sizes(target / "sanduku")
        return 0
    began = time.monotonic()
    made = BUILD / "parts"
    say("Models, languages, samples")
    bring_together(made / "shipped", ROOT, tessdata=options.tessdata)
    say("Translations and icons")
    _compile_translations(made / "translations")
    draw_icons(ROOT / "desktop" / "style" / "program.svg", made / "icons")
    (made / "version.txt").write_text(version_resource(), encoding="utf-8")
    say("PyInstaller")
    own = [library for word, library in OWN.items() if chosen(word, library, getattr(options, word))]
    _freeze(target, made, [library.target for library in own])
    onedir = target / "sanduku"
    say("What it can do without")
    slim(onedir)
    _add_notices(onedir)
    count = write_list(shipped_in(onedir))
    print(f"  {count} shipped files written down")
    if sys.platform == "darwin":
        dress(onedir, target / "Sanduku.app")
    print_sizes(onedir)
    say(f"Built in {time.monotonic() - began:.0f} s: {onedir}")
    return 0 if options.no_self_test else self_test(onedir)


def say(what: str) -> None:
    """Tell what is being done."""
    print(what, flush=True)


def shipped_in(onedir: Path) -> Path:
    """Return where the shipped data lies in a built program."""
    return onedir / "_internal" / "shipped"


def self_test(onedir: Path) -> int:
    """Have a built program test itself; return its exit code."""
    say("Self-test")
    environment = {**os.environ, "SANDUKU_NO_HANDOVER": "1", "QT_QPA_PLATFORM": "offscreen"}
    program = onedir / f"sanduku{SUFFIX}"
    return subprocess.run([str(program), "--self-test"], env=environment, check=False).returncode


def source_date() -> str:
    """Return the time of the last commit in seconds, or what SOURCE_DATE_EPOCH says."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "1700000000"


def version_resource() -> str:
    """Return what Windows shows of the program's file, as PyInstaller reads it."""
    numbers = (*(int(part) for part in VERSION.split(".")[:3]), 0)
    told = {
        "CompanyName": "Sanduku", "FileDescription": "Sanduku", "FileVersion": VERSION,
        "InternalName": "sanduku", "LegalCopyright": "Apache-2.0", "OriginalFilename": "sanduku.exe",
        "ProductName": "Sanduku", "ProductVersion": VERSION,
    }  # fmt: skip
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in told.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0,"
        " OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def _compile_translations(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "desktop.translations", "compile", str(target)], cwd=ROOT, check=True
    )


def chosen(word: str, library: Library, choice: str) -> bool:
    """Tell whether a library goes in as we built it, and not as its wheel has it.

    Args:
        word: Of ``build.py`` that builds it.
        library: Which.
        choice: ``own``, ``wheel`` or ``auto``.

    Raises:
        SystemExit: It is asked for and was not built, or was built in another version.
    """
    mark = library.target / "built.txt"
    if choice == "wheel" or (choice == "auto" and not mark.is_file()):
        print(f"  {library.package}: its wheel")
        return False
    if not mark.is_file() or mark.read_text(encoding="utf-8").split("\n")[0] != library.version:
        raise SystemExit(
            f"There is no {library.package} {library.version} of our own: run 'packaging/build.py {word}'."
        )
    print(f"  {library.package}: as we built it")
    return True


def _freeze(target: Path, made: Path, own: list[Path]) -> None:
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": source_date(),
        "SANDUKU_MADE": str(made),
        "QT_QPA_PLATFORM": "offscreen",
    }
    environment["PYTHONPATH"] = os.pathsep.join(map(str, [*own, ROOT]))
    shutil.rmtree(target / "sanduku", ignore_errors=True)
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", str(target), "--workpath", str(BUILD / "pyinstaller"), str(SPEC),
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    if sys.platform.startswith("linux"):
        (target / "sanduku" / "sanduku-desktop").hardlink_to(target / "sanduku" / "sanduku")


def _add_notices(onedir: Path) -> None:
    """Add the licences of all that is inside, and the list of parts."""
    from sbom.shipping import add_to  # its tools are needed for this alone

    add_to(onedir)
