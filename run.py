"""Sanduku from a fresh clone: sets itself up once, then does what you ask.

  python3 run.py                read the bundled samples and show what was found
  python3 run.py read PATH...   read your own files and folders
  python3 run.py desktop        open the window
  python3 run.py COMMAND ...    every other command; 'python3 run.py --help' lists them
  python3 run.py setup          set up again, for instance after a repair
  python3 run.py test ...       run every check and test; options go to pytest
  python3 run.py bench ...      measure beside other programs
  python3 run.py models ...     turn public models into packs; 'models --help' lists the commands
  python3 run.py hq ...         start a trial headquarters on this computer; 'hq --help' lists the rest
  python3 run.py demo           watch a laptop and a headquarters at work over a bad link and a stick
  python3 run.py package ...    build what is handed out; 'package --help' lists what that is

Needs Python 3.11 or newer and, the first time only, a network. This file uses the standard library alone,
and only syntax that old versions of Python parse, so that they too can say what is missing.
"""

import contextlib
import ctypes
import errno
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

if sys.version_info < (3, 11):
    sys.exit("Sanduku needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STATE = VENV / "sanduku-setup.json"
LOG = VENV / "sanduku-setup.log"
MISSING_DEPENDENCY = 5
DISK_FULL = 8
UNWRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)


class SystemLibrary(NamedTuple):
    """A library of the operating system that a wheel expects to find."""

    file: str
    package: str
    use: str
    window: bool = False


