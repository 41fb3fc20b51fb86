"""Proves the installer under Wine: ``.venv/bin/python packaging/windows/prove_nsis.py``.

Makes installers of two versions with a small program of C in the place of Sanduku, then installs, upgrades,
refuses and removes, each time looking at what Windows would see: files, registry, exit codes. Needs makensis,
mingw-w64's compiler and a Wine that runs 32-bit programs too (on Debian: ``dpkg --add-architecture i386``,
then ``apt install nsis gcc-mingw-w64-x86-64 wine wine32:i386 wine64``). Ends with 1 if a statement is wrong,
and with 2 if a tool is missing. Wine is not Windows: it has no User Account Control, and files of its own
making.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOOLS = ("makensis", "x86_64-w64-mingw32-gcc", "wine")
OLD, NEW = "0.1.0", "0.2.0rc1"
STAGES = 6
"""Of installer.nsi, at which it can be cut off."""
RUN_ONCE = r"HKCU\Software\Microsoft\Windows\CurrentVersion\RunOnce"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Sanduku"
CLASSES = r"HKCU\Software\Classes"
USER = "Zoë أمينة"
"""A name that an older installer would have stumbled over."""


class DisprovedError(AssertionError):
    """A statement about the installer is wrong."""


def holds(condition: object, what: str) -> None:
    """Raise unless a statement is true."""
    if not condition:
        raise DisprovedError(what)


@dataclass
class Computer:
    """A Windows of Wine's, thrown away afterwards.

    Attributes:
        wine: The program.
        prefix: Its folder.
        home: Of the person on the Windows.
    """

    wine: str
    prefix: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.environment = {
            **os.environ,
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEARCH": "win64",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "USER": USER,
        }

    def run(self, program: str | Path, *words: str, seconds: float = 120) -> subprocess.CompletedProcess[str]:
        """Run a program of Windows to its end."""
        return subprocess.run(
            [self.wine, str(program), *words],
            env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
            errors="replace", timeout=seconds, check=False,
        )  # fmt: skip

    def begin(self, program: Path, *words: str) -> "subprocess.Popen[bytes]":
        """Start a program of Windows."""
        return subprocess.Popen(
            [self.wine, str(program), *words],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def set_up(self) -> None:
        """Make the Windows, and call it Windows 10."""
        self.run("wineboot", "-i", seconds=300)
        self.run("winecfg", "-v", "win10")
        # Wine leads them to the folders of whoever runs it.
        for folder in (self.local.parent.parent / "Desktop", self.local.parent.parent / "Documents"):
            if folder.is_symlink():
                folder.unlink()
                folder.mkdir()

    def registry(self, key: str, value: str | None = None) -> str | None:
        """Return a value of the registry; None if it, or the key, is missing."""
        chosen = ("/ve",) if value == "" else ("/v", value) if value else ()
        done = self.run("reg", "query", key, *chosen)
        if done.returncode:
            return None
        lines = [line for line in done.stdout.splitlines() if " REG_" in line]
        return lines[0].split("REG_", 1)[1].partition(" ")[2].strip() if lines else ""

    @property
    def local(self) -> Path:
        """The person's own folder for programs and data."""
        homes = [each for each in (self.prefix / "drive_c" / "users").iterdir() if each.name != "Public"]
        holds(len(homes) == 1, f"one person has a home, not {[each.name for each in homes]}")
        return homes[0] / "AppData" / "Local"

    @property
    def folder(self) -> Path:
        """Where Sanduku is installed."""
        return self.local / "Programs" / "Sanduku"

    @property
    def data(self) -> Path:
        """Where the person's library lies."""
        return self.local / "sanduku"

    @property
    def log(self) -> Path:
        """Where an installer without a window writes why it refused."""
        return self.local.parent.parent / "Temp" / "sanduku-setup.log"

    def files(self) -> list[str]:
        """Return what lies where Sanduku is installed."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*"))

    def version(self) -> str:
        """Return what the installed program says."""
        return self.run(self.folder / "sanduku.exe").stdout.strip()


@dataclass(frozen=True)
class Given:
    """What the statements are about."""

    computer: Computer
    old: Path
    new: Path


def installs_for_one_person_without_asking(given: Given) -> None:
    """A silent installation puts everything in its place, in a home whose name is not ASCII."""
    pc = given.computer
    holds(pc.run(given.old, "/S").returncode == 0, "it ends with 0")
    holds(USER in str(pc.folder), f"the home has the person's name: {pc.folder}")
    expected = ["_internal", "_internal/Ordner", f"_internal/Ordner/only-{OLD}.txt", "_internal/version.txt"]
    expected += ["sanduku-desktop.exe", "sanduku.exe", "uninstall.exe"]
    holds(pc.files() == expected, f"these files are there: {pc.files()}")
    holds(pc.version() == f"Sanduku {OLD}", f"the installed program runs: {pc.version()!r}")
    holds(
        not list(pc.local.parent.parent.glob("Desktop/Sanduku.lnk")), "nothing is put on the desktop unasked"
    )
    start = pc.local.parent / "Roaming/Microsoft/Windows/Start Menu/Programs/Sanduku.lnk"
    holds(start.is_file(), "the start menu has it")


def tells_windows_about_itself(given: Given) -> None:
    """The list of programs has name, version, size and how to remove it; files know their program."""
    pc = given.computer
    holds(pc.registry(UNINSTALL, "DisplayVersion") == OLD, "the version is told")
    holds(int(pc.registry(UNINSTALL, "EstimatedSize") or "0", 16) > 10, "the size is told")
    told = pc.registry(UNINSTALL, "QuietUninstallString") or ""
    holds(told.endswith('uninstall.exe" /S'), f"how to remove it without a window is told: {told}")
    holds(pc.registry(CLASSES + r"\.sanduku-team", "") == "Sanduku.Team", "invitations know their program")
    command = pc.registry(CLASSES + r"\Sanduku.Update\shell\open\command", "") or ""
    holds(command.endswith('sanduku-desktop.exe" "%1"'), f"updates open with it: {command}")
    offered = CLASSES + r"\Applications\sanduku-desktop.exe\SupportedTypes"
    holds(pc.registry(offered, ".pdf") is not None, "it offers itself for PDF")
    holds(pc.registry(CLASSES + r"\.pdf", "") in (None, ""), "and does not take them over")


def refuses_while_it_runs(given: Given) -> None:
    """Neither is a running program replaced nor removed; nothing changes."""
    pc = given.computer
    before = pc.files()
    running = pc.begin(pc.folder / "sanduku-desktop.exe", "60")
    assert running.stdout is not None
    try:
        running.stdout.readline()
        holds(pc.run(given.new, "/S").returncode == 4, "an upgrade ends with 4 while it runs")
        pc.log.unlink(missing_ok=True)
        pc.run(pc.folder / "uninstall.exe", "/S")
        there(pc.log)
        holds("(4)" in pc.log.read_text(encoding="utf-16"), "removing is refused while it runs, too")
        holds(pc.files() == before, f"nothing changed: {pc.files()}")
    finally:
        running.kill()
        pc.run("taskkill", "/F", "/IM", "sanduku-desktop.exe")
        running.wait(30)
        running.stdout.close()


def upgrades_and_keeps_the_library(given: Given) -> None:
    """A newer version takes the place of the older one, whose files go; what the person has stays."""
    pc = given.computer
    (pc.data / "library").mkdir(parents=True)
    (pc.data / "library" / "library.db").write_bytes(b"somebody's documents")
    (pc.folder / "mine.txt").write_text("put here by the person", encoding="utf-8")
    holds(pc.run(given.new, "/S").returncode == 0, "it ends with 0")
    holds(pc.version() == f"Sanduku {NEW}", "the new version runs")
    files = pc.files()
    holds(f"_internal/Ordner/only-{OLD}.txt" not in files, "files of the old version are gone")
    holds(not [name for name in files if name.startswith(("_new", "_old"))], "nothing is left over")
    holds("mine.txt" in files, "a foreign file stays")
    holds(pc.registry(UNINSTALL, "DisplayVersion") == NEW, "the new version is told")
    holds((pc.data / "library" / "library.db").read_bytes() == b"somebody's documents", "the library stays")


def refuses_to_go_back(given: Given) -> None:
    """An older version does not replace a newer one, and says why."""
    pc = given.computer
    before = pc.files()
    pc.log.unlink(missing_ok=True)
    holds(pc.run(given.old, "/S").returncode == 3, "it ends with 3")
    holds(pc.files() == before and pc.version() == f"Sanduku {NEW}", "nothing changed")
    told = pc.log.read_text(encoding="utf-16") if pc.log.is_file() else ""
    holds(NEW in told and OLD in told, f"the reason is written down: {told!r}")


def repairs(given: Given) -> None:
    """The same version again brings back what is missing."""
    pc = given.computer
    (pc.folder / "_internal" / "version.txt").unlink()
    holds(pc.run(given.new, "/S").returncode == 0, "it ends with 0")
    holds((pc.folder / "_internal" / "version.txt").is_file(), "the missing file is back")


def goes_on_after_a_power_cut(given: Given) -> None:
    """Whatever a broken installation left is cleared away by the next one."""
    pc = given.computer
    (pc.folder / "_new" / "_internal").mkdir(parents=True)
    (pc.folder / "_new" / "_internal" / "half").write_bytes(b"ha")
    (pc.folder / "_internal").rename(pc.folder / "_old")
    holds(pc.run(given.new, "/S").returncode == 0, "it ends with 0")
    files = pc.files()
    holds("_internal/version.txt" in files, "the program is whole")
    holds(not [name for name in files if name.startswith(("_new", "_old"))], "nothing is left over")


def is_never_a_mixture(pc: Computer) -> None:
    """Raise if a program lies beside libraries of another version."""
    inner = pc.folder / "_internal" / "version.txt"
    for name in ("sanduku.exe", "sanduku-desktop.exe"):
        if inner.is_file() and (pc.folder / name).is_file():
            said = pc.run(pc.folder / name).stdout.strip()
            holds(said == f"Sanduku {inner.read_text()}", f"{name} is of the libraries' version, not {said}")


def is_brought_to_its_end_after_a_power_cut(given: Given) -> None:
    """Cut off at any stage it leaves no mixture, and the next logon or the next run brings it to its end."""
    pc = given.computer
    for stage in range(1, STAGES + 1):
        for again in ("at logon", "by itself"):
            shutil.rmtree(pc.folder)
            shutil.copytree(given.old.parent / OLD, pc.folder)
            pc.run("reg", "add", UNINSTALL, "/v", "DisplayVersion", "/d", OLD, "/f")
            holds(pc.run(given.new, "/S", f"/STOP={stage}").returncode != 0, "it is cut off")
            is_never_a_mixture(pc)
            finisher = pc.registry(RUN_ONCE, "!Sanduku")
            holds(finisher is not None and "/FINISH=yes" in finisher, "the next logon is told")
            if again == "at logon":
                done = pc.run(pc.folder / "uninstall.exe", "/S", "/FINISH=yes")
                holds(done.returncode == 0, f"it finishes stage {stage}: {done.returncode} {pc.files()}")
                ended(
                    lambda: pc.registry(RUN_ONCE, "!Sanduku") is None, "the renames are brought to their end"
                )
            else:
                holds(pc.run(given.new, "/S").returncode == 0, "it is run again")
            is_never_a_mixture(pc)
            holds(pc.version() == f"Sanduku {NEW}", f"the new version runs after stage {stage} {again}")
            left = [name for name in pc.files() if name.startswith(("_new", "_old"))]
            holds(not left, f"nothing is left over after stage {stage} {again}")
            holds(pc.registry(UNINSTALL, "DisplayVersion") == NEW, "the new version is told")
            holds(pc.registry(RUN_ONCE, "!Sanduku") is None, "the next logon is told nothing any more")
    (pc.folder / "mine.txt").write_text("put here by the person", encoding="utf-8")


def removes_itself_and_keeps_the_library(given: Given) -> None:
    """Removing without a word leaves the library, and what else lies in the folder."""
    pc = given.computer
    (pc.data / "programs" / "0.3.0").mkdir(parents=True)
    holds(pc.run(pc.folder / "uninstall.exe", "/S").returncode == 0, "it ends with 0")
    gone(pc.folder / "uninstall.exe")
    holds(pc.files() == ["mine.txt"], f"only the foreign file is left: {pc.files()}")
    holds((pc.data / "library" / "library.db").is_file(), "the library stays")
    holds(not (pc.data / "programs").exists(), "versions that came as updates are gone")
    for key in (UNINSTALL, CLASSES + r"\.sanduku-team", CLASSES + r"\Sanduku.Team", r"HKCU\Software\Sanduku"):
        holds(pc.registry(key) is None, f"{key} is gone")
    holds(pc.registry(CLASSES + r"\Applications\sanduku-desktop.exe") is None, "it no longer offers itself")
    holds(not list((pc.local.parent / "Roaming").rglob("Sanduku.lnk")), "the start menu has it no more")


def removes_the_library_when_told(given: Given) -> None:
    """With /DATA=remove the library goes too; the folder was empty, and goes with it."""
    pc = given.computer
    (pc.folder / "mine.txt").unlink()
    holds(pc.run(given.new, "/S", "/DESKTOP=yes", "/LANG=sw").returncode == 0, "it installs again")
    holds((pc.local.parent.parent / "Desktop" / "Sanduku.lnk").is_file(), "it is on the desktop as asked")
    holds(pc.run(pc.folder / "uninstall.exe", "/S", "/DATA=remove").returncode == 0, "it ends with 0")
    gone(pc.folder)
    holds(not pc.data.exists(), "the library is gone")
    holds(not (pc.local.parent.parent / "Desktop" / "Sanduku.lnk").exists(), "the desktop is as before")


def takes_a_folder_of_its_own(given: Given) -> None:
    """Where somebody names a folder with other files, it makes one in it; a far too long one is refused."""
    pc = given.computer
    place = (
        pc.prefix / "drive_c" / "برامج-déjà"
    )  # /D= is taken as it is, and Wine would put quotes around spaces
    place.mkdir()
    (place / "letter.doc").write_bytes(b"dear")
    holds(pc.run(given.old, "/S", "/D=" + windows_path(place)).returncode == 0, "it ends with 0")
    holds((place / "Sanduku" / "sanduku.exe").is_file(), "it has a folder of its own there")
    holds((place / "letter.doc").is_file(), "the other file stays")
    holds(pc.run(place / "Sanduku" / "uninstall.exe", "/S").returncode == 0, "it goes again")
    gone(place / "Sanduku")
    long = "C:\\" + "\\".join(["a-folder-with-a-long-name"] * 9)
    holds(
        pc.run(given.old, "/S", "/D=" + long).returncode == 7, "a path that Windows cannot hold ends with 7"
    )


def refuses_an_old_windows(given: Given) -> None:
    """Windows 7 is told, and left as it is."""
    pc = given.computer
    pc.run("winecfg", "-v", "win7")
    try:
        holds(pc.run(given.old, "/S").returncode == 5, "it ends with 5")
        holds(not pc.folder.exists(), "nothing was installed")
    finally:
        pc.run("winecfg", "-v", "win10")


STATEMENTS: tuple[Callable[[Given], None], ...] = (
    installs_for_one_person_without_asking,
    tells_windows_about_itself,
    refuses_while_it_runs,
    upgrades_and_keeps_the_library,
    refuses_to_go_back,
    repairs,
    goes_on_after_a_power_cut,
    is_brought_to_its_end_after_a_power_cut,
    removes_itself_and_keeps_the_library,
    removes_the_library_when_told,
    takes_a_folder_of_its_own,
    refuses_an_old_windows,
)
"""In this order: each goes on where the one before ended."""


def windows_path(path: Path) -> str:
    """Return how a program of Wine's names a file of ours."""
    return "Z:" + str(path).replace("/", "\\")


