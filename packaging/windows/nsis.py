"""``packaging/build.py nsis``: the installer for Windows, compiled by ``makensis`` on any system.

Knows files and words. How an installation goes, and what keeps it from losing anything, stands in
``installer.nsi``.
"""

import argparse
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from failing import BuildError
from linux.about import About, read_about
from packaging.version import Version

from engine.pages.kinds import KINDS
from engine.version import VERSION
from windows.pictures import draw_pictures
from windows.runtime import check_runtime
from windows.words import LANGUAGES, nsis_words, quoted, read_words

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAMS = ("sanduku.exe", "sanduku-desktop.exe")
OWN_TYPES = {".sanduku-team": ("Sanduku.Team", "team"), ".sanduku-update": ("Sanduku.Update", "update")}
"""Ending -> the name that Windows gets for it, and how ``linux/words.toml`` calls such a file."""

LONGEST_PATH = 160
"""Letters of a file's place within the program: with the user's folder before it, Windows takes 259."""


class InstallerError(BuildError):
    """The installer cannot be made."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the script has to know of the files.

    Attributes:
        kilobytes: Of all of them.
        longest: Letters of the longest place within the folder.
    """

    kilobytes: int
    longest: int


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.epilog = (
        "Needs makensis 3.08 or later (Debian: apt install nsis). With --sign, COMMAND signs the installer"
        " and the uninstaller in it: it is run with the file's name in place of %1."
    )
    frozen = ROOT / "build" / "frozen" / "sanduku"
    parser.add_argument("--frozen", type=Path, default=frozen, help="folder of the frozen program")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "build" / "packages", help="folder for the installer"
    )
    parser.add_argument("--as-version", default=VERSION, help="call it another version, to try an upgrade")
    parser.add_argument("--sign", metavar="COMMAND", help="signs a file")
    parser.add_argument("--stand-in", action="store_true", help="take a program that brings no libraries")


