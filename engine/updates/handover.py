"""Hands a start of the program over to a newer version that was installed as an update.

This is the first thing that every start of a packaged program does, in old versions too that nobody can mend
any more: it is small, needs the standard library alone, and leaves the present version running whenever
anything is not as it should be. It hands over to later versions only, once for each start, so that there can
be no loop. A version has come up once it has opened a library. One that twice did not is given up for the one
before it; waiting for a person is no failure, and a start that ended with the whole computer tells little.
While a window is open, every start is of its version, so that no other one brings its library forward beneath
it.

It must never know how updates are checked or installed: what lies finished under its number in the folder of
programs has been through all of that.
"""

import os
import sys
import time

from engine.version import VERSION

TYPE_CHECKING = False  # "typing" costs two milliseconds, which every start would pay
if TYPE_CHECKING:
    from typing import IO, Any, NoReturn

PROGRAMS, CURRENT, STARTS, TOLD, OPEN = "programs", "current.json", "starts", "told.json", "open"
"""Names in the user's data folder: programs, the one in use, starts not yet come up, a notice, windows."""
FORMAT = 1
MOST_FAILURES, MOST_FAILURES_LATER = 2, 6
"""Starts in a row that may fail: of a version that never came up here, and of one that did.

Those that the computer's own end cut off, such as a power cut, count towards the second number alone.
"""
_SAME_BOOT_SECONDS = 120.0
SOUND = "came-up"
"""File beside the starts of a version whose window came up: later ones mostly fail for other reasons."""
NO_HANDOVER, HANDED_OVER, STARTED_AS = "SANDUKU_NO_HANDOVER", "SANDUKU_HANDED_OVER", "SANDUKU_STARTED_AS"
"""Variables: stay with this version; a version that was handed over to; the file that says it has begun."""
TAKES_OVER = "SANDUKU_TAKES_OVER"
"""Variable with the number of the window that closes to start anew: its version is no longer waited for."""
_ROOT = 0
_FAR = 1 << 20
"""Byte of a file that is locked: behind its content, which others may read."""
_OWN_VARIABLES = ("_PYI_", "_MEIPASS", HANDED_OVER, STARTED_AS, TAKES_OVER)


def release_of(version: str) -> tuple[int, int, int] | None:
    """Return the three numbers of a release such as ``1.2.3``; None for whatever else."""
    parts = version.split(".")
    if len(parts) != 3 or not all(each.isascii() and each.isdigit() and len(each) <= 6 for each in parts):
        return None
    return int(parts[0]), int(parts[1]), int(parts[2])


def data_folder() -> str:
    """Return the user's data folder: the same as ``Places.of_this_user()``, without its libraries."""
    home = os.environ.get("SANDUKU_HOME")
    if home:
        return os.path.abspath(os.path.expanduser(home))  # noqa: PTH100, PTH111 - pathlib costs milliseconds
    if sys.platform == "win32":
        return os.path.join(_local_application_data(), "sanduku")  # noqa: PTH118
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Application Support/sanduku")  # noqa: PTH111
    base = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")  # noqa: PTH111
    return os.path.join(base, "sanduku")  # noqa: PTH118


def hand_over(arguments: list[str]) -> None:
    """Become the newer version that was installed as an update, or return where there is none to become.

    Args:
        arguments: What the program was started with, without its name.
    """
    if not getattr(sys, "frozen", False) or not _may_hand_over(arguments):
        return
    programs = os.path.join(data_folder(), PROGRAMS)  # noqa: PTH118
    # Most computers never had an update: for those this is one look at the disk.
    if not os.path.exists(os.path.join(programs, CURRENT)) or not _ours(programs):  # noqa: PTH110, PTH118
        return
    program = _successor(programs)
    if program is not None:
        _become(program, arguments)


def came_up(*, window: bool = False) -> None:
    """Tell that this version has opened a library: starts that failed before are forgotten.

    Args:
        window: Whether its window stands, so that more than a command has shown that it works here.
    """
    begun = _begun()
    os.environ.pop(STARTED_AS, None)
    if not begun:
        return
    folder = os.path.dirname(begun)  # noqa: PTH120
    _forget_starts(folder)
    if window:
        _leave(os.path.join(folder, SOUND))  # noqa: PTH118