def gone(path: Path) -> None:
    """Wait until a file is gone."""
    ended(lambda: not path.exists(), f"{path} is gone")


def ended(is_so: Callable[[], bool], what: str, seconds: float = 30.0) -> None:
    """Wait until something is so: an uninstaller goes on in a copy of itself."""
    deadline = time.monotonic() + seconds
    while not is_so():
        holds(time.monotonic() < deadline, what)
        time.sleep(0.1)


def there(path: Path, seconds: float = 30.0) -> None:
    """Wait until a file is there and written."""
    deadline = time.monotonic() + seconds
    while not (path.is_file() and path.stat().st_size):
        holds(time.monotonic() < deadline, f"{path} is there")
        time.sleep(0.1)


def missing_tools(wine: str = "wine") -> list[str]:
    """Return which tools are not there."""
    return [name for name in TOOLS if shutil.which(wine if name == "wine" else name) is None]


def runs_32_bit() -> bool:
    """Tell whether the Wine on the path runs 32-bit programs, as installers of NSIS are."""
    places = (Path("/usr/lib/wine/wine"), Path("/usr/lib/i386-linux-gnu/wine"), Path("/usr/lib32/wine"))
    return any(place.exists() for place in places)


def make_program(folder: Path, version: str) -> Path:
    """Compile what stands in for the frozen program."""
    inner = folder / "_internal" / "Ordner"
    inner.mkdir(parents=True)
    subprocess.run(
        [
            "x86_64-w64-mingw32-gcc",
            "-O1",
            "-s",
            f'-DVERSION="{version}"',
            "-o",
            str(folder / "sanduku.exe"),
            str(HERE / "stand_in.c"),
        ],
        check=True,
    )
    shutil.copy2(folder / "sanduku.exe", folder / "sanduku-desktop.exe")
    (folder / "_internal" / "version.txt").write_text(version, encoding="utf-8")
    (inner / f"only-{version}.txt").write_text("x", encoding="utf-8")
    return folder