def run(options: argparse.Namespace) -> int:
    """Make it; return the exit code."""
    made = make_installer(
        options.frozen,
        options.out,
        version=options.as_version,
        sign=options.sign,
        whole=not options.stand_in,
    )
    print(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")
    return 0


def make_installer(
    frozen: Path,
    out: Path,
    *,
    version: str = VERSION,
    sign: str | None = None,
    whole: bool = True,
    stub: str = "",
    stops: bool = False,
) -> Path:
    """Compile the installer.

    Args:
        frozen: The folder of the frozen program.
        out: Where to put it.
        version: What to call it.
        sign: Signs a file, with ``%1`` for its name.
        whole: Whether to insist on the libraries of Microsoft's that all others need.
        stub: Which of NSIS' own programs it is made with, such as ``amd64-unicode``; by default its 32-bit
            one, which runs on every Windows.
        stops: Whether it ends where ``/STOP=N`` says, as in a power cut; for proving it.

    Returns:
        The installer.

    Raises:
        InstallerError: Something is missing, or makensis refused.
    """
    compiler = shutil.which("makensis")
    if compiler is None:
        raise InstallerError("There is no makensis. On Debian: apt install nsis.")
    missing = [name for name in PROGRAMS if not (frozen / name).is_file()]
    if missing:
        raise InstallerError(f"{frozen} lacks {' and '.join(missing)}: build the program on Windows first.")
    if whole:
        lacking = check_runtime(frozen)
        if lacking:
            raise InstallerError(
                f"{frozen} lacks {', '.join(lacking)}: no Python would start where they are missing."
            )
    found, about = measure(frozen), read_about()
    out.mkdir(parents=True, exist_ok=True)
    target = out.absolute() / f"sanduku-{version}-windows-x86_64-setup.exe"
    with tempfile.TemporaryDirectory(prefix="sanduku-nsis-") as name:
        work = Path(name)
        _write_parts(work, about, found, version)
        defined = {
            "VERSION": version,
            "QUAD": quad(version),
            "SOURCE": str(frozen.absolute()),
            "OUTFILE": str(target),
            "KILOBYTES": str(found.kilobytes),
            "LONGEST": str(found.longest),
            "LICENCE": str(work / "licence.txt"),
            "PICTURES": str(work),
            "LANGUAGES": str(HERE / "language"),
            "PUBLISHER": about.publisher.maintainer.partition("<")[0].strip(),
            "HOMEPAGE": about.publisher.homepage,
        }
        if stops:
            defined["STOPS"] = "1"
        _compile(compiler, work, defined, sign, about.moment, stub)
    return target


def _write_parts(work: Path, about: About, found: Measure, version: str) -> None:
    draw_pictures(ROOT / "desktop" / "style" / "program.svg", work)
    values = {"{version}": version, "{megabytes}": str(max(1, found.kilobytes // 1000))}
    (work / "words.nsh").write_text(
        nsis_words(read_words(), values) + _summaries(about), encoding="utf-8-sig", newline="\r\n"
    )
    (work / "types.nsh").write_text(types_script(), encoding="utf-8-sig", newline="\r\n")
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    (work / "licence.txt").write_text(licence, encoding="utf-8-sig", newline="\r\n")
    shutil.copy2(HERE / "installer.nsi", work)


def _compile(
    compiler: str, work: Path, defined: dict[str, str], sign: str | None, moment: int, stub: str
) -> None:
    command = [compiler, "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    if stub:
        command.append(f"-XTarget {stub}")
    command += [f"-D{name}={value}" for name, value in defined.items()]
    if sign:
        command += [f"-X!finalize '{sign}'", f"-X!uninstfinalize '{sign}'"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment)}
    done = subprocess.run(
        [*command, "installer.nsi"],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise InstallerError(f"makensis refused the script:\n{(done.stdout + done.stderr).strip()[-3000:]}")


def quad(version: str) -> str:
    """Return a version as Windows compares it: four numbers, a release's last above its candidates'."""
    parsed = Version(version)
    stages = {"a": 10000, "b": 20000, "rc": 30000}
    if parsed.pre is not None:
        last = stages[parsed.pre[0]] + min(parsed.pre[1], 4999) * 2
    elif parsed.dev is not None:
        last = min(parsed.dev, 9999)
    else:
        last = 40000 + min(parsed.post or 0, 9999)
    return ".".join(str(each) for each in (*(*parsed.release, 0, 0)[:3], last))


def measure(folder: Path) -> Measure:
    """Return what the script has to know of the files in a folder.

    Raises:
        InstallerError: A name is too long for Windows, or two differ in their letters' case alone.
    """
    size, longest, seen = 0, 0, set()
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if place.lower() in seen:
            raise InstallerError(f"Windows cannot tell {place} from another file's name.")
        seen.add(place.lower())
        longest = max(longest, len(place))
        if path.is_file():
            size += -(-path.stat().st_size // 4096) * 4096
    if longest > LONGEST_PATH:
        raise InstallerError(
            f"A name has {longest} letters, and Windows would refuse it in many users' folders."
        )
    return Measure(-(-size // 1024), longest)


def types_script() -> str:
    """Return which files Sanduku opens, as macros of NSIS."""
    opened = r'""' + " '" + r'"$INSTDIR\${WINDOW}" "%1"' + "'"
    lines = ["!macro OWN_TYPES"]
    for ending, (name, word) in OWN_TYPES.items():
        lines += [
            f'  WriteRegStr HKCU "${{CLASSES}}\\{ending}" "" "{name}"',
            f'  WriteRegStr HKCU "${{CLASSES}}\\{name}" "" "$(TYPE_{word.upper()})"',
            f'  WriteRegStr HKCU "${{CLASSES}}\\{name}\\DefaultIcon" "" "$INSTDIR\\${{WINDOW}},0"',
            f'  WriteRegStr HKCU "${{CLASSES}}\\{name}\\shell\\open\\command" {opened}',
        ]
    lines += ["!macroend", "!macro NO_OWN_TYPES"]
    for ending, (name, _) in OWN_TYPES.items():
        lines += [
            f'  ReadRegStr $0 HKCU "${{CLASSES}}\\{ending}" ""',
            f'  ${{If}} $0 == "{name}"',
            f'    DeleteRegKey HKCU "${{CLASSES}}\\{ending}"',
            "  ${EndIf}",
            f'  DeleteRegKey HKCU "${{CLASSES}}\\{name}"',
        ]
    lines += ["!macroend", "!macro DOCUMENT_TYPES"]
    lines += [
        f'  WriteRegStr HKCU "${{CLASSES}}\\Applications\\${{WINDOW}}\\SupportedTypes" "{ending}" ""'
        for ending in sorted({ending for kind in KINDS for ending in kind.suffixes})
    ]
    return "\n".join([*lines, "!macroend"]) + "\n"


def _summaries(about: About) -> str:
    lines = []
    for language, words in about.words.items():
        told = {"SUMMARY": words.summary, "TYPE_TEAM": words.team, "TYPE_UPDATE": words.update}
        lines += [
            f'LangString {name} ${{{LANGUAGES[language]}}} "{quoted(text)}"' for name, text in told.items()
        ]
    return "\n".join(lines) + "\n"