def stand_by() -> None:
    """Tell that this start got as far as a person, or has nothing to open: however it ends, it did not fail.

    Starts that failed before still count: nothing has shown yet that this version can open a library.
    """
    begun = _begun()
    if begun:
        _remove(begun)


def go_on() -> None:
    """Tell that a library is being opened: if the program ends before :func:`came_up`, it failed."""
    begun = _begun()
    if begun:
        _mark_start(begun)


def take_notice(programs: str = "") -> "dict[str, str] | None":
    """Return what a start has to tell of an update that is not used, once; None where there is nothing.

    Args:
        programs: The folder of programs; by default this user's.

    Returns:
        ``kind`` (``gave-up`` for a version that twice did not come up, ``damaged`` for one that cannot be
        run), ``version``, and ``used``, the one that started instead.
    """
    import json

    path = os.path.join(programs or os.path.join(data_folder(), PROGRAMS), TOLD)  # noqa: PTH118
    try:
        with open(path, encoding="utf-8") as stream:  # noqa: PTH123
            found = json.loads(stream.read(10_000))
        told = {name: found[name] for name in ("kind", "version", "used")}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    _remove(path)
    return told if all(isinstance(each, str) for each in told.values()) else None


def hold_version() -> "IO[str] | None":
    """Have every start be of this version while what is returned is open; None where that cannot be."""
    folder = os.path.join(data_folder(), PROGRAMS, OPEN)  # noqa: PTH118
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        held = open(os.path.join(folder, str(os.getpid())), "w+", encoding="ascii")  # noqa: PTH118, PTH123, SIM115
        held.write(VERSION)
        held.flush()
        _lock(held)
    except OSError:
        return None
    return held


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what belongs to this packaged program alone."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(_OWN_VARIABLES)}
    if getattr(sys, "frozen", False):
        # The packaged program finds its libraries by this; another version must find its own.
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            before = kept.pop(f"{name}_ORIG", None)
            kept.pop(name, None)
            if before:
                kept[name] = before
        _leave_out(kept, getattr(sys, "_MEIPASS", ""))
    kept["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    return kept


def _leave_out(environment: dict[str, str], folder: str) -> None:
    """Take out what names the packaged program's own folder, as Qt's plugins and Windows' PATH do."""
    for name, text in list(environment.items()) if folder else []:
        parts = text.split(os.pathsep)
        left = [each for each in parts if each != folder and not each.startswith(folder + os.sep)]
        if left == parts:
            continue
        if left:
            environment[name] = os.pathsep.join(left)
        else:
            del environment[name]


def _begun() -> str:
    """Return the file that says that this start has begun; empty where it was not handed over to."""
    begun = os.environ.get(STARTED_AS, "")
    starts = os.path.dirname(os.path.dirname(begun))  # noqa: PTH120
    # A variable of somebody else's: nothing is written or removed by it.
    return begun if os.path.basename(starts) == STARTS else ""  # noqa: PTH119


def _may_hand_over(arguments: list[str]) -> bool:
    """Whether a person starts it: what a running program starts for itself must be of its version."""
    own = arguments[:1] == ["-m"] or "--self-test" in arguments[:1]
    return not own and not os.environ.get(NO_HANDOVER) and not os.environ.get(HANDED_OVER)


def _successor(programs: str) -> str | None:
    """Return the program to become, having written down that it is about to start; None for this one."""
    record = _record(programs)
    version = _version_of_windows(programs) or record.get("version")
    mine, theirs = release_of(VERSION), release_of(version) if isinstance(version, str) else None
    if record.get("format") != FORMAT or version == "":
        return None
    if theirs is None or not isinstance(version, str):
        _tell(programs, "damaged", "?")
        return None
    if mine is None or theirs <= mine:
        return None  # the package has been renewed meanwhile: what comes with it is the newer one
    program = os.path.join(programs, version, os.path.basename(sys.executable))  # noqa: PTH118, PTH119
    starts = os.path.join(programs, STARTS, version)  # noqa: PTH118
    if version == record.get("version") and _has_failed(starts):
        return _give_up(programs, record, version)
    if not _whole(programs, version, program):
        _tell(programs, "damaged", version)
        return None
    _begin(starts)
    return program


def _give_up(programs: str, record: "dict[str, Any]", version: str) -> str | None:
    """Use the version before from now on, and tell so; return its program, None for this one."""
    before = record.get("previous", "")
    before = before if isinstance(before, str) and release_of(before) else ""
    # The formats of libraries go back with the version: by them a backup can be put back later.
    formats = {"schema": record.get("previous_schema", 0), "previous_schema": 0}
    changed = {**record, **formats, "version": before, "previous": "", "gave_up": version}
    _write(os.path.join(programs, CURRENT), changed)  # noqa: PTH118
    _forget_starts(os.path.join(programs, STARTS, version))  # noqa: PTH118
    _tell(programs, "gave-up", version)
    # At most once more: the version before this one has nothing before it any more.
    return _successor(programs) if before else None


def _ours(programs: str) -> bool:
    """Whether the folder is this user's own: root, say, never runs what somebody else can write."""
    if sys.platform == "win32":
        return True  # the data folder lies in the profile of a person, where nobody else may write
    try:
        return os.stat(programs).st_uid in (_ROOT, os.geteuid())  # noqa: PTH116
    except OSError:
        return False


def _whole(programs: str, version: str, program: str) -> bool:
    inner = os.path.join(programs, version, "_internal")  # noqa: PTH118
    return os.path.isfile(program) and os.access(program, os.X_OK) and os.path.isdir(inner)  # noqa: PTH112, PTH113


def _become(program: str, arguments: list[str]) -> None:
    environment = clean_environment()
    environment[HANDED_OVER] = "1"
    version = os.path.basename(os.path.dirname(program))  # noqa: PTH119, PTH120
    programs = os.path.dirname(os.path.dirname(program))  # noqa: PTH120
    begun = os.path.join(programs, STARTS, version, str(os.getpid()))  # noqa: PTH118
    environment[STARTED_AS] = begun
    try:
        if sys.platform == "win32":
            _end_with(program, arguments, environment)
        os.execve(program, [program, *arguments], environment)  # noqa: S606
    except OSError:
        _remove(begun)
        _tell(programs, "damaged", version)


def _end_with(program: str, arguments: list[str], environment: dict[str, str]) -> "NoReturn":
    """Run the program as a child and end as it ends: Windows cannot put it in this one's place."""
    import ctypes
    import signal
    import subprocess

    # The window has no console, and its child must not flash one up; a command and its child share theirs.
    console = ctypes.windll.kernel32.GetConsoleWindow()  # type: ignore[attr-defined]
    flags = 0 if console else getattr(subprocess, "CREATE_NO_WINDOW", 0)
    child = subprocess.Popen([program, *arguments], env=environment, creationflags=flags)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the child too, and is for it to answer
    os._exit(child.wait())


# Open windows: one file for each, locked for as long as its process lives


def _version_of_windows(programs: str) -> str:
    """Return the version of the windows that are open; empty where none is."""
    folder = os.path.join(programs, OPEN)  # noqa: PTH118
    for name in sorted(_names(folder)):
        path = os.path.join(folder, name)  # noqa: PTH118
        if name in (str(os.getpid()), os.environ.get(TAKES_OVER)):
            continue
        try:
            with open(path, "r+", encoding="ascii", errors="replace") as held:  # noqa: PTH123
                version = held.read(100)
                try:
                    _lock(held)
                except OSError:
                    if release_of(version) is not None:
                        return version
                    continue
        except OSError:
            continue
        _remove(path)  # nobody holds it: its window was killed
    return ""


def _lock(held: "IO[str]") -> None:
    """Lock a file; raises OSError if another process has it locked."""
    if sys.platform == "win32":
        import msvcrt

        held.seek(_FAR)
        msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


# Starts that have not come up yet: one file for each, named by the process


def _begin(starts: str) -> None:
    _mark_start(os.path.join(starts, str(os.getpid())))  # noqa: PTH118


def _mark_start(path: str) -> None:
    """Write down that a start has begun, and when the computer was started, as far as its clock can tell."""
    _leave(path, f"{_booted_at():.0f}")


def _booted_at() -> float:
    """Return when the computer was switched on; on Linux its other clock stands still while it sleeps."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() - (time.monotonic() if clock is None else time.clock_gettime(clock))


def _forget_starts(starts: str) -> None:
    for name in _names(starts):
        if name != SOUND:
            _remove(os.path.join(starts, name))  # noqa: PTH118


def _has_failed(starts: str) -> bool:
    """Whether so many starts ended without having come up that the version is given up.

    A version that has come up here was worked with, maybe for months: power cuts and screens that are
    missing are more probable than faults of its own, and the version before may not read the work. A start
    that ended with the computer may have been a power cut too, or a person who switched off what hung.
    """
    names = [name for name in _names(starts) if name != SOUND]
    ended = [name for name in names if not (name.isdigit() and _alive(int(name)))]
    crashed = [name for name in ended if _of_this_boot(os.path.join(starts, name))]  # noqa: PTH118
    sound = SOUND in _names(starts)
    return len(ended) >= MOST_FAILURES_LATER or (not sound and len(crashed) >= MOST_FAILURES)


def _of_this_boot(path: str) -> bool:
    """Whether a start was begun since the computer was switched on; also where nothing tells."""
    try:
        with open(path, encoding="ascii") as stream:  # noqa: PTH123
            booted = float(stream.read(100))
    except (OSError, ValueError):
        return True
    return abs(booted - _booted_at()) < _SAME_BOOT_SECONDS


def _alive(process: int) -> bool:
    if process == os.getpid():
        return False  # its number is ours now: it is gone
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, process)  # noqa: FBT003 - a flag of Windows
        if not handle:
            return False
        code = ctypes.c_ulong()
        found = ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
        ctypes.windll.kernel32.CloseHandle(handle)
        return bool(found) and code.value == 259
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


# Small files


def _record(programs: str) -> "dict[str, Any]":
    """Return what is written down of the version in use; a record that cannot be read tells nothing."""
    import json

    try:
        with open(os.path.join(programs, CURRENT), encoding="utf-8") as stream:  # noqa: PTH118, PTH123
            found = json.loads(stream.read(1 << 20))
    except (OSError, ValueError, RecursionError):
        _tell(programs, "damaged", "?")
        return {}
    return found if isinstance(found, dict) else {}


def _tell(programs: str, kind: str, version: str) -> None:
    """Leave a notice for the window, and say it where there is a console."""
    _write(os.path.join(programs, TOLD), {"kind": kind, "version": version, "used": VERSION})  # noqa: PTH118
    if sys.stderr is None:
        return
    which = f"Sanduku {version}" if version != "?" else "a later Sanduku"
    why = "did not come up here" if kind == "gave-up" else "is damaged"
    sys.stderr.write(
        f"Note: The update to {which} {why}; Sanduku {VERSION} is used. 'sanduku update status' tells more.\n"
    )


def _write(path: str, content: "dict[str, Any]") -> None:
    """Write a small file whole or not at all; where that cannot be, the file stays as it was."""
    import json

    draft = f"{path}.{os.getpid()}.new"
    try:
        with open(draft, "w", encoding="utf-8") as stream:  # noqa: PTH123
            json.dump(content, stream)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, path)  # noqa: PTH105
    except OSError:
        _remove(draft)


def _leave(path: str, content: str = "") -> None:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(path, "w", encoding="ascii") as stream:  # noqa: PTH123
            stream.write(content)
    except OSError:
        return  # a full disk must not keep a sound version from starting


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208
    except OSError:
        return []


def _remove(path: str) -> None:
    try:
        os.unlink(path)  # noqa: PTH108
    except OSError:
        return


def _local_application_data() -> str:
    """Return the folder of Windows for data that stays on this computer."""
    import ctypes

    room = ctypes.create_unicode_buffer(1024)
    ctypes.windll.shell32.SHGetFolderPathW(None, 28, None, 0, room)  # type: ignore[attr-defined]
    return room.value or os.environ.get("LOCALAPPDATA", "")