@contextmanager
def prepared(work: Path, wine: str, stub: str = "") -> Iterator[Given]:
    """Make two installers and a Windows; end what runs on it at last."""
    for folder in (ROOT, ROOT / "packaging"):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    from windows.nsis import make_installer

    made = [
        make_installer(
            make_program(work / version, version), work, version=version, whole=False, stub=stub, stops=True
        )
        for version in (OLD, NEW)
    ]
    computer = Computer(wine, work / "prefix")
    computer.set_up()
    # Wine's server ends with its last program, and takes seconds to come up for the next. Two programs that
    # bring it up at once have been seen to wait for each other for ever.
    with subprocess.Popen(
        [wine, "cmd"],
        env=computer.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as waiting:
        assert waiting.stdout is not None
        waiting.stdout.readline()
        try:
            yield Given(computer, *made)
        finally:
            waiting.communicate(b"exit\r\n", timeout=60)
            computer.run("wineboot", "-k")


def main(arguments: list[str]) -> int:
    """Prove it, and tell."""
    parser = argparse.ArgumentParser(prog="prove_nsis.py", description="Proves the installer under Wine.")
    parser.add_argument("--wine", default="wine", help="Wine's program")
    parser.add_argument(
        "--stub",
        default="",
        help="the program of NSIS to make it with: amd64-unicode for a Wine of 64 bits",
    )
    parser.add_argument("--keep", type=Path, help="work in this folder, and leave all there")
    options = parser.parse_args(arguments)
    missing = missing_tools(options.wine)
    if missing:
        print(f"Nothing was proven: {', '.join(missing)} is not there.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="sanduku-wine-", ignore_cleanup_errors=True) as name:
        work = options.keep or Path(name)
        work.mkdir(parents=True, exist_ok=True)
        with prepared(work, options.wine, options.stub) as given:
            for statement in STATEMENTS:
                began = time.monotonic()
                try:
                    statement(given)
                except DisprovedError as error:
                    print(f"WRONG  {statement.__doc__}\n       Not so: {error}")
                    return 1
                print(f"holds  {statement.__doc__} ({time.monotonic() - began:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