SYSTEM_LIBRARIES = (
    SystemLibrary("libstdc++.so.6", "libstdc++6", "reading engines"),
    SystemLibrary("libz.so.1", "zlib1g", "reading engines"),
    SystemLibrary("libEGL.so.1", "libegl1", "window", window=True),
    SystemLibrary("libGL.so.1", "libgl1", "window", window=True),
    SystemLibrary("libglib-2.0.so.0", "libglib2.0-0", "window", window=True),
    SystemLibrary("libdbus-1.so.3", "libdbus-1-3", "window", window=True),
    SystemLibrary("libfontconfig.so.1", "libfontconfig1", "window: fonts", window=True),
    SystemLibrary("libxkbcommon.so.0", "libxkbcommon0", "window: keyboard", window=True),
    SystemLibrary("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "window: keyboard", window=True),
    SystemLibrary("libxcb-cursor.so.0", "libxcb-cursor0", "window: X11", window=True),
    SystemLibrary("libxcb-icccm.so.4", "libxcb-icccm4", "window: X11", window=True),
    SystemLibrary("libxcb-keysyms.so.1", "libxcb-keysyms1", "window: X11", window=True),
    SystemLibrary("libxcb-shape.so.0", "libxcb-shape0", "window: X11", window=True),
    SystemLibrary("libwayland-cursor.so.0", "libwayland-cursor0", "window: Wayland", window=True),
)


class Job(NamedTuple):
    """What a first word needs and starts."""

    extras: tuple[str, ...] = ("packs",)
    window: bool = False
    checks: tuple[tuple[str, ...], ...] = ()
    start: tuple[str, ...] = ("-m", "engine.cli")


COMMAND_LINE = Job()
JOBS = {
    "setup": Job(start=()),
    "desktop": Job(extras=("packs", "desktop"), window=True, start=("-m", "desktop")),
    "screenshots": Job(extras=("packs", "desktop"), window=True, start=("-m", "desktop.screenshots")),
    "bench": Job(extras=("packs", "bench", "desktop", "dev"), window=True, start=("-m", "benchmarks")),
    "models": Job(extras=("packs", "models"), start=("-m", "models")),
    "hq": Job(extras=("packs", "hq"), start=("-m", "headquarters")),
    "demo": Job(extras=("packs", "hq"), start=("-m", "benchmarks.demo")),
    "package": Job(
        extras=("packs", "desktop", "package"), window=True, start=(str(ROOT / "packaging" / "build.py"),)
    ),
    "test": Job(
        extras=("packs", "desktop", "hq", "models", "package", "dev"),
        window=True,
        checks=(
            ("-m", "ruff", "check"),
            ("-m", "ruff", "format", "--check"),
            ("-m", "mypy"),
            ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
        ),
        start=("-m", "pytest", "-n", "auto"),
    ),
}


def main(arguments: Sequence[str]) -> int:
    """Set up what the first word needs, and do it."""
    word = arguments[0] if arguments else "trial"
    if word in ("-h", "--help"):
        say(__doc__.strip())
        say("  python3 run.py screenshots    take pictures of every view")
        if not is_set_up(COMMAND_LINE):
            return 0
    job = JOBS.get(word, COMMAND_LINE)
    rest = list(arguments[1:]) if word in JOBS else [word, *arguments[1:]]
    if word == "setup" or not is_set_up(job):
        try:
            with one_at_a_time(job):
                if word == "setup" or not is_set_up(job):
                    set_up(job)
        except OSError as error:
            if error.errno not in UNWRITABLE:
                raise
            return tell_unwritable(error)
    os.environ["SANDUKU_PROGRAM"] = "python3 run.py" if os.name != "nt" else "py run.py"
    if job.checks:
        return check_and_test(job, rest)
    if not job.start:
        say("Sanduku is set up. Try: python3 run.py")
        return 0
    return hand_over([str(PYTHON), *job.start, *rest])


# What is there, and what is missing


def is_set_up(job: Job) -> bool:
    """Tell, without starting anything, whether the environment fits the job, the project and the user."""
    return has_environment(job) and (
        Path(str(read_state().get("prepared", {}).get(models(), "none"))).is_dir()
    )


def has_environment(job: Job) -> bool:
    """Tell whether the libraries that the job needs are installed, be it by somebody else."""
    state = read_state()
    return (
        PYTHON.exists()
        and state.get("inputs") == inputs()
        and set(job.extras) <= set(state.get("extras", []))
    )


def inputs() -> str:
    """Name everything that the installed environment follows from."""
    digest = hashlib.sha256("{}.{} {}".format(*sys.version_info[:2], ROOT).encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def models() -> str:
    """Name whose data folder the prepared models are in, and what makes them."""
    names = ("SANDUKU_HOME", "XDG_DATA_HOME", "HOME", "LOCALAPPDATA")
    digest = hashlib.sha256("|".join(os.environ.get(name, "") for name in names).encode())
    for path in sorted((ROOT / "models").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def read_state() -> dict:  # type: ignore[type-arg]
    """Return what earlier set-ups finished; nothing, if there is none or it is damaged."""
    found: dict = {}  # type: ignore[type-arg]
    for path in (own_state(), STATE):
        with contextlib.suppress(OSError, ValueError):
            state = dict(json.loads(path.read_text(encoding="utf-8")))
            found = {**state, "prepared": {**found.get("prepared", {}), **state.get("prepared", {})}}
    return found


def own_state() -> Path:
    """Name the file in which a user's own models are remembered where the clone is not theirs to write to."""
    folder = os.environ.get("SANDUKU_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    name = hashlib.sha256(str(ROOT).encode()).hexdigest()[:16]
    return Path(folder).expanduser() / f"sanduku-setup-{name}.json"


def write_state(**changes: object) -> None:
    """Remember one finished step, so that an interrupted set-up goes on where it was."""
    try:
        put(STATE, {**read_state(), **changes})
    except OSError:
        if set(changes) != {"prepared"}:
            raise
        put(own_state(), changes)  # a clone that another user set up: only the models are one's own


def put(path: Path, state: dict[str, object]) -> None:
    """Write a state as a whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(state, indent=1), encoding="utf-8")
    draft.replace(path)


@contextlib.contextmanager
def one_at_a_time(job: Job = COMMAND_LINE) -> Iterator[None]:
    """Let one set-up of this clone run at a time; a second one waits and then finds it done."""
    try:
        lock = (ROOT / ".setup.lock").open("a")
    except OSError:
        if not has_environment(job):
            raise
        yield  # nothing in the clone is to be written, and nothing there can be
        return
    with lock as stream:
        waiting = False
        while not try_lock(stream.fileno()):
            if not waiting:
                say("Another set-up is running; waiting for it.")
            waiting = True
            time.sleep(0.2)
        yield


def try_lock(descriptor: int) -> bool:
    """Take the lock that ends with the file or the process; tell whether it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# Set-up


def set_up(job: Job) -> None:
    """Bring everything that the job needs; each finished step is remembered."""
    install_system_packages(missing_packages(job))
    state = read_state()
    extras = sorted({*job.extras, *state.get("extras", [])})
    if not has_environment(job):
        refuse_unwritable()
        say("Setting up Sanduku; this happens once and takes a minute or two.")
        make_environment()
        install(extras)
        write_state(inputs=inputs(), extras=extras)
    places = subprocess.run(
        [str(PYTHON), "-c", "from engine.settings import Places as P; print(P.of_this_user().packs)"],
        cwd=ROOT, env=speaking_utf8(), check=True, capture_output=True, text=True, encoding="utf-8",
    ).stdout.strip()  # fmt: skip
    quietly("Preparing the reading models", [PYTHON, "-m", "models", "prepare-reading"])
    # Without Tesseract's languages all but Arabic is read: told here, and again by every reading it touches.
    quietly("Fetching the languages of Tesseract", [PYTHON, "-m", "models", "fetch-tessdata"], vital=False)
    write_state(prepared={**read_state().get("prepared", {}), models(): places})


def refuse_unwritable() -> None:
    """Raise PermissionError before anything is begun that could not be written."""
    for path in (ROOT, VENV, STATE, LOG):
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def tell_unwritable(error: OSError) -> int:
    """Say which file cannot be written, whose it is, and what to do; return the exit code."""
    path = Path(str(error.filename or VENV))
    say("Sanduku cannot be set up here: {} cannot be written ({}).".format(path, error.strerror or error))
    if sys.platform != "win32":
        with contextlib.suppress(OSError, KeyError, NotImplementedError, ImportError, RuntimeError):
            there = path if path.exists() else path.parent
            say(f"{there} belongs to the user {there.owner()}.")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        say("The disk is full: free about 1 GB, then start again.")
        return DISK_FULL
    say(
        "Copy the folder {} to a place of your own without its folder .venv, and run 'python3 run.py' there;"
        " or have its owner run 'python3 run.py setup' once, and then it runs for you as well.".format(ROOT)
    )
    return MISSING_DEPENDENCY


def missing_packages(job: Job) -> list[str]:
    """Return the Debian packages of what is missing, after saying what each is for."""
    missing: list[tuple[str, str]] = []
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(("python{}.{}-venv".format(*sys.version_info[:2]), "Python's own environments"))
    if sys.platform.startswith("linux"):
        wanted = [library for library in SYSTEM_LIBRARIES if job.window or not library.window]
        missing += [(lib.package, f"{lib.file} ({lib.use})") for lib in wanted if not loads(lib.file)]
    for package, what in missing:
        say(f"Missing on this computer: {what}, in the package {package}.")
    return [package for package, _ in missing]


def loads(file: str) -> bool:
    """Tell whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages where we may; else say the one command that does, and end."""
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        quietly("Asking for the list of packages", ["apt-get", "update"], vital=False)
        quietly("Installing system packages", install)
        return
    if shutil.which("apt-get"):
        say("Install what is missing with this command, then start again:\n  sudo " + " ".join(install))
    else:
        say("Install what is missing with your system's package manager (the names are Debian's).")
    sys.exit(MISSING_DEPENDENCY)


def make_environment() -> None:
    """Make ``.venv``, or make it anew if its Python is gone or another version."""
    version = "{}.{}".format(*sys.version_info[:2])
    ask = [str(PYTHON), "-c", "import pip, sys; print('{}.{}'.format(*sys.version_info[:2]))"]
    with contextlib.suppress(OSError):
        if subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip() == version:
            return
    quietly("Making the environment", [sys.executable, "-m", "venv", "--clear", str(VENV)])


def install(extras: list[str]) -> None:
    """Install the pinned libraries, and Sanduku itself from this folder."""
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--prefer-binary",
    ]
    pip += ["--progress-bar", "off", "-c", ROOT / "constraints.txt"]
    quietly("Installing libraries", [*pip, "-e", f"{ROOT}[{','.join(extras)}]"])
    # Only for the model files in its wheel: what rapidocr itself would need comes with the benchmarks.
    quietly("Installing model files", [*pip, "--no-deps", "rapidocr"])


def quietly(what: str, command: Sequence[str | Path], *, vital: bool = True) -> None:
    """Run a command with one live line instead of its output; show the output if it fails.

    Args:
        what: What is going on, for the person who waits.
        command: Program and arguments.
        vital: Whether to end if it fails.
    """
    began = time.monotonic()
    try:
        code, output = run_live(what, command)
    except KeyboardInterrupt:
        say("\nStopped. Start again and set-up goes on from here.")
        sys.exit(130)
    if VENV.is_dir():
        with contextlib.suppress(OSError), LOG.open("a", encoding="utf-8") as log:
            log.write("\n".join([what, *output, ""]))
    if code == 0:
        say(f"  {what}: done in {time.monotonic() - began:.0f} s")
        return
    say(f"  {what}: not done.\n" + "\n".join(f"    {line}" for line in output[-25:] if line))
    if vital:
        say("Mend what is named above (the first time, a network is needed) and start again.")
        sys.exit(MISSING_DEPENDENCY)


def run_live(what: str, command: Sequence[str | Path]) -> tuple[int, list[str]]:
    """Run a command while one line tells for how long, and what it said last; return code and output."""
    began, output = time.monotonic(), [""]
    with subprocess.Popen(
        [str(part) for part in command], cwd=ROOT, env=speaking_utf8(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        reader = threading.Thread(target=lambda: output.extend(line.strip() for line in process.stdout or ()))
        reader.start()
        try:
            while reader.is_alive():
                show_live(f"  {what} ({time.monotonic() - began:.0f} s)  {output[-1]}")
                reader.join(0.2)
        except KeyboardInterrupt:
            process.terminate()
            raise
        finally:
            reader.join()
            show_live("")
        return process.wait(), output


def speaking_utf8() -> dict[str, str]:
    """Return an environment in which Python tells any name: a pipe on Windows takes few letters by itself."""
    return {**os.environ, "PYTHONIOENCODING": "utf-8"}


def show_live(line: str) -> None:
    """Draw one line over the last one, where a person watches."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write("\r{}\r{}".format(" " * width, line[:width]))
        sys.stderr.flush()


def say(message: str) -> None:
    """Tell the person something, apart from what a program would read on standard output."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


# Handing over


def check_and_test(job: Job, rest: list[str]) -> int:
    """Run all checks and then the tests, even if one fails; return the first code that is not 0."""
    commands = [*job.checks, (*job.start, *rest)]
    codes = []
    for command in commands:
        say("$ python " + " ".join(command))
        codes.append(subprocess.run([str(PYTHON), *command], cwd=ROOT, check=False).returncode)
    for command, code in zip(commands, codes, strict=True):
        say(f"{'passed' if code == 0 else 'FAILED'}  python {' '.join(command)}")
    return next((code for code in reversed(codes) if code != 0), 0)


def hand_over(command: list[str]) -> int:
    """Become the command; on Windows, where that is not possible, wait for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the command
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
